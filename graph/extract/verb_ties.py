"""Ties that verbs say: what one actor does to another, and gerunds that a parser takes for nouns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.reasons import verb_reason
from graph.extract.roles import (
    OBJECT,
    arguments,
    conjuncts,
    following,
    gerund_lemmas,
    is_verbal,
    modifiers,
    noun_phrase_behind,
    object_of,
    particle,
    prepositional,
    surface_subjects,
)
from graph.extract.ties import FrameFiller, Slots, Tie, pairs
from graph.model import Construction

if TYPE_CHECKING:
    from spacy.tokens import Token

# Prepositions whose phrase a parser may hang on the object though it belongs to the verb.
COMPLEMENTS = frozenset({"to", "with", "against", "on", "from", "for", "into"})

# Verbs that say what somebody is, not what he does to another.
COPULAR = frozenset({"be", "have", "do", "become", "remain", "seem", "appear", "mean", "include", "feature", "involve"})


class VerbTies:
    """Finds the ties of verbs."""

    def __init__(self, frames: FrameFiller, cues: Cues) -> None:
        self._frames = frames
        self._cues = cues

    def of(self, token: "Token") -> Iterator[Tie]:
        """Yield the ties that a token is the trigger of as a verb."""
        if is_verbal(token) and token.pos_ == "VERB":
            yield from self._verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from self._gerund(token)

    def _verb(self, verb: "Token") -> Iterator[Tie]:
        own = self._frames.filled(arguments(verb))
        slots = {**self._behind_objects(verb), **own}
        lemma, particle_ = verb.lemma_.lower(), particle(verb)
        words = [f"{lemma} {particle_ or following(verb)}"]
        words += [f"{lemma} {noun.lemma_.lower()}" for noun in object_of(verb)]
        for word in (*words, *self._bare(verb, lemma)):
            frames = self._frames.named(word, "verb")
            if frames:
                last = _last_of(verb, word)
                yield from self._frames.fitting(frames, slots, verb, last, word, "verb")
                return
        yield from self._unnamed(verb, own, f"{lemma} {particle_}".strip())

    def _bare(self, verb: "Token", lemma: str) -> tuple[str, ...]:
        """Return a verb's lemma, nothing where its object says it all: "gave support to X" gives X no gift."""
        frames = (f for noun in object_of(verb) for f in self._frames.named(noun.lemma_.lower(), "noun"))
        slots = {slot for _, frame in frames for slot in (frame.source, frame.target)}
        is_light = lemma in self._cues.light_verbs and "agent" in slots
        is_light |= lemma in self._cues.receiving_verbs and "patient" in slots
        return () if is_light else (lemma,)

    def _behind_objects(self, verb: "Token") -> Slots:
        """Return what prepositions give that stand behind an object: "supplied weapons [to Kenya]"."""
        slots: Slots = {}
        for noun in (*object_of(verb), *(noun for _, noun in prepositional(verb))):
            own = self._frames.named(noun.lemma_.lower(), "noun") if noun.dep_ not in OBJECT else ()
            for preposition, other in prepositional(noun):
                if preposition in COMPLEMENTS and not any(
                    f"prep:{preposition}" in (f.source, f.target) for _, f in own
                ):
                    slots.setdefault(f"prep:{preposition}", []).extend(self._frames.mentions(conjuncts(other)))
        if "prep:to" in slots:
            slots["recipient"] = slots["prep:to"]
        return slots

    def _unnamed(self, verb: "Token", slots: Slots, lemma: str) -> Iterator[Tie]:
        """Yield a tie of a verb that no frame names: what one actor does to another keeps its own lemma."""
        cues = self._cues
        if verb.lemma_.lower() in cues.light_verbs | cues.receiving_verbs | cues.speech | COPULAR:
            return
        for slot, preposition in (("patient", ""), ("prep:with", " with"), ("prep:against", " against")):
            for source, target in pairs(slots.get("agent", []), slots.get(slot, []), symmetric=False):
                said = lemma + preposition
                _, words = verb_reason(verb, lemma, (("agent", source), (slot, target)))
                reason = (Construction.OTHER_VERB, words)
                yield Tie(said.replace(" ", "_"), source, target, verb.i, verb.i, verb.i, said, *reason)

    def _gerund(self, noun: "Token") -> Iterator[Tie]:
        """Yield the ties of a gerund that a parser takes for a noun: "a photo of the president greeting Ann Hale".

        No noun has another noun phrase right behind it, so what stands there is the gerund's object.
        """
        behind = noun_phrase_behind(noun)
        if noun.tag_ != "NN" or not noun.lower_.endswith("ing") or behind is None:
            return
        agents = self._frames.mentions(t for t in modifiers(noun) if t.i == noun.i - 1)
        if not agents and noun.dep_ in OBJECT:  # "denied meeting Ann Hale"
            agents = self._frames.mentions(surface_subjects(noun.head))
        slots = {"agent": agents, "patient": self._frames.at(behind)}
        for lemma in gerund_lemmas(noun.lower_):
            frames = self._frames.named(lemma, "verb")
            if frames:
                yield from self._frames.fitting(frames, slots, noun, noun.i, lemma, "verb")
                return


def _last_of(verb: "Token", word: str) -> int:
    """Return the last token of a trigger of two words, where it stands right behind the verb."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    return verb.i + 1 if " " in word and following is not None and following.head.i == verb.i else verb.i
