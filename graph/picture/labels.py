"""Where names and words have room in a picture: the foremost first, each on its best free side, no two overlapping.

The twin of assets/56-labels.js, which does so on the screen after every zoom and filter, and draws leaders there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from graph.picture.fonts import width_of
from graph.picture.scene import Line, Point, Run

NAME_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))  # across, up
WORD_SIDES = ((0, 1), (0, -1), (1, 0), (-1, 0))
NUMBER_SIDES = (*WORD_SIDES, (1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1.7), (0, -1.7), (1.7, 0), (-1.7, 0))
_AIR = 1.5  # pixels around every label
_LINE_COST = 0.25  # how much worse a side is for each point of a line beneath the label
_CELL = 6  # pixels: how finely the lines beneath a label are counted
_MIDDLE = 0.36  # of the size: how far the baseline lies below the middle of a line

Box = tuple[float, float, float, float]  # left, top, right, bottom
Places = npt.NDArray[np.float64]  # one row each


@dataclass(frozen=True, slots=True)
class Label:
    """What may be written beside a mark of `radius` at a point; names may cover the small signs of relations."""

    at: Point
    radius: float
    run: Run
    size: float
    sides: Sequence[tuple[float, float]]
    strength: float = 1.0
    mark: str = ""
    spares_signs: bool = True


class Room:
    """What is still free in a frame (x, y, width, height)."""

    def __init__(
        self, frame: tuple[float, float, float, float], crossings: Places, heavy: Places, *, halo: str | None = None
    ) -> None:
        """Start with nothing taken; labels rather keep off points of lines (`crossings`) and off `heavy` points."""
        x, y, width, height = frame
        self._frame = x, y, x + width, y + height
        self._halo = halo
        self._boxes = self._signs = np.zeros((0, 4))
        self._sums = self._count(crossings) + 4 * self._count(heavy)

    def take(self, boxes: Sequence[Box]) -> None:
        """Keep labels off these boxes."""
        self._boxes = np.concatenate([self._boxes, np.array(boxes, dtype=float).reshape(-1, 4)])

    def mark(self, signs: Sequence[Box]) -> None:
        """Keep off these boxes the labels that spare signs."""
        self._signs = np.array(signs, dtype=float).reshape(-1, 4)

    def write(self, label: Label) -> Line | None:
        """Return the line of a label on its best side, whose room then is taken; None where it has none."""
        width = width_of(label.run.words, label.run.face, label.size)
        boxes = [self._box(label, side, width) for side in label.sides]
        free = [(rank, box) for rank, box in enumerate(boxes) if self._is_free(box, label.spares_signs)]
        if not free:
            return None
        _, box = min((rank + self._cost(box), box) for rank, box in free)
        self.take([box])
        baseline = (box[1] + box[3]) / 2 + _MIDDLE * label.size
        return Line(box[0] + _AIR, baseline, [label.run], label.size, self._halo, label.strength, label.mark)

    def lengthen(self, line: Line, run: Run) -> Line:
        """Return a line with more words behind it where there is room for these, else as it is."""
        used = sum(width_of(part.words, part.face, line.size) for part in line.runs)
        more = Run(f" {run.words}", run.face, run.colour)
        left = line.x + used + 2 * _AIR
        middle, high = line.y - _MIDDLE * line.size, 0.55 * line.size + _AIR
        box = left, middle - high, left + width_of(more.words, more.face, line.size), middle + high
        if not self._is_free(box, True):
            return line
        self.take([box])
        return replace(line, runs=[*line.runs, more])

    def _box(self, label: Label, side: tuple[float, float], width: float) -> Box:
        (x, y), (across, up) = label.at, side
        gap = label.radius / 0.8 + 1
        x, y = x + across * (gap + width / 2), y - up * (gap + label.size / 2)
        wide, high = width / 2 + _AIR, 0.55 * label.size + _AIR
        return x - wide, y - high, x + wide, y + high

    def _is_free(self, box: Box, spares_signs: bool) -> bool:
        left, top, right, bottom = box
        x0, y0, x1, y1 = self._frame
        inside = x0 <= left and y0 <= top and right <= x1 and bottom <= y1
        return inside and not _overlap(box, self._boxes) and not (spares_signs and _overlap(box, self._signs))

    def _cost(self, box: Box) -> float:
        """Return how much lies beneath a box within the frame."""
        left, top, right, bottom = box
        up_to = self._up_to
        return _LINE_COST * (up_to(right, bottom) - up_to(left, bottom) - up_to(right, top) + up_to(left, top))

    def _count(self, points: Places) -> npt.NDArray[np.int64]:
        """Return how many points lie above and left of each corner of a cell (a summed-area table)."""
        x0, y0, x1, y1 = self._frame
        size = int((x1 - x0) // _CELL) + 2, int((y1 - y0) // _CELL) + 2
        table = np.zeros((size[1] + 1, size[0] + 1), dtype=np.int64)
        cells = ((points - (x0, y0)) // _CELL).astype(int)
        cells = cells[((cells >= 0) & (cells < size)).all(axis=1)]
        np.add.at(table, (cells[:, 1] + 1, cells[:, 0] + 1), 1)
        return table.cumsum(axis=0).cumsum(axis=1)

    def _up_to(self, x: float, y: float) -> int:
        x0, y0, _, _ = self._frame
        return int(self._sums[round((y - y0) / _CELL), round((x - x0) / _CELL)])


def box_around(at: Point, radius: float) -> Box:
    """Return the box of a disc."""
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius


def _overlap(box: Box, others: Places) -> bool:
    left, top, right, bottom = box
    meets = (left < others[:, 2]) & (right > others[:, 0]) & (top < others[:, 3]) & (bottom > others[:, 1])
    return bool(meets.any())
