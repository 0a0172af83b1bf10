"""The library on disk: one SQLite file with the articles, what was read out of them, and what the reader decided.

Each article is written in a transaction of its own together with its reading, and SQLite writes ahead to a log: a
process that is killed at any moment leaves a sound file with every article that was finished.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Row,
    String,
    Table,
    Text,
    create_engine,
    event,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from graph.articles import Draft
from graph.codec import decode_extraction, decode_removed, encode_extraction, encode_removed
from graph.curation import Act, Decision, Entry, decode_decision, encode_decision
from graph.errors import StoreError
from graph.lease import Lease
from graph.model import Article, Extraction
from graph.schema import STEPS, VERSION
from graph.waiting import Kind, Outcome, Waiting, decode_facts, encode_facts

APPLICATION_ID = 0x4472616D  # "Dram": tells our files from those of other programs
BUSY_SECONDS = 30

METADATA = MetaData()
ARTICLES = Table(
    "articles",
    METADATA,
    Column("position", Integer, primary_key=True),  # the order in which they were added
    Column("id", String, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("outlet", Text),
    Column("published", String),
    Column("url", Text),
    Column("removed", Text, nullable=False),
    Column("is_seed", Boolean, nullable=False),
    Column("author", Text),
)
EXTRACTIONS = Table(
    "extractions",
    METADATA,
    Column("article_id", String, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("version", String, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
)
META = Table("meta", METADATA, Column("key", String, primary_key=True), Column("value", Text, nullable=False))
DECISIONS = Table(
    "decisions",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("at", String, nullable=False),  # ISO, UTC
    Column("who", Text, nullable=False),
    Column("act", String, nullable=False),
    Column("of", Integer, ForeignKey("decisions.number")),
    Column("decision", Text),
)
QUEUE = Table(
    "queue",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("job", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("name", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("raw", LargeBinary),  # NULL once it is settled
    Column("is_text", Boolean, nullable=False),
    Column("outcome", String),  # NULL as long as it waits
    Column("told", Text, nullable=False),
)


class Store:
    """Articles and their extractions, by content id and version; safe to use from several threads and processes."""

    def __init__(self, database_url: str) -> None:
        """Open the file of "sqlite:///path", or make it with its folder.

        Raises StoreError where it cannot be opened or made, is no library of ours, or is one of a newer Dramatis.
        """
        try:
            url = make_url(database_url)
        except ArgumentError as error:
            raise StoreError(f"DRAMATIS_DATABASE_URL is {database_url!r}; use sqlite:///PATH.") from error
        if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
            raise StoreError(f"DRAMATIS_DATABASE_URL is {database_url!r}; only files are supported: sqlite:///PATH.")
        self.path = Path(url.database)
        self._lease = Lease(self.path.with_name(f"{self.path.name}-reading"))
        self._engine = _engine(database_url)
        self._writing = self._engine.execution_options(writes=True)
        with self._errors("opened"):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self._writing.begin() as connection:
                self._prepare(connection)

    def close(self) -> None:
        """Close the file; the store can be used again and opens it anew."""
        self._engine.dispose()

    def articles(self) -> tuple[Article, ...]:
        """Return the articles in the order in which they were added."""
        with self._errors("read"), self._engine.connect() as connection:
            rows = connection.execute(select(ARTICLES).order_by(ARTICLES.c.position)).all()
        return tuple(_article(row) for row in rows)

    def extraction(self, article: Article, version: str) -> Extraction | None:
        """Return what this version read out of an article; None if it has not, or if the stored form is damaged."""
        return self.extractions([article], version).get(article.id)

    def extractions(self, articles: Iterable[Article], version: str) -> dict[str, Extraction]:
        """Return what this version read out of articles, by their ids; without what it has not read or is damaged."""
        wanted = {article.id: article for article in articles}
        rows = select(EXTRACTIONS.c.article_id, EXTRACTIONS.c.payload).filter_by(version=version)
        if len(wanted) == 1:
            rows = rows.filter_by(article_id=next(iter(wanted)))
        found = {}
        with self._errors("read"), self._engine.connect() as connection:
            for article_id, payload in connection.execute(rows):
                if article_id in wanted:
                    with suppress(ValueError):  # it is read again, which costs less than asking for a mended file
                        found[article_id] = decode_extraction(payload, wanted[article_id], version=version)
        return found

    def former_extractions(self, articles: Iterable[Article], version: str) -> dict[str, Extraction]:
        """Return what another version read last out of articles, where this one has not read them and it is sound."""
        wanted = {article.id: article for article in articles}
        rows = select(EXTRACTIONS).where(EXTRACTIONS.c.version != version).order_by(literal_column("rowid"))
        found = {}
        with self._errors("read"), self._engine.connect() as connection:
            for article_id, former, payload in connection.execute(rows):
                if article_id in wanted:
                    with suppress(ValueError):
                        found[article_id] = decode_extraction(payload, wanted[article_id], version=former)
        return found

    def add(self, extraction: Extraction, *, is_seed: bool = False) -> None:
        """Write an article and what was read out of it, both or neither.

        An article that is there stays as it is; its extraction of the same version is replaced.
        """
        article = extraction.article
        new = insert(ARTICLES).values(
            id=article.id,
            title=article.title,
            text=article.text,
            outlet=article.outlet,
            published=article.published,
            url=article.url,
            removed=encode_removed(article.removed),
            is_seed=is_seed,
            author=article.author,
        )
        read = {"article_id": article.id, "version": extraction.version, "payload": encode_extraction(extraction)}
        with self._errors("written"), self._writing.begin() as connection:
            connection.execute(new.on_conflict_do_nothing(index_elements=["id"]))
            connection.execute(_upsert(EXTRACTIONS, read))

    def log(self, act: Act, *, who: str, of: int | None = None, decision: Decision | None = None) -> None:
        """Write one more entry to the log of decisions (see `graph.curation.Entry`)."""
        values = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "who": who,
            "act": act.value,
            "of": of,
            "decision": None if decision is None else encode_decision(decision),
        }
        with self._errors("written"), self._writing.begin() as connection:
            connection.execute(insert(DECISIONS).values(values))

    def logged(self, after: int = 0) -> tuple[Entry, ...]:
        """Return the entries of the log from a number on, that one excluded."""
        wanted = select(DECISIONS).where(DECISIONS.c.number > after).order_by(DECISIONS.c.number)
        with self._errors("read"), self._engine.connect() as connection:
            rows = connection.execute(wanted).all()
        try:
            return tuple(map(_entry, rows))
        except ValueError as error:
            raise StoreError(
                f"The log of corrections in {str(self.path)!r} is damaged: {error}; take a backup."
            ) from error

    def counts(self) -> tuple[int, int]:
        """Return the number of articles and of entries in the log, whoever wrote them."""
        with self._errors("read"), self._engine.connect() as connection:
            articles, entries = (
                connection.scalar(select(func.count()).select_from(table)) or 0 for table in (ARTICLES, DECISIONS)
            )
        return articles, entries

    def copy_to(self, path: Path) -> None:
        """Write the library as it is at this moment to another file, which must not be there yet."""
        with self._errors("copied"), closing(self._engine.raw_connection()) as connection:  # in no transaction
            connection.cursor().execute("VACUUM INTO ?", (str(path),))

    def check(self) -> None:
        """Read the whole file; raises StoreError where something in it is damaged."""
        with self._errors("read"), self._engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
            if found != "ok":
                raise StoreError(f"{str(self.path)!r} is damaged ({found}); take another backup.")
        self.logged()
        try:
            self.articles()
        except ValueError as error:
            raise StoreError(f"{str(self.path)!r} is damaged ({error}); take another backup.") from error

    def enqueue(self, job: str, rows: Iterable[Waiting]) -> int:
        """Put rows at the end of the queue and return their number."""
        with self._errors("written"), self._writing.begin() as connection:
            return _enqueue(connection, job, rows)

    def next_in_queue(self, job: str, *, after: int = 0) -> Waiting | None:
        """Return the first row of a job that waits behind the one of a number."""
        behind = select(QUEUE).where(QUEUE.c.number > after, QUEUE.c.job == job, QUEUE.c.outcome.is_(None))
        with self._errors("read"), self._engine.connect() as connection:
            row = connection.execute(behind.order_by(QUEUE.c.number).limit(1)).first()
        return None if row is None else _waiting(row)

    def settle(self, number: int, outcome: Outcome, told: str) -> None:
        """Write down what became of a row of the queue, and let its content go."""
        settled = QUEUE.update().filter_by(number=number).values(outcome=outcome.value, told=told, raw=None)
        with self._errors("written"), self._writing.begin() as connection:
            connection.execute(settled)

    def unfold(self, number: int, job: str, rows: Iterable[Waiting]) -> None:
        """Put what was found in a row of the queue in its place, all of it or nothing."""
        with self._errors("written"), self._writing.begin() as connection:
            _enqueue(connection, job, rows)
            connection.execute(QUEUE.delete().filter_by(number=number))

    def queued(self) -> dict[str, list[tuple[Outcome | None, str]]]:
        """Return for each job what became of its rows, and None for what waits."""
        found: dict[str, list[tuple[Outcome | None, str]]] = {}
        wanted = select(QUEUE.c.job, QUEUE.c.outcome, QUEUE.c.told).order_by(QUEUE.c.number)
        with self._errors("read"), self._engine.connect() as connection:
            for job, outcome, told in connection.execute(wanted):
                found.setdefault(job, []).append((None if outcome is None else Outcome(outcome), told))
        return found

    def drop_from_queue(self, job: str, *, only_waiting: bool = False) -> None:
        """Take the rows of a job from the queue."""
        gone = QUEUE.delete().filter_by(job=job)
        with self._errors("written"), self._writing.begin() as connection:
            connection.execute(gone.where(QUEUE.c.outcome.is_(None)) if only_waiting else gone)

    def claim_queue(self) -> bool:
        """Let nobody else go on with the queue, and say whether it may be gone on with here."""
        return self._lease.take()

    def leave_queue(self) -> None:
        """Let others go on with the queue."""
        self._lease.give_back()

    def unread(self, version: str) -> frozenset[str]:
        """Return the ids of the articles that this version has not read."""
        read = select(EXTRACTIONS.c.article_id).filter_by(version=version)
        with self._errors("read"), self._engine.connect() as connection:
            return frozenset(connection.scalars(select(ARTICLES.c.id).where(ARTICLES.c.id.not_in(read))))

    def has_only_seeds(self) -> bool:
        """Say whether no article of the reader's own is here."""
        own = select(ARTICLES.c.id).filter_by(is_seed=False).limit(1)
        with self._errors("read"), self._engine.connect() as connection:
            return connection.scalar(own) is None

    def note(self, key: str, value: str) -> None:
        """Keep a short text under a key."""
        with self._errors("written"), self._writing.begin() as connection:
            connection.execute(_upsert(META, {"key": key, "value": value}))

    def noted(self, key: str) -> str | None:
        """Return the text that is kept under a key."""
        with self._errors("read"), self._engine.connect() as connection:
            return connection.scalar(select(META.c.value).filter_by(key=key))

    def _prepare(self, connection: Connection) -> None:
        """Bring a new or an older file to the form of today; refuse one that is not ours or is too new for us."""
        owner, schema, tables = (
            connection.exec_driver_sql(query).scalar_one()
            for query in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        )
        if owner != APPLICATION_ID and (owner or tables):
            raise StoreError(
                f"{str(self.path)!r} is a database of another program; set DRAMATIS_DATABASE_URL to another."
            )
        if schema > VERSION:
            raise StoreError(
                f"{str(self.path)!r} was written by a newer Dramatis (form {schema}, this one knows {VERSION}); "
                "install the newer one again, or set DRAMATIS_DATABASE_URL to another file."
            )
        if schema < VERSION:
            for statement in chain.from_iterable(STEPS[schema:]):
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def _errors(self, done: str) -> Iterator[None]:
        """Turn what goes wrong with the file into a StoreError that says so."""
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            reason = getattr(error, "orig", None) or getattr(error, "strerror", None) or error
            raise StoreError(
                f"The library {str(self.path)!r} cannot be {done} ({reason}); check the file, its folder and the room "
                "on the disk, or set DRAMATIS_DATABASE_URL to another file."
            ) from error


def _engine(database_url: str) -> Engine:
    engine = create_engine(database_url, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        # Python's sqlite3 would begin transactions at the first change only, and never around tables.
        connection.isolation_level = None
        for setting in ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # Who is going to write waits for other writers here, where waiting is possible, and not halfway.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def _upsert(table: Table, values: dict[str, Any]) -> Any:
    keys = [column.name for column in table.primary_key]
    changed = {name: value for name, value in values.items() if name not in keys}
    return insert(table).values(values).on_conflict_do_update(index_elements=keys, set_=changed)


def _article(row: Row[Any]) -> Article:
    return Article(
        id=row.id,
        title=row.title,
        text=row.text,
        outlet=row.outlet,
        published=row.published,
        url=row.url,
        removed=decode_removed(row.removed),
        author=row.author,
    )


def _enqueue(connection: Connection, job: str, rows: Iterable[Waiting]) -> int:
    count = 0
    for row in rows:
        count += 1
        draft = row.draft
        values = {
            "job": job,
            "kind": row.kind.value,
            "name": draft.name,
            "facts": encode_facts(draft.facts),
            "raw": draft.raw.encode("utf-8", "replace") if isinstance(draft.raw, str) else draft.raw,
            "is_text": isinstance(draft.raw, str),
            "outcome": Outcome.PROBLEM.value if row.problem else None,
            "told": row.problem,
        }
        connection.execute(insert(QUEUE).values(values))
    return count


def _waiting(row: Row[Any]) -> Waiting:
    raw: bytes = row.raw or b""
    draft = Draft(row.name, raw.decode("utf-8") if row.is_text else raw, decode_facts(row.facts))
    return Waiting(Kind(row.kind), draft, row.number)


def _entry(row: Row[Any]) -> Entry:
    decision = None if row.decision is None else decode_decision(row.decision)
    return Entry(row.number, row.at, row.who, Act(row.act), row.of, decision)
