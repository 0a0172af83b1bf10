"""What is named on the command line to be added to a project, and how far it is read."""

import sys
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from graph.articles import Columns, web_address, with_columns
from graph.articles.forms.rows import name_columns
from graph.errors import ArticleError
from graph.files import find_files, read_file
from graph.model import ReadingProgress
from graph.readings import Readings, Source

BEAT = 0.1  # seconds


def show_line(line: str) -> None:
    """Show where we are on the terminal's last line; files and pipes are spared it."""
    if sys.stderr.isatty():
        print(f"\r\033[K{line[:100]}", end="", file=sys.stderr, flush=True)


def tell(problem: str) -> None:
    """Tell of a problem in a line of its own."""
    show_line("")
    print(problem, file=sys.stderr)


class Intake:
    """Sources on their way into a project; `problems` counts what could not be read, each told on stderr."""

    def __init__(self, named: Sequence[str], columns: Mapping[str, str]) -> None:
        """Find what is named; `columns` are those of tables that are not to be found by their names.

        Where nothing is named, only what is left of former jobs is read. Raises ArticleError where what is named holds
        nothing.
        """
        self.problems = 0
        self._columns = columns
        self._addresses = [name for name in named if web_address(name)]
        self._files = find_files([Path(name) for name in named if not web_address(name)])
        if named and not self._files and not self._addresses:
            raise ArticleError(f"There are no articles below {', '.join(named)}; name files, or another folder.")

    def read(self, readings: Readings) -> ReadingProgress:
        """Read everything, and before it what a former process left; return what became of it all.

        It shows how far it has come. Interrupted, it is cancelled. Raises ArticleError where nothing is named and what
        is left is being read by another process.
        """
        jobs = list(readings.resume())
        elsewhere = {held.number for held in readings.held()}  # they are asked about on the page
        if self._files or self._addresses:
            jobs = list(dict.fromkeys([*jobs, readings.start(self._sources(), all_tables=bool(self._columns))]))
        elif not jobs and readings.is_left:
            raise ArticleError(
                "Another Dramatis is reading what is left of this project; wait for it, or stop it first."
            )
        became = ReadingProgress(total=0, finished=True)
        try:
            for job in jobs:
                became = _together(became, self._follow(readings, job))
            if answered := self._answers(readings, but=elsewhere):
                became = _together(became, self._follow(readings, readings.start((), answers=answered)))
        except KeyboardInterrupt:
            for job in jobs:
                readings.cancel(job)
            raise
        show_line("")
        self.problems += len(became.problems)
        return became

    def _follow(self, readings: Readings, job: str) -> ReadingProgress:
        """Tell how far a job has come until it is done."""
        told = 0
        while True:
            progress = readings.progress(job)
            for problem in progress.problems[told:]:
                tell(problem)
            told = len(progress.problems)
            if progress.finished:
                return progress
            show_line(_where(progress))
            time.sleep(BEAT)

    def _sources(self) -> Iterator[Source]:
        """Give the sources, one file in memory at a time."""
        for path in self._files:
            try:
                yield str(path), self._with_columns(read_file(path), str(path))
            except ArticleError as problem:
                self.problems += 1
                tell(str(problem))
        for address in self._addresses:
            yield address, None

    def _answers(self, readings: Readings, *, but: Collection[int]) -> dict[int, bytes]:
        """Return what was fetched with the columns that are given, by its number, and tell where they are not there."""
        answers: dict[int, bytes] = {}
        for held in readings.held():
            if held.number not in but:
                try:
                    answers[held.number] = self._with_columns(held.raw, held.name)
                except ArticleError as problem:
                    readings.let_go([held.number])
                    self.problems += 1
                    tell(str(problem))
        return answers

    def _with_columns(self, raw: bytes, name: str) -> bytes:
        def choose(table: str, columns: tuple[str, ...]) -> Columns:
            return name_columns(columns, self._columns, table)

        return with_columns(raw, name, choose) if self._columns else raw


def _together(first: ReadingProgress, second: ReadingProgress) -> ReadingProgress:
    return replace(
        first,
        read=first.read + second.read,
        there=first.there + second.there,
        problems=first.problems + second.problems,
    )


def _where(progress: ReadingProgress) -> str:
    left = "" if progress.seconds_left is None else f", {progress.seconds_left:.0f} s left"
    return f"Reading {progress.done + 1} of {progress.total}{left}: {progress.current}"
