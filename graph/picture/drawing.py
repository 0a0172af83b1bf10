"""Where all stands on a canvas: the actors' discs and the curves of the relations, and how large names are written.

One unit is one pixel of the unzoomed canvas, y upward. Only the size of the canvas decides, never the filters: the
whole network's bounds are fitted, so that an actor stays where it is. Which names have room, the page finds out anew
after every zoom and filter (assets/56-labels.js).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import GraphView
from graph.picture.curves import Curves, bend_curves

_MARGIN = 0.04  # of the canvas, on each side
_STRETCH = 1.5  # at most so much more is the network stretched one way than the other
_DISC = (9.0, 31.0)  # pixels across, of the least and the most important actor
_FONT = (11.0, 15.0)
_LEAST_FONT = 10.5
_BOLD_NAMES = 5


@dataclass(frozen=True, slots=True)
class Edges:
    """How many pixels at each edge of a canvas are under something that stands over it."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of the drawing on the screen, where on it (0..1 across and up) actors are pinned, and what covers it."""

    width: float = 960.0
    height: float = 640.0
    pins: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    edges: Edges = Edges()


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """The drawn network in pixels, by actor and relation."""

    positions: Mapping[str, tuple[float, float]]
    diameters: Mapping[str, float]
    curves: Curves
    fonts: Mapping[str, "Font"]


@dataclass(frozen=True, slots=True)
class Font:
    """How an actor's name is written: the five most important ones in bold."""

    size: float
    bold: bool


def lay_out(view: GraphView, canvas: Canvas, *, sizes: Mapping[str, float] | None = None) -> Drawing:
    """Return where everything of a view stands on a canvas; `sizes` are shares of the largest actor's (importance)."""
    sizes = sizes or {node.id: node.importance for node in view.nodes}
    positions = fit(view, canvas)
    scale = _scale(view.total_actors, canvas)
    diameters = {node.id: scale * _between(_DISC, math.sqrt(sizes[node.id])) for node in view.nodes}
    rims = {actor_id: diameter / 2 for actor_id, diameter in diameters.items()}
    curves = bend_curves(view.edges, positions, rims, samples=14 if len(view.edges) <= 400 else 11)
    ranked = sorted(view.nodes, key=lambda node: (-sizes[node.id], node.name))
    fonts = {node.id: _font(sizes[node.id], rank, scale) for rank, node in enumerate(ranked)}
    return Drawing(positions, diameters, curves, fonts)


def _font(share: float, rank: int, scale: float) -> Font:
    size = max(_LEAST_FONT, min(1.0, scale) * _between(_FONT, math.sqrt(share)))
    return Font(round(size, 1), rank < _BOLD_NAMES)


def _scale(actors: int, canvas: Canvas) -> float:
    """Return how large all is drawn: smaller on a small canvas, and where the whole network has many actors."""
    room = math.sqrt(canvas.width * canvas.height / (960 * 640))
    crowd = math.sqrt(80 / max(actors, 80))
    return min(1.1, max(0.72, room)) * max(0.65, crowd)


def fit(view: GraphView, canvas: Canvas) -> dict[str, tuple[float, float]]:
    """Return the pixel position of each actor, none under what covers the edges.

    A canvas that is clearly taller than wide gets the network turned.
    """
    x0, y0, x1, y1 = view.bounds
    left, bottom, right, top = _room(canvas, rim=_scale(view.total_actors, canvas) * _DISC[1] / 2)
    turned = canvas.height > 1.15 * canvas.width
    if turned:
        x0, y0, x1, y1 = y0, x0, y1, x1
    across, up = max(x1 - x0, 1e-6), max(y1 - y0, 1e-6)
    wide, high = (right - left) / across, (top - bottom) / up
    wide, high = min(wide, _STRETCH * high), min(high, _STRETCH * wide)
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    placed = {}
    for node in view.nodes:
        x, y = (node.y, node.x) if turned else (node.x, node.y)
        across, up = (left + right) / 2 + (x - middle_x) * wide, (bottom + top) / 2 + (y - middle_y) * high
        if node.id in canvas.pins:
            across, up = canvas.pins[node.id][0] * canvas.width, canvas.pins[node.id][1] * canvas.height
        placed[node.id] = (round(across, 1), round(up, 1))
    return placed


def _room(canvas: Canvas, *, rim: float) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of where discs may have their middles, the largest of which has this rim."""
    (left, right), (bottom, top) = (
        (max(_MARGIN * side, first and first + rim), side - max(_MARGIN * side, last and last + rim))
        for side, first, last in (
            (canvas.width, canvas.edges.left, canvas.edges.right),
            (canvas.height, canvas.edges.bottom, canvas.edges.top),
        )
    )
    return left, bottom, right, top


def _between(ends: tuple[float, float], share: float) -> float:
    low, high = ends
    return low + (high - low) * min(1.0, max(0.0, share))
