"""`python -m tests.benchmarks.killing`: the real server is killed at random moments while it reads and is corrected.

After each kill the file must be sound, hold all that was told as read, and have every correction that was answered in
its log; in the end the articles must say what they say after a run that was not killed.
"""

import argparse
import random
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

import requests

from components import ids
from graph import Library, Settings
from graph.curation import Act
from graph.projects import FIRST_PROJECT
from graph.reader import make_reader
from graph.store import Store
from graph.taxonomy import load_taxonomy
from tests.benchmarks import Row
from tests.benchmarks.corpus import made_articles
from tests.benchmarks.starting import start_server, wait_for
from tests.components.wire import Wire
from tests.killing import Done, check_file, check_result, read_so_far

KILLS, ARTICLES, WORDS = 20, 80, 300
LATEST = 8.0  # seconds after it answers for the first time in which a server is killed
PAUSE = 0.1  # seconds between two corrections
TIMEOUT = 600  # seconds for what is left to be read in the end


def measure_killing() -> list[Row]:
    """Return what twenty kills at moments of chance came to; raises AssertionError where something was lost."""
    seed = random.SystemRandom().randrange(10_000)
    told, done = kill_again_and_again(KILLS, seed)
    return [
        Row(
            f"The server killed {KILLS} times as it reads and is corrected",
            f"nothing lost ({told} articles told as read, {done} corrections; seed {seed})",
        )
    ]


def kill_again_and_again(kills: int, seed: int) -> tuple[int, int]:
    """Return how many articles and corrections were told as done by servers that were killed; all of them hold."""
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    sources = [(f"{number}.txt", made.source) for number, made in enumerate(made_articles(ARTICLES, WORDS))]
    told: set[str] = set()
    done: list[Done] = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "killed.sqlite"
        _open(path).readings.prepare(sources)
        for _ in range(kills):
            with start_server(path) as (server, address, start):
                wait_for(address, start)
                editor = Thread(target=_correct, args=(address, random.Random(chance.random()), done))  # noqa: S311
                editor.start()
                time.sleep(chance.uniform(0, LATEST))
                server.send_signal(signal.SIGKILL)
                editor.join()
            check_file(path, told, done)
            told |= read_so_far(path)
            print(f"killed: {len(told)} articles told as read, {len(done)} corrections", flush=True)
        with start_server(path):
            _wait_until_read(path)
        check_file(path, told, done)
        unkilled = _open(Path(folder) / "unkilled.sqlite")
        unkilled.add_seeds()
        unkilled.readings.run(unkilled.readings.prepare(sources))
        check_result(path, unkilled, make_reader(None, load_taxonomy()))
    return len(told), len(done)


def _open(path: Path) -> Library:
    return Library(Settings(f"sqlite:///{path}"))


def _wait_until_read(path: Path) -> None:
    deadline = time.monotonic() + TIMEOUT
    while any(outcome is None for rows in Store(f"sqlite:///{path}").queued().values() for outcome, _ in rows):
        if time.monotonic() > deadline:
            raise TimeoutError(f"The queue does not come to its end within {TIMEOUT} s.")
        time.sleep(0.5)


def _correct(address: str, chance: random.Random, done: list[Done]) -> None:
    """Correct what is there at random, as the page does, until the server answers no more."""
    with suppress(OSError, ValueError):  # it was killed, maybe while it answered
        page = _Remote(f"{address}/p/{FIRST_PROJECT}")
        wire = Wire(client=page)
        while True:
            done += _one_correction(page, wire, chance)
            time.sleep(PAUSE)


def _one_correction(page: "_Remote", wire: Wire, chance: random.Random) -> Iterator[Done]:
    actors = page.get("/story.json").get_json()["actors"]["id"]
    if actors and chance.random() < 0.7:
        asked = {"act": chance.choice(("hide", "show", "delete")), "id": chance.choice(actors)}
        answer = wire.ask(f"{ids.VERSION}.data", by=ids.CORRECT, correct=asked, version=0)
        made = (Act.DECIDE, asked["id"])
    else:
        answer = wire.ask(f"{ids.VERSION}.data", by=ids.UNDO, undo=1, version=0)
        made = (Act.UNDO, "")
    if ids.VERSION in answer:  # else it could not be done, and the reader is told why
        yield made


class _Remote(requests.Session):
    """Asks a server as Flask's test client does."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def request(self, method: str, url: str, **given: Any) -> Any:
        answer = super().request(method, self._address + url, timeout=30, **given)
        answer.get_json, answer.get_data = answer.json, lambda **_: answer.text
        return answer


def main() -> None:
    """Kill a server as often as is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.killing", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS, help="how often (%(default)s)")
    parser.add_argument("--seed", type=int, default=None, help="the same moments again; by chance if not given")
    asked = parser.parse_args()
    seed = random.SystemRandom().randrange(10_000) if asked.seed is None else asked.seed
    print(f"seed {seed}", flush=True)
    told, done = kill_again_and_again(asked.kills, seed)
    print(f"{asked.kills} kills, nothing lost: {told} articles told as read, {done} corrections")


if __name__ == "__main__":
    main()
