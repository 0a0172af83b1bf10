"""A library for tests of the page: all in memory, with no reader of language behind it."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from graph import read_article
from graph.columns import Columns, pack_columns
from graph.contradictions import Contradiction, find_contradictions
from graph.errors import ArticleError
from graph.explain import Explanation, build_explanation
from graph.filters import Filters
from graph.knowledge import build_reading, claim_passages, passages
from graph.library import MOST_TRIED
from graph.measures import Measures, build_measures
from graph.model import (
    Article,
    GraphView,
    KnowledgeBase,
    Passage,
    ReadingProgress,
    ReadingView,
    Selection,
)
from graph.network import build_network, importance_of
from graph.paths import Ego, Routes, SharedTie, find_ego, find_routes, find_shared
from graph.positions import place
from graph.questions import Asker
from graph.questions.values import Answer
from graph.readings import Held
from graph.review import Pair, find_pairs
from graph.search import Found, Search
from graph.tables import build_tables, narrow
from graph.taxonomy import load_taxonomy
from graph.ties import Ties, build_ties
from graph.view import build_view
from tests.components.readers import PlainReader
from tests.curation.logs import correct

NOTHING = Selection()
EVERYTHING = Filters()


class FakeReadings:
    """Notes down what it is asked to read."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bytes | str | None]] = []
        self.cancelled: list[str] = []
        self.asking: list[bool] = []  # about all tables
        self.on_hold: list[Held] = []
        self.answered: dict[int, bytes] = {}
        self.jobs: dict[str, ReadingProgress] = {}

    @property
    def latest(self) -> str | None:
        return next(reversed(self.jobs), None)

    def start(self, sources: Sequence[tuple[str, bytes | str | None]], *, asking, all_tables, answers) -> str:
        assert asking
        self.asked += sources
        self.asking.append(all_tables)
        self.answered |= answers
        self.let_go(answers)
        self.jobs["job"] = ReadingProgress(total=len(sources) + len(answers), current="a.txt")
        return "job"

    def held(self) -> tuple[Held, ...]:
        return tuple(self.on_hold)

    def let_go(self, numbers: Collection[int]) -> None:
        self.on_hold = [held for held in self.on_hold if held.number not in numbers]

    def progress(self, job_id: str) -> ReadingProgress:
        return self.jobs.get(job_id, ReadingProgress(total=0, finished=True))

    def cancel(self, job_id: str) -> None:
        self.cancelled.append(job_id)


class FakeRenewal:
    """Tells how far it is said to be."""

    progress = ReadingProgress(total=0, finished=True)


class FakeLibrary:
    """Answers like a Library about one knowledge base; what it is asked to read, it only notes down."""

    def __init__(self, kb: KnowledgeBase, *, name: str = "Sample story") -> None:
        self.name = name
        self.taxonomy = load_taxonomy()
        self.readings = FakeReadings()
        self.renewal = FakeRenewal()
        self._kb = kb
        self._network = build_network(kb)
        self._positions = place(self._network)
        self._tables = build_tables(kb, importance_of(kb))
        self._views = lru_cache(64)(self._build_view)
        self._search = Search(kb)
        self._asker = Asker(kb, self.taxonomy)
        self.corrections = correct(kb)
        self.revision = 1
        self.is_sample = False
        self.is_ready = False

    def get_ready(self) -> None:
        self.is_ready = True

    def forget_views(self) -> None:
        """Build all views anew, as after a correction."""
        self._views.cache_clear()

    def refresh(self) -> int:
        return self.revision

    def pairs(self) -> tuple[Pair, ...]:
        return find_pairs(self.corrections.state())

    def knowledge(self) -> KnowledgeBase:
        return self._kb

    def articles(self) -> tuple[Article, ...]:
        return tuple(self._kb.articles.values())

    def view(self, filters: Filters = EVERYTHING, selection: Selection = NOTHING) -> GraphView:  # noqa: ARG002
        return self._views(filters)

    def columns(self) -> Columns:
        return pack_columns(self._tables, self.taxonomy, self._kb.actors)

    def passages(self, selection: Selection, filters: Filters = EVERYTHING) -> tuple[Passage, ...]:
        return passages(self._kb, self.taxonomy, selection, keep=self._passing(filters))

    def proofs(self, claim_ids: Collection[str]) -> Mapping[str, Passage]:
        return claim_passages(self._kb, self.taxonomy, claim_ids)

    def shown(self) -> KnowledgeBase:
        return self._kb

    def quotes(self, relation_ids: Collection[str], filters: Filters = EVERYTHING) -> Mapping[str, Passage]:
        found = {name: self.passages(Selection("relation", name), filters) for name in relation_ids}
        return {name: proofs[0] for name, proofs in found.items() if proofs}

    def search(self, text: str) -> tuple[Found, ...]:
        return self._search.find(text)

    def ego(self, actor_id: str, *, steps: int = 1, filters: Filters = EVERYTHING) -> Ego:
        return find_ego(self._ties(filters), self._kb, actor_id, steps=steps)

    def shared(self, first: str, second: str, filters: Filters = EVERYTHING) -> tuple[SharedTie, ...]:
        return find_shared(self._ties(filters), self._kb, first, second)

    def paths(self, source: str, target: str, filters: Filters = EVERYTHING) -> Routes:
        return find_routes(self._ties(filters), self._kb, source, target)

    def measures(self) -> Measures:
        return build_measures(self._network)

    def contradictions(self, filters: Filters = EVERYTHING) -> tuple[Contradiction, ...]:
        return find_contradictions(self._kb, self.taxonomy, self._passing(filters))

    def ask(self, text: str) -> Answer:
        return self._asker.ask(text)

    def reading(self, article_id: str) -> ReadingView:
        return build_reading(self._kb, self.taxonomy, article_id)

    def explain(self, text: str) -> Explanation:
        if len(text) > MOST_TRIED:
            raise ArticleError("The text is too long to be tried.")
        return build_explanation(PlainReader().read(read_article(text)), self.taxonomy)

    def _passing(self, filters: Filters) -> frozenset[str] | None:
        return narrow(self._tables, filters).claims if filters.active else None

    def _ties(self, filters: Filters) -> Ties:
        return build_ties(self._kb, self._passing(filters))

    def _build_view(self, filters: Filters) -> GraphView:
        return build_view(self._kb, self.taxonomy, self._positions, filters, self._tables)
