"""How long a filter takes in a real Chromium, from the event to the painted change."""

from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks import Row
from tests.benchmarks.answering import StoryLibrary
from tests.benchmarks.pages import PAUSE, SIZE, draw_whole, open_page, served
from tests.browser.chromium import get_chromium
from tests.knowledge_bases import synthetic_knowledge

SIZES = ((100, 60), (1_000, 120), (10_000, 250))  # actors, and the milliseconds that a filter may take
DRAWN_WHOLE = 1_000  # larger networks are drawn in part
ROUNDS = 20
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
    with served(StoryLibrary(synthetic_knowledge(actors))) as address:
        page = browser.new_page(viewport=SIZE)
        open_page(page, address)
        if actors <= DRAWN_WHOLE:
            draw_whole(page, actors)
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
