"""What the filters say of themselves: a description in words, and the legend."""

from typing import Any

from dash import Dash, Input, Output, State
from dash.exceptions import PreventUpdate

from components import ids
from components.choices import find_choices
from components.filter_panel import choice_trees, filter_fields
from components.legend import legend_strip
from components.plain import plain, tree_of
from components.state import read_filters
from graph import Library

Data = dict[str, Any]


def register(app: Dash, library: Library) -> None:
    """Wire the filters to what they tell."""

    @app.callback(Output(ids.DESCRIPTION, "children"), Input(ids.FILTERS, "data"), prevent_initial_call=True)
    def describe(filters: Data) -> str:
        words = read_filters(filters).describe(library.taxonomy, library.knowledge().actors)
        return words[0].upper() + words[1:]

    @app.callback(
        Output(ids.FIELDS, "children"),
        # The stores come with the fields, but only what is told to them by name is heard of in the browser.
        *(Output(tree_of(place), "data") for place in ids.CHOICES.values()),
        Output(tree_of(ids.LEGEND), "data"),
        Output(ids.OFFERED, "data"),
        Input(ids.VERSION, "data"),
        State(ids.OFFERED, "data"),
        prevent_initial_call=True,
    )
    def offer(_version: int, offered: str) -> tuple[Any, ...]:
        choices = find_choices(library)
        if choices.key == offered:
            raise PreventUpdate  # most corrections change none, and to lay them out anew takes the browser long
        fields = filter_fields(choices)
        boxes = choice_trees(fields)
        return fields, *(boxes[place] for place in ids.CHOICES.values()), plain(legend_strip(choices)), choices.key
