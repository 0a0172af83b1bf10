"""Filters: what the reader asks to see, in words and as a query string (graph/tables.py applies them)."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from urllib.parse import parse_qs, urlencode

from graph.model import Status
from graph.taxonomy import Taxonomy

STATUS_WORDS = {
    Status.ASSERTED: "stated as fact",
    Status.PLANNED: "planned",
    Status.HEDGED: "uncertain",
    Status.CONDITIONAL: "conditional",
    Status.ASKED: "asked",
    Status.NEGATED: "denied",
}
_LONGEST_TEXT = 200
_MOST_SENTENCES = 10_000
_QUERY_KEYS = {
    "kinds": "kind",
    "families": "family",
    "types": "type",
    "statuses": "status",
    "articles": "article",
    "min_sentences": "sentences",
    "text": "text",
}
_PLAIN_QUOTES = str.maketrans("‘’“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader asks to see; an empty field restricts nothing.

    A relation is shown by its claims that pass: those of the `types`, `families`, `statuses` and `articles` asked
    for, if both its actors are of the `kinds`, its passing claims stand in at least `min_sentences` different
    sentences, and `text` stands in a name or alias of one of its actors or in the sentence of one of its passing
    claims. An actor is shown if it has a shown relation; and where no field speaks of relations (no type, family,
    status or number of sentences), also if it is of the kinds, the articles mention it, and its name or an alias
    holds the text. Upper and lower case and accents make no difference to the text.

    Values are put in order: doubles and empty ids go, so do unknown statuses and what no query string can carry;
    `min_sentences` is at least 1, `text` is trimmed to 200 characters.
    """

    kinds: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    min_sentences: int = 1
    text: str = ""

    def __post_init__(self) -> None:
        for name in CHOICE_FIELDS:
            ids = dict.fromkeys(_clean(value) for value in getattr(self, name))
            object.__setattr__(self, name, tuple(value for value in ids if value))
        object.__setattr__(self, "statuses", tuple(value for value in self.statuses if value in set(Status)))
        object.__setattr__(self, "min_sentences", min(max(self.min_sentences, 1), _MOST_SENTENCES))
        object.__setattr__(self, "text", " ".join(_clean(self.text).split())[:_LONGEST_TEXT].strip())

    @property
    def active(self) -> tuple[str, ...]:
        """Return the names of the fields that restrict something."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name) != field.default)

    @property
    def speak_of_relations(self) -> bool:
        """Tell whether a field restricts relations as such, so that actors without a shown relation are hidden."""
        return bool({"families", "types", "statuses", "min_sentences"} & set(self.active))

    def without(self, name: str) -> "Filters":
        """Return the filters with one field cleared."""
        return replace(self, **{name: getattr(Filters(), name)})

    def describe(self, taxonomy: Taxonomy | None = None) -> str:
        """Return the filters in words: "people and organisations, legal ties, at least 2 sentences"."""
        parts = [self.describe_field(name, taxonomy) for name in self.active]
        return ", ".join(parts) or "everything"

    def describe_field(self, name: str, taxonomy: Taxonomy | None = None) -> str:
        """Return one field in words; for one that restricts nothing the words make no sense."""
        in_words: dict[str, Callable[[], str]] = {
            "kinds": lambda: _listed([_plural(kind, taxonomy) for kind in self.kinds], "and"),
            "families": lambda: _listed(self.families, "and") + " ties",
            "types": lambda: "only " + _listed([f"“{_label(type_id, taxonomy)}”" for type_id in self.types], "or"),
            "statuses": lambda: _listed([STATUS_WORDS[Status(status)] for status in self.statuses], "or"),
            "articles": lambda: "in 1 article" if len(self.articles) == 1 else f"in {len(self.articles)} articles",
            "min_sentences": lambda: f"at least {self.min_sentences} sentences",
            "text": lambda: f"with “{self.text}”",
        }
        return in_words[name]()

    def to_query(self) -> str:
        """Return a query string without "?": "kind=person&kind=group&sentences=2", empty for no restriction."""
        return urlencode({_QUERY_KEYS[name]: getattr(self, name) for name in self.active}, doseq=True)

    @classmethod
    def from_query(cls, query: str) -> "Filters":
        """Return the filters of a query string, with or without "?"; what makes no sense is left out."""
        values = parse_qs(query.removeprefix("?"))
        known = {name: values.get(key, []) for name, key in _QUERY_KEYS.items()}
        sentences = next((value for value in known["min_sentences"] if re.fullmatch(r"[0-9]{1,9}", value)), "1")
        return cls(
            **{name: tuple(known[name]) for name in CHOICE_FIELDS},
            min_sentences=int(sentences),
            text=" ".join(known["text"]),
        )


CHOICE_FIELDS = ("kinds", "families", "types", "statuses", "articles")


def fold(text: str) -> str:
    """Return text as searches compare it: no case, no accents, plain quotes, single blanks."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN_QUOTES)).casefold()
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.split())


def _clean(value: str) -> str:
    """Return a value without lone surrogates, which no URL can carry."""
    return value.encode("utf-8", "ignore").decode("utf-8")


def _listed(words: Sequence[str], last: str) -> str:
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _plural(kind: str, taxonomy: Taxonomy | None) -> str:
    known = taxonomy.kinds.get(kind) if taxonomy else None
    return known.plural if known else f"{kind}s"


def _label(type_id: str, taxonomy: Taxonomy | None) -> str:
    return taxonomy.relation_type(type_id).label if taxonomy else type_id.replace("_", " ")
