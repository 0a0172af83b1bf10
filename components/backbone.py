"""The part of a large view that is drawn: nobody reads a picture of a thousand actors."""

from collections.abc import Set
from dataclasses import dataclass, field, replace

from graph import Filters
from graph.model import EdgeView, GraphView, NodeView

MOST_ACTORS = 300
_RELATIONS_PER_ACTOR = 3


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is drawn: at most so many actors of what passes the filters, with `also` what is picked.

    Where the whole network has no more than `most` actors, it is drawn whole and the page leaves the filters empty.
    """

    most: int = MOST_ACTORS
    filters: Filters = field(default_factory=Filters)
    also: frozenset[str] = frozenset()


def backbone(view: GraphView, *, most: int = MOST_ACTORS, also: Set[str] = frozenset()) -> GraphView:
    """Return a view with at most `most` actors, the most important ones, and the most told relations among them.

    The actors and relations in `also` are always drawn, and so are the relations of such actors with the drawn ones.
    The totals stay.
    """
    if len(view.nodes) <= most:
        return view
    picked = also | {end for edge in view.edges if edge.id in also for end in (edge.source, edge.target)}
    ranked = sorted(view.nodes, key=lambda node: (node.id not in picked, -node.importance, node.id))
    drawn = {node.id: node for node in ranked[:most]}
    edges = [edge for edge in view.edges if edge.source in drawn and edge.target in drawn]
    edges.sort(key=lambda edge: (not _touches(edge, also), -edge.weight, -_standing(edge, drawn), edge.id))
    kept = {edge.id for edge in edges[: _RELATIONS_PER_ACTOR * most]}
    return replace(
        view,
        nodes=tuple(node for node in view.nodes if node.id in drawn),
        edges=tuple(edge for edge in view.edges if edge.id in kept),
    )


def _touches(edge: EdgeView, also: Set[str]) -> bool:
    return bool({edge.id, edge.source, edge.target} & also)


def _standing(edge: EdgeView, drawn: dict[str, NodeView]) -> float:
    return drawn[edge.source].importance + drawn[edge.target].importance
