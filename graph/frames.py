"""The values of the taxonomy: kinds of actors, types of relations and the frames that signal them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActorKind:
    """A kind of actor: `id` as "person", `code` as the gold graphs write it ("PERSON")."""

    id: str
    label: str
    plural: str
    code: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger and where its two ends stand.

    `word` is a lemma, or a phrasal verb's lemmas with a space between ("carry out"). `part` is "verb", "noun" or
    "adjective". `source` and `target` are slots: "agent", "patient", "recipient", "prep:with", "poss",
    "compound", ... (see the text of graph/taxonomy.py). `source_kinds` and `target_kinds` are the kinds of actors that
    may stand there, among those of the relation type.
    """

    word: str
    part: str
    source: str
    target: str
    source_kinds: tuple[str, ...] = ()
    target_kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that says a relation between two actors; `source` and `target` are their names in it."""

    text: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class RelationType:
    """A kind of relation, read as "A <label> B" and "B <inverse> A"."""

    id: str
    family: str
    label: str
    inverse: str
    symmetric: bool = False
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ()
    examples: tuple[Example, ...] = ()
