"""The view: what of the network passes the filters, ready to be drawn."""

from collections import Counter
from collections.abc import Iterator, Mapping

import networkx as nx

from graph.filters import Filters
from graph.memory import build_all
from graph.model import EdgeView, GraphView, KnowledgeBase, NodeView, Status
from graph.tables import Shown, Tables, build_tables, narrow
from graph.taxonomy import Taxonomy

_CANVAS = (-1.0, -2 / 3, 1.0, 2 / 3)  # what graph.positions fills; names at the right edge need it whole


def build_view(
    kb: KnowledgeBase,
    taxonomy: Taxonomy,
    network: "nx.MultiDiGraph[str]",
    positions: Mapping[str, tuple[float, float]],
    filters: Filters,
    tables: Tables | None = None,
) -> GraphView:
    """Return what passes the filters, with the weight, status and number of articles of the claims that pass.

    `network`, `positions` and `tables` (see `build_tables`; built anew if None) are those of the whole knowledge
    base. A filter moves nothing: bounds, importance, mentions and lanes are those of the whole network. A node's
    `relations` are the shown ones. Nodes and edges stand in the order of the knowledge base.
    """
    tables = tables or build_tables(kb, dict(network.nodes(data="importance")))
    shown = narrow(tables, filters)
    cause, reason = ("", "") if shown.actors else _why_empty(kb, taxonomy, filters, tables)
    return GraphView(
        nodes=tuple(_nodes(kb, network, positions, shown)),
        edges=tuple(_edges(kb, taxonomy, shown)),
        bounds=_bounds(positions),
        total_actors=len(kb.actors),
        total_relations=len(kb.relations),
        description=_description(kb, taxonomy, filters, shown),
        empty_reason=reason,
        empty_cause=cause,
    )


def _nodes(
    kb: KnowledgeBase,
    network: "nx.MultiDiGraph[str]",
    positions: Mapping[str, tuple[float, float]],
    shown: Shown,
) -> Iterator[NodeView]:
    ends = (kb.relations[relation_id] for relation_id in shown.relations.index)
    ties = Counter(end for relation in ends for end in (relation.source, relation.target))
    for actor in kb.actors.values():
        if actor.id in shown.actors:
            x, y = positions[actor.id]
            node = network.nodes[actor.id]
            yield NodeView(
                id=actor.id,
                name=actor.name,
                kind=actor.kind,
                x=x,
                y=y,
                importance=node["importance"],
                mentions=node["mentions"],
                relations=ties[actor.id],
            )


def _edges(kb: KnowledgeBase, taxonomy: Taxonomy, shown: Shown) -> list[EdgeView]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for relation in kb.relations.values():
        ends = relation.source, relation.target
        pairs.setdefault(ends if ends[0] < ends[1] else ends[::-1], []).append(relation.id)
    lanes = {relation_id: (lane, len(pair)) for pair in pairs.values() for lane, relation_id in enumerate(pair)}
    ids = shown.relations.index.tolist()
    relations = [kb.relations[relation_id] for relation_id in ids]
    types = {name: taxonomy.relation_type(name) for name in {relation.type for relation in relations}}
    return build_all(
        EdgeView,
        ids,
        (relation.source for relation in relations),
        (relation.target for relation in relations),
        (relation.type for relation in relations),
        (types[relation.type].label for relation in relations),
        (relation.family for relation in relations),
        map(Status, shown.relations["status"].tolist()),
        (types[relation.type].symmetric for relation in relations),
        *(shown.relations[name].tolist() for name in ("weight", "article_count", "report_count")),
        (lanes[relation_id][0] for relation_id in ids),
        (lanes[relation_id][1] for relation_id in ids),
    )


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
    return name, f"{asked} Clear “{filters.describe_field(name, taxonomy, kb.actors)}” to see {gain}."
