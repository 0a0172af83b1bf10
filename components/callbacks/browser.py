"""What the browser does alone; the functions stand in assets/40-story.js, 42-controls.js, 50-page.js and others."""

from dash import ClientsideFunction, Dash, Input, Output, State

from components import ids
from components.plain import tree_of
from graph import Library

# Before anyone does anything
_AT_ONCE = ("loadStory", "hearSelection", "keepAddress", "offerActors", "offerSpeakers")


def register(app: Dash, library: Library) -> None:  # noqa: ARG001 - all parts are registered alike
    """Wire what needs no answer from the server."""
    _wire(app, "loadStory", Input(ids.VERSION, "data"))
    _wire(app, "takeControls", *(Input(control, "value") for control in ids.CONTROLS.values()))
    _wire(app, "refillFields", Input(ids.FIELDS, "children"))
    _wire(app, "clearFilters", _pressed(ids.CLEAR))
    _wire(app, "setOthers", Input(ids.OTHERS, "value"))
    for field, function in (("actors", "offerActors"), ("speakers", "offerSpeakers")):
        control = ids.CONTROLS[field]
        _wire(app, function, Input(control, "searchValue"), Input(ids.FILTERS, "data"))
    _wire(app, "drawMore", Output(ids.EXTENT, "data"), Input(ids.FILTERS, "data"))
    asked = (Input(store, "data") for store in (ids.SELECTION, ids.FILTERS, ids.ORDER, ids.VERSION))
    _wire(app, "hearSelection", *asked)
    _wire(app, "openReader", Output(ids.READ, "data"), Input(ids.READER, "data"))
    wishes = (State(control, prop) for control, prop in ids.PICTURE_WISHES.items())
    _wire(app, "askPicture", Output(ids.PICTURE_ASKED, "data"), _pressed(ids.SAVE_NOW), *wishes)
    _wire(
        app, "savePicture", Output(ids.NOTICE, "children"), Input(ids.PICTURE, "data"), State(ids.PICTURE_ASKED, "data")
    )
    _wire(app, "offerGround", Output(ids.PICTURE_GROUND, "value"), Input(ids.SCHEME, "data"))
    look = Input(ids.SIZE_BY, "value"), Input(ids.COLOUR_BY, "value"), Input(ids.HULLS, "checked")
    _wire(app, "gatherLook", Output(ids.LOOK, "data"), *look)
    matrix = Input(ids.MATRIX_ORDER, "value"), Input(ids.MATRIX_SIZE, "value"), Input(ids.GROUPS, "data")
    _wire(app, "setMatrix", *matrix)
    state = Input(ids.TABS, "value"), Input(ids.LOOK, "data"), Input(ids.EXTENT, "data")
    _wire(app, "keepAddress", *state, Input(ids.OTHERS, "value"), Input(ids.ORDER, "data"))
    for place in ids.PLAIN_PLACES:
        _wire(app, "showPlain", Input(tree_of(place), "data"), Input(tree_of(place), "id"))
    _wire(app, "setTimeline", Input(ids.TIMELINE_CLOCK, "value"), Input(ids.TIMELINE_MODE, "value"))
    for control in ids.CANVAS_CONTROLS:
        _wire(app, "moveCamera", _pressed(control))


def _pressed(control: str) -> Input:
    return Input(control, "n_clicks")


def _wire(app: Dash, function: str, *ends: Output | Input | State) -> None:
    """Let a function of the browser answer."""
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction(namespace="dramatis", function_name=function),
        *ends,
        prevent_initial_call=function not in _AT_ONCE,
    )
