"""What a newcomer sees first: one telling relation of the sample story, with its sentences beside it."""

from graph import Library, Selection
from graph.model import EdgeView, GraphView, Status


def opening(library: Library) -> dict[str, str]:
    """Return what is selected when a page opens, for its store: a relation of the sample story, else nothing."""
    relation = _telling(library.view()) if library.is_sample else None
    selection = Selection("relation", relation.id) if relation else Selection()
    return {"what": selection.what, "id": selection.id}


def _telling(view: GraphView) -> EdgeView | None:
    """Return the relation that is told most often between important actors, as a fact and in words of its own."""
    importance = {node.id: node.importance for node in view.nodes}
    facts = [edge for edge in view.edges if edge.status is Status.ASSERTED and edge.family != "other"]
    return max(
        facts,
        key=lambda edge: (edge.weight * importance[edge.source] * importance[edge.target], edge.id),
        default=None,
    )
