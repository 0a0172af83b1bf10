"""What the filters say of themselves: a description in words, the legend and the lists."""

from typing import Any

from dash import Dash, Input, Output, State, no_update

from components import ids
from components.choices import find_choices
from components.filter_panel import filter_fields
from components.legend import legend_strip
from components.listing import actor_list, relation_list
from components.state import read_filters
from graph import Library

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the filters to what they tell."""

    @app.callback(Output(ids.DESCRIPTION, "children"), Input(ids.FILTERS, "data"))
    def describe(filters: Data) -> str:
        words = read_filters(filters).describe(library.taxonomy, library.knowledge().actors)
        return words[0].upper() + words[1:]

    @app.callback(
        Output(ids.FIELDS, "children"),
        Output(ids.LEGEND, "children"),
        Input(ids.VERSION, "data"),
        State(ids.FILTERS, "data"),
        prevent_initial_call=True,
    )
    def offer(_version: int, filters: Data) -> tuple[list[Any], list[Any]]:
        choices = find_choices(library)
        return filter_fields(choices, read_filters(filters)), legend_strip(choices)

    @app.callback(
        Output(ids.ACTOR_LIST, "children"),
        Output(ids.RELATION_LIST, "children"),
        Input(ids.TABS, "value"),
        Input(ids.FILTERS, "data"),
        Input(ids.VERSION, "data"),
    )
    def enlist(tab: str, filters: Data, _version: int) -> tuple[Any, Any]:
        view = library.view(read_filters(filters))
        actors = actor_list(view) if tab == "actors" else no_update
        return actors, relation_list(view) if tab == "relations" else no_update
