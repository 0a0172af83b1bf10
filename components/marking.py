"""Article text with stretches of it marked; always text nodes, so that what an article holds stays text."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from dash import html
from dash.development.base_component import Component

from components.attributes import aria, data
from components.glyphs import kind_sign
from graph.explain import ExplainedMention
from graph.filters import STATUS_WORDS
from graph.model import ClaimMark, Highlight, Mark

Spanned = TypeVar("Spanned", Mark, ClaimMark)
_LONGEST = 500  # characters of a mention
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


@dataclass(frozen=True, slots=True)
class Marking:
    """What is marked in an article's text: mentions, claims, and the names of actors by id."""

    text: str
    marks: Sequence[Mark]
    claims: Sequence[ClaimMark]
    names: Mapping[str, str]


def marked_stretch(marking: Marking, start: int, end: int) -> list[Component | str]:
    """Return a stretch of an article in pieces, each marked by all the mentions and claims that hold it.

    A piece tells in `data-picks` what it can select, a line each ("relation <id>", "actor <id>"), claims first.
    """
    if start >= end:
        return []
    mentions = _within(marking.marks, start, end)
    claims = _within(marking.claims, start, end)
    spans = [mark.span for mark in mentions] + [claim.span for claim in claims]
    edges = sorted({start, end, *(min(max(edge, start), end) for span in spans for edge in (span.start, span.end))})
    pieces: list[Component | str] = []
    for first, last in pairwise(edges):
        words = marking.text[first:last]
        named = [mark for mark in mentions if mark.span.start <= first < mark.span.end]
        told = [claim for claim in claims if claim.span.start <= first < claim.span.end]
        pieces.append(_marked(words, named, told, marking.names) if named or told else words)
    return pieces


def _within(marks: Sequence[Spanned], start: int, end: int) -> list[Spanned]:
    """Return the marks that share letters with a stretch; none is longer than `_LONGEST`."""
    first = bisect_left(marks, start - _LONGEST, key=lambda mark: mark.span.start)
    last = bisect_left(marks, end, key=lambda mark: mark.span.start)
    return [mark for mark in marks[first:last] if mark.span.end > start]


def _marked(words: str, named: Sequence[Mark], told: Sequence[ClaimMark], names: Mapping[str, str]) -> Component:
    sorts = [f"mention kind-{mark.kind}" for mark in named]
    sorts += [f"trigger family-{claim.family} status-{claim.status.value}" for claim in told[:1]]
    picks = dict.fromkeys(f"relation {claim.relation_id}" for claim in told)
    picks |= dict.fromkeys(f"actor {mark.actor_id}" for mark in named)
    said = [f"{claim.told}, {STATUS_WORDS[claim.status]}" for claim in told]
    said += [names.get(mark.actor_id, "") for mark in named]
    return html.Mark(
        words,
        className=" ".join(sorts),
        role="link",
        tabIndex=-1,
        **data(picks="\n".join(picks)),
        **aria(description="; ".join(dict.fromkeys(filter(None, said)))),
    )
