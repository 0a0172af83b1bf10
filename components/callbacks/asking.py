"""Asking: what the box offers, and what the articles answer."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output

from components import ids
from components.asking import answer_line, answer_panel, ask_options
from components.state import read_selection
from graph import Filters, Library

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the box to ask in."""

    @app.callback(Output(ids.ASK, "data"), Input(ids.ASK, "value"), Input(ids.VERSION, "data"))
    def offer(text: str | None, _version: int) -> list[Any]:
        asked = (text or "").strip()
        return ask_options(library.search(asked), () if asked else library.ask("").suggestions)

    @app.callback(Output(ids.ANSWERED, "children"), Input(ids.SELECTION, "data"), prevent_initial_call=True)
    def say(selected: Data) -> str:
        selection = read_selection(selected)
        return answer_line(library.ask(selection.id)) if selection.what == "question" else ""

    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction(namespace="dramatis", function_name="showQuestion"),
        Output(ids.ASK, "value"),
        Input(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )


def answered(library: Library, text: str, filters: Filters, *, shown: int, order: str) -> list[Any]:
    """Return the panel with the answer to a question; what is refused may be a name."""
    answer = library.ask(text)
    found = library.search(text) if answer.refusal else ()
    actors = library.knowledge().actors
    return answer_panel(answer, actors, found, filtered=bool(filters.active), shown=shown, order=order)
