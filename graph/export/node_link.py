"""The export for programs: everything, as networkx's node-link JSON (`networkx.node_link_graph` reads it back).

`graph.importing.node_link` makes the same knowledge base of it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph.export.proofs import Proof, proofs_of
from graph.export.steps import InSteps, Steps
from graph.model import Actor, Claim, KnowledgeBase, Mention, Relation, TextSpan
from graph.network import importance_of
from graph.taxonomy import Taxonomy


def node_link_json(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return the actors as nodes and the relations as edges, each with its claims; offsets count characters.

    A claim's `start` and `end` are those of its sentence in the article's text. The articles have all their sentences
    and which actor each chain of names is; a node has all its mentions.
    """
    importance = importance_of(kb)
    steps = Steps(len(kb.articles) + len(kb.actors) + len(kb.relations) + len(kb.inner))
    chains: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (article_id, chain), actor_id in kb.actor_ids.items():
        chains[article_id][str(chain)] = actor_id
    articles = yield from _lines(steps, (_article(kb, article_id, chains[article_id]) for article_id in kb.articles))
    nodes = yield from _lines(steps, (_node(kb, actor, importance[actor.id]) for actor in kb.actors.values()))
    edges = yield from _lines(steps, (_edge(kb, taxonomy, relation) for relation in kb.relations.values()))
    inner = yield from _lines(steps, (_bare_claim(kb, claim) for claim in kb.inner))
    content = (
        f'{{"directed": true, "multigraph": true, "graph": {{"source": "Dramatis", "articles": {articles}, '
        f'"inner": {inner}}}, "nodes": {nodes}, "edges": {edges}}}\n'
    )
    return content.encode("utf-8", "replace")


def _lines(steps: Steps, items: Iterable[object]) -> InSteps[str]:
    """Return a JSON list with one item a line: an indented one takes several times as long."""
    lines = yield from steps.each(json.dumps(item, ensure_ascii=False) for item in items)
    return "[\n" + ",\n".join(lines) + "\n]"


def _article(kb: KnowledgeBase, article_id: str, chains: Mapping[str, str]) -> dict[str, Any]:
    article = kb.articles[article_id]
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "author": article.author,
        "text": article.text,
        "removed": [{"start": r.span.start, "end": r.span.end, "reason": r.reason} for r in article.removed],
        "sentences": [[sentence.span.start, sentence.span.end] for sentence in kb.sentences[article_id]],
        "chains": chains,
    }


def _node(kb: KnowledgeBase, actor: Actor, importance: float) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": actor.aliases,
        "roles": actor.roles,
        "reasons": actor.reasons,
        "mentions": len(actor.mentions),
        "importance": round(importance, 4),
        "mentioned": [{"article": mention.article_id, **_mention(kb, mention)} for mention in actor.mentions],
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
        "claims": [_claim(kb, proof) for proof in proofs_of(kb, relation)],
    }


def _claim(kb: KnowledgeBase, proof: Proof) -> dict[str, Any]:
    claim, article = proof.claim, proof.article
    speaker = {"id": proof.speaker.id, "name": proof.speaker.name} if proof.speaker else {}
    told = _bare_claim(kb, claim)
    return {
        **told,
        "sentence": proof.words(proof.sentence),
        "start": proof.sentence.start,
        "end": proof.sentence.end,
        "speaker": {**speaker, **told["speaker"]} if told["speaker"] else None,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "author": article.author,
    }


def _bare_claim(kb: KnowledgeBase, claim: Claim) -> dict[str, Any]:
    """Return a claim without the article's facts."""
    text = kb.articles[claim.article_id].text
    return {
        "id": claim.id,
        "article": claim.article_id,
        "index": claim.sentence,
        "type": claim.relation_type,
        "source": _mention(kb, claim.source),
        "trigger": _quoted(text, claim.trigger),
        "lemma": claim.lemma,
        "target": _mention(kb, claim.target),
        "status": claim.status,
        "speaker": _mention(kb, claim.speaker) if claim.speaker else None,
        "when": claim.when,
        "confidence": claim.confidence,
        "construction": claim.construction,
        "rule": claim.rule,
    }


def _mention(kb: KnowledgeBase, mention: Mention) -> dict[str, Any]:
    words = _quoted(kb.articles[mention.article_id].text, mention.span)
    return {
        **words,
        "index": mention.sentence,
        "form": mention.form,
        "kind": mention.kind,
        "chain": mention.chain,
    }


def _quoted(text: str, span: TextSpan) -> dict[str, Any]:
    return {"text": span.of(text), "start": span.start, "end": span.end}
