"""Ties that nouns say: events ("X's talks with Y", "an attack on Y") and persons in a role ("a critic of Y")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.mentions import Found
from graph.extract.roles import (
    OBJECT,
    SUBJECT,
    arguments,
    conjuncts,
    is_passive,
    is_verbal,
    predicate_subject,
    surface_subjects,
)
from graph.extract.ties import FrameFiller, Slots, Tie

if TYPE_CHECKING:
    from spacy.tokens import Token


class NounTies:
    """Finds the ties of nouns."""

    def __init__(self, frames: FrameFiller, cues: Cues) -> None:
        self._frames = frames
        self._cues = cues

    def of(self, noun: "Token") -> Iterator[Tie]:
        """Yield the ties that a token is the trigger of as a noun."""
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
        frames = self._frames.named(noun.lemma_.lower(), "noun")
        if not frames:
            return
        slots = self._frames.filled(arguments(noun))
        for slot, found in self._lent_by_verb(noun).items():
            slots.setdefault(slot, []).extend(f for f in found if f not in slots.get(slot, []))
        slots["self"] = self._described_by(noun)
        yield from self._frames.fitting(frames, slots, noun, noun.i, noun.lemma_.lower(), "noun")

    def _lent_by_verb(self, noun: "Token") -> Slots:
        """Return what a light verb gives to the noun that is its object: "Russia launched an attack on ..."."""
        verb = noun.head
        while noun.dep_ == "conj":
            noun = noun.head
            verb = noun.head
        lemma = verb.lemma_.lower()
        cues = self._cues
        if lemma not in cues.light_verbs | cues.receiving_verbs or not is_verbal(verb):
            return {}
        is_object = noun.dep_ in OBJECT or (noun.dep_ in SUBJECT and is_passive(verb)) or noun.dep_ == "acl"
        if not is_object and not (verb.dep_ == "acl" and verb.head.i == noun.i):
            return {}
        slots: Slots = {}
        if not is_passive(verb):
            subjects = self._frames.mentions(t for s in surface_subjects(verb) for t in conjuncts(s))
            if lemma in cues.light_verbs:
                slots["agent"] = subjects
            if lemma in cues.receiving_verbs:  # both for "win": "won a victory over", "won praise from"
                slots["patient"] = list(subjects)
        for argument in arguments(verb):
            if argument.slot.startswith("prep:") or argument.slot == "recipient":
                slots.setdefault(argument.slot, []).extend(self._frames.at(argument.token))
            elif argument.slot == "agent" and is_passive(verb):
                slots.setdefault("agent", []).extend(self._frames.at(argument.token))
        return slots

    def _described_by(self, noun: "Token") -> list[Found]:
        """Return whom a noun is said of: "Ann, a critic of Bob", "Ann is a critic of Bob", "critic Ann"."""
        subject = predicate_subject(noun)
        if subject is not None:
            return self._frames.mentions(conjuncts(subject))
        if noun.dep_ in ("appos", "nmod:desc", "compound") and (found := self._frames.at(noun.head)):
            return found
        return self._frames.at(noun)
