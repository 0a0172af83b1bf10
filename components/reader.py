"""A whole article to read: its mentions marked, its boilerplate folded, one sentence brought forward."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components.marking import marked_stretch
from components.words import source_line
from graph.model import Article, ReadingView, RemovedSpan, TextSpan

HERE = "here"


@dataclass(frozen=True, slots=True)
class _Setting:
    """How an article is set: its text and mentions, the names of its actors, and the sentence to bring forward."""

    reading: ReadingView
    names: Mapping[str, str]
    here: TextSpan | None


def article_reader(
    reading: ReadingView, *, names: Mapping[str, str] | None = None, here: TextSpan | None = None
) -> list[Component]:
    """Return an article with its head and its text; the sentence at `here` is marked and gets the id "here".

    `names` are those of the actors by id, told where a mention is pointed at.
    """
    body = _body(_Setting(reading, names or {}, here))
    return [_head(reading.article), html.Div(list(body), className="article-text")]


def _head(article: Article) -> Component:
    line: list[Component | str] = [source_line(article.outlet, article.published)]
    if article.url and article.url.startswith(("https://", "http://")):
        line.append(html.A("the page it came from", href=article.url, target="_blank", rel="noreferrer noopener"))
    return html.Header([html.H2(article.title), html.P(line, className="article-line")], className="article-head")


def _body(setting: _Setting) -> Iterator[Component]:
    at, reading = 0, setting.reading
    for removed in sorted(reading.article.removed, key=lambda found: found.span.start):
        yield from _paragraphs(setting, TextSpan(at, removed.span.start))
        yield from _folded(reading.article, removed)
        at = max(at, removed.span.end)
    yield from _paragraphs(setting, TextSpan(at, len(reading.article.text)))


def _paragraphs(setting: _Setting, stretch: TextSpan) -> Iterator[Component]:
    at = stretch.start
    for line in stretch.of(setting.reading.article.text).split("\n"):
        if line.strip():
            yield html.P(_line(setting, TextSpan(at, at + len(line))))
        at += len(line) + 1


def _line(setting: _Setting, line: TextSpan) -> list[Component | str]:
    here = setting.here
    if here is None or here.end <= line.start or here.start >= line.end:
        return _marked(setting, line.start, line.end)
    start, end = max(line.start, here.start), min(line.end, here.end)
    marked = _marked(setting, start, end)
    forward = (
        html.Span(marked, className="here", id=HERE) if start == here.start else html.Span(marked, className="here")
    )
    return [*_marked(setting, line.start, start), forward, *_marked(setting, end, line.end)]


def _marked(setting: _Setting, start: int, end: int) -> list[Component | str]:
    marks = setting.reading.marks
    first, last = (bisect_left(marks, at, key=lambda mark: mark.span.start) for at in (start, end))
    return marked_stretch(setting.reading.article.text, start, end, marks[first:last], setting.names)


def _folded(article: Article, removed: RemovedSpan) -> Iterator[Component]:
    text = removed.span.of(article.text).strip()
    if text:
        words = len(text.split())
        summary = html.Summary(f"Not part of the story: {removed.reason} ({words:,} words)")
        yield html.Details([summary, html.P(text)], className="removed")
