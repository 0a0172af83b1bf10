"""Plain trees: what is sent, and what cannot be."""

import dash_mantine_components as dmc
import pytest
from dash import html

from components.attributes import aria, data
from components.plain import plain, plain_place, tree_of


def test_plain_parts_are_tags_attributes_and_children():
    part = html.Div(["<b>", html.Time("May", dateTime="2017-05"), None], className="line", **data(what="actor"))
    time = ["time", {"datetime": "2017-05"}, ["May"]]
    assert plain([part, None, "x"]) == [["div", {"class": "line", "data-what": "actor"}, ["<b>", time]], "x"]


def test_plain_attributes_that_say_no_are_left_out():
    assert plain([html.Button("7", hidden=False, tabIndex=0, **aria(label="seven"))]) == [
        ["button", {"tabindex": 0, "aria-label": "seven"}, ["7"]]
    ]


def test_plain_holds_nothing_but_html():
    with pytest.raises(TypeError, match="Select"):
        plain([html.Div(dmc.Select())])


def test_plain_place_comes_with_its_store():
    place, store = plain_place("here", className="pane")
    assert (place.id, place.className, store.id) == ("here", "pane", tree_of("here"))
