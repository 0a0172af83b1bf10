"""Plain trees: HTML parts as JSON that the browser builds by itself (assets/36-plain.js).

Each part of a page made by Dash costs the browser a third of a millisecond whenever it is made, and a little at every
later change of anything; a panel with the sentences of an important actor has thousands. What holds nothing but HTML
and is never an input of a callback is therefore sent as a plain tree.
"""

from collections.abc import Iterable
from typing import Any

from dash import dcc, html
from dash.development.base_component import Component

PlainNode = str | list[Any]  # a text, or [tag, attributes, children]

_NAMES = {"className": "class", "dateTime": "datetime", "tabIndex": "tabindex", "colSpan": "colspan"}


def plain(parts: Iterable[Component | PlainNode | None]) -> list[PlainNode]:
    """Return parts of HTML as plain nodes, for the store of a plain place; what is a node already stays one.

    Raises TypeError for a part that only Dash can make.
    """
    return [_node(part) for part in parts if part is not None]


def plain_place(place: str, *parts: Component | PlainNode, **props: Any) -> list[Component]:
    """Return an empty element of this id, and the store whose plain tree is shown in it; at first it has `parts`."""
    return [html.Div(id=place, **props), dcc.Store(id=tree_of(place), data=plain(parts) or None)]


def tree_of(place: str) -> str:
    """Return the id of the store that has the plain tree of a place."""
    return f"{place}-tree"


def _node(part: Component | PlainNode | int | float) -> PlainNode:
    if isinstance(part, list):
        return part
    if not isinstance(part, Component):
        return str(part)
    if getattr(part, "_namespace", "") != "dash_html_components":
        raise TypeError(f"{part._type} is no HTML: it cannot stand in a plain tree, only on the page itself.")
    # Read off the part itself: its to_plotly_json takes three times as long, and panels have a thousand parts.
    attributes = {
        _NAMES.get(name, name): value
        for name, value in vars(part).items()
        if value is not None and value is not False and _is_attribute(name, part)
    }
    children = attributes.pop("children", None)
    return [part._type.lower(), attributes, plain(children if isinstance(children, list | tuple) else [children])]


def _is_attribute(name: str, part: Component) -> bool:
    return name in part._prop_names or name.startswith(("data-", "aria-"))
