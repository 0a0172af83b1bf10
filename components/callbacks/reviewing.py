"""The dialog of all corrections: pairs that may be one and the same, and the log."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from components import ids
from components.callbacks.correcting import undoable
from components.corrections import PROOFS, correction_log, review_panel
from components.state import read_later, read_number
from graph import Library
from graph.model import Selection

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the dialog."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction(namespace="dramatis", function_name="focusPair"),
        Input(ids.REVIEW_PANEL, "children"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.CORRECTIONS_DIALOG, "opened"), Input(ids.CORRECTIONS, "n_clicks"), prevent_initial_call=True
    )
    def open_dialog(_clicks: int) -> bool:
        return True

    @app.callback(
        Output(ids.REVIEW_PANEL, "children"),
        Input(ids.CORRECTIONS_DIALOG, "opened"),
        Input(ids.CORRECTION_TABS, "value"),
        Input(ids.REVIEW, "data"),
        Input(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def review(opened: bool, tab: str, review: Data, _version: int) -> list[Any]:
        if not opened or tab != "review":
            raise PreventUpdate
        return _next_pair(library, read_later(review))

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Input(ids.REVIEW, "data"),
        State(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def decide(review: Data, version: int) -> tuple[int, str]:
        said = _decided(library, review or {})
        return version + 1, said

    @app.callback(
        Output(ids.CORRECTION_LOG, "children"),
        Input(ids.CORRECTIONS_DIALOG, "opened"),
        Input(ids.CORRECTION_TABS, "value"),
        Input(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def tell(opened: bool, tab: str, _version: int) -> list[Any]:
        if not opened or tab != "log":
            raise PreventUpdate
        return correction_log(library.corrections.lines())


def _next_pair(library: Library, later: frozenset[str]) -> list[Any]:
    pairs = library.pairs()
    waiting = [pair for pair in pairs if f"{pair.first} {pair.second}" not in later]
    pair = next(iter(waiting), None)
    if pair is None:
        return review_panel(None, (), (), left=0, later=len(pairs))
    actors = [library.knowledge().actors[end] for end in (pair.first, pair.second)]
    proofs = [library.passages(Selection("actor", actor.id))[:PROOFS] for actor in actors]
    return review_panel(pair, actors, proofs, left=len(waiting), later=len(later))


def _decided(library: Library, review: Data) -> str:
    """Make what was decided of a pair, or take back or make again a line of the log; return it in words."""
    verdict, corrections = review.get("verdict"), library.corrections
    first, second = str(review.get("first")), str(review.get("second"))
    match verdict:
        case "join":
            corrections.merge(first, second)
        case "apart":
            corrections.keep_apart(first, second)
        case "never":
            corrections.do_not_ask(first, second)
        case "undo" | "redo":
            step, said = (corrections.undo, "Undone") if verdict == "undo" else (corrections.redo, "Done again")
            return f"{said}: {step(read_number(review))}"
        case _:
            raise PreventUpdate
    return undoable(library)
