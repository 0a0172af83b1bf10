"""A process that reads and is corrected at once is killed at random moments: what it told as done holds."""

import multiprocessing
import random
import time

from graph import Library, Settings
from graph.curation import Act
from graph.readings import Outcome
from graph.store import Store
from tests.fake_reader import FakeReader
from tests.killing import check_file, check_result, read_so_far

SOURCES = [
    (f"{n}.txt", f"Title: T{n}\n\nAnn met Bob{n % 9}. Bob{n % 9} met Cam{n % 5}. Cam1 met Ann.") for n in range(40)
]
PAUSE = 0.02  # seconds that an article takes
LONGEST = 0.4  # seconds that a process lives
MOST = 12  # articles that it reads meanwhile, however late it is killed: so it is killed at least three times


def test_killing_loses_nothing_that_was_finished(tmp_path):
    path = tmp_path / "killed.sqlite"
    open_library(path).readings.prepare(SOURCES)
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.test_killing"])  # so that each process need not import everything anew
    chance = random.Random(5)  # noqa: S311 - moments, no secrets
    told, done, kills = set(), [], 0
    while not run(processes, path, chance, done):
        kills += 1
        check_file(path, told, done)
        told = read_so_far(path)
    check_file(path, told, done)
    assert kills > 2
    assert {act for act, _ in done} == {Act.DECIDE, Act.UNDO}
    unkilled = open_library(tmp_path / "unkilled.sqlite")
    unkilled.readings.run(unkilled.readings.prepare(SOURCES))
    check_result(path, unkilled, FakeReader())
    rows = [row for rows in Store(f"sqlite:///{path}").queued().values() for row in rows]
    assert len(rows) == len(SOURCES)
    assert {outcome for outcome, _ in rows} <= {Outcome.READ, Outcome.THERE}


class Halting(FakeReader):
    """Stops at an article, for good, when it has read MOST of them."""

    def read(self, article):
        if len(self.read_titles) == MOST:
            time.sleep(600)
        return super().read(article)


def open_library(path, reader=None):
    return Library(Settings(f"sqlite:///{path}"), reader=reader or FakeReader())


def run(processes, path, chance, done):
    """Let a process read and be corrected, and kill it at some moment; tell whether it had finished by then."""
    heard, said = processes.Pipe(duplex=False)
    desk = processes.Process(target=read_and_correct, args=(path, chance.random(), said))
    desk.start()
    said.close()
    heard.recv()  # it has begun
    time.sleep(chance.uniform(0, LONGEST))
    desk.kill()
    desk.join()
    while True:
        try:
            told = heard.recv()
        except EOFError:
            return False
        if told is None:
            return True
        done.append(told)


def read_and_correct(path, seed, said):
    """Read what waits to the end, correct what is there by then, and tell each correction once it is made."""
    library, chance = open_library(path, Halting(pause=PAUSE)), random.Random(seed)  # noqa: S311
    corrections, readings = library.corrections, library.readings
    said.send("begun")
    readings.resume()
    while not readings.progress(readings.latest).finished:
        actors = sorted(library.knowledge().actors)
        if actors and chance.random() < 0.7:
            actor_id = chance.choice(actors)
            chance.choice((corrections.hide, corrections.show, corrections.delete))(actor_id)
            said.send((Act.DECIDE, actor_id))
        elif corrections.next_undo():
            corrections.undo()
            said.send((Act.UNDO, ""))
        time.sleep(PAUSE)
    said.send(None)
