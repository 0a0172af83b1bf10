"""The view: what of the network passes the filters, ready to be drawn."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import numpy as np

from graph.filters import Filters
from graph.memory import build_all
from graph.model import EdgeView, GraphView, KnowledgeBase, NodeView, Status
from graph.network import importance_of
from graph.tables import Ints, Shown, Tables, build_tables, narrow
from graph.taxonomy import Taxonomy

_CANVAS = (-1.0, -2 / 3, 1.0, 2 / 3)  # what graph.positions fills; names at the right edge need it whole


def build_view(
    kb: KnowledgeBase,
    taxonomy: Taxonomy,
    positions: Mapping[str, tuple[float, float]],
    filters: Filters,
    tables: Tables | None = None,
    known: Mapping[str, EdgeView] = MappingProxyType({}),
) -> GraphView:
    """Return what passes the filters, with the weight, status and number of articles of the claims that pass.

    `positions` and `tables` (see `build_tables`; built anew if None) are those of the whole knowledge base. A filter
    moves nothing: bounds, importance, mentions and lanes are those of the whole network. A node's `relations` are the
    shown ones. Nodes and edges stand in the order of the knowledge base; edges that are `known`, by id, are taken over
    where nothing of them has changed.
    """
    tables = tables or build_tables(kb, importance_of(kb))
    shown = narrow(tables, filters)
    cause, reason = ("", "") if shown.actors else _why_empty(kb, taxonomy, filters, tables)
    return GraphView(
        nodes=tuple(_nodes(kb, positions, shown, tables)),
        edges=tuple(_edges(kb, taxonomy, shown, tables, known)),
        bounds=_bounds(positions),
        total_actors=len(kb.actors),
        total_relations=len(kb.relations),
        description=_description(kb, taxonomy, filters, shown),
        empty_reason=reason,
        empty_cause=cause,
    )


def _nodes(
    kb: KnowledgeBase,
    positions: Mapping[str, tuple[float, float]],
    shown: Shown,
    tables: Tables,
) -> Iterator[NodeView]:
    rows = tables.relations.index.get_indexer(shown.relations.index)
    ends = tables.relations[["source", "target"]].to_numpy()[rows]
    ties = np.bincount(ends.ravel(), minlength=len(kb.actors)).tolist()
    columns = zip(kb.actors.values(), tables.actors["importance"].tolist(), ties, strict=True)
    for actor, importance, relations in columns:
        if actor.id in shown.actors:
            x, y = positions[actor.id]
            yield NodeView(
                id=actor.id,
                name=actor.name,
                kind=actor.kind,
                x=x,
                y=y,
                importance=importance,
                mentions=len(actor.mentions),
                relations=relations,
            )


def _edges(
    kb: KnowledgeBase, taxonomy: Taxonomy, shown: Shown, tables: Tables, known: Mapping[str, EdgeView]
) -> list[EdgeView]:
    ids = shown.relations.index.tolist()
    columns = [shown.relations[name].tolist() for name in ("status", "weight", "article_count", "report_count")]
    rows = tables.relations.index.get_indexer(shown.relations.index)
    columns += [numbers[rows].tolist() for numbers in _lanes(tables)]
    edges = list(map(known.get, ids))
    changed = [
        at
        for at, (edge, status, weight, articles, reports, lane, lanes) in enumerate(zip(edges, *columns, strict=True))
        if edge is None
        or edge.status != status
        or edge.weight != weight
        or edge.article_count != articles
        or edge.report_count != reports
        or edge.lane != lane
        or edge.lanes != lanes  # all else follows from the id
    ]
    statuses, *numbers = [[column[at] for at in changed] for column in columns]
    relations = [kb.relations[ids[at]] for at in changed]
    types = {name: taxonomy.relation_type(name) for name in {relation.type for relation in relations}}
    made = build_all(
        EdgeView,
        (relation.id for relation in relations),
        (relation.source for relation in relations),
        (relation.target for relation in relations),
        (relation.type for relation in relations),
        (types[relation.type].label for relation in relations),
        (relation.family for relation in relations),
        map(Status, statuses),
        (types[relation.type].symmetric for relation in relations),
        *numbers,
    )
    for at, edge in zip(changed, made, strict=True):
        edges[at] = edge
    return [edge for edge in edges if edge is not None]


def _lanes(tables: Tables) -> tuple[Ints, Ints]:
    """Return for each relation its place among those of its pair of actors, and how many these are."""
    ends = np.sort(tables.relations[["source", "target"]].to_numpy(), axis=1)
    _, pairs, sizes = np.unique(ends @ [len(tables.actors), 1], return_inverse=True, return_counts=True)
    order = np.argsort(pairs, kind="stable")
    lanes = np.empty_like(pairs)
    lanes[order] = np.arange(len(pairs)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return lanes, sizes[pairs]


def _bounds(positions: Mapping[str, tuple[float, float]]) -> tuple[float, float, float, float]:
    across = [_CANVAS[0], _CANVAS[2], *(x for x, _ in positions.values())]
    up = [_CANVAS[1], _CANVAS[3], *(y for _, y in positions.values())]
    return min(across), min(up), max(across), max(up)


def _description(kb: KnowledgeBase, taxonomy: Taxonomy, filters: Filters, shown: Shown) -> str:
    """Return "18 of 42 actors, 25 of 60 relations: people, legal ties", without "of" where no filter is set."""
    pairs = ((shown.actors, kb.actors, "actor"), (shown.relations, kb.relations, "relation"))
    if not filters.active:
        return ", ".join(_counted(len(whole), noun) for _, whole, noun in pairs)
    parts = ", ".join(f"{len(part)} of {_counted(len(whole), noun)}" for part, whole, noun in pairs)
    return f"{parts}: {filters.describe(taxonomy, kb.actors)}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _why_empty(kb: KnowledgeBase, taxonomy: Taxonomy, filters: Filters, tables: Tables) -> tuple[str, str]:
    """Return the field that is best cleared, if one alone helps, and in words why nothing is shown and the way back."""
    if not kb.articles:
        return "", "No article has been read yet. Add one to see who did what to whom."
    if not kb.actors:
        return "", "The articles name no actors. Add another article."
    asked = f"No actor passes these filters: {filters.describe(taxonomy, kb.actors)}."
    ways = [(name, narrow(tables, filters.without(name))) for name in filters.active]
    name, shown = max(ways, key=lambda way: (len(way[1].relations), len(way[1].actors)))
    if not shown.actors:
        return "", f"{asked} Clear all of them to see {_counted(len(kb.actors), 'actor')}."
    gain = f"{_counted(len(shown.actors), 'actor')} and {_counted(len(shown.relations), 'relation')}"
    return name, f"{asked} Clear {filters.quote_field(name, taxonomy, kb.actors)} to see {gain}."
