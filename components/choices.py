"""What there is to choose from in the filters: only what the articles hold."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from graph import Library
from graph.days import Period
from graph.model import Article, Claim, KnowledgeBase, Status


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of each filter in the order of their showing, as (id, label) pairs; `types` by family.

    `published` and `happened` are the periods of all dates. Actors and speakers may be thousands: the browser offers
    those that a reader looks for (assets/42-controls.js).
    """

    kinds: tuple[tuple[str, str], ...]
    families: tuple[str, ...]
    types: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    statuses: tuple[Status, ...]
    articles: tuple[Article, ...]
    outlets: tuple[str, ...]
    published: Period
    happened: Period

    @property
    def key(self) -> str:
        """Return a short text that changes with the choices."""
        plain = replace(self, articles=())
        return sha256(repr((plain, [article.id for article in self.articles])).encode()).hexdigest()[:16]


def find_choices(library: Library) -> Choices:
    """Return the choices that the articles of a library give."""
    kb, taxonomy = library.knowledge(), library.taxonomy
    kinds = {actor.kind for actor in kb.actors.values()}
    types: dict[str, dict[str, str]] = {}
    for relation in kb.relations.values():
        types.setdefault(relation.family, {})[relation.type] = taxonomy.relation_type(relation.type).label
    families = tuple(family for family in taxonomy.families if family in types)
    statuses = {claim.status for claim in _claims(kb)}
    articles = library.articles()
    return Choices(
        kinds=tuple((kind.id, kind.plural) for kind in taxonomy.kinds.values() if kind.id in kinds),
        families=families,
        types=tuple((family, tuple(sorted(types[family].items(), key=lambda pair: pair[1]))) for family in families),
        statuses=tuple(status for status in Status if status in statuses),
        articles=tuple(sorted(articles, key=lambda article: (article.published or "", article.title))),
        outlets=tuple(sorted({article.outlet for article in articles if article.outlet})),
        published=_whole(article.published for article in articles),
        happened=_whole(claim.when for claim in _claims(kb)),
    )


def _claims(kb: KnowledgeBase) -> Iterator[Claim]:
    return (claim for relation in kb.relations.values() for claim in relation.claims)


def _whole(dates: Iterable[str | None]) -> Period:
    """Return the shortest period that holds all dates."""
    periods = [Period(date, date) for date in set(dates) if date]
    known = [period for period in periods if period.first]
    if not known:
        return Period()
    return Period(min(period.first for period in known), max(period.last for period in known))
