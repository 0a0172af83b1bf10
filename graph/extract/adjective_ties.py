"""Ties that adjectives say: "rebels loyal to Y", and those that a hyphen joins to a name, "Y-backed rebels"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extract.mentions import Found
from graph.extract.phrases import conjuncts, is_verbal, prepositional
from graph.extract.roles import Argument
from graph.extract.subjects import is_passive, predicate_subject, surface_subjects
from graph.extract.ties import FrameFiller, Tie

if TYPE_CHECKING:
    from graph.extract.tokens import Token


class AdjectiveTies:
    """Finds the ties of adjectives."""

    def __init__(self, frames: FrameFiller) -> None:
        self._frames = frames

    def of(self, word: "Token") -> Iterator[Tie]:
        """Yield the ties that a token is the trigger of as an adjective."""
        if word.pos_ not in ("ADJ", "VERB", "NOUN") and word.i + 2 >= len(word.doc):
            return
        lemma = word.lower_
        frames = self._frames.named(lemma, "adjective")
        if not frames:
            return
        slots = self._frames.filled(
            Argument(f"prep:{p}", t) for p, noun in prepositional(word) for t in conjuncts(noun)
        )
        slots["hyphen"] = self._hyphenated(word)
        described = word.head if word.dep_ in ("amod", "acl", "compound", "acl:relcl", "nmod:desc") else None
        if described is None and word.i + 1 < len(word.doc) and slots["hyphen"]:
            described = word.doc[word.i + 1] if word.head.i <= word.i else word.head
        subjects = [described] if described is not None else _subjects(word)
        slots["self"] = self._frames.mentions(t for subject in subjects for t in conjuncts(subject))
        yield from self._frames.fitting(frames, slots, word, word.i, lemma, "adjective")

    def _hyphenated(self, word: "Token") -> list[Found]:
        """Return the name that a hyphen joins to a word: "US-led", "anti-Assad"."""
        doc = word.doc
        if word.i >= 2 and doc[word.i - 1].text in "-‑–" and not doc[word.i - 1].whitespace_:
            return self._frames.at(doc[word.i - 2])
        if word.i + 2 < len(doc) and doc[word.i + 1].text in "-‑–" and not word.whitespace_:
            return self._frames.at(doc[word.i + 2])
        return []


def _subjects(word: "Token") -> list["Token"]:
    """Return of whom an adjective is said, also one that is parsed as a passive: "[Ann] was opposed to Bob"."""
    subject = predicate_subject(word)
    if subject is not None:
        return [subject]
    return surface_subjects(word) if is_verbal(word) and is_passive(word) else []
