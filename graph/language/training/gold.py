"""What every corpus is read into: gold sentences, and the spaCy examples made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

MISSING = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the corpus splits it; what a corpus does not say is None."""

    text: str
    space: bool = True
    tag: str | None = None
    pos: str | None = None
    morph: str = ""
    lemma: str | None = None
    head: int | None = None  # index in the sentence; the root's is its own
    dep: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """Words `start` to `end` (half-open) of a sentence name a PERSON, an ORG or a LOC."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """The words of a sentence; `names` is None where the corpus does not say, and `unsure` are words it leaves open.

    `filled`: its names were put in to fit, so that they need not be swapped for others.
    """

    words: tuple[Word, ...]
    names: tuple[Name, ...] | None = None
    unsure: frozenset[int] = frozenset()
    filled: bool = False

    @property
    def text(self) -> str:
        return "".join(word.text + " " * word.space for word in self.words).strip()

    @property
    def has_tree(self) -> bool:
        return all(word.head is not None for word in self.words)


@dataclass(frozen=True, slots=True)
class GoldDoc:
    """Sentences of one text, in order; `paragraphs` are the indices of sentences that open one."""

    id: str
    sentences: tuple[GoldSentence, ...]
    paragraphs: frozenset[int] = frozenset()


def find_name_tags(sentence: GoldSentence) -> list[str]:
    """IOB tags of a sentence, "" where the corpus leaves a word open."""
    if sentence.names is None:
        return [MISSING] * len(sentence.words)
    tags = ["O"] * len(sentence.words)
    for name in sentence.names:
        for index in range(name.start, name.end):
            tags[index] = ("B-" if index == name.start else "I-") + name.label
    for index in sentence.unsure:
        tags[index] = MISSING
    return tags


def close_sentence(sentence: GoldSentence) -> GoldSentence:
    """The sentence with a space after its last word, so that another can follow."""
    if not sentence.words or sentence.words[-1].space or sentence.words[-1].text.isspace():
        return sentence
    return replace(sentence, words=(*sentence.words[:-1], replace(sentence.words[-1], space=True)))


def build_example(nlp: Language, sentences: Sequence[GoldSentence]) -> Example:
    """The sentences as one text: tokens as `nlp` splits it, against words, trees and names as the corpus has them."""
    words = [word for sentence in sentences for word in close_sentence(sentence).words]
    heads: list[int] = []
    if all(sentence.has_tree for sentence in sentences):
        for sentence in sentences:
            offset = len(heads)
            heads += [offset + word.head for word in sentence.words if word.head is not None]
    reference = Doc(
        nlp.vocab,
        words=[word.text for word in words],
        spaces=[word.space for word in words],
        tags=[word.tag or "" for word in words],
        pos=[word.pos or "" for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma or "" for word in words],
        ents=[tag for sentence in sentences for tag in find_name_tags(sentence)],
        heads=heads or None,
        deps=[word.dep or "" for word in words] if heads else None,
    )
    return Example(nlp.make_doc(reference.text), reference)
