"""What ties share: their values, and frames whose slots are filled by the mentions in a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from graph.extract.actors import ActorFinder
from graph.extract.mentions import Found
from graph.extract.reasons import frame_reason
from graph.extract.roles import Argument
from graph.frames import Frame, RelationType
from graph.model import Construction
from graph.taxonomy import Taxonomy, TypedFrame

if TYPE_CHECKING:
    from graph.extract.tokens import Token

Slots = dict[str, list[Found]]

# "X and Y's talks with Z" are no talks between X and Y.
OTHERS = frozenset({"prep:with", "prep:against", "prep:between"})


@dataclass(frozen=True, slots=True)
class Tie:
    """A trigger and its two ends, before status and speaker are known.

    `trigger` is the word that says it, `first` and `last` the tokens to be shown as trigger. `construction` is the
    kind of wording, `words` what of it stands in the text ("was fired by"; see graph/extract/reasons.py). `by_name`
    marks what a name or a title says in passing, which no cue denies and no speaker owns. `told_at` is the trigger
    that tells of a deed which this one only recalls, -1 for none. `aside` marks what stands beside a clause or a name
    ("in a letter to Y, X denied ...", "his brother Y"): only cues on the trigger itself count for it. `coming` marks an
    office that is not held yet.
    """

    relation_type: str
    source: Found
    target: Found
    trigger: int
    first: int
    last: int
    lemma: str
    construction: Construction
    words: str
    by_name: bool = False
    told_at: int = -1
    aside: bool = False
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """An event noun that says to whom something was done, but not by whom: "the Comey dismissal"."""

    relation_type: str
    target: Found
    trigger: int
    lemma: str


class FrameFiller:
    """Finds the frames of a word and fills their slots; `deeds` gathers the frames that name no doer."""

    def __init__(self, actors: ActorFinder, taxonomy: Taxonomy) -> None:
        self._actors = actors
        self._taxonomy = taxonomy
        self.deeds: list[Deed] = []

    def named(self, word: str, part: str) -> tuple[TypedFrame, ...]:
        """Return the frames of a word as a part of speech."""
        return self._taxonomy.frames_for(word, part)

    def is_phrasal(self, lemma: str) -> bool:
        """Tell whether a frame names a verb with more than its lemma: "carry", for "carry out"."""
        return lemma in self._taxonomy.phrasal

    def at(self, token: "Token") -> list[Found]:
        """Return the mentions that a token stands for."""
        return self._actors.at(token)

    def mentions(self, tokens: Iterable["Token"]) -> list[Found]:
        """Return the mentions that tokens stand for, in their order."""
        return [found for token in tokens for found in self._actors.at(token)]

    def owners(self, tokens: Iterable["Token"]) -> list[Found]:
        """Return whose things or doings nouns name, of those that mean no actor themselves."""
        owners = (self._actors.owner(token) for token in tokens if not self._actors.at(token))
        return [owner for owner in owners if owner is not None]

    def filled(self, given: Iterable[Argument]) -> Slots:
        """Return the mentions in each slot."""
        slots: Slots = {}
        for argument in given:
            slots.setdefault(argument.slot, []).extend(self._actors.at(argument.token))
        return slots

    def note_deeds(self, relation_type: RelationType, targets: Iterable[Found], noun: "Token") -> None:
        """Keep that a noun tells what was done to targets, not by whom."""
        self.deeds += [Deed(relation_type.id, target, noun.i, noun.lemma_.lower()) for target in targets]

    def fitting(
        self,
        frames: Iterable[TypedFrame],
        slots: Slots,
        trigger: "Token",
        last: int,
        lemma: str,
        part: str,
    ) -> Iterator[Tie]:
        """Yield a tie for each frame whose two slots are filled by actors of the right kinds."""
        seen = set()
        for relation_type, frame in frames:
            if not frame.source:
                continue
            symmetric = frame.source == frame.target
            if symmetric and frame.source == "poss" and OTHERS & slots.keys():
                continue
            sources, targets = slots.get(frame.source, []), slots.get(frame.target, [])
            for source, target in pairs(sources, targets, symmetric=symmetric):
                key = (relation_type.id, source.chain, target.chain)
                if key in seen or not _is_allowed(frame, source, target):
                    continue
                seen.add(key)
                reason = frame_reason(frame, part, trigger, lemma, source, target)
                yield Tie(relation_type.id, source, target, trigger.i, trigger.i, last, lemma, *reason)


def pairs(sources: list[Found], targets: list[Found], *, symmetric: bool) -> Iterator[tuple[Found, Found]]:
    """Yield each source with each target, both among one list each pair once; nobody is tied to himself."""
    found = combinations(sources, 2) if symmetric else ((s, t) for s in sources for t in targets)
    return ((source, target) for source, target in found if source.chain != target.chain)


def _is_allowed(frame: Frame, source: Found, target: Found) -> bool:
    return source.kind in frame.source_kinds and target.kind in frame.target_kinds
