"""The forces that set actors apart: two ways to draw a connected group, and a push for boxes that overlap."""

from dataclasses import dataclass, replace

import igraph
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_MESHES = ((4_000, 64), (10**9, 128))  # for up to so many actors: the squares of the mesh, each way
_ROUNDS = 120
_POWER = 0.6
_PUSHES = 120
_SETTLED = 0.5  # pixels


def draw_distances(group: igraph.Graph) -> Floats:
    """Return coordinates (actors x 2) where distance on paper follows distance along the ties; for small groups.

    Kamada and Kawai (1989), "An algorithm for drawing general undirected graphs". All ties are of one
    length: a tie of many relations says more, but needs the room for their words.
    """
    start = group.layout_circle()  # a start of our own, so that no chance is involved
    return np.array(group.layout_kamada_kawai(seed=start).coords, dtype=float)


def draw_communities(group: igraph.Graph, *, seed: int) -> Floats:
    """Return coordinates (actors x 2) where those with many ties among them stand together; for large groups.

    Noack (2009), "Modularity clustering is force-directed layout": ties pull with a power of their length, and all
    push all by the weight of their ties. A low power (0 is LinLog) shows communities best but heaps their members up;
    0.6 leaves them room. The push is reckoned on a mesh by Fourier transform, as astronomers do it (Hockney and
    Eastwood, "Computer simulation using particles", 1988), so that a round costs what the actors and ties number.
    """
    positions = np.random.default_rng(seed).normal(size=(group.vcount(), 2))
    ends = np.array(group.get_edgelist(), dtype=np.int64)
    pulls = 1 + np.log2(group.es["weight"])
    mass: Floats = np.bincount(ends.ravel(), np.repeat(pulls, 2), len(positions)).astype(np.float64)
    kernel = _push_kernel(next(mesh for most, mesh in _MESHES if len(positions) <= most))
    for turn in range(_ROUNDS):
        push = _push(positions, mass, kernel)
        pull = _pull(positions, ends, pulls) / mass[:, None]
        positions = positions + (push + pull) * 0.3 * (1 - turn / _ROUNDS)
    return positions


def _pull(positions: Floats, ends: Ints, pulls: Floats) -> Floats:
    first, second = ends.T
    along = positions[second] - positions[first]
    along *= (pulls * np.maximum(np.hypot(*along.T), 1e-9) ** (_POWER - 1))[:, None]
    return _summed(first, along, len(positions)) - _summed(second, along, len(positions))


def _summed(numbers: Ints, vectors: Floats, count: int) -> Floats:
    """Return the sum of the vectors of each of `count` numbers."""
    sums = [np.bincount(numbers, vectors[:, axis], count) for axis in (0, 1)]
    return np.column_stack(sums).astype(np.float64)  # without numbers, the sums are whole ones


def _push_kernel(mesh: int) -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """Return the transforms of the push across and up that a unit of mass gives at each step of the mesh around it."""
    steps = np.fft.fftfreq(2 * mesh, 1 / (2 * mesh))
    across, up = np.meshgrid(steps, steps, indexing="ij")
    squared = across**2 + up**2 + 0.25  # softened, so that two in one square do not shoot apart
    return np.fft.rfft2(across / squared), np.fft.rfft2(up / squared)


def _push(positions: Floats, mass: Floats, kernel: tuple[NDArray[np.complex128], NDArray[np.complex128]]) -> Floats:
    """Return the push on each actor: mass is dealt out to the four mesh points around it, and the push read there."""
    low = positions.min(axis=0)
    width = len(kernel[0])  # twice the mesh: half of it stays empty, else the push would come round the edge
    step = max(float(np.ptp(positions, axis=0).max()), 1e-9) * 1.01 / (width // 2 - 1)
    scaled: Floats = (positions - low) / step
    corner = scaled.astype(np.int64)
    inside = scaled - corner
    density = np.zeros(width * width)
    corners = []
    for across in (0, 1):
        for up in (0, 1):
            points = (corner[:, 0] + across) * width + corner[:, 1] + up
            shares = np.abs(1 - across - inside[:, 0]) * np.abs(1 - up - inside[:, 1])
            density += np.bincount(points, shares * mass, width * width)
            corners.append((points, shares))
    spectrum = np.fft.rfft2(density.reshape(width, width))
    push = np.zeros_like(positions)
    for axis in (0, 1):
        field = np.fft.irfft2(spectrum * kernel[axis], (width, width)).ravel()
        for points, shares in corners:
            push[:, axis] += shares * field[points]
    return push / (step * float(mass.sum()))


@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """The room that actors need: a disc of `radius`, and to its right a name of `width`; both reach `half` up and down.

    In a `crowd` a name keeps clear of other names only, not of every disc. A width of 0 is no name.
    """

    radius: Floats
    width: Floats
    half: Floats
    crowd: bool

    def of(self, numbers: Ints) -> "Boxes":
        """Return the boxes of some actors."""
        return replace(self, radius=self.radius[numbers], width=self.width[numbers], half=self.half[numbers])

    def spread(self, factor: float) -> "Boxes":
        """Return boxes with discs so many times as large."""
        return replace(self, radius=self.radius * factor)

    @property
    def low(self) -> Floats:
        """How far each box reaches to the left and down."""
        return np.column_stack([self.radius, self.half])

    @property
    def high(self) -> Floats:
        """How far each box reaches to the right and up."""
        return np.column_stack([self.radius + self.width, self.half])

    @property
    def areas(self) -> Floats:
        """The square pixels of each box."""
        return (2 * self.radius + self.width) * 2 * self.half


def part(positions: Floats, boxes: Boxes, *, room: Floats | None = None) -> Floats:
    """Return positions pushed apart until no box overlaps another; where there is no place, some overlap is left.

    With `room` (width and height, around 0, 0) the boxes stay within it.
    """
    names = np.flatnonzero(boxes.width)
    others = names if boxes.crowd else np.arange(len(positions))
    beside_names = np.repeat(names, len(others)), np.tile(others, len(names))
    reach = 2 * float(boxes.radius.max())
    for _ in range(_PUSHES):
        if room is not None:
            positions = np.clip(positions, boxes.low - room / 2, np.maximum(room / 2 - boxes.high, 0))
        shift = _part_discs(positions, boxes, *_near_pairs(positions, reach))
        shift += _part_names(positions, boxes, *beside_names)
        if np.abs(shift).max() < _SETTLED:
            break
        positions = positions + shift
    return positions


def _part_discs(positions: Floats, boxes: Boxes, first: Ints, second: Ints) -> Floats:
    """Return the shift of each actor, from the pairs whose discs overlap; they part along the line between them."""
    apart = positions[second] - positions[first]
    distance = np.maximum(np.hypot(*apart.T), 1e-6)
    missing = np.maximum(boxes.radius[first] + boxes.radius[second] - distance, 0)
    return _shift(boxes, first, second, apart * (missing / distance)[:, None])


def _part_names(positions: Floats, boxes: Boxes, first: Ints, second: Ints) -> Floats:
    """Return the shift of each actor, from the pairs whose boxes overlap; they part across or up, the shorter way."""
    apart = positions[second] - positions[first]
    left = np.where(apart[:, 0] < 0, second, first)  # the name of the left one stands between the two
    across_wanted = boxes.radius[first] + boxes.radius[second] + boxes.width[left]
    missing = np.column_stack([across_wanted, boxes.half[first] + boxes.half[second]]) - np.abs(apart)
    missing[(missing <= 0).any(axis=1) | (first == second)] = 0
    across = missing[:, :1] < missing[:, 1:]
    return _shift(boxes, first, second, np.where(apart < 0, -missing, missing) * np.hstack([across, ~across]))


def _shift(boxes: Boxes, first: Ints, second: Ints, push: Floats) -> Floats:
    """Return the shift of each actor from what the pairs have to go apart; discs make way for names."""
    named = boxes.width > 0
    given = 0.8 * np.where(named[first] == named[second], 0.5, named[first])[:, None]
    count = len(named)
    return _summed(second, push * given, count) - _summed(first, push * (0.8 - given), count)


def _near_pairs(positions: Floats, reach: float) -> tuple[Ints, Ints]:
    """Return each pair of actors that may be at most `reach` apart, once, found on a grid of squares of that size."""
    cells = np.floor((positions - positions.min(axis=0)) / reach).astype(np.int64)
    stride = int(cells[:, 1].max()) + 3
    keys = cells[:, 0] * stride + cells[:, 1]
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    firsts, seconds = [], []
    for shift in (0, 1, stride - 1, stride, stride + 1):  # the own square and half of those around it
        begin = rank + 1 if shift == 0 else np.searchsorted(ranked, keys + shift)
        lengths = np.searchsorted(ranked, keys + shift, side="right") - begin
        skipped = np.repeat(np.cumsum(lengths) - lengths - begin, lengths)
        firsts.append(np.repeat(np.arange(len(keys)), lengths))
        seconds.append(order[np.arange(lengths.sum()) - skipped])
    return np.concatenate(firsts), np.concatenate(seconds)
