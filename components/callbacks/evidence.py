"""The evidence of what is selected, and the article that it stands in."""

from dataclasses import dataclass
from typing import Any

from dash import Dash, Input, Output, ctx
from dash.exceptions import PreventUpdate

from components import ids
from components.callbacks.asking import answered, say
from components.callbacks.following import STAY, followed, tied_to
from components.correcting import ReaderSaid
from components.evidence import actor_panel, group_panel, relation_panel, start_panel
from components.lit import answer_lights, route_lights
from components.passages import FIRST
from components.plain import plain, tree_of
from components.reader import article_reader
from components.state import read_filters, read_order, read_selection, read_shown
from graph import Filters, Library
from graph.model import Selection

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose evidence is asked for, what of it passes, how much of it, and in which order."""

    selection: Selection
    filters: Filters
    shown: int
    order: str


def register(app: Dash, library: Library) -> None:
    """Wire the evidence panel and the article reader."""

    @app.callback(  # all that a selection asks of the server at once: each further answer takes the browser 20 ms
        Output(tree_of(ids.EVIDENCE_HEAD), "data"),
        Output(tree_of(ids.EVIDENCE_BODY), "data"),
        Output(ids.LIT, "data"),
        Output(ids.ANSWERED, "children"),
        Output(ids.TIED_PLACE, "hidden"),
        Output(ids.TIED_TO, "label"),
        Output(ids.TIED_TO, "data", allow_duplicate=True),
        Output(ids.TIED_TO, "value"),
        Input(ids.SELECTION, "data"),
        Input(ids.FILTERS, "data"),
        Input(ids.ORDER, "data"),
        Input(ids.VERSION, "data"),
        prevent_initial_call="initial_duplicate",
    )
    def show(selected: Data, filters: Data, order: str | None, _version: int) -> tuple[Any, ...]:
        asked = _Asked(read_selection(selected), read_filters(filters), read_shown(selected, FIRST), read_order(order))
        head, *body = _evidence(library, asked)
        tied = tied_to(library, asked.selection) if f"{ids.SELECTION}.data" in ctx.triggered_prop_ids else STAY
        return plain([head]), plain(body), _lit(library, asked), say(library, asked.selection), *tied

    @app.callback(
        Output(tree_of(ids.READER_BODY), "data"),
        Input(ids.READ, "data"),
        Input(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def read(article_id: str | None, _version: int) -> list[Any]:
        if not article_id:
            raise PreventUpdate
        names = {actor.id: actor.name for actor in library.knowledge().actors.values()}
        return plain(article_reader(library.reading(article_id), names=names, articles=library.articles()))


def _evidence(library: Library, asked: _Asked) -> list[Any]:
    selection, filters = asked.selection, asked.filters
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
    if selection.what == "question":
        return answered(library, selection.id, filters, shown=asked.shown, order=asked.order)
    if selection.what == "path":
        return followed(library, selection.ids, filters)
    if selection.what == "actors":
        return group_panel(selection.ids, view)
    return start_panel(view)


def _said(library: Library, about: str) -> ReaderSaid:
    state = library.corrections.state()
    return ReaderSaid(state.notes.get(about, ""), about in state.hidden)


def _lit(library: Library, asked: _Asked) -> Data:
    return {"what": asked.selection.what, "ids": _lights(library, asked.selection, asked.filters)}


def _lights(library: Library, selection: Selection, filters: Filters) -> list[str]:
    if selection.what == "question":
        return answer_lights(library.ask(selection.id), library.knowledge().relations)
    if selection.what == "path":
        source, target = selection.ids
        return route_lights(library.paths(source, target, filters))
    return []
