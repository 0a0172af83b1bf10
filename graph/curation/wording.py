"""Decisions in words, as the log tells them."""

from collections.abc import Iterable

from graph.curation.decisions import (
    AddClaim,
    ChangeKind,
    ChangeSpeaker,
    ChangeStatus,
    ClaimAnchor,
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
from graph.filters import STATUS_WORDS
from graph.taxonomy import Taxonomy


def describe(decision: Decision, taxonomy: Taxonomy) -> str:
    """Return a decision in words: Joined “Trump Jr.” with “Donald Trump”."""
    match decision:
        case Reject(claim) | Confirm(claim) | Retype(claim) | Turn(claim) | ChangeStatus(claim) | ChangeSpeaker(claim):
            return _about_claim(decision, _told(claim, taxonomy), taxonomy)
        case AddClaim(claim):
            return f"Added {_told(claim, taxonomy)}"
        case NoteRelation(source, relation_type, target, text):
            label = taxonomy.relation_type(relation_type).label
            return _noted(f"“{source.name} {label} {target.name}”", text)
        case _:
            return _about_actor(decision, taxonomy)


def _about_actor(decision: Decision, taxonomy: Taxonomy) -> str:
    match decision:
        case Rename(actor, name):
            return f"Renamed “{actor.name}” to “{name}”"
        case ChangeKind(actor, kind):
            known = taxonomy.kinds.get(kind)
            return f"Changed “{actor.name}” from {actor.kind} to {known.label if known else kind}"
        case Merge(into, others):
            return f"Joined {_listed(other.name for other in others)} with “{into.name}”"
        case Split(actor, places, name):
            mentions = "1 mention" if len(places) == 1 else f"{len(places):,} mentions"
            return f"Split “{name}” ({mentions}) from “{actor.name}”"
        case Hide(actor):
            return f"Hid “{actor.name}”"
        case Show(actor):
            return f"Showed “{actor.name}” again"
        case Delete(actor):
            return f"Deleted “{actor.name}”"
        case KeepApart(first, second):
            return f"Kept “{first.name}” and “{second.name}” apart"
        case DoNotAsk(first, second):
            return f"Asked never again whether “{first.name}” is “{second.name}”"
        case NoteActor(actor, text):
            return _noted(f"“{actor.name}”", text)
        case _:
            raise TypeError(f"{type(decision).__name__} is not about an actor")


def _about_claim(decision: Decision, told: str, taxonomy: Taxonomy) -> str:
    match decision:
        case Reject():
            return f"Rejected {told}"
        case Confirm():
            return f"Confirmed {told}"
        case Retype(_, relation_type):
            return f"Changed {told} to “{taxonomy.relation_type(relation_type).label}”"
        case Turn():
            return f"Turned {told} round"
        case ChangeStatus(_, status):
            return f"Marked {told} as {STATUS_WORDS[status]}"
        case ChangeSpeaker(_, speaker):
            return f"Gave {told} to {f'“{speaker.name}”' if speaker else 'the article itself'} as speaker"
        case _:
            raise TypeError(f"{type(decision).__name__} is not about a claim")


def _told(claim: ClaimAnchor, taxonomy: Taxonomy) -> str:
    return f"“{claim.source_name} {taxonomy.relation_type(claim.relation_type).label} {claim.target_name}”"


def _noted(about: str, text: str) -> str:
    return f"Noted on {about}: {text}" if text else f"Took the note on {about} away"


def _listed(names: Iterable[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
