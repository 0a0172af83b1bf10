"""What reading much costs: speed and memory of a thousand articles from the queue, and the speed on very long ones."""

import json
import os
import resource
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter

from graph.articles import read_article
from graph.library import Library
from graph.reader import make_reader
from graph.settings import Settings, load_settings
from graph.taxonomy import load_taxonomy
from tests.benchmarks import Row
from tests.benchmarks.corpus import made_articles

ARTICLES, WORDS = 1_000, 600
FEW = 100  # articles that one process reads, and those that are read alone
WARM = 3  # articles before the clock starts, so that the pipeline is loaded
LONG, LONGEST = 10_000, 100_000  # words
ROUNDS = 3
BEAT = 2  # seconds between two looks at the memory, which cost some of the time that is measured


@dataclass(frozen=True, slots=True)
class Amount:
    """What reading some articles took: words a second, seconds until all is known, and memory in MB at its highest."""

    speed: float
    known: float
    server: float
    readers: float
    own: float  # the share of the processor's time that the server took
    actors: int
    relations: int


def measure_amount() -> list[Row]:
    """Return speeds and memory of reading many articles in processes of their own, and how long ones compare."""
    alone = [_alone() for _ in range(2)]
    one, two = _many(1, FEW), _many(2, ARTICLES)
    alone.append(_alone())
    short, long = _speeds()
    return [
        Row(f"Words a second, articles of {WORDS} words one by one in one process", f"{median(alone):,.0f}"),
        Row(
            f"{FEW} of {ARTICLES:,} articles through the queue, one process",
            f"{one.speed:,.0f} words a second, {one.speed / median(alone):.2f} times as many (aim 0.8)",
        ),
        Row(
            f"{ARTICLES:,} articles of {WORDS} words through the queue, two processes",
            f"{two.speed:,.0f} words a second, {two.speed / one.speed:.2f} times as many as one (aim 1.6); "
            f"{two.own:.0%} of the processor's time were the server's",
        ),
        Row(
            "Memory meanwhile",
            f"the server at most {two.server:,.0f} MB, the processes that read {two.readers:,.0f} MB (aim 1 GB)",
        ),
        Row(f"Then {two.actors:,} actors and {two.relations:,} relations are known", f"after {two.known:.1f} s"),
        Row(
            f"One article of {LONGEST:,} words, by one of {LONG:,}",
            f"{long / short:.2f} times the words a second ({long:,.0f} against {short:,.0f})",
        ),
    ]


def _many(readers: int, count: int) -> Amount:
    """Return what reading so many articles takes in a process that has so many to read for it."""
    command = [sys.executable, "-m", "tests.benchmarks.amount", str(readers), str(count)]
    return Amount(**json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout))


def _alone() -> float:
    """Return the words a second of reading articles one by one, nothing kept."""
    reader = make_reader(load_settings().pipeline, load_taxonomy())
    articles = [article.source for article in made_articles(FEW, WORDS)]
    for article in articles[:WARM]:
        reader.read(read_article(article))
    start = perf_counter()
    for article in articles:
        reader.read(read_article(article))
    return sum(len(article.split()) for article in articles) / (perf_counter() - start)


def _speeds() -> tuple[float, float]:
    """Return the words a second on a long article and on a very long one, the best of several rounds in turn."""
    reader = make_reader(load_settings().pipeline, load_taxonomy())
    articles = [next(made_articles(1, words)).source for words in (LONG, LONGEST)]
    counts = [len(article.split()) for article in articles]
    read = [read_article(article) for article in articles]
    reader.read(read[0])
    best = [0.0, 0.0]
    for _ in range(ROUNDS):
        for i, article in enumerate(read):
            start = perf_counter()
            reader.read(article)
            best[i] = max(best[i], counts[i] / (perf_counter() - start))
    return best[0], best[1]


def _read_many(readers: int, count: int) -> Amount:
    """Read articles from the queue of a new library. The first ones start the processes and are not counted."""
    sources = [(f"{number}.txt", a.source) for number, a in enumerate(made_articles(count + readers * WARM * 4, WORDS))]
    counted = sources[-count:]
    with TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder) / 'library.sqlite'}"
        library = Library(Settings(database_url=database, readers=readers))
        readings = library.readings
        readings.run(readings.prepare(sources[:-count]))
        used = _processor(resource.RUSAGE_SELF)
        start = perf_counter()
        with _Watch() as watch:
            readings.run(readings.prepare(counted))
        read = perf_counter()
        own = _processor(resource.RUSAGE_SELF) - used
        knowledge = library.knowledge()
        known = perf_counter()
    return Amount(
        speed=sum(len(text.split()) for _, text in counted) / (read - start),
        known=known - read,
        server=watch.server,
        readers=watch.readers,
        own=own / (own + watch.spent),
        actors=len(knowledge.actors),
        relations=len(knowledge.relations),
    )


class _Watch:
    """Looks again and again at the memory of this process and of those that it started (Linux only)."""

    server = readers = spent = 0.0

    def __enter__(self) -> "_Watch":
        self._done = Event()
        self._before = sum(map(_spent, _children()))
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.spent = sum(map(_spent, _children())) - self._before
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(BEAT):
            self.server = max(self.server, _held_mb(os.getpid()))
            self.readers = max(self.readers, sum(map(_held_mb, _children())))


def _children() -> list[int]:
    found: list[int] = []
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # the thread has just ended
            found += map(int, (task / "children").read_text().split())
    return found


def _held_mb(process: int) -> float:
    """Return the memory of a process in MB; what it shares with others counts in part (PSS)."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().split("\n")
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))


def _spent(process: int) -> float:
    """Return the seconds of the processor that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _processor(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    print(json.dumps(asdict(_read_many(*map(int, sys.argv[1:])))))
