"""How many words a second the bare pipeline and the whole reading manage, in turn on the same articles."""

import json
from collections.abc import Callable
from statistics import median
from time import perf_counter

from graph.articles import body_blocks, read_article
from graph.files import find_files, read_file
from graph.language.load import load_pipeline
from graph.reader import make_reader
from graph.settings import load_settings
from graph.taxonomy import load_taxonomy
from tests.benchmarks import Row
from tests.gold import OWN

ROUNDS = 5
WORDS = 3_000  # the articles are taken again and again until a round has so many


def measure_reading() -> list[Row]:
    """Return the speeds, as medians of rounds in which both read the same articles one after the other."""
    settings = load_settings()
    own = [json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(OWN.glob("*/*.json"))]
    texts: list[bytes | str] = [*map(read_file, find_files([settings.seeds])), *own]
    blocks = [[block.of(a.text).replace("\n", " ") for block in body_blocks(a)] for a in map(read_article, texts)]
    words = sum(len(block.split()) for article in blocks for block in article)
    times = max(1, round(WORDS / words))
    pipeline, reader = load_pipeline(settings.pipeline), make_reader(settings.pipeline, load_taxonomy())

    def parse() -> None:
        for article in blocks:
            for _ in pipeline.pipe(article):
                pass

    def read() -> None:
        for text in texts:
            reader.read(read_article(text))

    parse(), read()  # the first call loads tables that are then kept
    bare, whole = zip(*((_seconds(parse, times), _seconds(read, times)) for _ in range(ROUNDS)), strict=True)
    speeds = [times * words / median(seconds) for seconds in (bare, whole)]
    ratio = median(one / other for one, other in zip(whole, bare, strict=True))
    return [
        Row("Words a second, the bare pipeline", f"{speeds[0]:,.0f}"),
        Row("Words a second, the whole reading", f"{speeds[1]:,.0f}"),
        Row("The whole reading takes, by the bare pipeline", f"{ratio:.2f} times as long"),
        Row(
            "Words were counted in", f"{ROUNDS} rounds of {times * words:,}, both ways in turn (articles: {len(texts)})"
        ),
    ]


def _seconds(work: Callable[[], None], times: int) -> float:
    start = perf_counter()
    for _ in range(times):
        work()
    return perf_counter() - start
