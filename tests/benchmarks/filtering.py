"""How long a filter takes in a real Chromium, from the event to the painted change."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from app import create_app
from graph import load_settings
from tests.benchmarks import Row
from tests.benchmarks.answering import StoryLibrary
from tests.browser.chromium import get_chromium
from tests.knowledge_bases import synthetic_knowledge

SIZES = ((100, 60), (1_000, 120), (10_000, 250))  # actors, and the milliseconds that a filter may take
DRAWN_WHOLE = 1_000  # larger networks are drawn in part
ROUNDS = 20
PAUSE = 1_500  # milliseconds between two filters, in which the server's answers come in
METHOD = "click on a box, to the second frame after counts and canvas have changed"
# From the click to the frame after the one that paints the change; what the engine alone takes comes beside it.
TICK = """async (at) => {
    const counts = document.querySelectorAll(".choice-count[data-field=families]");
    const boxes = [...counts].map((place) => place.closest(".choice").querySelector("input"));
    const count = document.getElementById("count");
    const former = count.textContent;
    const changed = new Promise((done) => {
        new MutationObserver((_, watch) => {
            if (count.textContent === former) return;
            watch.disconnect();
            done();
        }).observe(count, { childList: true, characterData: true, subtree: true });
    });
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    const start = performance.now();
    boxes[at % boxes.length].click();
    await changed;
    await frame();
    await frame();
    const painted = performance.now() - start;
    const { story, filters } = window.dramatis.story.now();
    const again = performance.now();
    window.dramatis.narrow(story, filters);
    return [painted, performance.now() - again];
}"""


def measure_filtering() -> list[Row]:
    """Return how long a filter takes on networks of several sizes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium())
        rows = [_measure(browser, actors, most) for actors, most in SIZES]
        browser.close()
    return rows


def _measure(browser: Browser, actors: int, most: int) -> Row:
    with _served(StoryLibrary(synthetic_knowledge(actors))) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(120_000)
        page.goto(address)
        page.wait_for_selector("#network .scatterlayer .point", state="attached")
        page.wait_for_function("document.getElementById('count').textContent !== ''")
        page.wait_for_timeout(PAUSE)
        if actors <= DRAWN_WHOLE:
            _draw_whole(page, actors)
        rounds = [_tick(page, at // 2) for at in range(ROUNDS)]  # each box on and off again
        drawn = page.evaluate("window.dramatis.canvas.all().filter(({ what }) => what === 'actor').length")
        page.close()
    painted, engine = (median(times) for times in zip(*rounds, strict=True))
    return Row(
        f"A filter in the browser, {actors:,} actors, {drawn:,} of them drawn",
        f"median {painted:,.0f} ms, {engine:,.1f} ms of them to find what passes (aim {most} ms; {METHOD})",
    )


def _tick(page: Page, at: int) -> tuple[float, float]:
    painted, engine = page.evaluate(TICK, at)
    page.wait_for_timeout(PAUSE)
    page.wait_for_load_state("networkidle")
    return painted, engine


def _draw_whole(page: Page, actors: int) -> None:
    button = page.locator("#drawn-note button")
    if button.count():
        button.click()
        page.wait_for_function(f"window.dramatis.canvas.all().length >= {actors}")
        page.wait_for_timeout(PAUSE)


@contextmanager
def _served(library: StoryLibrary) -> Iterator[str]:
    server = create_server(create_app(load_settings({}), library).server, host="127.0.0.1", port=0, threads=12)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
