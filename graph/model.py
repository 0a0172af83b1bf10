"""The values that Dramatis speaks of: articles, mentions, claims, actors, relations and what is drawn of them.

Everything here is frozen and imports nothing of ours. Offsets are characters of `Article.text`, half-open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Form(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Status(StrEnum):
    """How far a text commits itself to a claim; the members stand from the firmest to the least firm."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    ASKED = "asked"
    NEGATED = "negated"


class Construction(StrEnum):
    """The kind of wording that a claim is read from; the values are the words by which a reader is told of it."""

    ACTIVE = "active"  # Ann Hale sued Bob Dorn
    PASSIVE = "passive"  # Bob Dorn was sued by Ann Hale; the firm sued by Ann Hale
    RELATIVE = "relative clause"  # Ann Hale, who sued Bob Dorn; the man whom Ann Hale sued
    INFINITIVE = "infinitive"  # Ann Hale wants to sue Bob Dorn
    PARTICIPLE = "participle"  # after suing Bob Dorn, Ann Hale left
    OTHER_VERB = "other verb"  # Ann Hale outwitted Bob Dorn: no relation type names the verb
    LIGHT_VERB = "light verb"  # Ann Hale held talks with Bob Dorn
    NOUN = "noun"  # Ann Hale's talks with Bob Dorn
    ADJECTIVE = "adjective"  # the Vantor-backed firm
    TITLE = "title"  # FBI Director James Comey
    NAME = "name"  # the Russian Embassy
    RECALLED = "recalled"  # the Dorn dismissal, of which the article says elsewhere whose it was
    ADDED = "added by the reader"


# --- Text ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters that this span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class RemovedSpan:
    """A stretch of an article's text that is not part of the story, and why it is left out."""

    span: TextSpan
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read: the whole text, with its boilerplate kept but marked as removed.

    `id` is a hash of the text; `published` an ISO date ("2017-05-10") or None; `url` an http(s) address or None.
    """

    id: str
    title: str
    text: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    removed: tuple[RemovedSpan, ...] = ()
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The `index`-th sentence of an article, counted from 0."""

    article_id: str
    index: int
    span: TextSpan


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that means an actor; mentions with the same `chain` in an article mean the same one."""

    article_id: str
    sentence: int
    span: TextSpan
    form: Form
    kind: str
    chain: int


@dataclass(frozen=True, slots=True)
class Chain:
    """All that one article calls one actor, without pronouns and descriptions.

    `name` is the fullest name, without titles; `roles` are titles and offices ("FBI Director"); `reasons` say in
    words why the names were joined ("'Mr Trump' is the surname of 'Donald Trump'").
    """

    index: int
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence's statement that a source did something to a target.

    `relation_type` is the id of a type of the taxonomy, or the lemma of a verb that no frame names. `speaker` is
    the mention whose words these are, None where the article itself says it. `when` is the ISO date on which it
    happened or is to, no finer than the text gives it ("2017-05-09", "2017-W19", "2017-05", "2017"), or None.
    `confidence` lies between 0 and 1. `construction` is the kind of wording that gave the claim, and `rule` says it to
    the reader with the words as they stand: "passive: was fired by".
    """

    id: str
    article_id: str
    sentence: int
    relation_type: str
    source: Mention
    trigger: TextSpan
    lemma: str
    target: Mention
    status: Status
    speaker: Mention | None
    when: str | None
    confidence: float
    construction: Construction
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read out of one article by one version of the reader."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    claims: tuple[Claim, ...]
    version: str


# --- Knowledge ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts, across all articles; `mentions` are in order of article and place."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """All the claims of one type from one actor to another.

    `weight` counts the distinct sentences, `status` is the firmest of the claims', `first_seen` and `last_seen`
    are the ISO dates of the articles (None where no article has a date).
    """

    id: str
    source: str
    type: str
    family: str
    target: str
    claims: tuple[Claim, ...]
    weight: int
    article_count: int
    first_seen: str | None
    last_seen: str | None
    status: Status


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """All that the articles say, by id. Treat the mappings as read-only.

    `sentences` are by article id, in order; `actor_ids` gives the actor of an (article id, chain index). `inner` are
    the claims whose two ends turned out to be one actor: they make no relation as long as they do.
    """

    articles: Mapping[str, Article] = field(default_factory=dict)
    sentences: Mapping[str, tuple[Sentence, ...]] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    relations: Mapping[str, Relation] = field(default_factory=dict)
    actor_ids: Mapping[tuple[str, int], str] = field(default_factory=dict)
    inner: tuple[Claim, ...] = ()

    def actor_of(self, mention: Mention) -> Actor:
        """Return the actor that a mention means."""
        return self.actors[self.actor_ids[mention.article_id, mention.chain]]


# --- What is drawn and read ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader has picked: `what` is "actor" or "relation" with its `id`, "actors" with their `ids`, or "".

    It is "question" with its words as `id` where the reader asks, "path" where he follows the ties between two actors,
    whose `ids` these are.
    """

    what: str = ""
    id: str = ""
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeView:
    """An actor to be drawn; `x` and `y` lie in about -1..1, `importance` in 0..1."""

    id: str
    name: str
    kind: str
    x: float
    y: float
    importance: float
    mentions: int
    relations: int


@dataclass(frozen=True, slots=True)
class EdgeView:
    """A relation to be drawn. `lane` and `lanes` fan out the relations between the same two actors.

    Of the `article_count` articles that tell of it `report_count` are independent: no copies of one another.
    """

    id: str
    source: str
    target: str
    type: str
    label: str
    family: str
    status: Status
    symmetric: bool
    weight: int
    article_count: int
    report_count: int
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True)
class GraphView:
    """The part of the network that passes the filters, ready to be drawn.

    `bounds` (x0, y0, x1, y1) are those of the whole network, so that a filter moves nothing. Where nothing is shown,
    `empty_reason` says why and how to get back, and `empty_cause` is the filter field whose clearing shows most ("" if
    none alone helps).
    """

    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
    bounds: tuple[float, float, float, float]
    total_actors: int
    total_relations: int
    description: str
    empty_reason: str = ""
    empty_cause: str = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked stretch of a passage's `text`; `role` is "source", "target", "trigger" or "mention"."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence as proof, ready to read. `start` and `end` are the sentence's place in the article.

    For a claim, `claim_id`, `relation_id`, `relation` ("Donald Trump fired James Comey"), `status`, `speaker`,
    `when`, `rule` and `confidence` are set as in the claim; for a bare mention of an actor they are None.
    """

    article_id: str
    title: str
    outlet: str | None
    published: str | None
    url: str | None
    start: int
    end: int
    text: str
    before: str
    after: str
    highlights: tuple[Highlight, ...]
    claim_id: str | None = None
    relation_id: str | None = None
    relation: str | None = None
    status: Status | None = None
    speaker: str | None = None
    when: str | None = None
    rule: str | None = None
    confidence: float | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention in an article's text and the actor that it means."""

    span: TextSpan
    actor_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """The words of an article that make a claim, and what they tell: "Donald Trump fired James Comey"."""

    span: TextSpan
    relation_id: str
    family: str
    status: Status
    told: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A whole article to read: its text, its sentences, what stands in them, and what was removed.

    All are in the order of the text. Mentions never overlap; claims may share words with each other and with mentions.
    """

    article: Article
    marks: tuple[Mark, ...]
    claims: tuple[ClaimMark, ...] = ()
    sentences: tuple[TextSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """How far a job of reading several articles has come.

    `current` names those being read, `read` holds the ids of the finished ones in order, `there` the titles of those
    that were in the library already, `problems` one message for each that could not be read, and `asked` counts those
    that wait until their columns are chosen; `done` counts all these.
    `seconds_left` is a guess by the pace so far, None as long as there is none.
    """

    total: int
    done: int = 0
    current: str = ""
    read: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    finished: bool = False
    there: tuple[str, ...] = ()
    cancelled: bool = False
    seconds_left: float | None = None
    asked: int = 0

    @property
    def fraction(self) -> float:
        """Return the share that is done, from 0 to 1."""
        return self.done / self.total if self.total else 1.0
