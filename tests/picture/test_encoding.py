import pytest

from components.figure import build_figure
from graph.filters import Filters
from graph.picture.drawing import Canvas, lay_out
from graph.picture.encoding import Encoding, find_hulls, sizes
from graph.picture.theme import LIGHT
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import synthetic_knowledge

LIBRARY = FakeLibrary(synthetic_knowledge(120))
VIEW = LIBRARY.view(Filters())
MEASURES = LIBRARY.measures()


def colours(figure):
    return {
        name: trace["marker"]["color"][at]
        for trace in figure["data"]
        if trace["meta"] == "actors"
        for at, (_, name, _) in enumerate(trace["customdata"])
    }


@pytest.mark.parametrize("size", ["mentions", "ties", "bridging"])
def test_encoding_sizes_are_shares_of_the_largest(size):
    found = sizes(VIEW, Encoding(size=size), MEASURES)
    value = {
        "mentions": lambda node: node.mentions,
        "ties": lambda node: node.relations,
        "bridging": lambda node: MEASURES.betweenness[node.id],
    }[size]
    most = max(map(value, VIEW.nodes))
    assert found == {node.id: pytest.approx(value(node) / most) for node in VIEW.nodes}


def test_encoding_bridging_makes_those_on_most_shortest_paths_the_largest():
    drawing = lay_out(VIEW, Canvas(), sizes=sizes(VIEW, Encoding(size="bridging"), MEASURES))
    assert max(drawing.diameters, key=drawing.diameters.__getitem__) == MEASURES.bridges[0].actor_id


def test_encoding_groups_have_a_colour_each_and_no_colour_is_none():
    by_group = colours(build_figure(VIEW, theme=LIGHT, encoding=Encoding(colour="group"), measures=MEASURES))
    for actor_id, number in MEASURES.group_of.items():
        assert by_group[actor_id] == LIGHT.group(number)
    assert len({*by_group.values()}) > 2
    plain = colours(build_figure(VIEW, theme=LIGHT, encoding=Encoding(colour="none")))
    assert {*plain.values()} == {LIGHT.muted}


def test_encoding_lines_between_groups_are_paler_where_groups_are_seen():
    figure = build_figure(VIEW, theme=LIGHT, encoding=Encoding(colour="group"), measures=MEASURES)
    lines = [trace for trace in figure["data"] if trace["meta"] == "lines"]
    strong = {LIGHT.faded(colour, 0.86) for colour in LIGHT.families.values()}
    for trace in lines:
        within = {
            MEASURES.group_of.get(source) == MEASURES.group_of.get(target)
            for _, _, source, target in trace["customdata"]
        }
        assert within == {trace["line"]["color"] in strong}
    assert any(trace["line"]["color"] not in strong for trace in lines)


def test_encoding_hulls_hold_their_members_and_their_discs():
    drawing = lay_out(VIEW, Canvas())
    hulls = find_hulls(VIEW, drawing, MEASURES)
    assert len(hulls) == sum(len(group.actor_ids) >= 3 for group in MEASURES.groups)
    for hull in hulls:
        corners = list(hull.outline)
        for actor_id in hull.members:
            x, y = drawing.positions[actor_id]
            reach = drawing.diameters[actor_id] / 2
            for place in ((x - reach, y), (x + reach, y), (x, y - reach), (x, y + reach)):
                assert all(is_left(*ends, place) for ends in zip(corners, corners[1:] + corners[:1], strict=True))


def is_left(start, end, place) -> bool:
    return (end[0] - start[0]) * (place[1] - start[1]) - (end[1] - start[1]) * (place[0] - start[0]) >= 0
