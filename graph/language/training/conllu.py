"""Reads Universal Dependencies treebanks (CoNLL-U) into gold sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.language.training.gold import GoldSentence, Word

KEPT_SUBTYPES = frozenset(
    "nsubj:pass csubj:pass aux:pass obl:agent obl:unmarked nmod:poss nmod:unmarked nmod:desc acl:relcl advcl:relcl "
    "compound:prt det:predet cc:preconj".split()
)
KEPT_FEATURES = frozenset(("Degree", "Number", "Person", "Tense", "VerbForm"))


@dataclass(frozen=True, slots=True)
class TreebankSentence:
    """A gold sentence, the document and sentence ids, and the raw `Entity=` notes of its words ("" where none)."""

    doc_id: str
    id: str
    opens_paragraph: bool
    gold: GoldSentence
    entity_notes: tuple[str, ...]


def read_treebank(path: Path) -> Iterator[TreebankSentence]:
    """Every sentence of a CoNLL-U file, in order."""
    doc_id = ""
    block: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                doc_id = line.removeprefix("# newdoc id = ")
            if line:
                block.append(line)
            elif block:
                yield _read_sentence(doc_id, block)
                block = []
    if block:
        yield _read_sentence(doc_id, block)


def _read_sentence(doc_id: str, block: list[str]) -> TreebankSentence:
    comments = [line for line in block if line.startswith("#")]
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    sentence_id = next((line.removeprefix("# sent_id = ") for line in comments if line.startswith("# sent_id")), "")
    words, notes = build_words(rows)
    opens = any(line.startswith("# newpar") or line.startswith("# newdoc") for line in comments)
    return TreebankSentence(doc_id, sentence_id, opens, GoldSentence(words), notes)


def build_words(rows: list[list[str]]) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Words and entity notes of the rows of one sentence.

    A multiword row ("3-4  don't") gives its words the room they have in the text; empty nodes ("8.1") are left out.
    Raises ValueError where the words of a multiword row do not spell it (in EWT and GUM they always do).
    """
    spaces = _read_spaces(rows)
    kept = [row for row in rows if row[0].isdigit()]
    words = []
    for index, row in enumerate(kept):
        is_root = row[6] == "0"
        words.append(
            Word(
                text=row[1].replace(" ", "\u00a0"),
                space=spaces.get(int(row[0]), _has_space(row)),
                tag=None if row[4] == "_" else row[4],
                pos="PROPN" if row[4].startswith("NNP") else row[3],
                morph=_keep_features(row[5]),
                lemma=row[2],
                head=index if is_root else int(row[6]) - 1,
                dep="ROOT" if is_root else keep_relation(row[7]),
            )
        )
    return tuple(words), tuple(_find_note(row[9]) for row in kept)


def _read_spaces(rows: list[list[str]]) -> dict[int, bool]:
    """Whether a space follows, for the words in multiword rows: inside none, after the last as the row says."""
    forms = {int(row[0]): row[1] for row in rows if row[0].isdigit()}
    spaces: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            inside = range(first, last + 1)
            if "".join(forms[index] for index in inside) != row[1]:
                raise ValueError(f"The words {first} to {last} do not spell {row[1]!r}; mend the treebank.")
            spaces |= {index: index == last and _has_space(row) for index in inside}
    return spaces


def _has_space(row: list[str]) -> bool:
    return "SpaceAfter=No" not in row[9].split("|")


def keep_relation(relation: str) -> str:
    """The relation, without its subtype unless Dramatis makes use of it."""
    return relation if relation in KEPT_SUBTYPES else relation.split(":")[0]


def _keep_features(features: str) -> str:
    return "|".join(pair for pair in features.split("|") if pair.split("=")[0] in KEPT_FEATURES)


def _find_note(misc: str) -> str:
    return next((part.removeprefix("Entity=") for part in misc.split("|") if part.startswith("Entity=")), "")
