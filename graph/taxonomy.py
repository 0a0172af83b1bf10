"""The taxonomy: kinds of actors, families and types of relations, and the frames that signal each type.

It is data (`graph/data/actors.toml`, `families.toml`, `relations/<family>.toml`); this module reads it, checks every
reference and answers look-ups. A frame joins a trigger to the slots where its two ends stand. The words:

- part "verb": a lemma ("sack"), with its particle ("carry out"), with the lemma of a fixed object, noun behind a
  preposition or adjective ("shake hand", "take court", "find guilty"), or with a complement that changes its meaning:
  a preposition ("attack +over": with words) or an infinitive ("make +inf"). Where such a longer word has a frame, and
  wherever there is a particle, the frames of the bare verb do not hold.
- part "noun": the lemma of an event ("dismissal", "talk") or of a person in a role ("critic", "wife", "member").
- part "adjective": a word that describes one end ("loyal to X") or is joined to it by a hyphen ("X-backed", "anti-X").

The slots:

- "agent"      of a verb: the active subject, or the by-phrase of a passive. Of a noun: the agent of a light verb whose
               object the noun is ("Russia launched an attack on ...", `Cues.light_verbs`); reading the data adds the
               same frame with "prep:by" ("an attack by Russia on ...").
- "patient"    of a verb: the active object, or the subject of a passive. Of a noun: the subject of a receiving verb
               whose object it is ("Comey won praise from ...", "Iran faces sanctions", `Cues.receiving_verbs`).
- "recipient"  the indirect object or to-phrase of a verb, or of the light verb that a noun is the object of.
- "prep:with"  what follows that preposition behind the word; for a noun also behind its light verb ("sanctions were
               imposed on Russia": prep:on).
- "poss"       the possessor of a noun ("Putin's visit"); where a frame has "prep:between" twice, reading the data adds
               the same with "poss" ("X and Y's talks").
- "compound"   a name or a nationality before a noun ("the Comey dismissal", "US sanctions", "Russian attack").
- "self"       whom a noun or adjective describes, by apposition, title or "be" ("Ann, a critic of Bob", "Bob critic
               Ann", "rebels loyal to Assad"), or the noun's own mention where it is an actor ("critics of Bob").
- "hyphen"     the name that a hyphen joins to an adjective ("US-led", "pro-Russian").
- ""           nobody in the sentence ("the Comey dismissal" does not say by whom).

Where a frame of a light verb's object holds, the light verb's own frames do not ("gave support to X" gives X no gift).
The kinds of actors that may fill a frame are `Frame.source_kinds` and `Frame.target_kinds`.

A frame whose two slots are the same ("Trump and Lavrov met", "talks between X and Y") holds for every pair among those
who fill it. Where a symmetric frame finds one end only, it says nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, read_table, version_of, words
from graph.errors import TaxonomyError
from graph.frames import ActorKind, Example, Frame, RelationType

PARTS = ("verb", "noun", "adjective")
SLOTS = frozenset({"", "agent", "patient", "recipient", "poss", "compound", "self", "hyphen"})
OTHER = "other"
TypedFrame = tuple[RelationType, Frame]
_ENDS = frozenset({"source", "target"})
_FIELDS = _ENDS | {"label", "inverse", "symmetric", "frames", "examples"}
_FRAME_FIELDS = _ENDS | {"source_kinds", "target_kinds"}


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Kinds, families and types; treat the mappings as read-only.

    `families` stand in the order of their showing, "other" last. `frames` are by word and part, `irregular` the past
    and participle of verbs by lemma, `verb_forms` the lemma of each past and participle of the verbs that frames name,
    `phrasal` the verbs of which a frame names more than the lemma ("carry", for "carry out").
    `version` changes with any data file, those of names and cues included.
    """

    kinds: Mapping[str, ActorKind]
    types: Mapping[str, RelationType]
    families: tuple[str, ...]
    frames: Mapping[tuple[str, str], tuple[TypedFrame, ...]]
    irregular: Mapping[str, tuple[str, str]]
    verb_forms: Mapping[str, str]
    phrasal: frozenset[str]
    version: str

    def relation_type(self, type_id: str) -> RelationType:
        """Return the type of an id, one of family "other" for a lemma that no frame names ("infect", "speak_about")."""
        known = self.types.get(type_id)
        if known is not None:
            return known
        verb, *rest = type_id.replace("_", " ").split() or [""]
        past, participle = self.past_forms(verb)
        label, passive = (" ".join([form, *rest]) for form in (past, participle))
        kinds = tuple(self.kinds)
        return RelationType(type_id, OTHER, label, f"was {passive} by", source=kinds, target=kinds)

    def past_forms(self, verb: str) -> tuple[str, str]:
        """Return the past and the participle of a verb: "drew" and "drawn" of "draw"."""
        return self.irregular.get(verb) or (_regular_past(verb),) * 2

    def frames_for(self, word: str, part: str) -> tuple[TypedFrame, ...]:
        """Return the frames of a word (see the module's text for phrasal ones) as a part of speech."""
        return self.frames.get((word, part), ())

    def is_event(self, noun: str) -> bool:
        """Tell whether a noun names an event, not a person or body in a role: "killing", but not "killer"."""
        frames = self.frames_for(noun, "noun")
        return bool(frames) and not any("self" in (frame.source, frame.target) for _, frame in frames)

    def is_undergone(self, noun: str, slot: str) -> bool:
        """Tell whether an event may have been done to whom fills a slot: "the killing [of X]", "[X]'s killing"."""
        frames = (frame for _, frame in self.frames_for(noun, "noun") if frame.target == slot)
        return any(slot != "poss" or not frame.source for frame in frames)


@cache
def load_taxonomy(folder: Path = DATA) -> Taxonomy:
    """Return the taxonomy in a folder of data; raises TaxonomyError naming the file, key, value and cure."""
    kinds = _read_kinds(folder / "actors.toml")
    families = _read_families(folder)
    types: dict[str, RelationType] = {}
    for family in families:
        path = folder / "relations" / f"{family}.toml"
        for type_id, table in read_table(path).items():
            if type_id in types:
                raise TaxonomyError(
                    f"{path}: [{type_id}] also stands in {types[type_id].family}.toml; keep one of them."
                )
            types[type_id] = _TypeReader(path, type_id, kinds).read(table)
    frames, irregular = _index(types, folder / "relations"), _read_irregular(folder / "verbs.toml")
    return Taxonomy(
        kinds=kinds,
        types=types,
        families=families,
        frames=frames,
        irregular=irregular,
        verb_forms=_verb_forms({word.split()[0] for word, part in frames if part == "verb"}, irregular),
        phrasal=frozenset(word.split()[0] for word, part in frames if part == "verb" and " " in word),
        version=version_of(folder),
    )


def _read_kinds(path: Path) -> dict[str, ActorKind]:
    kinds = {}
    for kind_id, table in read_table(path).items():
        missing = {"label", "plural", "code"} - table.keys()
        if missing:
            raise TaxonomyError(f"{path}: [{kind_id}] has no {', '.join(sorted(missing))}; write it there.")
        kinds[kind_id] = ActorKind(id=kind_id, label=table["label"], plural=table["plural"], code=table["code"])
    return kinds


def _read_families(folder: Path) -> tuple[str, ...]:
    path = folder / "families.toml"
    families = tuple(read_table(path).get("families", ()))
    if not families or families[-1] != OTHER:
        raise TaxonomyError(f"{path}: families is {list(families)!r}; list every family, and {OTHER!r} last.")
    stray = {file.stem for file in (folder / "relations").glob("*.toml")} - set(families)
    if stray:
        raise TaxonomyError(f"{path}: relations/{min(stray)}.toml is no family of the list; add {min(stray)!r} to it.")
    return families


def _read_irregular(path: Path) -> dict[str, tuple[str, str]]:
    """Return the past and the participle of each verb of a file; one form serves for both."""
    irregular = {}
    for verb, text in read_table(path).items():
        forms = words(text.replace(" ", ",") if isinstance(text, str) else text, path=path, key=verb)
        irregular[verb] = (forms[0], forms[-1])
    return irregular


@dataclass(frozen=True, slots=True)
class _TypeReader:
    """Reads one type's table and says what is wrong with it."""

    path: Path
    type_id: str
    kinds: Mapping[str, ActorKind]

    def read(self, table: dict[str, Any]) -> RelationType:
        unknown = table.keys() - _FIELDS
        if unknown:
            raise self._wrong("a key", min(unknown), f"use only {', '.join(sorted(_FIELDS))}")
        symmetric = table.get("symmetric", False)
        label = self._text(table, "label")
        source, target = (self._kinds(table, end, tuple(self.kinds)) for end in ("source", "target"))
        return RelationType(
            id=self.type_id,
            family=self.path.stem,
            label=label,
            inverse=label if symmetric and "inverse" not in table else self._text(table, "inverse"),
            symmetric=symmetric,
            source=source,
            target=target,
            frames=tuple(frame for entry in table.get("frames", ()) for frame in self._frames(entry, source, target)),
            examples=tuple(self._example(entry) for entry in table.get("examples", ())),
        )

    def _text(self, table: dict[str, Any], key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value:
            raise self._wrong(key, value, "write the words that stand between the two actors")
        return value

    def _kinds(self, table: dict[str, Any], key: str, among: tuple[str, ...]) -> tuple[str, ...]:
        """Return the kinds that a key lists, which must be among those given; all of these where it lists none."""
        kinds = tuple(table.get(key, among))
        if stray := [kind for kind in kinds if kind not in among]:
            raise self._wrong(key, stray[0], f"use kinds among {', '.join(among)}")
        return kinds

    def _frames(self, entry: object, sources: tuple[str, ...], targets: tuple[str, ...]) -> Iterator[Frame]:
        """Yield a frame for each word with each source and target slot that an entry lists."""
        parts = [part for part in PARTS if part in entry] if isinstance(entry, dict) else []
        if not isinstance(entry, dict) or len(parts) != 1 or not _ENDS <= entry.keys() <= {parts[0]} | _FRAME_FIELDS:
            raise self._wrong("a frame", entry, f"give it one of {', '.join(PARTS)}, a source and a target")
        source_kinds = self._kinds(entry, "source_kinds", sources)
        target_kinds = self._kinds(entry, "target_kinds", targets)
        for word in _listed(entry[parts[0]]):
            for source in self._slots(entry["source"], parts[0]):
                for target in self._slots(entry["target"], parts[0]):
                    yield Frame(word, parts[0], source, target, source_kinds, target_kinds)
                    if source == target == "prep:between":  # "talks between X and Y" are X and Y's talks
                        yield Frame(word, parts[0], "poss", "poss", source_kinds, target_kinds)

    def _slots(self, listed: str | list[str], part: str) -> Iterator[str]:
        """Yield slots; the agent of a noun stands with its light verb or in its by-phrase."""
        for slot in _listed(listed):
            if slot not in SLOTS and not (slot.startswith("prep:") and slot != "prep:"):
                known = ", ".join(sorted(SLOTS - {""}))
                raise self._wrong("a slot", slot, f"use one of {known} or 'prep:' with a preposition")
            yield slot
            if slot == "agent" and part == "noun":
                yield "prep:by"

    def _example(self, entry: object) -> Example:
        if not isinstance(entry, dict) or entry.keys() != _ENDS | {"text"}:
            raise self._wrong("an example", entry, "give it a text, a source and a target")
        for end in ("source", "target"):
            if entry[end] not in entry["text"]:
                raise self._wrong(f"an example's {end}", entry[end], f"name one that stands in {entry['text']!r}")
        return Example(entry["text"], entry["source"], entry["target"])

    def _wrong(self, what: str, value: object, cure: str) -> TaxonomyError:
        return TaxonomyError(f"{self.path}: [{self.type_id}] has {what} {value!r}; {cure}.")


def _index(types: Mapping[str, RelationType], folder: Path) -> dict[tuple[str, str], tuple[TypedFrame, ...]]:
    """Return the frames by word and part; the same slots may serve two types only for different kinds of actors."""
    index: dict[tuple[str, str], list[TypedFrame]] = {}
    for relation_type in types.values():
        for frame in relation_type.frames:
            entries = index.setdefault((frame.word, frame.part), [])
            for other, theirs in entries:
                if _same(theirs, frame):
                    raise TaxonomyError(
                        f"{folder}: the {frame.part} {frame.word!r} with {frame.source!r} and {frame.target!r} stands "
                        f"in [{other.id}] and in [{relation_type.id}] for the same kinds of actors; keep one of them."
                    )
            entries.append((relation_type, frame))
    return {key: tuple(entries) for key, entries in index.items()}


def _same(a: Frame, b: Frame) -> bool:
    slots = (a.source, a.target) == (b.source, b.target)
    return slots and bool(set(a.source_kinds) & set(b.source_kinds)) and bool(set(a.target_kinds) & set(b.target_kinds))


def _verb_forms(verbs: Iterable[str], irregular: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return the lemma of each past and participle of some verbs."""
    return {form: verb for verb in sorted(verbs) for form in irregular.get(verb) or (_regular_past(verb),)}


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _regular_past(verb: str) -> str:
    """Return the past of a regular verb: "hug" hugged, "deny" denied, "use" used."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    vowels = [letter in "aeiou" for letter in verb]
    if len(verb) > 2 and vowels[-3:] == [False, True, False] and sum(vowels) == 1 and verb[-1] not in "wxy":
        return verb + verb[-1] + "ed"
    return verb + "ed"
