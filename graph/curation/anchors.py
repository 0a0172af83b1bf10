"""How decisions hold on to actors and claims: they are anchored in places and names, and found again by them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from graph.curation.decisions import ActorAnchor, ClaimAnchor, Place
from graph.model import Actor, Claim, Form, KnowledgeBase, Mention, Relation, TextSpan

MOST_PLACES = 40  # enough to tell an actor from any other


def anchor_actor(actor: Actor) -> ActorAnchor:
    """Return what finds an actor again: its id, name and kind, and up to 40 of its mentions, names first."""
    named = [mention for mention in actor.mentions if mention.form is Form.NAME] or list(actor.mentions)
    step = max(1, len(named) / MOST_PLACES)
    picked = [named[int(i * step)] for i in range(min(len(named), MOST_PLACES))]
    return ActorAnchor(actor.id, actor.name, actor.kind, tuple(place_of(mention) for mention in picked))


def place_of(mention: Mention) -> Place:
    """Return where a mention stands."""
    return Place(mention.article_id, mention.span)


def find_actor(kb: KnowledgeBase, anchor: ActorAnchor) -> Actor | None:
    """Return the actor that holds most of an anchor's places; without any, the one of its id; None if there is none."""
    by_id = kb.actors.get(anchor.id)
    held = {place_of(mention) for mention in by_id.mentions} if by_id else set()
    if by_id and 2 * sum(place in held for place in anchor.places) > len(anchor.places):
        return by_id
    holders = _holders(kb, anchor.places)
    if not holders:
        return by_id
    return kb.actors[min(holders, key=lambda i: (-holders[i], kb.actors[i].name != anchor.name, i))]


def _holders(kb: KnowledgeBase, places: Iterable[Place]) -> Counter[str]:
    """Return how many of the places each actor is mentioned at."""
    wanted: dict[str, list[TextSpan]] = {}
    for place in places:
        wanted.setdefault(place.article_id, []).append(place.span)
    return Counter(
        actor.id
        for actor in kb.actors.values()
        for mention in actor.mentions
        if mention.article_id in wanted
        for span in wanted[mention.article_id]
        if overlap(span, mention.span)
    )


def overlap(one: TextSpan, other: TextSpan) -> bool:
    """Tell whether two stretches of one text have a character in common."""
    return one.start < other.end and other.start < one.end


def anchor_claim(kb: KnowledgeBase, claim: Claim) -> ClaimAnchor:
    """Return what finds a claim again, or makes it again where a later reading does not find it."""
    speaker = claim.speaker
    return ClaimAnchor(
        article_id=claim.article_id,
        source=claim.source.span,
        trigger=claim.trigger,
        target=claim.target.span,
        relation_type=claim.relation_type,
        status=claim.status,
        source_name=kb.actor_of(claim.source).name,
        target_name=kb.actor_of(claim.target).name,
        speaker=speaker.span if speaker is not None and speaker.article_id == claim.article_id else None,
        when=claim.when,
    )


def find_claim(kb: KnowledgeBase, anchor: ClaimAnchor, *, as_read: bool = False) -> tuple[Relation, Claim] | None:
    """Return the claim that best fits an anchor, and its relation; None where no words of it fit.

    `as_read` asks for the same relation type and direction too.
    """
    fitting = [
        (fit, relation, claim)
        for relation, claim in _around(kb, anchor)
        if (fit := _fit(claim, anchor)) and (not as_read or all(fit[:2]))
    ]
    return max(fitting, key=lambda each: each[0])[1:] if fitting else None


def _around(kb: KnowledgeBase, anchor: ClaimAnchor) -> Iterator[tuple[Relation, Claim]]:
    for relation in kb.relations.values():
        for claim in relation.claims:
            if claim.article_id == anchor.article_id and overlap(claim.trigger, anchor.trigger):
                yield relation, claim


def _fit(claim: Claim, anchor: ClaimAnchor) -> tuple[bool, bool, bool] | None:
    """Return whether type, direction and trigger are the same; None where the ends are others."""
    ends = claim.source.span, claim.target.span
    straight = overlap(ends[0], anchor.source) and overlap(ends[1], anchor.target)
    turned = overlap(ends[0], anchor.target) and overlap(ends[1], anchor.source)
    if not straight and not turned:
        return None
    return claim.relation_type == anchor.relation_type, straight, claim.trigger == anchor.trigger
