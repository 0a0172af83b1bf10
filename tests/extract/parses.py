"""Parses built by hand, so that the rules are tested without a trained pipeline."""

import spacy
from spacy.tokens import Doc

from graph.extract import read_parse
from graph.extract.parse import Parse
from graph.extract.tokens import DocReader, join_docs
from graph.model import Article, Extraction
from graph.taxonomy import load_taxonomy

POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "IN": "ADP", "DT": "DET", "JJ": "ADJ", "RB": "ADV",
    "MD": "AUX", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "CC": "CCONJ", "TO": "PART", "POS": "PART",
    "RP": "ADP", "CD": "NUM",
}  # fmt: skip
AUXILIARIES = ("be", "have", "do", "will")


def build_parse(rows: str) -> Parse:
    """Return the parse of one block from rows of "text/lemma/tag/head/label[/entity]" (heads count from 1, 0 is root).

    "_" before a text glues it to the token before it.
    """
    nlp = spacy.blank("en")
    cells = [row.split("/") for row in rows.split()]
    glued = [cell[0].startswith("_") for cell in cells]
    words = [cell[0].removeprefix("_") for cell in cells]
    doc = Doc(
        nlp.vocab,
        words=words,
        spaces=[not after for after in [*glued[1:], True]],
        lemmas=[cell[1] for cell in cells],
        tags=[cell[2] for cell in cells],
        pos=[_pos(cell) for cell in cells],
        heads=[int(cell[3]) - 1 if cell[3] != "0" else i for i, cell in enumerate(cells)],
        deps=[cell[4] for cell in cells],
        ents=[cell[5] if len(cell) > 5 else "O" for cell in cells],
    )
    article = Article(id="a", title="", text=doc.text)
    return Parse(article, join_docs([DocReader(nlp.vocab).read(doc)]), (0,))


def read(rows: str) -> Extraction:
    """Return what the rules read out of a parse built by hand."""
    return read_parse(build_parse(rows), load_taxonomy())


def claims_of(extraction: Extraction) -> set[tuple[str, str, str, str]]:
    """Return (source, relation type, target, status) of each claim, by the canonical names."""
    names = {chain.index: chain.name for chain in extraction.chains}
    return {(names[c.source.chain], c.relation_type, names[c.target.chain], str(c.status)) for c in extraction.claims}


def _pos(cell: list[str]) -> str:
    tag = cell[2]
    if tag.startswith("V"):
        return "AUX" if cell[4].startswith(("aux", "cop")) or (cell[1] in AUXILIARIES and cell[4] != "ROOT") else "VERB"
    return POS.get(tag, "PUNCT")
