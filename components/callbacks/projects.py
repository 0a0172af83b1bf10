"""Projects: made, named, copied, put aside, brought back; then the window goes to where that is."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from components import ids
from components.adding import uploaded
from components.projects import TITLES
from components.state import read_act
from graph.errors import StoreError
from graph.projects import OpenProject

Data = dict[str, Any]


def register(app: Dash, opened: OpenProject) -> None:
    """Wire the menu of projects."""
    projects = opened.projects
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction(namespace="dramatis", function_name="goToProject"),
        Input(ids.PROJECT_GO, "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.PROJECT_FORM, "opened"),
        Output(ids.PROJECT_FORM, "title"),
        Output(ids.PROJECT_NAME, "value"),
        Output(ids.PROJECT_FILE, "style"),
        Output(ids.PROJECT_PROBLEM, "hidden"),
        Input(ids.PROJECT_ACT, "data"),
        prevent_initial_call=True,
    )
    def open_form(asked: Data) -> tuple[Any, ...]:
        act = read_act(asked)
        if act not in TITLES:
            raise PreventUpdate
        name = projects.library(opened.id).name
        names = {"rename": name, "duplicate": f"{name} (copy)"}
        file_style = {} if act == "restore" else {"display": "none"}
        return True, TITLES[act], names.get(act, ""), file_style, True

    @app.callback(
        Output(ids.PROJECT_GO, "data"),
        Input(ids.PROJECT_ACT, "data"),
        prevent_initial_call=True,
    )
    def put_aside(asked: Data) -> str:
        act = read_act(asked)
        if act not in ("archive", "return"):
            raise PreventUpdate
        projects.archive(opened.id, archived=act == "archive")
        return f"../{projects.all()[0].id}/" if act == "archive" else "./"

    @app.callback(
        Output(ids.PROJECT_FILE_NAME, "children"), Input(ids.PROJECT_FILE, "filename"), prevent_initial_call=True
    )
    def name_file(name: str | None) -> str:
        if not name:
            raise PreventUpdate
        return name

    @app.callback(
        Output(ids.PROJECT_GO, "data", allow_duplicate=True),
        Output(ids.PROJECT_PROBLEM, "children"),
        Output(ids.PROJECT_PROBLEM, "hidden", allow_duplicate=True),
        Input(ids.PROJECT_SAVE, "n_clicks"),
        State(ids.PROJECT_ACT, "data"),
        State(ids.PROJECT_NAME, "value"),
        State(ids.PROJECT_FILE, "contents"),
        prevent_initial_call=True,
    )
    def save(_clicks: int, asked: Data, name: str | None, contents: str | None) -> tuple[Any, ...]:
        try:
            return _saved(opened, read_act(asked), name or "", contents), "", True
        except StoreError as problem:
            return no_update, str(problem), False


def _saved(opened: OpenProject, act: str, name: str, contents: str | None) -> str:
    """Do what the form asks for, and return the address to go to."""
    projects = opened.projects
    match act:
        case "new":
            return f"../{projects.create(name).id}/"
        case "duplicate":
            return f"../{projects.duplicate(opened.id, name).id}/"
        case "restore":
            return f"../{_restored(opened, name, contents)}/"
        case _:
            projects.rename(opened.id, name)
            return "./"


def _restored(opened: OpenProject, name: str, contents: str | None) -> str:
    if not contents:
        raise StoreError("Choose the file of a backup.")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "backup"
        path.write_bytes(uploaded(contents))
        return opened.projects.restore(path, name.strip()).id
