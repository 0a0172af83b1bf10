"""What the panels of the evidence pane are made of: heads that close, lists that unfold and rows that pick."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.attributes import aria, data
from components.glyphs import family_sign, icon, kind_sign
from components.words import counted
from graph.filters import STATUS_WORDS
from graph.model import Actor, EdgeView, Status

_MOST_ROWS = 60


def row(sign: Component, words: list[Component | str], count: str, picks: dict[str, Any]) -> Component:
    """Return a button with a sign, words and a count ("2 sentences"), of which only the number is seen."""
    number, noun = count.split(" ")
    return html.Button(
        [
            sign,
            html.Span(words, className="row-words"),
            html.Span(
                [html.Span(", ", className="unseen"), number, html.Span(f" {noun}", className="unseen")],
                className="row-count",
            ),
        ],
        className="row",
        **picks,
    )


def actor_row(actor: Actor, words: str = "") -> Component:
    """Return a button that selects an actor, with words on it beneath its name."""
    said = [html.Span(actor.name, className="name"), html.Span(f" {words}", className="row-more") if words else ""]
    return html.Button(
        [kind_sign(actor.kind), html.Span(said, className="row-words")],
        className="row",
        **data(what="actor", id=actor.id),
    )


def relation_row(edge: EdgeView, names: Mapping[str, str]) -> Component:
    """Return a button that selects a relation, with the number of its sentences."""
    words = _relation_words(edge, names, None)
    return row(family_sign(edge.family), words, counted(edge.weight, "sentence"), data(what="relation", id=edge.id))


def relation_heading(edge: EdgeView, names: Mapping[str, str], *, seen_from: str) -> Component:
    """Return a button that selects a relation, seen from one of its ends, so that the other stands out."""
    words = html.Span(_relation_words(edge, names, seen_from), className="row-words")
    return html.Button([family_sign(edge.family), words], className="row", **data(what="relation", id=edge.id))


def _relation_words(edge: EdgeView, names: Mapping[str, str], seen_from: str | None) -> list[Component | str]:
    source: Component = html.Span(f"{names[edge.source]} ", className="unseen" if seen_from == edge.source else "name")
    target: Component = html.Span(names[edge.target], className="" if seen_from == edge.target else "name")
    words: list[Component | str] = [source, html.Em(edge.label), " ", target]
    if edge.status is not Status.ASSERTED:
        words += [" ", html.Span(STATUS_WORDS[edge.status], className="status-word")]
    return words


def closable(head: Component) -> Component:
    """Return the head of a panel with a button that clears the selection."""
    close = html.Button(
        icon("close"),
        className="plain-icon",
        title="Nothing selected (Esc)",
        **data(what="", id=""),
        **aria(label="Clear the selection"),
    )
    return html.Div([head, close], className="closable")


def titled_list(title: str, rows: Sequence[Component], *, folded_from: int = 99) -> Component:
    """Return rows under a title, those from `folded_from` on to be unfolded."""
    items = [html.Li(each) for each in rows[:_MOST_ROWS]]
    parts: list[Component] = [html.H3(title, className="list-title"), html.Ul(items[:folded_from], className="rows")]
    if len(items) > folded_from:
        rest = html.Ul(items[folded_from:], className="rows")
        parts.append(html.Details([html.Summary(f"Show {len(items) - folded_from:,} more"), rest], className="more"))
    if len(rows) > _MOST_ROWS:
        parts.append(html.P(f"{len(rows) - _MOST_ROWS:,} others: narrow the filters to see them.", className="quiet"))
    return html.Section(parts, className="list")
