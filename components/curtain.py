"""What is told on the canvas: why there is nothing to draw, or that not all is drawn."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import data
from graph.model import GraphView, ReadingProgress

_STEPS = (300, 600, 1000)
_MOST_DRAWN = 2_000  # more than that no browser draws in a time that one would wait


def curtain(view: GraphView, *, cause: str = "", reading: ReadingProgress | None = None) -> list[Component]:
    """Return why a view is empty and what to do about it; nothing where there is something to see.

    `cause` is the filter in quotation marks whose clearing shows most, if one alone helps. While the first articles
    are read, `reading` says how far that has come.
    """
    if view.nodes:
        return []
    if view.total_actors:
        way_back = html.Button(f"Clear {cause}", className="button primary", **data(clear=view.empty_cause))
        everything = html.Button("Clear all filters", className="button", **data(press=ids.CLEAR))
        return [
            html.P(view.empty_reason or "No actor passes the filters.", className="curtain-title"),
            html.Div([way_back, everything] if cause else [everything], className="curtain-actions"),
        ]
    if reading and not reading.finished:
        return [
            html.P("Reading the sample story …", className="curtain-title"),
            dmc.Progress(value=100 * reading.fraction if reading.total else 0, size="sm", className="curtain-bar"),
            html.P("This happens once, and takes less than a minute."),
        ]
    return [
        html.P("Nothing read yet", className="curtain-title"),
        html.P("Paste an article or drop a .txt or .html file, and who did what to whom is drawn here."),
        html.Button("Add article", className="button primary", **data(press=ids.ADD)),
    ]


def drawn_note(view: GraphView, drawn: GraphView) -> list[Component | str]:
    """Return that only a part of a view is drawn, with buttons to draw more of it; nothing where all is drawn."""
    count, total = len(drawn.nodes), len(view.nodes)
    if count == total:
        return []
    steps = [step for step in _STEPS if count < step < total]
    more = [(f"{step:,}", step) for step in steps] + ([(f"all {total:,}", total)] if total <= _MOST_DRAWN else [])
    buttons = [
        html.Button(words, className="text-button", title=f"Draw {words} actors", **data(most=str(most)))
        for words, most in more
    ]
    most = f"The {count:,} most important of {total:,} actors"
    words: list[Component | str] = [most, html.Span(" are drawn", className="wordy"), "."]
    return [*words, " Draw ", *buttons] if buttons else words
