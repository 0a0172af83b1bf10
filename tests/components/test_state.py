import json
from dataclasses import asdict

import pytest

from components.state import (
    read_canvas,
    read_encoding,
    read_extent,
    read_filters,
    read_order,
    read_selection,
    read_shown,
    read_theme,
)
from graph.days import Period
from graph.filters import Filters
from graph.model import Selection
from graph.picture.backbone import Extent
from graph.picture.drawing import Canvas, Edges
from graph.picture.encoding import Encoding
from graph.picture.theme import DARK, LIGHT


def test_state_filters_are_read():
    data = {"text": " Comey ", "kinds": ["person"], "types": ["met"], "min_sentences": 2, "articles": ["a"]}
    assert read_filters(data) == Filters(
        text="Comey", kinds=("person",), types=("met",), min_sentences=2, articles=("a",)
    )


def test_state_filters_come_back_from_a_store():
    filters = Filters(
        actors=("person:a",),
        speakers=("article",),
        outlets=("The Post",),
        published=Period("2017-05"),
        happened=Period("", "2017-05"),
        min_articles=2,
        min_confidence=0.5,
        min_importance=0.25,
    )
    assert read_filters(json.loads(json.dumps(asdict(filters)))) == filters


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"kinds": "person"},
        {"kinds": [1, None]},
        {"min_sentences": "many"},
        {"text": 7},
        {"published": "2017"},
        {"happened": {"first": 2017, "last": "soon"}},
        {"min_confidence": None},
    ],
)
def test_state_filters_out_of_shape_count_as_not_set(data):
    assert read_filters(data) == Filters()


def test_state_selection_is_read():
    assert read_selection({"what": "actor", "id": "person:a"}) == Selection("actor", "person:a")
    assert read_selection({"what": "question", "id": "Who?"}) == Selection("question", "Who?")
    assert read_selection({"what": "path", "ids": ["a", "b"]}) == Selection("path", ids=("a", "b"))
    nonsense = [None, {}, {"what": "planet", "id": "x"}, {"what": "actor", "id": 3}, {"what": "path", "ids": ["a"]}]
    assert [read_selection(data) for data in nonsense] == [Selection()] * 5


def test_state_a_selection_of_several_actors_is_read():
    several = {"what": "actors", "ids": ["person:a", "person:b", "person:a"]}
    assert read_selection(several) == Selection("actors", ids=("person:a", "person:b"))
    assert read_selection({"what": "actors", "ids": []}) == read_selection({"what": "actors"}) == Selection()


def test_state_shown_passages_are_read():
    assert read_shown({"shown": 60}, 20) == 60
    assert read_shown({"shown": -5}, 20) == 20
    assert read_shown(None, 20) == 20


def test_state_canvas_is_read():
    assert read_canvas({"width": 800, "height": 600}) == Canvas(800, 600)
    pinned = {"width": 800, "height": 600, "pins": {"person:a": [0.5, 0.25]}}
    assert read_canvas(pinned) == Canvas(800, 600, {"person:a": (0.5, 0.25)})


@pytest.mark.parametrize("pins", [[1, 2], "all", {"a": 3}, {"a": [1, "x"]}, {"a": [1, 2, 3]}, {"a": [float("nan"), 1]}])
def test_state_pins_out_of_shape_are_none(pins):
    assert read_canvas({"width": 800, "height": 600, "pins": pins}) == Canvas(800, 600)


def test_state_edges_of_the_canvas_are_read_and_leave_half_of_each_side_free():
    size = {"width": 800, "height": 600}
    assert read_canvas({**size, "edges": {"top": 42, "right": 90}}).edges == Edges(top=42, right=90)
    assert read_canvas({**size, "edges": {"top": 1e6, "left": -3, "right": "x"}}).edges == Edges(top=150)
    for nonsense in (None, 3, [1, 2, 3, 4], {"top": float("nan")}):
        assert read_canvas({**size, "edges": nonsense}) == Canvas(800, 600)


def test_state_encoding_is_read():
    assert read_encoding({"size": "ties", "colour": "group", "hulls": True}) == Encoding("ties", "group", True)
    for nonsense in (None, {}, {"size": "weight", "colour": 3, "hulls": "yes"}):
        assert read_encoding(nonsense) == Encoding()


def test_state_extent_is_read():
    assert read_extent({"most": 600, "filters": {"text": "x"}, "also": ["person:a"]}) == Extent(
        600, Filters(text="x"), frozenset({"person:a"})
    )
    for nonsense in (None, {}, {"most": 0}, {"most": "all"}, {"filters": 3, "also": 4}):
        assert read_extent(nonsense) == Extent()


def test_state_canvas_size_has_limits():
    canvas = read_canvas({"width": 1e8, "height": -3})
    assert (canvas.width, canvas.height) == (8000, 120)
    assert read_canvas({"width": float("nan"), "height": 3}) == read_canvas(None) == Canvas()


def test_state_theme_is_read():
    assert read_theme("dark") is DARK
    assert read_theme(None) is LIGHT


def test_state_order_is_read():
    assert read_order("newest") == "newest"
    assert read_order(None) == read_order("loudest") == read_order(["newest"]) == "strongest"
