"""The export for programs: everything, as networkx's node-link JSON (`networkx.node_link_graph` reads it back)."""

import json
from collections.abc import Mapping
from typing import Any

from graph.export.proofs import Proof, proofs_of
from graph.model import Actor, Article, KnowledgeBase, Relation, TextSpan
from graph.network import build_network
from graph.taxonomy import Taxonomy


def node_link_json(kb: KnowledgeBase, taxonomy: Taxonomy) -> bytes:
    """Return the actors as nodes and the relations as edges, each with its claims; offsets count characters.

    A claim's `start` and `end` are those of its sentence in the article's text (which is not exported).
    """
    importance: Mapping[str, float] = dict(build_network(kb).nodes(data="importance"))
    content = {
        "directed": True,
        "multigraph": True,
        "graph": {"source": "Dramatis", "articles": [_article(article) for article in kb.articles.values()]},
        "nodes": [_node(actor, importance[actor.id]) for actor in kb.actors.values()],
        "edges": [_edge(kb, taxonomy, relation) for relation in kb.relations.values()],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
    }


def _node(actor: Actor, importance: float) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": actor.aliases,
        "roles": actor.roles,
        "reasons": actor.reasons,
        "mentions": len(actor.mentions),
        "importance": round(importance, 4),
    }


def _edge(kb: KnowledgeBase, taxonomy: Taxonomy, relation: Relation) -> dict[str, Any]:
    relation_type = taxonomy.relation_type(relation.type)
    return {
        "source": relation.source,
        "target": relation.target,
        "key": relation.id,
        "type": relation.type,
        "label": relation_type.label,
        "family": relation.family,
        "symmetric": relation_type.symmetric,
        "status": relation.status,
        "weight": relation.weight,
        "article_count": relation.article_count,
        "first_seen": relation.first_seen,
        "last_seen": relation.last_seen,
        "claims": [_claim(proof) for proof in proofs_of(kb, relation)],
    }


def _claim(proof: Proof) -> dict[str, Any]:
    claim, article = proof.claim, proof.article

    def quoted(span: TextSpan) -> dict[str, Any]:
        return {"text": proof.words(span), "start": span.start, "end": span.end}

    return {
        "id": claim.id,
        "sentence": proof.words(proof.sentence),
        "start": proof.sentence.start,
        "end": proof.sentence.end,
        "source": quoted(claim.source.span),
        "trigger": quoted(claim.trigger),
        "target": quoted(claim.target.span),
        "status": claim.status,
        "speaker": {"id": proof.speaker.id, "name": proof.speaker.name} if proof.speaker else None,
        "when": claim.when,
        "confidence": claim.confidence,
        "construction": claim.construction,
        "rule": claim.rule,
        "article": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
    }
