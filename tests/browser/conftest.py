"""A page in a real Chromium: a server on a free port, and a watch on everything the page asks for or complains of."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from waitress.server import create_server

from app import create_app
from graph import load_settings
from tests.browser.chromium import find_chromium
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

_PATIENCE = 45_000  # milliseconds, for machines that have more to do than these tests
_BEAT, _STILL = 50, 6  # a page is at rest when it asked for nothing for so many beats of so many milliseconds
expect.set_options(timeout=_PATIENCE)


@dataclass
class Served:
    """A page that is served, and the library behind it."""

    address: str
    library: object


@dataclass
class Watched:
    """An open page, and what it should not do."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    pending: set[object] = field(default_factory=set)

    def network(self) -> None:
        """Wait until the network is drawn."""
        self.page.wait_for_selector(".figure .scatterlayer .point", state="attached")
        expect(self.page.locator("#curtain")).to_be_hidden()

    def shows(self, count: str) -> None:
        """Wait until so many actors are shown: "5 of 8"."""
        expect(self.page.locator("#count")).to_contain_text(f"{count} actors")

    def places(self) -> dict[str, tuple[float, float]]:
        """Return where on the screen the shown actors and handles of relations are, by "actor person:..."."""
        return self.page.evaluate(
            """() => {
                const graph = document.querySelector("#network .js-plotly-plot");
                const box = graph.getBoundingClientRect();
                const { xaxis, yaxis } = graph._fullLayout;
                const places = {};
                for (const trace of graph.data) {
                    if (trace.meta !== "actors" && trace.meta !== "handles") continue;
                    trace.customdata.forEach(([what, id], at) => {
                        if (!window.dramatis.canvas.isShown({ what, id })) return;
                        places[`${what} ${id}`] = [box.left + xaxis.d2p(trace.x[at]), box.top + yaxis.d2p(trace.y[at])];
                    });
                }
                return places;
            }"""
        )

    def click(self, x: float, y: float) -> None:
        """Click at a place of the network as a reader would, once nothing that closes is before it any more."""
        free = "([x, y]) => document.elementFromPoint(x, y)?.closest('.figure')"
        self.page.wait_for_function(free, arg=[x, y])
        self.page.mouse.move(x, y)
        self.page.mouse.click(x, y)

    def settle(self) -> None:
        """Wait until nothing is asked for and nothing is drawn any more."""
        still = 0
        while still < _STILL:
            self.page.wait_for_timeout(_BEAT)
            still = 0 if self.pending else still + 1


def serve(library: object) -> tuple[Served, object]:
    """Serve a library's page from a thread of this process."""
    server = create_server(create_app(load_settings({}), library).server, host="127.0.0.1", port=0, threads=12)
    threading.Thread(target=server.run, daemon=True).start()
    return Served(f"http://127.0.0.1:{server.effective_port}", library), server


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sample() -> Iterator[Served]:
    served, server = serve(FakeLibrary(sample_knowledge()))
    yield served
    server.close()


@pytest.fixture(scope="session")
def forty() -> Iterator[Served]:
    served, server = serve(FakeLibrary(synthetic_knowledge(40)))
    yield served
    server.close()


@pytest.fixture(scope="session")
def many() -> Iterator[Served]:
    served, server = serve(FakeLibrary(synthetic_knowledge(700)))
    yield served
    server.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[object]:
    """Open a served page: visit(served, width=..., height=..., scheme=...); at the end it must be clean."""
    opened: list[tuple[BrowserContext, Watched]] = []

    def open_page(served: Served, *, width=1440, height=900, scheme="light", path="", **options) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True, **options
        )
        page = context.new_page()
        page.set_default_timeout(_PATIENCE)
        watched = Watched(page, served.address)
        page.on("console", lambda said: said.type == "error" and watched.complaints.append(said.text))
        page.on("pageerror", lambda error: watched.complaints.append(str(error.stack)))
        page.on("request", lambda asked: _is_strange(asked.url, served) and watched.strangers.append(asked.url))
        page.on("request", lambda asked: watched.pending.add(asked))
        page.on("requestfinished", lambda asked: watched.pending.discard(asked))
        page.on("requestfailed", lambda asked: watched.pending.discard(asked))
        opened.append((context, watched))
        page.goto(f"{served.address}/?{path}" if path else served.address)
        return watched

    yield open_page
    for context, watched in opened:
        context.close()
        assert watched.complaints == []
        assert watched.strangers == []


def _is_strange(address: str, served: Served) -> bool:
    return not address.startswith((served.address, "data:", "blob:"))
