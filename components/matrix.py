"""The matrix of who acts on whom: its frame and its choices; assets/46-matrix.js draws it from the story."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria

_ORDERS = {"group": "Group", "importance": "Importance", "name": "Name"}
_SIZES = {"30": "30", "60": "60"}


def matrix_pane() -> Component:
    """Return the pane of the matrix with its choices, before it is drawn."""
    line = html.P(id=f"{ids.MATRIX}-count", className="table-count", role="status", **aria(live="polite"))
    choices = [
        _choice(ids.MATRIX_ORDER, "Order by", _ORDERS, "group"),
        _choice(ids.MATRIX_SIZE, "At most", _SIZES, "30"),
    ]
    return html.Div(
        [
            html.Div([line, html.Div(choices, className="matrix-choices")], className="table-head"),
            html.Div(className="matrix-scroll"),
            html.Div(_key(), className="matrix-key"),
            html.Div(className="hint", **aria(hidden="true")),
        ],
        id=ids.MATRIX,
        className="table-pane matrix",
    )


def _choice(control: str, title: str, words: dict[str, str], value: str) -> Component:
    data = [{"value": choice, "label": label} for choice, label in words.items()]
    segments = dmc.SegmentedControl(
        id=control, data=data, value=value, size="xs", attributes={"root": {"aria-label": title}}
    )
    return html.Div([html.Span(title, className="matrix-title"), segments], className="matrix-choice")


def _key() -> list[Component]:
    """Return what the cells mean; families have the colours and glyphs of the legend."""
    tones = [
        html.Span(className="tie family-other status-asserted", style={"--tone": f"{tone}%"}) for tone in (12, 34, 60)
    ]
    parts = (
        (tones, "few to many sentences"),
        ([html.Span(className="tie family-other status-hedged", style={"--tone": "34%"})], "not stated as fact"),
        ([_denied()], "denied"),
        (
            [html.Span(className="tie family-other status-asserted several", style={"--tone": "34%"})],
            "several relations",
        ),
    )
    return [
        html.Span([html.Span(signs, className="matrix-signs", **aria(hidden="true")), words]) for signs, words in parts
    ]


def _denied() -> Component:
    return html.Span(html.Span(className="glyph"), className="tie family-other status-negated", style={"--tone": "34%"})
