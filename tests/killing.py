"""What must be true of a library whose process was killed: nothing finished is lost, and nothing is there twice."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph import Library, Settings
from graph.curation import Act, Entry
from graph.reader import Reader
from graph.readings import Outcome
from graph.store import Store
from tests.curation.logs import fingerprint

Done = tuple[Act, str]  # what was done, and to whom: the id of an actor, "" for an undo


def check_file(path: Path, told: Iterable[str], done: Sequence[Done]) -> None:
    """Check that the file is sound and holds the articles that were told as read and what was told as done."""
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    store = Store(f"sqlite:///{path}")
    there = [article.id for article in store.articles()]
    lost = set(told) - set(there)
    assert not lost, f"{len(lost)} articles that were told as read are gone"
    logged = iter(map(_done, store.logged()))
    for each in done:  # in the same order; one that was not told any more may stand between them
        assert each in logged, f"{each} was told as done and is not in the log"
    store.close()


def read_so_far(path: Path) -> set[str]:
    """Return the ids of the articles that the queue tells as read."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT told FROM queue WHERE outcome = ?", (Outcome.READ.value,))
        return {told for (told,) in rows}


def check_result(path: Path, unkilled: Library, reader: Reader) -> None:
    """Check that a library comes to what one comes to that read the same without being killed.

    The log of decisions is copied to the latter.
    """
    library = Library(Settings(f"sqlite:///{path}"), reader=reader)
    assert [article.id for article in library.articles()] == [article.id for article in unkilled.articles()]
    for entry in library.corrections.history.entries:
        unkilled._store.log(entry.act, who=entry.who, of=entry.of, decision=entry.decision)
    unkilled.refresh()
    assert fingerprint(library.corrections.state()) == fingerprint(unkilled.corrections.state())


def _done(entry: Entry) -> Done:
    return entry.act, entry.decision.actor.id if entry.decision else ""  # type: ignore[union-attr]
