"""The network with flat attributes, for the formats whose nodes and edges hold plain values only."""

from collections.abc import Mapping

import networkx as nx

from graph.export.proofs import clean, proofs_of
from graph.export.steps import InSteps, Steps
from graph.model import Actor, KnowledgeBase, Relation
from graph.network import build_network
from graph.taxonomy import Taxonomy


def flat_network(kb: KnowledgeBase, taxonomy: Taxonomy, steps: Steps) -> InSteps["nx.MultiDiGraph[str]"]:
    """Return a network of strings and numbers that XML can hold; each actor and relation is one of the steps.

    What has no value is left out. Lists are joined by "; ", the sentences of a relation (`evidence`) by line breaks.
    The relation type stands in `relation_type`, as GEXF keeps `type` to itself.
    """
    measured = build_network(kb)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in kb.actors.values():
        values = _node_values(actor, float(measured.nodes[actor.id]["importance"]))
        network.add_node(clean(actor.id), **_given(values))
        yield from steps.past(1)
    for relation in kb.relations.values():
        ends = clean(relation.source), clean(relation.target)
        network.add_edge(*ends, key=clean(relation.id), **_given(_edge_values(kb, taxonomy, relation)))
        yield from steps.past(1)
    return network


def _given(values: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None and value != ""}


def _node_values(actor: Actor, importance: float) -> Mapping[str, object]:
    return {
        "label": clean(actor.name),
        "kind": actor.kind,
        "aliases": clean("; ".join(actor.aliases)),
        "roles": clean("; ".join(actor.roles)),
        "mentions": len(actor.mentions),
        "importance": round(importance, 4),
    }


def _edge_values(kb: KnowledgeBase, taxonomy: Taxonomy, relation: Relation) -> Mapping[str, object]:
    relation_type = taxonomy.relation_type(relation.type)
    proofs = list(proofs_of(kb, relation))
    sentences = dict.fromkeys(" ".join(proof.words(proof.sentence).split()) for proof in proofs)
    speakers = dict.fromkeys(proof.speaker.name for proof in proofs if proof.speaker)
    dates = sorted({proof.claim.when for proof in proofs if proof.claim.when})
    reasons = dict.fromkeys(proof.claim.rule for proof in proofs)
    titles = dict.fromkeys(proof.article.title for proof in proofs)
    return {
        "label": clean(relation_type.label),
        "relation_type": clean(relation.type),
        "family": clean(relation.family),
        "symmetric": relation_type.symmetric,
        "status": relation.status.value,
        "weight": float(relation.weight),
        "articles": relation.article_count,
        "first_seen": relation.first_seen,
        "last_seen": relation.last_seen,
        "speakers": clean("; ".join(speakers)),
        "dates": "; ".join(dates),
        "confidence": max(proof.claim.confidence for proof in proofs),
        "reasons": clean("; ".join(reasons)),
        "sources": clean("; ".join(titles)),
        "evidence": clean("\n".join(sentences)),
    }
