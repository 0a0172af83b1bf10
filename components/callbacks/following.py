"""Following the ties from one actor to another."""

from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from components import ids
from components.paths import path_options
from components.state import read_selection
from graph import Library

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the box in an actor's panel that asks to whom it is tied."""

    @app.callback(
        Output(ids.TIED_TO, "data"),
        Input(ids.TIED_TO, "searchValue"),
        State(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )
    def offer(text: str | None, selected: Data) -> list[Any]:
        if not text:
            raise PreventUpdate  # the box offers the most important actors already
        return path_options(library.search(text), but=read_selection(selected).id)
