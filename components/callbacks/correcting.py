"""Corrections of actors and claims: asked for in a menu, told in a form, taken back; and what other windows did."""

from collections.abc import Callable, Sequence
from typing import Any

from dash import Dash, Input, Output, State, no_update
from dash.exceptions import PreventUpdate

from components import ids
from components.correcting import (
    THE_ARTICLE,
    FormState,
    actor_option,
    form_props,
    kind_form,
    merge_form,
    note_form,
    rename_form,
    retype_form,
    speaker_form,
    split_form,
    status_form,
)
from components.state import read_correction, read_places, read_status
from graph import Library
from graph.corrections import Corrections
from graph.errors import CurationError
from graph.model import Claim
from graph.readings import SEEDS_JOB

Data = dict[str, Any]

_WORDS = f"{ids.FORM}-words"
# The properties of the form's parts in the order of `form_props`, with those that `opened` adds.
_FORM = (
    Output(ids.FORM, "title"),
    Output(_WORDS, "children"),
    Output(ids.FORM_NAME, "value"),
    Output(ids.FORM_NAME, "style"),
    Output(ids.FORM_NAME, "label"),
    Output(ids.FORM_CHOICE, "value"),
    Output(ids.FORM_CHOICE, "data"),
    Output(ids.FORM_CHOICE, "style"),
    Output(ids.FORM_CHOICE, "label"),
    Output(ids.FORM_KEEP, "children"),
    Output(ids.FORM_KEEP, "style"),
    Output(ids.FORM_PLACES, "children"),
    Output(ids.FORM_PLACES, "style"),
    Output(ids.FORM_TEXT, "value"),
    Output(ids.FORM_TEXT, "style"),
)


def register(app: Dash, library: Library) -> None:
    """Wire the menus, the form, undo and redo, and the look for what other windows have changed."""
    _register_form(app, library)
    _register_steps(app, library)

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Input(ids.CORRECT, "data"),
        State(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def correct(asked: Data, version: int) -> tuple[Any, Any]:
        act, about = read_correction(asked)
        decide = _AT_ONCE.get(act)
        if decide is None:
            raise PreventUpdate  # the form asks for more
        decide(library.corrections, about)
        return version + 1, undoable(library)

    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Input(ids.WATCH, "n_intervals"),
        State(ids.SEEN, "data"),
        State(ids.VERSION, "data"),
        State(ids.JOB, "data"),
        prevent_initial_call=True,
    )
    def watch(_beats: int, seen: int | None, version: int, job: str | None) -> int:
        if seen is None or job == SEEDS_JOB:  # the story is on its way; of the seeds, the curtain tells
            raise PreventUpdate
        if library.refresh() == seen:
            raise PreventUpdate
        return version + 1


def _register_form(app: Dash, library: Library) -> None:
    @app.callback(
        Output(ids.FORM, "opened"),
        Output(ids.FORM_PROBLEM, "hidden"),
        Output(ids.FORM_PLACES, "value"),
        Output(ids.FORM_KEEP, "value"),
        *_FORM,
        Input(ids.CORRECT, "data"),
        prevent_initial_call=True,
    )
    def open_form(asked: Data) -> tuple[Any, ...]:
        state = _form(library, *read_correction(asked))
        if state is None:
            raise PreventUpdate
        return True, True, [], "this", *form_props(state).values()

    @app.callback(
        Output(ids.FORM_CHOICE, "data", allow_duplicate=True),
        Input(ids.FORM_CHOICE, "searchValue"),
        State(ids.CORRECT, "data"),
        State(ids.FORM_CHOICE, "data"),
        prevent_initial_call=True,
    )
    def offer(text: str | None, asked: Data, offered: list[Data]) -> list[Any]:
        act, about = read_correction(asked)
        if not text or act != "merge" or any(option["label"] == text for option in offered):
            raise PreventUpdate  # all are offered already, or one is chosen
        actors = library.knowledge().actors
        return [actor_option(actors[one.actor_id]) for one in library.search(text) if one.actor_id != about]

    @app.callback(
        Output(ids.FORM, "opened", allow_duplicate=True),
        Output(ids.FORM_PROBLEM, "children"),
        Output(ids.FORM_PROBLEM, "hidden", allow_duplicate=True),
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.SELECTION, "data", allow_duplicate=True),
        Input(ids.FORM_SAVE, "n_clicks"),
        State(ids.CORRECT, "data"),
        State(ids.FORM_NAME, "value"),
        State(ids.FORM_CHOICE, "value"),
        State(ids.FORM_KEEP, "value"),
        State(ids.FORM_PLACES, "value"),
        State(ids.FORM_TEXT, "value"),
        State(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def save(_clicks: int, asked: Data, *told: Any) -> tuple[Any, ...]:
        *fields, version = told
        try:
            selection = _save(library.corrections, *read_correction(asked), *fields)
        except CurationError as problem:
            return no_update, str(problem), False, no_update, no_update
        return False, "", True, version + 1, selection


def _register_steps(app: Dash, library: Library) -> None:
    @app.callback(
        Output(ids.UNDO, "disabled"),
        Output(ids.UNDO, "title"),
        Output(ids.REDO, "disabled"),
        Output(ids.REDO, "title"),
        Input(ids.VERSION, "data"),
    )
    def tell(_version: int) -> tuple[bool, str, bool, str]:
        undo, redo = library.corrections.next_undo(), library.corrections.next_redo()
        titles = f"Undo (Ctrl+Z) {undo}".strip(), f"Redo (Ctrl+Shift+Z) {redo}".strip()
        return not undo, titles[0], not redo, titles[1]

    steps: tuple[tuple[str, Callable[[], str], str], ...] = (
        (ids.UNDO, library.corrections.undo, "Undone"),
        (ids.REDO, library.corrections.redo, "Done again"),
    )
    for control, step, said in steps:
        _register_step(app, control, step, said)


def _register_step(app: Dash, control: str, step: Callable[[], str], said: str) -> None:
    @app.callback(
        Output(ids.VERSION, "data", allow_duplicate=True),
        Output(ids.NOTICE, "children", allow_duplicate=True),
        Input(control, "n_clicks"),
        State(ids.VERSION, "data"),
        prevent_initial_call=True,
    )
    def go(_clicks: int, version: int) -> tuple[Any, Any]:
        return version + 1, f"{said}: {step()}"


def undoable(library: Library) -> str:
    """Return the last decision in words, and how it is taken back."""
    return f"{library.corrections.next_undo()}. Undo with Ctrl+Z."


_AT_ONCE: dict[str, Callable[[Corrections, str], None]] = {
    "hide": Corrections.hide,
    "show": Corrections.show,
    "delete": Corrections.delete,
    "confirm": Corrections.confirm,
    "reject": Corrections.reject,
    "turn": Corrections.turn,
}


def _form(library: Library, act: str, about: str) -> FormState | None:
    """Return the form for a correction; None where it needs none, or where what it is about is gone."""
    kb, taxonomy = library.knowledge(), library.taxonomy
    if act == "note" and (about in kb.actors or about in kb.relations):
        return note_form(about, kb, taxonomy, library.corrections.state().notes.get(about, ""))
    if actor := kb.actors.get(about):
        forms: dict[str, Callable[[], FormState]] = {
            "rename": lambda: rename_form(actor),
            "kind": lambda: kind_form(actor, taxonomy),
            "merge": lambda: merge_form(actor, kb, library.pairs()),
            "split": lambda: split_form(actor, kb),
        }
    else:
        found = library.proofs([about]).get(about)
        claim = _claim(library, about)
        if found is None or claim is None:
            return None
        words = f"{found.relation}: “{' '.join(found.text.split())}”"
        forms = {
            "retype": lambda: retype_form(claim, words, taxonomy),
            "status": lambda: status_form(claim, words),
            "speaker": lambda: speaker_form(claim, words, kb),
        }
    return forms[act]() if act in forms else None


def _claim(library: Library, claim_id: str) -> Claim | None:
    relations = library.knowledge().relations.values()
    return next((claim for relation in relations for claim in relation.claims if claim.id == claim_id), None)


def _save(
    corrections: Corrections,
    act: str,
    about: str,
    name: str | None,
    choice: str | None,
    keep: str | None,
    places: Sequence[str] | None,
    text: str | None,
) -> Any:
    """Make the decision that the form tells; return what is to be selected then."""
    if act in ("merge", "kind", "retype", "status", "speaker") and not choice:
        raise CurationError("Choose one first.")
    chosen = choice or ""
    match act:
        case "rename":
            corrections.rename(about, name or "")
        case "kind":
            corrections.change_kind(about, chosen)
        case "merge":
            into, other = (chosen, about) if keep == "other" else (about, chosen)
            corrections.merge(into, other)
            return {"what": "actor", "id": into}
        case "split":
            corrections.split(about, read_places(places), name or "")
        case "note":
            corrections.note(about, text or "")
        case "retype":
            corrections.retype(about, chosen)
        case "status":
            corrections.change_status(about, read_status(chosen))
        case "speaker":
            corrections.change_speaker(about, None if chosen == THE_ARTICLE else chosen)
    return no_update
