"""How the figure is to be read, as a strip below it."""

from dash import html
from dash.development.base_component import Component

from components.attributes import aria
from components.choices import Choices
from components.glyphs import family_sign, kind_sign, status_sign
from graph.filters import STATUS_WORDS


def legend_strip(choices: Choices) -> list[Component]:
    """Return the signs that the whole network uses, with their meanings; no filter changes it, nor thus the canvas."""
    items = [
        *(html.Li([kind_sign(kind), kind]) for kind, _ in choices.kinds),
        *(html.Li([family_sign(family), family], className="legend-family") for family in choices.families),
        *(html.Li([status_sign(status), STATUS_WORDS[status]]) for status in choices.statuses),
        html.Li("each colour is a group", className="legend-groups"),
        html.Li("shapes tell the kind, colours nothing", className="legend-plain"),
    ]
    return [html.Ul(items, className="legend-items", **aria(label="Legend"))] if items else []
