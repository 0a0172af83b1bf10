"""The part of a large view that is drawn: nobody reads a picture of a thousand actors."""

from dataclasses import replace

from graph.model import EdgeView, GraphView, NodeView, Selection

MOST_ACTORS = 300
_RELATIONS_PER_ACTOR = 3


def backbone(view: GraphView, *, most: int = MOST_ACTORS, selection: Selection | None = None) -> GraphView:
    """Return a view with at most `most` actors, the most important ones, and the most told relations among them.

    What is selected is always drawn, and so are the relations of a selected actor with the drawn ones. The totals stay.
    """
    if len(view.nodes) <= most:
        return view
    selection = selection or Selection()
    picked = _picked_actors(view, selection)
    ranked = sorted(view.nodes, key=lambda node: (node.id not in picked, -node.importance, node.id))
    drawn = {node.id: node for node in ranked[:most]}
    edges = [edge for edge in view.edges if edge.source in drawn and edge.target in drawn]
    edges.sort(key=lambda edge: (not _touches(edge, selection), -edge.weight, -_standing(edge, drawn), edge.id))
    kept = {edge.id for edge in edges[: _RELATIONS_PER_ACTOR * most]}
    return replace(
        view,
        nodes=tuple(node for node in view.nodes if node.id in drawn),
        edges=tuple(edge for edge in view.edges if edge.id in kept),
    )


def _picked_actors(view: GraphView, selection: Selection) -> set[str]:
    if selection.what == "actor":
        return {selection.id}
    return {end for edge in view.edges if edge.id == selection.id for end in (edge.source, edge.target)}


def _touches(edge: EdgeView, selection: Selection) -> bool:
    return selection.id in (edge.id, edge.source, edge.target)


def _standing(edge: EdgeView, drawn: dict[str, NodeView]) -> float:
    return drawn[edge.source].importance + drawn[edge.target].importance
