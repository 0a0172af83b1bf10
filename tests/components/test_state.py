import pytest

from components.drawing import Canvas
from components.state import read_canvas, read_filters, read_place, read_selection, read_shown, read_theme
from components.theme import DARK, LIGHT
from graph.filters import Filters
from graph.model import Selection, TextSpan


def test_state_filters_are_read():
    data = {"text": " Comey ", "kinds": ["person"], "types": ["met"], "min_sentences": 2, "articles": ["a"]}
    assert read_filters(data) == Filters(
        text="Comey", kinds=("person",), types=("met",), min_sentences=2, articles=("a",)
    )


@pytest.mark.parametrize(
    "data", [None, {}, {"kinds": "person"}, {"kinds": [1, None]}, {"min_sentences": "many"}, {"text": 7}]
)
def test_state_filters_out_of_shape_count_as_not_set(data):
    assert read_filters(data) == Filters()


def test_state_selection_is_read():
    assert read_selection({"what": "actor", "id": "person:a"}) == Selection("actor", "person:a")
    assert read_selection({"what": "question", "id": "Who?"}) == Selection("question", "Who?")
    assert read_selection({"what": "path", "ids": ["a", "b"]}) == Selection("path", ids=("a", "b"))
    nonsense = [None, {}, {"what": "planet", "id": "x"}, {"what": "actor", "id": 3}, {"what": "path", "ids": ["a"]}]
    assert [read_selection(data) for data in nonsense] == [Selection()] * 5


def test_state_shown_passages_are_read():
    assert read_shown({"shown": 60}, 20) == 60
    assert read_shown({"shown": -5}, 20) == 20
    assert read_shown(None, 20) == 20


def test_state_canvas_is_read():
    assert read_canvas({"width": 800, "height": 600, "window": None}) == Canvas(800, 600)
    assert read_canvas({"width": 800, "height": 600, "window": [0, 0, 400, 300]}) == Canvas(800, 600, (0, 0, 400, 300))


@pytest.mark.parametrize("window", [[0, 0, 0, 0], [1, 2], "all", [0, 0, "x", 9], [9, 9, 1, 1]])
def test_state_canvas_window_out_of_shape_is_none(window):
    assert read_canvas({"width": 800, "height": 600, "window": window}) == Canvas(800, 600)


def test_state_canvas_size_has_limits():
    canvas = read_canvas({"width": 1e8, "height": -3})
    assert (canvas.width, canvas.height) == (8000, 120)
    assert read_canvas({"width": float("nan"), "height": 3}) == read_canvas(None) == Canvas()


def test_state_theme_is_read():
    assert read_theme("dark") is DARK
    assert read_theme(None) is LIGHT


def test_state_place_is_read():
    assert read_place({"start": 3, "end": 9}) == TextSpan(3, 9)
    assert read_place({"start": None, "end": None}) is None
