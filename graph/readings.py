"""Readings: what is to be read waits in a queue that outlives the process, and is read in the background in its order.

Several rows are opened and read at once where the reader can; what was read is kept row by row, in the queue's order.
"""

import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from threading import Lock, Thread
from types import MappingProxyType
from typing import NamedTuple
from uuid import uuid4

from graph.ahead import Ahead
from graph.articles import Draft, Facts, is_clear, is_feed, read_links, tables_in, unpack
from graph.errors import ArticleError, DramatisError
from graph.fetching import Fetched
from graph.model import Article, Extraction, ReadingProgress
from graph.waiting import Kind, Outcome, Queue, Waiting

Source = tuple[str, bytes | str | None]  # a name and what is in it, or an address that is to be fetched and None
SEEDS_JOB = "seeds"
HELD_JOB = "held"  # of what waits for an answer; it is in no report and never run
BYTES_AHEAD = 20_000_000  # of the queue that are in memory; a row that is larger is there alone
LOST = "The reading was interrupted. Add the articles that are missing again."

logger = logging.getLogger(__name__)


class Held(NamedTuple):
    """What was fetched and waits until it is said which columns hold what: of `all_tables`, or of those in doubt."""

    number: int
    name: str
    raw: bytes
    all_tables: bool


Read = Article | Extraction  # an article that is there already, or what a new one says
Opened = Read | list[Waiting | ArticleError]  # what was read of a row, or found in it


class Readings:
    """The jobs of reading on a library; safe to use from several threads."""

    def __init__(
        self,
        queue: Queue,
        read: Callable[[Draft], Read],
        keep: Callable[[Read, str], tuple[Article, bool]],
        fetch: Callable[[str], Fetched],
        *,
        at_once: int = 1,
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """Open a queue.

        `read` is called by up to `at_once` threads, `keep` by one for each job: it tells the article and whether it is
        new. `fetch` gives what is at an address, `done` is called when all that was read in the background is kept.
        """
        self._queue = queue
        self._read = read
        self._keep = keep
        self._fetch = fetch
        self._at_once = at_once
        self._done = done
        self._lock = Lock()
        self._ahead: dict[str, Ahead[Waiting, Opened]] = {}
        self._began: dict[str, tuple[float, int]] = {}
        self._jobs = {job: _progress(rows) for job, rows in queue.queued().items() if job != HELD_JOB}

    @property
    def latest(self) -> str | None:
        """The reader's job that was begun last, None if there is none."""
        return next((job for job in reversed(self._jobs) if job != SEEDS_JOB), None)

    @property
    def under_way(self) -> bool:
        """Whether something is being read."""
        return any(job in self._began and not now.finished for job, now in self._jobs.items())

    def start(
        self,
        sources: Iterable[Source],
        *,
        asking: bool = False,
        all_tables: bool = False,
        answers: Mapping[int, bytes] = MappingProxyType({}),
    ) -> str:
        """Read sources in the background and return the job's id; a job that is under way takes them too.

        With `asking`, tables at addresses whose names leave open what their columns hold are `held` until it is said,
        with `all_tables` all of them. In `answers` are those that were held, by their numbers, as they are to be read.
        """
        address = Kind.ASKING_ALL if all_tables else Kind.ASKING if asking else Kind.ADDRESS
        with self._lock:
            job = next((job for job, now in self._jobs.items() if job in self._began and not now.finished), None)
            is_new = job is None
            if job is None:
                self._forget()
                job = uuid4().hex
            self._append(job, sources, address, answers)
        if is_new:
            self._go(job)
        return job

    def prepare(self, sources: Iterable[Source], job: str = "") -> str:
        """Put sources in the queue for `run` and return the job's id; reports of former jobs are let go."""
        with self._lock:
            self._forget(job)
            job = job or uuid4().hex
            self._append(job, sources)
            return job

    def held(self) -> tuple[Held, ...]:
        """Return what was fetched and waits until it is said which columns of its tables hold what."""
        return tuple(
            Held(row.number, row.draft.name, row.draft.raw, row.kind is Kind.ASKING_ALL)
            for row in self._held_rows()
            if isinstance(row.draft.raw, bytes)
        )

    def let_go(self, numbers: Collection[int]) -> None:
        """Read nothing of what is held under these numbers."""
        with self._lock:
            for number in numbers:
                self._queue.unfold(number, HELD_JOB, [])

    @property
    def is_left(self) -> bool:
        """Whether there are jobs that a former process left unfinished, or that another one is reading."""
        return bool(self._left())

    def resume(self) -> tuple[str, ...]:
        """Go on with the jobs that a former process left unfinished, and return them; none while another reads here."""
        left = self._left()
        if not left or not self._queue.claim_queue():
            return ()
        for job in left:
            self._go(job)
        return left

    def _forget(self, job: str = "") -> None:
        """Let go of the reports of former jobs, and of all of a job that is done anew."""
        for former, progress in list(self._jobs.items()):
            if progress.finished or former == job:
                self._queue.drop_from_queue(former)
                self._jobs = {name: kept for name, kept in self._jobs.items() if name != former}

    def _held_rows(self) -> Iterator[Waiting]:
        row = self._queue.next_in_queue(HELD_JOB)
        while row is not None:
            yield row
            row = self._queue.next_in_queue(HELD_JOB, after=row.number)

    def _left(self) -> tuple[str, ...]:
        jobs = self._jobs.items()
        return tuple(job for job, now in jobs if not now.finished and job not in self._began and job != SEEDS_JOB)

    def progress(self, job: str) -> ReadingProgress:
        """Return how far a job has come; one that is not known is finished with a problem."""
        progress = self._jobs.get(job, ReadingProgress(total=0, finished=True, problems=(LOST,)))
        if ahead := self._ahead.get(job):
            progress = replace(progress, current=", ".join(waiting.draft.name for waiting in ahead.current))
        begun, done = self._began.get(job, (0.0, progress.done))
        if progress.finished or progress.done == done:
            return progress
        pace = (time.monotonic() - begun) / (progress.done - done)
        return replace(progress, seconds_left=pace * (progress.total - progress.done))

    def cancel(self, job: str) -> None:
        """Read nothing more of a job; what is being read at the moment is still read."""
        with self._lock:
            if job in self._jobs and not self._jobs[job].finished:
                self._queue.drop_from_queue(job, only_waiting=True)
                if job in self._ahead:
                    self._ahead[job].drop()
                self._note(job, replace(self._jobs[job], cancelled=True))

    def tell(self, job: str, progress: ReadingProgress) -> None:
        """Say how far something that is in no queue has come."""
        with self._lock:
            self._note(job, progress)

    def run(self, job: str) -> None:
        """Read what waits for a job to the end; several rows at once, but each is kept after those before it."""
        self._began[job] = time.monotonic(), self._jobs[job].done
        ahead = self._ahead[job] = Ahead(self._open, threads=self._at_once)
        number = 0
        while True:
            with self._lock:
                number = self._fill(ahead, job, number)
                now = self._jobs[job]
                if not ahead.pending:
                    del self._ahead[job]
                    ahead.close()
                    self._note(job, replace(now, total=now.done, finished=True))
                    return
            piece = ahead.take()
            if piece is not None:
                self._close(job, *piece)

    def _go(self, job: str) -> None:
        self._began[job] = time.monotonic(), self._jobs[job].done
        self._queue.claim_queue()
        Thread(target=self._run_and_leave, args=(job,), daemon=True, name=f"reading-{job}").start()

    def _run_and_leave(self, job: str) -> None:
        self.run(job)
        if not self.under_way:
            self._queue.leave_queue()
            self._done()

    def _fill(self, ahead: Ahead[Waiting, Opened], job: str, number: int) -> int:
        """Put rows behind the one of a number on their way, and return the number of the last."""
        while not ahead.is_full and sum(len(waiting.draft.raw) for waiting in ahead.pending) < BYTES_AHEAD:
            waiting = self._queue.next_in_queue(job, after=number)
            if waiting is None:
                break
            ahead.put(waiting)
            number = waiting.number
        return number

    def _open(self, waiting: Waiting) -> Opened:
        """Return what a row of the queue says, or what is found in it if that is not one article."""
        if waiting.kind is Kind.DRAFT:
            return self._read(waiting.draft)
        found = list(self._find(waiting))
        if len(found) == 1 and isinstance(found[0], Waiting) and found[0].kind is Kind.DRAFT:
            return self._read(found[0].draft)
        return found

    def _close(self, job: str, waiting: Waiting, opened: "Future[Opened]") -> None:
        """Keep what was read of a row, or put what was found in it in its place."""
        try:
            result = opened.result()
            if isinstance(result, list):
                self._unfold(job, waiting, result)
                return
            article, is_new = self._keep(result, job)
        except DramatisError as problem:
            self._settle(job, waiting, Outcome.PROBLEM, str(problem))
        except Exception:
            logger.exception("%s could not be read", waiting.draft.name)
            fault = f"{waiting.draft.name!r} could not be read because of a fault in Dramatis; please report it."
            self._settle(job, waiting, Outcome.PROBLEM, fault)
        else:
            self._settle(job, waiting, *((Outcome.READ, article.id) if is_new else (Outcome.THERE, article.title)))

    def _find(self, waiting: Waiting) -> Iterator[Waiting | ArticleError]:
        """Give what is in a source or at an address."""
        draft = waiting.draft
        if waiting.kind is Kind.SOURCE:
            yield from _unpacked(draft)
            return
        fetched = self._fetch(draft.name)
        if waiting.kind is not Kind.LINK and is_feed(fetched.raw):
            for link in read_links(fetched.raw, draft.name):
                yield Waiting(Kind.LINK, Draft(link.facts.url or "", "", replace(link.facts, outlet=None)))
            return
        name = fetched.url.partition("?")[0]
        here = Draft(name, fetched.raw, Facts(url=fetched.url).or_else(draft.facts))
        if _is_asked(waiting.kind, name, fetched.raw):
            yield Waiting(waiting.kind, here)
        else:
            yield from _unpacked(here)

    def _unfold(self, job: str, waiting: Waiting, found: list[Waiting | ArticleError]) -> None:
        """Queue what was found in a row, and tell of what is no article; what is asked about is held."""
        problems = [str(each) for each in found if isinstance(each, ArticleError)]
        drafts = [each for each in found if isinstance(each, Waiting)]
        with self._lock:
            now = self._jobs[job]
            if now.cancelled:
                return
            if any(each.kind in (Kind.ASKING, Kind.ASKING_ALL) for each in drafts):
                self._queue.unfold(waiting.number, HELD_JOB, drafts)
                self._note(job, replace(now, done=now.done + 1, asked=now.asked + 1))
                return
            refused = [Waiting(Kind.DRAFT, Draft(waiting.draft.name, ""), problem=problem) for problem in problems]
            self._queue.unfold(waiting.number, job, [*drafts, *refused])
            for problem in problems:
                now = _after(now, Outcome.PROBLEM, problem)
            self._note(job, replace(now, total=now.total + len(found) - 1))

    def _settle(self, job: str, waiting: Waiting, outcome: Outcome, told: str) -> None:
        with self._lock:
            self._queue.settle(waiting.number, outcome, told)
            self._note(job, _after(self._jobs[job], outcome, told))

    def _append(
        self,
        job: str,
        sources: Iterable[Source],
        address: Kind = Kind.ADDRESS,
        answers: Mapping[int, bytes] = MappingProxyType({}),
    ) -> None:
        """Queue sources, of which only one is in memory at a time, and what was held until it was answered."""
        count = self._queue.enqueue(job, (_waiting(*source, address) for source in sources))
        for row in [row for row in self._held_rows() if row.number in answers]:
            draft = replace(row.draft, raw=answers[row.number])
            self._queue.unfold(row.number, job, [Waiting(Kind.SOURCE, draft)])
            count += 1
        now = self._jobs.get(job, ReadingProgress(total=0))
        self._note(job, replace(now, total=now.total + count))

    def _note(self, job: str, progress: ReadingProgress) -> None:
        self._jobs = {**self._jobs, job: progress}


def _waiting(name: str, raw: bytes | str | None, address: Kind = Kind.ADDRESS) -> Waiting:
    return Waiting(address, Draft(name, "")) if raw is None else Waiting(Kind.SOURCE, Draft(name, raw))


def _unpacked(draft: Draft) -> Iterator[Waiting | ArticleError]:
    """Give the articles in a file; what they do not tell of themselves is what is known of the file."""
    for found in unpack(draft.raw, draft.name):
        if isinstance(found, ArticleError):
            yield found
        else:
            yield Waiting(Kind.DRAFT, replace(found, facts=found.facts.or_else(draft.facts)))


def _is_asked(kind: Kind, name: str, raw: bytes) -> bool:
    """Say whether it is asked which columns hold what in a file that was fetched from an address of a kind."""
    if kind not in (Kind.ASKING, Kind.ASKING_ALL):
        return False
    return any(kind is Kind.ASKING_ALL or not is_clear(table.columns) for _, table in tables_in(raw, name))


def _after(progress: ReadingProgress, outcome: Outcome, told: str) -> ReadingProgress:
    field = {Outcome.READ: "read", Outcome.THERE: "there", Outcome.PROBLEM: "problems"}[outcome]
    more: dict[str, tuple[str, ...]] = {field: (*getattr(progress, field), told)}
    return replace(progress, done=progress.done + 1, **more)  # type: ignore[arg-type]


def _progress(rows: Iterable[tuple[Outcome | None, str]]) -> ReadingProgress:
    """Return how far a job had come by what became of its rows."""
    rows = list(rows)
    progress = ReadingProgress(total=len(rows), finished=all(outcome for outcome, _ in rows))
    for outcome, told in rows:
        if outcome is not None:
            progress = _after(progress, outcome, told)
    return progress
