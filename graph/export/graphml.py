"""The export for Cytoscape, yEd, igraph and networkx (`networkx.read_graphml` reads it back)."""

import json
from collections.abc import Mapping, Sequence

from graph.export.flat import flat_network
from graph.export.markup import Fields, attributes, escaped
from graph.export.proofs import Proof, clean, place_in, place_of, proofs_of
from graph.export.steps import InSteps, Steps
from graph.model import Article, KnowledgeBase, Mention
from graph.taxonomy import Taxonomy

_PASSES = 3  # over actors and relations: flat values, claims and mentions, the file
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""


def graphml(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return GraphML with the attributes of `flat_network`; an edge's id is the relation's.

    Three attributes are JSON lists, so that all comes back one by one: the `claims` of an edge, where a node is
    `mentioned`, and the `articles` of the graph with those of their sentences that claims and mentions stand in.
    """
    steps = Steps(_PASSES * (len(kb.actors) + len(kb.relations)))
    network = yield from flat_network(kb, taxonomy, steps)
    network.graph["articles"] = _json(_articles(kb))
    for actor in kb.actors.values():
        node = network.nodes[clean(actor.id)]
        node["mentioned"] = _json([_mention(kb, mention) for mention in actor.mentions])
        node["joined"] = _json(actor.reasons)
        yield from steps.past(1)
    for relation in kb.relations.values():
        edge = network.edges[clean(relation.source), clean(relation.target), clean(relation.id)]
        edge["claims"] = _json([_claim(kb, proof) for proof in proofs_of(kb, relation)])
        yield from steps.past(1)
    fields = Fields()

    def data(what: str, values: Mapping[str, object]) -> str:
        lines = (f'<data key="{key}">{escaped(value)}</data>\n' for key, value in fields.of(what, values))
        return "".join(lines)

    about = data("graph", network.graph)
    nodes = yield from steps.each(
        f"<node{attributes({'id': node})}>\n{data('node', values)}</node>\n"
        for node, values in network.nodes(data=True)
    )
    edges = yield from steps.each(
        f"<edge{attributes({'source': source, 'target': target, 'id': key})}>\n{data('edge', values)}</edge>\n"
        for source, target, key, values in network.edges(keys=True, data=True)
    )
    keys = (
        f"<key{attributes({'id': each.key, 'for': each.of, 'attr.name': each.name, 'attr.type': each.type})}/>\n"
        for each in fields.met()
    )
    graph = ['<graph edgedefault="directed">\n', about, *nodes, *edges, "</graph>\n"]
    return "".join([_HEAD, *keys, *graph, "</graphml>\n"]).encode()


def _json(values: Sequence[object]) -> str:
    return clean(json.dumps(values, ensure_ascii=False))


def _articles(kb: KnowledgeBase) -> list[dict[str, object]]:
    needed = {(m.article_id, m.sentence) for actor in kb.actors.values() for m in actor.mentions}
    needed |= {(c.article_id, c.sentence) for relation in kb.relations.values() for c in relation.claims}
    return [
        {
            **_given({"article_id": article.id, "article": article.title, **_facts(article)}),
            "sentences": [
                [sentence.span.start, clean(sentence.span.of(article.text))]
                for sentence in kb.sentences[article.id]
                if (article.id, sentence.index) in needed
            ],
        }
        for article in kb.articles.values()
    ]


def _facts(article: Article) -> dict[str, object]:
    return {
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "author": article.author,
    }


def _mention(kb: KnowledgeBase, mention: Mention) -> dict[str, object]:
    words = clean(mention.span.of(kb.articles[mention.article_id].text))
    place = dict(zip(("start", "at"), place_of(kb, mention), strict=True))
    return {"article_id": mention.article_id, **place, "words": words, "form": mention.form.value, "kind": mention.kind}


def _claim(kb: KnowledgeBase, proof: Proof) -> dict[str, object]:
    claim, article = proof.claim, proof.article
    ends = {"source": proof.source, "target": proof.target, "speaker": claim.speaker}
    start = proof.sentence.start
    values = {
        "claim_id": claim.id,
        "sentence": clean(proof.words(proof.sentence)),
        "start": str(start),
        "source_words": proof.words(proof.source.span),
        "trigger": proof.words(claim.trigger),
        "target_words": proof.words(proof.target.span),
        "status": claim.status.value,
        "speaker_id": proof.speaker.id if proof.speaker else None,
        "when": claim.when,
        "confidence": claim.confidence,
        "construction": claim.construction.value,
        "rule": claim.rule,
        "article_id": article.id,
        "article": article.title,
        **_facts(article),
        "lemma": claim.lemma,
        "places": {end: place_of(kb, mention) for end, mention in ends.items() if mention},
        "trigger_at": place_in(kb, article.id, start, claim.trigger),
        "turned": "yes" if proof.turned else None,
    }
    return _given(values)


def _given(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
