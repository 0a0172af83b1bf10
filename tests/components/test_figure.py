from collections import Counter

import pytest

from components.figure import build_figure
from graph.filters import Filters
from graph.model import Status
from graph.picture.backbone import backbone
from graph.picture.drawing import Canvas, Edges, fit, lay_out
from graph.picture.theme import DARK, FAMILY_GLYPHS, LIGHT
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

SAMPLE = FakeLibrary(sample_knowledge())
CROWD = FakeLibrary(synthetic_knowledge(60))


@pytest.fixture
def view():
    return SAMPLE.view(Filters())


def markers(figure):
    return [trace for trace in figure["data"] if "markers" in trace["mode"]]


def drawn(figure, what):
    """Give (id, x, y, trace, place in the trace) of everything of a sort that can be hovered."""
    for trace in markers(figure):
        if trace["meta"] == "arrows":
            continue
        for at, (found, name, *_) in enumerate(trace["customdata"]):
            if found == what:
                yield name, trace["x"][at], trace["y"][at], trace, at


def test_figure_draws_every_actor_and_relation_once(view):
    figure = build_figure(view, theme=LIGHT)
    assert sorted(name for name, *_ in drawn(figure, "actor")) == sorted(node.id for node in view.nodes)
    assert sorted(name for name, *_ in drawn(figure, "relation")) == sorted(edge.id for edge in view.edges)


def test_figure_every_marker_says_what_it_is(view):
    for trace in markers(build_figure(view, theme=LIGHT)):
        assert len(trace["customdata"]) == len(trace["x"]) == len(trace["y"])
        assert {what for what, *_ in trace["customdata"]} <= {"actor", "relation"}


def test_figure_every_stretch_of_a_line_says_what_it_is(view):
    ends = {edge.id: (edge.source, edge.target) for edge in view.edges}
    named = {}
    for trace in build_figure(view, theme=LIGHT)["data"]:
        if trace["meta"] == "lines":
            assert trace["x"].count(None) == trace["y"].count(None) == len(trace["customdata"])
            named |= {name: (source, target) for _, name, source, target in trace["customdata"]}
    assert named == ends


def test_figure_says_how_many_relations_of_an_actor_are_not_drawn():
    view = CROWD.view(Filters())
    part = backbone(view, most=20)
    drawn_ties = Counter(end for edge in part.edges for end in (edge.source, edge.target))
    figure = build_figure(part, theme=LIGHT)
    missing = {name: trace["customdata"][at][2] for name, _, _, trace, at in drawn(figure, "actor")}
    assert missing == {node.id: node.relations - drawn_ties[node.id] for node in part.nodes}
    assert sum(missing.values()) > 0


def test_figure_says_whether_it_is_the_whole_network(view):
    assert build_figure(view, theme=LIGHT)["layout"]["meta"] == {"whole": True}
    part = SAMPLE.view(Filters(kinds=("person",)))
    assert build_figure(part, theme=LIGHT)["layout"]["meta"] == {"whole": False}


def test_figure_number_of_traces_does_not_grow_with_the_relations():
    small, large = (build_figure(FakeLibrary(synthetic_knowledge(n)).view(Filters()), theme=LIGHT) for n in (100, 300))
    most = len(FAMILY_GLYPHS) * len(Status) * 3 + 2 + 8
    assert len(small["data"]) <= len(large["data"]) <= most
    assert len(large["data"]) < 1.5 * len(small["data"])


def test_figure_hides_nothing(view):
    for trace in build_figure(view, theme=LIGHT)["data"]:
        assert trace.get("visible", True) is True
        assert trace.get("marker", {}).get("opacity", 1) == 1


def test_figure_colours_are_the_themes(view):
    for theme in (LIGHT, DARK):
        figure = build_figure(view, theme=theme)
        kinds = {node.id: node.kind for node in view.nodes}
        for name, _, _, trace, at in drawn(figure, "actor"):
            assert trace["marker"]["color"][at] == theme.kinds[kinds[name]]
        assert figure["layout"]["paper_bgcolor"] == theme.page


def test_figure_tells_kinds_and_families_by_shape_too(view):
    figure = build_figure(view, theme=LIGHT)
    shapes = {trace["name"]: trace["marker"]["symbol"] for trace in markers(figure) if "name" in trace}
    assert len(set(shapes.values())) == len(shapes) == 4
    glyphs = {name: trace["marker"]["symbol"][at] for name, _, _, trace, at in drawn(figure, "relation")}
    assert glyphs["person:mara-venn>fired>person:tobias-ek"] == FAMILY_GLYPHS["personnel"]


def test_figure_denied_relations_are_crossed_and_say_so(view):
    figure = build_figure(view, theme=LIGHT, canvas=Canvas(1400, 1000))
    denied = next(edge for edge in view.edges if edge.status is Status.NEGATED)
    trace, at = next((trace, at) for name, _, _, trace, at in drawn(figure, "relation") if name == denied.id)
    assert trace["marker"]["symbol"][at] == "circle-x-open"
    assert trace["text"][at] == "denied: paid"
    assert "denied" in trace["hovertext"][at]


def test_figure_arrows_end_at_the_rims_and_symmetric_relations_have_none(view):
    figure = build_figure(view, theme=LIGHT)
    arrows = [trace for trace in markers(figure) if trace["meta"] == "arrows"]
    directed = {edge.id: edge for edge in view.edges if not edge.symmetric}
    pointed = [name for trace in arrows for _, name, *_ in trace["customdata"]]
    assert sorted(pointed) == sorted(directed)
    assert len(directed) < len(view.edges)
    sizes = {name: trace["marker"]["size"][at] for name, _, _, trace, at in drawn(figure, "actor")}
    places = {name: (x, y) for name, x, y, _, _ in drawn(figure, "actor")}
    for trace in arrows:
        for at, (_, name, *_ends) in enumerate(trace["customdata"]):
            target = directed[name].target
            assert (trace["x"][at], trace["y"][at]) == places[target]
            assert sizes[target] / 2 * 0.85 < trace["marker"]["standoff"][at] < sizes[target] / 2 + 5


def test_figure_arrowheads_and_handles_stand_by_family_and_handles_have_their_rank(view):
    traces = build_figure(view, theme=LIGHT)["data"]
    edges = {edge.id: edge for edge in view.edges}
    for what in ("arrows", "handles"):
        families = [{edges[name].family for _, name, *_ in t["customdata"]} for t in traces if t["meta"] == what]
        assert all(len(of_one) == 1 for of_one in families)
        assert len(families) == len(set.union(*families))
    ranks = {data[1]: data[4] for trace in traces if trace["meta"] == "handles" for data in trace["customdata"]}
    assert sorted(ranks.values()) == list(range(len(edges)))
    first, *others = (edges[name] for name in sorted(ranks, key=ranks.__getitem__))
    assert first.status is Status.NEGATED
    told = [edge.weight for edge in others if edge.status is not Status.NEGATED]
    assert told == sorted(told, reverse=True)


def test_figure_lets_plotly_write_no_text(view):
    for trace in build_figure(view, theme=LIGHT)["data"]:
        assert "text" not in trace["mode"]


def test_figure_has_every_name_and_word_the_most_important_first(view):
    figure = build_figure(view, theme=LIGHT)
    names = {name: trace["text"][at] for name, _, _, trace, at in drawn(figure, "actor")}
    assert names == {node.id: node.name for node in view.nodes}
    importance = {node.id: node.importance for node in view.nodes}
    for trace in markers(figure):
        if trace["meta"] == "actors":
            ranked = [importance[name] for _, name, _ in trace["customdata"]]
            assert ranked == sorted(ranked, reverse=True)
    words = {name: trace["text"][at] for name, _, _, trace, at in drawn(figure, "relation")}
    assert words["person:mara-venn>fired>person:tobias-ek"] == "fired"


def test_figure_filters_move_nothing():
    def places(view):
        figure = build_figure(view, theme=LIGHT, canvas=Canvas(800, 700))
        return {name: (x, y) for name, x, y, _, _ in drawn(figure, "actor")}, figure["layout"]

    whole, layout = places(CROWD.view(Filters()))
    part, same_layout = places(CROWD.view(Filters(families=("legal",))))
    assert 0 < len(part) < len(whole)
    assert part == {name: whole[name] for name in part}
    assert {**layout, "meta": None} == {**same_layout, "meta": None}


def test_figure_sizes_do_not_change_with_a_filter():
    def sizes(filters):
        figure = build_figure(CROWD.view(filters), theme=LIGHT)
        return {name: trace["marker"]["size"][at] for name, _, _, trace, at in drawn(figure, "actor")}

    whole, part = sizes(Filters()), sizes(Filters(kinds=("person",)))
    assert part == {name: whole[name] for name in part}


def test_figure_of_nothing_has_no_traces():
    empty = SAMPLE.view(Filters(text="zzzz"))
    assert build_figure(empty, theme=LIGHT)["data"] == []


def test_drawing_is_turned_on_a_tall_canvas(view):
    places = fit(view, Canvas(400, 800))
    assert all(0 <= x <= 400 and 0 <= y <= 800 for x, y in places.values())
    upright, turned = fit(view, Canvas(800, 400)), fit(view, Canvas(400, 800))
    order = sorted(upright, key=lambda name: upright[name][0])
    assert order == sorted(turned, key=lambda name: turned[name][1])


@pytest.mark.parametrize(("width", "height"), [(390, 552), (676, 404), (1400, 800)])
def test_drawing_leaves_the_edges_free_that_something_stands_over(view, width, height):
    edges = Edges(left=10, top=42, right=90, bottom=40)

    def is_free(canvas):
        drawing = lay_out(view, canvas)
        discs = [(*drawing.positions[name], diameter / 2) for name, diameter in drawing.diameters.items()]
        return all(
            edges.left <= x - rim < x + rim <= width - edges.right
            and edges.bottom <= y - rim < y + rim <= height - edges.top
            for x, y, rim in discs
        )

    assert is_free(Canvas(width, height, edges=edges))
    assert not is_free(Canvas(width, height))


def test_drawing_keeps_pinned_actors_where_they_are_pinned(view):
    pinned = {"person:mara-venn": (0.25, 0.75)}
    free, places = fit(view, Canvas(800, 600)), fit(view, Canvas(800, 600, pinned))
    assert places == free | {"person:mara-venn": (200, 450)}


def test_drawing_writes_the_five_most_important_names_in_bold(view):
    fonts = lay_out(view, Canvas()).fonts
    assert sum(font.bold for font in fonts.values()) == 5
    importance = {node.id: node.importance for node in view.nodes}
    least = min(importance[name] for name, font in fonts.items() if font.bold)
    assert all(importance[name] <= least for name, font in fonts.items() if not font.bold)
