"""A library for tests of the page: all in memory, with no reader of language behind it."""

from collections.abc import Sequence
from functools import lru_cache

from graph import MOST_TRIED, read_article
from graph.errors import ArticleError
from graph.explain import Explanation, build_explanation
from graph.filters import Filters
from graph.knowledge import build_reading, passages
from graph.model import (
    Article,
    GraphView,
    KnowledgeBase,
    Passage,
    ReadingProgress,
    ReadingView,
    Selection,
)
from graph.network import build_network
from graph.positions import place
from graph.tables import build_tables, narrow
from graph.taxonomy import load_taxonomy
from graph.view import build_view
from tests.components.readers import PlainReader

NOTHING = Selection()
EVERYTHING = Filters()


class FakeLibrary:
    """Answers like a Library about one knowledge base; what it is asked to read, it only notes down."""

    def __init__(self, kb: KnowledgeBase, *, name: str = "Sample story") -> None:
        self.name = name
        self.taxonomy = load_taxonomy()
        self.asked_to_read: list[tuple[str, bytes | str]] = []
        self.jobs: dict[str, ReadingProgress] = {}
        self._kb = kb
        self._network = build_network(kb)
        self._positions = place(self._network)
        self._tables = build_tables(kb)
        self._views = lru_cache(64)(self._build_view)

    def knowledge(self) -> KnowledgeBase:
        return self._kb

    def articles(self) -> tuple[Article, ...]:
        return tuple(self._kb.articles.values())

    def view(self, filters: Filters, selection: Selection = NOTHING) -> GraphView:  # noqa: ARG002
        return self._views(filters)

    def passages(self, selection: Selection, filters: Filters = EVERYTHING) -> tuple[Passage, ...]:
        keep = narrow(self._tables, filters).claims if filters.active else None
        return passages(self._kb, self.taxonomy, selection, keep=keep)

    def reading(self, article_id: str) -> ReadingView:
        return build_reading(self._kb, article_id)

    def explain(self, text: str) -> Explanation:
        if len(text) > MOST_TRIED:
            raise ArticleError("The text is too long to be tried.")
        return build_explanation(PlainReader().read(read_article(text)), self.taxonomy)

    def start_reading(self, sources: Sequence[tuple[str, bytes | str]]) -> str:
        self.asked_to_read += sources
        self.jobs["job"] = ReadingProgress(total=len(sources), current=sources[0][0])
        return "job"

    def progress(self, job_id: str) -> ReadingProgress:
        return self.jobs.get(job_id, ReadingProgress(total=0, finished=True))

    def _build_view(self, filters: Filters) -> GraphView:
        return build_view(self._kb, self.taxonomy, self._network, self._positions, filters, self._tables)
