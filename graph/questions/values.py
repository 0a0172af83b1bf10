"""The values of asking: what a question was understood to ask for, and what answers it."""

from dataclasses import dataclass
from enum import StrEnum

from graph.intervals import Interval
from graph.model import Passage, Status
from graph.paths import Routes

FACTS = (Status.ASSERTED, Status.HEDGED)


class Asked(StrEnum):
    """What a question asks for."""

    ACTORS = "actors"  # who fired Comey? whom did Trump fire?
    SPEAKERS = "speakers"  # who said that Trump fired Comey?
    CLAIMS = "claims"  # what did Trump do to the FBI?
    WHETHER = "whether"  # did Trump fire Comey?
    WHEN = "when"  # when did Trump fire Comey?
    HOW = "how"  # how is Lavrov tied to Comey?
    WHO_IS = "who is"  # who is James Comey?


@dataclass(frozen=True, slots=True)
class End:
    """One end of the claims asked for: any of the actors with these `ids`, anybody where there are none.

    `every` asks for all of them ("who met Lavrov and Kislyak?"); `kinds` are those of the actors asked for.
    """

    ids: tuple[str, ...] = ()
    every: bool = False
    kinds: tuple[str, ...] = ()
    is_asked: bool = False


ANYBODY = End()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Claims of one of the `types` (of any where there are none) from a source to a target, or `either_way`.

    They must be the words of one of the `speakers`, where there are any.
    """

    types: tuple[str, ...] = ()
    source: End = ANYBODY
    target: End = ANYBODY
    either_way: bool = False
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What a question asks for; a claim answers it that fits any of the `patterns`.

    It must also have one of the `statuses` and have happened in the time `within`. Where `also_denied`, those are asked
    for of whom the same is told and denied.
    For HOW and WHO_IS the `actor_ids` are those asked about.
    """

    asked: Asked
    patterns: tuple[Pattern, ...] = ()
    statuses: tuple[Status, ...] = FACTS
    within: Interval | None = None
    also_denied: bool = False
    actor_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the articles say to a question.

    `understood` says in words what was asked for, `summary` what the answer is; `actor_ids` are those whom it names,
    `claim_ids` the claims behind it, both best first; `passages` prove the first claims. `routes` is set for "how is X
    tied to Y?". Where a question is not understood, `refusal` says why and `suggestions` has names to put in the place
    of the words that are `unknown`, or questions that are understood; all else is empty.
    """

    text: str
    question: Question | None = None
    understood: str = ""
    summary: str = ""
    actor_ids: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    routes: Routes | None = None
    refusal: str = ""
    suggestions: tuple[str, ...] = ()
    unknown: str = ""


class NotUnderstoodError(Exception):
    """A question that is not understood: why, and what to ask instead or to put in the place of the `unknown` words."""

    def __init__(self, reason: str, suggestions: tuple[str, ...] = (), unknown: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.suggestions = suggestions
        self.unknown = unknown
