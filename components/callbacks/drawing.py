"""The figure, drawn once for a story, a scheme and a canvas; and why nothing is seen of it, if so."""

from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from components import ids
from components.curtain import curtain, drawn_note
from components.figure import build_figure
from components.state import read_canvas, read_encoding, read_extent, read_filters, read_theme
from graph import Library
from graph.model import GraphView
from graph.picture import Extent, backbone
from graph.readings import SEEDS_JOB

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the canvas."""

    @app.callback(
        Output(ids.GRAPH, "figure"),
        Output(ids.DRAWN_NOTE, "children"),
        Input(ids.CANVAS, "data"),
        Input(ids.EXTENT, "data"),
        Input(ids.LOOK, "data"),
        Input(ids.VERSION, "data"),
        State(ids.SCHEME, "data"),  # a new scheme is told together with the canvas
        prevent_initial_call=True,
    )
    def draw(canvas: Data | None, extent: Data, look: Data, _version: int, scheme: str | None) -> tuple[Any, ...]:
        if scheme is None or canvas is None:
            raise PreventUpdate  # the browser has yet to tell its colours and its size
        asked = read_extent(extent)
        view, drawn = library.view(asked.filters), drawn_part(library, asked)
        encoding = read_encoding(look)
        measures = library.measures() if encoding.needs_measures else None
        figure = build_figure(
            drawn, theme=read_theme(scheme), canvas=read_canvas(canvas), encoding=encoding, measures=measures
        )
        return figure, drawn_note(view, drawn)

    @app.callback(Output(ids.CURTAIN, "children"), Input(ids.FILTERS, "data"), Input(ids.VERSION, "data"))
    def explain(filters: Data, _version: int) -> list[Any]:
        asked = read_filters(filters)
        view, known = library.view(asked), (library.taxonomy, library.knowledge().actors)
        cause = asked.describe_field(view.empty_cause, *known) if view.empty_cause else ""
        return curtain(view, cause=cause, reading=library.readings.progress(SEEDS_JOB))


def drawn_part(library: Library, asked: Extent) -> GraphView:
    """Return what is drawn of what passes the filters of an extent."""
    view, also = library.view(asked.filters), set(asked.also)
    if asked.grouped:
        measures = library.measures()
        numbers = {measures.group_of[actor_id] for actor_id in asked.grouped & measures.group_of.keys()}
        also |= {actor_id for number in numbers for actor_id in measures.groups[number].actor_ids}
    return backbone(view, most=asked.most, also=also, opened=asked.opened)
