"""The reading of more articles: pasted, fetched or dropped, with their progress."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from dash import Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from components import ids
from components.adding import problem_lines, progress_lines
from components.curtain import curtain
from components.opening import opening
from graph import Filters, Library
from graph.readings import SEEDS_JOB

Data = dict[str, Any]

_PASTED_NAME = "pasted text"


def register(app: Dash, library: Library) -> None:
    """Wire the dialog that adds articles."""

    @app.callback(
        Output(ids.ADD_DIALOG, "opened"),
        Output(ids.PROGRESS, "children"),
        Input(ids.ADD, "n_clicks"),
        prevent_initial_call=True,
    )
    def open_dialog(_clicks: int) -> tuple[bool, Any]:
        job = library.readings.latest
        return True, no_update if job is None else progress_lines(library.readings.progress(job))

    @app.callback(Input(ids.ADD_DIALOG, "opened"), Input(ids.TRIAL_DIALOG, "opened"), prevent_initial_call=True)
    def get_ready(*opened: bool) -> None:
        if any(opened):
            library.get_ready()

    @app.callback(
        Output(ids.JOB, "data"),
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Input(ids.READ_PASTED, "n_clicks"),
        State(ids.PASTED, "value"),
        prevent_initial_call=True,
    )
    def read_pasted(_clicks: int, text: str | None) -> tuple[Any, Any]:
        if not text or not text.strip():
            return None, problem_lines(["There is no text yet. Paste an article above, then press the button again."])
        return started(library, [(_PASTED_NAME, text)])

    @app.callback(
        Output(ids.JOB, "data", allow_duplicate=True),
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Output(ids.ADDRESSES, "value"),
        Input(ids.FETCH, "n_clicks"),
        State(ids.ADDRESSES, "value"),
        State(ids.ASK_COLUMNS, "checked"),
        prevent_initial_call=True,
    )
    def fetch(_clicks: int, addresses: str | None, ask_all: bool | None) -> tuple[Any, Any, Any]:
        named = (addresses or "").split()
        if not named:
            return no_update, problem_lines(["There is no address yet. Write one, then press the button again."]), ""
        return *started(library, [(address, None) for address in named], all_tables=bool(ask_all)), ""

    @app.callback(
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Input(ids.CANCEL_READING, "n_clicks"),
        State(ids.JOB, "data"),
        prevent_initial_call=True,
    )
    def cancel(_clicks: int, job: str | None) -> Any:
        if job is None:
            raise PreventUpdate
        library.readings.cancel(job)
        return progress_lines(library.readings.progress(job))

    @app.callback(
        Output(ids.PULSE, "disabled"),
        Output(ids.CANCEL_READING, "hidden"),
        Input(ids.JOB, "data"),
        prevent_initial_call=True,
    )
    def beat(job: str | None) -> tuple[bool, bool]:
        return job is None, job is None or job == SEEDS_JOB

    @app.callback(
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Output(ids.JOB, "data", allow_duplicate=True),
        Output(ids.VERSION, "data"),
        Output(ids.PASTED, "value"),
        Input(ids.PULSE, "n_intervals"),
        State(ids.JOB, "data"),
        State(ids.VERSION, "data"),
        State(ids.PASTED, "value"),
        prevent_initial_call=True,
    )
    def follow(_beats: int, job: str | None, version: int, pasted: str) -> tuple[Any, Any, Any, Any]:
        if job is None:
            raise PreventUpdate
        progress = library.readings.progress(job)
        if not progress.finished:
            return progress_lines(progress), no_update, no_update, no_update
        return progress_lines(progress), None, version + 1, "" if progress.read else pasted

    @app.callback(
        Output(ids.SELECTION, "data", allow_duplicate=True),
        Input(ids.VERSION, "data"),
        State(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )
    def begin(version: int, selected: Data | None) -> dict[str, str]:
        if version != 1 or (selected or {}).get("what"):
            raise PreventUpdate  # only the first change that a page sees can be the end of the first reading
        return opening(library)

    @app.callback(
        Output(ids.CURTAIN, "children", allow_duplicate=True),
        Input(ids.PULSE, "n_intervals"),
        State(ids.JOB, "data"),
        prevent_initial_call=True,
    )
    def tell(_beats: int, job: str | None) -> Any:
        if job != SEEDS_JOB or library.articles():
            raise PreventUpdate
        return curtain(library.view(Filters()), reading=library.readings.progress(SEEDS_JOB))

    @app.callback(Output(ids.PROJECT, "children"), Input(ids.VERSION, "data"), prevent_initial_call=True)
    def name(_version: int) -> str:
        return library.name


def started(
    library: Library,
    sources: Sequence[tuple[str, bytes | str | None]],
    *,
    all_tables: bool = False,
    answers: Mapping[int, bytes] = MappingProxyType({}),
) -> tuple[str, Any]:
    """Read sources and what was asked about in the background; return the job and what is told of it.

    Of tables at addresses it will be asked what their columns hold: of those that leave it open, or of `all_tables`.
    """
    job = library.readings.start(sources, asking=True, all_tables=all_tables, answers=answers)
    return job, progress_lines(library.readings.progress(job))
