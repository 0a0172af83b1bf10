"""Boxes to tick among the filters, as plain trees: there may be dozens, and each counts what it would show.

They are the browser's own boxes, which ask for filters and follow them by assets/42-controls.js.
"""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.plain import PlainNode, plain, plain_place

Rows = Sequence[tuple[str, list[Component]]]  # each choice with what is written beside its box


def check_boxes(field: str, title: str, rows: Rows) -> Component:
    """Return boxes of which any may be ticked."""
    return _boxes(field, title, [_box(field, choice, label, "checkbox") for choice, label in rows], "group")


def radio_boxes(field: str, title: str, rows: Rows) -> Component:
    """Return boxes of which one is ticked."""
    return _boxes(field, title, [_box(field, choice, label, "radio") for choice, label in rows], "radiogroup")


def _boxes(field: str, title: str, nodes: list[PlainNode], role: str) -> Component:
    return html.Div(plain_place(ids.CHOICES[field], *nodes, className="choices"), role=role, **aria(label=title))


def _box(field: str, choice: str, label: list[Component], kind: str) -> PlainNode:
    count = html.Span(className="choice-count", **data(field=field, choice=choice))
    words = plain([html.Span([*label, count], className="choice-label")])
    return [
        "div",
        {"class": "choice"},
        [["label", {"class": "plain-choice"}, [["input", {"type": kind, "name": field}, []], *words]]],
    ]
