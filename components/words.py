"""Small phrases that several parts of the page share."""

from graph.model import Article, EdgeView, Passage
from graph.words import dated as plain_date


def counted(count: int, word: str) -> str:
    """Return "1 relation", "1,204 relations"."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def articles_of(edge: EdgeView) -> str:
    """Return "5 articles", or "5 articles, 2 independent" where some are copies of one report."""
    words = counted(edge.article_count, "article")
    return words if edge.report_count == edge.article_count else f"{words}, {edge.report_count:,} independent"


def dated(iso: str) -> str:
    """Return an ISO date as "10 May 2017", "May 2017" or "2017", never broken over two lines."""
    return plain_date(iso).replace(" ", "\N{NO-BREAK SPACE}")


def source_line(of: Article | Passage) -> str:
    """Return by whom, where and when an article stood, as far as known: "Mia Ross · The Independent · 10 May 2017"."""
    return " · ".join(part for part in (of.author, of.outlet, dated(of.published) if of.published else None) if part)


def plain_source(of: Article | Passage) -> str:
    """Return by whom, where and when an article stood for a text: "Mia Ross, The Independent, 10 May 2017"."""
    return ", ".join(
        part for part in (of.author, of.outlet, plain_date(of.published) if of.published else None) if part
    )
