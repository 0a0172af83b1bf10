"""What was read out of articles: in memory, from where it is kept, or read when it is asked for."""

from collections.abc import Collection, Iterable
from threading import Lock
from typing import Protocol

from graph.ahead import in_order
from graph.memory import no_collection
from graph.model import Article, Extraction
from graph.reader import Reader


class Shelf(Protocol):
    """Where what was read is kept (see graph/store.py)."""

    def add(self, extraction: Extraction) -> None:
        """Keep what was read."""

    def unread(self, version: str) -> frozenset[str]:
        """Return the ids of the articles that a version has not read."""

    def extractions(self, articles: Iterable[Article], version: str) -> dict[str, Extraction]:
        """Return what a version read out of articles, by their ids; without what it has not read or is damaged."""

    def former_extractions(self, articles: Iterable[Article], version: str) -> dict[str, Extraction]:
        """Return what another version read last out of articles, where this one has not read them and it is sound."""


class Extractions:
    """What a reader reads out of articles, each read once; safe to use from several threads.

    With `shows_former`, what only former versions have read is told as they read it. Who reads beside the queue takes
    the lock `reading`, so that no article is read twice.
    """

    def __init__(self, shelf: Shelf, reader: Reader) -> None:
        self.shows_former = False
        self.reading = Lock()
        self._shelf = shelf
        self._reader = reader
        self._known: dict[str, Extraction] = {}

    def put(self, extraction: Extraction) -> None:
        """Have at hand what was read and kept."""
        self._known[extraction.article.id] = extraction

    def of(self, articles: Collection[Article]) -> list[Extraction]:
        """Return what articles say; what this version has not read yet is read, unless what a former read is told."""
        self._load(articles)
        if not all(article.id in self._known for article in articles):
            with self.reading:
                unread = [article for article in articles if article.id not in self._known]
                for read in in_order(self._reader.read, unread, threads=self._reader.at_once):
                    self._shelf.add(read)
                    self.put(read)
        return [self._known[article.id] for article in articles]

    def renew(self, articles: Collection[Article]) -> bool:
        """Tell from now on what this version reads, and say whether something else was told of these articles."""
        self.shows_former = False
        former = [self._known.pop(article.id) for article in articles if article.id in self._known]
        return bool(former)

    def _load(self, articles: Iterable[Article]) -> None:
        """Load what is kept of articles, all at once."""
        missing = [article for article in articles if article.id not in self._known]
        if missing:
            with no_collection():
                found = self._shelf.extractions(missing, self._reader.version)
                if self.shows_former:
                    unread = [article for article in missing if article.id not in found]
                    found |= self._shelf.former_extractions(unread, self._reader.version)
            for article_id, extraction in found.items():
                self._known.setdefault(article_id, extraction)
