"""The tabs that compare: what contradicts what, who matters beside whom, and who is in which group."""

from typing import Any

from dash import Dash, Input, Output
from dash.exceptions import PreventUpdate

from components import ids
from components.contradictions import contradiction_list, shown_claims
from components.measures import measure_list
from components.plain import plain, tree_of
from components.state import read_filters
from graph import Library

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the tabs; each is filled when it is looked at."""

    @app.callback(
        Output(tree_of(ids.CONTRADICTION_LIST), "data"),
        Input(ids.TABS, "value"),
        Input(ids.FILTERS, "data"),
        Input(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def contradict(tab: str, filters: Data, _version: int) -> list[Any]:
        if tab != "contradictions":
            raise PreventUpdate
        asked, actors = read_filters(filters), library.knowledge().actors
        found = library.contradictions(asked)
        return plain(contradiction_list(found, library.proofs(shown_claims(found)), actors, asked))

    @app.callback(
        Output(tree_of(ids.MEASURE_LIST), "data"),
        Input(ids.TABS, "value"),
        Input(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def measure(tab: str, _version: int) -> list[Any]:
        if tab != "measures":
            raise PreventUpdate
        return plain(measure_list(library.measures(), library.knowledge().actors))

    @app.callback(
        Output(ids.GROUPS, "data"), Input(ids.TABS, "value"), Input(ids.VERSION, "data"), prevent_initial_call=True
    )
    def group(tab: str, _version: int) -> dict[str, int]:
        if tab != "matrix":
            raise PreventUpdate
        return dict(library.measures().group_of)
