"""Work done ahead of its turn by several threads, and handed on in the order in which it came."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from itertools import islice
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

PER_THREAD = 8  # pieces of work that are taken ahead: what takes long then keeps few others waiting

Work = TypeVar("Work")
Result = TypeVar("Result")


class Ahead(Generic[Work, Result]):
    """Pieces of work on their way through `do`. One thread puts and takes, any may drop.

    The threads are daemons, so that a process can end in the middle of a piece. A further one is begun only when there
    is more than those before it are given ahead: for a few pieces one is enough.
    """

    def __init__(self, do: Callable[[Work], Result], *, threads: int) -> None:
        self._do = do
        self._threads = threads
        self._begun = 0
        self._pieces: deque[tuple[Work, Future[Result]]] = deque()  # put and not taken, in order
        self._waiting: SimpleQueue[tuple[Work, Future[Result]] | None] = SimpleQueue()

    @property
    def is_full(self) -> bool:
        """Tell whether no more should be put before one is taken."""
        return len(self._pieces) >= self._threads * PER_THREAD

    @property
    def pending(self) -> tuple[Work, ...]:
        """Return what was put and not taken, in order."""
        return tuple(work for work, _ in tuple(self._pieces))

    @property
    def current(self) -> tuple[Work, ...]:
        """Return what is done at the moment, in order."""
        undone = (work for work, future in tuple(self._pieces) if not future.done())
        return tuple(islice(undone, self._begun))

    def put(self, work: Work) -> None:
        """Have a piece of work done."""
        piece: tuple[Work, Future[Result]] = (work, Future())
        self._pieces.append(piece)
        self._waiting.put(piece)
        if self._begun < min(self._threads, 1 + (len(self._pieces) - 1) // PER_THREAD):
            self._begun += 1
            Thread(target=self._work, daemon=True, name=f"ahead-{self._begun}").start()

    def take(self) -> tuple[Work, Future[Result]] | None:
        """Wait for the first piece that was put and not dropped, and return it; None if there is none."""
        while self._pieces:
            work, future = self._pieces[0]
            with suppress(CancelledError):
                future.exception()
            self._pieces.popleft()
            if not future.cancelled():
                return work, future
        return None

    def drop(self) -> None:
        """Do nothing of what was not begun."""
        for _, future in tuple(self._pieces):
            future.cancel()

    def close(self) -> None:
        """Let the threads end once all is done."""
        for _ in range(self._begun):
            self._waiting.put(None)

    def _work(self) -> None:
        while (piece := self._waiting.get()) is not None:
            work, future = piece
            if future.set_running_or_notify_cancel():
                try:
                    future.set_result(self._do(work))
                except BaseException as problem:  # noqa: BLE001 - raised where the piece is taken
                    future.set_exception(problem)


def in_order(do: Callable[[Work], Result], works: Iterable[Work], *, threads: int) -> Iterator[Result]:
    """Give what `do` makes of each piece, in order. Raises what it raises; then nothing more is begun."""
    ahead = Ahead(do, threads=threads)
    try:
        for work in works:
            ahead.put(work)
            if ahead.is_full and (piece := ahead.take()):
                yield piece[1].result()
        while piece := ahead.take():
            yield piece[1].result()
    finally:
        ahead.drop()
        ahead.close()
