"""The way back from GraphML: our own, or that of another program."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

import networkx as nx

from graph.errors import GraphFileError
from graph.importing.rows import (
    DEFAULT_KIND,
    Named,
    Place,
    Row,
    Source,
    build_from_rows,
    known_names,
    safe_address,
)
from graph.model import Actor, Article, Form, KnowledgeBase
from graph.taxonomy import Taxonomy

_DEFAULT_TYPE = "tied_to"
_WORDS = {known.name for known in fields(Row)} - {"source", "target", "type", "confidence", "places", "trigger_at"}


def read_graphml(content: bytes, taxonomy: Taxonomy, *, name: str) -> KnowledgeBase:
    """Return what a graph says: nodes by `label` or `name`, edges by `relation_type`, `label` or `type`.

    A relation of ours has its claims, and an actor its mentions; a relation of others has its status and its sentences,
    one a line of `evidence`. Raises GraphFileError for what is no GraphML.
    """
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise GraphFileError(f"{name!r} defines entities of its own, which no graph needs; save it without them.")
    try:
        network = nx.read_graphml(BytesIO(content), force_multigraph=True)
    except (ParseError, nx.NetworkXError, KeyError, ValueError, TypeError) as problem:
        raise GraphFileError(f"{name!r} is no GraphML that can be read ({problem}); export it anew.") from problem
    actors = {str(node): _actor(str(node), data, taxonomy) for node, data in network.nodes(data=True)}
    rows = [row for source, target, data in network.edges(data=True) for row in _rows(str(source), str(target), data)]
    sources = [source for data in _listed(network.graph.get("articles")) if (source := _source(data))]
    named = [
        mention
        for node, data in network.nodes(data=True)
        for told in _listed(data.get("mentioned"))
        if (mention := _named(str(node), told, taxonomy))
    ]
    return build_from_rows(rows, actors, taxonomy, name=name, sources=sources, named=named)


def _actor(actor_id: str, data: dict[str, Any], taxonomy: Taxonomy) -> Actor:
    kind = str(data.get("kind") or actor_id.partition(":")[0])
    return Actor(
        id=actor_id,
        name=str(data.get("label") or data.get("name") or actor_id),
        kind=kind if kind in taxonomy.kinds else DEFAULT_KIND,
        aliases=known_names(data.get("aliases")),
        roles=known_names(data.get("roles")),
        reasons=tuple(str(reason) for reason in _read_list(data.get("joined"))),
    )


def _source(data: dict[str, Any]) -> Source | None:
    """Return an article as our export has written it."""
    if not data.get("article_id"):
        return None
    sentences = data.get("sentences")
    return Source(
        Article(
            id=str(data["article_id"]),
            title=str(data.get("article") or data["article_id"]),
            text="",
            outlet=_text(data.get("outlet")),
            published=_text(data.get("published")),
            url=safe_address(str(data.get("url") or "")),
            author=_text(data.get("author")),
        ),
        {
            str(each[0]): str(each[1])
            for each in (sentences if isinstance(sentences, list) else ())
            if isinstance(each, list) and len(each) == 2
        },
    )


def _text(value: object) -> str | None:
    return str(value) if value else None


def _named(actor_id: str, data: dict[str, Any], taxonomy: Taxonomy) -> Named | None:
    place = _place([data.get("start"), data.get("at")])
    if place is None or data.get("form") not in set(Form):
        return None
    kind = data["kind"] if data.get("kind") in taxonomy.kinds else DEFAULT_KIND
    return Named(actor_id, str(data.get("article_id")), place, str(data.get("words") or ""), Form(data["form"]), kind)


def _place(value: object) -> Place | None:
    if isinstance(value, list) and len(value) == 2 and isinstance(value[1], int):
        return str(value[0]), value[1]
    return None


def _rows(source: str, target: str, data: dict[str, Any]) -> Iterator[Row]:
    """Give a row for each claim of our own edge, or for each sentence of another, or one where it has none."""
    if source == target:
        return
    words = str(data.get("relation_type") or data.get("type") or data.get("label") or _DEFAULT_TYPE)
    bare = Row(source=source, target=target, type="_".join(words.lower().split()))
    if claims := _claims(data.get("claims")):
        yield from (replace(bare, **claim) for claim in claims)
        return
    dates, speakers = known_names(data.get("dates")), known_names(data.get("speakers"))
    for sentence in str(data.get("evidence") or "").split("\n"):
        yield replace(
            bare,
            sentence=sentence,
            status=str(data.get("status") or ""),
            when=dates[0] if len(dates) == 1 else "",
            speaker=speakers[0] if len(speakers) == 1 else "",
            confidence=_share(data.get("confidence") or 1.0),
        )


def _claims(text: object) -> list[dict[str, Any]]:
    """Return the claims that our export has written, as far as they are in order."""
    return [
        {name: str(value) for name, value in claim.items() if name in _WORDS}
        | {
            "confidence": _share(claim.get("confidence")),
            "places": _places(claim.get("places")),
            "trigger_at": claim["trigger_at"] if isinstance(claim.get("trigger_at"), int) else None,
        }
        for claim in _listed(text)
    ]


def _places(value: object) -> dict[str, Place]:
    given = value.items() if isinstance(value, dict) else ()
    return {str(end): place for end, at in given if (place := _place(at))}


def _listed(text: object) -> list[dict[str, Any]]:
    """Return the entries of a JSON list that are objects."""
    return [entry for entry in _read_list(text) if isinstance(entry, dict)]


def _read_list(text: object) -> list[Any]:
    try:
        found = json.loads(str(text or "[]"))
    except (ValueError, RecursionError):
        return []
    return found if isinstance(found, list) else []


def _share(value: object) -> float:
    return min(1.0, max(0.0, float(value))) if isinstance(value, int | float) else 1.0
