"""The reader's decisions, as values. They name what they are about by names and places in articles, never by numbers
that the next reading of an article may give out otherwise."""

from dataclasses import dataclass

from graph.model import Status, TextSpan


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article's text."""

    article_id: str
    span: TextSpan


@dataclass(frozen=True, slots=True)
class ActorAnchor:
    """An actor as it was when the reader decided: its id, name and kind, and some of the places that mention it."""

    id: str
    name: str
    kind: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class ClaimAnchor:
    """A claim as it was when the reader decided, with all that is needed to make it again.

    `source_name` and `target_name` are those of the actors, for the words in which the decision is told.
    """

    article_id: str
    source: TextSpan
    trigger: TextSpan
    target: TextSpan
    relation_type: str
    status: Status
    source_name: str
    target_name: str
    speaker: TextSpan | None = None
    when: str | None = None


# --- About actors -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rename:
    """An actor is to be called `name`; what it was called stays an alias."""

    actor: ActorAnchor
    name: str


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """An actor is of another kind."""

    actor: ActorAnchor
    kind: str


@dataclass(frozen=True, slots=True)
class Merge:
    """The `others` are the same as `into`, which keeps its name and kind."""

    into: ActorAnchor
    others: tuple[ActorAnchor, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """These mentions of an actor mean somebody else, called `name`; pronouns go with the name before them."""

    actor: ActorAnchor
    places: tuple[Place, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Hide:
    """An actor is not to be drawn; what is known of it stays."""

    actor: ActorAnchor


@dataclass(frozen=True, slots=True)
class Show:
    """A hidden actor is to be drawn again."""

    actor: ActorAnchor


@dataclass(frozen=True, slots=True)
class Delete:
    """This is no actor; its claims go with it."""

    actor: ActorAnchor


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Two actors are not the same, whatever a reading says."""

    first: ActorAnchor
    second: ActorAnchor


@dataclass(frozen=True, slots=True)
class DoNotAsk:
    """Whether two actors are the same is not to be asked again; nothing is decided."""

    first: ActorAnchor
    second: ActorAnchor


@dataclass(frozen=True, slots=True)
class NoteActor:
    """What the reader notes on an actor, in place of an earlier note; an empty text takes it away."""

    actor: ActorAnchor
    text: str


@dataclass(frozen=True, slots=True)
class NoteRelation:
    """What the reader notes on a relation, in place of an earlier note; an empty text takes it away."""

    source: ActorAnchor
    relation_type: str
    target: ActorAnchor
    text: str


# --- About claims -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reject:
    """The sentence does not say this."""

    claim: ClaimAnchor


@dataclass(frozen=True, slots=True)
class Confirm:
    """The sentence does say this."""

    claim: ClaimAnchor


@dataclass(frozen=True, slots=True)
class Retype:
    """The sentence says this of the two, and not what was read."""

    claim: ClaimAnchor
    relation_type: str


@dataclass(frozen=True, slots=True)
class Turn:
    """It was the target that did it to the source."""

    claim: ClaimAnchor


@dataclass(frozen=True, slots=True)
class ChangeStatus:
    """The text commits itself to the claim in another way."""

    claim: ClaimAnchor
    status: Status


@dataclass(frozen=True, slots=True)
class ChangeSpeaker:
    """Somebody else says this; None for the article itself."""

    claim: ClaimAnchor
    speaker: ActorAnchor | None


@dataclass(frozen=True, slots=True)
class AddClaim:
    """The sentence says this too; ends that no actor is mentioned at become actors of these kinds."""

    claim: ClaimAnchor
    source_kind: str
    target_kind: str


AboutActor = (
    Rename | ChangeKind | Merge | Split | Hide | Show | Delete | KeepApart | DoNotAsk | NoteActor | NoteRelation
)
AboutClaim = Reject | Confirm | Retype | Turn | ChangeStatus | ChangeSpeaker | AddClaim
Decision = AboutActor | AboutClaim
