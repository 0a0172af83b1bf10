"""A story: what a set of articles says and what is drawn of it; built once for each set and then only read."""

import gc
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock

from graph.filters import Filters
from graph.knowledge import passages
from graph.model import GraphView, KnowledgeBase, Passage, Selection
from graph.network import build_network
from graph.positions import place
from graph.tables import build_tables, narrow
from graph.taxonomy import Taxonomy
from graph.view import build_view

Positions = Mapping[str, tuple[float, float]]
VIEWS_KEPT = 64  # every part of the page asks for the view of the same filters


class Story:
    """A knowledge base (`kb`), where its actors stand (`positions`), and what both show."""

    def __init__(
        self,
        kb: KnowledgeBase,
        taxonomy: Taxonomy,
        *,
        positions: Positions | None = None,
        former: Positions | None = None,
    ) -> None:
        """Build all that is drawn.

        `positions` that fit the actors are taken as they are; else actors with a `former` position stay about there.
        """
        self.kb = kb
        self._taxonomy = taxonomy
        self._network = build_network(kb)
        fits = positions is not None and positions.keys() == kb.actors.keys()
        self.positions: Positions = positions if fits and positions else place(self._network, former=former)
        self._tables = build_tables(kb)
        self._views = lru_cache(VIEWS_KEPT)(self._build_view)
        self._viewing = Lock()
        # What lives as long as the story is left out of the collector's rounds, which else halt an answer for 0.2 s at
        # 1,000 actors. Reference counts still free it.
        gc.freeze()

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
