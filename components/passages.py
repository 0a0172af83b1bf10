"""Sentences as proof: marked, with their source, their status and how they were read."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.attributes import aria, data
from components.claim_facts import claim_notes, claim_reason, claim_sureness
from components.marking import marked_sentence
from components.words import counted, source_line
from graph.model import Passage

FIRST = 20  # passages shown at first
_MORE = 40
_CONTEXT = 90  # characters of the sentences around a proof


def passage_list(
    passages: Sequence[Passage], shown: int, again: dict[str, Any], *, told: bool = True
) -> list[Component]:
    """Return the first passages in order; `again` selects the same once more, `told` names the relation of each."""
    if not passages:
        return [html.P("No sentence passes the filters.", className="quiet")]
    items = [html.Li(passage_card(passage, told=told)) for passage in passages[:shown]]
    parts: list[Component] = [
        html.H3(counted(len(passages), "sentence"), className="list-title"),
        _key(passages),
        html.Ol(items, className="passages"),
    ]
    rest = len(passages) - shown
    if rest > 0:
        words = f"Show {min(rest, _MORE):,} more of {counted(len(passages), 'sentence')}"
        parts.append(html.Button(words, className="button", **again, **data(shown=str(shown + _MORE))))
    return parts


def passage_card(passage: Passage, *, told: bool = True) -> Component:
    """Return a sentence with what is known of it and around it; `told` names its relation."""
    quote = [
        html.Span(f"{_end_of(passage.before)} ", className="context") if passage.before else None,
        html.Span(marked_sentence(passage.text, passage.highlights), className="sentence"),
        html.Span(f" {_start_of(passage.after)}", className="context") if passage.after else None,
    ]
    notes: list[Component] = []
    if passage.status is not None:
        notes += claim_notes(passage.status, passage.when, passage.speaker)
    if told and passage.relation and passage.relation_id:
        notes.append(
            html.Button(
                passage.relation,
                className="told",
                **data(what="relation", id=passage.relation_id),
            )
        )
    return html.Article(
        [
            html.Div(notes, className="notes") if notes else None,
            html.Blockquote([part for part in quote if part is not None]),
            _why(passage),
            _foot(passage),
        ],
        className="passage",
    )


def proof(passage: Passage) -> list[Component]:
    """Return a sentence and its source alone."""
    return [html.Blockquote(marked_sentence(passage.text, passage.highlights)), _foot(passage)]


def _why(passage: Passage) -> Component | None:
    """Return the wording that a claim is read from and how sure it is; None for a bare mention."""
    if passage.rule is None or passage.confidence is None:
        return None
    return html.Div([claim_reason(passage.rule), claim_sureness(passage.confidence)], className="why")


def _start_of(context: str) -> str:
    """Return how the sentence after a proof begins; the whole stands in the article."""
    return context if len(context) <= _CONTEXT else context[:_CONTEXT].rpartition(" ")[0] + " …"


def _end_of(context: str) -> str:
    """Return how the sentence before a proof ends."""
    return context if len(context) <= _CONTEXT else "… " + context[-_CONTEXT:].partition(" ")[2]


def _foot(passage: Passage) -> Component:
    button = html.Button(
        ["Open in article"],
        className="open",
        **data(read=passage.article_id, start=str(passage.start), end=str(passage.end)),
        **aria(label=f"Open in article: {passage.title}"),
    )
    return html.Footer(
        [
            html.Div(
                [html.Cite(passage.title), html.Span(source_line(passage.outlet, passage.published))], className="from"
            ),
            button,
        ]
    )


def _key(passages: Sequence[Passage]) -> Component:
    """Return how the marks in the sentences are to be read."""
    if not any(passage.claim_id for passage in passages):
        return html.P([html.Span("the actor", className="mark mark-mention")], className="key")
    return html.P(
        [
            html.Span("who acts", className="mark mark-source"),
            html.Span("the words that say it", className="mark mark-trigger"),
            html.Span("upon whom", className="mark mark-target"),
        ],
        className="key",
    )
