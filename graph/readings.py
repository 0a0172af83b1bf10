"""Readings: what is to be read waits in a queue that outlives the process, and is read in the background in its order.

Several rows are opened and read at once where the reader can; what was read is kept row by row, in the queue's order.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from threading import Lock, Thread
from uuid import uuid4

from graph.ahead import Ahead
from graph.articles import Draft, Facts, is_feed, read_links, unpack
from graph.errors import ArticleError, DramatisError
from graph.fetching import Fetched
from graph.model import Article, Extraction, ReadingProgress
from graph.waiting import Kind, Outcome, Queue, Waiting

Source = tuple[str, bytes | str | None]  # a name and what is in it, or an address that is to be fetched and None
SEEDS_JOB = "seeds"
BYTES_AHEAD = 20_000_000  # of the queue that are in memory; a row that is larger is there alone
LOST = "The reading was interrupted. Add the articles that are missing again."

logger = logging.getLogger(__name__)


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
        self._jobs = {job: _progress(rows) for job, rows in queue.queued().items()}

    @property
    def latest(self) -> str | None:
        """The reader's job that was begun last, None if there is none."""
        return next((job for job in reversed(self._jobs) if job != SEEDS_JOB), None)

    @property
    def under_way(self) -> bool:
        """Whether something is being read."""
        return any(job in self._began and not now.finished for job, now in self._jobs.items())

    def start(self, sources: Iterable[Source]) -> str:
        """Read sources in the background and return the job's id; a job that is under way takes them too."""
        with self._lock:
            going = next((job for job, now in self._jobs.items() if job in self._began and not now.finished), None)
            if going is not None:
                self._append(going, sources)
                return going
        job = self.prepare(sources)
        self._go(job)
        return job

    def prepare(self, sources: Iterable[Source], job: str = "") -> str:
        """Put sources in the queue for `run` and return the job's id; reports of former jobs are let go."""
        with self._lock:
            for former, progress in list(self._jobs.items()):
                if progress.finished or former == job:
                    self._queue.drop_from_queue(former)
                    self._jobs = {name: kept for name, kept in self._jobs.items() if name != former}
            job = job or uuid4().hex
            self._append(job, sources)
            return job

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
            for found in unpack(draft.raw, draft.name):
                yield found if isinstance(found, ArticleError) else Waiting(Kind.DRAFT, found)
            return
        fetched = self._fetch(draft.name)
        if waiting.kind is Kind.ADDRESS and is_feed(fetched.raw):
            for link in read_links(fetched.raw, draft.name):
                yield Waiting(Kind.LINK, Draft(link.facts.url or "", "", replace(link.facts, outlet=None)))
            return
        here = Facts(url=fetched.url).or_else(draft.facts)
        for found in unpack(fetched.raw, fetched.url.partition("?")[0]):
            if isinstance(found, ArticleError):
                yield found
            else:
                yield Waiting(Kind.DRAFT, replace(found, facts=found.facts.or_else(here)))

    def _unfold(self, job: str, waiting: Waiting, found: list[Waiting | ArticleError]) -> None:
        """Queue what was found in a row, and tell of what is no article."""
        problems = [str(each) for each in found if isinstance(each, ArticleError)]
        drafts = [each for each in found if isinstance(each, Waiting)]
        with self._lock:
            now = self._jobs[job]
            if now.cancelled:
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

    def _append(self, job: str, sources: Iterable[Source]) -> None:
        """Queue sources; only one of them is in memory at a time."""
        count = self._queue.enqueue(job, (_waiting(name, raw) for name, raw in sources))
        now = self._jobs.get(job, ReadingProgress(total=0))
        self._note(job, replace(now, total=now.total + count))

    def _note(self, job: str, progress: ReadingProgress) -> None:
        self._jobs = {**self._jobs, job: progress}


def _waiting(name: str, raw: bytes | str | None) -> Waiting:
    return Waiting(Kind.ADDRESS, Draft(name, "")) if raw is None else Waiting(Kind.SOURCE, Draft(name, raw))


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
