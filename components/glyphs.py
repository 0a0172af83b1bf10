"""The small signs of the page: icons, the shapes of actors, the glyphs of families and the dashes of statuses."""

from dash import html

from components.attributes import aria
from graph.model import Status
from graph.picture import FAMILY_GLYPHS, KIND_SHAPES


def icon(name: str) -> html.Span:
    """Return an icon; the control that holds it must say in words what it does."""
    return html.Span(className=f"icon icon-{name}", **aria(hidden="true"))


def kind_sign(kind: str) -> html.Span:
    """Return the shape in which actors of a kind are drawn."""
    known = kind if kind in KIND_SHAPES else "person"
    return html.Span(className=f"sign kind-{known}", **aria(hidden="true"))


def family_sign(family: str) -> html.Span:
    """Return the line and glyph with which relations of a family are drawn."""
    known = family if family in FAMILY_GLYPHS else "other"
    return html.Span(html.Span(className="glyph"), className=f"line family-{known}", **aria(hidden="true"))


def status_sign(status: Status) -> html.Span:
    """Return the line in which claims of a status are drawn."""
    return html.Span(className=f"dash status-{status.value}", **aria(hidden="true"))
