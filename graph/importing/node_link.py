"""The way back from our own JSON: the knowledge base that it was made of."""

import json
from typing import Any

from graph.errors import GraphFileError
from graph.model import (
    Actor,
    Article,
    Claim,
    Construction,
    Form,
    KnowledgeBase,
    Mention,
    Relation,
    RemovedSpan,
    Sentence,
    Status,
    TextSpan,
)


def read_node_link(content: bytes, *, name: str) -> KnowledgeBase:
    """Return the knowledge base that `node_link_json` wrote; raises GraphFileError for any other JSON."""
    try:
        data = json.loads(content)
        articles = data["graph"]["articles"]
        return KnowledgeBase(
            articles={article["id"]: _article(article) for article in articles},
            sentences={article["id"]: _sentences(article) for article in articles},
            actors={node["id"]: _actor(node) for node in data["nodes"]},
            relations={edge["key"]: _relation(edge) for edge in data["edges"]},
            actor_ids={
                (article["id"], int(chain)): actor for article in articles for chain, actor in article["chains"].items()
            },
            inner=tuple(_claim(claim) for claim in data["graph"]["inner"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise GraphFileError(
            f"{name!r} is not the JSON that Dramatis exports ({problem!r}); export it anew."
        ) from problem


def _article(data: dict[str, Any]) -> Article:
    return Article(
        id=data["id"],
        title=data["title"],
        text=data["text"],
        outlet=data["outlet"],
        published=data["published"],
        url=data["url"],
        author=data.get("author"),  # what was exported before authors were kept has none
        removed=tuple(RemovedSpan(_span(part), part["reason"]) for part in data["removed"]),
    )


def _sentences(data: dict[str, Any]) -> tuple[Sentence, ...]:
    spans = (TextSpan(int(start), int(end)) for start, end in data["sentences"])
    return tuple(Sentence(data["id"], index, span) for index, span in enumerate(spans))


def _actor(data: dict[str, Any]) -> Actor:
    return Actor(
        id=data["id"],
        name=data["name"],
        kind=data["kind"],
        aliases=tuple(data["aliases"]),
        roles=tuple(data["roles"]),
        mentions=tuple(_mention(mention["article"], mention) for mention in data["mentioned"]),
        reasons=tuple(data["reasons"]),
    )


def _relation(data: dict[str, Any]) -> Relation:
    return Relation(
        id=data["key"],
        source=data["source"],
        type=data["type"],
        family=data["family"],
        target=data["target"],
        claims=tuple(_claim(claim) for claim in data["claims"]),
        weight=data["weight"],
        article_count=data["article_count"],
        first_seen=data["first_seen"],
        last_seen=data["last_seen"],
        status=Status(data["status"]),
    )


def _claim(data: dict[str, Any]) -> Claim:
    article_id = data["article"]
    return Claim(
        id=data["id"],
        article_id=article_id,
        sentence=data["index"],
        relation_type=data["type"],
        source=_mention(article_id, data["source"]),
        trigger=_span(data["trigger"]),
        lemma=data["lemma"],
        target=_mention(article_id, data["target"]),
        status=Status(data["status"]),
        speaker=_mention(article_id, data["speaker"]) if data["speaker"] else None,
        when=data["when"],
        confidence=data["confidence"],
        construction=Construction(data["construction"]),
        rule=data["rule"],
    )


def _mention(article_id: str, data: dict[str, Any]) -> Mention:
    return Mention(article_id, data["index"], _span(data), Form(data["form"]), data["kind"], data["chain"])


def _span(data: dict[str, Any]) -> TextSpan:
    return TextSpan(int(data["start"]), int(data["end"]))
