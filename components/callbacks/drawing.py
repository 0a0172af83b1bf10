"""The figure, drawn once for a story, a scheme and a canvas; and why nothing is seen of it, if so."""

from collections import deque
from dataclasses import replace
from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from components import ids
from components.curtain import curtain, drawn_note
from components.figure import build_figure
from components.state import read_canvas, read_encoding, read_extent, read_filters, read_theme
from graph import Library
from graph.model import GraphView
from graph.picture import MOST_ACTORS, Canvas, Encoding, Extent, Theme, backbone
from graph.readings import SEEDS_JOB

Data = dict[str, Any]

FIGURES_KEPT = 6  # so that an undo, a redo and a page that is opened anew find theirs


def register(app: Dash, library: Library) -> None:
    """Wire the canvas."""
    kept: deque[tuple[GraphView, tuple[Any, ...], tuple[Any, ...]]] = deque(maxlen=FIGURES_KEPT)

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
        view, wanted = (
            library.view(asked.filters),
            (asked, read_encoding(look), read_theme(scheme), read_canvas(canvas)),
        )
        found = next((answer for of, known, answer in tuple(kept) if of is view and known == wanted), None)
        if found is None:
            found = _drawn(library, view, *wanted)
            kept.append((view, wanted, found))
        return found

    @app.callback(Output(ids.CURTAIN, "children"), Input(ids.FILTERS, "data"), Input(ids.VERSION, "data"))
    def explain(filters: Data, _version: int) -> list[Any]:
        asked = read_filters(filters)
        view, known = library.view(asked), (library.taxonomy, library.knowledge().actors)
        cause = asked.quote_field(view.empty_cause, *known) if view.empty_cause else ""
        return curtain(view, cause=cause, reading=library.readings.progress(SEEDS_JOB))


def _drawn(
    library: Library, view: GraphView, asked: Extent, encoding: Encoding, theme: Theme, canvas: Canvas
) -> tuple[Any, ...]:
    """Return the figure of a part of a view, and the note on how much of it this is."""
    drawn = drawn_part(library, asked)
    measures = library.measures() if encoding.needs_measures else None
    where = canvas_of(canvas, view)
    return build_figure(drawn, theme=theme, canvas=where, encoding=encoding, measures=measures), drawn_note(view, drawn)


def canvas_of(canvas: Canvas, view: GraphView) -> Canvas:
    """Return the canvas for a story: one that is drawn as a whole has no note on how much is drawn at the lower edge.

    The whole network decides, as filters move nothing.
    """
    is_noted = view.total_actors > MOST_ACTORS
    return canvas if is_noted else replace(canvas, edges=replace(canvas.edges, bottom=0.0))


def drawn_part(library: Library, asked: Extent) -> GraphView:
    """Return what is drawn of what passes the filters of an extent."""
    view, also = library.view(asked.filters), set(asked.also)
    if asked.grouped:
        measures = library.measures()
        numbers = {measures.group_of[actor_id] for actor_id in asked.grouped & measures.group_of.keys()}
        also |= {actor_id for number in numbers for actor_id in measures.groups[number].actor_ids}
    return backbone(view, most=asked.most, also=also, opened=asked.opened)
