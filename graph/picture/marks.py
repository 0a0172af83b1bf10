"""How actors and relations are marked: sizes, signs and colours, the same on the page and in a saved picture."""

from graph.measures import Measures
from graph.model import EdgeView, Status
from graph.picture.encoding import Encoding
from graph.picture.theme import DENIED_GLYPH, FAMILY_GLYPHS, KIND_SHAPES, STATUS_DASHES, Theme

HANDLE = 7.0  # pixels across, of the sign in the middle of a line
_WIDTHS = ((4, 2.8), (2, 2.0), (0, 1.3))  # sentences from, pixels
_LINE_STRENGTH = 0.86
_PALE_STRENGTH = 0.45  # between groups, where these can be seen
_ARROW = 8.5
_SQUARED = {"square": 0.89, "diamond": 1.1}  # so that all shapes look equally large


def line_width(edge: EdgeView) -> float:
    """Return how broad a relation is drawn, by the sentences that tell it."""
    return next(width for least, width in _WIDTHS if edge.weight >= least)


def line_colour(edge: EdgeView, theme: Theme, encoding: Encoding, measures: Measures | None) -> str:
    """Return the colour of a relation's line: that of its family, brought towards the page."""
    group_of = measures.group_of if measures and encoding.speaks_of_groups else {}
    pale = group_of.get(edge.source) != group_of.get(edge.target)
    return theme.faded(theme.family(edge.family), _PALE_STRENGTH if pale else _LINE_STRENGTH)


def arrow_size(edge: EdgeView) -> float:
    """Return how large the arrowhead of a relation is."""
    return _ARROW + line_width(edge) - 1


def handle_symbol(edge: EdgeView) -> str:
    """Return the sign in the middle of a relation: that of its family, or of what is denied."""
    if edge.status is Status.NEGATED:
        return DENIED_GLYPH
    return FAMILY_GLYPHS.get(edge.family, FAMILY_GLYPHS["other"])


def handle_size(edge: EdgeView) -> float:
    """Return how large that sign is."""
    return HANDLE + 4 if edge.status is Status.NEGATED else HANDLE


def actor_shape(kind: str) -> str:
    """Return the shape of a kind of actor."""
    return KIND_SHAPES.get(kind, "circle")


def actor_size(kind: str, diameter: float) -> float:
    """Return how large the shape of a kind is drawn for an actor of this diameter."""
    return round(diameter * _SQUARED.get(actor_shape(kind), 1), 1)


def word_of(edge: EdgeView) -> str:
    """Return the word that is written at a relation's middle."""
    return f"denied: {edge.label}" if edge.status is Status.NEGATED else edge.label


def dash_of(status: Status) -> tuple[float, ...]:
    """Return the lengths of the strokes and gaps of a status, in pixels; none for a solid line."""
    dash = STATUS_DASHES[status]
    return () if dash == "solid" else tuple(float(part.removesuffix("px")) for part in dash.split(","))
