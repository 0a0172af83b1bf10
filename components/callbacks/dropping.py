"""Files that are dropped: read at once, or when the reader has said which columns of a table hold what."""

from typing import Any

from dash import ALL, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from components import ids
from components.adding import uploaded
from components.callbacks.reading import started
from components.table_columns import File, column_questions, read_chosen, with_columns
from graph import Library
from graph.errors import ArticleError

Data = dict[str, Any]

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
        *uploads, ask_all = dropped
        files = _files(*uploads)
        if not files:
            raise PreventUpdate
        questions = column_questions(files, ask_all=bool(ask_all))
        if questions:  # the files stay in the browser until it is answered
            return no_update, "", questions, False, no_update, no_update
        return *started(library, files), [], True, None, None

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
        State(_SELECTS, "id"),
        State(_SELECTS, "value"),
        prevent_initial_call=True,
    )
    def read_with(_clicks: int, *dropped: Any) -> tuple[Any, ...]:
        *uploads, selects, values = dropped
        try:
            files = with_columns(_files(*uploads), read_chosen(selects, values))
        except ArticleError as problem:
            return no_update, no_update, str(problem), False, False, no_update, no_update
        return *started(library, files), "", True, True, None, None

    @app.callback(
        Output(ids.COLUMNS_ASKED, "hidden", allow_duplicate=True),
        *(Output(upload, "contents", allow_duplicate=True) for upload in _UPLOADS),
        Input(ids.LEAVE_COLUMNS, "n_clicks"),
        prevent_initial_call=True,
    )
    def leave(_clicks: int) -> tuple[bool, None, None]:
        return True, None, None


def _files(first: Any, second: Any, first_names: Any, second_names: Any) -> list[File]:
    """Return what was dropped in both places."""
    both = zip(
        [*(first or ()), *(second or ())], _names(first, first_names) + _names(second, second_names), strict=True
    )
    return [(name, uploaded(content)) for content, name in both]


def _names(contents: Any, names: Any) -> list[str]:
    return list(names or ()) if contents else []
