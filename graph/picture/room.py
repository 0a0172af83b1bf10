"""Room for labels in a picture: by what each box is taken, and how much lies beneath it (as in assets/53-room.js)."""

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from graph.picture.scene import Point

_SQUARE = 40  # pixels: boxes are looked up by the squares that they touch
_CELL = 6  # pixels: how finely what lies beneath a box is counted

Box = tuple[float, float, float, float]  # left, top, right, bottom
Places = npt.NDArray[np.float64]  # one row each
Holder = TypeVar("Holder")


class Room(Generic[Holder]):
    """What is still free in a frame (x, y, width, height)."""

    def __init__(self, frame: tuple[float, float, float, float], crossings: Places, heavy: Places) -> None:
        """Start with nothing taken; points of lines (`crossings`) lie beneath boxes, and `heavy` points, four times."""
        x, y, width, height = frame
        self._frame = x, y, x + width, y + height
        self._squares: defaultdict[tuple[int, int], list[tuple[Box, Holder]]] = defaultdict(list)
        self._sums = (self._count(crossings) + 4 * self._count(heavy)).tolist()

    def take(self, box: Box, holder: Holder) -> None:
        """Let a holder have a box, which others may have as well."""
        for square in _squares(box):
            self._squares[square].append((box, holder))

    def leave(self, box: Box) -> None:
        """Give a box back."""
        for square in _squares(box):
            self._squares[square] = [taken for taken in self._squares[square] if taken[0] is not box]

    def holders(self, box: Box) -> Iterator[Holder]:
        """Give those that have taken some of a box, some of them twice."""
        left, top, right, bottom = box
        for square in _squares(box):
            for (x0, y0, x1, y1), holder in self._squares.get(square, ()):
                if left < x1 and right > x0 and top < y1 and bottom > y0:
                    yield holder

    def is_inside(self, box: Box) -> bool:
        """Tell whether a box lies within the frame."""
        left, top, right, bottom = box
        x0, y0, x1, y1 = self._frame
        return x0 <= left and y0 <= top and right <= x1 and bottom <= y1

    def is_free(self, box: Box) -> bool:
        """Tell whether a box lies within the frame and nobody has taken some of it."""
        return self.is_inside(box) and not any(True for _ in self.holders(box))

    def beneath(self, box: Box) -> int:
        """Return how much lies beneath a box within the frame."""
        left, top, right, bottom = box
        up_to = self._up_to
        return up_to(right, bottom) - up_to(left, bottom) - up_to(right, top) + up_to(left, top)

    def _count(self, points: Places) -> npt.NDArray[np.int64]:
        """Return how many points lie above and left of each corner of a cell (a summed-area table)."""
        x0, y0, x1, y1 = self._frame
        size = int((x1 - x0) // _CELL) + 2, int((y1 - y0) // _CELL) + 2
        table = np.zeros((size[1] + 1, size[0] + 1), dtype=np.int64)
        cells = np.floor((points - (x0, y0)) / _CELL).astype(int)
        cells = cells[((cells >= 0) & (cells < size)).all(axis=1)]
        np.add.at(table, (cells[:, 1] + 1, cells[:, 0] + 1), 1)
        return table.cumsum(axis=0).cumsum(axis=1)

    def _up_to(self, x: float, y: float) -> int:
        x0, y0, _, _ = self._frame
        sums: list[list[int]] = self._sums
        return sums[math.floor((y - y0) / _CELL + 0.5)][math.floor((x - x0) / _CELL + 0.5)]


def box_around(at: Point, radius: float) -> Box:
    """Return the box of a disc."""
    return at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (math.floor(side / _SQUARE) for side in box)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield row, column
