"""Cues: the words that say how far a text commits itself to a claim, whose words it is, and which verbs are light."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, lower_words, read_table
from graph.errors import TaxonomyError
from graph.model import Status


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

    `speech` are the verbs, `speech_nouns` the nouns and `speech_adjectives` the adjectives ("confident that") that
    report what somebody says or thinks. Those of `factive` say what the text itself holds to be so, even where they
    are denied ("did not know that X met Y"). What those of `opinion` deny, they deny of the deed ("does not think that
    X met Y"). `accusing` verbs name the deed with "of" or "for". `spokespersons` speak for another, `anonymous` are
    the words for a speaker who is not to be known ("a source", "unnamed").

    `light_verbs` lend their agent to the event noun that is their object ("impose sanctions on"); the subject of
    `receiving_verbs` is whom the event is done to ("face sanctions"); an event that is the subject of `occurring_verbs`
    takes place or not as they say ("the talks never began"); what is the object of `presupposing_verbs` is there
    already ("did not lift sanctions").
    """

    negating: CueGroup
    hedging: CueGroup
    planning: CueGroup
    conditional: CueGroup
    asking: CueGroup
    speech: frozenset[str]
    speech_nouns: frozenset[str]
    speech_adjectives: frozenset[str]
    factive: frozenset[str]
    opinion: frozenset[str]
    accusing: frozenset[str]
    spokespersons: frozenset[str]
    anonymous: frozenset[str]
    light_verbs: frozenset[str]
    receiving_verbs: frozenset[str]
    occurring_verbs: frozenset[str]
    presupposing_verbs: frozenset[str]

    @property
    def groups(self) -> tuple[tuple[Status, CueGroup], ...]:
        """Return the cues of each status."""
        return (
            (Status.NEGATED, self.negating),
            (Status.HEDGED, self.hedging),
            (Status.PLANNED, self.planning),
            (Status.CONDITIONAL, self.conditional),
            (Status.ASKED, self.asking),
        )


GROUPS = frozenset({"negating", "hedging", "planning", "conditional", "asking"})


@cache
def load_cues(folder: Path = DATA) -> Cues:
    """Return the cues in a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    path = folder / "cues.toml"
    table = read_table(path)
    known = {field.name for field in fields(Cues)}
    if table.keys() != known:
        wrong = min(table.keys() ^ known)
        raise TaxonomyError(f"{path}: {wrong!r} is missing or unknown; have just {', '.join(sorted(known))}.")
    cues: dict[str, Any] = {
        name: (_group if name in GROUPS else lower_words)(table, name, path) for name in sorted(known)
    }
    return Cues(**cues)


def _group(table: dict[str, Any], name: str, path: Path) -> CueGroup:
    parts = {field.name for field in fields(CueGroup)}
    group = table[name]
    if not isinstance(group, dict) or group.keys() - parts:
        raise TaxonomyError(f"{path}: {name} is {group!r}; give it only the lists {', '.join(sorted(parts))}.")
    return CueGroup(**{part: lower_words({part: "", **group}, part, path) for part in parts})
