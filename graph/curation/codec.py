"""Decision <-> JSON, for the log. What was once written must be read for ever: names here are never reused."""

import json
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from graph.curation.decisions import (
    ActorAnchor,
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
    Place,
    Reject,
    Rename,
    Retype,
    Show,
    Split,
    Turn,
)
from graph.model import Status, TextSpan

Json = Any

NAMES: dict[str, type[Any]] = {
    "rename": Rename,
    "kind": ChangeKind,
    "merge": Merge,
    "split": Split,
    "hide": Hide,
    "show": Show,
    "delete": Delete,
    "apart": KeepApart,
    "never ask": DoNotAsk,
    "note": NoteActor,
    "note relation": NoteRelation,
    "reject": Reject,
    "confirm": Confirm,
    "retype": Retype,
    "turn": Turn,
    "status": ChangeStatus,
    "speaker": ChangeSpeaker,
    "add": AddClaim,
}
_NAME_OF = {kind: name for name, kind in NAMES.items()}


def encode_decision(decision: Decision) -> str:
    """Return a decision as JSON."""
    values = {field.name: _plain(getattr(decision, field.name)) for field in fields(decision)}
    return json.dumps({"decision": _NAME_OF[type(decision)], **values}, ensure_ascii=False)


def decode_decision(text: str) -> Decision:
    """Return the decision that `encode_decision` made JSON of.

    Raises ValueError for a text that is no decision.
    """
    try:
        values = json.loads(text)
        kind = NAMES[values.pop("decision")]
        decision: Decision = kind(**{name: _READERS.get(name, _same)(value) for name, value in values.items()})
        return decision
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{text[:80]!r} is no decision ({error})") from error


def _plain(value: object) -> Json:
    match value:
        case ActorAnchor(actor_id, name, kind, places):
            return {"id": actor_id, "name": name, "kind": kind, "places": _plain(places)}
        case Place(article_id, span):
            return [article_id, span.start, span.end]
        case TextSpan(start, end):
            return [start, end]
        case ClaimAnchor():
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _same(value: Json) -> Json:
    return value


def _place(value: Json) -> Place:
    article_id, start, end = value
    return Place(article_id, TextSpan(start, end))


def _places(value: Json) -> tuple[Place, ...]:
    return tuple(map(_place, value))


def _actor(value: Json) -> ActorAnchor | None:
    return None if value is None else ActorAnchor(value["id"], value["name"], value["kind"], _places(value["places"]))


def _claim(value: Json) -> ClaimAnchor:
    spans = {name: None if value[name] is None else TextSpan(*value[name]) for name in _SPANS}
    return ClaimAnchor(**value | spans | {"status": Status(value["status"])})


_SPANS = ("source", "trigger", "target", "speaker")
_READERS: dict[str, Callable[[Json], Any]] = {
    **dict.fromkeys(("actor", "into", "first", "second", "source", "target", "speaker"), _actor),
    "others": lambda value: tuple(map(_actor, value)),
    "places": _places,
    "claim": _claim,
    "status": Status,
}
