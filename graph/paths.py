"""Paths: how one actor is tied to another, over whom, and who stands around them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise

from graph.model import KnowledgeBase, Status
from graph.ties import Tie, Ties

MOST_PATHS = 12
MOST_NEAR = 3
MOST_STEPS = 3  # of an ego network

Distances = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Ego:
    """The actors around one: `rings` has those at no step (itself), one step, two steps, ..., by name within a ring.

    `relation_ids` are all relations among them.
    """

    rings: tuple[tuple[str, ...], ...]
    relation_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a path. `relation_ids` are best told first; `claim_id` is the claim that says it best.

    `status` is that claim's; `strength` lies from 0 to 1 (see `graph.ties.strength_of`), and is 0 for a denial.
    """

    source: str
    target: str
    relation_ids: tuple[str, ...]
    claim_id: str
    status: Status
    strength: float


@dataclass(frozen=True, slots=True)
class Route:
    """A path from one actor to another; `strength` is that of its weakest hop."""

    actor_ids: tuple[str, ...]
    hops: tuple[Hop, ...]
    strength: float


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two actors that no relation ties but whom the same sentences or articles name.

    `first` is within reach of the one asked about, `first_steps` away, `second` within reach of the other.
    """

    first: str
    second: str
    first_steps: int
    second_steps: int
    sentences: int
    articles: int


@dataclass(frozen=True, slots=True)
class Routes:
    """How two actors are tied: the `best` of all `total` shortest paths, the firmest first.

    Where there is none, `nearest` has the pairs that come closest to a bridge. `explanation` says all this in words.
    """

    source: str
    target: str
    best: tuple[Route, ...]
    total: int
    nearest: tuple[NearPair, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class SharedTie:
    """An actor that has a tie with both of two: the hops from each to it, and the strength of the weaker one."""

    actor_id: str
    first: Hop
    second: Hop
    strength: float


def find_ego(ties: Ties, kb: KnowledgeBase, actor_id: str, *, steps: int = 1) -> Ego:
    """Return who stands at most 1 to 3 steps from an actor; denied ties count, for a denial is news of both."""
    if actor_id not in ties:
        return Ego((), ())
    distances = _distances(ties, actor_id, most=min(max(steps, 1), MOST_STEPS))
    rings: dict[int, list[str]] = {}
    for other, distance in distances.items():
        rings.setdefault(distance, []).append(other)
    within = {pair_tie.relation_ids for a in distances for b, pair_tie in ties[a].items() if b in distances}
    kept = {relation_id for relation_ids in within for relation_id in relation_ids}
    return Ego(
        rings=tuple(tuple(sorted(ring, key=lambda i: (kb.actors[i].name, i))) for ring in rings.values()),
        relation_ids=tuple(relation_id for relation_id in kb.relations if relation_id in kept),
    )


def find_shared(ties: Ties, kb: KnowledgeBase, first: str, second: str) -> tuple[SharedTie, ...]:
    """Return the actors that have ties with both of two, the best tied first; what is only denied is no tie."""
    if first not in ties or second not in ties:
        return ()
    common = [other for other, tie in ties[first].items() if other in ties[second] and not tie.is_only_denied]
    shared = [
        SharedTie(
            other,
            _hop(first, other, ties),
            _hop(second, other, ties),
            min(ties[first][other].strength, ties[second][other].strength),
        )
        for other in common
        if not ties[second][other].is_only_denied
    ]
    return tuple(sorted(shared, key=lambda tie: (-tie.strength, kb.actors[tie.actor_id].name)))


def find_routes(ties: Ties, kb: KnowledgeBase, source: str, target: str, *, most: int = MOST_PATHS) -> Routes:
    """Return all shortest paths between two actors, whichever way their relations point, at most so many.

    Those come first whose weakest hop is strongest; among equals, those with more strength in all. Ties that are only
    denied are taken where nothing else joins the two, and then count for nothing.
    """
    if source not in ties or target not in ties:
        return Routes(source, target, (), 0, (), "One of the two is not named in these articles; choose it anew.")
    firm = {a: {b: tie for b, tie in around.items() if not tie.is_only_denied} for a, around in ties.items()}
    for allowed in (firm, ties):
        distances = _distances(allowed, target)
        if source in distances and source != target:
            break
    else:
        nearest = _nearest(firm, kb, source, target) if source != target else ()
        return Routes(source, target, (), 0, nearest, _explain_none(kb, source, target, nearest))
    walk = _Walk(allowed, distances, source)
    best = tuple(sorted(walk.best(most), key=lambda route: (-route.strength, -sum(h.strength for h in route.hops))))
    total = walk.total()
    return Routes(source, target, best, total, (), _explain(kb, source, target, best, total))


class _Walk:
    """The shortest paths from an actor to where `distances` are reckoned from."""

    def __init__(self, ties: Ties, distances: Distances, source: str) -> None:
        self._ties = ties
        self._distances = distances
        self._source = source
        self._reach: dict[str, float] = {}
        self._count: dict[str, int] = {}
        for actor_id in sorted(self._on_the_way(), key=distances.__getitem__):
            onward = list(self._onward(actor_id))
            self._count[actor_id] = sum(self._count[other] for other, _ in onward) or 1
            self._reach[actor_id] = max((min(t.strength, self._reach[other]) for other, t in onward), default=1.0)

    def total(self) -> int:
        """Return how many there are."""
        return self._count[self._source]

    def best(self, most: int) -> Iterator[Route]:
        """Yield the paths whose weakest hop is strongest, at most so many.

        Of all beginnings the one is followed that can still become the best, so that no other path need be built.
        """
        heap: list[tuple[float, tuple[str, ...]]] = [(-self._reach[self._source], (self._source,))]
        while heap and most:
            weakest, actor_ids = heappop(heap)
            if not self._distances[actor_ids[-1]]:
                most -= 1
                yield self._route(actor_ids, -weakest)
            for other, tie in self._onward(actor_ids[-1]):
                heappush(heap, (max(weakest, -min(tie.strength, self._reach[other])), (*actor_ids, other)))

    def _onward(self, actor_id: str) -> Iterator[tuple[str, Tie]]:
        for other, tie in self._ties[actor_id].items():
            if self._distances.get(other, -1) == self._distances[actor_id] - 1:
                yield other, tie

    def _on_the_way(self) -> set[str]:
        seen, frontier = {self._source}, [self._source]
        while frontier:
            frontier = list({other for actor_id in frontier for other, _ in self._onward(actor_id)})
            seen.update(frontier)
        return seen

    def _route(self, actor_ids: tuple[str, ...], strength: float) -> Route:
        hops = (_hop(a, b, self._ties) for a, b in pairwise(actor_ids))
        return Route(actor_ids, tuple(hops), strength)


def _hop(source: str, target: str, ties: Ties) -> Hop:
    tie = ties[source][target]
    return Hop(source, target, tie.relation_ids, tie.claim.id, tie.claim.status, tie.strength)


def _distances(ties: Ties, start: str, *, most: int | None = None) -> dict[str, int]:
    """Return how many steps each actor within reach stands from one, the nearest first."""
    distances, frontier = {start: 0}, [start]
    while frontier and distances[frontier[0]] != most:
        step = distances[frontier[0]] + 1
        frontier = list(dict.fromkeys(b for a in frontier for b in ties[a] if b not in distances))
        distances.update(dict.fromkeys(frontier, step))
    return distances


def _nearest(ties: Ties, kb: KnowledgeBase, source: str, target: str) -> tuple[NearPair, ...]:
    """Return the pairs, one within reach of each, that the most sentences name together, then the most articles.

    Among equals the pair is better that stands fewer steps from those asked about. What no article names together is
    no pair: that two names are alike proves nothing.
    """
    here, there = _distances(ties, source), _distances(ties, target)
    by_article = _places(kb, there)
    found: dict[tuple[str, str], tuple[set[tuple[str, int]], set[str]]] = {}
    for first in here:
        for mention in kb.actors[first].mentions:
            for second, sentences in by_article.get(mention.article_id, {}).items():
                together = found.setdefault((first, second), (set(), set()))
                together[1].add(mention.article_id)
                if mention.sentence in sentences:
                    together[0].add((mention.article_id, mention.sentence))
    pairs = [
        NearPair(first, second, here[first], there[second], len(sentences), len(articles))
        for (first, second), (sentences, articles) in found.items()
    ]
    pairs.sort(key=lambda p: (-p.sentences, p.first_steps + p.second_steps, -p.articles, p.first, p.second))
    return tuple(pairs[:MOST_NEAR])


def _places(kb: KnowledgeBase, actor_ids: Distances) -> dict[str, dict[str, set[int]]]:
    """Return for each article the actors that it names, with the numbers of the sentences."""
    places: dict[str, dict[str, set[int]]] = {}
    for actor_id in actor_ids:
        for mention in kb.actors[actor_id].mentions:
            places.setdefault(mention.article_id, {}).setdefault(actor_id, set()).add(mention.sentence)
    return places


def _explain(kb: KnowledgeBase, source: str, target: str, best: tuple[Route, ...], total: int) -> str:
    ends = f"{kb.actors[source].name} and {kb.actors[target].name}"
    steps = len(best[0].hops)
    if any(hop.status is Status.NEGATED for hop in best[0].hops):
        return f"Only denials lead from {kb.actors[source].name} to {kb.actors[target].name}; nothing else joins them."
    if steps == 1:
        return f"{ends} have a direct tie."
    paths = "one shortest path" if total == 1 else f"{total:,} shortest paths"
    shown = f", of which the {len(best)} firmest are shown" if total > len(best) else ""
    return f"{ends} are {steps} steps apart: {paths}{shown}."


def _explain_none(kb: KnowledgeBase, source: str, target: str, nearest: tuple[NearPair, ...]) -> str:
    if source == target:
        return f"{kb.actors[source].name} is both ends; choose two different actors."
    ends = f"No chain of relations joins {kb.actors[source].name} and {kb.actors[target].name}"
    if not nearest:
        return f"{ends}, and no article names anybody within reach of both."
    pair = nearest[0]
    where = _counted(pair.sentences, "sentence") if pair.sentences else _counted(pair.articles, "article")
    names = f"{kb.actors[pair.first].name} and {kb.actors[pair.second].name}"
    return f"{ends}. The nearest are {names}, whom {where} name{'s' if where.startswith('1 ') else ''} together."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
