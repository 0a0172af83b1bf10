"""Sentences as proof: marked, with their source, their status and how they were read."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.attributes import aria, data
from components.citation import citation
from components.claim_facts import claim_notes, claim_reason, claim_sureness
from components.correcting import correct_claim
from components.glyphs import icon
from components.marking import marked_sentence
from components.ordering import ORDERS, STRONGEST, ordered
from components.words import counted, source_line
from graph.model import Passage

FIRST = 10  # passages shown at first: more than a screen holds, and each costs a click some milliseconds
_MORE = 40
_CONTEXT = 90  # characters of the sentences around a proof


def passage_list(
    passages: Sequence[Passage],
    shown: int,
    again: dict[str, Any],
    *,
    order: str = STRONGEST,
    told: bool = True,
) -> list[Component]:
    """Return the first passages in order; `again` selects the same once more, `told` names the relation of each."""
    if not passages:
        return [no_sentences()]
    items = [html.Li(passage_card(passage, told=told)) for passage in ordered(passages, order)[:shown]]
    parts: list[Component] = [*passage_head(passages, order), html.Ol(items, className="passages")]
    if len(passages) > shown:
        parts.append(more_button(len(passages), shown, again))
    return parts


def no_sentences() -> Component:
    """Return what stands there in place of sentences."""
    return html.P("No sentence passes the filters.", className="quiet")


def passage_head(passages: Sequence[Passage], order: str) -> list[Component]:
    """Return what stands over sentences: their number, the choice of their order, and a stepper through them."""
    title = html.H3(counted(len(passages), "sentence"), className="list-title")
    if len(passages) == 1:
        return [title, _key(passages)]
    choices = [
        html.Button(words, **data(order=name), **aria(pressed=str(name == order).lower()))
        for name, words in ORDERS.items()
    ]
    bar = [html.Div(choices, className="segments", role="group", **aria(label="Order")), _stepper(len(passages))]
    return [title, html.Div(bar, className="passage-bar"), _key(passages)]


def more_button(total: int, shown: int, again: dict[str, Any]) -> Component:
    """Return the button that shows more of the sentences; `again` selects the same once more."""
    words = f"Show {min(total - shown, _MORE):,} more of {counted(total, 'sentence')}"
    return html.Button(words, className="button more-sentences", **again, **data(shown=str(shown + _MORE)))


def _stepper(total: int) -> Component:
    """Return the buttons to the previous and the next sentence; assets/61-evidence.js writes where the reader is."""
    previous, following = (
        html.Button(icon(sign), className="plain-icon", title=words, **data(step=step), **aria(label=words))
        for sign, step, words in (("up", "-1", "Previous sentence (k)"), ("down", "1", "Next sentence (j)"))
    )
    position = html.Span(className="position", **data(total=str(total)))
    return html.Div([previous, position, following], className="stepper")


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
        tabIndex=-1,
        **data(passage=passage.claim_id or f"{passage.article_id}:{passage.start}"),
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
    copy = html.Button(
        icon("copy"),
        className="plain-icon",
        title="Copy as citation",
        **data(copy=citation(passage)),
        **aria(label="Copy as citation"),
    )
    read = html.Button(
        ["Open in article"],
        className="open",
        **data(read=passage.article_id, start=str(passage.start), end=str(passage.end)),
        **aria(label=f"Open in article: {passage.title}"),
    )
    source = [html.Cite(passage.title), html.Span(source_line(passage))]
    correct = [correct_claim(passage.claim_id)] if passage.claim_id else []
    actions = html.Div([*correct, copy, read], className="passage-actions")
    return html.Footer([html.Div(source, className="from"), actions])


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
