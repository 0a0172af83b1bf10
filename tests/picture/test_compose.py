import itertools
import re
from dataclasses import replace

import pytest
from lxml import etree

from graph.filters import Filters
from graph.model import Status
from graph.picture.compose import Picture, compose
from graph.picture.drawing import Canvas, lay_out
from graph.picture.encoding import Encoding
from graph.picture.fonts import width_of
from graph.picture.glyphs import glyph
from graph.picture.painting import Emphasis
from graph.picture.room import box_around
from graph.picture.scene import Line, Shape
from graph.picture.svg import write_svg
from graph.picture.theme import DARK, DENIED_GLYPH, FAMILY_GLYPHS, KIND_SHAPES, LIGHT
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge, synthetic_knowledge

LIBRARY = FakeLibrary(sample_knowledge())
VIEW = LIBRARY.view(Filters())
CANVAS = Canvas(900, 620)
SAMPLE = Picture("Who fired whom", "8 actors", LIGHT, canvas=CANVAS, proofs=LIBRARY.quotes)
MANY = FakeLibrary(synthetic_knowledge(120))
CROWD = Picture("Crowd", "120 actors", LIGHT, canvas=CANVAS, proofs=MANY.quotes)
SVG = "{http://www.w3.org/2000/svg}"


def words(items) -> list[str]:
    return ["".join(run.words for run in item.runs) for item in items if isinstance(item, Line)]


def numbers(scene) -> list[str]:
    """Return the numbers on the drawing."""
    runs = [line.runs[0] for line in scene.drawing if isinstance(line, Line)]
    return [run.words for run in runs if run.words.isdecimal()]


def box(line: Line) -> tuple[float, float, float, float]:
    width = sum(width_of(run.words, run.face, line.size) for run in line.runs)
    middle = line.y - 0.36 * line.size
    return line.x, middle - line.size / 2, line.x + width, middle + line.size / 2


def test_picture_names_every_actor_and_numbers_every_relation_that_has_room():
    scene = compose(VIEW, SAMPLE)
    assert {node.name for node in VIEW.nodes} <= set(words(scene.drawing))
    assert sorted(numbers(scene), key=int) == [str(number + 1) for number in range(11)]
    below = " ".join(" ".join(words(scene.around)).split())
    assert "Mara Venn fired Tobias Ék (stated as fact, 2 sentences): “Mara Venn fired Tobias Ék in" in below
    assert "Port Selby.” Minister fires her adviser, The Selby Post, 1 March 2024." in below
    assert "Halden Energy paid River Guard (denied)" in below
    assert "(uncertain, said by Mara Venn)" in below
    assert "more relation" not in below


def test_picture_of_many_numbers_the_most_told_and_counts_the_others():
    view = MANY.view(Filters())
    scene = compose(view, CROWD)
    numbered = len(numbers(scene))
    assert 8 < numbered < 60
    assert sorted(map(int, numbers(scene))) == list(range(1, numbered + 1))
    assert f"and {len(view.edges) - numbered} more relations" in " ".join(words(scene.around))
    assert scene.height < 3 * CANVAS.height


@pytest.mark.parametrize("width", [390, 900, 1400])
def test_picture_lets_no_labels_overlap_nor_leave_the_drawing(width):
    scene = compose(MANY.view(Filters()), replace(CROWD, canvas=Canvas(width, 620)))
    boxes = [box(line) for line in scene.drawing if isinstance(line, Line)]
    assert len(boxes) > 40
    for one, other in itertools.combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    _, top, _, height = scene.frame
    assert all(x0 >= 0 and x1 <= width and y0 >= top and y1 <= top + height for x0, y0, x1, y1 in boxes)


@pytest.mark.parametrize(("width", "height", "least"), [(1200, 800, 28), (390, 620, 21)])
def test_picture_of_hundreds_names_the_most_important_and_covers_no_disc(width, height, least):
    """Some of the names stand farther off, with a leader."""
    library = FakeLibrary(synthetic_knowledge(300))
    view, canvas = library.view(Filters()), Canvas(width, height)
    scene = compose(view, replace(CROWD, canvas=canvas, proofs=library.quotes))
    foremost = sorted(view.nodes, key=lambda node: (-node.importance, node.name))[:30]
    lines = [item for item in scene.drawing if isinstance(item, Line)]
    assert len({line.mark for line in lines} & {node.id for node in foremost}) >= least
    leaders = [shape for shape in scene.drawing if isinstance(shape, Shape) and shape.stroke == LIGHT.ink]
    assert {shape.mark for shape in leaders} <= {line.mark for line in lines}
    assert leaders
    drawing = lay_out(view, canvas)
    for actor_id, (x, y) in drawing.positions.items():
        left, top, right, bottom = box_around((x, scene.frame[1] + height - y), drawing.diameters[actor_id] / 2)
        assert not [b for b in map(box, lines) if b[0] < right and left < b[2] and b[1] < bottom and top < b[3]]


@pytest.mark.parametrize("width", [390, 900])
def test_picture_writes_all_else_within_its_sides(width):
    scene = compose(VIEW, replace(SAMPLE, canvas=Canvas(width, 500), title="A very long title " * 6))
    for line in scene.around:
        if isinstance(line, Line):
            x0, y0, x1, y1 = box(line)
            assert x0 >= 0
            assert x1 <= width
            assert 0 <= y0 < y1 <= scene.height


def test_picture_may_go_without_legend_and_notes():
    scene = compose(VIEW, replace(SAMPLE, legend=False, proofs=None))
    assert numbers(scene) == []
    assert words(scene.around)[0].strip() == "Who fired whom"
    assert "Mara Venn" not in " ".join(words(scene.around))
    assert compose(VIEW, SAMPLE).height > scene.height + 100


def test_picture_of_a_part_tells_of_that_part_alone():
    whole = compose(VIEW, SAMPLE)
    part = compose(VIEW, replace(SAMPLE, camera=(0, 450, 0, 310)))
    assert 0 < len(words(part.drawing)) < len(words(whole.drawing))


def test_picture_dims_what_does_not_stand_out_and_numbers_none_of_it():
    dimmed = {mark.id: 0.2 for mark in (*VIEW.nodes, *VIEW.edges) if "tobias" not in mark.id}
    scene = compose(VIEW, replace(SAMPLE, emphasis=Emphasis(dimmed, frozenset({"person:tobias-ek"}))))
    strengths = {shape.strength for shape in scene.drawing if isinstance(shape, Shape)}
    assert strengths == {0.2, 1.0}
    faint = [line.runs[0].words for line in scene.drawing if isinstance(line, Line) and line.strength < 1]
    assert "Mara Venn" in faint
    assert "Tobias Ék" not in faint
    assert len(numbers(scene)) == sum("tobias" in edge.id for edge in VIEW.edges)
    assert any(isinstance(shape, Shape) and shape.fill == LIGHT.accent for shape in scene.drawing)


def test_picture_has_hulls_where_groups_are_seen():
    view, measures = MANY.view(Filters()), MANY.measures()
    scene = compose(view, replace(CROWD, encoding=Encoding(colour="group", hulls=True), measures=measures))
    hulls = [shape for shape in scene.drawing if isinstance(shape, Shape) and shape.strength < 0.1]
    assert "Their colours show groups" in " ".join(words(scene.around))
    assert len(hulls) == sum(len(group.actor_ids) >= 3 for group in measures.groups)


def test_picture_of_nothing_is_a_picture():
    nothing = LIBRARY.view(Filters(text="zzzz"))
    scene = compose(nothing, SAMPLE)
    assert words(scene.drawing) == []
    etree.fromstring(write_svg(scene).encode())


# --- As SVG -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.scheme)
def test_svg_stands_for_itself_in_the_colours_of_a_theme(theme):
    svg = write_svg(compose(VIEW, replace(SAMPLE, theme=theme)))
    root = etree.fromstring(svg.encode())
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        *("svg", "title", "desc", "style", "clipPath", "rect", "g", "path", "circle", "text", "tspan")
    }
    assert root.findtext(f"{SVG}title") == "Who fired whom"
    assert set(theme.kinds.values()) <= set(re.findall("#[0-9a-f]{6}", svg))
    assert svg.count("@font-face") == 6
    assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)|@import|href|javascript", svg)
    assert root.find(f"{SVG}rect").get("fill") == theme.page


def test_svg_without_ground_is_transparent():
    root = etree.fromstring(write_svg(compose(VIEW, replace(SAMPLE, ground=False))).encode())
    assert root.find(f"{SVG}rect") is None


def test_svg_holds_hostile_names_as_words():
    title = "</title><script>alert(1)</script>\x00\ud800\u202e&amp;"
    root = etree.fromstring(write_svg(compose(VIEW, replace(SAMPLE, title=title, caption=title))).encode())
    assert not list(root.iter(f"{SVG}script"))
    said = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert HOSTILE_NAME in said
    assert root.findtext(f"{SVG}title") == "</title><script>alert(1)</script>&amp;"


# --- Signs --------------------------------------------------------------------------------------------


def test_glyphs_are_as_many_as_the_signs_that_the_page_has():
    signs = {*KIND_SHAPES.values(), *FAMILY_GLYPHS.values(), DENIED_GLYPH}
    drawn = {sign: tuple(map(repr, glyph(sign, (0, 0), 10, "#111111", "#ffffff", rim_width=1))) for sign in signs}
    assert len(set(drawn.values())) == len(signs)


def test_statuses_each_have_a_line_of_their_own_in_the_legend():
    scene = compose(VIEW, SAMPLE)
    dashes = {shape.dash for shape in scene.around if isinstance(shape, Shape) and shape.stroke == LIGHT.muted}
    assert len(dashes) == len(Status)
