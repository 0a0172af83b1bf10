"""The reader's decisions, replayed on what was read: a pure function from a knowledge base and decisions to another."""

from collections.abc import Iterable
from dataclasses import replace

from graph.curation import actors, claims
from graph.curation.anchors import find_actor
from graph.curation.decisions import (
    AboutClaim,
    ActorAnchor,
    AddClaim,
    ChangeKind,
    ChangeSpeaker,
    ChangeStatus,
    Confirm,
    Decision,
    Delete,
    DoNotAsk,
    Hide,
    KeepApart,
    Merge,
    NoteActor,
    NoteRelation,
    Reject,
    Rename,
    Retype,
    Show,
    Split,
    Turn,
)
from graph.curation.state import Curated
from graph.model import Actor, KnowledgeBase
from graph.taxonomy import Taxonomy


def curate(kb: KnowledgeBase, decisions: Iterable[Decision], taxonomy: Taxonomy) -> Curated:
    """Return what a knowledge base is after some decisions, in their order."""
    state = Curated(kb)
    for decision in decisions:
        state = apply(state, decision, taxonomy)
    return state


def apply(before: Curated, decision: Decision, taxonomy: Taxonomy) -> Curated:
    """Return the state after one more decision; one whose actor or claim is not there any more changes nothing."""
    match decision:
        case Reject() | Confirm() | Retype() | Turn() | ChangeStatus() | ChangeSpeaker() | AddClaim():
            return _about_claim(before, decision, taxonomy)
        case KeepApart(first, second) | DoNotAsk(first, second):
            return _about_pair(before, decision, taxonomy, first, second)
        case NoteRelation(source, relation_type, target, text):
            ends = find_actor(before.kb, source), find_actor(before.kb, target)
            if ends[0] is None or ends[1] is None:
                return before
            return _noted(before, f"{ends[0].id}>{relation_type}>{ends[1].id}", text)
        case Merge(into, others):
            one = find_actor(before.kb, into)
            rest = [found for other in others if (found := find_actor(before.kb, other))]
            return before if one is None else actors.merge(before, taxonomy, one, rest)
        case _:
            actor = find_actor(before.kb, decision.actor)
            return before if actor is None else _about_actor(before, decision, taxonomy, actor)


def _about_actor(
    before: Curated,
    decision: Rename | ChangeKind | Split | Hide | Show | Delete | NoteActor,
    taxonomy: Taxonomy,
    actor: Actor,
) -> Curated:
    match decision:
        case Rename(_, name):
            return replace(before, kb=actors.rename(before.kb, actor, name))
        case ChangeKind(_, kind):
            return replace(before, kb=actors.with_actor(before.kb, replace(actor, kind=kind)))
        case Split(_, places, name):
            return actors.split(before, taxonomy, actor, places, name)
        case Hide():
            return replace(before, hidden=before.hidden | {actor.id})
        case Show():
            return replace(before, hidden=before.hidden - {actor.id})
        case Delete():
            return actors.delete(before, taxonomy, actor)
        case NoteActor(_, text):
            return _noted(before, actor.id, text)


def _about_claim(before: Curated, decision: AboutClaim, taxonomy: Taxonomy) -> Curated:
    match decision:
        case Reject(claim):
            return claims.reject(before, taxonomy, claim)
        case Confirm(claim):
            return claims.confirm(before, taxonomy, claim)
        case Retype(claim, relation_type):
            return claims.retype(before, taxonomy, claim, relation_type)
        case Turn(claim):
            return claims.turn(before, taxonomy, claim)
        case ChangeStatus(claim, status):
            return claims.change_status(before, taxonomy, claim, status)
        case ChangeSpeaker(claim, speaker):
            actor = None if speaker is None else find_actor(before.kb, speaker)
            return before if actor is None and speaker else claims.change_speaker(before, taxonomy, claim, actor)
        case AddClaim(claim, source_kind, target_kind):
            return claims.add_claim(before, taxonomy, claim, (source_kind, target_kind))


def _about_pair(
    before: Curated, decision: Decision, taxonomy: Taxonomy, first: ActorAnchor, second: ActorAnchor
) -> Curated:
    """Return the state in which a pair is not asked about again; two to be kept apart are split if they were joined."""
    state, one, other = before, find_actor(before.kb, first), find_actor(before.kb, second)
    if one is not None and other is not None and one.id == other.id and isinstance(decision, KeepApart):
        state = actors.split(before, taxonomy, one, second.places, second.name)
        one, other = find_actor(state.kb, first), find_actor(state.kb, second)
    if one is None or other is None or one.id == other.id:
        return state
    return replace(state, asked=state.asked | {frozenset((one.id, other.id))})


def _noted(before: Curated, about: str, text: str) -> Curated:
    others = {name: noted for name, noted in before.notes.items() if name != about}
    return replace(before, notes=others | {about: text} if text else others)
