"""The outlines of the signs in a picture; they have the names and the measures that Plotly gives them on the page."""

import math
from collections.abc import Mapping, Sequence

from graph.picture.scene import Point, Shape
from graph.picture.theme import DENIED_GLYPH

_R3 = math.sqrt(3) / 2
_CROSS = ((-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4))
_TURNED = math.sqrt(0.5)
# Corners for a radius of 1, y downward.
_OUTLINES: Mapping[str, Sequence[Point]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((1.3, 0), (0, 1.3), (-1.3, 0), (0, -1.3)),
    "cross": (*_CROSS, *((-x, -y) for x, y in _CROSS)),
    "x": tuple(
        (0.92 * (x - y) * _TURNED, 0.92 * (x + y) * _TURNED) for x, y in (*_CROSS, *((-x, -y) for x, y in _CROSS))
    ),
    "triangle-up": ((-2 / math.sqrt(3), 0.5), (2 / math.sqrt(3), 0.5), (0, -1)),
    "triangle-down": ((-2 / math.sqrt(3), -0.5), (2 / math.sqrt(3), -0.5), (0, 1)),
    "triangle-right": ((-0.5, -2 / math.sqrt(3)), (-0.5, 2 / math.sqrt(3)), (1, 0)),
    "pentagon": ((0.951, -0.309), (0.588, 0.809), (-0.588, 0.809), (-0.951, -0.309), (0, -1)),
    "hexagon": ((_R3, -0.5), (_R3, 0.5), (0, 1), (-_R3, 0.5), (-_R3, -0.5), (0, -1)),
    "hexagon2": ((-0.5, _R3), (0.5, _R3), (1, 0), (0.5, -_R3), (-0.5, -_R3), (-1, 0)),
    "hourglass": ((1, 1), (-1, 1), (1, -1), (-1, -1)),
    "bowtie": ((1, 1), (1, -1), (-1, 1), (-1, -1)),
}


def glyph(
    symbol: str, at: Point, size: float, colour: str, rim: str, *, rim_width: float, strength: float = 1.0
) -> list[Shape]:
    """Return a sign of `size` pixels across: filled with a rim, or where its name says "open" drawn in its colour."""
    radius = size / 2
    if symbol.endswith("-open"):
        ring = Shape([at], radius=radius, fill=rim, stroke=colour, width=1.4, strength=strength)
        return [ring, *_strokes(at, radius, colour, strength)] if symbol == DENIED_GLYPH else [ring]
    if symbol not in _OUTLINES:
        return [Shape([at], radius=radius, fill=colour, stroke=rim, width=rim_width, strength=strength)]
    x, y = at
    corners = [(x + radius * across, y + radius * down) for across, down in _OUTLINES[symbol]]
    return [Shape(corners, closed=True, fill=colour, stroke=rim, width=rim_width, strength=strength)]


def _strokes(at: Point, radius: float, colour: str, strength: float) -> list[Shape]:
    """Return the two strokes of the sign of what is denied."""
    (x, y), reach = at, radius * _TURNED
    ends = (((x - reach, y - reach), (x + reach, y + reach)), ((x - reach, y + reach), (x + reach, y - reach)))
    return [Shape(pair, stroke=colour, width=1.4, strength=strength) for pair in ends]


def arrowhead(tip: Point, angle: float, size: float) -> list[Point]:
    """Return the corners of an arrowhead that ends at `tip`; `angle` in degrees from up, clockwise."""
    turn = math.radians(angle)
    (x, y), half, long = tip, 0.309 * size, 0.951 * size
    sin, cos = math.sin(turn), math.cos(turn)
    return [tip, *((x + side * half * cos - long * sin, y + side * half * sin + long * cos) for side in (-1, 1))]
