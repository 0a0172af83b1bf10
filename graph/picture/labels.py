"""Where names and words stand in a picture: each on its best free side, the foremost first, no two overlapping.

The twin of assets/54-places.js, which does so on the screen after every zoom and filter. A name that finds no side lets
another one move, or stands farther off, with a leader to its disc.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from graph.picture.fonts import width_of
from graph.picture.room import Box, Room
from graph.picture.scene import Line, Point, Run, Shape

NAME_SIDES = (  # across, up
    *((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1)),
    *((1, 0.5), (1, -0.5), (-1, 0.5), (-1, -0.5), (0.5, 1), (-0.5, 1), (0.5, -1), (-0.5, -1)),
)
WORD_SIDES = ((0, 1), (0, -1), (1, 0), (-1, 0))
_FAR = ((0, 1.7), (0, -1.7), (1.7, 0), (-1.7, 0))
_FAR_ASIDE = tuple((across * x, up * y) for x, y in ((1.7, 1), (1, 1.7)) for across in (1, -1) for up in (1, -1))
NUMBER_SIDES = (*WORD_SIDES, *NAME_SIDES[4:], *_FAR, *_FAR_ASIDE)
MOST_URGED = 40  # for so many of the foremost actors another name may move, or a leader be drawn
_AIR = 1.5  # pixels around every label
_LEAST_GAP = 2.3  # pixels between a mark and its label, whose box would touch it else
_WAYS = tuple((math.cos(math.pi * at / 8), math.sin(math.pi * at / 8)) for at in range(16))  # of leaders
_REACHES = (14, 26, 38, 50, 62)  # pixels between a disc and a name with a leader
_LINE_COST = 0.25  # how much worse a side is for each point of a line beneath the label
_DISC_COST = 1  # how much worse a leader is for each of its pieces that crosses a disc
_PIECE = 5  # pixels: a leader takes its room in pieces
_MIDDLE = 0.36  # of the size: how far the baseline lies below the middle of a line
_LEADER = 1.2  # pixels
_DOT = 1.7  # pixels: the radius of a leader's end
_RIM = 0.8  # pixels around a leader


@dataclass(frozen=True, slots=True)
class Label:
    """What may be written, with a rim in the colour `halo`, beside a mark of `radius` at a point."""

    at: Point
    radius: float
    run: Run
    size: float
    sides: Sequence[tuple[float, float]]
    halo: str
    strength: float = 1.0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a label is moved from its mark, the boxes that it takes there, its own first, and where a leader ends."""

    move: Point
    boxes: Sequence[Box]
    cost: float
    leader: Point | None = None


@dataclass(slots=True, eq=False)
class Name:
    """A label that makes way for another as long as it has a free side; its place is known once it is settled."""

    label: Label
    half: float = field(init=False)
    beside: Sequence[Place] = field(init=False)
    place: Place | None = None

    def __post_init__(self) -> None:
        """Find the places at the sides of its mark, the best first."""
        label = self.label
        self.half = _half(label)
        self.beside = tuple(_beside(label, self.half))


Holder: TypeAlias = Name | float | None  # a name, a disc by its radius, or what stays where it is
LabelRoom: TypeAlias = Room[Holder]


# --- Names --------------------------------------------------------------------------------------------


def settle_names(labels: Iterable[Label], room: LabelRoom, *, urged: int = MOST_URGED) -> list[Name]:
    """Return those names that find a place, the foremost first; for so many others move, or leaders are drawn."""
    names = []
    for rank, label in enumerate(labels):
        name = Name(label)
        if _settle(name, room) or (rank < urged and (_displace(name, room) or _lead(name, room))):
            names.append(name)
    return names


def write_name(name: Name) -> Line:
    """Return the line of a settled name."""
    return _line(name.label, _settled(name).boxes[0])


def draw_leader(name: Name) -> list[Shape]:
    """Return the thin line with a dot in the disc that leads to a settled name; nothing for one beside its disc."""
    label, end = name.label, _settled(name).leader
    if end is None:
        return []
    way = [label.at, (label.at[0] + end[0], label.at[1] + end[1])]
    line = Shape(way, stroke=label.run.colour, width=_LEADER, strength=label.strength, mark=label.mark)
    dot = Shape([label.at], radius=_DOT, fill=label.run.colour, strength=label.strength, mark=label.mark)
    rims = [replace(line, stroke=label.halo, width=_LEADER + 2 * _RIM)]
    rims.append(replace(dot, fill=label.halo, radius=_DOT + _RIM))
    return [*rims, line, dot]


def _settled(name: Name) -> Place:
    if name.place is None:
        raise ValueError(f"{name.label.run.words!r} has no place yet")
    return name.place


def _settle_at(name: Name, place: Place, room: LabelRoom) -> None:
    name.place = place
    for box in place.boxes:
        room.take(box, name)


# Each of these three tells whether it found a place for a name.


def _settle(name: Name, room: LabelRoom) -> bool:
    place = _cheapest((place for place in name.beside if room.is_free(place.boxes[0])), room)
    if place:
        _settle_at(name, place, room)
    return place is not None


def _displace(name: Name, room: LabelRoom) -> bool:
    """Settle a name where one other stands that has another free side."""
    for place in name.beside:
        other = _only_name(place.boxes[0], room)
        if other is None:
            continue
        former = _settled(other)
        room.leave(former.boxes[0])
        _settle_at(name, place, room)
        if _settle(other, room):
            return True
        room.leave(place.boxes[0])
        name.place = None
        _settle_at(other, former, room)
    return False


def _only_name(box: Box, room: LabelRoom) -> Name | None:
    """Return the name without a leader that alone has taken some of a box within the frame."""
    other = None
    if room.is_inside(box):
        for holder in room.holders(box):
            if not isinstance(holder, Name) or _settled(holder).leader or (other and holder is not other):
                return None
            other = holder
    return other


def _lead(name: Name, room: LabelRoom) -> bool:
    """Settle a name farther off, with a leader that crosses no other label, no larger disc and few smaller ones."""
    label, half = name.label, name.half
    gap = _gap(label)
    for reach in _REACHES:
        places = []
        for across, up in _WAYS:
            aside = max(-1.0, min(1.0, 2 * across)) * half
            move = across * (gap + reach) + aside, -up * (gap + reach + label.size / 2)
            box = _box(label, half, move)
            if room.is_free(box) and (place := _with_leader(label, move, box, room)):
                places.append(place)
        if best := _cheapest(places, room):
            _settle_at(name, best, room)
            return True
    return False


def _with_leader(label: Label, move: Point, box: Box, room: LabelRoom) -> Place | None:
    x, y = label.at
    left, top, right, bottom = box
    end = max(left, min(right, x)) - x, max(top, min(bottom, y)) - y
    long = math.hypot(*end)
    boxes, cost = [box], 0
    at = label.radius + _PIECE
    while at < long:
        across, down = x + end[0] * at / long, y + end[1] * at / long
        piece = across - _PIECE / 2, down - _PIECE / 2, across + _PIECE / 2, down + _PIECE / 2
        holders = list(room.holders(piece))
        if any(not isinstance(holder, float) or holder > label.radius for holder in holders):
            return None
        cost += _DISC_COST if holders else 0
        boxes.append(piece)
        at += _PIECE
    return Place(move, boxes, cost, end)


# --- Words and numbers --------------------------------------------------------------------------------


def write(label: Label, room: LabelRoom) -> Line | None:
    """Return the line of a label on its best side, whose room then is taken; None where it has none."""
    free = (place for place in _beside(label, _half(label)) if room.is_free(place.boxes[0]))
    place = _cheapest(free, room)
    if place is None:
        return None
    room.take(place.boxes[0], None)
    return _line(label, place.boxes[0])


def lengthen(line: Line, run: Run, room: LabelRoom) -> Line:
    """Return a line with more words behind it where there is room for these, else as it is."""
    used = sum(width_of(part.words, part.face, line.size) for part in line.runs)
    more = Run(f" {run.words}", run.face, run.colour)
    left = line.x + used + 2 * _AIR
    middle, high = line.y - _MIDDLE * line.size, 0.55 * line.size + _AIR
    box = left, middle - high, left + width_of(more.words, more.face, line.size), middle + high
    if not room.is_free(box):
        return line
    room.take(box, None)
    return replace(line, runs=[*line.runs, more])


# --- Places -------------------------------------------------------------------------------------------


def _half(label: Label) -> float:
    return width_of(label.run.words, label.run.face, label.size) / 2


def _gap(label: Label) -> float:
    return max(label.radius / 0.8 + 1, label.radius + _LEAST_GAP)


def _box(label: Label, half: float, move: Point) -> Box:
    x, y = label.at[0] + move[0], label.at[1] + move[1]
    wide, high = half + _AIR, 0.55 * label.size + _AIR
    return x - wide, y - high, x + wide, y + high


def _beside(label: Label, half: float) -> Iterator[Place]:
    gap = _gap(label)
    for rank, (across, up) in enumerate(label.sides):
        move = across * (gap + half), -up * (gap + label.size / 2)
        yield Place(move, [_box(label, half, move)], rank)


def _cheapest(places: Iterable[Place], room: LabelRoom) -> Place | None:
    return min(places, key=lambda place: place.cost + _LINE_COST * room.beneath(place.boxes[0]), default=None)


def _line(label: Label, box: Box) -> Line:
    baseline = (box[1] + box[3]) / 2 + _MIDDLE * label.size
    return Line(box[0] + _AIR, baseline, [label.run], label.size, label.halo, label.strength, label.mark)
