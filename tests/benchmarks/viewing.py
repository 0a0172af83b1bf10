"""How quick the views beside the network are with 10,000 actors, from the event to the painted rows."""

from statistics import median

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks import Row
from tests.benchmarks.answering import StoryLibrary
from tests.benchmarks.pages import PAUSE, SIZE, open_page, served
from tests.browser.chromium import get_chromium
from tests.knowledge_bases import synthetic_knowledge

ACTORS = 10_000
ROUNDS = 7
# From the click on a tab to the second frame after its first line is there.
OPEN = """async ([tab, line]) => {
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    const start = performance.now();
    document.querySelector(`[role=tab][id$=-tab-${tab}]`).click();
    while (!document.querySelector(line)?.getClientRects().length) await frame();
    await frame();
    await frame();
    return performance.now() - start;
}"""
# From the click on the box of a family to the second frame after the view holds other lines.
SIFT = """async ([at, place]) => {
    const frame = () => new Promise(requestAnimationFrame);
    const told = () => document.querySelector(place).textContent;
    const counts = document.querySelectorAll(".choice-count[data-field=families]");
    const box = [...counts].map((count) => count.closest(".choice").querySelector("input"))[at];
    const former = told();
    await frame();
    const start = performance.now();
    box.click();
    while (told() === former) await frame();
    await frame();
    await frame();
    return performance.now() - start;
}"""


def measure_viewing() -> list[Row]:
    """Return how long the outline and the table of relations take to open and to follow a filter."""
    with sync_playwright() as playwright, served(StoryLibrary(synthetic_knowledge(ACTORS))) as address:
        browser = playwright.chromium.launch(executable_path=get_chromium())
        page = browser.new_page(viewport=SIZE)
        open_page(page, address)
        rows = [
            _measure(page, "outline", "[role=treeitem]", "#outline", 150),
            _measure(page, "relations", ".ag-row", "#relation-table", 250),
        ]
        browser.close()
    return rows


def _measure(page: Page, tab: str, line: str, place: str, most: int) -> Row:
    opened, sifted = [], []
    for round_ in range(ROUNDS):
        opened.append(float(page.evaluate(OPEN, [tab, f"{place} {line}"])))
        page.wait_for_timeout(PAUSE)
        for _ in ("on", "off"):
            sifted.append(float(page.evaluate(SIFT, [round_ % 3, place])))
            page.wait_for_timeout(PAUSE)
        page.evaluate("document.querySelector('[role=tab][id$=-tab-network]').click()")
        page.wait_for_timeout(PAUSE)
    return Row(
        f"The view {tab.title()} of {ACTORS:,} actors and 30,000 relations",
        f"open after {opened[0]:.0f} ms at first and a median of {median(opened[1:]):.0f} ms then; "
        f"another filter after a median of {median(sifted):.0f} ms (aim {most} ms)",
    )
