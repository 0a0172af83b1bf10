"""The lexicon: which words of a question signal which relations, by the frames of the taxonomy."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from graph.data import DATA, lower_words, read_table
from graph.errors import TaxonomyError
from graph.frames import Frame
from graph.taxonomy import Taxonomy, TypedFrame

BASE, PRESENT, PAST, PARTICIPLE, GERUND = "base", "present", "past", "participle", "gerund"
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in lower case; treat the mappings as read-only.

    `forms` gives the lemmas of each verb form with the names of the form; `verbs` the frames of each lemma by the
    further words they need ("off" of "lay off"); `nouns` the frames of nouns and adjectives that say what somebody is
    to others ("critic", "loyal"), `events` those of what is done ("talk"); `plurals` the lemma of a noun's plural.
    `prepositions` are those of the frames.
    """

    forms: Mapping[str, frozenset[tuple[str, str]]]
    verbs: Mapping[str, Mapping[tuple[str, ...], tuple[TypedFrame, ...]]]
    nouns: Mapping[str, tuple[TypedFrame, ...]]
    events: Mapping[str, tuple[TypedFrame, ...]]
    plurals: Mapping[str, str]
    prepositions: frozenset[str]

    def lemmas(self, word: str, *forms: str) -> frozenset[str]:
        """Return the verbs of which a word is one of the forms."""
        return frozenset(lemma for lemma, form in self.forms.get(word, ()) if form in forms)


@dataclass(frozen=True, slots=True)
class Wordings:
    """Words that a question may hold besides names and verbs, by what they mean (questions.toml)."""

    kinds: Mapping[str, tuple[str, ...]]
    saying: frozenset[str]
    planning: frozenset[str]
    refusing: frozenset[str]
    denying: frozenset[str]
    doubting: frozenset[str]
    fillers: frozenset[str]
    openings: tuple[str, ...]
    light: frozenset[str]
    ambiguous: Mapping[str, str]


@cache
def load_wordings(folder: Path = DATA) -> Wordings:
    """Return the wordings of a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    path = folder / "questions.toml"
    table = read_table(path)
    names = {field.name for field in fields(Wordings)}
    if table.keys() != names:
        wrong = min(table.keys() ^ names)
        raise TaxonomyError(f"{path}: {wrong!r} is missing or unknown; have just {', '.join(sorted(names))}.")
    sets = names - {"kinds", "ambiguous", "openings"}
    return Wordings(
        kinds={word: tuple(kinds) for word, kinds in table["kinds"].items()},
        ambiguous=dict(table["ambiguous"]),
        openings=tuple(table["openings"]),
        **{key: lower_words(table, key, path) for key in sets},
    )


def build_lexicon(taxonomy: Taxonomy, other_types: Iterable[str], *, extra_verbs: Iterable[str] = ()) -> Lexicon:
    """Return the lexicon of a taxonomy and of the types in a story that no frame names ("infect", "speak_about").

    `extra_verbs` are inflected too, though they signal no relation.
    """
    verbs: defaultdict[str, defaultdict[tuple[str, ...], list[TypedFrame]]] = defaultdict(lambda: defaultdict(list))
    nouns: defaultdict[str, list[TypedFrame]] = defaultdict(list)
    events: defaultdict[str, list[TypedFrame]] = defaultdict(list)
    prepositions = {"by", "to", "with", "of"}
    for (word, part), frames in taxonomy.frames.items():
        lemma, *rest = word.split()
        prepositions.update(_prepositions(frames))
        if part == "verb" and "+inf" not in rest:
            verbs[lemma][tuple(each.removeprefix("+") for each in rest)] += frames
        elif part != "verb" and not rest:
            for typed in frames:
                (nouns if "self" in (typed[1].source, typed[1].target) else events)[lemma].append(typed)
    for type_id in other_types:
        lemma, *rest = type_id.replace("_", " ").split()
        slot = f"prep:{rest.pop()}" if rest and rest[-1] in prepositions else "patient"
        verbs[lemma][tuple(rest)].append((taxonomy.relation_type(type_id), Frame(lemma, "verb", "agent", slot)))
    return Lexicon(
        forms=_inflect({*verbs, *extra_verbs}, taxonomy),
        verbs={lemma: {rest: tuple(frames) for rest, frames in words.items()} for lemma, words in verbs.items()},
        nouns={noun: tuple(frames) for noun, frames in nouns.items()},
        events={noun: tuple(frames) for noun, frames in events.items()},
        plurals={plural_of(noun): noun for noun in (*nouns, *events)},
        prepositions=frozenset(prepositions),
    )


def plural_of(noun: str) -> str:
    """Return the plural of a regular noun."""
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    return _with_s(noun)


def _prepositions(frames: Iterable[TypedFrame]) -> Iterator[str]:
    for _, frame in frames:
        for slot in (frame.source, frame.target):
            if slot.startswith("prep:"):
                yield slot.removeprefix("prep:")


def _inflect(verbs: Iterable[str], taxonomy: Taxonomy) -> dict[str, frozenset[tuple[str, str]]]:
    forms: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for verb in verbs:
        past, participle = taxonomy.past_forms(verb)
        forms[verb].add((verb, BASE))
        forms[_with_s(verb)].add((verb, PRESENT))
        forms[past].add((verb, PAST))
        forms[participle].add((verb, PARTICIPLE))
        if verb not in taxonomy.irregular and verb[-1] not in f"{VOWELS}wxy":  # "outwitted"
            forms[f"{verb}{verb[-1]}ed"] |= {(verb, PAST), (verb, PARTICIPLE)}
        for gerund in _gerunds(verb):
            forms[gerund].add((verb, GERUND))
    return {form: frozenset(lemmas) for form, lemmas in forms.items()}


def _with_s(word: str) -> str:
    """Return the plural of a noun or the third person of a verb: "denies", "catches", "fires"."""
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh", "go", "do")) else f"{word}s"


def _gerunds(verb: str) -> Iterator[str]:
    """Yield what the -ing form may be: "firing", "lying", "running"; a form that no one writes does no harm."""
    yield f"{verb}ing"
    if verb.endswith("ie"):
        yield f"{verb[:-2]}ying"
    elif verb.endswith("e"):
        yield f"{verb[:-1]}ing"
    elif verb[-1] not in f"{VOWELS}wxy":
        yield f"{verb}{verb[-1]}ing"
