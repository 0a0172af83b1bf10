"""The menu on the canvas that says what the size and the colour of actors mean."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria
from components.glyphs import icon
from graph.picture import COLOURS, SIZES, Encoding


def look_menu() -> Component:
    """Return the button for the menu, and the menu that opens beside it."""
    usual = Encoding()
    button = html.Button(icon("look"), id=ids.LOOK_MENU, className="plain-icon", title="Look", **aria(label="Look"))
    choices = [
        _choice(ids.SIZE_BY, "Size of actors", SIZES, usual.size),
        _choice(ids.COLOUR_BY, "Colour of actors", COLOURS, usual.colour),
        dmc.Switch(id=ids.HULLS, label="Hulls around groups", checked=usual.hulls, size="xs"),
        html.P("Groups have more ties among themselves than with others.", className="quiet"),
    ]
    part: Component = dmc.Popover(
        [dmc.PopoverTarget(button), dmc.PopoverDropdown(html.Div(choices, className="look"))],
        position="left-start",
        shadow="md",
        withRoles=False,  # they would stand on a wrapper that is no button
        trapFocus=True,
        returnFocus=True,
        keepMounted=True,
    )
    return part


def _choice(control: str, title: str, words: Mapping[str, str], value: str) -> Component:
    data = [{"value": choice, "label": label} for choice, label in words.items()]
    segments = dmc.SegmentedControl(
        id=control, data=data, value=value, size="xs", fullWidth=True, attributes={"root": {"aria-label": title}}
    )
    return html.Div([html.Span(title, className="look-title"), segments])
