"""Asking: what the box offers, and what the articles answer."""

from typing import Any

from dash import Dash, Input, Output

from components import ids
from components.asking import answer_line, answer_panel, ask_options
from graph import Filters, Library
from graph.model import Selection

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the box to ask in."""

    @app.callback(Output(ids.ASK, "data"), Input(ids.ASK, "value"), Input(ids.VERSION, "data"))
    def offer(text: str | None, _version: int) -> list[Any]:
        asked = (text or "").strip()
        return ask_options(library.search(asked), () if asked else library.ask("").suggestions)


def say(library: Library, selection: Selection) -> str:
    """Return the answer in a line, to be read out where a question is selected."""
    return answer_line(library.ask(selection.id)) if selection.what == "question" else ""


def answered(library: Library, text: str, filters: Filters, *, shown: int, order: str) -> list[Any]:
    """Return the panel with the answer to a question; what is refused may be a name."""
    answer = library.ask(text)
    found = library.search(text) if answer.refusal else ()
    actors = library.knowledge().actors
    return answer_panel(answer, actors, found, filtered=bool(filters.active), shown=shown, order=order)
