"""The rows of the queue in which waits what is to be read, and the queue itself as graph/readings.py knows it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Protocol

from graph.articles import Draft, Facts


class Kind(StrEnum):
    """What waits: a file or a text, an address, the address of one article of a feed, or one article.

    Of an address it may be asked which columns hold what: of the tables there whose names leave it open, or of all.
    """

    SOURCE = "source"
    ADDRESS = "address"
    ASKING = "asking"
    ASKING_ALL = "asking all"
    LINK = "link"
    DRAFT = "draft"


class Outcome(StrEnum):
    """What became of what waited."""

    READ = "read"
    THERE = "there"  # already
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of the queue; its `draft` has no content where it is to be fetched. The number is 0 for a new one.

    What is asked about waits with what was fetched, until it is answered (see graph/readings.py).

    A row with a `problem` waits for nothing: it only tells of a part that is no article.
    """

    kind: Kind
    draft: Draft
    number: int = 0
    problem: str = ""


class Queue(Protocol):
    """Where what is to be read waits, and what became of it is written down (see graph/store.py)."""

    def enqueue(self, job: str, rows: Iterable[Waiting]) -> int:
        """Put rows at the end and return their number."""

    def next_in_queue(self, job: str, *, after: int = 0) -> Waiting | None:
        """Return the first row that waits behind the one of a number."""

    def settle(self, number: int, outcome: Outcome, told: str) -> None:
        """Write down what became of a row, and let its content go."""

    def unfold(self, number: int, job: str, rows: Iterable[Waiting]) -> None:
        """Put what was found in a row in its place."""

    def queued(self) -> dict[str, list[tuple[Outcome | None, str]]]:
        """Return for each job what became of its rows: None for what waits."""

    def drop_from_queue(self, job: str, *, only_waiting: bool = False) -> None:
        """Take the rows of a job away."""

    def claim_queue(self) -> bool:
        """Let nobody else go on with the queue, and say whether it may be gone on with here."""

    def leave_queue(self) -> None:
        """Let others go on with the queue."""


def encode_facts(facts: Facts) -> str:
    """Return facts as they stand in the queue."""
    return json.dumps(asdict(facts))


def decode_facts(text: str) -> Facts:
    """Return the facts that `encode_facts` wrote."""
    return Facts(**json.loads(text))
