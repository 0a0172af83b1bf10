"""The library's file keeps what it was given, whatever happens to the process, and refuses what is not its own."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.articles import read_article
from graph.curation import Act, ActorAnchor, Place, Rename
from graph.errors import StoreError
from graph.model import Chain, Extraction, Form, Mention, Sentence, TextSpan
from graph.schema import VERSION
from graph.settings import ROOT
from graph.store import METADATA, Store

WRITER = """
import sys
from tests.test_store import Act, open_store, reading
store = open_store(sys.argv[1])
for number in range(10_000):
    store.add(reading(number))
    store.log(Act.UNDO, who="Ann", of=None)
    print(number, flush=True)
"""


def open_store(path):
    return Store(f"sqlite:///{path}")


def reading(number, *, version="v1", name="Ellen Marsh"):
    article = read_article(f"Title: Story {number}\nDate: 2017-05-10\n\n{name} left. " + "She said so. " * 200)
    return Extraction(
        article=article,
        sentences=(Sentence(article.id, 0, TextSpan(0, 10)),),
        mentions=(Mention(article.id, 0, TextSpan(0, 5), Form.NAME, "person", 0),),
        chains=(Chain(0, name, "person", (name,)),),
        claims=(),
        version=version,
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "folder" / "library.sqlite"


def test_store_makes_its_folder_and_keeps_what_it_is_given(path):
    store, first, second = open_store(path), reading(1), reading(2)
    store.add(first)
    store.add(second, is_seed=True)
    store.close()
    again = open_store(path)
    assert again.articles() == (first.article, second.article)
    assert again.extraction(first.article, "v1") == first
    assert again.extraction(first.article, "v2") is None


def test_store_keeps_an_article_once_and_its_readings_by_version(path):
    store = open_store(path)
    old, new = reading(1), reading(1, version="v2")
    for extraction in (old, new, old):
        store.add(extraction)
    assert store.articles() == (old.article,)
    assert store.extraction(old.article, "v1") == old
    assert store.extraction(old.article, "v2") == new


def test_store_tells_what_a_version_has_not_read(path):
    store = open_store(path)
    old, new = reading(1), reading(2, version="v2")
    store.add(old)
    store.add(new)
    articles = (old.article, new.article)
    assert store.unread("v2") == {old.article.id}
    assert store.extractions(articles, "v2") == {new.article.id: new}
    assert store.extractions(articles, "v3") == {}
    assert store.unread("v3") == {article.id for article in articles}


def test_store_replaces_a_reading_of_the_same_version(path):
    store, old = open_store(path), reading(1)
    store.add(old)
    store.add(Extraction(old.article, (), (), (), (), "v1"))
    assert store.extraction(old.article, "v1").mentions == ()


def test_store_tells_seeds_from_the_readers_own_articles(path):
    store = open_store(path)
    assert store.has_only_seeds()
    store.add(reading(1), is_seed=True)
    assert store.has_only_seeds()
    store.add(reading(2))
    assert not store.has_only_seeds()


def test_store_keeps_notes(path):
    store = open_store(path)
    assert store.noted("opened") is None
    store.note("opened", "once")
    store.note("opened", "twice")
    assert open_store(path).noted("opened") == "twice"


def test_store_takes_a_damaged_reading_for_none(path):
    store, extraction = open_store(path), reading(1)
    store.add(extraction)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE extractions SET payload = x'00ff'")
    assert store.extraction(extraction.article, "v1") is None


def test_store_serves_threads_and_other_processes_at_once(path):
    stores = [open_store(path) for _ in range(3)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda number: stores[number % 3].add(reading(number)), range(30)))
    assert len(stores[0].articles()) == 30


def test_store_survives_being_killed_at_any_moment(path):
    done = 0
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    for pause in (0, 0.003, 0.007, 0.013, 0.022, 0.041):
        command = [sys.executable, "-c", WRITER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()  # it has begun to write
            time.sleep(pause)
            writer.send_signal(signal.SIGKILL)
            said = writer.stdout.read().split()
        done = max(done, *map(int, said), 0)
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        store = open_store(path)
        articles = store.articles()
        assert len(articles) > done
        assert len(store.logged()) > done
        assert all(store.extraction(article, "v1") is not None for article in articles)
        store.close()


def test_store_keeps_decisions_in_a_log_that_only_grows(path):
    store = open_store(path)
    actor = ActorAnchor("person:ellen-marsh", "Ellen Marsh", "person", (Place("a", TextSpan(0, 11)),))
    store.log(Act.DECIDE, who="Ann", decision=Rename(actor, "Ellen Holt"))
    store.log(Act.UNDO, who="Bob", of=1)
    entries = open_store(path).logged()
    assert [(entry.number, entry.who, entry.act, entry.of) for entry in entries] == [
        (1, "Ann", Act.DECIDE, None),
        (2, "Bob", Act.UNDO, 1),
    ]
    assert entries[0].decision == Rename(actor, "Ellen Holt")
    assert store.logged(after=1) == entries[1:]
    assert store.counts() == (0, 2)
    for change in (
        "UPDATE decisions SET who = 'Eve'",
        "DELETE FROM decisions",
        "INSERT OR REPLACE INTO decisions (number, at, who, act) VALUES (1, '', '', 'undo')",
    ):
        with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="only grows"):
            connection.execute("PRAGMA recursive_triggers = ON")
            connection.execute(change)
    assert store.logged() == entries


def test_store_says_so_where_its_log_is_damaged(path):
    store = open_store(path)
    store.log(Act.UNDO, who="Ann")
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO decisions (at, who, act, decision) VALUES ('', '', 'decide', '{}')")
    with pytest.raises(StoreError, match=r"log of corrections .* is damaged"):
        store.logged()


def test_store_opens_a_file_of_every_older_form(path):
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as connection:
        connection.executescript((ROOT / "tests" / "libraries" / "form_1.sql").read_text("utf-8"))
    store = open_store(path)
    first, second = store.articles()
    assert (first.title, first.published, second.outlet) == ("A meeting", "2017-05-10", "The Post")
    assert [claim.relation_type for claim in store.extraction(first, "fake 1").claims] == ["met", "met"]
    store.log(Act.UNDO, who="Ann")
    assert store.counts() == (2, 1)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        old = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    open_store(path.with_name("new.sqlite"))
    with sqlite3.connect(path.with_name("new.sqlite")) as connection:
        new = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    assert {name for name, _ in old} == {name for name, _ in new}


def test_store_tables_are_those_of_its_form(path):
    open_store(path)
    with sqlite3.connect(path) as connection:
        made = {
            table: [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]
            for table in METADATA.tables
        }
    assert made == {name: [column.name for column in table.columns] for name, table in METADATA.tables.items()}


def test_store_copies_itself_to_one_file(path, tmp_path):
    store = open_store(path)
    store.add(reading(1))
    store.copy_to(tmp_path / "copy.sqlite")
    store.add(reading(2))
    assert open_store(tmp_path / "copy.sqlite").articles() == (reading(1).article,)
    with pytest.raises(StoreError, match="cannot be copied"):
        store.copy_to(tmp_path / "copy.sqlite")


def refusal(path):
    with pytest.raises(StoreError) as caught:
        open_store(path)
    assert "set DRAMATIS_DATABASE_URL" in str(caught.value)
    return str(caught.value)


def test_store_refuses_a_file_that_is_no_database(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Donald Trump met Sergei Lavrov. " * 100)
    assert "file is not a database" in refusal(path)
    assert path.read_text().startswith("Donald Trump")


def test_store_refuses_the_database_of_another_program(tmp_path):
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    assert "another program" in refusal(path)


def test_store_refuses_a_newer_form(path):
    open_store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert "newer Dramatis (form 99" in refusal(path)


def test_store_refuses_a_place_where_no_folder_can_be(tmp_path):
    (tmp_path / "file").write_text("x")
    message = refusal(tmp_path / "file" / "library.sqlite")
    assert str(tmp_path / "file" / "library.sqlite") in message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_store_refuses_a_folder_that_cannot_be_written_to(tmp_path):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    refusal(locked / "library.sqlite")


@pytest.mark.parametrize("url", ["postgresql://localhost/x", "sqlite://", "sqlite:///:memory:", "nonsense"])
def test_store_refuses_an_address_that_is_no_file(url):
    with pytest.raises(StoreError, match="sqlite:///PATH"):
        Store(url)


def test_store_says_so_when_it_cannot_write(path):
    store = open_store(path)
    store.close()
    for file in path.parent.iterdir():
        file.unlink()
    path.mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        store.add(reading(1))


def test_store_lies_where_it_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Store("sqlite:///here.sqlite")
    assert Path("here.sqlite").is_file()
