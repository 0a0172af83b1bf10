"""Filters: what the reader asks to see, in words and as a query string (graph/tables.py applies them)."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qs, urlencode

from graph.days import ALWAYS, Period
from graph.model import Actor, Status
from graph.taxonomy import Taxonomy

STATUS_WORDS = {
    Status.ASSERTED: "stated as fact",
    Status.PLANNED: "planned",
    Status.HEDGED: "uncertain",
    Status.CONDITIONAL: "conditional",
    Status.ASKED: "asked",
    Status.NEGATED: "denied",
}
THE_ARTICLE = "article"  # among speakers: what nobody says but the article itself
CHOICE_FIELDS = ("kinds", "actors", "families", "types", "statuses", "speakers", "articles", "outlets")
PERIOD_FIELDS = ("published", "happened")
COUNT_FIELDS = ("min_sentences", "min_articles")
SHARE_FIELDS = ("min_confidence", "min_importance")
# The steps in which the page offers those fields that set a least number.
STEPS: Mapping[str, tuple[float, ...]] = {
    "min_sentences": (1, 2, 3, 5),
    "min_articles": (1, 2, 3, 5),
    "min_confidence": (0, 0.5, 0.7),
    "min_importance": (0, 0.1, 0.25, 0.5),
}
_SURE = {0.5: "fairly sure", 0.7: "very sure"}
_IMPORTANT = {0.1: "without minor actors", 0.25: "main actors only", 0.5: "leading actors only"}
_OF_RELATIONS = {"families", "types", "statuses", "speakers", "happened"}
_OF_RELATIONS |= {"min_sentences", "min_articles", "min_confidence"}
_LONGEST_TEXT = 200
_MOST_COUNTED = 10_000
_MOST_NAMED = 3
QUERY_KEYS = {
    "kinds": "kind",
    "actors": "actor",
    "families": "family",
    "types": "type",
    "statuses": "status",
    "speakers": "speaker",
    "articles": "article",
    "outlets": "outlet",
    "published": "published",
    "happened": "happened",
    "min_sentences": "sentences",
    "min_articles": "articles",
    "min_confidence": "confidence",
    "min_importance": "importance",
    "text": "text",
}
_PLAIN_QUOTES = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asks to see; an empty field restricts nothing.

    A claim passes if it is of the `types`, `families`, `statuses`, `speakers` (ids of actors; THE_ARTICLE is what
    nobody is quoted for), `articles` and `outlets` asked for, its article was `published` in the period, some day of
    its date lies in the period in which it `happened` (what has no date lies in none), and it has at least the
    confidence `min_confidence`.

    A relation is shown by its claims that pass, if both its actors are of the `kinds` and have at least the importance
    `min_importance`, one of them is among `actors`, its passing claims stand in at least `min_sentences` different
    sentences and `min_articles` independent articles (copies of one report count as one, see `graph.reports`), and
    `text` stands in a name or alias of one of its actors or in the sentence of one of its passing claims.

    An actor is shown if it has a shown relation; and where no field speaks of relations (see `speak_of_relations`),
    also if it is of the kinds, among the actors and important enough, an article that passes mentions it, and its name
    or an alias holds the text. Upper and lower case and accents make no difference to the text.

    Values are put in order: doubles and empty ids go, so do unknown statuses and what no query string can carry; least
    numbers are at least 1, shares lie in 0..1 and are rounded to hundredths, `text` is trimmed to 200 characters.
    """

    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    published: Period = ALWAYS
    happened: Period = ALWAYS
    min_sentences: int = 1
    min_articles: int = 1
    min_confidence: float = 0.0
    min_importance: float = 0.0
    text: str = ""

    def __post_init__(self) -> None:
        for name in CHOICE_FIELDS:
            if not getattr(self, name):
                continue
            ids = dict.fromkeys(_clean(value) for value in getattr(self, name))
            object.__setattr__(self, name, tuple(value for value in ids if value))
        object.__setattr__(self, "statuses", tuple(value for value in self.statuses if value in set(Status)))
        for name in COUNT_FIELDS:
            object.__setattr__(self, name, min(max(getattr(self, name), 1), _MOST_COUNTED))
        for name in SHARE_FIELDS:
            value = getattr(self, name)
            object.__setattr__(self, name, round(min(value, 1.0), 2) if value > 0 else 0.0)  # no number is not above 0
        object.__setattr__(self, "text", " ".join(_clean(self.text).split())[:_LONGEST_TEXT].strip())

    @property
    def active(self) -> tuple[str, ...]:
        """Return the names of the fields that restrict something."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name) != field.default)

    @property
    def speak_of_relations(self) -> bool:
        """Tell whether a field restricts relations as such, so that actors without a shown relation are hidden."""
        return bool(_OF_RELATIONS & set(self.active))

    def without(self, name: str) -> "Filters":
        """Return the filters with one field cleared."""
        return replace(self, **{name: getattr(Filters(), name)})

    def describe(self, taxonomy: Taxonomy | None = None, actors: Mapping[str, Actor] | None = None) -> str:
        """Return the filters in words: "people and organisations, legal ties, at least 2 sentences".

        Words come from the taxonomy and names from the actors; without them ids stand in their place.
        """
        parts = [self.describe_field(name, taxonomy, actors) for name in self.active]
        return ", ".join(parts) or "everything"

    def describe_field(
        self, name: str, taxonomy: Taxonomy | None = None, actors: Mapping[str, Actor] | None = None
    ) -> str:
        """Return one field in words; for one that restricts nothing the words make no sense."""
        in_words: dict[str, Callable[[], str]] = {
            "kinds": lambda: _listed([_plural(kind, taxonomy) for kind in self.kinds], "and"),
            "actors": lambda: f"with {_named(self.actors, actors, 'actors')}",
            "families": lambda: _listed(self.families, "and") + " ties",
            "types": lambda: "only " + _listed([f"“{_label(type_id, taxonomy)}”" for type_id in self.types], "or"),
            "statuses": lambda: _listed([STATUS_WORDS[Status(status)] for status in self.statuses], "or"),
            "speakers": lambda: f"said by {_named(self.speakers, actors, 'speakers')}",
            "articles": lambda: "in 1 article" if len(self.articles) == 1 else f"in {len(self.articles)} articles",
            "outlets": lambda: f"told by {_named(self.outlets, None, 'outlets')}",
            "published": lambda: f"published {self.published.describe()}",
            "happened": lambda: f"happened {self.happened.describe()}",
            "min_sentences": lambda: f"at least {_counted(self.min_sentences, 'sentence')}",
            "min_articles": lambda: f"at least {_counted(self.min_articles, 'independent article')}",
            "min_confidence": lambda: _SURE.get(self.min_confidence, f"at least {self.min_confidence:.0%} sure"),
            "min_importance": lambda: _IMPORTANT.get(
                self.min_importance, f"actors of importance {self.min_importance} or more"
            ),
            "text": lambda: f"with “{self.text}”",
        }
        return in_words[name]()

    def quote_field(
        self, name: str, taxonomy: Taxonomy | None = None, actors: Mapping[str, Actor] | None = None
    ) -> str:
        """Return one field as `describe_field` does, in quotation marks; those within are single ones."""
        return f"“{self.describe_field(name, taxonomy, actors).replace('“', '‘').replace('”', '’')}”"

    def to_query(self) -> str:
        """Return a query string without "?": "kind=person&kind=group&sentences=2", empty for no restriction.

        A period is written "2017-05-01..2017-05-09".
        """
        values = {name: getattr(self, name) for name in self.active}
        periods = {name: f"{values[name].first}..{values[name].last}" for name in PERIOD_FIELDS if name in values}
        return urlencode({QUERY_KEYS[name]: value for name, value in (values | periods).items()}, doseq=True)

    @classmethod
    def from_query(cls, query: str) -> "Filters":
        """Return the filters of a query string, with or without "?"; what makes no sense is left out."""
        values = parse_qs(query.removeprefix("?"))
        known = {name: values.get(key, []) for name, key in QUERY_KEYS.items()}
        asked: dict[str, Any] = {name: tuple(known[name]) for name in CHOICE_FIELDS}
        asked |= {name: _period(known[name]) for name in PERIOD_FIELDS}
        asked |= {name: int(_matching(known[name], "[0-9]{1,9}")) for name in COUNT_FIELDS}
        asked |= {name: float(_matching(known[name], r"[0-9](\.[0-9]{1,9})?")) for name in SHARE_FIELDS}
        return cls(**asked, text=" ".join(known["text"]))


@lru_cache(1 << 16)  # the same sentences and names are folded again after each correction
def fold(text: str) -> str:
    """Return text as searches compare it: no case, no accents, plain quotes, single blanks."""
    if not text.isascii():  # most texts are, and there are many
        text = text.translate(_PLAIN_QUOTES)
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M"))
    return " ".join(bare.split())


def _clean(value: str) -> str:
    """Return a value without lone surrogates, which no URL can carry."""
    return value.encode("utf-8", "ignore").decode("utf-8")


def _matching(values: Sequence[str], pattern: str) -> str:
    """Return the first value that a pattern fits, "0" if there is none."""
    return next((value for value in values if re.fullmatch(pattern, value)), "0")


def _period(values: Sequence[str]) -> Period:
    first, dots, last = (values[0] if values else "").partition("..")
    return Period(first, last if dots else first)


def _listed(words: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _named(ids: Sequence[str], actors: Mapping[str, Actor] | None, noun: str) -> str:
    """Return a few by name and more by their number: "James Comey or the article itself", "one of 7 actors"."""
    if len(ids) > _MOST_NAMED:
        return f"one of {len(ids)} {noun}"
    names = {THE_ARTICLE: "the article itself"} if noun == "speakers" else {}
    names |= {name: actors[name].name for name in ids if actors and name in actors}
    return _listed([names.get(name, name) for name in ids], "or")


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _plural(kind: str, taxonomy: Taxonomy | None) -> str:
    known = taxonomy.kinds.get(kind) if taxonomy else None
    return known.plural if known else f"{kind}s"


def _label(type_id: str, taxonomy: Taxonomy | None) -> str:
    return taxonomy.relation_type(type_id).label if taxonomy else type_id.replace("_", " ")
