"""Fills the sentences of `sentences.txt` with names: news-like text with every name known."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

from graph.language.training.augment import build_words, capitalise_title
from graph.language.training.gazetteer import Gazetteer
from graph.language.training.gold import GoldDoc, GoldSentence, Name, Word
from graph.language.training.slots import Cast

_TOKEN = re.compile(r"\{\w+(?::\d)?\}|'s\b|n't\b|[$£€]|\w[\w.-]*\w|\w|[^\w\s]")
HEADLINE = "= "
# Fixed names that stand in the sentences themselves.
_FIXED = {
    ("Trump", "Tower"): "LOC",
    ("United", "States"): "LOC",
    ("Congress",): "ORG",
    ("Parliament",): "ORG",
    ("Kremlin",): "ORG",
    ("White", "House"): "ORG",
    ("Pentagon",): "ORG",
    ("Twitter",): "ORG",
    ("Reuters",): "ORG",
    ("US",): "LOC",
    ("UN",): "ORG",
    ("EU",): "ORG",
}


def build_own_docs(gazetteer: Gazetteer, *, copies: int, seed: int) -> tuple[GoldDoc, ...]:
    """`copies` documents, each holding every line once, filled at random."""
    rng = random.Random(seed)  # noqa: S311
    lines = read_lines()
    docs = []
    for copy in range(copies):
        rng.shuffle(lines)
        docs.append(
            GoldDoc(f"own_{copy}", tuple(sentence for line in lines for sentence in fill_line(line, gazetteer, rng)))
        )
    return tuple(docs)


def read_lines() -> list[str]:
    """The lines of `sentences.txt`, without its remarks."""
    text = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def fill_line(line: str, gazetteer: Gazetteer, rng: random.Random) -> tuple[GoldSentence, ...]:
    """The sentences of a line ("|" between them) with one cast; a headline ("= " before it) in one of three cases."""
    cast = Cast(gazetteer, rng)
    sentences = tuple(
        fill_sentence(part.strip(), cast, articles=not line.startswith(HEADLINE))
        for part in line.removeprefix(HEADLINE).split("|")
    )
    if not line.startswith(HEADLINE):
        return sentences
    draw = rng.random()
    if draw < 0.35:
        return sentences
    change = str.upper if draw < 0.55 else capitalise_title
    return tuple(
        replace(found, words=tuple(replace(word, text=change(word.text)) for word in found.words))
        for found in sentences
    )


def fill_sentence(line: str, cast: Cast, *, articles: bool) -> GoldSentence:
    """The sentence with its slots filled, and the names that then stand in it."""
    words: list[Word] = []
    names: list[Name] = []
    for match in _TOKEN.finditer(line):
        space = line[match.end() : match.end() + 1] == " "
        if not match[0].startswith("{"):
            words.append(Word(match[0], space))
            continue
        filling = cast.fill(match[0].strip("{}"))
        if articles and filling.has_article and can_take_article(words):
            words.append(Word("the" if words and words[-1].text not in ('"', ":") else "The"))
        filled = build_words(filling.text, space=space)
        if filling.label:
            names.append(Name(len(words), len(words) + len(filled), filling.label))
        words += filled
    named = sorted((*names, *_find_fixed(words, names)), key=lambda name: name.start)
    return GoldSentence(tuple(words), tuple(named), filled=True)


def can_take_article(words: list[Word]) -> bool:
    """Whether "the" may follow: not after another article, an owner, an adjective of a country or an opening sign."""
    if not words:
        return True
    last = words[-1].text
    return last.lower() not in ("the", "a", "an", "'s", "its", "his", "her", "their", "our", "(", "/", "-") and not (
        last[:1].isupper() and len(words) > 1
    )


def _find_fixed(words: list[Word], names: list[Name]) -> list[Name]:
    taken = {index for name in names for index in range(name.start, name.end)}
    texts = [word.text for word in words]
    return [
        Name(i, i + len(fixed), label)
        for fixed, label in _FIXED.items()
        for i in range(len(texts))
        if tuple(texts[i : i + len(fixed)]) == fixed and not taken & set(range(i, i + len(fixed)))
    ]
