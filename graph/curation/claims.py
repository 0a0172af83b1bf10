"""Decisions about claims, applied: rejected, confirmed, corrected, added."""

from collections.abc import Callable
from dataclasses import replace

from graph.curation.actors import free_id, with_actor
from graph.curation.anchors import find_claim, overlap
from graph.curation.decisions import ClaimAnchor
from graph.curation.state import Curated, regroup
from graph.filters import fold
from graph.model import Actor, Claim, Construction, Form, KnowledgeBase, Mention, Sentence, Status, TextSpan
from graph.taxonomy import Taxonomy

CONFIRMED, CORRECTED = "confirmed by the reader", "corrected by the reader"
_ANY_KINDS = ("person", "person")  # of ends that no reading finds any more

Change = Callable[[Claim], Claim]


def reject(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor) -> Curated:
    """Return the state without a claim as it was read; the same words read as something else stay."""
    found = find_claim(before.kb, anchor, as_read=True)
    if found is None:
        return before
    relation, claim = found
    loose = [other for other in relation.claims if other.id != claim.id]
    return replace(before, kb=regroup(before.kb, taxonomy, gone=[relation.id], loose=loose))


def confirm(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor) -> Curated:
    """Return the state with a claim that is sure."""
    return _changed(before, taxonomy, anchor, lambda claim: vouched(claim, CONFIRMED))


def retype(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor, relation_type: str) -> Curated:
    """Return the state with another relation type for a claim."""
    return _changed(before, taxonomy, anchor, lambda claim: replace(_corrected(claim), relation_type=relation_type))


def turn(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor) -> Curated:
    """Return the state with a claim from its former target to its source; one that is read so by now is confirmed."""

    def turned(claim: Claim) -> Claim:
        if overlap(claim.source.span, anchor.target):
            return vouched(claim, CONFIRMED)
        return replace(_corrected(claim), source=claim.target, target=claim.source)

    return _changed(before, taxonomy, anchor, turned)


def change_status(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor, status: Status) -> Curated:
    """Return the state with another status for a claim."""
    return _changed(before, taxonomy, anchor, lambda claim: replace(_corrected(claim), status=status))


def change_speaker(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor, speaker: Actor | None) -> Curated:
    """Return the state with another speaker of a claim; None for the article itself."""

    def respoken(claim: Claim) -> Claim:
        return replace(_corrected(claim), speaker=None if speaker is None else _nearest(speaker, claim))

    return _changed(before, taxonomy, anchor, respoken)


def add_claim(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor, kinds: tuple[str, str]) -> Curated:
    """Return the state with one more claim; one that is read so by now is confirmed."""
    found = find_claim(before.kb, anchor, as_read=True)
    if found is None:
        return _made(before, taxonomy, anchor, kinds, lambda claim: claim)
    return confirm(before, taxonomy, anchor)


def vouched(claim: Claim, how: str) -> Claim:
    """Return a claim for which the reader stands, and which says so."""
    words = claim.rule
    for said in (CONFIRMED, CORRECTED):
        words = words.removeprefix(f"{said}; ")
    return replace(claim, confidence=1.0, rule=f"{how}; {words}")


def _corrected(claim: Claim) -> Claim:
    return vouched(claim, CORRECTED)


def _changed(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor, change: Change) -> Curated:
    """Return the state with a claim changed; one that is not read any more is made again from its anchor."""
    found = find_claim(before.kb, anchor)
    if found is None:
        return _made(before, taxonomy, anchor, _ANY_KINDS, change)
    relation, claim = found
    loose = [change(each) if each.id == claim.id else each for each in relation.claims]
    return replace(before, kb=regroup(before.kb, taxonomy, gone=[relation.id], loose=loose))


def _nearest(actor: Actor, claim: Claim) -> Mention | None:
    """Return the mention of an actor that stands nearest to a claim, one in another article if it must be."""
    here = [mention for mention in actor.mentions if mention.article_id == claim.article_id] or list(actor.mentions)
    return min(here, key=lambda mention: abs(mention.span.start - claim.trigger.start), default=None)


# --- Claims made of words -----------------------------------------------------------------------------


def _made(before: Curated, taxonomy: Taxonomy, anchor: ClaimAnchor, kinds: tuple[str, str], change: Change) -> Curated:
    """Return the state with a claim made from its anchor; ends that mean nobody yet become actors."""
    sentence = _sentence_at(before.kb, anchor.article_id, anchor.trigger)
    if sentence is None:
        return before
    state, source = _mention_at(before, anchor.article_id, anchor.source, kinds[0])
    state, target = _mention_at(state, anchor.article_id, anchor.target, kinds[1])
    speaker = None if anchor.speaker is None else _known_mention(state.kb, anchor.article_id, anchor.speaker)
    words = anchor.trigger.of(state.kb.articles[anchor.article_id].text)
    ends = f"{anchor.source.start}-{anchor.trigger.start}-{anchor.target.start}"
    claim = Claim(
        id=f"{anchor.article_id}:{sentence.index}:{anchor.relation_type}:{ends}:added",
        article_id=anchor.article_id,
        sentence=sentence.index,
        relation_type=anchor.relation_type,
        source=source,
        trigger=anchor.trigger,
        lemma=words,
        target=target,
        status=anchor.status,
        speaker=speaker,
        when=anchor.when,
        confidence=1.0,
        construction=Construction.ADDED,
        rule=f"{Construction.ADDED}: {words}",
    )
    one, other = (state.kb.actor_of(end).id for end in (source, target))
    new = {end: beside for end, beside in ((one, other), (other, one)) if end not in before.kb.actors}
    kb = regroup(state.kb, taxonomy, loose=[change(claim)])
    return replace(state, kb=kb, origins={**state.origins, **new})


def _sentence_at(kb: KnowledgeBase, article_id: str, span: TextSpan) -> Sentence | None:
    return next((each for each in kb.sentences.get(article_id, ()) if overlap(each.span, span)), None)


def _known_mention(kb: KnowledgeBase, article_id: str, span: TextSpan) -> Mention | None:
    """Return the mention that shares most of its words with a stretch of text, None where nobody is mentioned there."""
    there = (
        mention
        for actor in kb.actors.values()
        for mention in actor.mentions
        if mention.article_id == article_id and overlap(mention.span, span)
    )
    return min(there, key=lambda m: abs(m.span.start - span.start) + abs(m.span.end - span.end), default=None)


def _mention_at(before: Curated, article_id: str, span: TextSpan, kind: str) -> tuple[Curated, Mention]:
    """Return the mention at a stretch of text, and the state in which it is one of an actor."""
    known = _known_mention(before.kb, article_id, span)
    if known is not None:
        return before, known
    kb = before.kb
    name = " ".join(span.of(kb.articles[article_id].text).split())
    actor = _called(kb, name) or Actor(free_id(kb.actors, kind, name), name, kind, reasons=("marked by the reader",))
    chain = 1 + max((number for article, number in kb.actor_ids if article == article_id), default=-1)
    sentence = _sentence_at(kb, article_id, span)
    index = sentence.index if sentence is not None else 0
    mention = Mention(article_id, index, span, Form.NAME, actor.kind, chain)
    kb = with_actor(kb, replace(actor, mentions=(*actor.mentions, mention)))
    kb = replace(kb, actor_ids={**kb.actor_ids, (article_id, chain): actor.id})
    return replace(before, kb=kb), mention


def _called(kb: KnowledgeBase, name: str) -> Actor | None:
    """Return the only actor that goes by a name."""
    wanted = fold(name)
    bearers = [a for a in kb.actors.values() if wanted in map(fold, (a.name, *a.aliases))]
    return bearers[0] if len(bearers) == 1 else None
