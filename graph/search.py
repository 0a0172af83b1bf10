"""Search: actors by what they are called, ranked as a reader who types expects."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from graph.filters import fold
from graph.model import Actor, KnowledgeBase

MOST_FOUND = 20


@dataclass(frozen=True, slots=True)
class Found:
    """An actor that a search found: `matched` is the name or alias that holds the text."""

    actor_id: str
    name: str
    kind: str
    matched: str


class Search:
    """The names of a knowledge base, ready to be searched; the folding is done at the first search."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._actors = kb.actors

    def find(self, text: str, *, limit: int = MOST_FOUND) -> tuple[Found, ...]:
        """Return the actors whose name or alias holds the text, without regard to case and accents, best first.

        First come names that begin with it, then names in which a word does, then aliases in which one does, then
        names and aliases that hold it elsewhere; among equals a whole name before a part of one, and the most
        mentioned first. A text without a letter finds nobody.
        """
        wanted = fold(text)
        if not wanted:
            return ()
        found = []
        for actor, names in self._names:
            best = min(_ranked(wanted, names), default=None)
            if best is not None:
                rank, place = best
                key = (rank, names[place] != wanted, -len(actor.mentions), actor.name)
                found.append((key, Found(actor.id, actor.name, actor.kind, _called(actor)[place])))
        return tuple(each for _, each in sorted(found, key=lambda pair: pair[0])[:limit])

    @cached_property
    def _names(self) -> list[tuple[Actor, list[str]]]:
        return [(actor, [fold(name) for name in _called(actor)]) for actor in self._actors.values()]


def _called(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)


def _ranked(wanted: str, names: list[str]) -> Iterator[tuple[int, int]]:
    """Yield for each name that holds the text how well it does, the best being 0, and which name it is."""
    for place, name in enumerate(names):
        if wanted in name:
            is_alias = place > 0
            if name.startswith(wanted):
                yield 2 if is_alias else 0, place
            elif _begins_word(wanted, name):
                yield 2 if is_alias else 1, place
            else:
                yield 3, place


def _begins_word(part: str, name: str) -> bool:
    """Tell whether a part of a folded name stands where a word begins: "asad" in "al-asad", not in "basad"."""
    at = name.find(part)
    while at > 0 and name[at - 1].isalnum():
        at = name.find(part, at + 1)
    return at >= 0
