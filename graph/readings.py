"""Readings: what is to be read waits in a queue that outlives the process, and is read one by one in the background."""

import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from threading import Lock, Thread
from typing import Protocol
from uuid import uuid4

from graph.articles import Draft, Facts, is_feed, read_links, unpack
from graph.errors import ArticleError, DramatisError
from graph.fetching import Fetched
from graph.model import Article, ReadingProgress

Source = tuple[str, bytes | str | None]  # a name and what is in it, or an address that is to be fetched and None
SEEDS_JOB = "seeds"
LOST = "The reading was interrupted. Add the articles that are missing again."

logger = logging.getLogger(__name__)


class Kind(StrEnum):
    """What waits: a file or a text, an address, the address of one article of a feed, or one article."""

    SOURCE = "source"
    ADDRESS = "address"
    LINK = "link"
    DRAFT = "draft"


class Outcome(StrEnum):
    """What became of what waited."""

    READ = "read"
    THERE = "there"  # already
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the queue; its `draft` has no content where it is to be fetched. The number is 0 for a new one.

    A row with a `problem` waits for nothing: it only tells of a part that is no article.
    """

    kind: Kind
    draft: Draft
    number: int = 0
    problem: str = ""


class Queue(Protocol):
    """Where what is to be read waits, and what became of it is written down (see graph/store.py)."""

    def enqueue(self, job: str, rows: Iterable[Waiting]) -> int:
        """Put rows at the end and return their number."""

    def next_in_queue(self, job: str) -> Waiting | None:
        """Return the first row that waits."""

    def settle(self, number: int, outcome: Outcome, told: str) -> None:
        """Write down what became of a row, and let its content go."""

    def unfold(self, number: int, job: str, rows: Iterable[Waiting]) -> None:
        """Put what was found in a row in its place."""

    def queued(self) -> dict[str, list[tuple[Outcome | None, str]]]:
        """Return for each job what became of its rows: None for what waits."""

    def drop_from_queue(self, job: str, *, only_waiting: bool = False) -> None:
        """Take the rows of a job away."""


class Readings:
    """The jobs of reading on a library; safe to use from several threads."""

    def __init__(
        self, queue: Queue, add: Callable[[Draft, str], tuple[Article, bool]], fetch: Callable[[str], Fetched]
    ) -> None:
        """Open a queue; `add` keeps a draft and tells whether it is new, `fetch` gives what is at an address."""
        self._queue = queue
        self._add = add
        self._fetch = fetch
        self._lock = Lock()
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

    def resume(self) -> None:
        """Go on with the jobs that a former process left unfinished."""
        for job, progress in self._jobs.items():
            if not progress.finished and job not in self._began and job != SEEDS_JOB:
                self._go(job)

    def progress(self, job: str) -> ReadingProgress:
        """Return how far a job has come; one that is not known is finished with a problem."""
        progress = self._jobs.get(job, ReadingProgress(total=0, finished=True, problems=(LOST,)))
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
                self._note(job, replace(self._jobs[job], cancelled=True))

    def tell(self, job: str, progress: ReadingProgress) -> None:
        """Say how far something that is in no queue has come."""
        with self._lock:
            self._note(job, progress)

    def run(self, job: str) -> None:
        """Read what waits for a job, one after the other, to the end."""
        self._began[job] = time.monotonic(), self._jobs[job].done
        while True:
            with self._lock:
                waiting = self._queue.next_in_queue(job)
                now = self._jobs[job]
                if waiting is None:
                    self._note(job, replace(now, total=now.done, current="", finished=True))
                    return
                self._note(job, replace(now, current=waiting.draft.name))
            self._read(job, waiting)

    def _go(self, job: str) -> None:
        self._began[job] = time.monotonic(), self._jobs[job].done
        Thread(target=self.run, args=(job,), daemon=True, name=f"reading-{job}").start()

    def _read(self, job: str, waiting: Waiting) -> None:
        """Read one row of the queue, or put what is in it in its place."""
        try:
            if waiting.kind is Kind.DRAFT:
                article, is_new = self._add(waiting.draft, job)
                self._settle(job, waiting, *((Outcome.READ, article.id) if is_new else (Outcome.THERE, article.title)))
                return
            found = list(self._find(waiting))
        except DramatisError as problem:
            self._settle(job, waiting, Outcome.PROBLEM, str(problem))
        except Exception:
            logger.exception("%s could not be read", waiting.draft.name)
            fault = f"{waiting.draft.name!r} could not be read because of a fault in Dramatis; please report it."
            self._settle(job, waiting, Outcome.PROBLEM, fault)
        else:
            self._unfold(job, waiting, found)

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
        """Read the one article that was found in a row, or queue the many."""
        problems = [str(each) for each in found if isinstance(each, ArticleError)]
        drafts = [each for each in found if isinstance(each, Waiting)]
        if len(drafts) == 1 and not problems and drafts[0].kind is Kind.DRAFT:
            self._read(job, replace(drafts[0], number=waiting.number))
            return
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


def encode_facts(facts: Facts) -> str:
    """Return facts as they stand in the queue."""
    return json.dumps(asdict(facts))


def decode_facts(text: str) -> Facts:
    """Return the facts that `encode_facts` wrote."""
    return Facts(**json.loads(text))


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
