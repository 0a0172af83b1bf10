"""Claims that the reader adds by marking words in an article."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from components import ids
from components.callbacks.correcting import undoable
from components.state import read_status, read_told
from components.telling import tell_options
from graph import Library
from graph.errors import CurationError

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the panel below an article."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction(namespace="dramatis", function_name="showTold"),
        Input(ids.TOLD, "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.TELL_TYPE, "data"),
        Output(ids.TELL_STATUS, "data"),
        Output(ids.TELL_SOURCE_KIND, "data"),
        Output(ids.TELL_TARGET_KIND, "data"),
        Input(ids.TELL, "n_clicks"),
        prevent_initial_call=True,
    )
    def offer(_clicks: int) -> tuple[Any, ...]:
        types, statuses, kinds = tell_options(library.taxonomy)
        return types, statuses, kinds, kinds

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Output(ids.TOLD, "data"),
        Output(ids.TELL_PROBLEM, "children"),
        Output(ids.TELL_PROBLEM, "hidden"),
        Input(ids.TELL_SAVE, "n_clicks"),
        State(ids.TOLD, "data"),
        State(ids.TELL_TYPE, "value"),
        State(ids.TELL_STATUS, "value"),
        State(ids.TELL_SOURCE_KIND, "value"),
        State(ids.TELL_TARGET_KIND, "value"),
        State(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def add(_clicks: int, told: Data | None, *chosen: Any) -> tuple[Any, ...]:
        *choices, version = chosen
        try:
            _add(library, told, *choices)
        except CurationError as problem:
            return no_update, no_update, no_update, str(problem), False
        return version + 1, undoable(library), None, "", True


def _add(library: Library, told: Data | None, relation: str | None, status: str | None, *kinds: str | None) -> None:
    article, parts = read_told(told)
    known = [kind if kind in library.taxonomy.kinds else "person" for kind in kinds]
    library.corrections.add_claim(
        article,
        **parts,
        relation_type=relation or "",
        status=read_status(status or ""),
        kinds=(known[0] or "person", known[1] or "person"),
    )
