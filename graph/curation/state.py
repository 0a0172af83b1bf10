"""What a knowledge base is after some decisions, and the one way in which its relations are made anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.knowledge import build_relation
from graph.model import Actor, Claim, KnowledgeBase
from graph.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, eq=False)
class Curated:
    """A knowledge base after the reader's decisions, and what he decided beside it.

    `hidden` are the ids of actors that are not to be drawn, `notes` texts by the id of an actor or a relation, `asked`
    the pairs of actors about which is not to be asked again. `origins` gives for each actor that a decision made the
    one beside which it belongs.
    """

    kb: KnowledgeBase
    hidden: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[frozenset[str]] = frozenset()
    origins: Mapping[str, str] = field(default_factory=dict)


def regroup(
    kb: KnowledgeBase,
    taxonomy: Taxonomy,
    *,
    gone: Iterable[str] = (),
    loose: Iterable[Claim] = (),
    actors: Mapping[str, Actor] | None = None,
    actor_ids: Mapping[tuple[str, int], str] | None = None,
) -> KnowledgeBase:
    """Return the knowledge base with other actors, and without the relations `gone`; `loose` claims join relations.

    A claim whose ends are one actor makes no relation; one of which an end is no actor any more is left out.
    """
    actor_ids = kb.actor_ids if actor_ids is None else actor_ids
    relations = dict(kb.relations)
    for relation_id in gone:
        relations.pop(relation_id, None)
    grouped: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in (*loose, *kb.inner):
        ends = _ends(actor_ids, taxonomy, claim)
        if ends is not None:
            grouped[ends[0], claim.relation_type, ends[1]].append(claim)
    order = {article_id: number for number, article_id in enumerate(kb.articles)}
    dates = {article_id: article.published for article_id, article in kb.articles.items()}
    inner: list[Claim] = []
    for (source, relation_type, target), claims in grouped.items():
        if source == target:
            inner += claims
            continue
        there = relations.get(f"{source}>{relation_type}>{target}")
        together = sorted([*(there.claims if there else ()), *claims], key=lambda claim: _place(claim, order))
        relation = build_relation(source, relation_type, target, together, taxonomy, dates)
        relations[relation.id] = relation
    return KnowledgeBase(
        articles=kb.articles,
        sentences=kb.sentences,
        actors=kb.actors if actors is None else actors,
        relations=relations,
        actor_ids=actor_ids,
        inner=tuple(inner),
    )


def _ends(actor_ids: Mapping[tuple[str, int], str], taxonomy: Taxonomy, claim: Claim) -> tuple[str, str] | None:
    source, target = (actor_ids.get((end.article_id, end.chain)) for end in (claim.source, claim.target))
    if source is None or target is None:
        return None
    if taxonomy.relation_type(claim.relation_type).symmetric and source > target:
        return target, source
    return source, target


def _place(claim: Claim, order: Mapping[str, int]) -> tuple[int, int, int, int]:
    return order[claim.article_id], claim.sentence, claim.trigger.start, claim.source.span.start
