"""Pairs of actors that may be one and the same, the likeliest first, each with what speaks for it and against it.

Actors are joined by `graph.resolve` only where nothing speaks against it. What is left apart there, though the names
are alike, is put before the reader.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from math import log2

from graph.curation import Curated
from graph.filters import fold
from graph.model import Actor, KnowledgeBase

Words = tuple[str, ...]

MOST_PAIRS = 200
LEAST = 0.35  # what scores less is not worth asking
_PERSON = "person"
_SHARED_BY_MANY = 40  # a word that so many names have tells nothing
_ALIKE = 0.8  # of two spellings of a name
_EMPTY_WORDS = frozenset("the of and for a an in co inc ltd llc plc corp company group".split())


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that may be one. `first` has the fuller name; `score` lies in 0..1; `reasons` are in words.

    `against` are the reasons to keep them apart.
    """

    first: str
    second: str
    score: float
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def find_pairs(state: Curated, *, most: int = MOST_PAIRS) -> tuple[Pair, ...]:
    """Return the pairs that the reader has not decided on yet, the likeliest first."""
    kb = state.kb
    context = _Context(kb)
    pairs = []
    for one, other in _candidates(kb.actors.values()):
        if frozenset((one.id, other.id)) in state.asked:
            continue
        alike, reason = _alike(one, other)
        if alike:
            pair = context.weigh(one, other, alike, reason)
            if pair.score >= LEAST:
                pairs.append(pair)
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.first, pair.second))[:most])


def _candidates(actors: Iterable[Actor]) -> Iterator[tuple[Actor, Actor]]:
    """Yield each two actors whose names have a word, its beginning or their initials in common, once."""
    by_key: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        for key in _keys(actor):
            by_key[key][actor.id] = actor
    told: set[tuple[str, str]] = set()
    for sharing in by_key.values():
        if len(sharing) > _SHARED_BY_MANY:
            continue
        for one, other in combinations(sorted(sharing.values(), key=lambda actor: actor.id), 2):
            if (one.id, other.id) not in told:
                told.add((one.id, other.id))
                yield one, other


def _keys(actor: Actor) -> Iterator[str]:
    for name in (actor.name, *actor.aliases):
        words = _words(name)
        yield from words
        if actor.kind == _PERSON and len(words) > 1:
            yield f"{words[0][:1]}. {words[-1][:3]}"
        if len(words) > 2:
            yield _initials(words)


@lru_cache(1 << 16)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for raw in fold(name).replace("-", " ").split() if (word := raw.strip(".,'’\"“”()")))


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words if word not in _EMPTY_WORDS)


def _alike(one: Actor, other: Actor) -> tuple[float, str]:
    """Return how alike two actors are called, from 0 to 1, and in which way in words."""
    a, b = _words(one.name), _words(other.name)
    if not a or not b:
        return 0.0, ""
    if one.kind != other.kind:
        return (0.6, f"both are called “{one.name}”") if a == b else (0.0, "")
    if a == b:
        return 0.9, f"both are called “{one.name}”"
    alike = _persons(a, b) if one.kind == _PERSON else _bodies(a, b)
    if alike[0]:
        return alike
    shared = {*map(fold, one.aliases)} & {*map(fold, other.aliases)} - {"".join(a[-1:]), "".join(b[-1:])}
    return (0.6, f"both are also called “{max(shared, key=len)}”") if shared else (0.0, "")


def _persons(a: Words, b: Words) -> tuple[float, str]:
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        if short[0] == long[-1]:
            return 0.6, "one has only the surname of the other"
        return (0.45, "one has only the first name of the other") if short[0] == long[0] else (0.0, "")
    firsts, lasts = (short[0], long[0]), (short[-1], long[-1])
    if lasts[0] == lasts[1]:
        if firsts[0] == firsts[1]:
            return 0.85, "same first name and surname"
        if 1 in map(len, firsts) and firsts[0][0] == firsts[1][0]:
            return 0.8, "same surname, and the initial fits the first name"
        if _is_like(*firsts, _ALIKE) or firsts[0].startswith(firsts[1]) or firsts[1].startswith(firsts[0]):
            return 0.75, "same surname, and the first names are spelt alike"
        return 0.0, ""
    if firsts[0] == firsts[1] and _is_like(*lasts, _ALIKE):
        return 0.75, "same first name, and the surnames are spelt alike"
    return 0.0, ""


def _bodies(a: Words, b: Words) -> tuple[float, str]:
    short, long = sorted((a, b), key=len)
    core = [{*words} - _EMPTY_WORDS for words in (short, long)]
    if core[0] == core[1]:
        return 0.85, "the names differ in small words only"
    if len(short) == 1 and len(long) > 2 and short[0] == _initials(long):
        return 0.8, "one is made of the initials of the other"
    if core[0] and core[0] < core[1]:
        return 0.5, "one name is a part of the other"
    return (0.7, "the names are spelt alike") if _is_like(" ".join(a), " ".join(b), 0.9) else (0.0, "")


def _is_like(one: str, other: str, least: float) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least and matcher.ratio() >= least


class _Context:
    """What stands around actors: with whom they have ties, and in which articles."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        for relation in kb.relations.values():
            self._near[relation.source].add(relation.target)
            self._near[relation.target].add(relation.source)

    def weigh(self, one: Actor, other: Actor, alike: float, reason: str) -> Pair:
        """Return a pair with its score: how alike the names are, moved by what stands around them."""
        reasons, against, score = [reason], [], alike
        shared = self._near[one.id] & self._near[other.id]
        if shared:
            score += 0.05 * log2(1 + len(shared))
            reasons.append(f"both have ties with {self._named(shared)}")
        roles = {*map(fold, one.roles)} & {*map(fold, other.roles)}
        if roles:
            score += 0.15
            reasons.append(f"both are {sorted(roles)[0]}")
        if other.id in self._near[one.id]:
            score -= 0.3
            against.append("a sentence ties one to the other")
        together = {m.article_id for m in one.mentions} & {m.article_id for m in other.mentions}
        if together and len(_words(one.name)) > 1 and len(_words(other.name)) > 1:
            score -= 0.1
            against.append(f"{len(together):,} article{'s tell' if len(together) > 1 else ' tells'} of both")
        first, second = sorted((one, other), key=_fullness)
        return Pair(first.id, second.id, round(min(1.0, max(0.0, score)), 2), tuple(reasons), tuple(against))

    def _named(self, actor_ids: Collection[str]) -> str:
        actors: Mapping[str, Actor] = self._kb.actors
        best = sorted(actor_ids, key=lambda i: (-len(actors[i].mentions), i))[:2]
        return " and ".join(actors[i].name for i in best)


def _fullness(actor: Actor) -> tuple[int, int, int, str]:
    """Return what puts the better name first: no initials, more words, more mentions."""
    words = _words(actor.name)
    return sum(len(word) == 1 for word in words), -len(words), -len(actor.mentions), actor.id
