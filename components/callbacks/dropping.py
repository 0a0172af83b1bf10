"""Files that are dropped or fetched: read at once, or when the reader has said which columns of a table hold what."""

from collections.abc import Collection
from typing import Any

from dash import ALL, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from components import ids
from components.adding import uploaded
from components.callbacks.reading import started
from components.table_columns import File, column_questions, is_asked, read_chosen, with_columns
from graph import Library
from graph.errors import ArticleError

Data = dict[str, Any]

_ASKED = "A table was fetched: under Add article, say which of its columns hold what."
_UPLOADS = (ids.UPLOAD, ids.UPLOAD_FOLDER)
_SELECTS = {"of": ids.COLUMN, "table": ALL, "part": ALL}


def register(app: Dash, library: Library) -> None:
    """Wire where files are dropped, and the form that asks for columns."""

    @app.callback(
        Output(ids.JOB, "data", allow_duplicate=True),
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Output(ids.COLUMNS, "children"),
        Output(ids.COLUMNS_ASKED, "hidden"),
        *(Output(upload, "contents") for upload in _UPLOADS),
        *(Input(upload, "contents") for upload in _UPLOADS),
        *(State(upload, "filename") for upload in _UPLOADS),
        State(ids.ASK_COLUMNS, "checked"),
        prevent_initial_call=True,
    )
    def read_files(*dropped: Any) -> tuple[Any, ...]:
        files = _files(*dropped)
        if not files:
            raise PreventUpdate
        if column_questions(files):  # the files stay in the browser until it is answered
            questions = column_questions([*files, *_held(library).values()])
            return no_update, "", questions, False, no_update, no_update
        return *started(library, [file[:2] for file in files]), [], True, None, None

    @app.callback(
        Output(ids.COLUMNS, "children", allow_duplicate=True),
        Output(ids.COLUMNS_ASKED, "hidden", allow_duplicate=True),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Input(ids.ADD_DIALOG, "opened"),
        Input(ids.PULSE, "n_intervals"),
        Input(ids.VERSION, "data"),
        State(ids.COLUMNS_ASKED, "hidden"),
        prevent_initial_call=True,
    )
    def ask(opened: bool | None, _beats: int, _version: int, is_hidden: bool) -> tuple[Any, bool, Any]:
        held = _held(library) if is_hidden else {}
        if not held:
            raise PreventUpdate
        return column_questions(list(held.values())), False, no_update if opened else _ASKED

    @app.callback(
        Output(ids.JOB, "data", allow_duplicate=True),
        Output(ids.PROGRESS, "children", allow_duplicate=True),
        Output(ids.COLUMNS_PROBLEM, "children"),
        Output(ids.COLUMNS_PROBLEM, "hidden"),
        Output(ids.COLUMNS_ASKED, "hidden", allow_duplicate=True),
        *(Output(upload, "contents", allow_duplicate=True) for upload in _UPLOADS),
        Input(ids.READ_COLUMNS, "n_clicks"),
        *(State(upload, "contents") for upload in _UPLOADS),
        *(State(upload, "filename") for upload in _UPLOADS),
        State(ids.ASK_COLUMNS, "checked"),
        State(_SELECTS, "id"),
        State(_SELECTS, "value"),
        prevent_initial_call=True,
    )
    def read_with(_clicks: int, *dropped: Any) -> tuple[Any, ...]:
        *uploads, selects, values = dropped
        try:
            chosen = read_chosen(selects, values)
        except ArticleError as problem:
            return no_update, no_update, str(problem), False, False, no_update, no_update
        answers = {number: with_columns(file, chosen) for number, file in _asked(library, chosen).items()}
        files = [(file.name, with_columns(file, chosen)) for file in _files(*uploads)]
        return *started(library, files, answers=answers), "", True, True, None, None

    @app.callback(
        Output(ids.COLUMNS_ASKED, "hidden", allow_duplicate=True),
        *(Output(upload, "contents", allow_duplicate=True) for upload in _UPLOADS),
        Input(ids.LEAVE_COLUMNS, "n_clicks"),
        State(_SELECTS, "id"),
        prevent_initial_call=True,
    )
    def leave(_clicks: int, selects: list[Data]) -> tuple[bool, None, None]:
        library.readings.let_go(_asked(library, {select["table"] for select in selects}))
        return True, None, None


def _held(library: Library) -> dict[int, File]:
    """Return what was fetched and is to be asked about, by its number."""
    return {held.number: File(held.name, held.raw, held.all_tables) for held in library.readings.held()}


def _asked(library: Library, keys: Collection[str]) -> dict[int, File]:
    """Return what was fetched and is asked about by the questions with these keys, and by no others."""
    return {number: file for number, file in _held(library).items() if is_asked(file, keys)}


def _files(first: Any, second: Any, first_names: Any, second_names: Any, ask_all: bool | None) -> list[File]:
    """Return what was dropped in both places."""
    both = zip(
        [*(first or ()), *(second or ())], _names(first, first_names) + _names(second, second_names), strict=True
    )
    return [File(name, uploaded(content), bool(ask_all)) for content, name in both]


def _names(contents: Any, names: Any) -> list[str]:
    return list(names or ()) if contents else []
