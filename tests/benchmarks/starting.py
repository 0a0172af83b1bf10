"""How long it takes from the start of the process to the drawn network in a real Chromium, and how much memory."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from graph.settings import ROOT
from tests.benchmarks import Row
from tests.browser.chromium import get_chromium

DRAWN = "#network .scatterlayer .point"
TIMEOUT = 120  # seconds


def measure_starting() -> list[Row]:
    """Return the times and memory of a first start, which reads the sample story, and of a second, which does not."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=get_chromium())
        first = _measure_start(browser, Path(folder) / "library.sqlite")
        second = _measure_start(browser, Path(folder) / "library.sqlite")
        browser.close()
    return [
        Row("First start to the drawn network", f"{first[0]:.1f} s, the server then holds {first[1]:,.0f} MB"),
        Row("Second start to the drawn network", f"{second[0]:.1f} s, the server then holds {second[1]:,.0f} MB"),
    ]


def _measure_start(browser: Browser, database: Path) -> tuple[float, float]:
    """Return the seconds until the network is drawn and the server's memory (resident set) in MB."""
    with start_server(database) as (server, address, start):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        wait_for(address, start)
        page.goto(address)
        page.wait_for_selector(DRAWN, state="attached", timeout=1_000 * TIMEOUT)
        seconds = time.perf_counter() - start
        memory = resident_mb(server.pid)
        page.close()
    return seconds, memory


def wait_for(address: str, start: float) -> None:
    """Wait until the server listens, as `make run` does before it opens a browser."""
    host, _, port = address.removeprefix("http://").partition(":")
    while time.perf_counter() - start < TIMEOUT:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"{address} did not answer within {TIMEOUT} s")


@contextmanager
def start_server(database: Path) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    """Serve a library by `python app.py` while the block runs; give the process, its address and when it began."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "DRAMATIS_DATABASE_URL": f"sqlite:///{database}",
        "DRAMATIS_PORT": str(port),
        "DRAMATIS_NO_BROWSER": "1",
    }
    start = time.perf_counter()
    server = subprocess.Popen([sys.executable, "app.py"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield server, f"http://127.0.0.1:{port}", start
    finally:
        server.terminate()
        server.wait()


def resident_mb(process_id: int) -> float:
    """Return the memory a process holds, as Linux and macOS tell it."""
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(process_id)], capture_output=True, text=True, check=True)
    return int(told.stdout) / 1024
