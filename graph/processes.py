"""Reading in processes of their own, so that several articles are read at once and the page stays quick meanwhile.

A process is started when it is needed, ends by itself after a while without work, and ends at once when the process
that started it is gone, however that ended: the end of the pipe between them tells it.
"""

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Lock, Thread
from traceback import format_exc
from typing import IO, Any, cast

from graph.codec import decode_extraction, encode_extraction
from graph.errors import ArticleError, DramatisError
from graph.model import Article, Extraction
from graph.reader import Reader, make_reader
from graph.settings import ROOT, Settings
from graph.taxonomy import Taxonomy, load_taxonomy

IDLE_SECONDS = 300.0
ATTEMPTS = 2  # before an article is given up at which processes break down

# The package's door would load what only the page needs, 75 MB of it. Several threads of numpy's for products as small
# as the pipeline's wait for each other most of the time, and take the processor from the other processes.
START = f"""
import os, sys, types
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")
sys.path.insert(0, {str(ROOT)!r})
sys.modules["graph"] = graph = types.ModuleType("graph")
graph.__path__ = [{str(ROOT / "graph")!r}]
from graph.processes import serve
serve()
"""


class ReaderProcesses:
    """A reader that has articles read by up to `at_once` processes; from any thread, each waits for its own article.

    An article is read again where the process breaks down at it, and refused where that happens again.
    """

    def __init__(
        self, make: Callable[[], Reader], *, version: str, at_once: int, idle_seconds: float = IDLE_SECONDS
    ) -> None:
        """Start nothing yet; `make` is sent to the processes and makes the reader there, `version` is that reader's."""
        self.version = version
        self.at_once = at_once
        self._make = make
        self._idle_seconds = idle_seconds
        self._turn = BoundedSemaphore(at_once)
        self._lock = Lock()
        self._idle: list[_Process] = []

    def read(self, article: Article) -> Extraction:
        """Return what an article says.

        Raises what the reader raises, and ArticleError where the process breaks down at the article.
        """
        with self._turn:
            for _ in range(ATTEMPTS):
                process = self._take()
                try:
                    answer = process.ask(article)
                except (OSError, EOFError, pickle.UnpicklingError):
                    process.close()
                    continue
                with self._lock:
                    self._idle.append(process)
                return self._unpack(answer, article)
        raise ArticleError(
            f"{article.title!r} could not be read: the process that read it broke down, perhaps for want of memory; "
            "close other programs and add it again."
        )

    def wake(self) -> None:
        """Let a process load what it reads with, unless one is there already; nothing is waited for."""
        if not self._turn.acquire(blocking=False):
            return  # all of them are reading
        try:
            process = self._take()
            with suppress(OSError):  # the next article tells what is wrong
                process.wake()
            with self._lock:
                self._idle.append(process)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the processes that are not reading."""
        with self._lock:
            while self._idle:
                self._idle.pop().close()

    def _take(self) -> "_Process":
        """Return the process that was used last and still runs, else a new one."""
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.is_running():
                    return process
                process.close()
        return _Process(self._make, self._idle_seconds)

    def _unpack(self, answer: Any, article: Article) -> Extraction:
        if isinstance(answer, bytes):
            return decode_extraction(answer, article, version=self.version)
        if isinstance(answer, DramatisError):
            raise answer
        raise RuntimeError(f"in the process that reads:\n{answer}")


class _Process:
    """A process that reads, seen from the one that asks it."""

    def __init__(self, make: Callable[[], Reader], idle_seconds: float) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen([sys.executable, "-c", START], stdin=pipe, stdout=pipe)  # noqa: S603
        self._requests, self._answers = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)
        self._first: tuple[Callable[[], Reader], float] | None = (make, idle_seconds)

    def is_running(self) -> bool:
        return self._process.poll() is None

    def ask(self, article: Article) -> Any:
        """Return what `serve` answers. Raises OSError or EOFError where the process has ended."""
        self._send(article)
        return pickle.load(self._answers)  # noqa: S301 - written by ourselves

    def wake(self) -> None:
        """Let the process load what it reads with. Raises OSError where it has ended."""
        self._send(None)

    def _send(self, article: Article | None) -> None:
        if self._first is not None:
            pickle.dump(self._first, self._requests)
            self._first = None
        pickle.dump(article, self._requests)
        self._requests.flush()

    def close(self) -> None:
        """End the process at once."""
        self._process.kill()
        with suppress(OSError):  # what was not sent yet is lost
            self._requests.close()
        self._answers.close()
        self._process.wait()


def open_reader(settings: Settings, taxonomy: Taxonomy) -> Reader:
    """Return the reader that the settings ask for: in this process, or in as many others as they say.

    Raises PipelineError where the pipeline is not there.
    """
    reader = make_reader(settings.pipeline, taxonomy)
    if not settings.readers:
        return reader
    return ReaderProcesses(partial(_make, settings.pipeline), version=reader.version, at_once=settings.readers)


def serve() -> None:
    """Read what comes in by the standard input until it ends or nothing comes for a while (see `_Process`)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to all processes of a terminal; the first one decides
    requests = sys.stdin.buffer
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever is printed must not come among the answers
        make, idle_seconds = pickle.load(requests)  # noqa: S301 - written by ourselves
        asked: SimpleQueue[Article | None] = SimpleQueue()
        Thread(target=_receive, args=(requests, asked), daemon=True).start()
        reader: Reader | None = None
        while True:
            try:
                article = asked.get(timeout=idle_seconds)
            except Empty:
                os._exit(0)  # the other thread hangs in its pipe
            if article is None:
                with suppress(Exception):  # what is wrong is told when an article is there
                    reader = reader or make()
                    reader.wake()
                continue
            try:
                reader = reader or make()
                answer: Any = encode_extraction(reader.read(article))
            except DramatisError as problem:
                answer = problem
            except Exception:  # noqa: BLE001 - told to who asked
                answer = format_exc()
            pickle.dump(answer, answers)
            answers.flush()


def _receive(requests: IO[bytes], asked: "SimpleQueue[Article | None]") -> None:
    """Hand on what is asked; end the process, whatever it is doing, when nobody is there any more to ask."""
    while True:
        try:
            asked.put(pickle.load(requests))  # noqa: S301 - written by ourselves
        except (OSError, EOFError):
            os._exit(0)


def _make(pipeline: str | None) -> Reader:
    return make_reader(pipeline, load_taxonomy())
