"""Positions: where each actor of the whole network stands, the same every time.

All is reckoned in the pixels of a canvas of 960 x 640, with discs and names about as large as the page draws them, and
then brought to -1..1 across and -2/3..2/3 up. One unit is the same length both ways.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import igraph
import networkx as nx
import numpy as np

from graph.forces import Boxes, Floats, draw_communities, draw_distances, part
from graph.network import tie_weights

_CANVAS = np.array([960.0, 640.0])
_STRETCH = 1.6  # a drawing is widened or flattened by so much at most, to fill its room
_NAMED = 40  # so many names are to be readable at once
_CROWD = 60  # above so many actors not every name can keep clear of every disc
_SMALL = 200  # up to so many actors distances are to be true; above, communities are to show
_ROOM = 20_000.0  # square pixels an actor, where there is enough
_GROWTH = 2.0  # a drawing is enlarged so many times at most, so that two actors do not stand in opposite corners
_AIR = 28.0  # pixels between groups
_BESIDE = 0.08


@dataclass(frozen=True, slots=True, eq=False)
class _Cast:
    """Who is to be placed: the ties (weighted, undirected, simple), and the box that each one's disc and name fill."""

    ties: igraph.Graph
    boxes: Boxes


def place(
    network: "nx.MultiDiGraph[str]", *, seed: int = 0, former: Mapping[str, tuple[float, float]] | None = None
) -> dict[str, tuple[float, float]]:
    """Return the position of every actor: x in -1..1, y in -2/3..2/3, y upward; the same for the same network.

    Groups of actors with no tie between them stand apart, the largest on top, and actors with no tie at all in quiet
    rows below. The 40 most important actors have room for their names to the right of their discs. An actor with a
    `former` position stays about there, and newcomers start beside those they have ties with; a group in which most
    are new is drawn afresh.
    """
    ids = list(network)
    if not ids:
        return {}
    cast = _cast(network, ids)
    known = {number: at for number, actor_id in enumerate(ids) if (at := (former or {}).get(actor_id))}
    groups = sorted(cast.ties.connected_components(), key=lambda group: (-len(group), group))
    lonely = [group[0] for group in groups if len(group) == 1]
    kept: list[list[int]] = []
    fresh: list[list[int]] = []
    for group in groups[: len(groups) - len(lonely)]:
        (kept if 2 * len(known.keys() & set(group)) > len(group) else fresh).append(group)
    if known.keys() >= set(lonely):
        kept, lonely = kept + [[number] for number in lonely], []
    positions = np.zeros((len(ids), 2))
    for group in kept:
        positions[group] = _recall(cast, group, known)
    for group in fresh:
        positions[group] = _draw(cast, group, seed=seed)
    _stack(positions, cast.boxes, [number for group in kept for number in group], fresh, lonely)
    positions = _fit(positions, cast.boxes, enlarge=not kept) / (_CANVAS[0] / 2)
    return {actor_id: (round(float(x), 4), round(float(y), 4)) for actor_id, (x, y) in zip(ids, positions, strict=True)}


def settle(
    known: Mapping[str, tuple[float, float]], actor_ids: Iterable[str], origins: Mapping[str, str]
) -> dict[str, tuple[float, float]]:
    """Return the position of every actor after corrections, which move nobody.

    An actor that a correction made stands close to its origin, which is known or comes before it in `origins`.
    """
    places = dict(known)
    for actor_id, origin in origins.items():
        if actor_id not in places:
            x, y = places.get(origin, (0.0, 0.0))
            turn = crc32(actor_id.encode())  # so that several do not stand on one another
            places[actor_id] = (
                round(x + _BESIDE * float(np.cos(turn)), 4),
                round(y + _BESIDE * float(np.sin(turn)), 4),
            )
    return {actor_id: places.get(actor_id, (0.0, 0.0)) for actor_id in actor_ids}


def _cast(network: "nx.MultiDiGraph[str]", ids: Sequence[str]) -> _Cast:
    numbers = {actor_id: number for number, actor_id in enumerate(ids)}
    weights = {
        (numbers[actor_id], numbers[other]): weight
        for actor_id, others in tie_weights(network).items()
        for other, weight in others.items()
        if numbers[actor_id] < numbers[other]
    }
    ties = igraph.Graph(len(ids), list(weights))
    ties.es["weight"] = list(weights.values())
    importance = np.array([network.nodes[actor_id]["importance"] for actor_id in ids])
    named = np.isin(np.arange(len(ids)), np.argsort(-importance, kind="stable")[:_NAMED])
    lengths = np.array([min(len(network.nodes[actor_id]["name"]), 32) for actor_id in ids])
    radius = (9 + 12 * np.sqrt(importance)) * min(1.0, (_SMALL / len(ids)) ** 0.5)
    half = np.where(named, np.maximum(radius, 11), radius)
    return _Cast(ties, Boxes(radius, np.where(named, 4 + 6.8 * lengths, 0.0), half, crowd=len(ids) > _CROWD))


def _recall(cast: _Cast, group: Sequence[int], known: Mapping[int, tuple[float, float]]) -> Floats:
    """Return the positions of a group in which some are known; the others start beside those."""
    places = {number: np.array(known[number]) * _CANVAS[0] / 2 for number in group if number in known}
    waiting = [number for number in group if number not in places]
    while waiting:
        beside = {}
        for number in waiting:
            near = [places[other] for other in cast.ties.neighbors(number) if other in places]
            if near:
                turn = 2.4 * number  # the golden angle, so that newcomers do not queue up in one direction
                beside[number] = np.mean(near, axis=0) + 60 * np.array([np.cos(turn), np.sin(turn)])
        places |= beside
        waiting = [number for number in waiting if number not in beside]
    boxes = cast.boxes.of(np.array(group))
    found = np.array([places[number] for number in group])
    inside: Floats = np.clip(found, boxes.low - _CANVAS / 2, np.maximum(_CANVAS / 2 - boxes.high, 0))
    return inside


def _draw(cast: _Cast, group: Sequence[int], *, seed: int) -> Floats:
    """Return the positions of a group that is drawn afresh, about 0, 0."""
    ties = cast.ties.induced_subgraph(group)
    drawn = draw_distances(ties) if len(group) <= _SMALL else draw_communities(ties, seed=seed)
    drawn = drawn - drawn.mean(axis=0)
    axes = np.linalg.svd(drawn, full_matrices=False)[2]
    drawn = drawn @ (axes * np.where(axes[:, :1] < 0, -1, 1)).T  # longest way across
    drawn *= np.maximum(np.hypot(*drawn.T), 1e-9)[:, None] ** -0.3  # more room amid, less for those far out
    if np.ptp(drawn[:, 1]) < np.ptp(drawn[:, 0]) / 6:
        drawn[:, 1] += 0.3 * drawn[:, 0]  # aslant, else a tie runs through the name beside its disc
    extent = np.maximum(np.quantile(np.abs(drawn), 0.99, axis=0), 1e-9)
    shape = extent[0] / extent[1]
    shape *= np.clip(1.5 / shape, 1 / _STRETCH, _STRETCH)
    boxes = cast.boxes.of(np.array(group))
    share = boxes.areas.sum() / cast.boxes.areas.sum()
    area = min(_ROOM * len(group), _CANVAS.prod() * share * (0.9 if share > 0.9 else 0.65))  # several waste some room
    size = np.sqrt([area * shape, area / shape])
    spare = np.clip(np.sqrt(area / (8 * (boxes.radius**2).sum())), 1.0, 2.5)
    return part(part(drawn / extent * size / 2, boxes.spread(float(spare))), boxes)


def _stack(
    positions: Floats, boxes: Boxes, kept: Sequence[int], fresh: Sequence[Sequence[int]], lonely: Sequence[int]
) -> None:
    """Move the fresh groups into shelves below those that keep their places, and the lonely ones into rows below."""
    lows, highs = positions - boxes.low, positions + boxes.high
    bottom = float(lows[kept, 1].min()) - _AIR if kept else 0.0
    corners = np.array([lows[group].min(axis=0) for group in fresh]).reshape(-1, 2)
    sizes = np.array([highs[group].max(axis=0) for group in fresh]).reshape(-1, 2) - corners
    width = float(_CANVAS[0]) if kept else _best_width(sizes)
    shelved, bottom = _shelve(sizes, bottom=bottom, air=_AIR, width=width)
    for group, move in zip(fresh, shelved - corners, strict=True):
        positions[group] += move
    rows = np.array(lonely, dtype=np.int64)
    shelved, _ = _shelve((boxes.low + boxes.high)[rows], bottom=bottom, air=10.0, width=float(_CANVAS[0]))
    positions[rows] = shelved + boxes.low[rows]


def _best_width(sizes: Floats) -> float:
    """Return the width of shelves that makes the whole as wide for its height as the canvas."""
    if not len(sizes):
        return float(_CANVAS[0])
    widths = np.linspace(sizes[:, 0].max(), sizes[:, 0].sum() + _AIR * len(sizes), 30)

    def fills(width: float) -> float:
        corners, bottom = _shelve(sizes, bottom=0.0, air=_AIR, width=width)
        return float(
            max(np.ptp(np.vstack([corners[:, 0], corners[:, 0] + sizes[:, 0]])) / _CANVAS[0], -bottom / _CANVAS[1])
        )

    return float(min(widths, key=fills))


def _shelve(sizes: Floats, *, bottom: float, air: float, width: float) -> tuple[Floats, float]:
    """Return the lower left corners of boxes set side by side on shelves under `bottom`, and the bottom of the last."""
    corners = np.zeros_like(sizes)
    start = 0
    while start < len(sizes):
        ends = np.cumsum(sizes[start:, 0] + air) - air
        stop = start + max(1, int(np.searchsorted(ends, width, side="right")))
        shelf = slice(start, stop)
        height = sizes[shelf, 1].max()
        corners[shelf, 0] = ends[: stop - start] - sizes[shelf, 0] - ends[stop - start - 1] / 2
        corners[shelf, 1] = bottom - (height + sizes[shelf, 1]) / 2
        bottom -= height + air
        start = stop
    return corners, bottom


def _fit(positions: Floats, boxes: Boxes, *, enlarge: bool) -> Floats:
    """Return the positions brought into the canvas, no box over another if there is room."""
    low, high = (positions - boxes.low).min(axis=0), (positions + boxes.high).max(axis=0)
    if enlarge or (low < -_CANVAS / 2).any() or (high > _CANVAS / 2).any():
        scale = _largest_scale(positions, boxes)
        positions = positions * np.minimum(scale, 1.25 * scale.min())
        low, high = (positions - boxes.low).min(axis=0), (positions + boxes.high).max(axis=0)
        positions = positions - (low + high) / 2
    return part(positions, boxes, room=_CANVAS)


def _largest_scale(positions: Floats, boxes: Boxes) -> Floats:
    """Return how much the positions can grow across and up while the boxes, which do not grow, stay in the canvas."""
    small, large = np.zeros(2), np.full(2, _GROWTH)
    for _ in range(30):
        middle = (small + large) / 2
        extent = (positions * middle + boxes.high).max(axis=0) - (positions * middle - boxes.low).min(axis=0)
        small, large = np.where(extent <= _CANVAS, middle, small), np.where(extent <= _CANVAS, large, middle)
    return small
