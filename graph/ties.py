"""Ties: all that holds between two actors, in either direction, and how well it is told."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Claim, KnowledgeBase, Status

# How far each status vouches for what is claimed. What is only denied vouches for nothing.
FIRMNESS_SHARES = {
    Status.ASSERTED: 1.0,
    Status.PLANNED: 0.6,
    Status.HEDGED: 0.5,
    Status.CONDITIONAL: 0.3,
    Status.ASKED: 0.2,
    Status.NEGATED: 0.0,
}


@dataclass(frozen=True, slots=True)
class Tie:
    """All claims between two actors: their relations, best told first, and the `claim` that says it best.

    `sentences` counts the different ones that do not deny it; `strength` lies from 0 to 1, see `strength_of`.
    """

    relation_ids: tuple[str, ...]
    claim: Claim
    sentences: int
    strength: float

    @property
    def is_only_denied(self) -> bool:
        """Tell whether nothing but denials speaks of this tie."""
        return self.claim.status is Status.NEGATED


Ties = Mapping[str, Mapping[str, Tie]]


def build_ties(kb: KnowledgeBase, keep: frozenset[str] | None = None) -> Ties:
    """Return for each actor the others it has ties with. `keep` limits the claims to those ids."""
    between: defaultdict[tuple[str, str], list[tuple[str, Claim]]] = defaultdict(list)
    for relation in kb.relations.values():
        pair = (min(relation.source, relation.target), max(relation.source, relation.target))
        told = [(relation.id, claim) for claim in relation.claims if keep is None or claim.id in keep]
        if told:
            between[pair] += told
    ties: dict[str, dict[str, Tie]] = {actor_id: {} for actor_id in kb.actors}
    for (first, second), told in between.items():
        ties[first][second] = ties[second][first] = _build_tie(told)
    return ties


def strength_of(claims: Iterable[Claim]) -> float:
    """Return how strong claims make a tie: firmness × confidence × n / (n + 1).

    Firmness (asserted 1, planned 0.6, hedged 0.5, conditional 0.3, asked 0.2, denied 0) times confidence is that of the
    claim for which it is largest; n counts the different sentences whose claims are not denied. So one sentence is
    worth half of what many are, and ten rumours less than a fact told twice. What is only denied has 0.
    """
    told = [claim for claim in claims if claim.status is not Status.NEGATED]
    sentences = len({(claim.article_id, claim.sentence) for claim in told})
    return max((worth(claim) for claim in told), default=0.0) * sentences / (sentences + 1)


def worth(claim: Claim) -> float:
    """Return how far one claim vouches for what it says: its firmness times its confidence."""
    return FIRMNESS_SHARES[claim.status] * claim.confidence


def _build_tie(told: list[tuple[str, Claim]]) -> Tie:
    by_relation: defaultdict[str, list[Claim]] = defaultdict(list)
    for relation_id, claim in told:
        by_relation[relation_id].append(claim)
    claims = [claim for _, claim in told]
    return Tie(
        relation_ids=tuple(sorted(by_relation, key=lambda relation_id: -strength_of(by_relation[relation_id]))),
        claim=max(claims, key=lambda claim: (worth(claim), claim.confidence)),
        sentences=len({(c.article_id, c.sentence) for c in claims if c.status is not Status.NEGATED}),
        strength=strength_of(claims),
    )
