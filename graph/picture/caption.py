"""What a picture says of itself: how much it shows, by which filters, out of which articles, and when it was made."""

from collections.abc import Sequence
from datetime import date

from graph.model import Article, GraphView
from graph.words import dated


def caption(
    passing: GraphView, shown: GraphView, articles: Sequence[Article], *, today: date | None, is_part: bool = False
) -> str:
    """Return what a picture shows of what passes the filters: "80 actors, 111 relations; 12 articles, 9 May to …".

    `is_part` tells that it shows the canvas in part.
    """
    parts = [passing.description]
    if len(shown.nodes) < len(passing.nodes):
        parts.append(f"{_counted(len(shown.nodes), 'actor')} and {_counted(len(shown.edges), 'relation')} are drawn")
    if is_part:
        parts.append("a part of the network")
    read = f"read by Dramatis on {dated(today.isoformat())}" if today else "read by Dramatis"
    return "; ".join([*parts, _sources(articles), read])


def _sources(articles: Sequence[Article]) -> str:
    days = sorted(article.published for article in articles if article.published)
    words = _counted(len(articles), "article")
    if not days:
        return words
    first, last = dated(days[0]), dated(days[-1])
    if first == last:
        return f"{words}, {first}"
    same_year = days[0][:4] == days[-1][:4]
    return f"{words}, {first.removesuffix(days[0][:4]).strip() if same_year else first} to {last}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
