"""Scores a pipeline on treebank documents, read in texts of twelve sentences."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language

from graph.language.training.corpora import split_docs, split_paragraphs
from graph.language.training.gold import GoldDoc, build_example

SCORES = {
    "tag_acc": "tags",
    "pos_acc": "parts of speech",
    "dep_uas": "UAS",
    "dep_las": "LAS",
    "sents_f": "sentences F",
    "lemma_acc": "lemmas",
    "ents_p": "names P",
    "ents_r": "names R",
    "ents_f": "names F",
}


def score_docs(nlp: Language, docs: Sequence[GoldDoc]) -> dict[str, float]:
    """Scores by the names in SCORES, from 0 to 1; what the pipeline or the documents lack is left out."""
    found = nlp.evaluate([build_example(nlp, text) for text in split_docs(docs)])
    return {title: found[key] for key, title in SCORES.items() if isinstance(found.get(key), float)}


def score_paragraphs(nlp: Language, docs: Sequence[GoldDoc]) -> dict[str, float]:
    """Trees and sentences again, but with each paragraph read by itself, as Dramatis does."""
    found = nlp.evaluate([build_example(nlp, text) for text in split_paragraphs(docs)])
    return {
        title: found[key] for title, key in (("LAS by paragraph", "dep_las"), ("sentences F by paragraph", "sents_f"))
    }


def score_by_label(nlp: Language, docs: Sequence[GoldDoc]) -> dict[str, dict[str, dict[str, float]]]:
    """Precision, recall and F of each relation ("relations") and each kind of name ("names")."""
    found = nlp.evaluate([build_example(nlp, text) for text in split_docs(docs)])
    return {
        "relations": found.get("dep_las_per_type") or {},
        "names": found.get("ents_per_type") or {},
    }
