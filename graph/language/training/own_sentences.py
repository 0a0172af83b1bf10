"""Fills the sentences of `sentences.txt` with names: news-like text with every name known."""

from __future__ import annotations

import random
import re
from pathlib import Path

from graph.language.training.augment import build_words
from graph.language.training.gazetteer import Gazetteer
from graph.language.training.gold import GoldDoc, GoldSentence, Name, Word

_SLOT = re.compile(r"\{(\w+)\}")
_TOKEN = re.compile(r"\{\w+\}|'s\b|n't\b|[$£]|\w[\w.-]*\w|\w|[^\w\s]")
_LABELS = {"person": "PERSON", "surname": "PERSON", "org": "ORG", "place": "LOC"}
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
}


def build_own_docs(gazetteer: Gazetteer, *, copies: int, seed: int) -> tuple[GoldDoc, ...]:
    """`copies` documents, each holding every sentence once, filled at random."""
    rng = random.Random(seed)  # noqa: S311
    text = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    docs = []
    for copy in range(copies):
        rng.shuffle(lines)
        docs.append(GoldDoc(f"own_{copy}", tuple(fill_sentence(line, gazetteer, rng) for line in lines)))
    return tuple(docs)


def fill_sentence(line: str, gazetteer: Gazetteer, rng: random.Random) -> GoldSentence:
    """The sentence with its slots filled, and the names that then stand in it."""
    words: list[Word] = []
    names: list[Name] = []
    matches = list(_TOKEN.finditer(line))
    for match in matches:
        space = line[match.end() : match.end() + 1] == " "
        slot = _SLOT.fullmatch(match[0])
        if slot:
            filled = build_words(_choose(slot[1], gazetteer, rng), space=space)
            names.append(Name(len(words), len(words) + len(filled), _LABELS[slot[1]]))
            words += filled
        else:
            words.append(Word(match[0], space))
    named = sorted((*names, *_find_fixed(words, names)), key=lambda name: name.start)
    return GoldSentence(tuple(words), tuple(named))


def _choose(slot: str, gazetteer: Gazetteer, rng: random.Random) -> str:
    if slot == "org":
        return gazetteer.choose_organisation(rng).removeprefix("The ")
    if slot == "place":
        return gazetteer.choose_place(rng)
    first, last = gazetteer.choose_person(rng)
    return last if slot == "surname" else f"{first} {last}"


def _find_fixed(words: list[Word], names: list[Name]) -> list[Name]:
    taken = {index for name in names for index in range(name.start, name.end)}
    texts = [word.text for word in words]
    return [
        Name(i, i + len(fixed), label)
        for fixed, label in _FIXED.items()
        for i in range(len(texts))
        if tuple(texts[i : i + len(fixed)]) == fixed and i not in taken
    ]
