"""Saving a picture: the browser tells what is on the canvas, the server draws it, the browser makes a file of it."""

from datetime import date
from typing import Any

from dash import Dash, Input, Output, State

from components import ids
from components.callbacks.drawing import canvas_of, drawn_part
from components.exports import file_name
from components.picture import Request, part_on_canvas, read_request
from components.state import read_canvas, read_encoding, read_extent, read_filters
from graph import Filters, Library
from graph.picture import Canvas, Encoding, Extent, Picture, caption, compose, write_svg

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the saving of pictures."""

    @app.callback(
        Output(ids.PICTURE, "data"),
        Input(ids.PICTURE_ASKED, "data"),
        State(ids.FILTERS, "data"),
        State(ids.EXTENT, "data"),
        State(ids.CANVAS, "data"),
        State(ids.LOOK, "data"),
        prevent_initial_call=True,
    )
    def draw(asked: Data, filters: Data, extent: Data, canvas: Data, look: Data) -> Data:
        where = read_canvas(canvas)
        return _picture(
            library,
            read_request(asked, where),
            read_filters(filters),
            canvas=where,
            extent=read_extent(extent),
            encoding=read_encoding(look),
        )


def _picture(
    library: Library, request: Request, filters: Filters, *, canvas: Canvas, extent: Extent, encoding: Encoding
) -> Data:
    passing, drawn = library.view(filters), drawn_part(library, extent)
    shown = part_on_canvas(drawn, passing, request)
    picture = Picture(
        title=request.title or library.name,
        caption=caption(passing, shown, library.articles(), today=date.today(), is_part=request.camera is not None),
        theme=request.theme,
        ground=request.ground != "clear",
        canvas=canvas_of(canvas, passing),
        camera=request.camera,
        encoding=encoding,
        measures=library.measures() if encoding.needs_measures else None,
        emphasis=request.emphasis,
        legend=request.legend,
        proofs=(lambda ids: library.quotes(ids, filters)) if request.notes else None,
    )
    scene = compose(shown, picture)
    return {"svg": write_svg(scene), "width": scene.width, "height": scene.height, "file": file_name(library.name)}
