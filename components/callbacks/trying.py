"""The trial of a sentence: read on request, shown, and not kept."""

from typing import Any

from dash import Dash, Input, Output, State

from components import ids
from components.adding import problem_lines
from components.trial import trial_busy, trial_result, trial_summary
from graph import Library
from graph.errors import DramatisError

_NO_TEXT = "There is no text yet. Write a sentence above, or pick an example."


def register(app: Dash, library: Library) -> None:
    """Wire the dialog to try a sentence."""

    @app.callback(Output(ids.TRIAL_DIALOG, "opened"), Input(ids.TRIAL, "n_clicks"), prevent_initial_call=True)
    def open_dialog(_clicks: int) -> bool:
        return True

    @app.callback(
        Output(ids.TRIAL_SUMMARY, "children"),
        Output(ids.TRIAL_RESULT, "children"),
        Input(ids.TRIAL_READ, "n_clicks"),
        State(ids.TRIAL_TEXT, "value"),
        running=[
            (Output(ids.TRIAL_BUSY, "children"), trial_busy(), []),
            (Output(ids.TRIAL_RESULT, "className"), "trial-result waiting", "trial-result"),
        ],
        prevent_initial_call=True,
    )
    def read(_clicks: int, text: str | None) -> tuple[str, list[Any]]:
        return _tried(library, text or "")


def _tried(library: Library, text: str) -> tuple[str, list[Any]]:
    """Return a line on what was found and the result; where nothing could be read, why."""
    if not text.strip():
        return "", problem_lines([_NO_TEXT])
    try:
        explanation = library.explain(text)
    except DramatisError as problem:
        return "", problem_lines([str(problem)])
    return trial_summary(explanation), trial_result(explanation)
