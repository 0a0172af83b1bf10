"""How long the server works on a filter and on a click, with all that follows posted to Dash's update route."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice, product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from app import create_app
from components import ids
from graph import Filters, Library, Selection, load_settings
from graph.model import GraphView, KnowledgeBase, Passage, Status
from graph.settings import Settings
from graph.story import Story
from tests.benchmarks import Row
from tests.components.fakes import FakeLibrary
from tests.components.wire import Wire
from tests.knowledge_bases import synthetic_knowledge

ROUNDS = 40
EVERYTHING = Filters()
LARGE = 1_000  # actors
PAGE = {
    "scheme": "light",
    "canvas_size": {"width": 800, "height": 700},
    "extent": {},
    "version": 0,
    "view_tabs": "network",
}


class StoryLibrary(FakeLibrary):
    """A library on a ready-made knowledge base that answers as the real one does."""

    def __init__(self, kb: KnowledgeBase) -> None:
        super().__init__(kb)
        self._story = Story(kb, self.taxonomy, positions=self._positions)

    def view(self, filters: Filters = EVERYTHING, selection: Selection | None = None) -> GraphView:  # noqa: ARG002
        return self._story.view(filters)

    def passages(self, selection: Selection, filters: Filters | None = None) -> tuple[Passage, ...]:
        return self._story.passages(selection, filters or Filters())


def measure_answering() -> list[Row]:
    """Return how long filters and clicks keep the server busy, for the sample story and for a large network."""
    settings = load_settings()
    with TemporaryDirectory() as folder:
        library = Library(Settings(f"sqlite:///{Path(folder) / 'library.sqlite'}", pipeline=settings.pipeline))
        library.add_seeds()
        rows = _measure(library, settings, "the sample story")
    return rows + _measure(StoryLibrary(synthetic_knowledge(LARGE)), settings, "a synthetic network")


def _measure(library: Any, settings: Settings, name: str) -> list[Row]:
    wire = Page(create_app(settings, library))
    kb = library.knowledge()
    size = f"{len(kb.actors):,} actors and {len(kb.relations):,} relations"
    wire.change(ids.FILTERS, Filters(), Selection())
    filters = list(islice(_filters(kb), ROUNDS))
    picks = [Selection("actor", actor_id) for actor_id in islice(kb.actors, ROUNDS // 2)]
    picks += [Selection("relation", relation_id) for relation_id in islice(kb.relations, ROUNDS // 2)]
    filtering = [_seconds(lambda f=f: wire.change(ids.FILTERS, f, Selection())) for f in filters]
    picking = [_seconds(lambda p=p: wire.change(ids.SELECTION, Filters(), p)) for p in picks]
    return [
        Row(f"A filter on {name}", f"{_spread(filtering)} ({size})"),
        Row(f"A click on {name}", f"{_spread(picking)} ({size})"),
    ]


class Page(Wire):
    """Posts all that a browser posts after a change."""

    def change(self, store: str, filters: Filters, selection: Selection) -> None:
        """Ask for what goes with the selection, and post to every callback on the server that listens to a store."""
        self.select(asdict(selection), filters=asdict(filters), tied=store == ids.SELECTION)
        values = PAGE | {"filters": asdict(filters), "selection": asdict(selection)}
        for spec in self._specs:
            listens = any(part["id"] == store for part in spec["inputs"])
            if listens and not spec["clientside_function"]:
                self.ask_all(spec["output"].strip(".").split("...")[0].partition("@")[0], **values)


def _filters(kb: KnowledgeBase) -> Iterator[Filters]:
    """Give one set of filters after the other, no two the same."""
    families = [(), *((family,) for family in dict.fromkeys(relation.family for relation in kb.relations.values()))]
    texts = ["", "a", "er", "in"]
    statuses: Sequence[tuple[str, ...]] = [(), (Status.ASSERTED,)]
    for text, family, status in product(texts, families, statuses):
        if text or family or status:
            yield Filters(families=family, statuses=status, text=text)


def _seconds(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _spread(seconds: Sequence[float]) -> str:
    return f"median {1_000 * median(seconds):,.0f} ms, 95th of 100 {1_000 * quantiles(seconds, n=20)[-1]:,.0f} ms"
