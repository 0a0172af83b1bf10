"""The part of a large view that is drawn: nobody reads a picture of a thousand actors."""

from collections.abc import Set
from dataclasses import dataclass, field, replace

from graph.filters import Filters
from graph.model import EdgeView, GraphView, NodeView

MOST_ACTORS = 300
_RELATIONS_PER_ACTOR = 3


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is drawn: at most so many actors of what passes the filters, with more where the reader asks for it.

    `also` are actors and relations that are drawn in any case, `opened` actors that are drawn with all their relations,
    `grouped` actors that are drawn with their whole group.
    Where the whole network has no more than `most` actors, it is drawn whole and the page leaves the filters empty.
    """

    most: int = MOST_ACTORS
    filters: Filters = field(default_factory=Filters)
    also: frozenset[str] = frozenset()
    opened: frozenset[str] = frozenset()
    grouped: frozenset[str] = frozenset()


def backbone(
    view: GraphView, *, most: int = MOST_ACTORS, also: Set[str] = frozenset(), opened: Set[str] = frozenset()
) -> GraphView:
    """Return a view with its `most` most important actors and the most told relations among them.

    Beyond these it has the actors and relations in `also`, the relations of such actors with the drawn ones, and the
    actors in `opened` with all their relations. The totals stay.
    """
    if len(view.nodes) <= most:
        return view
    picked = also | opened
    if picked:
        picked |= {end for edge in view.edges if _touches(edge, opened) or edge.id in also for end in _ends(edge)}
    ranked = sorted(view.nodes, key=lambda node: (-node.importance, node.id))
    drawn = {node.id: node for at, node in enumerate(ranked) if at < most or node.id in picked}
    edges = [edge for edge in view.edges if edge.source in drawn and edge.target in drawn]
    kept = {edge.id for edge in _most_told(edges, drawn, _RELATIONS_PER_ACTOR * most)}
    if picked:
        kept |= {edge.id for edge in edges if edge.id in also or _touches(edge, also | opened)}
    return replace(
        view,
        nodes=tuple(node for node in view.nodes if node.id in drawn),
        edges=tuple(edge for edge in view.edges if edge.id in kept),
    )


def _most_told(edges: list[EdgeView], drawn: dict[str, NodeView], most: int) -> list[EdgeView]:
    """Return the relations with the most sentences; among equals those of important actors, then by their ids."""
    if len(edges) > most:  # only those that may be among them are put in order, as most have one sentence
        least = sorted([edge.weight for edge in edges], reverse=True)[most - 1]
        edges = [edge for edge in edges if edge.weight >= least]
    return sorted(edges, key=lambda edge: (-edge.weight, -_standing(edge, drawn), edge.id))[:most]


def _ends(edge: EdgeView) -> tuple[str, str]:
    return edge.source, edge.target


def _touches(edge: EdgeView, actor_ids: Set[str]) -> bool:
    return edge.source in actor_ids or edge.target in actor_ids


def _standing(edge: EdgeView, drawn: dict[str, NodeView]) -> float:
    return drawn[edge.source].importance + drawn[edge.target].importance
