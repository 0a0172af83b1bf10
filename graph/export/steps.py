"""Work that is done in steps: whoever waits for it learns how far it is, and may end it between two of them."""

from collections.abc import Generator, Iterable
from typing import TypeVar

T = TypeVar("T")

InSteps = Generator[int, None, T]
"""Gives the percentage that is done, 1 to 99 and rising, and returns what was made. Closed, it makes nothing more."""


class Steps:
    """Counts the steps of a work; one that cannot be parted stands for as many as would take as long."""

    def __init__(self, total: int) -> None:
        self._total = max(1, total)
        self._done = self._told = 0

    def each(self, items: Iterable[T]) -> InSteps[list[T]]:
        """Return the items in a list; each is a step, which is taken as it is asked for."""
        made = []
        for item in items:
            made.append(item)
            yield from self.past(1)
        return made

    def past(self, steps: int) -> InSteps[None]:
        """Tell that so many steps are done."""
        self._done += steps
        percentage = min(99, 100 * self._done // self._total)
        if percentage > self._told:
            self._told = percentage
            yield percentage


def whole(work: InSteps[T]) -> T:
    """Return what a work makes once all its steps are done."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: T = end.value
            return made
