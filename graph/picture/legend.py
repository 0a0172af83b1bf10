"""How a picture is to be read: the signs that it uses, with their meanings."""

from collections.abc import Callable, Iterator
from functools import partial

from graph.filters import STATUS_WORDS
from graph.model import GraphView, Status
from graph.picture.fonts import width_of
from graph.picture.glyphs import glyph
from graph.picture.marks import HANDLE, actor_shape, dash_of
from graph.picture.scene import Line, Point, Run, Shape
from graph.picture.theme import DENIED_GLYPH, FAMILY_GLYPHS, KIND_SHAPES, Theme

_ROW = 22.0  # pixels
_GAP = 18.0
_SHAPE = 19.0  # from the left end of a sign to its words
_LINE = 30.0
_STROKES = 48.0
_SIZE = 12.0

Sign = Callable[[Point], list[Shape]]  # draws a sign from its left end


def draw_legend(
    view: GraphView, theme: Theme, *, coloured: bool, at: Point, width: float
) -> tuple[list[Shape | Line], float]:
    """Return the signs of what a view uses in rows from `at`, and how high these are; kinds may be `coloured`."""
    parts: list[Shape | Line] = []
    across, down = at
    for lead, sign, words in _entries(view, theme, coloured=coloured):
        wide = lead + width_of(words, "sans", _SIZE)
        if across > at[0] and across + wide > at[0] + width:
            across, down = at[0], down + _ROW
        middle = down + _ROW / 2
        parts += sign((across, middle))
        parts.append(Line(across + lead, middle + 0.36 * _SIZE, [Run(words, "sans", theme.muted)], _SIZE))
        across += wide + _GAP
    return parts, down + _ROW - at[1] if parts else 0.0


def _entries(view: GraphView, theme: Theme, *, coloured: bool) -> Iterator[tuple[float, Sign, str]]:
    """Give how much room each sign takes, the sign and its words: kinds, families and statuses that are shown."""
    kinds = {node.kind for node in view.nodes}
    families = {edge.family for edge in view.edges}
    statuses = {edge.status for edge in view.edges}
    for kind in filter(kinds.__contains__, KIND_SHAPES):
        yield _SHAPE, partial(_kind, theme, kind, theme.kind(kind) if coloured else theme.muted), kind
    for family in filter(families.__contains__, FAMILY_GLYPHS):
        yield _LINE, partial(_family, theme, family), family
    for status in filter(statuses.__contains__, Status):
        yield _STROKES, partial(_status, theme, status), STATUS_WORDS[status]


def _kind(theme: Theme, kind: str, colour: str, at: Point) -> list[Shape]:
    return glyph(actor_shape(kind), (at[0] + 6, at[1]), 11, colour, theme.page, rim_width=0)


def _family(theme: Theme, family: str, at: Point) -> list[Shape]:
    x, y = at
    line = Shape([(x, y), (x + 22, y)], stroke=theme.family(family), width=2)
    return [line, *glyph(FAMILY_GLYPHS[family], (x + 11, y), HANDLE + 1, theme.family(family), theme.page, rim_width=1)]


def _status(theme: Theme, status: Status, at: Point) -> list[Shape]:
    x, y = at
    line = Shape([(x, y), (x + 40, y)], stroke=theme.muted, width=1.6, dash=dash_of(status))
    sign = glyph(DENIED_GLYPH, (x + 20, y), HANDLE + 4, theme.muted, theme.page, rim_width=1)
    return [line, *sign] if status is Status.NEGATED else [line]
