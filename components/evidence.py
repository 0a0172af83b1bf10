"""The evidence: the sentences behind what is selected, set like a page to be read."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.attributes import aria, data
from components.claim_facts import claim_notes, claim_reason, claim_sureness, status_badge
from components.glyphs import family_sign, icon, kind_sign
from components.marking import marked_sentence
from components.words import counted, source_line
from graph import STATUS_WORDS
from graph.model import Actor, EdgeView, GraphView, NodeView, Passage, Status

FIRST = 20  # passages shown at first
_MORE = 40
_TOP = 7
_MOST_ROWS = 60
_CONTEXT = 90  # characters of the sentences around a proof


def start_panel(view: GraphView) -> list[Component]:
    """Return what stands there while nothing is selected: what to do, and where a reader may begin."""
    if not view.total_actors:
        return [_lead("Nothing read yet", "Paste an article or drop a file; who did what to whom will be drawn here.")]
    nodes = sorted(view.nodes, key=lambda node: (-node.importance, node.name))[:_TOP]
    edges = sorted(view.edges, key=lambda edge: (-edge.weight, edge.id))[:_TOP]
    names = {node.id: node.name for node in view.nodes}
    parts = [
        _lead("Every line is a claim", "Pick an actor or a line to read the sentences that say so."),
    ]
    if nodes:
        parts.append(_list("Most in the story", [_actor_row(node) for node in nodes]))
    if edges:
        parts.append(_list("Told most often", [relation_row(edge, names) for edge in edges]))
    return parts


def actor_panel(actor: Actor, view: GraphView, passages: Sequence[Passage], *, shown: int = FIRST) -> list[Component]:
    """Return an actor's evidence: who that is, its relations in the view, and its sentences."""
    names = {node.id: node.name for node in view.nodes}
    edges = sorted(
        (edge for edge in view.edges if actor.id in (edge.source, edge.target)),
        key=lambda edge: (-edge.weight, edge.id),
    )
    also = [alias for alias in actor.aliases if alias != actor.name]
    about: list[Component] = []
    if actor.roles:
        about.append(html.P(", ".join(actor.roles), className="roles"))
    if also:
        about.append(html.P(["Also called ", ", ".join(also)], className="aliases"))
    head = html.Header(
        [html.Div([kind_sign(actor.kind), html.Span(actor.kind)], className="eyebrow"), html.H2(actor.name), *about],
        className="evidence-head",
    )
    parts = [_closable(head)]
    if actor.id not in names:
        parts.append(_hidden())
    if edges:
        rows = [relation_row(edge, names, seen_from=actor.id) for edge in edges]
        parts.append(_list(counted(len(edges), "relation"), rows, folded_from=8))
    again = data(what="actor", id=actor.id)
    return [*parts, *_passages(passages, shown, again)]


def relation_panel(
    edge: EdgeView | None, view: GraphView, passages: Sequence[Passage], *, shown: int = FIRST
) -> list[Component]:
    """Return a relation's evidence: who did what to whom, and the sentences that say so; None where it is hidden."""
    if edge is None:
        return [_closable(html.Header(html.H2("This relation"), className="evidence-head")), _hidden()]
    names = {node.id: node.name for node in view.nodes}
    kinds = {node.id: node.kind for node in view.nodes}
    ends = [
        html.Button([kind_sign(kinds[end]), html.Span(names[end])], className="end", **data(what="actor", id=end))
        for end in (edge.source, edge.target)
    ]
    said = html.Div(
        [
            family_sign(edge.family),
            html.Span(edge.label, className="said"),
            icon("both" if edge.symmetric else "arrow"),
        ],
        className=f"between family-{edge.family}",
    )
    head = html.Header(
        [
            html.Div([html.Span(edge.family), status_badge(edge.status)], className="eyebrow"),
            html.H2([ends[0], said, ends[1]], className="relation-title"),
        ],
        className="evidence-head",
    )
    again = data(what="relation", id=edge.id)
    return [_closable(head), *_passages(passages, shown, again, told=False)]


def group_panel(ids: Sequence[str], view: GraphView) -> list[Component]:
    """Return the evidence of several actors: who they are, and the relations among them in the view."""
    among = set(ids)
    nodes = sorted((node for node in view.nodes if node.id in among), key=lambda node: (-node.importance, node.name))
    edges = sorted(
        (edge for edge in view.edges if edge.source in among and edge.target in among),
        key=lambda edge: (-edge.weight, edge.id),
    )
    names = {node.id: node.name for node in view.nodes}
    head = html.Header([html.H2(f"{counted(len(among), 'actor')} selected")], className="evidence-head")
    parts = [_closable(head)]
    if len(nodes) < len(among):
        parts.append(html.P(f"The filters hide {len(among) - len(nodes):,} of them at present.", className="quiet"))
    if nodes:
        parts.append(_list("Actors", [_actor_row(node) for node in nodes], folded_from=12))
    if edges:
        parts.append(_list(f"{counted(len(edges), 'relation')} among them", [relation_row(e, names) for e in edges]))
    else:
        parts.append(html.P("No relation among them is shown.", className="quiet"))
    return parts


def relation_row(edge: EdgeView, names: dict[str, str], *, seen_from: str | None = None) -> Component:
    """Return a button that selects a relation; seen from one of its ends, the other end stands out."""
    source: Component = html.Span(f"{names[edge.source]} ", className="unseen" if seen_from == edge.source else "name")
    target: Component = html.Span(names[edge.target], className="" if seen_from == edge.target else "name")
    words: list[Component | str] = [source, html.Em(edge.label), " ", target]
    if edge.status is not Status.ASSERTED:
        words += [" ", html.Span(STATUS_WORDS[edge.status], className="status-word")]
    return _row(family_sign(edge.family), words, counted(edge.weight, "sentence"), data(what="relation", id=edge.id))


def _actor_row(node: NodeView) -> Component:
    words: list[Component | str] = [html.Span(node.name, className="name")]
    return _row(kind_sign(node.kind), words, counted(node.mentions, "mention"), data(what="actor", id=node.id))


def _row(sign: Component, words: list[Component | str], count: str, picks: dict[str, Any]) -> Component:
    """Return a button with a sign, words and a count, of which only the number is seen."""
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


def _passages(passages: Sequence[Passage], shown: int, again: dict[str, Any], *, told: bool = True) -> list[Component]:
    """Return the first passages in order; `again` selects the same once more, `told` names the relation of each."""
    if not passages:
        return [html.P("No sentence passes the filters.", className="quiet")]
    items = [html.Li(_passage(passage, told)) for passage in passages[:shown]]
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


def _passage(passage: Passage, told: bool) -> Component:
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


def _closable(head: Component) -> Component:
    close = html.Button(
        icon("close"),
        className="plain-icon",
        title="Nothing selected (Esc)",
        **data(what="", id=""),
        **aria(label="Clear the selection"),
    )
    return html.Div([head, close], className="closable")


def _hidden() -> Component:
    return html.P("The filters hide this at present.", className="quiet")


def _lead(title: str, words: str) -> Component:
    return html.Header([html.H2(title), html.P(words)], className="lead")


def _list(title: str, rows: Sequence[Component], *, folded_from: int = 99) -> Component:
    items = [html.Li(row) for row in rows[:_MOST_ROWS]]
    parts: list[Component] = [html.H3(title, className="list-title"), html.Ul(items[:folded_from], className="rows")]
    if len(items) > folded_from:
        rest = html.Ul(items[folded_from:], className="rows")
        parts.append(html.Details([html.Summary(f"Show {len(items) - folded_from:,} more"), rest], className="more"))
    if len(rows) > _MOST_ROWS:
        parts.append(html.P(f"{len(rows) - _MOST_ROWS:,} others: narrow the filters to see them.", className="quiet"))
    return html.Section(parts, className="list")
