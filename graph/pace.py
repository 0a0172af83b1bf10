"""How often what is read meanwhile is taken in: seldom enough that the reading itself is hardly slower for it."""

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LEAST = 3.0  # seconds from one taking in to the next
SHARE = 0.05  # of the time, at most, that may go into it


class Pace:
    """Tells when something is due again, by what it cost when it was done last."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing done yet; `clock` gives seconds."""
        self._clock = clock
        self._ended = -math.inf
        self._cost = self._spent = 0.0

    def is_due(self) -> bool:
        """Say whether enough time has gone by; if so, it counts as begun."""
        if self._clock() - self._ended < max(LEAST, max(self._cost, self._spent) / SHARE):
            return False
        self._cost, self._spent, self._ended = self._spent, 0.0, self._clock()
        return True

    @contextmanager
    def measured(self) -> Iterator[None]:
        """Measure a part of what it costs."""
        begun = self._clock()
        yield
        self._ended = self._clock()
        self._spent += self._ended - begun
