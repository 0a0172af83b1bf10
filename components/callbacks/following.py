"""Following the ties from one actor to another."""

from collections.abc import Sequence
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from components import ids
from components.paths import path_offers, path_options, path_panel
from components.state import read_selection
from graph import Filters, Library
from graph.model import Selection

Data = dict[str, Any]

STAY = (no_update,) * 4  # the box stays as it is


def register(app: Dash, library: Library) -> None:
    """Wire the box in an actor's panel that asks to whom it is tied."""

    @app.callback(
        Output(ids.TIED_TO, "data"),
        Input(ids.TIED_TO, "searchValue"),
        State(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )
    def offer(text: str | None, selected: Data) -> list[Any]:
        if not text:
            raise PreventUpdate  # the box offers the most important actors already
        return path_options(library.search(text), but=read_selection(selected).id)

    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction(namespace="dramatis", function_name="followPath"),
        Output(ids.SELECTION, "data", allow_duplicate=True),
        Input(ids.TIED_TO, "value"),
        State(ids.SELECTION, "data"),
        prevent_initial_call=True,
    )


def tied_to(library: Library, selection: Selection) -> tuple[Any, ...]:
    """Return for the box whether it is hidden, its label, what it offers at first and its value."""
    actor = library.knowledge().actors.get(selection.id) if selection.what == "actor" else None
    if actor is None:
        return True, no_update, no_update, None
    return False, f"How is {actor.name} tied to", path_offers(actor, library.view()), None


def followed(library: Library, ends: Sequence[str], filters: Filters) -> list[Any]:
    """Return the panel with the ties between two actors over what passes the filters."""
    source, target = ends
    routes, shared = library.paths(source, target, filters), library.shared(source, target, filters)
    hops = [hop for route in routes.best for hop in route.hops]
    hops += [hop for tie in shared for hop in (tie.first, tie.second)]
    actors = library.knowledge().actors
    known = [actors[end] for end in ends if end in actors]
    return path_panel(known, routes, shared, library.proofs([hop.claim_id for hop in hops]), actors)
