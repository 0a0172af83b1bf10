"""Asking: what the box offers, and what the articles answer."""

from typing import Any

from dash import Dash, Input, Output

from components import ids
from components.asking import ask_options
from graph import Library


def register(app: Dash, library: Library) -> None:
    """Wire the box to ask in."""

    @app.callback(
        Output(ids.ASK, "data"), Input(ids.ASK, "value"), Input(ids.VERSION, "data"), prevent_initial_call=True
    )
    def offer(text: str | None, _version: int) -> list[Any]:
        asked = (text or "").strip()
        return ask_options(library.search(asked), () if asked else library.ask("").suggestions)
