"""Where each label goes, so that no two overlap: the most important first, each at its best free side.

The boxes are those that Plotly draws for `textposition` beside a marker. Pixels, y upward.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.curves import Floats

SIDES = (
    "middle right",
    "middle left",
    "bottom center",
    "top center",
    "bottom right",
    "top right",
    "bottom left",
    "top left",
)
_ACROSS = {"right": 1, "left": -1, "center": 0}
_UP = {"top": 1, "middle": 0, "bottom": -1}
_AIR = 1.5  # pixels round every label
_LINE_COST = 0.25  # how much worse a side is for each point of a line beneath the label
_CELL = 6.0  # pixels: how finely the lines beneath a label are counted


@dataclass(frozen=True, slots=True)
class Label:
    """A text to be placed beside a marker of radius `radius` at `x`, `y`."""

    x: float
    y: float
    radius: float
    width: float
    size: float


class Room:
    """What room is left on a canvas; each placed label takes its part."""

    def __init__(self, width: float, height: float, *, discs: Floats, line_points: Floats) -> None:
        """Start with `discs` (n, 3: x, y, radius) taken, and lines (n, 2) that labels should rather not cover."""
        self._width = width
        self._height = height
        self._taken = np.zeros((0, 4))
        self.take(discs)
        self._lines = _running_counts(line_points, width, height)

    def take(self, discs: Floats) -> None:
        """Let no later label cover these discs."""
        boxes = np.concatenate([discs[:, :2] - discs[:, 2:], discs[:, :2] + discs[:, 2:]], axis=1)
        self._taken = np.vstack([self._taken, boxes])

    def place(self, labels: Sequence[Label], *, sides: Sequence[str] = SIDES) -> list[str | None]:
        """Return the side of each label in order, None where there is no room."""
        placed: list[str | None] = []
        for label in labels:
            side = self._best_side(label, sides)
            if side is not None:
                self._taken = np.vstack([self._taken, label_box(label, side)])
            placed.append(side)
        return placed

    def _best_side(self, label: Label, sides: Sequence[str]) -> str | None:
        costs = {}
        for rank, side in enumerate(sides):
            box = label_box(label, side)
            if self._is_free(box):
                costs[side] = rank + _LINE_COST * self._covered(box)
        return min(costs, key=costs.__getitem__) if costs else None

    def _is_free(self, box: Floats) -> bool:
        left, bottom, right, top = box
        if left < 0 or bottom < 0 or right > self._width or top > self._height:
            return False
        taken = self._taken
        hit = (taken[:, 0] < right) & (taken[:, 2] > left) & (taken[:, 1] < top) & (taken[:, 3] > bottom)
        return not bool(np.any(hit))

    def _covered(self, box: Floats) -> int:
        counts = self._lines
        left, bottom, right, top = np.rint(box / _CELL).astype(int).clip(0, np.tile(counts.shape, 2) - 1)
        return int(counts[right, top] - counts[left, top] - counts[right, bottom] + counts[left, bottom])


def label_box(label: Label, side: str) -> Floats:
    """Return left, bottom, right, top of a label at a side of its marker, with a little air."""
    vertical, horizontal = side.split()
    gap = label.radius / 0.8 + 1
    across, up = _ACROSS[horizontal], _UP[vertical]
    middle_x = label.x + across * (gap + label.width / 2)
    middle_y = label.y + up * (gap + 0.5 * label.size)
    half_width, half_height = label.width / 2 + _AIR, 0.5 * label.size + _AIR
    return np.array([middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height])


def _running_counts(points: Floats, width: float, height: float) -> Floats:
    """Return a table that tells in four look-ups how many points a box holds: the counts left of and below a cell."""
    columns, rows = int(width / _CELL) + 1, int(height / _CELL) + 1
    extent = ((0.0, columns * _CELL), (0.0, rows * _CELL))
    counts, _, _ = np.histogram2d(points[:, 0], points[:, 1], bins=(columns, rows), range=extent)
    table: Floats = np.zeros((columns + 1, rows + 1))
    table[1:, 1:] = counts.cumsum(axis=0).cumsum(axis=1)
    return table
