"""What there is to choose from in the filters: only what the articles hold."""

from dataclasses import dataclass

from graph import Library
from graph.model import Article, Status


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of each filter in the order of their showing, as (id, label) pairs; `types` by family."""

    kinds: tuple[tuple[str, str], ...]
    families: tuple[str, ...]
    types: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    statuses: tuple[Status, ...]
    articles: tuple[Article, ...]
    most_sentences: int


def find_choices(library: Library) -> Choices:
    """Return the choices that the articles of a library give."""
    kb, taxonomy = library.knowledge(), library.taxonomy
    kinds = {actor.kind for actor in kb.actors.values()}
    types: dict[str, dict[str, str]] = {}
    for relation in kb.relations.values():
        types.setdefault(relation.family, {})[relation.type] = taxonomy.relation_type(relation.type).label
    families = tuple(family for family in taxonomy.families if family in types)
    statuses = {claim.status for relation in kb.relations.values() for claim in relation.claims}
    return Choices(
        kinds=tuple((kind.id, kind.plural) for kind in taxonomy.kinds.values() if kind.id in kinds),
        families=families,
        types=tuple((family, tuple(sorted(types[family].items(), key=lambda pair: pair[1]))) for family in families),
        statuses=tuple(status for status in Status if status in statuses),
        articles=tuple(sorted(library.articles(), key=lambda article: (article.published or "", article.title))),
        most_sentences=max((relation.weight for relation in kb.relations.values()), default=1),
    )
