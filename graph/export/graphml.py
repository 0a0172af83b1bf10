"""The export for Cytoscape, yEd, igraph and networkx (`networkx.read_graphml` reads it back)."""

import json
from io import BytesIO

import networkx as nx

from graph.export.flat import flat_network
from graph.export.proofs import Proof, clean, proofs_of
from graph.model import KnowledgeBase
from graph.taxonomy import Taxonomy


def graphml(kb: KnowledgeBase, taxonomy: Taxonomy) -> bytes:
    """Return GraphML with the attributes of `flat_network`; an edge's id is the relation's.

    Its `claims` are a JSON list with all that is known of each, so that they come back one by one.
    """
    network = flat_network(kb, taxonomy)
    for relation in kb.relations.values():
        told = json.dumps([_claim(proof) for proof in proofs_of(kb, relation)], ensure_ascii=False)
        network.edges[clean(relation.source), clean(relation.target), clean(relation.id)]["claims"] = clean(told)
    file = BytesIO()
    nx.write_graphml_xml(network, file)
    return file.getvalue()


def _claim(proof: Proof) -> dict[str, object]:
    claim, article = proof.claim, proof.article
    values = {
        "claim_id": claim.id,
        "sentence": proof.words(proof.sentence),
        "start": str(proof.sentence.start),
        "source_words": proof.words(claim.source.span),
        "trigger": proof.words(claim.trigger),
        "target_words": proof.words(claim.target.span),
        "status": claim.status.value,
        "speaker_id": proof.speaker.id if proof.speaker else None,
        "when": claim.when,
        "confidence": claim.confidence,
        "construction": claim.construction.value,
        "rule": claim.rule,
        "article_id": article.id,
        "article": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "author": article.author,
    }
    return {name: value for name, value in values.items() if value is not None}
