"""What reading much costs: the memory of a library of a thousand articles, and the speed on very long ones."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from graph.articles import read_article
from graph.library import Library
from graph.reader import make_reader
from graph.settings import Settings, load_settings
from graph.taxonomy import load_taxonomy
from tests.benchmarks import Row
from tests.benchmarks.corpus import made_articles

ARTICLES, WORDS = 1_000, 600
LONG, LONGEST = 10_000, 100_000  # words
ROUNDS = 3


def measure_amount() -> list[Row]:
    """Return the memory and speed of reading many articles in a process of their own, and how long ones compare."""
    many = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.amount"], capture_output=True, check=True, text=True
    ).stdout.split()
    peak, seconds = map(float, many)
    short, long = _speeds()
    return [
        Row(
            f"{ARTICLES:,} articles of {WORDS} words added to a library",
            f"{seconds:.0f} s, {ARTICLES * WORDS / seconds:,.0f} words a second, at most {peak:,.0f} MB",
        ),
        Row(
            f"One article of {LONGEST:,} words, by one of {LONG:,}",
            f"{long / short:.2f} times the words a second ({long:,.0f} against {short:,.0f})",
        ),
    ]


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


def _read_many() -> None:
    """Add the articles to a new library, and print the peak memory in MB and the seconds that it took."""
    with TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder) / 'library.sqlite'}"
        library = Library(Settings(database_url=database))
        texts = [article.source for article in made_articles(ARTICLES, WORDS)]
        start = perf_counter()
        for text in texts:
            library.add(text)
        seconds = perf_counter() - start
        print(_peak_mb(), seconds)


def _peak_mb() -> float:
    """Return the most memory (resident set) that this process has held, in MB."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    _read_many()
