import itertools

import numpy as np

from components.labels import Label, Room, label_box


def room(width=200.0, height=100.0, discs=(), lines=()):
    return Room(
        width, height, discs=np.array(discs).reshape(-1, 3), line_points=np.array(lines, dtype=float).reshape(-1, 2)
    )


def overlap(one, other) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def test_labels_go_right_of_the_disc_where_there_is_room():
    assert room(discs=[(50, 50, 8)]).place([Label(50, 50, 8, 40, 12)]) == ["middle right"]


def test_labels_go_elsewhere_at_the_edge():
    assert room(discs=[(190, 50, 5)]).place([Label(190, 50, 5, 40, 12)]) == ["middle left"]


def test_labels_that_fit_nowhere_are_left_out():
    assert room(discs=[(100, 50, 5)]).place([Label(100, 50, 5, 500, 12)]) == [None]


def test_labels_avoid_lines_where_they_can():
    lines = [(x, 50) for x in range(56, 120)]
    assert room(discs=[(50, 50, 5)], lines=lines).place([Label(50, 50, 5, 40, 12)]) == ["middle left"]


def test_labels_never_overlap_each_other_or_a_disc():
    discs = [(20 + 45 * column, 20 + 26 * row, 4.0) for column in range(6) for row in range(7)]
    labels = [Label(x, y, radius, 44, 11) for x, y, radius in discs]
    sides = room(300, 200, discs=discs).place(labels)
    boxes = [label_box(label, side) for label, side in zip(labels, sides, strict=True) if side]
    assert len(boxes) > 10
    assert not any(overlap(one, other) for one, other in itertools.combinations(boxes, 2))
    squares = [(x - r, y - r, x + r, y + r) for x, y, r in discs]
    assert not any(overlap(box, square) for box in boxes for square in squares)


def test_labels_taken_later_are_heeded():
    space = room(discs=[(50, 50, 5)])
    space.take(np.array([(80, 50, 10)]))
    assert space.place([Label(50, 50, 5, 40, 12)]) == ["middle left"]
