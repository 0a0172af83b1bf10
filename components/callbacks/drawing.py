"""The figure, drawn anew whenever the filters, the selection, the scheme or the canvas change."""

from typing import Any

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from components import ids
from components.backbone import backbone
from components.curtain import curtain, drawn_note
from components.figure import build_figure
from components.picture import picture_frame
from components.state import read_canvas, read_filters, read_selection, read_theme
from graph import SEEDS_JOB, Library

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the canvas."""

    @app.callback(
        Output(ids.GRAPH, "figure"),
        Output(ids.CURTAIN, "children"),
        Output(ids.DRAWN_NOTE, "children"),
        Input(ids.FILTERS, "data"),
        Input(ids.SELECTION, "data"),
        Input(ids.SCHEME, "data"),
        Input(ids.CANVAS, "data"),
        Input(ids.DRAWN, "data"),
        Input(ids.VERSION, "data"),
    )
    def draw(
        filters: Data, selected: Data, scheme: str | None, canvas: Data | None, most: str, _version: int
    ) -> tuple[Any, ...]:
        if scheme is None or canvas is None:
            raise PreventUpdate  # the browser has yet to tell its colours and its size
        selection, theme = read_selection(selected), read_theme(scheme)
        view = library.view(read_filters(filters), selection)
        drawn = view if most == "all" else backbone(view, selection=selection)
        figure = build_figure(drawn, theme=theme, canvas=read_canvas(canvas), selection=selection)
        return figure, curtain(view, reading=library.progress(SEEDS_JOB)), drawn_note(view, drawn)

    @app.callback(
        Output(ids.PICTURE, "data"),
        Input(ids.FILTERS, "data"),
        Input(ids.SCHEME, "data"),
        Input(ids.VERSION, "data"),
    )
    def frame(filters: Data, scheme: str | None, _version: int) -> Data:
        view = library.view(read_filters(filters))
        return picture_frame(library.name, view, library.articles(), theme=read_theme(scheme))
