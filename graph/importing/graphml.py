"""The way back from GraphML: our own, or that of another program."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

import networkx as nx

from graph.errors import GraphFileError
from graph.importing.rows import DEFAULT_KIND, Row, build_from_rows, known_names
from graph.model import Actor, KnowledgeBase
from graph.taxonomy import Taxonomy

_DEFAULT_TYPE = "tied_to"
_WORDS = {known.name for known in fields(Row)} - {"source", "target", "type", "confidence"}


def read_graphml(content: bytes, taxonomy: Taxonomy, *, name: str) -> KnowledgeBase:
    """Return what a graph says: nodes by `label` or `name`, edges by `relation_type`, `label` or `type`.

    A relation of ours has its claims; another its status and its sentences, one a line of `evidence`. Raises
    GraphFileError for what is no GraphML.
    """
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise GraphFileError(f"{name!r} defines entities of its own, which no graph needs; save it without them.")
    try:
        network = nx.read_graphml(BytesIO(content), force_multigraph=True)
    except (ParseError, nx.NetworkXError, KeyError, ValueError, TypeError) as problem:
        raise GraphFileError(f"{name!r} is no GraphML that can be read ({problem}); export it anew.") from problem
    actors = {str(node): _actor(str(node), data, taxonomy) for node, data in network.nodes(data=True)}
    rows = [row for source, target, data in network.edges(data=True) for row in _rows(str(source), str(target), data)]
    return build_from_rows(rows, actors, taxonomy, name=name)


def _actor(actor_id: str, data: dict[str, Any], taxonomy: Taxonomy) -> Actor:
    kind = str(data.get("kind") or actor_id.partition(":")[0])
    return Actor(
        id=actor_id,
        name=str(data.get("label") or data.get("name") or actor_id),
        kind=kind if kind in taxonomy.kinds else DEFAULT_KIND,
        aliases=known_names(data.get("aliases")),
        roles=known_names(data.get("roles")),
    )


def _rows(source: str, target: str, data: dict[str, Any]) -> Iterator[Row]:
    """Give a row for each claim of our own edge, or for each sentence of another, or one where it has none."""
    if source == target:
        return
    words = str(data.get("relation_type") or data.get("type") or data.get("label") or _DEFAULT_TYPE)
    bare = Row(source=source, target=target, type="_".join(words.lower().split()))
    if claims := _claims(str(data.get("claims") or "")):
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


def _claims(text: str) -> list[dict[str, Any]]:
    """Return the claims that our export has written, as far as they are in order."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    claims = [claim for claim in found if isinstance(claim, dict)] if isinstance(found, list) else []
    return [
        {name: str(value) for name, value in claim.items() if name in _WORDS}
        | {"confidence": _share(claim.get("confidence"))}
        for claim in claims
    ]


def _share(value: object) -> float:
    return min(1.0, max(0.0, float(value))) if isinstance(value, int | float) else 1.0
