"""What goes with a selection, under an address of its own: its evidence, what lights up, what is read out.

The browser asks for it past Dash, whose way round from a click to an answer takes longer than all else together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, jsonify, request
from flask.typing import ResponseReturnValue

from components.asking import answer_line, answer_panel
from components.correcting import ReaderSaid
from components.evidence import actor_panel, group_panel, relation_panel, start_panel
from components.lit import answer_lights, route_lights
from components.passages import FIRST
from components.paths import path_offers, path_panel
from components.plain import plain
from components.state import read_filters, read_order, read_selection, read_shown
from graph import Filters, Library
from graph.errors import DramatisError
from graph.model import Selection

ADDRESS = "/selected.json"  # assets/43-selected.js asks for it


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose evidence is asked for, what of it passes, how much of it, and in which order."""

    selection: Selection
    filters: Filters
    shown: int
    order: str


def serve_selected(server: Flask, library: Library) -> None:
    """Let a server answer for a `selection` under `filters` in an `order`, as the page's stores hold them (JSON).

    The answer has the plain trees `head` and `body` of the evidence, the ids that are `lit`, the `said` words to be
    read out, and with `tied` in the question whom an actor may be tied to. A problem is told under `problem`.
    """

    def selected() -> ResponseReturnValue:
        told = request.get_json(silent=True)
        try:
            answer = jsonify(_answer(library, told if isinstance(told, Mapping) else {}))
        except DramatisError as problem:
            answer = jsonify({"problem": str(problem)})
        answer.cache_control.no_store = True
        return answer

    server.add_url_rule(ADDRESS, "selected", selected, methods=["POST"])


def _answer(library: Library, told: Mapping[str, Any]) -> dict[str, Any]:
    chosen = told.get("selection")
    chosen = chosen if isinstance(chosen, Mapping) else {}
    filters, order = read_filters(told.get("filters")), read_order(told.get("order"))
    asked = _Asked(read_selection(chosen), filters, read_shown(chosen, FIRST), order)
    head, *body = _evidence(library, asked)
    answer = {
        "head": plain([head]),
        "body": plain(body),
        "lit": _lights(library, asked.selection, asked.filters),
        "said": answer_line(library.ask(asked.selection.id)) if asked.selection.what == "question" else "",
    }
    return answer | ({"tied": _tied(library, asked.selection)} if told.get("tied") is True else {})


def _evidence(library: Library, asked: _Asked) -> list[Any]:
    selection, filters = asked.selection, asked.filters
    if selection.what == "question":
        return _answered(library, asked)
    if selection.what == "path":
        return _followed(library, selection.ids, filters)
    view = library.view(filters, selection)
    if selection.what == "actor" and (actor := library.knowledge().actors.get(selection.id)):
        passages = library.passages(selection, filters)
        said = _said(library, actor.id)
        return actor_panel(actor, view, passages, shown=asked.shown, order=asked.order, said=said)
    if selection.what == "relation":
        edge = next((edge for edge in view.edges if edge.id == selection.id), None)
        passages = library.passages(selection, filters)
        said = _said(library, selection.id)
        return relation_panel(edge, view, passages, shown=asked.shown, order=asked.order, said=said)
    if selection.what == "actors":
        return group_panel(selection.ids, view)
    return start_panel(view)


def _said(library: Library, about: str) -> ReaderSaid:
    state = library.corrections.state()
    return ReaderSaid(state.notes.get(about, ""), about in state.hidden)


def _answered(library: Library, asked: _Asked) -> list[Any]:
    """Return the panel with the answer to a question; what is refused may be a name."""
    answer = library.ask(asked.selection.id)
    found = library.search(asked.selection.id) if answer.refusal else ()
    actors, filtered = library.knowledge().actors, bool(asked.filters.active)
    return answer_panel(answer, actors, found, filtered=filtered, shown=asked.shown, order=asked.order)


def _followed(library: Library, ends: Sequence[str], filters: Filters) -> list[Any]:
    """Return the panel with the ties between two actors over what passes the filters."""
    source, target = ends
    routes, shared = library.paths(source, target, filters), library.shared(source, target, filters)
    hops = [hop for route in routes.best for hop in route.hops]
    hops += [hop for tie in shared for hop in (tie.first, tie.second)]
    actors = library.knowledge().actors
    known = [actors[end] for end in ends if end in actors]
    return path_panel(known, routes, shared, library.proofs([hop.claim_id for hop in hops]), actors)


def _lights(library: Library, selection: Selection, filters: Filters) -> list[str]:
    if selection.what == "question":
        return answer_lights(library.ask(selection.id), library.knowledge().relations)
    if selection.what == "path":
        source, target = selection.ids
        return route_lights(library.paths(source, target, filters))
    return []


def _tied(library: Library, selection: Selection) -> dict[str, Any] | None:
    """Return the label of the box that follows ties, and whom it offers at first; None where nothing has ties."""
    actor = library.knowledge().actors.get(selection.id) if selection.what == "actor" else None
    if actor is None:
        return None
    return {"label": f"How is {actor.name} tied to", "data": path_offers(actor, library.view())}
