"""The tables of actors and of relations, made when one of them is first looked at."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from components import ids
from components.tables import actor_table, load_grid_late, relation_table
from graph import Library


def register(app: Dash, library: Library) -> None:  # noqa: ARG001 - all parts are registered alike
    """Wire the tables; the browser fetches the script of the grid before it asks for them."""
    load_grid_late()
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction(namespace="dramatis", function_name="openTable"),
        Output(ids.TABLES, "data"),
        Input(ids.TABS, "value"),
        State(ids.TABLES, "data"),
    )

    @app.callback(
        Output(ids.ACTOR_LIST, "children"),
        Output(ids.RELATION_LIST, "children"),
        Input(ids.TABLES, "data"),
    )
    def lay_out(opened: bool | None) -> tuple[list[Any], list[Any]]:
        if not opened:
            raise PreventUpdate
        return actor_table(), relation_table()
