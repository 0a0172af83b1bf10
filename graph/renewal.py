"""The renewal: what only former versions have read, read anew in the background after an update."""

import logging
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from threading import Lock, Thread

from graph.ahead import in_order
from graph.errors import DramatisError
from graph.extractions import Shelf
from graph.model import Article, ReadingProgress
from graph.reader import Reader

logger = logging.getLogger(__name__)


class Renewal:
    """Reads anew what is on a shelf; safe to use from several threads."""

    def __init__(
        self,
        shelf: Shelf,
        reader: Reader,
        articles: Callable[[], Iterable[Article]],
        done: Callable[[Collection[Article]], None],
    ) -> None:
        """Prepare it; nothing is read yet. `done` is called with what was read anew, once all of it is kept."""
        self._shelf = shelf
        self._reader = reader
        self._articles = articles
        self._done = done
        self._running = Lock()  # what former versions read is read anew once
        self._progress = ReadingProgress(total=0, finished=True)

    @property
    def progress(self) -> ReadingProgress:
        """Return how far it has come; it has finished where there is nothing to be read anew."""
        return self._progress

    def is_due(self) -> bool:
        """Say whether there is something that this version has not read."""
        return bool(self._shelf.unread(self._reader.version))

    def begin(self) -> None:
        """Read anew in the background; what cannot be read is told in `progress`, and the next start tries again."""
        self._progress = ReadingProgress(total=len(self._unread()))
        Thread(target=self._run_and_tell, daemon=True, name="reading anew").start()

    def run(self) -> None:
        """Read anew and return when all is read. Raises what the reader raises."""
        with self._running:
            articles = self._unread()
            self._progress = ReadingProgress(total=len(articles))
            try:
                for read in in_order(self._reader.read, articles, threads=self._reader.at_once):
                    self._shelf.add(read)
                    self._progress = replace(self._progress, done=self._progress.done + 1)
                self._done(articles)
            except DramatisError as problem:
                self._progress = replace(self._progress, problems=(str(problem),))
                raise
            finally:
                self._progress = replace(self._progress, finished=True)

    def _run_and_tell(self) -> None:
        try:
            self.run()
        except DramatisError as problem:
            logger.warning("what a former version read could not be read anew: %s", problem)

    def _unread(self) -> list[Article]:
        unread = self._shelf.unread(self._reader.version)
        return [article for article in self._articles() if article.id in unread]
