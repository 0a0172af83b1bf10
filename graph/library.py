"""The library: the articles, what they say, and what is drawn of it; the one object that callbacks hold."""

import json
import logging
from collections.abc import Collection, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from threading import Lock, Thread

from graph.articles import Draft, read_article, read_draft
from graph.columns import Columns
from graph.contradictions import Contradiction
from graph.corrections import Corrections
from graph.curation import Curated
from graph.errors import ArticleError, DramatisError, PipelineError
from graph.explain import Explanation, build_explanation
from graph.extractions import Extractions
from graph.fetching import Fetcher
from graph.files import find_files, read_file
from graph.filters import Filters
from graph.knowledge import build_knowledge, build_reading, leave_out
from graph.measures import Measures
from graph.memory import no_collection
from graph.model import (
    Article,
    Extraction,
    GraphView,
    KnowledgeBase,
    Passage,
    ReadingProgress,
    ReadingView,
    Selection,
)
from graph.network import build_network
from graph.pace import Pace
from graph.paths import Ego, Routes, SharedTie
from graph.positions import place, settle
from graph.processes import open_reader
from graph.questions.values import Answer
from graph.reader import Reader
from graph.readings import SEEDS_JOB, Readings
from graph.renewal import Renewal
from graph.reports import REPORTS_VERSION, find_reports, look_over
from graph.review import Pair, find_pairs
from graph.search import Found
from graph.settings import Settings
from graph.store import Store
from graph.story import Positions, Story
from graph.taxonomy import Taxonomy, load_taxonomy

MOST_TRIED = 2_000  # characters
SEEDS_READ = "seeds read"  # notes in the store
POSITIONS = "positions"
REPORTS = "reports"
PROJECT_NAME = "name"
STORIES_KEPT = 4  # so that an undo draws what was drawn before
NOTHING = Selection()
EVERYTHING = Filters()

logger = logging.getLogger(__name__)


def project_name(store: Store) -> str:
    """Return what the project in a store is called."""
    return store.noted(PROJECT_NAME) or ("Sample story" if store.has_only_seeds() else "My articles")


class Library:
    """The articles in a store and what they say together; safe to use from several threads.

    All that is handed out is immutable. `taxonomy` has the kinds of actors and the families and types of relations;
    `corrections` takes the reader's decisions, `readings` what is to be read, and `renewal` tells how far what former
    versions read is read anew.
    """

    def __init__(self, settings: Settings, *, reader: Reader | None = None) -> None:
        """Open the library; nothing is read yet, and the language pipeline is not loaded.

        `reader` reads articles in place of the pipeline of the settings. Raises StoreError, PipelineError or
        TaxonomyError where something that is needed is not there.
        """
        self.taxonomy: Taxonomy = load_taxonomy()
        self._seeds = settings.seeds
        self._reader = reader or open_reader(settings, self.taxonomy)
        self._store = Store(settings.database_url)
        self._articles = {article.id: article for article in self._store.articles()}
        self._told = self._articles  # those of which the story tells
        self._pace = Pace()
        self._extractions = Extractions(self._store, self._reader)
        self._base: KnowledgeBase | None = None
        self._renewals = 0
        self._positions: tuple[KnowledgeBase, Positions] | None = None
        self._stories: tuple[tuple[Curated, Story], ...] = ()  # the latest first
        # While the seeds come in one by one, pictures of some of them must not shape that of all.
        self._drawing_is_final = True
        self._adding = Lock()  # one article at a time is stored
        # Where several locks are needed, they are taken in the order: the story's, the corrections', the base's.
        self._building = Lock()  # one thread builds the story, the others wait for it
        self._basing = Lock()
        self._pairs = lru_cache(STORIES_KEPT)(find_pairs)
        self._reports = lru_cache(1)(self._find_reports)
        fetcher = Fetcher(private=settings.private_addresses)
        self.readings = Readings(
            self._store, self._read_draft, self._keep, fetcher.fetch, at_once=self._reader.at_once, done=self.view
        )
        seeds = ReadingProgress(total=0, finished=self._store.noted(SEEDS_READ) is not None)
        self.readings.tell(SEEDS_JOB, seeds)
        self.renewal = Renewal(self._store, self._reader, lambda: self._articles.values(), self._take_renewed)
        self.corrections = Corrections(self._store, self._base_knowledge, self.taxonomy, who=settings.who)

    @property
    def name(self) -> str:
        """Return what the library is called; without a name it is the sample story until the reader adds an article."""
        return project_name(self._store)

    @property
    def is_sample(self) -> bool:
        """Tell whether it holds nothing but the sample story."""
        return self._store.has_only_seeds()

    @property
    def revision(self) -> int:
        """Return a number that grows with every correction and with the articles, as they are taken in or read anew."""
        return len(self._taken_in()) + len(self.corrections.history.entries) + self._renewals

    def refresh(self) -> int:
        """Take in what another process has written to the same file, and return the revision.

        What is being read in the background meanwhile is taken in too, but only every few seconds.
        """
        articles, entries = self._store.counts()
        if articles > len(self._articles) and self._adding.acquire(blocking=False):  # else one is being added here
            try:
                self._articles = {article.id: article for article in self._store.articles()}
            finally:
                self._adding.release()
        if entries > len(self.corrections.history.entries):
            self.corrections.refresh()
        if self._told is not self._articles and self._pace.is_due():
            self._told = self._articles
        return self.revision

    def copy_to(self, path: Path) -> None:
        """Write the whole library as it is now to one file, which must not be there yet. Raises StoreError."""
        self._store.copy_to(path)

    def add(self, raw: bytes | str, *, name: str = "") -> Article:
        """Read an article and keep it; one that is there already is returned as it is.

        Raises ArticleError for what is no article (see `read_article`), StoreError where it cannot be kept.
        """
        article = read_article(raw, name=name)
        with self._extractions.reading:
            return self._keep(self._read(article), "")[0]

    def get_ready(self) -> None:
        """Get ready in the background for an article that will soon be added; it may come before that is done."""
        Thread(target=self._get_ready, daemon=True, name="getting ready").start()

    def add_seeds(self) -> None:
        """Read the sample story if that was not done before, and anew what a former version read.

        SEEDS_JOB tells how far it has come and what could not be read. A second start reads nothing.
        """
        if self._store.noted(SEEDS_READ) is None:
            self._drawing_is_final = False
            self._read_seeds()
            with self._building:
                self._drawing_is_final, self._stories = True, ()
        self.renewal.run()

    def show_former(self) -> None:
        """Tell what former versions read until this one has read it anew, which begins in the background.

        Without this, whoever asks first waits until all is read anew: minutes, with many articles.
        """
        if self.renewal.is_due():
            self._extractions.shows_former = True
            self.renewal.begin()

    def articles(self) -> tuple[Article, ...]:
        """Return the articles in the order in which they were added.

        What is being read in the background is not among them, nor in what is told, until `refresh` takes it in or all
        is read.
        """
        return tuple(self._taken_in().values())

    def knowledge(self) -> KnowledgeBase:
        """Return all that the articles say, as corrected; the same object until an article or a correction is added."""
        return self.corrections.state().kb

    def shown(self) -> KnowledgeBase:
        """Return what the articles say of those whom the reader has not hidden: what is to be given to others."""
        knowledge = self.knowledge()
        hidden = knowledge.actors.keys() - {node.id for node in self.view(EVERYTHING).nodes}
        return leave_out(knowledge, hidden) if hidden else knowledge

    def view(self, filters: Filters = EVERYTHING, selection: Selection = NOTHING) -> GraphView:  # noqa: ARG002
        """Return what is to be drawn; a selection changes nothing in it."""
        return self._current_story().view(filters)

    def columns(self) -> Columns:
        """Return what the browser needs to apply filters by itself; made once for each set of articles."""
        return self._current_story().columns()

    def passages(self, selection: Selection, filters: Filters = EVERYTHING) -> tuple[Passage, ...]:
        """Return the proof of an actor or a relation: its claims that pass the filters, then bare mentions."""
        return self._current_story().passages(selection, filters)

    def proofs(self, claim_ids: Collection[str]) -> Mapping[str, Passage]:
        """Return the sentences that make these claims, by claim; an id that is not known is left out."""
        return self._current_story().proofs(claim_ids)

    def quotes(self, relation_ids: Collection[str], filters: Filters = EVERYTHING) -> Mapping[str, Passage]:
        """Return the firmest and earliest sentence of each relation among what passes; unknown ids are left out."""
        return self._current_story().quotes(relation_ids, filters)

    def search(self, text: str) -> tuple[Found, ...]:
        """Return the actors whose name or alias holds the text, best first (see `graph.search`)."""
        return self._current_story().search(text)

    def ego(self, actor_id: str, *, steps: int = 1, filters: Filters = EVERYTHING) -> Ego:
        """Return who stands at most 1 to 3 steps from an actor over what passes the filters."""
        return self._current_story().ego(actor_id, steps, filters)

    def shared(self, first: str, second: str, filters: Filters = EVERYTHING) -> tuple[SharedTie, ...]:
        """Return the actors that have ties with both of two, the best tied first."""
        return self._current_story().shared(first, second, filters)

    def paths(self, source: str, target: str, filters: Filters = EVERYTHING) -> Routes:
        """Return all shortest paths between two actors, the firmest first, or who comes closest to a bridge."""
        return self._current_story().paths(source, target, filters)

    def measures(self) -> Measures:
        """Return who is central, who bridges and which groups there are in the whole network, and why."""
        return self._current_story().measures

    def contradictions(self, filters: Filters = EVERYTHING) -> tuple[Contradiction, ...]:
        """Return what stands against each other among what passes the filters, the weightiest first."""
        return self._current_story().contradictions(filters)

    def pairs(self) -> tuple[Pair, ...]:
        """Return the pairs of actors that may be one and that are not decided on yet, the likeliest first."""
        return self._pairs(self.corrections.state())

    def ask(self, text: str) -> Answer:
        """Return what the articles say to a question in plain English, or why it is not understood."""
        return self._current_story().ask(text)

    def reading(self, article_id: str) -> ReadingView:
        """Return an article with its mentions marked. Raises ArticleError for one that is not here."""
        if article_id not in self.knowledge().articles:
            raise ArticleError(f"There is no article {article_id!r} in this library; reload the page.")
        return build_reading(self.knowledge(), self.taxonomy, article_id)

    def explain(self, text: str) -> Explanation:
        """Return what would be read out of a text of at most MOST_TRIED characters; it is not kept.

        Raises ArticleError for a text that is empty or longer, PipelineError where the pipeline cannot be loaded.
        """
        if len(text) > MOST_TRIED:
            raise ArticleError(
                f"The text has {len(text):,} characters and at most {MOST_TRIED:,} can be tried; take a part of it, or "
                "add the whole as an article."
            )
        article = read_article(text)
        try:
            return build_explanation(self._reader.read(article), self.taxonomy)
        except DramatisError:
            raise
        except Exception as fault:
            logger.exception("a text could not be explained")
            message = "The text could not be read because of a fault in Dramatis; please report it with the text."
            raise ArticleError(message) from fault

    def _get_ready(self) -> None:
        with suppress(PipelineError):  # which is told when an article is there
            self._reader.wake()
        look_over(self.articles())

    def _take_renewed(self, articles: Collection[Article]) -> None:
        """Tell from now on what this version reads, now that it has read these articles."""
        with self._basing:
            if self._extractions.renew(articles):
                self._base = None
                self._renewals += 1

    def _read_draft(self, draft: Draft) -> Article | Extraction:
        return self._read(read_draft(draft))

    def _read(self, article: Article) -> Article | Extraction:
        """Return what an article says, or the article as it is kept if it is there already."""
        return self._articles.get(article.id) or self._reader.read(article)

    def _keep(self, read: Article | Extraction, job: str) -> tuple[Article, bool]:
        """Keep what `_read` returned; return the article as it is kept, and whether it is new."""
        if isinstance(read, Article):
            return read, False
        article = read.article
        with self._adding:
            known = self._articles.get(article.id)
            if known is not None:
                return known, False
            self._store.add(read, is_seed=job == SEEDS_JOB)
            self._extractions.put(read)
            self._articles = {**self._articles, article.id: article}
        return article, True

    def _taken_in(self) -> Mapping[str, Article]:
        """Return the articles of which the story tells: all, unless more are being read."""
        if not self.readings.under_way:
            self._told = self._articles
        return self._told

    def _base_knowledge(self) -> KnowledgeBase:
        """Return what the articles say before any correction; the same object until an article is taken in."""
        articles = self._taken_in()
        with self._basing:
            if self._base is None or self._base.articles.keys() != articles.keys():
                with self._pace.measured():
                    extractions = self._extractions.of(articles.values())
                    with no_collection():
                        self._base = build_knowledge(extractions, self.taxonomy)
            return self._base

    def _current_story(self) -> Story:
        with self._building, no_collection():  # until the story is kept from the collector
            state = self.corrections.state()
            story = next((story for of, story in self._stories if of is state), None)
            if story is not None:
                self._stories = ((state, story), *(kept for kept in self._stories if kept[0] is not state))
            else:
                with self._pace.measured():
                    story = Story(
                        state.kb,
                        self.taxonomy,
                        positions=settle(self._placed(self._base_knowledge()), state.kb.actors, state.origins),
                        hidden=state.hidden,
                        reports=self._reports(tuple(state.kb.articles.values())),
                        former=self._stories[0][1] if self._stories else None,
                    )
                self._stories = ((state, story), *self._stories[: STORIES_KEPT - 1])
            return story

    def _placed(self, base: KnowledgeBase) -> Positions:
        """Return where actors stand before any correction; a new set of articles starts from where they stood."""
        if self._positions is not None and self._positions[0] is base:
            return self._positions[1]
        kept = json.loads(self._store.noted(POSITIONS) or '{"of": "", "at": {}}')
        former = {actor_id: (x, y) for actor_id, (x, y) in kept["at"].items()}
        key = " ".join([self._reader.version, *base.articles])
        if not self._drawing_is_final:
            return place(build_network(base))
        if kept["of"] != key or former.keys() != base.actors.keys():
            former = place(build_network(base), former=former)
            self._store.note(POSITIONS, json.dumps({"of": key, "at": former}))
        self._positions = base, former
        return former

    def _find_reports(self, articles: tuple[Article, ...]) -> Mapping[str, str]:
        """Return which articles tell one report; what was found is kept in the store, as it takes long to find."""
        kept = json.loads(self._store.noted(REPORTS) or '{"of": "-"}')
        key = " ".join([REPORTS_VERSION, *(article.id for article in articles)])
        if kept["of"] == key:
            return dict(kept["first"])
        version, *told = kept["of"].split()
        is_part = version == REPORTS_VERSION and {article.id for article in articles}.issuperset(told)
        first = find_reports(articles, kept["first"] if is_part else {})
        self._store.note(REPORTS, json.dumps({"of": key, "first": first}))
        return first

    def _read_seeds(self) -> None:
        try:
            sources = [(path.name, read_file(path)) for path in find_files([self._seeds])]
        except ArticleError as problem:
            self.readings.tell(SEEDS_JOB, ReadingProgress(total=0, finished=True, problems=(str(problem),)))
            return
        self.readings.run(self.readings.prepare(sources, SEEDS_JOB))
        if not self.readings.progress(SEEDS_JOB).problems:
            self._store.note(SEEDS_READ, self._reader.version)
