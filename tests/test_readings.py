"""What is to be read waits in a queue that outlives the process, is read once, and is accounted for in the end."""

import os
import random
import signal
import subprocess
import sys
import time
from threading import Event, Semaphore

import pytest

from graph import Library, Settings, readings
from graph.errors import ArticleError
from graph.fetching import Fetched
from graph.readings import LOST, Readings
from graph.settings import ROOT
from graph.store import Store
from tests.articles.made_files import RSS, STORY, zipped
from tests.fake_reader import FakeReader

MANY = 40
WORKER = """
import sys, time
from tests.fake_reader import FakeReader
from tests.test_readings import open_library
library = open_library(sys.argv[1], FakeReader(pause=0.004, at_once=2))
library.readings.resume()
print("on", flush=True)
while not library.readings.progress(library.readings.latest).finished:
    time.sleep(0.005)
print("done", flush=True)
"""
WEB = {
    "https://courier.example/feed": RSS,
    "https://courier.example/1": b"<h1>Hale sues Dorn</h1><p>Ann met Bob. " + STORY.encode() + b"</p>",
    "https://courier.example/2": b"<h1>Dorn answers</h1><p>Bob met Cam. He says that it was not so at all.</p>",
    "https://courier.example/rows.csv": b"text\nAnn met Bob.\nCam met Dan.\n",
    "https://courier.example/open.csv?v=1": b"kicker,words\nA,Ann met Bob.\nB,Bob met Cam.\n",
}


def open_library(path, reader=None):
    return Library(Settings(database_url=f"sqlite:///{path}"), reader=reader or FakeReader())


def text(number):
    return f"Title: T{number}\n\nAnn met Bob{number}."


def fetch(url):
    if url not in WEB:
        raise ArticleError(f"{url!r} could not be fetched: it is gone.")
    return Fetched(url, WEB[url])


def finished(readings, job):
    deadline = time.monotonic() + 20
    while not readings.progress(job).finished:
        assert time.monotonic() < deadline, "the job does not end"
        time.sleep(0.005)
    return readings.progress(job)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "library.sqlite"


@pytest.fixture
def online(path):
    """A library whose web is WEB."""
    library = open_library(path)
    library.readings = Readings(Store(f"sqlite:///{path}"), library._read_draft, library._keep, fetch)
    return library


def test_readings_unfold_what_holds_many_and_account_for_each(path):
    library = open_library(path)
    rows = "title,text\nA,Ann met Bob.\nB,\nC,Cam met Dan.\n"
    archive = zipped({"a.csv": rows, "b.txt": text(1), "c.pdf": b"%PDF-1"})
    progress = finished(library.readings, library.readings.start([("a.zip", archive), ("d.txt", text(1))]))
    assert (progress.total, progress.done, len(progress.read), progress.current) == (6, 6, 3, "")
    assert [problem.split("'")[1] for problem in progress.problems] == ["a.zip/a.csv, row 2", "a.zip/c.pdf"]
    assert progress.there == ("T1",)
    assert {article.title for article in library.articles()} == {"A", "C", "T1"}


def test_readings_fetch_articles_and_those_of_a_feed(online):
    sources = [("https://courier.example/feed", None), ("https://courier.example/gone", None)]
    progress = finished(online.readings, online.readings.start([*sources, ("https://courier.example/rows.csv", None)]))
    assert progress.problems == ("'https://courier.example/gone' could not be fetched: it is gone.",)
    found = {(article.title, article.url, article.published) for article in online.articles()}
    assert ("Hale sues Dorn", "https://courier.example/1", "2017-05-09") in found
    assert len(found) == 4
    assert {article.outlet for article in online.articles()} == {"courier.example"}


@pytest.mark.parametrize(
    ("asks", "held"),
    [
        ({}, []),
        ({"asking": True}, ["https://courier.example/open.csv"]),
        ({"all_tables": True}, ["https://courier.example/rows.csv", "https://courier.example/open.csv"]),
    ],
)
def test_readings_hold_tables_of_which_it_is_asked_what_their_columns_hold(online, asks, held):
    sources = [(name, None) for name in WEB if "csv" in name] + [("a.csv", b"kicker,words\nA,Ann met Bob.\n")]
    progress = finished(online.readings, online.readings.start(sources, **asks))
    assert [each.name for each in online.readings.held()] == held
    assert progress.asked == len(held)
    assert len(progress.problems) == (1 if held else 2)  # a file's columns are chosen before it is given
    assert len(progress.read) == (0 if asks.get("all_tables") else 2)


def test_readings_read_what_was_held_when_it_is_answered_and_fetch_it_once(path):
    asked = []
    library = open_library(path)
    store = Store(f"sqlite:///{path}")

    def fetch_and_note(url):
        asked.append(url)
        return fetch(url)

    before = Readings(store, library._read_draft, library._keep, fetch_and_note)
    address = "https://courier.example/open.csv?v=1"
    job = before.start([(address, None), ("https://courier.example/1", None), (address, None)], asking=True)
    assert len(finished(before, job).read) == 1
    first, second = before.held()
    # What is held outlives reports, other jobs and the process.
    finished(before, before.start([("a.txt", text(1))]))
    later = Readings(Store(f"sqlite:///{path}"), library._read_draft, library._keep, fetch_and_note)
    assert later.held() == (first, second)
    assert (later.latest, later.is_left, later.resume()) == (before.latest, False, ())
    later.let_go([second.number])
    job = later.start([], answers={first.number: b"title,text\nA,Ann met Eve.\n", second.number: b"text\nx\n"})
    progress = finished(later, job)
    assert (progress.total, len(progress.read), progress.problems) == (1, 1, ())
    assert later.held() == ()
    assert len(finished(later, later.start([], answers={first.number: b"text\nAgain.\n"})).read) == 0
    article = next(article for article in library.articles() if article.id == progress.read[0])
    assert (article.title, article.url, article.outlet) == ("A", address, "courier.example")
    assert asked.count(address) == 2


def test_readings_take_more_while_they_go_and_tell_the_time_left(path):
    library = open_library(path, FakeReader(pause=0.03))
    job = library.readings.start([(f"{number}.txt", text(number)) for number in range(5)])
    assert library.readings.start([("more.txt", text(9))]) == job
    assert library.readings.latest == job
    seen = set()
    while not (progress := library.readings.progress(job)).finished:
        seen.add(progress.seconds_left)
        time.sleep(0.01)
    assert len(progress.read) == 6
    assert any(left is not None and 0 < left < 5 for left in seen)


def test_readings_stop_when_they_are_told_to(path):
    library = open_library(path, FakeReader(pause=0.02))
    job = library.readings.start([(f"{number}.txt", text(number)) for number in range(50)])
    while not library.readings.progress(job).read:
        time.sleep(0.005)
    library.readings.cancel(job)
    progress = finished(library.readings, job)
    assert progress.cancelled
    assert progress.done == len(progress.read) < 50
    again = open_library(path)
    again.readings.resume()
    assert again.readings.progress(job).finished


def test_readings_read_several_at_once_and_keep_them_in_order(path):
    others_are_read = Event()

    class Uneven(FakeReader):
        def read(self, article):
            if article.title == "T0":
                assert others_are_read.wait(20)
            if article.title == "T9":
                others_are_read.set()
            return super().read(article)

    library = open_library(path, Uneven(at_once=2))
    titles = [f"T{number}" for number in range(30)]
    progress = finished(library.readings, library.readings.start([(t, text(t[1:])) for t in titles]))
    assert [article.title for article in library.articles()] == titles
    assert list(progress.read) == [article.id for article in library.articles()]
    assert [article.title for article in open_library(path).articles()] == titles


def test_readings_stop_and_keep_what_is_being_read_at_the_moment(path):
    reading, go_on = Semaphore(0), Event()

    class Waiting(FakeReader):
        def read(self, article):
            reading.release()
            assert go_on.wait(20)
            return super().read(article)

    library = open_library(path, Waiting(at_once=2))
    job = library.readings.start([(f"{number}.txt", text(number)) for number in range(12)])
    assert reading.acquire(timeout=20)
    assert reading.acquire(timeout=20)
    assert library.readings.progress(job).current == "0.txt, 1.txt"
    library.readings.cancel(job)
    go_on.set()
    progress = finished(library.readings, job)
    assert (progress.total, progress.done, progress.problems, progress.cancelled) == (2, 2, (), True)
    assert [article.title for article in library.articles()] == ["T0", "T1"]


def test_readings_hold_no_more_of_the_queue_in_memory_than_they_may(path, monkeypatch):
    monkeypatch.setattr(readings, "BYTES_AHEAD", 1)
    reader = FakeReader(pause=0.002, at_once=4)
    library = open_library(path, reader)
    job = library.readings.start([(f"{number}.txt", text(number)) for number in range(12)])
    assert len(finished(library.readings, job).read) == 12
    assert reader.most_at_once == 1


def test_readings_keep_the_report_for_who_comes_later_and_let_it_go_with_the_next(path):
    library = open_library(path)
    job = library.readings.start([("a.txt", text(1)), ("b.pdf", b"%PDF-1")])
    before = finished(library.readings, job)
    later = open_library(path)
    assert later.readings.latest == job
    assert (later.readings.progress(job).read, later.readings.progress(job).problems) == (before.read, before.problems)
    for number in (2, 3, 4):
        other = later.readings.start([("c.txt", text(number))])
        assert len(finished(later.readings, other).read) == 1
    assert later.readings.progress(job).problems == (LOST,)
    assert list(Store(f"sqlite:///{path}").queued()) == [other]


def test_readings_go_on_after_the_process_was_killed_at_any_moment(path):
    library = open_library(path)
    rows = "text\n" + "".join(f"Ann met Row{number}.\n" for number in range(MANY // 2))
    library.readings.prepare([("rows.csv", rows.encode()), *((f"{n}.txt", text(n)) for n in range(MANY // 2))])
    chance = random.Random(7)  # noqa: S311 - moments, no secrets
    finished_before, done = 0, False
    for _ in range(40):
        worker = subprocess.Popen([sys.executable, "-c", WORKER, path], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert worker.stdout.readline() == "on\n"
        time.sleep(chance.uniform(0, 0.25))
        os.kill(worker.pid, signal.SIGKILL)
        done = "done" in worker.communicate()[0]
        now = len(Store(f"sqlite:///{path}").articles())
        assert now >= finished_before
        finished_before = now
        if done:
            break
    assert done
    assert finished_before == MANY
    outcomes = [outcome for rows in Store(f"sqlite:///{path}").queued().values() for outcome, _ in rows]
    assert len(outcomes) == MANY
    assert "problem" not in outcomes
