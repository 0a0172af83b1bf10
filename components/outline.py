"""The outline: the network as a tree of words, walked by the keys and read out; assets/63-outline.js fills it."""

from dash import html
from dash.development.base_component import Component

from components import ids

_WAY = "Arrow keys walk and unfold, Enter selects, Shift+Enter selects several, letters find a name."


def outline_pane() -> Component:
    """Return the pane of the outline before the story is here."""
    return html.Div(
        [html.P(_WAY, className="outline-way"), html.Div(id=ids.OUTLINE, className="outline-tree")],
        className="list-pane outline-pane",
    )
