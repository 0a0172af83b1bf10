"""What the filters say of themselves: counts, a description in words, the legend and the lists."""

from typing import Any

from dash import ALL, Dash, Input, Output, State, no_update

from components import ids
from components.choices import find_choices
from components.filter_panel import choice_counts, count_line, filter_fields
from components.legend import legend_strip
from components.listing import actor_list, relation_list
from components.state import read_filters
from graph import Library

Data = dict[str, Any]
_ALL_COUNTS = {"part": ids.CHOICE_COUNT, "field": ALL, "choice": ALL}


def register(app: Dash, library: Library) -> None:
    """Wire the filters to what they tell."""

    @app.callback(
        Output(ids.COUNT, "children"),
        Output(ids.DESCRIPTION, "children"),
        Output(_ALL_COUNTS, "children"),
        Input(ids.FILTERS, "data"),
        Input(ids.FIELDS, "children"),
        State(_ALL_COUNTS, "id"),
    )
    def describe(filters: Data, _fields: object, places: list[dict[str, str]]) -> tuple[Any, ...]:
        asked = read_filters(filters)
        view, words = library.view(asked), asked.describe(library.taxonomy) if asked.active else ""
        return count_line(view), words, choice_counts(view, places)

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
