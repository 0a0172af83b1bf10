"""A whole article to read: its mentions and claims marked, its boilerplate folded, the way to its neighbours.

assets/62-reader.js opens it at a place, follows the selection in it and draws the map beside it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon
from components.marking import Marking, marked_stretch
from components.plain import plain_place
from components.telling import tell_button, tell_panel
from components.words import counted, source_line
from graph.model import Article, ReadingView, RemovedSpan, TextSpan


def reader_pane() -> Component:
    """Return the pane that an article opens in, beside the network where there is room and over it where not."""
    close = html.Button(
        icon("close"),
        className="plain-icon",
        title="Close (Esc)",
        **data(reader="close"),
        **aria(label="Close the article"),
    )
    return html.Aside(
        [
            html.Div([_occurrences(), tell_button(), close], className="reader-bar"),
            html.Div(
                [
                    *plain_place(ids.READER_BODY, className="reader-body", tabIndex=-1),
                    html.Div(id=ids.SCROLL_MAP, className="scroll-map", **aria(hidden="true")),
                ],
                className="reader-main",
            ),
            tell_panel(),
            html.Div(id=ids.READER_HINT, className="hint", **aria(hidden="true")),
        ],
        id=ids.READER_PANE,
        className="reader",
        hidden=True,
        **aria(label="Article"),
    )


def article_reader(
    reading: ReadingView, *, names: Mapping[str, str] | None = None, articles: Sequence[Article] = ()
) -> list[Component]:
    """Return an article with the way to its neighbours among `articles`, its head and its text.

    `names` are those of the actors by id, told where a mention is pointed at.
    """
    body = _body(Marking(reading.article.text, reading.marks, reading.claims, names or {}), reading)
    return [
        *_neighbours(reading.article, articles),
        _head(reading.article),
        html.Div(list(body), className="article-text", **data(article=reading.article.id)),
    ]


def _occurrences() -> Component:
    """Return the stepper through the places of what is selected; the browser writes whose they are and their number."""
    previous, following = (
        html.Button(icon(sign), className="plain-icon", title=words, **data(occurrence=step), **aria(label=words))
        for sign, step, words in (("up", "-1", "Previous place (p)"), ("down", "1", "Next place (n)"))
    )
    show = html.Button("Show in network", className="text-button reader-show", **data(reader="show"))
    words = html.Span(className="occurrence-words", role="status", **aria(live="polite"))
    stepper = html.Span([previous, following], className="occurrence-steps")
    return html.Div([words, stepper, show], id=ids.OCCURRENCES, className="occurrences")


def _neighbours(article: Article, articles: Sequence[Article]) -> list[Component]:
    order = sorted(articles, key=lambda each: (each.published or "", each.title))
    at = next((at for at, each in enumerate(order) if each.id == article.id), None)
    if at is None or len(order) == 1:
        return []
    position = html.Span(f"{at + 1:,} of {len(order):,} articles", className="quiet")
    previous = _neighbour(order[at - 1] if at else None, "back-to", "Previous article")
    following = _neighbour(order[at + 1] if at + 1 < len(order) else None, "on-to", "Next article")
    return [html.Nav([previous, position, following], className="neighbours", **aria(label="Articles by date"))]


def _neighbour(article: Article | None, sign: str, words: str) -> Component:
    if article is None:
        return html.Span(className="plain-icon")
    label = f"{words}: {article.title}"
    return html.Button(icon(sign), className="plain-icon", title=label, **data(read=article.id), **aria(label=label))


def _head(article: Article) -> Component:
    line: list[Component | str] = [source_line(article)]
    if article.url and article.url.startswith(("https://", "http://")):
        line.append(html.A("the page it came from", href=article.url, target="_blank", rel="noreferrer noopener"))
    return html.Header([html.H2(article.title), html.P(line, className="article-line")], className="article-head")


def _body(marking: Marking, reading: ReadingView) -> Iterator[Component]:
    at = 0
    for removed in sorted(reading.article.removed, key=lambda found: found.span.start):
        yield from _paragraphs(marking, reading.sentences, TextSpan(at, removed.span.start))
        yield from _folded(reading.article, removed)
        at = max(at, removed.span.end)
    yield from _paragraphs(marking, reading.sentences, TextSpan(at, len(reading.article.text)))


def _paragraphs(marking: Marking, sentences: Sequence[TextSpan], stretch: TextSpan) -> Iterator[Component]:
    at = stretch.start
    for line in stretch.of(marking.text).split("\n"):
        if line.strip():
            yield html.P(list(_line(marking, sentences, TextSpan(at, at + len(line)))))
        at += len(line) + 1


def _line(marking: Marking, sentences: Sequence[TextSpan], line: TextSpan) -> Iterator[Component | str]:
    """Give a line in sentences, which know where they begin; a sentence over two lines is in pieces."""
    at = line.start
    for sentence in sentences[bisect_left(sentences, line.start + 1, key=lambda each: each.end) :]:
        if sentence.start >= line.end:
            break
        start, end = max(at, sentence.start), min(line.end, sentence.end)
        yield from marked_stretch(marking, at, start)
        place = data(start=str(sentence.start), at=str(start))
        yield html.Span(marked_stretch(marking, start, end), className="said", **place)
        at = end
    yield from marked_stretch(marking, at, line.end)


def _folded(article: Article, removed: RemovedSpan) -> Iterator[Component]:
    text = removed.span.of(article.text).strip()
    if text:
        words = counted(len(text.split()), "word")
        summary = html.Summary(f"Not part of the story: {removed.reason} ({words})")
        yield html.Details([summary, html.P(text)], className="removed")
