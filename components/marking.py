"""Article text with stretches of it marked; always text nodes, so that what an article holds stays text."""

from collections.abc import Iterable, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from components.attributes import data
from components.glyphs import kind_sign
from graph import ExplainedMention
from graph.model import Highlight, Mark

_ROLE_TITLES = {
    "source": "who acts",
    "target": "who is acted upon",
    "trigger": "the words that say it",
    "mention": "the actor",
}


def marked_sentence(text: str, highlights: Iterable[Highlight]) -> list[Component | str]:
    """Return a sentence with its source, target and trigger marked; of overlapping marks the first stays."""
    pieces: list[Component | str] = []
    at = 0
    for highlight in sorted(highlights, key=lambda found: (found.start, -found.end)):
        if highlight.start < at or highlight.end > len(text):
            continue
        pieces += [text[at : highlight.start]] if highlight.start > at else []
        pieces.append(
            html.Mark(
                text[highlight.start : highlight.end],
                className=f"mark mark-{highlight.role}",
                title=_ROLE_TITLES.get(highlight.role, highlight.role),
            )
        )
        at = highlight.end
    return [*pieces, text[at:]] if at < len(text) else pieces


def marked_mentions(text: str, mentions: Iterable[ExplainedMention]) -> list[Component | str]:
    """Return a sentence with the mentions in it marked by the colour and the shape of their kind.

    Of mentions inside one another the outermost is marked; each tells when pointed at whom it means.
    """
    pieces: list[Component | str] = []
    at = 0
    for mention in sorted(mentions, key=lambda found: (found.start, -found.end)):
        if mention.start < at or mention.end > len(text):
            continue
        pieces += [text[at : mention.start]] if mention.start > at else []
        words = text[mention.start : mention.end]
        marked: list[Component | str] = [kind_sign(mention.kind), words]
        pieces.append(html.Mark(marked, className=f"mention kind-{mention.kind}", title=mention.actor))
        at = mention.end
    return [*pieces, text[at:]] if at < len(text) else pieces


def marked_stretch(
    text: str, start: int, end: int, marks: Sequence[Mark], names: Mapping[str, str]
) -> list[Component | str]:
    """Return `text[start:end]` of an article with the mentions in it marked; a click on one selects its actor.

    `names` are those of actors by id: a pronoun tells when pointed at whom it means.
    """
    pieces: list[Component | str] = []
    at = start
    for mark in marks:
        if mark.span.start < at or mark.span.end > end:
            continue
        pieces += [text[at : mark.span.start]] if mark.span.start > at else []
        pieces.append(
            html.Mark(
                mark.span.of(text),
                className=f"mention kind-{mark.kind}",
                title=names.get(mark.actor_id, ""),
                **data(what="actor", id=mark.actor_id),
            )
        )
        at = mark.span.end
    return [*pieces, text[at:end]] if at < end else pieces
