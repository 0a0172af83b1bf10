"""A page in a real Chromium for measuring: served from this process, and open at one size."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page
from waitress.server import create_server

from app import create_app
from graph import load_settings

SIZE = {"width": 1440, "height": 900}
PAUSE = 1_500  # milliseconds in which the server's answers come in


@contextmanager
def served(library: Any) -> Iterator[str]:
    """Serve a library's page while the block runs; give its address."""
    server = create_server(create_app(load_settings({}), library).server, host="127.0.0.1", port=0, threads=12)
    threading.Thread(target=server.run, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()


def open_page(page: Page, address: str) -> None:
    """Open the page and wait until the network is drawn and the story has come."""
    page.set_default_timeout(120_000)
    page.goto(address)
    page.wait_for_selector("#network .scatterlayer .point", state="attached")
    page.wait_for_function("() => document.getElementById('count').textContent !== ''")
    page.wait_for_timeout(PAUSE)


def draw_whole(page: Page, actors: int) -> None:
    """Let all actors be drawn, where not all are."""
    button = page.locator("#drawn-note button").last
    if page.locator("#drawn-note button").count():
        button.click()
        page.wait_for_function(f"() => window.dramatis.canvas.all().length >= {actors}")
        page.wait_for_timeout(PAUSE)
