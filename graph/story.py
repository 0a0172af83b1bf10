"""A story: what a set of articles says and what is drawn of it; built once for each set and then only read."""

import gc
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from threading import Lock

from graph.columns import Columns, pack_columns
from graph.contradictions import Contradiction, find_contradictions
from graph.filters import Filters
from graph.knowledge import claim_passages, passages
from graph.measures import Measures, build_measures
from graph.memory import no_collection
from graph.model import EdgeView, GraphView, KnowledgeBase, Passage, Selection
from graph.network import build_network, importance_of
from graph.paths import Ego, Routes, SharedTie, find_ego, find_routes, find_shared
from graph.questions import Asker
from graph.questions.values import Answer
from graph.search import Found, Search
from graph.tables import Tables, build_tables, narrow
from graph.taxonomy import Taxonomy
from graph.ties import Ties, build_ties
from graph.view import build_view

Positions = Mapping[str, tuple[float, float]]
VIEWS_KEPT = 64  # every part of the page asks for the view of the same filters
TIES_KEPT = 8
EVERYTHING = Filters()
HIDDEN = -1.0  # the importance of an actor that is not to be drawn


class Story:
    """A knowledge base (`kb`), where its actors stand (`positions`), and what both show."""

    def __init__(
        self,
        kb: KnowledgeBase,
        taxonomy: Taxonomy,
        *,
        positions: Positions,
        hidden: frozenset[str] = frozenset(),
        reports: Mapping[str, str] | None = None,
        former: "Story | None" = None,
    ) -> None:
        """Build all that is drawn, on the `positions` of all actors; those that are `hidden` pass no filter.

        `reports` are those of the articles (see `graph.reports`); they are looked for if None.
        What a `former` story has in common with this one is taken over from it.
        """
        self.kb = kb
        self._taxonomy = taxonomy
        self.positions = positions
        self._hides = bool(hidden)
        importance = importance_of(kb)
        # Less than any filter asks for: so they pass neither here nor in the browser, which knows the tables alone.
        importance |= dict.fromkeys(hidden & importance.keys(), HIDDEN)
        self._tables: Tables = build_tables(kb, importance, reports, former=former._tables if former else None)
        self._edges: Mapping[str, EdgeView] = former._edges if former else {}
        self._views = lru_cache(VIEWS_KEPT)(self._build_view)
        self._viewing = Lock()
        self._ties = lru_cache(TIES_KEPT)(self._build_ties)
        self._contradictions = lru_cache(TIES_KEPT)(self._find_contradictions)
        self._search = Search(kb)
        self._asker = Asker(kb, taxonomy)
        self._columns: Columns | None = None
        # What lives as long as the story is left out of the collector's rounds, which else halt an answer for 0.2 s at
        # 1,000 actors. Reference counts still free it.
        gc.freeze()

    def view(self, filters: Filters) -> GraphView:
        """Return what passes the filters, ready to be drawn."""
        with self._viewing:  # so that those who ask for the same at once do not all build it
            return self._views(filters)

    def passages(self, selection: Selection, filters: Filters) -> tuple[Passage, ...]:
        """Return the proof of what is selected: its claims that pass the filters, then bare mentions."""
        return passages(self.kb, self._taxonomy, selection, keep=self._passing(filters))

    def proofs(self, claim_ids: Collection[str]) -> Mapping[str, Passage]:
        """Return the sentences that make these claims, by claim."""
        return claim_passages(self.kb, self._taxonomy, claim_ids)

    def quotes(self, relation_ids: Collection[str], filters: Filters) -> Mapping[str, Passage]:
        """Return the foremost sentence of each relation among what passes the filters."""
        keep = self._passing(filters)
        found = (
            (name, passages(self.kb, self._taxonomy, Selection("relation", name), keep=keep)) for name in relation_ids
        )
        return {name: proofs[0] for name, proofs in found if proofs}

    def search(self, text: str) -> tuple[Found, ...]:
        """Return the actors whose names hold the text, best first."""
        return self._search.find(text)

    def ego(self, actor_id: str, steps: int, filters: Filters) -> Ego:
        """Return who stands at most so many steps from an actor over what passes the filters."""
        return find_ego(self._ties(filters), self.kb, actor_id, steps=steps)

    def shared(self, first: str, second: str, filters: Filters) -> tuple[SharedTie, ...]:
        """Return the actors that have ties with both over what passes the filters."""
        return find_shared(self._ties(filters), self.kb, first, second)

    def paths(self, source: str, target: str, filters: Filters) -> Routes:
        """Return how two actors are tied over what passes the filters; where not at all, if they are without these."""
        routes = find_routes(self._ties(filters), self.kb, source, target)
        if routes.best or not filters.active:
            return routes
        whole = find_routes(self._ties(EVERYTHING), self.kb, source, target)
        if not whole.best:
            return routes
        hint = f"{routes.explanation} Without the filters: {whole.explanation}"
        return replace(routes, explanation=hint)

    @cached_property
    def measures(self) -> Measures:
        """Who is central, who bridges and which groups there are in the whole network."""
        return build_measures(build_network(self.kb))

    def contradictions(self, filters: Filters) -> tuple[Contradiction, ...]:
        """Return what stands against each other among what passes the filters."""
        return self._contradictions(filters)

    def ask(self, text: str) -> Answer:
        """Return what the articles say to a question in plain English."""
        return self._asker.ask(text)

    def _passing(self, filters: Filters) -> frozenset[str] | None:
        """Return the claims that pass, None for all."""
        return narrow(self._tables, filters).claims if filters.active or self._hides else None

    def _build_ties(self, filters: Filters) -> Ties:
        return build_ties(self.kb, self._passing(filters))

    def _find_contradictions(self, filters: Filters) -> tuple[Contradiction, ...]:
        return find_contradictions(self.kb, self._taxonomy, self._passing(filters))

    def columns(self) -> Columns:
        """Return what the browser needs to apply filters by itself."""
        with self._viewing:
            if self._columns is None:
                self._columns = pack_columns(self._tables, self._taxonomy, self.kb.actors)
            return self._columns

    def _build_view(self, filters: Filters) -> GraphView:
        with no_collection():
            view = build_view(self.kb, self._taxonomy, self.positions, filters, self._tables, self._edges)
        if not filters.active:
            self._edges = {edge.id: edge for edge in view.edges}
        return view
