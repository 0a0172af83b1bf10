"""The geometry of the drawn relations: gently bent lines, their middles, and arrows that end at the rim.

All in pixels of the canvas, x to the right and y upward; arrays have one row a relation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from graph.model import EdgeView

Floats = npt.NDArray[np.float64]

_BEND = 0.13  # of the length: how far the middle of a lone line stands off the straight one
_MOST_BEND = 34.0  # pixels
_LANE = 21.0  # pixels between the middles of lines that join the same two actors
_HANDLE_AIR = 5.0  # pixels between a handle's middle and a disc
_ASIDE = (0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # of the way, where a handle may stand as well
_BLOCK = 512  # points whose distances to all discs are taken at once
_ARROW = 7.0  # pixels: length of an arrowhead


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Bent lines: `points` (relations, samples, 2), `middles` (relations, 2), `angles` of arrows in degrees from up."""

    points: Floats
    middles: Floats
    angles: Floats


def bend_curves(
    edges: Sequence[EdgeView], positions: dict[str, tuple[float, float]], rims: dict[str, float], *, samples: int
) -> Curves:
    """Return the curves of relations between actors at `positions` whose discs have the radii `rims`, in pixels."""
    if not edges:
        return Curves(np.zeros((0, samples, 2)), np.zeros((0, 2)), np.zeros(0))
    starts = np.array([positions[edge.source] for edge in edges])
    ends = np.array([positions[edge.target] for edge in edges])
    control = _controls(edges, starts, ends)
    steps = np.linspace(0.0, 1.0, samples)[None, :, None]
    rim = np.array([rims[edge.target] for edge in edges])
    lengths = np.maximum(np.hypot(*(ends - control).T) * 2, 1.0)
    before = np.clip(1.0 - (rim + _ARROW / 2) / lengths, 0.0, 1.0)
    heading = ends - _quadratic(starts, control, ends, before[:, None])
    return Curves(
        points=_quadratic(starts[:, None], control[:, None], ends[:, None], steps),
        middles=_find_handles((starts, control, ends), positions, rims),
        angles=np.degrees(np.arctan2(heading[:, 0], heading[:, 1])),
    )


def _find_handles(
    curves: tuple[Floats, Floats, Floats], positions: dict[str, tuple[float, float]], rims: dict[str, float]
) -> Floats:
    """Return where the handle of each line stands: in its middle, or aside of it where a disc covers the middle."""
    discs = np.array([positions[actor_id] for actor_id in rims])
    reach = np.array(list(rims.values())) + _HANDLE_AIR
    handles = _quadratic(*curves, np.full((1, 1), 0.5))
    covered = _find_covered(handles, discs, reach)
    for step in _ASIDE:
        if not covered.size:
            break
        starts, control, ends = (part[covered] for part in curves)
        moved = _quadratic(starts, control, ends, np.full((1, 1), step))
        still = np.zeros(len(covered), dtype=bool)
        still[_find_covered(moved, discs, reach)] = True
        handles[covered[~still]] = moved[~still]
        covered = covered[still]
    return handles


def _find_covered(points: Floats, discs: Floats, reach: Floats) -> npt.NDArray[np.intp]:
    """Return which points lie within reach of a disc; by blocks, as thousands meet thousands."""
    found = []
    # |p - d|² < r², told as 2 p·d - |d|² + r² > |p|², which is one product of matrices.
    lifted = np.concatenate([2 * discs, (reach**2 - (discs**2).sum(axis=1))[:, None]], axis=1).T
    for start in range(0, len(points), _BLOCK):
        block = points[start : start + _BLOCK]
        nearest = (np.concatenate([block, np.ones((len(block), 1))], axis=1) @ lifted).max(axis=1)
        found.append(start + np.flatnonzero(nearest > (block**2).sum(axis=1)))
    return np.concatenate(found)


def _controls(edges: Sequence[EdgeView], starts: Floats, ends: Floats) -> Floats:
    """Return the point that each line is bent towards; both directions of a pair are bent from one side's view."""
    along = ends - starts
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None]
    turned = np.array([1.0 if edge.source <= edge.target else -1.0 for edge in edges])
    lane = np.array([edge.lane - (edge.lanes - 1) / 2 for edge in edges])
    lone = np.array([edge.lanes == 1 for edge in edges])
    offset = np.where(lone, np.minimum(_BEND * length, _MOST_BEND), lane * np.minimum(_LANE, 0.45 * length))
    middle = (starts + ends) / 2
    shifted: Floats = middle + across * (2 * offset * turned)[:, None]
    return shifted


def _quadratic(starts: Floats, control: Floats, ends: Floats, step: Floats) -> Floats:
    """Return the points of Bézier curves at `step` (0 to 1), all broadcast against each other."""
    curve: Floats = (1 - step) ** 2 * starts + 2 * step * (1 - step) * control + step**2 * ends
    return curve
