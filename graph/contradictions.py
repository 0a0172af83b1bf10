"""Contradictions: what one sentence says of two actors and another one denies, side by side."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from graph.data import DATA, read_table, words
from graph.errors import TaxonomyError
from graph.filters import STATUS_WORDS
from graph.intervals import ALWAYS, Interval, interval_of, overlap
from graph.knowledge import FIRMNESS
from graph.model import Claim, KnowledgeBase, Relation, Status
from graph.taxonomy import Taxonomy, load_taxonomy
from graph.ties import strength_of

LASTING = "affiliation"  # the family of relations that hold for a time and then no longer
TIED_FOR = timedelta(days=365)
IMPLIED_SHARE = 0.7
DIFFERENCE_SHARE = 0.5
# What stands before the trigger where a denial is of the future: "will not meet", "has no plans to meet".
AHEAD = re.compile(
    r"\b(?:will|won['’]t|would|wouldn['’]t|shall|going to|plans?|planning|intends?|intention|rul\w+ out)\b[^,;]*$"
)


class Opposition(StrEnum):
    """How two sides differ; the values are the words by which a reader is told of it."""

    STATED = "stated and denied"
    ALLEGED = "alleged and denied"
    PLANNED = "planned and denied"
    DIFFERENT = "certain to one, uncertain to another"


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its claims in order of firmness and article, the firmest status, and whose words they are.

    `speakers` are actor ids; those claims that the articles themselves make have none.
    """

    claim_ids: tuple[str, ...]
    status: Status
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims about two actors that cannot all be true, the firmer side first.

    `type` is the relation that is at issue; where `implied`, the first side claims another one that cannot be without
    it. `score` lies from 0 to 1. `why` says it in words.
    """

    source: str
    target: str
    type: str
    opposition: Opposition
    first: Side
    second: Side
    implied: bool
    score: float
    why: str


def find_contradictions(
    kb: KnowledgeBase, taxonomy: Taxonomy, keep: frozenset[str] | None = None
) -> tuple[Contradiction, ...]:
    """Return what stands against each other, the weightiest first. `keep` limits the claims to those ids.

    A denial stands against what is stated, alleged or planned of the same two actors in the same direction, if it is
    of the same type or of one that the other cannot be without (graph/data/implied.toml), and if both can speak of
    the same time. A claim with a date speaks of that time; one without a date of all the time before its article, a
    plan or a denial of plans of all the time after it, an affiliation of the year before it. A denial of plans ("will
    not meet") stands against plans only: who then met has not kept his word, and no sentence is wrong. Where nothing is
    denied, what one speaker states and another one calls uncertain is told as a difference.

    The score is the strength of the weaker side (see `graph.ties.strength_of`; a denial is as firm as a statement),
    times 0.7 where the denied relation is only implied and times 0.5 for a mere difference.
    """
    finder = _Finder(kb, taxonomy, keep)
    found = [contradiction for relation in kb.relations.values() for contradiction in finder.against(relation)]
    return tuple(sorted(found, key=lambda c: (-c.score, c.source, c.target, c.type)))


@cache
def load_implied(folder: Path = DATA) -> Mapping[str, frozenset[str]]:
    """Return for each type those that it cannot be without; raises TaxonomyError for a type that there is not."""
    path = folder / "implied.toml"
    implied = {key: frozenset(words(value, path=path, key=key)) for key, value in read_table(path).items()}
    if stray := (implied.keys() | frozenset().union(*implied.values())) - load_taxonomy(folder).types.keys():
        raise TaxonomyError(f"{path}: {min(stray)!r} is no type of relation; use an id of relations/*.toml.")
    return implied


class _Finder:
    """Finds what stands against the denials of a relation."""

    def __init__(self, kb: KnowledgeBase, taxonomy: Taxonomy, keep: frozenset[str] | None) -> None:
        self.kb = kb
        self.taxonomy = taxonomy
        self.keep = keep
        self.implied = load_implied()
        self.order = {article_id: number for number, article_id in enumerate(kb.articles)}
        self.between: dict[frozenset[str], list[Relation]] = {}
        for relation in kb.relations.values():
            self.between.setdefault(frozenset((relation.source, relation.target)), []).append(relation)

    def against(self, relation: Relation) -> Iterator[Contradiction]:
        claims = self.claims(relation)
        denials = [claim for claim in claims if claim.status is Status.NEGATED]
        if denials:
            yield from self.denied(relation, denials)
        else:
            yield from self.told_differently(relation, claims)

    def claims(self, relation: Relation) -> list[Claim]:
        return [claim for claim in relation.claims if self.keep is None or claim.id in self.keep]

    def denied(self, relation: Relation, denials: Sequence[Claim]) -> Iterator[Contradiction]:
        told = [
            claim
            for other in self.between[frozenset((relation.source, relation.target))]
            if self.is_opposed(other, relation)
            for claim in self.claims(other)
            if claim.status in _OPPOSITIONS
        ]
        pairs = [(claim, denial) for claim in told for denial in denials if self.at_one_time(claim, denial)]
        if pairs:
            first, second = (self.in_order(side) for side in zip(*pairs, strict=True))
            implied = all(claim.relation_type != relation.type for claim in first)
            score = min(strength_of(first), strength_of(replace(claim, status=Status.ASSERTED) for claim in second))
            opposition = _OPPOSITIONS[first[0].status]
            yield self.build(relation, opposition, first, second, score * (IMPLIED_SHARE if implied else 1), implied)

    def told_differently(self, relation: Relation, claims: Sequence[Claim]) -> Iterator[Contradiction]:
        spoken = [(claim, self.kb.actor_of(claim.speaker).id) for claim in claims if claim.speaker is not None]
        pairs = [
            (one, other)
            for one, speaker in spoken
            for other, another in spoken
            if (one.status, other.status) == (Status.ASSERTED, Status.HEDGED) and speaker != another
            if self.at_one_time(one, other)
        ]
        if pairs:
            first, second = (self.in_order(side) for side in zip(*pairs, strict=True))
            score = min(strength_of(first), strength_of(second)) * DIFFERENCE_SHARE
            yield self.build(relation, Opposition.DIFFERENT, first, second, score, False)

    def is_opposed(self, told: Relation, denied: Relation) -> bool:
        """Tell whether a relation between the same actors is denied by the denial of another one."""
        if told.type != denied.type and denied.type not in self.implied.get(told.type, ()):
            return False
        types = (self.taxonomy.relation_type(relation.type) for relation in (told, denied))
        return told.source == denied.source or any(relation_type.symmetric for relation_type in types)

    def at_one_time(self, claim: Claim, other: Claim) -> bool:
        """Tell whether two claims can speak of the same time, and both of what has been or both of what is to come."""
        if claim.status is not Status.PLANNED and other.status is Status.NEGATED and self.is_ahead(other):
            return False
        return overlap(self.time_of(claim), self.time_of(other))

    def time_of(self, claim: Claim) -> Interval:
        """Return the days of which a claim speaks."""
        dated = interval_of(claim.when or "")
        published = interval_of(self.kb.articles[claim.article_id].published or "")
        if dated or not published:
            return dated or ALWAYS
        if claim.status is Status.PLANNED or (claim.status is Status.NEGATED and self.is_ahead(claim)):
            return published[1] + timedelta(days=1), date.max
        family = self.taxonomy.relation_type(claim.relation_type).family
        return published[0] - TIED_FOR if family == LASTING else date.min, published[1]

    def is_ahead(self, claim: Claim) -> bool:
        """Tell whether a denial is of the future by the words before its trigger."""
        start = self.kb.sentences[claim.article_id][claim.sentence].span.start
        return bool(AHEAD.search(self.kb.articles[claim.article_id].text[start : claim.trigger.start]))

    def in_order(self, claims: Iterable[Claim]) -> list[Claim]:
        once = {claim.id: claim for claim in claims}
        return sorted(once.values(), key=lambda c: (FIRMNESS[c.status], self.order[c.article_id], c.trigger.start))

    def build(
        self,
        relation: Relation,
        opposition: Opposition,
        first: Sequence[Claim],
        second: Sequence[Claim],
        score: float,
        implied: bool,
    ) -> Contradiction:
        sides = [self.side(claims) for claims in (first, second)]
        ends = [self.kb.actors[actor_id].name for actor_id in (relation.source, relation.target)]
        types = dict.fromkeys([*(claim.relation_type for claim in first), relation.type])
        labels = [f"“{ends[0]} {self.taxonomy.relation_type(type_id).label} {ends[1]}”" for type_id in types]
        told = "; ".join(f"{self.whose(side)} {len(side.claim_ids)}×" for side in sides)
        return Contradiction(
            source=relation.source,
            target=relation.target,
            type=relation.type,
            opposition=opposition,
            first=sides[0],
            second=sides[1],
            implied=implied,
            score=score,
            why=f"{' / '.join(labels)}: {told}",
        )

    def side(self, claims: Sequence[Claim]) -> Side:
        speakers = dict.fromkeys(self.kb.actor_of(claim.speaker).id for claim in claims if claim.speaker is not None)
        return Side(tuple(claim.id for claim in claims), claims[0].status, tuple(speakers))

    def whose(self, side: Side) -> str:
        names = " and ".join(self.kb.actors[speaker].name for speaker in side.speakers)
        return f"{STATUS_WORDS[side.status]}{f' by {names}' if names else ''}"


_OPPOSITIONS = {
    Status.ASSERTED: Opposition.STATED,
    Status.HEDGED: Opposition.ALLEGED,
    Status.PLANNED: Opposition.PLANNED,
}
