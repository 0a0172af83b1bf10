"""Reads the corpora that give names only: UNER, WikiGold and WNUT 17."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.language.training.gold import GoldSentence, Name, Word

UNER_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
WIKIGOLD_LABELS = UNER_LABELS
WNUT_LABELS = {"person": "PERSON", "location": "LOC", "corporation": "ORG", "group": "ORG"}

_NO_SPACE_BEFORE = re.compile(r"^([.,;:!?%)\]}]|'s|'S|n't|'re|'ve|'ll|'d|'m|’s|\.\.\.)$")
_NO_SPACE_AFTER = frozenset("( [ { $ # £ €".split())


def build_names(tags: Sequence[str], labels: dict[str, str]) -> tuple[Name, ...]:
    """Names from IOB tags of either kind; labels not in `labels` are no names of ours."""
    names: list[Name] = []
    start, kind = 0, ""
    for index, tag in enumerate((*tags, "O")):
        mark, _, label = tag.partition("-")
        if kind and (mark != "I" or label != kind):
            if kind in labels:
                names.append(Name(start, index, labels[kind]))
            kind = ""
        if label and not kind:
            start, kind = index, label
    return tuple(names)


def read_uner(path: Path) -> dict[str, tuple[Name, ...]]:
    """Names of each EWT sentence, by its id; word indices are those of the treebank."""
    found = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.strip().split("\n")
        ids = [line.removeprefix("# sent_id = ") for line in lines if line.startswith("# sent_id = ")]
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if ids and rows:
            found[ids[0]] = build_names([row[2] for row in rows if row[0].isdigit()], UNER_LABELS)
    return found


def read_wikigold(path: Path) -> Iterator[GoldSentence]:
    """Sentences of WikiGold, with the spaces that its words have lost put back by rule."""
    return _read_columns(path, " ", WIKIGOLD_LABELS)


def read_wnut(path: Path) -> Iterator[GoldSentence]:
    """Posts of WNUT 17, likewise."""
    return _read_columns(path, "\t", WNUT_LABELS)


def _read_columns(path: Path, separator: str, labels: dict[str, str]) -> Iterator[GoldSentence]:
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.rsplit(separator, 1) for line in block.split("\n") if separator in line]
        rows = [row for row in rows if row[0].strip()]
        if rows:
            texts = [row[0].strip().replace(" ", "\u00a0") for row in rows]
            yield GoldSentence(space_words(texts), build_names([row[1].strip() for row in rows], labels))


def space_words(texts: Sequence[str]) -> tuple[Word, ...]:
    """Words with spaces as a printer would set them: none before a comma, inside quotes, before "n't"."""
    words = []
    quote_open = False
    for index, text in enumerate(texts):
        following = texts[index + 1] if index + 1 < len(texts) else ""
        closing_next = following in ("''", '"', "”") and (quote_open or text in ('"', "``") or following != '"')
        if text == '"':
            quote_open = not quote_open
            space = not quote_open
        else:
            space = text not in _NO_SPACE_AFTER and text not in ("``", "“")
        if _NO_SPACE_BEFORE.match(following) or (closing_next and quote_open and following == '"'):
            space = False
        words.append(Word(text, space))
    return tuple(words)
