"""The menu of the header for what has no room there on a phone."""

from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon

_PRESSES = (
    (ids.UNDO, "undo", "Undo"),
    (ids.REDO, "redo", "Do it again"),
    (ids.CORRECTIONS, "log", "Corrections"),
    (ids.SCHEME_TOGGLE, "moon", "Light or dark"),
)


def more_button() -> Component:
    """Return the button that opens the menu; styles show it on narrow screens only."""
    return html.Button(
        icon("more"),
        className="plain-icon more-button",
        title="More",
        **data(menu=ids.HEAD_MENU, of=""),
        **aria(label="More", haspopup="menu", expanded="false"),
    )


def more_menu() -> Component:
    """Return the menu: each line presses the button of the header that is hidden there."""
    items = [_item(icon(sign), words, press=control) for control, sign, words in _PRESSES]
    items.append(_item(icon("ask"), "Keys", dialog=ids.KEY_HELP))
    return html.Div(items, id=ids.HEAD_MENU, className="correct-menu", role="menu", hidden=True, **aria(label="More"))


def _item(sign: Component, words: str, **does: str) -> Component:
    return html.Button([sign, words], className="menu-item", role="menuitem", tabIndex=-1, **data(**does))
