"""Two simple readers to compare with, each over the same parse and names as ours.

Pairs: every pair of named entities in one sentence is a relation. Triples: subject, verb and object of the raw parse,
where both ends are named entities; the family is that of the verb's first frame, to be generous. Both take each text
of a name for an actor of its own, save for titles and "the", which the scorer strips.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import Any

from graph.articles import body_blocks, read_article
from graph.extract.parse import parse
from graph.extract.tokens import Doc, Span, Token
from graph.language.load import load_pipeline
from graph.taxonomy import load_taxonomy

CODES = {"PERSON": "PERSON", "ORG": "ORG", "LOC": "GPE", "GPE": "GPE", "NORP": "GROUP"}
SUBJECTS, OBJECTS = ("nsubj",), ("obj", "dobj")


def predict_pairs(document: dict[str, Any]) -> dict[str, Any]:
    """Return a gold document's graph in which all that is named in one sentence is related."""
    doc = _parse(document)
    relations = [
        _relation(one, "appears with", "other", other, sent)
        for sent in doc.sents
        for one, other in combinations(_entities(sent), 2)
    ]
    return _graph(document, doc, relations)


def predict_triples(document: dict[str, Any]) -> dict[str, Any]:
    """Return a gold document's graph of its subject-verb-object triples."""
    doc = _parse(document)
    entity_at = {token.i: ent for ent in _entities(doc) for token in ent}
    relations = []
    for verb in doc:
        if verb.pos_ == "VERB":
            frames = load_taxonomy().frames_for(verb.lemma_.lower(), "verb")
            relation_type = frames[0][0].id if frames else verb.lemma_.lower()
            family = frames[0][0].family if frames else "other"
            for subject, patient in _ends(verb):
                if subject.i in entity_at and patient.i in entity_at:
                    ends = entity_at[subject.i], entity_at[patient.i]
                    relations.append(_relation(ends[0], relation_type, family, ends[1], verb.sent))
    return _graph(document, doc, relations)


def _parse(document: dict[str, Any]) -> Doc:
    article = read_article(document["text"])
    return parse(article, body_blocks(article), load_pipeline()).doc


def _entities(tokens: Span | Doc) -> list[Span]:
    """Return the names in a sentence or a doc, as the pipeline marks and labels them."""
    ends = [t.i for t in tokens if t.ent_iob_ != "I"] + [tokens[-1].i + 1]
    return [tokens[0].doc.span(start, end) for start, end in pairwise(ends) if tokens[0].doc[start].ent_type_ in CODES]


def _ends(verb: Token) -> Iterator[tuple[Token, Token]]:
    children = list(verb.children)
    for subject in (c for c in children if c.dep_ in SUBJECTS):
        for patient in (c for c in children if c.dep_ in OBJECTS):
            yield subject, patient


def _relation(source: Span, relation_type: str, family: str, target: Span, sent: Span) -> dict[str, Any]:
    return {
        "source": source.text,
        "target": target.text,
        "type": relation_type,
        "family": family,
        "evidence": sent.text,
        "negated": False,
        "hedged": False,
    }


def _graph(document: dict[str, Any], doc: Doc, relations: list[dict[str, Any]]) -> dict[str, Any]:
    kinds = {ent.text: CODES[ent[0].ent_type_] for ent in _entities(doc)}
    actors = [{"id": text, "name": text, "type": kind, "aliases": []} for text, kind in kinds.items()]
    return {"id": document["id"], "actors": actors, "relations": relations}
