"""Measures: who is central, who bridges, which groups there are, each with a sentence that says why.

All are taken on the whole network, as undirected ties weighted by their sentences. What is only denied is no tie.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import igraph
import networkx as nx

from graph.model import Status

MOST_EXACT = 2_000  # actors; above, betweenness is estimated from the paths that start at some of them
SAMPLED = 200
MOST_LISTED = 10
LEAST_SHARE = 0.0005  # of the shortest paths; who is on fewer bridges nothing worth telling


@dataclass(frozen=True, slots=True)
class Finding:
    """An actor that stands out, how far (`value`, of which more is more), and why in a sentence."""

    actor_id: str
    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """Actors that have more ties among themselves than with others, the most important first."""

    name: str
    actor_ids: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Measures:
    """What the whole network says of its actors; treat the mappings as read-only.

    `central` are ranked by the number of others they have ties with, `bridges` by their share of the shortest paths,
    `joints` (without whom others are not tied) by the number of actors cut off; each has ten at most. `groups` are
    the largest first. `betweenness` has the share of shortest paths, 0 to 1, of every actor, `group_of` the place in
    `groups` of those that are in one.
    `note` says how it was reckoned.
    """

    central: tuple[Finding, ...]
    bridges: tuple[Finding, ...]
    joints: tuple[Finding, ...]
    groups: tuple[Group, ...]
    betweenness: Mapping[str, float]
    group_of: Mapping[str, int]
    note: str


def build_measures(network: "nx.MultiDiGraph[str]", *, seed: int = 0) -> Measures:
    """Return the measures of a network (see `graph.network.build_network`), the same each time.

    Groups are the communities of the Leiden method (Traag, Waltman and van Eck, 2019) for modularity. Betweenness
    (Freeman, 1977) is exact up to 2,000 actors and then estimated from the paths that start at 200 of them.
    """
    cast = _Cast(network)
    shares, sampled = _path_shares(cast, seed)
    groups = _find_groups(cast, seed)
    number_of = {member: number for number, group in enumerate(groups) for member in group}
    sentences = "ties weighted by their sentences, what is only denied left out"
    estimate = f"; bridges estimated from the paths that start at {SAMPLED} of {cast.size:,} actors" if sampled else ""
    named = tuple(cast.group(group) for group in groups)
    return Measures(
        central=_central(cast),
        bridges=_bridges(cast, shares, number_of, named),
        joints=_joints(cast),
        groups=named,
        betweenness={cast.ids[number]: share for number, share in enumerate(shares)},
        group_of={cast.ids[member]: number for member, number in number_of.items()},
        note=f"Reckoned on the whole network, {sentences}{estimate}.",
    )


class _Cast:
    """The actors by number, their simple ties, and how to speak of them."""

    def __init__(self, network: "nx.MultiDiGraph[str]") -> None:
        self.ids = list(network)
        self.size = len(self.ids)
        self.names: list[str] = [network.nodes[actor_id]["name"] for actor_id in self.ids]
        self.importance: list[float] = [network.nodes[actor_id]["importance"] for actor_id in self.ids]
        numbers = {actor_id: number for number, actor_id in enumerate(self.ids)}
        weights: Counter[tuple[int, int]] = Counter()
        for source, target, data in network.edges(data=True):
            if source != target and data["status"] != Status.NEGATED:
                a, b = numbers[source], numbers[target]
                weights[min(a, b), max(a, b)] += data["weight"]
        self.ties = igraph.Graph(self.size, list(weights), edge_attrs={"weight": list(weights.values())})
        self.around: list[list[int]] = self.ties.get_adjlist()
        self.told: list[int] = self.ties.strength(weights="weight") if self.size else []
        self.parts: list[list[int]] = list(self.ties.connected_components())

    def ranked(self, members: Sequence[int]) -> list[int]:
        """Return actors with the most important first."""
        return sorted(members, key=lambda member: (-self.importance[member], self.names[member], self.ids[member]))

    def name_some(self, members: Sequence[int], most: int = 2) -> str:
        """Return the names of the most important ones: "Ann Hale and Bob Dorn"."""
        return " and ".join(self.names[member] for member in self.ranked(members)[:most])

    def group(self, members: Sequence[int]) -> Group:
        """Return a community as it is told of."""
        within = set(members)
        inside = sum(other in within for member in members for other in self.around[member]) // 2
        total = sum(len(self.around[member]) for member in members) - inside
        why = f"{inside} of the {_counted(total, 'tie')} of these {len(members)} actors are among themselves"
        ranked = self.ranked(members)
        return Group(self.name_some(ranked), tuple(self.ids[member] for member in ranked), why)


def _central(cast: _Cast) -> tuple[Finding, ...]:
    """Return who has ties with the most others (degree centrality; Freeman, 1978): counts that a reader can check."""
    tied = [number for number in range(cast.size) if cast.around[number]]
    tied.sort(key=lambda n: (-len(cast.around[n]), -cast.told[n], cast.names[n], cast.ids[n]))
    return tuple(
        Finding(cast.ids[n], len(cast.around[n]) / (cast.size - 1), _why_central(cast, n)) for n in tied[:MOST_LISTED]
    )


def _why_central(cast: _Cast, number: int) -> str:
    around = cast.around[number]
    others = f"tied to {len(around)} of {_counted(cast.size - 1, 'other actor')}"
    told = f"in {_counted(int(cast.told[number]), 'sentence')}"
    return f"{others} {told}, {'among them ' if len(around) > 2 else ''}{cast.name_some(around)}"


def _path_shares(cast: _Cast, seed: int) -> tuple[list[float], bool]:
    """Return for each actor the share of the shortest paths between others that it is on, and whether it is estimated.

    The paths are those between all pairs of other actors that are tied at all, each pair counting as one.
    """
    sampled = cast.size > MOST_EXACT
    if sampled:
        starts = random.Random(seed).sample(range(cast.size), SAMPLED)  # noqa: S311 - a sample, no secret
        counts = cast.ties.betweenness(directed=False, sources=starts)
        scale = cast.size / SAMPLED
    else:
        counts, scale = cast.ties.betweenness(directed=False) if cast.size else [], 1.0
    shares = [0.0] * cast.size
    for part in cast.parts:
        pairs = (len(part) - 1) * (len(part) - 2) / 2
        for number in part:
            shares[number] = min(counts[number] * scale / pairs, 1.0) if pairs else 0.0
    return shares, sampled


def _bridges(
    cast: _Cast, shares: list[float], number_of: Mapping[int, int], groups: Sequence[Group]
) -> tuple[Finding, ...]:
    """Return who is on the most shortest paths, weighed by how many actors those join."""
    size_of = {number: len(part) for part in cast.parts for number in part}
    value = [share * (size_of[number] / cast.size) ** 2 for number, share in enumerate(shares)]
    ranked = sorted(range(cast.size), key=lambda n: (-value[n], cast.names[n], cast.ids[n]))
    return tuple(
        Finding(cast.ids[n], shares[n], f"on {_share(shares[n])} shortest paths{_joins(cast, n, number_of, groups)}")
        for n in ranked[:MOST_LISTED]
        if shares[n] >= LEAST_SHARE
    )


def _joins(cast: _Cast, number: int, number_of: Mapping[int, int], groups: Sequence[Group]) -> str:
    """Say whom an actor joins: actors that have no tie without it, or else another group than its own."""
    apart = _without(cast, number)
    if len(apart) > 1:
        first, second = (cast.name_some(part, 1) for part in apart[:2])
        return f"; {first} and {second} are tied only this way"
    strangers = Counter(number_of[n] for n in cast.around[number] if number_of.get(n) != number_of.get(number))
    if not strangers:
        return ""
    other = min(strangers, key=lambda group: (-strangers[group], group))
    return f"; a bridge to the group of {groups[other].name}"


def _joints(cast: _Cast) -> tuple[Finding, ...]:
    """Return the articulation points, those first without whom the most actors are cut off from the largest part."""
    cut = _cut_off(cast)
    found = []
    for number in sorted(cut, key=lambda n: (-cut[n], cast.names[n], cast.ids[n]))[:MOST_LISTED]:
        first, second = (cast.name_some(part, 1) for part in _without(cast, number)[:2])
        why = f"{first} and {second} are tied only this way; {_counted(cut[number], 'actor')} would be cut off"
        found.append(Finding(cast.ids[number], cut[number], why))
    return tuple(found)


def _cut_off(cast: _Cast) -> dict[int, int]:
    """Return for each articulation point how many actors its loss cuts off from the largest part that remains.

    Blocks (parts that hold together without any one actor) and the points where they touch make a forest (Hopcroft and
    Tarjan, 1973); how many actors hang below each of its nodes is summed from the leaves up.
    """
    if not cast.size:
        return {}
    blocks, points = cast.ties.biconnected_components(return_articulation_points=True)
    node_of = {point: len(blocks) + place for place, point in enumerate(points)}
    edges = [(number, node_of[actor]) for number, block in enumerate(blocks) for actor in block if actor in node_of]
    forest = igraph.Graph(len(blocks) + len(points), edges)
    below = [sum(actor not in node_of for actor in block) for block in blocks] + [1] * len(points)
    cut = {}
    for tree in forest.connected_components():
        if len(tree) > 1:
            nodes, _, parents = forest.bfs(tree[0])
            for node in reversed(nodes[1:]):
                below[parents[node]] += below[node]
            for node in nodes:
                if node >= len(blocks):  # the root is a block, so every point has a parent
                    parts = [below[child] for child in forest.neighbors(node) if child != parents[node]]
                    parts.append(below[tree[0]] - below[node])
                    cut[points[node - len(blocks)]] = sum(parts) - max(parts)
    return cut


def _without(cast: _Cast, number: int) -> list[list[int]]:
    """Return the parts into which an actor's part falls when it is taken away, the largest first."""
    left = set(cast.around[number])
    parts = []
    while left:
        seen, frontier = {number}, [min(left)]
        while frontier:
            seen.update(frontier)
            frontier = list({b for a in frontier for b in cast.around[a]} - seen)
        left -= seen
        parts.append(sorted(seen - {number}))
    return sorted(parts, key=lambda part: (-len(part), part))


def _find_groups(cast: _Cast, seed: int) -> list[list[int]]:
    """Return the communities of at least two actors, the largest first."""
    if not cast.ties.ecount():
        return []
    igraph.set_random_number_generator(random.Random(seed))  # noqa: S311 - to find the same groups each time
    found = cast.ties.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
    groups = [sorted(group) for group in found if len(group) > 1]
    return sorted(groups, key=lambda group: (-len(group), group))


def _share(share: float) -> str:
    """Return a share in words: "41 of 100"; the smaller it is, the more it is of."""
    whole = next((whole for whole in (100, 1_000) if share * whole >= 1), 10_000)
    return f"{round(share * whole)} of {whole:,}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
