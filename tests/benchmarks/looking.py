"""How quick the page is under the hand in a real Chromium: first paint, hover, click, pan, zoom, and what it weighs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from graph import Library, load_settings
from graph.settings import Settings
from tests.benchmarks import Row
from tests.benchmarks.answering import StoryLibrary
from tests.benchmarks.pages import SIZE, draw_whole, open_page, served
from tests.browser.chromium import get_chromium
from tests.knowledge_bases import synthetic_knowledge

FIRST_PAINT = ((100, 1.0), (1_000, 2.0), (10_000, 4.0))  # actors, and the seconds that it may take
HAND = ((100, 40), (1_000, 20))  # actors drawn, and the least frames a second
OPENINGS = 5
ROUNDS = 12
PAN = 1_500  # milliseconds
_SCRIPT = (Path(__file__).parent / "looking.js").read_text(encoding="utf-8")


def measure_looking() -> list[Row]:
    """Return how long the page takes to open and to answer the hand on networks of several sizes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium())
        rows = _measure_weight(browser)
        for actors, most in FIRST_PAINT:
            rows += _measure(browser, actors, most)
        browser.close()
    return rows


def _measure(browser: Browser, actors: int, most: float) -> list[Row]:
    with served(StoryLibrary(synthetic_knowledge(actors))) as address:
        _open_once(browser, address)  # positions and columns are made for the first visitor
        openings = [_open_once(browser, address) for _ in range(OPENINGS)]
        network, page_shown = (median(times) for times in zip(*openings, strict=True))
        rows = [
            Row(
                f"First paint of the network, {actors:,} actors",
                f"median {(network - page_shown) / 1000:.2f} s after the page around it, {network / 1000:.2f} s after "
                f"the navigation (aim {most} s; cold browser cache)",
            )
        ]
        with _visit(browser, address) as page:
            drawn = f"{actors:,} actors"
            if actors == 10_000:
                drawn = "the backbone of 10,000 actors"
            elif actors > 300:
                rows += [_labels(page, "300 of 1,000 actors drawn")]
                draw_whole(page, actors)
            rows += _hand(page, drawn, dict(HAND).get(actors))
        return rows


def _open_once(browser: Browser, address: str) -> tuple[float, float]:
    """Return when the network and when the page was painted, in milliseconds since the navigation."""
    with _visit(browser, address) as page:
        taken: dict[str, float] = page.evaluate("window.timing.taken")
        return taken["drawn"], taken["page"]


@contextmanager
def _visit(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=SIZE)
    page = context.new_page()
    page.add_init_script(_SCRIPT)
    open_page(page, address)
    yield page
    context.close()


def _hand(page: Page, drawn: str, frames: int | None) -> Iterator[Row]:
    marks = _marks(page)[:ROUNDS]
    hovers = [_hover(page, *place) for _, *place in marks]
    yield Row(f"Hover on an actor, {drawn}", f"median {median(hovers):.0f} ms to the painted highlight (aim 50 ms)")
    clicks = [_click(page, *mark) for mark in marks]
    yield Row(f"Click on an actor, {drawn}", f"median {median(clicks):.0f} ms to its painted sentences (aim 150 ms)")
    page.keyboard.press("Escape")
    page.wait_for_timeout(500)
    pans, zooms = [_pan(page) for _ in range(3)], [_zoom(page) for _ in range(3)]
    aim = f" (aim {frames})" if frames else ""
    yield Row(
        f"Pan and zoom, {drawn}",
        f"median {median(pans):.0f} and {median(zooms):.0f} frames a second, software rendering{aim}",
    )


def _marks(page: Page) -> list[Any]:
    """Return the most important actors in the middle of the canvas as [name, x, y]."""
    return page.evaluate(
        """() => {
            const { canvas, camera } = window.dramatis;
            const { left, top } = document.querySelector(".figure").getBoundingClientRect();
            const { width, height } = camera.size();
            return canvas.all().filter(({ what }) => what === "actor").sort((one, other) => other.radius - one.radius)
                .map((mark) => [mark.text, ...camera.toScreen(mark)])
                .filter(([, x, y]) => x > 60 && y > 60 && x < width - 60 && y < height - 60)
                .map(([text, x, y]) => [text, left + x, top + y]);
        }"""
    )


def _rest(page: Page) -> None:
    """Bring the pointer to where nothing is, and wait."""
    box = page.locator(".figure").bounding_box() or {"x": 0, "y": 0}
    page.mouse.move(box["x"] + 3, box["y"] + 3)
    page.wait_for_timeout(250)


def _hover(page: Page, x: float, y: float) -> float:
    _rest(page)
    page.evaluate("() => { window.measured = window.timing.hover(); }")
    page.mouse.move(x, y)
    return float(page.evaluate("window.measured"))


def _click(page: Page, name: str, x: float, y: float) -> float:
    page.mouse.move(x, y)
    page.wait_for_timeout(250)
    page.evaluate("(name) => { window.measured = window.timing.click(name); }", name)
    page.mouse.click(x, y)
    taken = float(page.evaluate("window.measured"))
    page.wait_for_timeout(500)
    return taken


def _pan(page: Page) -> float:
    box = page.locator(".figure").bounding_box()
    assert box
    x, y = box["x"] + box["width"] - 12, box["y"] + box["height"] - 12
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("(span) => { window.measured = window.timing.frames(span); }", PAN)
    for step in range(90):
        page.mouse.move(x - 3 * (step % 60), y - 2 * (step % 60))
        page.wait_for_timeout(PAN / 110)
    page.mouse.up()
    return float(page.evaluate("window.measured"))


def _zoom(page: Page) -> float:
    _rest(page)
    page.evaluate("(span) => { window.measured = window.timing.frames(span); }", PAN)
    for step in range(60):
        page.mouse.wheel(0, -40 if step % 20 < 10 else 40)
        page.wait_for_timeout(PAN / 75)
    return float(page.evaluate("window.measured"))


def _labels(page: Page, drawn: str) -> Row:
    met, written = page.evaluate("window.timing.overlaps()")
    return Row(f"Labels that overlap another or a disc, {drawn}", f"{met} of {written} ({met / max(written, 1):.1%})")


def _measure_weight(browser: Browser) -> list[Row]:
    """Return what the page of the sample story weighs and how long it takes once the browser knows it."""
    with TemporaryDirectory() as folder:
        settings = load_settings()
        library = Library(Settings(f"sqlite:///{Path(folder) / 'library.sqlite'}", pipeline=settings.pipeline))
        library.add_seeds()
        with served(library) as address, _visit(browser, address) as page:
            weight = page.evaluate(
                "performance.getEntries().reduce((sum, { transferSize }) => sum + (transferSize || 0), 0)"
            )
            warm = []
            for _ in range(OPENINGS):
                open_page(page, address)
                warm.append(float(page.evaluate("window.timing.taken.drawn")))
            return [
                Row("The page at first load", f"{weight / 1e6:.2f} MB packed (aim 3 MB)"),
                Row(
                    "The page once known to the browser", f"{median(warm) / 1000:.2f} s to the drawn sample (aim 1.5 s)"
                ),
                _labels(page, "sample story"),
            ]
