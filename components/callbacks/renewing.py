"""The line that tells how many articles are read anew after an update, as long as they are."""

from typing import Any

from dash import Dash, Input, Output, State, no_update

from components import ids
from components.renewal import renewal_end, renewal_line
from graph import Library


def register(app: Dash, library: Library) -> None:
    """Wire the line; its beat is on where the page opens meanwhile, and ends with what it tells."""

    @app.callback(
        Output(ids.RENEWAL, "children"),
        Output(ids.RENEWAL_PULSE, "disabled"),
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Input(ids.RENEWAL_PULSE, "n_intervals"),
        State(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def follow(_beats: int, version: int) -> tuple[Any, ...]:
        progress = library.renewal.progress
        if not progress.finished:
            return renewal_line(progress), no_update, no_update, no_update
        return [], True, version + 1, renewal_end(progress)
