"""What the browser does alone; the functions stand in assets/50-page.js, 55-canvas.js and 60-picture.js."""

from dash import ClientsideFunction, Dash, Input, Output, State

from components import ids
from graph import Library

# In the order in which gatherFilters takes them and clearFilters gives them.
_CONTROLS = (ids.TEXT, ids.KINDS, ids.FAMILIES, ids.TYPES, ids.STATUSES, ids.MIN_SENTENCES, ids.ARTICLES)


def register(app: Dash, library: Library) -> None:  # noqa: ARG001 - all parts are registered alike
    """Wire what needs no answer from the server."""
    _wire(app, "gatherFilters", Output(ids.FILTERS, "data"), *(Input(control, "value") for control in _CONTROLS))
    _wire(app, "clearFilters", *(Output(control, "value") for control in _CONTROLS), _pressed(ids.CLEAR))
    _wire(app, "showShown", Input(ids.SHOWN, "data"))
    _wire(app, "drawMore", Output(ids.EXTENT, "data"), Input(ids.FILTERS, "data"), Input(ids.SELECTION, "data"))
    _wire(app, "showSelection", Input(ids.SELECTION, "data"))
    _wire(app, "showPlace", Input(ids.READER_BODY, "children"))
    _wire(app, "savePicture", Output(ids.NOTICE, "children"), _pressed(ids.SAVE), State(ids.PICTURE, "data"))
    look = Input(ids.SIZE_BY, "value"), Input(ids.COLOUR_BY, "value"), Input(ids.HULLS, "checked")
    _wire(app, "gatherLook", Output(ids.LOOK, "data"), *look)
    for control in ids.CANVAS_CONTROLS:
        _wire(app, "moveCamera", _pressed(control))


def _pressed(control: str) -> Input:
    return Input(control, "n_clicks")


def _wire(app: Dash, function: str, *ends: Output | Input | State) -> None:
    """Let a function of the browser answer; the filters alone are gathered before anyone has done anything."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction(namespace="dramatis", function_name=function),
        *ends,
        prevent_initial_call=function != "gatherFilters",
    )
