"""A project of a thousand articles: how long it takes to open, to add one more to it, and to correct it.

`python -m tests.benchmarks.desk [FILE]` measures this alone, on a library that has the articles already if it is named.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from app import create_app
from components import ids
from graph import Library, load_settings
from graph.library import SEEDS_READ
from graph.projects import FOLDER
from graph.settings import Settings
from graph.store import Store
from tests.benchmarks import Row
from tests.benchmarks.corpus import made_articles
from tests.benchmarks.starting import DRAWN, resident_mb, start_server, wait_for
from tests.browser.chromium import get_chromium
from tests.components.wire import Wire

ARTICLES = 1_000
PROJECT = "desk"
TIMEOUT = 600_000  # milliseconds
NEWCOMERS = (("person:quentin-ashgrove", "Quentin Ashgrove"), ("person:barnaby-thwaite", "Barnaby Thwaite"))
ONE_MORE = "Title: {name}\n\n{name} met Ottoline Farrow on Monday. Mr {surname} praised Ms Farrow."


def measure_desk(made: Path | None = None) -> list[Row]:
    """Return the times and the memory; the articles are read first where no library has them."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        first, path = Path(folder) / "first.sqlite", Path(folder) / "library.sqlite"
        copyfile(made, first) if made else _read(first)
        library = Library(Settings(f"sqlite:///{first}"))
        library.view()  # as when the last article has been read, so that positions and copies are kept
        library.copy_to(path)  # whole, whatever of it the first still has beside its file
        browser = playwright.chromium.launch(executable_path=get_chromium())
        rows = _measure_start(browser, path)
        rows += _measure_project(browser, path)
        browser.close()
        return rows + _measure_edits(path)


def _read(path: Path) -> None:
    library = Library(Settings(f"sqlite:///{path}"))
    library._store.note(SEEDS_READ, "never")
    readings = library.readings
    readings.run(readings.prepare((f"{n}.txt", made.source) for n, made in enumerate(made_articles(ARTICLES))))


def _measure_start(browser: Browser, path: Path) -> list[Row]:
    with start_server(path) as (server, address, start):
        wait_for(address, start)
        with _visit(_context(browser), address):
            seconds = perf_counter() - start
        memory = resident_mb(server.pid)
    return [
        Row(f"A library of {ARTICLES:,} articles, from the start of the server to the network", f"{seconds:.1f} s"),
        Row("The server then holds", f"{memory:,.0f} MB"),
    ]


def _measure_project(browser: Browser, path: Path) -> list[Row]:
    """Return how long it takes to open it as one of several projects, and to add an article to it on the page."""
    other = path.parent / "other" / "library.sqlite"
    (other.parent / FOLDER).mkdir(parents=True)
    Store(f"sqlite:///{other}").note(SEEDS_READ, "never")
    copyfile(path, other.parent / FOLDER / f"{PROJECT}.sqlite")
    with start_server(other) as (server, address, start):
        wait_for(address, start)
        context = _context(browser)
        with _visit(context, address, drawn=False):  # the server is awake, and the browser knows its scripts
            time.sleep(3)
        start = perf_counter()
        with _visit(context, f"{address}/p/{PROJECT}/") as page:
            opened = perf_counter() - start
            page.wait_for_function("() => window.dramatis.story.now().story")
            page.locator(f"#{ids.ADD}").click()
            added = [_add(page, *newcomer) for newcomer in NEWCOMERS]
        memory = resident_mb(server.pid)
    return [
        Row(f"A project of {ARTICLES:,} articles, from the request to the network", f"{opened:.1f} s (aim 3 s)"),
        Row(
            "One more article, from the button to its actor on the page",
            f"{added[1]:.1f} s (aim 2 s), {added[0]:.1f} s for the first, pasted at once when the dialog opens, which "
            f"wakes what reads; then {memory:,.0f} MB",
        ),
    ]


def _add(page: Page, actor_id: str, name: str) -> float:
    page.locator(f"#{ids.PASTED}").fill(ONE_MORE.format(name=name, surname=name.split()[-1]))
    start = perf_counter()
    page.locator(f"#{ids.READ_PASTED}").click()
    page.wait_for_function(
        "(id) => window.dramatis.story.now().story.actors.rows.has(id)", arg=actor_id, timeout=TIMEOUT
    )
    seconds = perf_counter() - start
    page.wait_for_function("(id) => document.getElementById(id).value === ''", arg=ids.PASTED)
    page.wait_for_timeout(1_000)
    return seconds


def _context(browser: Browser) -> BrowserContext:
    return browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)


@contextmanager
def _visit(context: BrowserContext, address: str, *, drawn: bool = True) -> Iterator[Page]:
    page = context.new_page()
    page.goto(address, timeout=TIMEOUT)
    if drawn:
        page.wait_for_selector(DRAWN, state="attached", timeout=TIMEOUT)
    try:
        yield page
    finally:
        page.close()


def _measure_edits(path: Path) -> list[Row]:
    library = Library(Settings(f"sqlite:///{path}"))
    wire = Wire(create_app(load_settings(), library))
    _draw(wire)
    corrections = library.corrections
    first, second = sorted(library.knowledge().actors.values(), key=lambda actor: -len(actor.mentions))[:2]
    claim = next(iter(library.knowledge().relations.values())).claims[0]
    edits: list[Callable[[], None]] = [
        lambda: corrections.rename(first.id, "Another name"),
        lambda: corrections.merge(first.id, second.id),
        lambda: corrections.delete(second.id),
        lambda: corrections.reject(claim.id),
    ]
    made, undone = zip(*((_seconds(edit, wire), _seconds(corrections.undo, wire)) for edit in edits), strict=True)
    return [
        Row(
            f"A correction among {ARTICLES:,} articles with the figure and columns that the page asks for, its undo",
            f"median {1000 * median(made):.0f} ms and {1000 * median(undone):.0f} ms (aim 200 ms together)",
        )
    ]


def _seconds(act: Callable[[], object], wire: Wire) -> float:
    start = perf_counter()
    act()
    _draw(wire)
    return perf_counter() - start


def _draw(wire: Wire) -> None:
    """Ask for what the page needs to draw a story anew."""
    wire.ask("network.figure", scheme="light", canvas_size={"width": 800, "height": 700}, extent={})
    wire.get("story.json")


if __name__ == "__main__":
    for row in measure_desk(Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        print(f"{row.what}: {row.outcome}", flush=True)
