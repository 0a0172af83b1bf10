"""A whole article to read: its mentions marked, its boilerplate folded, one sentence brought forward."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from components.marking import marked_stretch
from graph.model import Article, Mark, ReadingView, RemovedSpan, TextSpan

HERE = "here"


def article_reader(reading: ReadingView, *, here: TextSpan | None = None) -> list[Component]:
    """Return an article with its head and its text; the sentence at `here` is marked and gets the id "here"."""
    article = reading.article
    return [_head(article), html.Div(list(_body(reading, here)), className="article-text")]


def _head(article: Article) -> Component:
    line: list[Component | str] = [" · ".join(part for part in (article.outlet, article.published) if part)]
    if article.url and article.url.startswith(("https://", "http://")):
        line.append(html.A("the page it came from", href=article.url, target="_blank", rel="noreferrer noopener"))
    return html.Header([html.H2(article.title), html.P(line, className="article-line")], className="article-head")


def _body(reading: ReadingView, here: TextSpan | None) -> Iterator[Component]:
    at = 0
    for removed in sorted(reading.article.removed, key=lambda found: found.span.start):
        yield from _paragraphs(reading, TextSpan(at, removed.span.start), here)
        yield from _folded(reading.article, removed)
        at = max(at, removed.span.end)
    yield from _paragraphs(reading, TextSpan(at, len(reading.article.text)), here)


def _paragraphs(reading: ReadingView, stretch: TextSpan, here: TextSpan | None) -> Iterator[Component]:
    at = stretch.start
    for line in stretch.of(reading.article.text).split("\n"):
        if line.strip():
            marks = [mark for mark in reading.marks if at <= mark.span.start < at + len(line)]
            yield html.P(_line(reading.article.text, TextSpan(at, at + len(line)), marks, here))
        at += len(line) + 1


def _line(text: str, line: TextSpan, marks: list[Mark], here: TextSpan | None) -> list[Component | str]:
    if here is None or here.end <= line.start or here.start >= line.end:
        return marked_stretch(text, line.start, line.end, marks)
    start, end = max(line.start, here.start), min(line.end, here.end)
    marked = marked_stretch(text, start, end, marks)
    forward = (
        html.Span(marked, className="here", id=HERE) if start == here.start else html.Span(marked, className="here")
    )
    return [
        *marked_stretch(text, line.start, start, marks),
        forward,
        *marked_stretch(text, end, line.end, marks),
    ]


def _folded(article: Article, removed: RemovedSpan) -> Iterator[Component]:
    text = removed.span.of(article.text).strip()
    if text:
        words = len(text.split())
        summary = html.Summary(f"Not part of the story: {removed.reason} ({words:,} words)")
        yield html.Details([summary, html.P(text)], className="removed")
