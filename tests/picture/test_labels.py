import itertools

import numpy as np
import pytest

from graph.picture.labels import NAME_SIDES, Label, Name, draw_leader, lengthen, settle_names, write, write_name
from graph.picture.room import Room, box_around
from graph.picture.scene import Run

NOWHERE = np.zeros((0, 2))
MIDDLE = (200.0, 150.0)


def room(*discs, crossings=NOWHERE, heavy=NOWHERE) -> Room:
    """Return the room of a picture, 400 by 300, beside discs (x, y, radius)."""
    empty = Room((0, 0, 400, 300), np.array(crossings, dtype=float), np.array(heavy, dtype=float))
    for x, y, radius in discs:
        empty.take(box_around((x, y), radius), float(radius))
    return empty


def label(at=MIDDLE, words="Mara Venn", *, radius=8.0, sides=NAME_SIDES) -> Label:
    return Label(at, radius, Run(words, "sans", "#111111"), 12, sides, "#ffffff", mark=words)


def ring(x, y, radius, away, *, but=()) -> list[tuple[float, float, float]]:
    """Return discs all around a point, so near that no name stands between, but for those at some places (0 to 11)."""
    turns = [turn for turn in range(12) if turn not in but]
    return [(x + away * np.cos(turn * np.pi / 6), y - away * np.sin(turn * np.pi / 6), radius) for turn in turns]


def boxes(names) -> list:
    return [name.place.boxes[0] for name in names]


def overlap(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_name_stands_to_the_right_of_its_disc_where_nothing_is():
    (name,) = settle_names([label()], room((*MIDDLE, 8)))
    line = write_name(name)
    assert line.x == pytest.approx(200 + 8 / 0.8 + 1)
    assert line.y == pytest.approx(150 + 0.36 * 12)
    assert draw_leader(name) == []


@pytest.mark.parametrize("beneath", ["crossings", "heavy"])
def test_name_rather_stands_on_another_side_than_on_lines(beneath):
    lines = [(x, y) for x in range(212, 270, 3) for y in (146, 154)]
    (name,) = settle_names([label()], room((*MIDDLE, 8), **{beneath: lines}))
    assert write_name(name).x < 200 - 8


def test_name_leaves_the_frame_on_no_side():
    (name,) = settle_names([label(at=(392, 150))], room())
    assert name.place.boxes[0][2] <= 400
    assert settle_names([label(words="x" * 90)], room()) == []


def test_name_in_the_way_moves_to_another_side_of_its_own():
    """The first name could stand anywhere, and stands where alone the second can."""
    first, second = label(at=(120, 150), words="First"), label(at=(200, 150), words="Second", sides=((-1, 0),))
    names = settle_names([first, second], room((120, 150, 8), (200, 150, 8)))
    assert [name.label for name in names] == [first, second]
    assert names[1].place.move[0] < 0
    assert names[0].place.move != Name(first).beside[0].move
    assert not overlap(*boxes(names))
    assert len(settle_names([first, second], room((120, 150, 8), (200, 150, 8)), urged=1)) == 1


def test_name_that_has_no_other_side_stays():
    first = label(at=(120, 150), words="First", sides=((1, 0),))
    second = label(at=(200, 150), words="Second", sides=((-1, 0),))
    names = settle_names([first, second], room((120, 150, 8), (200, 150, 8)))
    assert names[0].place.move == Name(first).beside[0].move
    assert draw_leader(names[1])
    assert not overlap(*boxes(names))


def test_name_without_a_side_stands_farther_off_with_a_leader_to_its_disc():
    discs = [(*MIDDLE, 8), *ring(*MIDDLE, 6, 24)]
    (name,) = settle_names([label()], room(*discs))
    shapes = draw_leader(name)
    assert [shape.stroke or shape.fill for shape in shapes] == ["#ffffff", "#ffffff", "#111111", "#111111"]
    assert shapes[2].points[0] == MIDDLE
    left, top, right, bottom = name.place.boxes[0]
    x, y = shapes[2].points[1]
    assert x in (pytest.approx(left), pytest.approx(right)) or y in (pytest.approx(top), pytest.approx(bottom))
    assert not any(overlap(name.place.boxes[0], box_around((x, y), radius)) for x, y, radius in discs)


def test_leader_crosses_no_larger_disc():
    walls = ring(*MIDDLE, 9, 24)
    assert settle_names([label()], room((*MIDDLE, 8), *walls)) == []
    (name,) = settle_names([label()], room((*MIDDLE, 8), *ring(*MIDDLE, 9, 24, but=(3,))))
    assert name.place.leader[1] < 0  # upward, through the gap
    assert abs(name.place.leader[0]) < 12


def test_names_beyond_the_foremost_neither_move_others_nor_have_leaders():
    discs = [(*MIDDLE, 8), *ring(*MIDDLE, 6, 24)]
    far = label(at=(60, 40), words="Far")
    assert len(settle_names([far, label()], room(*discs), urged=2)) == 2
    assert [name.label for name in settle_names([far, label()], room(*discs), urged=1)] == [far]


def test_no_two_names_of_a_crowd_overlap_nor_does_a_leader_cross_one():
    draw = np.random.default_rng(8)
    discs = [(float(x), float(y), 5.0) for x, y in draw.uniform((20, 20), (380, 280), (60, 2))]
    names = settle_names([label((x, y), "Name", radius=5.0) for x, y, _ in discs], room(*discs))
    assert any(name.place.leader for name in names)
    for one, other in itertools.permutations(names, 2):
        assert not any(overlap(box, other.place.boxes[0]) for box in one.place.boxes)


def test_words_stand_on_a_free_side_or_nowhere():
    taken = room((*MIDDLE, 3))
    sides = ((0, 1), (0, -1))
    first, second = (write(label(radius=3.0, sides=sides), taken) for _ in range(2))
    assert first.y < 150 < second.y
    assert write(label(radius=3.0, sides=sides), taken) is None


def test_line_is_lengthened_where_there_is_room():
    taken = room((*MIDDLE, 3))
    line = write(label(words="1", radius=3.0), taken)
    more = Run("praised", "sans", "#222222")
    assert [run.words for run in lengthen(line, more, taken).runs] == ["1", " praised"]
    assert lengthen(line, more, taken) == line
