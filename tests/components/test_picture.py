import pytest

from components.exports import file_name
from components.picture import Request, part_on_canvas, read_request
from graph.filters import Filters
from graph.model import Status
from graph.picture.drawing import Canvas
from graph.picture.theme import DARK, LIGHT
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import sample_knowledge

LIBRARY = FakeLibrary(sample_knowledge())
VIEW = LIBRARY.view(Filters())
CANVAS = Canvas(800, 600)
EVERYTHING = frozenset(mark.id for mark in (*VIEW.nodes, *VIEW.edges))


def test_picture_is_asked_for_in_shape():
    data = {
        "title": "  The  story ",
        "ground": "clear",
        "legend": False,
        "notes": True,
        "camera": [100, 500, 50, 350],
        "seen": ["person:mara-venn"],
        "dimmed": ["place:norland"],
        "picked": ["person:mara-venn"],
    }
    request = read_request(data, CANVAS)
    assert request.title == "The story"
    assert request.theme is LIGHT
    assert (request.legend, request.notes) == (False, True)
    assert request.camera == (100, 500, 50, 350)
    assert request.emphasis.of("person:mara-venn") == 1
    assert 0 < request.emphasis.of("place:norland") < 0.5
    assert request.emphasis.picked == {"person:mara-venn"}


@pytest.mark.parametrize("data", [None, "x", {"title": 7, "ground": "red", "camera": "x", "seen": "all", "notes": 1}])
def test_picture_out_of_shape_counts_as_not_asked_for(data):
    assert read_request(data, CANVAS) == Request()


@pytest.mark.parametrize("camera", [[0, 800, 0, 600], [5, 5, 0, 600], [0, 1, 2], [float("nan"), 2, 3, 4]])
def test_picture_of_the_whole_or_of_no_part_has_no_camera(camera):
    assert read_request({"camera": camera}, CANVAS).camera is None


def test_picture_in_dark_has_the_colours_of_dark():
    assert read_request({"ground": "dark"}, CANVAS).theme is DARK


def test_picture_holds_what_is_seen_and_no_relation_without_its_ends():
    seen = EVERYTHING - {"person:tobias-ek"}
    shown = part_on_canvas(VIEW, VIEW, Request(seen=seen))
    assert {node.id for node in shown.nodes} == {node.id for node in VIEW.nodes} - {"person:tobias-ek"}
    assert shown.edges
    assert all("person:tobias-ek" not in (edge.source, edge.target) for edge in shown.edges)


def test_picture_tells_relations_as_the_filters_leave_them():
    passing = LIBRARY.view(Filters(articles=("b7e9d1c3a5f2",)))
    shown = part_on_canvas(VIEW, passing, Request(seen=EVERYTHING))
    fired = "person:mara-venn>fired>person:tobias-ek"
    weights = [next(edge.weight for edge in view.edges if edge.id == fired) for view in (VIEW, shown)]
    assert weights == [2, 1]
    assert any(edge.status is Status.NEGATED for edge in shown.edges)


def test_picture_is_named_after_the_project():
    assert file_name("Sample story: ¿Müller & Söhne?") == "dramatis-sample-story-muller-sohne"
    assert file_name("../..") == "dramatis-network"
