"""The figure, drawn once for a story, a scheme and a canvas; and what of it passes the filters."""

from typing import Any

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from components import ids
from components.backbone import backbone
from components.curtain import curtain, drawn_note
from components.figure import build_figure
from components.picture import picture_frame
from components.state import read_canvas, read_extent, read_filters, read_theme, shown_ids
from graph import SEEDS_JOB, Library

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the canvas."""

    @app.callback(
        Output(ids.GRAPH, "figure"),
        Output(ids.DRAWN_NOTE, "children"),
        Input(ids.SCHEME, "data"),
        Input(ids.CANVAS, "data"),
        Input(ids.EXTENT, "data"),
        Input(ids.VERSION, "data"),
    )
    def draw(scheme: str | None, canvas: Data | None, extent: Data, _version: int) -> tuple[Any, ...]:
        if scheme is None or canvas is None:
            raise PreventUpdate  # the browser has yet to tell its colours and its size
        asked = read_extent(extent)
        view = library.view(asked.filters)
        drawn = backbone(view, most=asked.most, also=asked.also, opened=asked.opened)
        return build_figure(drawn, theme=read_theme(scheme), canvas=read_canvas(canvas)), drawn_note(view, drawn)

    @app.callback(
        Output(ids.SHOWN, "data"),
        Output(ids.CURTAIN, "children"),
        Input(ids.FILTERS, "data"),
        Input(ids.VERSION, "data"),
    )
    def sift(filters: Data, _version: int) -> tuple[Data | None, list[Any]]:
        asked = read_filters(filters)
        view = library.view(asked)
        return shown_ids(view) if asked.active else None, curtain(view, reading=library.progress(SEEDS_JOB))

    @app.callback(
        Output(ids.PICTURE, "data"),
        Input(ids.FILTERS, "data"),
        Input(ids.SCHEME, "data"),
        Input(ids.VERSION, "data"),
    )
    def frame(filters: Data, scheme: str | None, _version: int) -> Data:
        view = library.view(read_filters(filters))
        return picture_frame(library.name, view, library.articles(), theme=read_theme(scheme))
