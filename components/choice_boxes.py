"""Boxes to tick among the filters, as plain trees: there may be dozens, and each counts what it would show.

They are the browser's own boxes; assets/42-panel.js tells the page what is ticked and ticks what the page asks for.
"""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import data
from components.plain import PlainNode, plain, plain_place

Rows = Sequence[tuple[str, list[Component]]]  # each choice with what is written beside its box


def check_boxes(field: str, rows: Rows, chosen: Sequence[str]) -> Component:
    """Return boxes of which any may be ticked."""
    nodes = [_box(field, choice, label, "checkbox", is_ticked=choice in chosen) for choice, label in rows]
    part: Component = dmc.CheckboxGroup(id=ids.CONTROLS[field], children=_place(field, nodes), value=list(chosen))
    return part


def radio_boxes(field: str, title: str, rows: Rows, chosen: str) -> Component:
    """Return boxes of which one is ticked."""
    nodes = [_box(field, choice, label, "radio", is_ticked=choice == chosen) for choice, label in rows]
    part: Component = dmc.RadioGroup(
        id=ids.CONTROLS[field],
        children=_place(field, nodes),
        value=chosen,
        attributes={"root": {"aria-label": title}},
    )
    return part


def _place(field: str, nodes: list[PlainNode]) -> list[Component]:
    return plain_place(ids.CHOICES[field], *nodes, className="choices")


def _box(field: str, choice: str, label: list[Component], kind: str, *, is_ticked: bool) -> PlainNode:
    count = html.Span(className="choice-count", **data(field=field, choice=choice))
    box: dict[str, Any] = {"type": kind, "name": field} | ({"checked": True} if is_ticked else {})
    words = plain([html.Span([*label, count], className="choice-label")])
    return ["div", {"class": "choice"}, [["label", {"class": "plain-choice"}, [["input", box, []], *words]]]]
