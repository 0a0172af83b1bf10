"""How actors are drawn: what their size and their colour say, and the soft hulls around groups."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph.measures import Measures
from graph.model import GraphView, NodeView
from graph.picture.drawing import Drawing
from graph.picture.theme import Theme

SIZES = {"importance": "importance", "mentions": "mentions", "ties": "ties", "bridging": "bridging"}
COLOURS = {"kind": "kind", "group": "group", "none": "none"}
HULL_STRENGTH = 0.08
_LEAST_MEMBERS = 3  # of a hull
_HULL_AIR = 14.0  # pixels from the discs
_CORNER = 12  # points round each disc that a hull is drawn around


@dataclass(frozen=True, slots=True)
class Encoding:
    """What size ("importance", "mentions", "ties", "bridging") and colour ("kind", "group", "none") of actors say."""

    size: str = "importance"
    colour: str = "kind"
    hulls: bool = False

    @property
    def speaks_of_groups(self) -> bool:
        """Tell whether groups can be seen, so that the lines between them are to be paler."""
        return self.hulls or self.colour == "group"

    @property
    def needs_measures(self) -> bool:
        """Tell whether the measures of the network are needed for it."""
        return self.speaks_of_groups or self.size == "bridging"


def sizes(view: GraphView, encoding: Encoding, measures: Measures | None) -> dict[str, float]:
    """Return how large each actor is to be drawn, as a share of the largest (0 to 1)."""
    if encoding.size == "importance":
        return {node.id: node.importance for node in view.nodes}
    values = {node.id: _value(node, encoding.size, measures) for node in view.nodes}
    most = max(values.values(), default=0.0) or 1.0
    return {actor_id: value / most for actor_id, value in values.items()}


def _value(node: NodeView, size: str, measures: Measures | None) -> float:
    if size == "bridging":
        return measures.betweenness.get(node.id, 0.0) if measures else 0.0
    return float(node.mentions if size == "mentions" else node.relations)


def colour(node: NodeView, encoding: Encoding, measures: Measures | None, theme: Theme) -> str:
    """Return the colour of an actor; groups beyond those that have a colour, and no group, are muted."""
    if encoding.colour == "kind":
        return theme.kind(node.kind)
    number = measures.group_of.get(node.id) if measures and encoding.colour == "group" else None
    return theme.group(number) if number is not None else theme.muted


@dataclass(frozen=True, slots=True)
class Hull:
    """A soft outline around the members of a group, `number` being its place by size; `outline` has its corners."""

    number: int
    members: tuple[str, ...]
    outline: tuple[tuple[float, float], ...]


def find_hulls(view: GraphView, drawing: Drawing, measures: Measures) -> list[Hull]:
    """Return the hulls of groups of three or more, the largest group first."""
    members: dict[int, list[str]] = defaultdict(list)
    for node in view.nodes:
        if node.id in measures.group_of:
            members[measures.group_of[node.id]].append(node.id)
    return [
        Hull(number, tuple(ids), _outline([_disc(drawing, actor_id) for actor_id in ids]))
        for number, ids in sorted(members.items())
        if len(ids) >= _LEAST_MEMBERS
    ]


def _disc(drawing: Drawing, actor_id: str) -> tuple[float, float, float]:
    return *drawing.positions[actor_id], drawing.diameters[actor_id] / 2 + _HULL_AIR


def _outline(discs: Sequence[tuple[float, float, float]]) -> tuple[tuple[float, float], ...]:
    """Return the corners of the convex hull of discs (x, y, radius)."""
    angles = np.linspace(0, 2 * np.pi, _CORNER, endpoint=False)
    points = [(x + r * float(np.cos(angle)), y + r * float(np.sin(angle))) for x, y, r in discs for angle in angles]
    ordered = sorted(points)
    return tuple(_half_hull(ordered) + _half_hull(ordered[::-1]))


def _half_hull(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return one side of a convex hull (Andrew, 1979), without its last point."""
    hull: list[tuple[float, float]] = []
    for point in points:
        while len(hull) > 1 and _turns_right(hull[-2], hull[-1], point):
            hull.pop()
        hull.append(point)
    return hull[:-1]


def _turns_right(first: tuple[float, float], second: tuple[float, float], third: tuple[float, float]) -> bool:
    (x0, y0), (x1, y1), (x2, y2) = first, second, third
    return (x1 - x0) * (y2 - y0) - (y1 - y0) * (x2 - x0) <= 0
