"""What is drawn of a view in a picture, from below upward: hulls, lines, arrowheads, signs of relations, actors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from graph.measures import Measures
from graph.model import EdgeView, GraphView, NodeView
from graph.picture.drawing import Drawing
from graph.picture.encoding import HULL_STRENGTH, Encoding, colour, find_hulls
from graph.picture.glyphs import arrowhead, glyph
from graph.picture.marks import (
    actor_shape,
    actor_size,
    arrow_size,
    dash_of,
    handle_size,
    handle_symbol,
    line_colour,
    line_width,
)
from graph.picture.scene import Point, Shape
from graph.picture.theme import Theme

_PICKED_RIM = 3.5  # pixels around a selected mark
_PICKED_LINE = 3.6


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the drawing stands in the picture (x, y, width, height), and what part of the canvas it shows.

    `camera` is (left, right, bottom, top) in pixels of the unzoomed canvas, y upward.
    """

    x: float
    y: float
    width: float
    height: float
    camera: tuple[float, float, float, float]

    def place(self, points: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Return points of the canvas (any number of them, 2) in the picture."""
        left, right, bottom, top = self.camera
        scale = self.width / (right - left), self.height / (bottom - top)
        return (np.asarray(points, dtype=float).reshape(-1, 2) - (left, top)) * scale + (self.x, self.y)

    def holds(self, point: Point) -> bool:
        """Tell whether a point of the picture lies within."""
        return self.x <= point[0] <= self.x + self.width and self.y <= point[1] <= self.y + self.height


@dataclass(frozen=True, slots=True)
class Emphasis:
    """How strongly actors and relations are drawn (0 to 1, else 1), and which are selected."""

    strengths: Mapping[str, float] = field(default_factory=dict)
    picked: frozenset[str] = frozenset()

    def of(self, mark_id: str) -> float:
        """Return how strongly an actor or a relation is drawn."""
        return self.strengths.get(mark_id, 1.0)


class Painter:
    """Turns a drawing of a view into shapes in a frame; `spots` and `middles` are where actors and relations stand."""

    def __init__(
        self,
        view: GraphView,
        drawing: Drawing,
        frame: Frame,
        theme: Theme,
        encoding: Encoding,
        measures: Measures | None,
        emphasis: Emphasis,
    ) -> None:
        """Find all places; nothing is drawn yet."""
        self._view, self._drawing, self._frame, self._theme = view, drawing, frame, theme
        self._encoding, self._measures, self._emphasis = encoding, measures, emphasis
        places = frame.place([drawing.positions[node.id] for node in view.nodes])
        self.spots: dict[str, Point] = {node.id: _point(at) for node, at in zip(view.nodes, places, strict=True)}
        curves = drawing.curves
        self.curves = frame.place(curves.points).reshape(curves.points.shape)
        middles = frame.place(curves.middles)
        self.middles: dict[str, Point] = {edge.id: _point(at) for edge, at in zip(view.edges, middles, strict=True)}

    def shapes(self) -> Iterator[Shape]:
        """Give all that is drawn, what is to stand out last."""
        yield from self._hulls()
        for edges in self._by_strength():
            for at, edge in edges:
                yield self._line(at, edge)
            for at, edge in edges:
                yield from self._arrow(at, edge)
            for _, edge in edges:
                yield from self._handle(edge)
        for node in sorted(self._view.nodes, key=lambda node: (self._emphasis.of(node.id), node.importance)):
            yield from self._actor(node)

    def _by_strength(self) -> list[list[tuple[int, EdgeView]]]:
        ranked: dict[float, list[tuple[int, EdgeView]]] = {}
        for at, edge in enumerate(self._view.edges):
            ranked.setdefault(self._emphasis.of(edge.id), []).append((at, edge))
        return [edges for _, edges in sorted(ranked.items())]

    def _hulls(self) -> Iterator[Shape]:
        if self._encoding.hulls and self._measures:
            for hull in find_hulls(self._view, self._drawing, self._measures):
                corners = [_point(at) for at in self._frame.place(hull.outline)]
                yield Shape(corners, closed=True, fill=self._theme.group(hull.number), strength=HULL_STRENGTH)

    def _line(self, at: int, edge: EdgeView) -> Shape:
        return Shape(
            [_point(point) for point in self.curves[at]],
            stroke=self._colour(edge),
            width=_PICKED_LINE if edge.id in self._emphasis.picked else line_width(edge),
            dash=dash_of(edge.status),
            strength=self._emphasis.of(edge.id),
            mark=edge.id,
        )

    def _arrow(self, at: int, edge: EdgeView) -> Iterator[Shape]:
        """Give the arrowhead, which ends at the rim of the target."""
        if edge.symmetric:
            return
        angle = float(self._drawing.curves.angles[at])
        off = self._drawing.diameters[edge.target] / 2 + 1.5
        x, y = self.spots[edge.target]
        tip = x - off * float(np.sin(np.radians(angle))), y + off * float(np.cos(np.radians(angle)))
        corners = arrowhead(tip, angle, arrow_size(edge))
        strength = self._emphasis.of(edge.id)
        yield Shape(corners, closed=True, fill=self._colour(edge), strength=strength, mark=edge.id)

    def _handle(self, edge: EdgeView) -> list[Shape]:
        return self._glyph(
            edge.id, handle_symbol(edge), self.middles[edge.id], handle_size(edge), self._theme.family(edge.family), 1
        )

    def _actor(self, node: NodeView) -> list[Shape]:
        size = actor_size(node.kind, self._drawing.diameters[node.id])
        tint = colour(node, self._encoding, self._measures, self._theme)
        return self._glyph(node.id, actor_shape(node.kind), self.spots[node.id], size, tint, 2)

    def _glyph(self, mark_id: str, symbol: str, at: Point, size: float, tint: str, rim: float) -> list[Shape]:
        picked = mark_id in self._emphasis.picked
        around = glyph(symbol, at, size + 2 * _PICKED_RIM, self._theme.accent, self._theme.accent, rim_width=0)
        sign = glyph(symbol, at, size, tint, self._theme.page, rim_width=rim, strength=self._emphasis.of(mark_id))
        return [replace(shape, mark=mark_id) for shape in ([*around[:1], *sign] if picked else sign)]

    def _colour(self, edge: EdgeView) -> str:
        return line_colour(edge, self._theme, self._encoding, self._measures)


def _point(pair: npt.NDArray[np.float64]) -> Point:
    return float(pair[0]), float(pair[1])
