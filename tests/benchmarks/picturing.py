"""How long a saved picture takes in a real Chromium: from the press of Save to the file."""

from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks import Row
from tests.benchmarks.answering import StoryLibrary
from tests.benchmarks.pages import SIZE, draw_whole, open_page, served
from tests.browser.chromium import get_chromium
from tests.knowledge_bases import synthetic_knowledge

PICTURES = ((100, 1.5), (1_000, 4.0))  # actors drawn, and the seconds that a PNG at 2x may take
ROUNDS = 3


def measure_picturing() -> list[Row]:
    """Return how long a PNG at 2x takes on networks of several sizes."""
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium())
        for actors, most in PICTURES:
            with served(StoryLibrary(synthetic_knowledge(actors))) as address:
                page = browser.new_context(viewport=SIZE, accept_downloads=True).new_page()
                open_page(page, address)
                draw_whole(page, actors)
                times, sizes = zip(*(_save(page) for _ in range(ROUNDS)), strict=True)
                page.context.close()
            outcome = f"median {median(times):.2f} s from Save to the file, {max(sizes) / 1e6:.1f} MB (aim {most} s)"
            rows.append(Row(f"A PNG at 2x, {actors:,} actors drawn", outcome))
        browser.close()
    return rows


def _save(page: Page) -> tuple[float, int]:
    """Save a picture as the menu offers it; return the seconds that took and the bytes of the file."""
    page.locator("#save-picture").click()
    save = page.locator("#save-now")
    save.wait_for()
    with page.expect_download() as download:
        started = perf_counter()
        save.click()
    size = Path(download.value.path()).stat().st_size
    return perf_counter() - started, size
