"""Roles: who fills which slot of a word.

Slots speak of meaning: "agent", "patient", "recipient", "poss", "compound" and "prep:with", "prep:on", ... so that a
passive needs no second rule.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.phrases import (
    NOUN_CLAUSE,
    OBJECT,
    OPEN_COMPLEMENT,
    RECIPIENT,
    RELATIVE_CLAUSE,
    RELATIVE_PRONOUNS,
    SUBJECT,
    conjuncts,
    is_verbal,
    modifiers,
    object_of,
    possessor,
    prepositional,
)
from graph.extract.subjects import ENTITLING, antecedent, causer, is_passive, surface_subjects

if TYPE_CHECKING:
    from graph.extract.tokens import Token

# What one does at a school or a body: "Yale, where she teaches".
ATTENDING = frozenset({"study", "teach", "lecture", "work", "train", "enrol", "enroll"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A token and the slot that it fills."""

    slot: str
    token: "Token"


def arguments(word: "Token") -> list[Argument]:
    """Return what fills the slots of a verb, noun or adjective, conjuncts told apart.

    "Comey was sacked by Trump": patient Comey, agent Trump. "talks with Lavrov and Putin": prep:with twice.
    """
    found = list(_clause_arguments(word) if is_verbal(word) else _noun_arguments(word))
    return [
        Argument(a.slot, token) for a in found for token in conjuncts(a.token) if not _is_behind(token, a.token, word)
    ]


def _is_behind(token: "Token", first: "Token", clause: "Token") -> bool:
    """Tell whether a conjunct stands behind a relative clause that tells of the first: "Ann, who left, and [Bob]"."""
    return first.i < clause.i < token.i and first.is_ancestor(clause)


def dated_event(time: "Token", triggers: Collection[int]) -> "Token | None":
    """Return the event that a time expression modifies: the nearest trigger or verb above it, None for none.

    "met Ann Hale in the Senate on Tuesday" dates the meeting, wherever a parser hangs "Tuesday".
    """
    word = time
    while word.head.i != word.i:
        word = word.head
        if word.i in triggers or is_verbal(word):
            return word
    return None


def carriers(trigger: "Token", light_verbs: frozenset[str]) -> Iterator[tuple["Token", bool]]:
    """Yield the words whose time can be a trigger's too, and whether it can where the time stands before them.

    These are a light verb ("held talks on Tuesday", "sanctions imposed in 2014"), the first of coordinated verbs ("on
    Tuesday met her and praised him") and the verb before an infinitive, for what stands behind it ("is due to meet her
    on Tuesday", but not "on Tuesday agreed to meet her").
    """
    head = trigger.head
    if not is_verbal(trigger):
        yield from ((c, False) for c in trigger.children if c.dep_ in NOUN_CLAUSE and c.lemma_.lower() in light_verbs)
        if (trigger.dep_ in OBJECT or trigger.dep_ in SUBJECT) and head.lemma_.lower() in light_verbs:
            yield head, True
    elif trigger.dep_ == "conj" and head.i != trigger.i:
        yield head, True
    elif trigger.dep_ in OPEN_COMPLEMENT:
        yield head, False


def _clause_arguments(verb: "Token") -> Iterator[Argument]:
    passive = is_passive(verb)
    has_object = bool(object_of(verb))
    for subject in surface_subjects(verb):
        yield Argument("patient" if passive else "agent", subject)
        if passive and has_object:  # "Peru was given helicopters"
            yield Argument("recipient", subject)
    if (had := causer(verb)) is not None:
        yield from (Argument("agent", subject) for subject in surface_subjects(had))
    for child in verb.children:
        if child.dep_ in OBJECT:
            yield Argument("patient", antecedent(child))
        elif child.dep_ in RECIPIENT and child.pos_ != "ADP":
            yield Argument("recipient", antecedent(child))
            if not has_object or verb.lemma_ in ENTITLING:  # "charged [Ann Hale] with fraud", "named [her] a judge"
                yield Argument("patient", antecedent(child))
    for preposition, noun in prepositional(verb):
        yield from _oblique(preposition, antecedent(noun), passive=passive)
        for second, other in prepositional(noun):
            if not any(c.dep_ == "det" for c in noun.children):  # "in favour of", "on behalf of", "in talks with"
                yield Argument(f"prep:{preposition} {noun.lower_} {second}", other)
    yield from _gap(verb, passive=passive, has_object=has_object)
    if verb.dep_ in RELATIVE_CLAUSE and any(c.lower_ == "where" for c in verb.lefts):  # "Oslo, where Ann Hale lives"
        yield Argument("prep:in", verb.head)
        if verb.lemma_ in ATTENDING:
            yield Argument("prep:at", verb.head)


def _oblique(preposition: str, noun: "Token", *, passive: bool) -> Iterator[Argument]:
    if preposition == "by" and passive:
        yield Argument("agent", noun)
        return
    yield Argument(f"prep:{preposition}", noun)
    if preposition == "to":
        yield Argument("recipient", noun)


def _gap(verb: "Token", *, passive: bool, has_object: bool) -> Iterator[Argument]:
    """Fill the missing object of a relative clause without a pronoun: "the man Trump fired"."""
    if verb.dep_ not in RELATIVE_CLAUSE or passive or has_object:
        return
    own = [c for c in verb.children if c.dep_ in SUBJECT]
    pronouns = [c for c in verb.subtree if c.lower_ in RELATIVE_PRONOUNS and c.tag_ not in ("IN", "DT")]
    if own and not pronouns:
        yield Argument("patient", verb.head)


def _noun_arguments(noun: "Token") -> Iterator[Argument]:
    if (owner := possessor(noun)) is not None:
        yield Argument("poss", antecedent(owner))
    for modifier in modifiers(noun):
        yield Argument("compound", modifier)
    for preposition, other in prepositional(noun):
        yield Argument(f"prep:{preposition}", antecedent(other))
        if preposition == "between" and len(conjuncts(other)) == 1 and (second := _second_of_two(other)) is not None:
            yield Argument("prep:between", second)


def _second_of_two(first: "Token") -> "Token | None":
    """Return Y in "between X and Y" where a parser begins a clause at "and"."""
    following = first.doc[first.right_edge.i + 1 : first.right_edge.i + 4]
    if len(following) < 2 or following[0].lower_ != "and":
        return None
    return next((token for token in following[1:] if token.pos_ == "PROPN"), None)
