"""Where all stands on a canvas: the actors' discs, the curves of the relations, and the labels with room for them.

One unit is one pixel of the unzoomed canvas, y upward. Only size and zoom of the canvas decide, never the filters: the
whole network's bounds are fitted, so that an actor stays where it is.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from components.curves import Curves, bend_curves
from components.labels import Label, Room
from components.measure import shortened, text_width
from graph.model import EdgeView, GraphView, NodeView, Status

_MARGIN = 0.04  # of the canvas, on each side
_STRETCH = 1.5  # at most so much more is the network stretched one way than the other
_DISC = (9.0, 31.0)  # pixels across, of the least and the most important actor
_FONT = (11.0, 15.0)
_BOLD_NAMES = 5
_LONGEST_NAME = 32
_MOST_NAMES = 140
_MOST_FREE = 80  # so many discs no label may cover; with more, those of lesser actors may go under a name
_MOST_WORDS = 90
_WORD_SIZE = 12.0
_SERIF_ITALIC = 0.8  # its width against the interface font
_WORD_SIDES = ("top center", "bottom center", "middle right", "middle left")
HANDLE = 7.0


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of the drawing on the screen and, where the reader has zoomed, the window (x0, y0, x1, y1) seen."""

    width: float = 960.0
    height: float = 640.0
    window: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """The drawn network in pixels: by actor and relation; only names and words with room are in `names`, `words`."""

    positions: Mapping[str, tuple[float, float]]
    diameters: Mapping[str, float]
    curves: Curves
    names: Mapping[str, "Name"]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Name:
    """How an actor's name is written, and on which side of its disc."""

    text: str
    size: float
    bold: bool
    side: str


def lay_out(view: GraphView, canvas: Canvas) -> Drawing:
    """Return where everything of a view stands on a canvas."""
    positions = fit(view, canvas)
    scale = _scale(view.total_actors, canvas)
    diameters = {node.id: scale * _between(_DISC, math.sqrt(node.importance)) for node in view.nodes}
    rims = {actor_id: diameter / 2 for actor_id, diameter in diameters.items()}
    curves = bend_curves(view.edges, positions, rims, samples=14 if len(view.edges) <= 400 else 11)
    ranked = sorted(view.nodes, key=lambda node: (-node.importance, node.name))
    pane = _Pane(canvas, positions, rims, curves, ranked)
    return Drawing(positions, diameters, curves, pane.place_names(ranked, scale), pane.place_words(view.edges))


def _scale(actors: int, canvas: Canvas) -> float:
    """Return how large all is drawn: smaller on a small canvas, and where the whole network has many actors."""
    room = math.sqrt(canvas.width * canvas.height / (960 * 640))
    crowd = math.sqrt(80 / max(actors, 80))
    return min(1.1, max(0.72, room)) * max(0.65, crowd)


def fit(view: GraphView, canvas: Canvas) -> dict[str, tuple[float, float]]:
    """Return the pixel position of each actor; a canvas that is clearly taller than wide gets the network turned."""
    x0, y0, x1, y1 = view.bounds
    turned = canvas.height > 1.15 * canvas.width
    if turned:
        x0, y0, x1, y1 = y0, x0, y1, x1
    across, up = max(x1 - x0, 1e-6), max(y1 - y0, 1e-6)
    wide = canvas.width * (1 - 2 * _MARGIN) / across
    high = canvas.height * (1 - 2 * _MARGIN) / up
    wide, high = min(wide, _STRETCH * high), min(high, _STRETCH * wide)
    middle_x, middle_y = (x0 + x1) / 2, (y0 + y1) / 2
    placed = {}
    for node in view.nodes:
        x, y = (node.y, node.x) if turned else (node.x, node.y)
        placed[node.id] = (
            round(canvas.width / 2 + (x - middle_x) * wide, 1),
            round(canvas.height / 2 + (y - middle_y) * high, 1),
        )
    return placed


class _Pane:
    """The part of the drawing that is on the screen, in screen pixels, while labels are put on it."""

    def __init__(
        self,
        canvas: Canvas,
        positions: Mapping[str, tuple[float, float]],
        rims: Mapping[str, float],
        curves: Curves,
        ranked: list[NodeView],
    ) -> None:
        x0, y0, x1, y1 = canvas.window or (0.0, 0.0, canvas.width, canvas.height)
        self._canvas = canvas
        self._origin = np.array([x0, y0])
        self._zoom = np.array([canvas.width / (x1 - x0), canvas.height / (y1 - y0)])
        self._places = {
            actor_id: (np.array(place) - self._origin) * self._zoom for actor_id, place in positions.items()
        }
        self._rims = rims
        self._middles = (curves.middles - self._origin) * self._zoom
        discs = [(*self._places[node.id], rims[node.id]) for node in ranked]
        lines = ((curves.points - self._origin) * self._zoom).reshape(-1, 2)
        lesser = np.array(discs[_MOST_FREE:]).reshape(-1, 3)[:, :2]
        self._room = Room(
            canvas.width,
            canvas.height,
            discs=np.array(discs[:_MOST_FREE]).reshape(-1, 3),
            line_points=np.vstack([lines, *[lesser] * 4]),
        )

    def place_names(self, nodes: list[NodeView], scale: float) -> dict[str, Name]:
        """Return how and where the names of actors are written, the most important first."""
        seen = [node for node in nodes if self._sees(*self._places[node.id])][:_MOST_NAMES]
        names, labels = [], []
        for rank, node in enumerate(seen):
            size = round(max(10.5, min(1.0, scale) * _between(_FONT, math.sqrt(node.importance))), 1)
            text, bold = shortened(node.name, _LONGEST_NAME), rank < _BOLD_NAMES
            x, y = self._places[node.id]
            names.append((text, size, bold))
            labels.append(Label(x, y, self._rims[node.id], text_width(text, size, bold=bold), size))
        sides = self._room.place(labels)
        placed = zip(seen, names, sides, strict=True)
        return {node.id: Name(*name, side) for node, name, side in placed if side is not None}

    def place_words(self, edges: tuple[EdgeView, ...]) -> dict[str, str]:
        """Return the side on which a relation's word is written beside its handle, for those with room."""
        self._room.take(np.array([(*place, HANDLE / 2) for place in self._middles]).reshape(-1, 3))
        seen = [at for at in range(len(edges)) if self._sees(*self._middles[at])]
        seen.sort(key=lambda at: (edges[at].status is not Status.NEGATED, -edges[at].weight))
        order = seen[:_MOST_WORDS]
        labels = []
        for at in order:
            x, y = self._middles[at]
            width = _SERIF_ITALIC * text_width(word_of(edges[at]), _WORD_SIZE)
            labels.append(Label(x, y, HANDLE / 2, width, _WORD_SIZE))
        sides = self._room.place(labels, sides=_WORD_SIDES)
        return {edges[at].id: side for at, side in zip(order, sides, strict=True) if side is not None}

    def _sees(self, x: float, y: float) -> bool:
        return 0 <= x <= self._canvas.width and 0 <= y <= self._canvas.height


def word_of(edge: EdgeView) -> str:
    """Return the word that is written at a relation's middle."""
    return f"denied: {edge.label}" if edge.status is Status.NEGATED else edge.label


def _between(ends: tuple[float, float], share: float) -> float:
    low, high = ends
    return low + (high - low) * min(1.0, max(0.0, share))
