"""Cues: the words that say how far a text commits itself to a claim, whose words it is, and which verbs are light."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, lower_words, read_table
from graph.errors import TaxonomyError


@dataclass(frozen=True, slots=True)
class CueGroup:
    """The cues of one status, as lemmas in lower case.

    `words` stand on the trigger itself: adverbs, auxiliaries, determiners, adjectives ("not", "may", "no", "alleged").
    `verbs`, `nouns` and `adjectives` govern it ("refused to meet", "refusal to meet", "unlikely to meet");
    `infinitives` are verbs that do so by an infinitive only ("told Ann to go", never "told Ann that Bob went").
    `phrases` are fixed strings of several words ("in order to").
    """

    words: frozenset[str]
    verbs: frozenset[str]
    infinitives: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    phrases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues.

    `speech` are the verbs and `speech_nouns` the nouns that report what somebody says; those of `factive` commit the
    text to what is said ("confirm"). `light_verbs` lend their agent to the event noun that is their object ("impose
    sanctions on"); the subject of `receiving_verbs` is whom the event is done to ("face sanctions").
    """

    negating: CueGroup
    hedging: CueGroup
    planning: CueGroup
    conditional: CueGroup
    asking: CueGroup
    speech: frozenset[str]
    speech_nouns: frozenset[str]
    factive: frozenset[str]
    light_verbs: frozenset[str]
    receiving_verbs: frozenset[str]


@cache
def load_cues(folder: Path = DATA) -> Cues:
    """Return the cues in a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    path = folder / "cues.toml"
    table = read_table(path)
    known = {field.name for field in fields(Cues)}
    if table.keys() != known:
        wrong = min(table.keys() ^ known)
        raise TaxonomyError(f"{path}: {wrong!r} is missing or unknown; have just {', '.join(sorted(known))}.")
    return Cues(
        negating=_group(table, "negating", path),
        hedging=_group(table, "hedging", path),
        planning=_group(table, "planning", path),
        conditional=_group(table, "conditional", path),
        asking=_group(table, "asking", path),
        speech=lower_words(table, "speech", path),
        speech_nouns=lower_words(table, "speech_nouns", path),
        factive=lower_words(table, "factive", path),
        light_verbs=lower_words(table, "light_verbs", path),
        receiving_verbs=lower_words(table, "receiving_verbs", path),
    )


def _group(table: dict[str, Any], name: str, path: Path) -> CueGroup:
    parts = {field.name for field in fields(CueGroup)}
    group = table[name]
    if not isinstance(group, dict) or group.keys() - parts:
        raise TaxonomyError(f"{path}: {name} is {group!r}; give it only the lists {', '.join(sorted(parts))}.")
    return CueGroup(**{part: lower_words({part: "", **group}, part, path) for part in parts})
