"""Paths: how two actors are tied, each step with the sentence that says so and the weakest one named."""

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import data
from components.claim_facts import status_badge
from components.glyphs import icon, kind_sign
from components.panel import actor_row, closable, titled_list
from components.passages import proof
from components.words import counted
from graph.model import Actor, GraphView, Passage
from graph.paths import Hop, NearPair, Route, Routes, SharedTie
from graph.search import Found

Actors = Mapping[str, Actor]
Proofs = Mapping[str, Passage]

_OFFERED = 20


def path_chooser() -> Component:
    """Return the box in which to choose another actor, before it is known whose ties are asked for."""
    part: Component = dmc.Select(
        id=ids.TIED_TO,
        label="How is it tied to",
        placeholder="another actor …",
        data=[],
        searchable=True,
        size="sm",
        nothingFoundMessage="Nobody of that name",
        filter={"function": "asFound"},
        renderOption={"function": "foundOption"},
        className="path-chooser",
        maxDropdownHeight=300,
    )
    return part


def path_offers(actor: Actor, view: GraphView) -> list[dict[str, Any]]:
    """Return what the box offers at first: the most important other actors in the view."""
    ranked = sorted(view.nodes, key=lambda node: (-node.importance, node.name))
    others = [(node.id, node.name, node.kind) for node in ranked if node.id != actor.id]
    return [_option(*other) for other in others[:_OFFERED]]


def path_options(found: Sequence[Found], *, but: str) -> list[dict[str, Any]]:
    """Return those whom a search found as options of the box, without the actor that is asked about."""
    return [_option(one.actor_id, one.name, one.kind, one.matched) for one in found if one.actor_id != but]


def path_panel(
    ends: Sequence[Actor], routes: Routes, shared: Sequence[SharedTie], proofs: Proofs, actors: Actors
) -> list[Component]:
    """Return how two actors are tied: the shortest paths, who else is tied to both, or who comes closest to a bridge.

    `ends` are those of the two that are known; `proofs` has the claims of the paths and of the ties with both.
    """
    names = [
        html.Button([kind_sign(end.kind), html.Span(end.name)], className="end", **data(what="actor", id=end.id))
        for end in ends
    ]
    tied = html.Div([icon("both"), html.Span("tied to", className="said")], className="between")
    title = [names[0], tied, names[1]] if len(names) == 2 else "Two actors"
    head = html.Header(
        [
            html.Div(html.Span("How they are tied"), className="eyebrow"),
            html.H2(title, className="relation-title"),
        ],
        className="evidence-head",
    )
    parts = [
        closable(head),
        html.P(routes.explanation, className="told-in-words"),
        *path_list(routes, proofs, actors),
    ]
    if shared and len(routes.best[0].hops if routes.best else ()) != 2:  # else the paths have told of them
        rows = [actor_row(actors[tie.actor_id], _both(tie, proofs)) for tie in shared]
        parts.append(titled_list(f"{counted(len(shared), 'actor')} tied to both", rows, folded_from=8))
    return parts


def path_list(routes: Routes, proofs: Proofs, actors: Actors) -> list[Component]:
    """Return the paths, the firmest unfolded; where there is none, the pairs that come closest to one."""
    if not routes.best:
        rows = [html.Li(_near(pair, routes, actors)) for pair in routes.nearest]
        title = html.H3("The nearest to a bridge", className="list-title")
        return [html.Section([title, html.Ul(rows, className="nearest")], className="list")] if rows else []
    first, *others = routes.best
    parts: list[Component] = [html.Section([_chain(first, actors), _steps(first, proofs)], className="path")]
    for route in others:
        parts.append(
            html.Details([html.Summary(_chain(route, actors)), _steps(route, proofs)], className="path other-path")
        )
    return parts


def _option(actor_id: str, name: str, kind: str, matched: str = "") -> dict[str, Any]:
    return {"value": actor_id, "label": name, "kind": kind, "also": "" if matched == name else matched, "what": "tied"}


def _chain(route: Route, actors: Actors) -> Component:
    """Return the names on a path in their order."""
    parts: list[Component | str] = []
    for actor_id in route.actor_ids:
        parts += [html.Span(" – ", className="link")] if parts else []
        parts.append(html.Span([kind_sign(actors[actor_id].kind), actors[actor_id].name], className="chain-name"))
    return html.Span(parts, className="chain")


def _steps(route: Route, proofs: Proofs) -> Component:
    weakest = min(range(len(route.hops)), key=lambda at: route.hops[at].strength) if len(route.hops) > 1 else None
    steps = [html.Li(_step(hop, proofs[hop.claim_id], is_weakest=at == weakest)) for at, hop in enumerate(route.hops)]
    return html.Ol(steps, className="steps")


def _step(hop: Hop, passage: Passage, *, is_weakest: bool) -> list[Component]:
    notes = [
        html.Button(
            passage.relation, className="told", **data(what="relation", id=passage.relation_id or hop.relation_ids[0])
        ),
        status_badge(hop.status),
    ]
    if is_weakest:
        notes.append(html.Span("weakest link", className="status-word", title="The path is no firmer than this step"))
    if len(hop.relation_ids) > 1:
        notes.append(html.Span(f"and {counted(len(hop.relation_ids) - 1, 'other relation')} between the two"))
    return [html.Div(notes, className="notes"), *proof(passage)]


def _both(tie: SharedTie, proofs: Proofs) -> str:
    told = (proofs[hop.claim_id].relation or "" for hop in (tie.first, tie.second))
    return "; ".join(told)


def _near(pair: NearPair, routes: Routes, actors: Actors) -> list[Component | str]:
    """Return two actors whom the same sentences or articles name, and how far they stand from those asked about."""
    where = counted(pair.sentences, "sentence") if pair.sentences else counted(pair.articles, "article")
    return [
        *_away(pair.first, pair.first_steps, actors[routes.source], actors),
        " and ",
        *_away(pair.second, pair.second_steps, actors[routes.target], actors),
        html.Span(f", named together in {where}", className="quiet"),
    ]


def _away(actor_id: str, steps: int, asked: Actor, actors: Actors) -> list[Component]:
    name = html.Button(actors[actor_id].name, className="told", **data(what="actor", id=actor_id))
    return [name, html.Span(f", {counted(steps, 'step')} from {asked.name},", className="quiet")] if steps else [name]
