"""The log of decisions: nothing in it is ever changed; what is undone or done again is a further entry."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from graph.curation.decisions import Decision


class Act(StrEnum):
    """What an entry of the log does."""

    DECIDE = "decide"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: the `number`-th, written `at` a time (ISO, UTC) by `who`.

    A DECIDE brings a `decision`; an UNDO or REDO is `of` the number of one.
    """

    number: int
    at: str
    who: str
    act: Act
    of: int | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What the entries of a log come to.

    `in_force` are the numbers of the decisions that hold, in the order in which they were made; `undone` those that
    can be done again, the last undone last. A new decision closes the way to do again what was undone before it.
    """

    entries: tuple[Entry, ...] = ()
    in_force: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()

    def decisions(self) -> tuple[tuple[int, Decision], ...]:
        """Return the decisions that hold, with their numbers."""
        made = {entry.number: entry.decision for entry in self.entries if entry.decision is not None}
        return tuple((number, made[number]) for number in self.in_force)

    def entry(self, number: int) -> Entry | None:
        """Return the entry of a number."""
        return next((entry for entry in self.entries if entry.number == number), None)


def add_entries(history: History, entries: Iterable[Entry]) -> History:
    """Return a history with further entries; one that undoes or redoes what it cannot changes nothing."""
    in_force, undone, told = list(history.in_force), list(history.undone), list(history.entries)
    for entry in entries:
        told.append(entry)
        if entry.act is Act.DECIDE:
            in_force.append(entry.number)
            undone.clear()
        elif entry.act is Act.UNDO and entry.of in in_force:
            in_force.remove(entry.of)
            undone.append(entry.of)
        elif entry.act is Act.REDO and entry.of in undone:
            undone.remove(entry.of)
            in_force = sorted([*in_force, entry.of])
    return History(tuple(told), tuple(in_force), tuple(undone))
