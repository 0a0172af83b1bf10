"""A story: all that a set of articles says and what is drawn of it; built once for each set and then only read."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from threading import Lock

from graph.filters import Filters
from graph.knowledge import build_knowledge, passages
from graph.model import Extraction, GraphView, KnowledgeBase, Passage, Selection
from graph.network import build_network
from graph.positions import place
from graph.tables import build_tables, narrow
from graph.taxonomy import Taxonomy
from graph.view import build_view

Positions = Mapping[str, tuple[float, float]]
VIEWS_KEPT = 64  # every part of the page asks for the view of the same filters


class Story:
    """The knowledge base `kb` of some articles, and where its actors stand (`positions`)."""

    def __init__(
        self,
        extractions: Sequence[Extraction],
        taxonomy: Taxonomy,
        *,
        positions: Positions | None = None,
        former: Positions | None = None,
    ) -> None:
        """Build the story; `positions` are taken as they are, else actors with a `former` position stay about there."""
        self.kb: KnowledgeBase = build_knowledge(extractions, taxonomy)
        self._taxonomy = taxonomy
        self._network = build_network(self.kb)
        known = positions is not None and positions.keys() == self.kb.actors.keys()
        self.positions: Positions = positions if known and positions else place(self._network, former=former)
        self._tables = build_tables(self.kb)
        self._views = lru_cache(VIEWS_KEPT)(self._build_view)
        self._viewing = Lock()

    def view(self, filters: Filters) -> GraphView:
        """Return what passes the filters, ready to be drawn."""
        with self._viewing:  # so that those who ask for the same at once do not all build it
            return self._views(filters)

    def passages(self, selection: Selection, filters: Filters) -> tuple[Passage, ...]:
        """Return the proof of what is selected: its claims that pass the filters, then bare mentions."""
        keep = narrow(self._tables, filters).claims if filters.active else None
        return passages(self.kb, self._taxonomy, selection, keep=keep)

    def _build_view(self, filters: Filters) -> GraphView:
        return build_view(self.kb, self._taxonomy, self._network, self.positions, filters, self._tables)
