"""The evidence: the sentences behind what is selected, set like a page to be read."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.attributes import data
from components.claim_facts import status_badge
from components.correcting import NOTHING_SAID, ReaderSaid, correct_actor, hidden_by_reader, note_relation, noted
from components.glyphs import family_sign, icon, kind_sign
from components.ordering import STRONGEST
from components.panel import closable, relation_row, row, titled_list
from components.passages import FIRST, passage_list
from components.told import told_by_relation
from components.words import counted
from graph.model import Actor, EdgeView, GraphView, NodeView, Passage

_TOP = 7


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
        parts.append(titled_list("Most in the story", [_actor_row(node) for node in nodes]))
    if edges:
        parts.append(titled_list("Told most often", [relation_row(edge, names) for edge in edges]))
    return parts


def actor_panel(
    actor: Actor,
    view: GraphView,
    passages: Sequence[Passage],
    *,
    shown: int = FIRST,
    order: str = STRONGEST,
    said: ReaderSaid = NOTHING_SAID,
) -> list[Component]:
    """Return an actor's evidence: who that is, and its sentences under its relations in the view."""
    also = [alias for alias in actor.aliases if alias != actor.name]
    about: list[Component] = []
    if actor.roles:
        about.append(html.P(", ".join(actor.roles), className="roles"))
    if also:
        about.append(html.P(["Also called ", ", ".join(also)], className="aliases"))
    head = html.Header(
        [
            html.Div([kind_sign(actor.kind), html.Span(actor.kind), correct_actor(actor.id)], className="eyebrow"),
            html.H2(actor.name),
            *about,
            *noted(said.note),
            *_acts(_widen((actor.id,), view)),
        ],
        className="evidence-head",
    )
    parts = [closable(head)]
    if said.is_hidden:
        parts.append(hidden_by_reader(actor.id))
    elif all(node.id != actor.id for node in view.nodes):
        parts.append(_hidden())
    return [*parts, *told_by_relation(actor.id, passages, view, shown=shown, order=order)]


def relation_panel(
    edge: EdgeView | None,
    view: GraphView,
    passages: Sequence[Passage],
    *,
    shown: int = FIRST,
    order: str = STRONGEST,
    said: ReaderSaid = NOTHING_SAID,
) -> list[Component]:
    """Return a relation's evidence: who did what to whom, and the sentences that say so; None where it is hidden."""
    if edge is None:
        return [closable(html.Header(html.H2("This relation"), className="evidence-head")), _hidden()]
    names = {node.id: node.name for node in view.nodes}
    kinds = {node.id: node.kind for node in view.nodes}
    ends = [
        html.Button([kind_sign(kinds[end]), html.Span(names[end])], className="end", **data(what="actor", id=end))
        for end in (edge.source, edge.target)
    ]
    between = html.Div(
        [
            family_sign(edge.family),
            html.Span(edge.label, className="said"),
            icon("both" if edge.symmetric else "arrow"),
        ],
        className=f"between family-{edge.family}",
    )
    head = html.Header(
        [
            html.Div([html.Span(edge.family), status_badge(edge.status), note_relation(edge.id)], className="eyebrow"),
            html.H2([ends[0], between, ends[1]], className="relation-title"),
            *noted(said.note),
        ],
        className="evidence-head",
    )
    again = data(what="relation", id=edge.id)
    return [closable(head), *passage_list(passages, shown, again, order=order, told=False)]


def group_panel(ids: Sequence[str], view: GraphView) -> list[Component]:
    """Return the evidence of several actors: who they are, and the relations among them in the view."""
    among = set(ids)
    nodes = sorted((node for node in view.nodes if node.id in among), key=lambda node: (-node.importance, node.name))
    edges = sorted(
        (edge for edge in view.edges if edge.source in among and edge.target in among),
        key=lambda edge: (-edge.weight, edge.id),
    )
    names = {node.id: node.name for node in view.nodes}
    tie = [_tie(*ids)] if len(ids) == 2 else []
    head = html.Header(
        [html.H2(f"{counted(len(among), 'actor')} selected"), *_acts([*tie, *_widen(ids, view)])],
        className="evidence-head",
    )
    parts = [closable(head)]
    if len(nodes) < len(among):
        parts.append(html.P(f"The filters hide {len(among) - len(nodes):,} of them at present.", className="quiet"))
    if nodes:
        parts.append(titled_list("Actors", [_actor_row(node) for node in nodes], folded_from=12))
    if edges:
        parts.append(
            titled_list(f"{counted(len(edges), 'relation')} among them", [relation_row(e, names) for e in edges])
        )
    else:
        parts.append(html.P("No relation among them is shown.", className="quiet"))
    return parts


def _acts(acts: Sequence[Component]) -> list[Component]:
    return [html.P(list(acts), className="evidence-acts")] if acts else []


def _widen(ids: Sequence[str], view: GraphView) -> list[Component]:
    among = set(ids)
    if all((edge.source in among) == (edge.target in among) for edge in view.edges):
        return []
    words = f"Select those tied to {'this actor' if len(among) == 1 else 'them'} as well"
    return [html.Button(words, className="text-button", title="On the network: t", **data(widen=""))]


def _tie(source: str, target: str) -> Component:
    return html.Button("How are they tied?", className="text-button", **data(what="path", id=source, to=target))


def _actor_row(node: NodeView) -> Component:
    words: list[Component | str] = [html.Span(node.name, className="name")]
    return row(kind_sign(node.kind), words, counted(node.mentions, "mention"), data(what="actor", id=node.id))


def _hidden() -> Component:
    return html.P("The filters hide this at present.", className="quiet")


def _lead(title: str, words: str) -> Component:
    return html.Header([html.H2(title), html.P(words)], className="lead")
