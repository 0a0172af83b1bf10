"""The list of keys, opened by "?": what the page can do without a pointer."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon
from components.plain import plain_place

# Where a key counts, and what it does there; keys that count anywhere do so while no text is written.
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Anywhere",
        (
            ("?", "This list"),
            ("/", "Search the story"),
            ("a", "Ask a question, or look for a name"),
            ("s", "Save a picture"),
            ("Esc", "Close what is open, then select nothing"),
            ("Ctrl Z", "Undo the last correction"),
            ("Ctrl Shift Z", "Do it again"),
        ),
    ),
    (
        "On the network",
        (
            ("← → ↑ ↓", "Move the view"),
            ("+ −", "Zoom in and out"),
            ("0", "Show the whole network"),
            ("f", "Look closely at what is selected"),
            ("Backspace", "Back to the former view"),
            ("Shift ← → ↑ ↓", "Move the selected actor, and pin it"),
            ("u", "Unpin the selected actors; all, where none of them is pinned"),
            ("t", "Select those tied to the selected actors as well"),
            ("b", "Select actors by a box"),
            ("l", "Mark actors one by one, to select them together"),
        ),
    ),
    (
        "With the box on the network",
        (
            ("← → ↑ ↓", "Move the box; at the edge, move the view"),
            ("Shift → ↓", "Make the box larger"),
            ("Shift ← ↑", "Make the box smaller"),
            ("Enter", "Select the actors in it"),
            ("Esc", "End without selecting"),
        ),
    ),
    (
        "With the lasso on the network",
        (
            ("← → ↑ ↓", "Go to the next actor on that side"),
            ("n", "The next important actor"),
            ("p", "The one before"),
            ("Space", "Mark the actor, or no longer"),
            ("Enter", "Select the marked actors"),
            ("Esc", "End without selecting"),
        ),
    ),
    (
        "In the evidence",
        (
            ("j", "Next sentence"),
            ("k", "Previous sentence"),
        ),
    ),
    (
        "In an article",
        (
            ("n", "Next place of what is selected"),
            ("p", "Previous place of what is selected"),
            ("→", "Next marked word"),
            ("←", "Previous marked word"),
            ("Enter", "Select what it means"),
            ("↓ ↑", "While a claim is added: next and previous sentence"),
            ("→ ←", "While a claim is added: next and previous word"),
            ("Shift → ←", "While a claim is added: one word more or fewer"),
            ("1 2 3", "While a claim is added: who acts, the words that say it, upon whom"),
        ),
    ),
    (
        "The same or not?",
        (
            ("s", "The same"),
            ("d", "Different"),
            ("n", "Never ask again"),
            ("l", "Later"),
        ),
    ),
    (
        "In the outline",
        (
            ("↓", "Next line"),
            ("↑", "Previous line"),
            ("→", "Unfold, or go in"),
            ("←", "Fold, or go out"),
            ("Home", "First line"),
            ("End", "Last line"),
            ("Enter", "Select in the network, or open the article"),
            ("Shift Enter", "Select the actor with those that are selected, or no longer"),
            ("Space", "Fold or unfold"),
            ("*", "Unfold all lines beside this one"),
            ("letters", "The next line that begins so"),
        ),
    ),
    (
        "In tables and in the matrix",
        (
            ("← → ↑ ↓", "Go from cell to cell"),
            ("Enter", "Select the row, or what the cell tells of"),
            ("Space", "Mark the row; several marked actors are selected together"),
            ("Ctrl C", "Copy the marked rows"),
        ),
    ),
    (
        "On a filter",
        (
            ("Delete", "Take the filter away whose chip has the focus"),
            ("Space", "Tick or untick a choice"),
        ),
    ),
)


def key_help() -> Component:
    """Return the dialog with all keys."""
    part: Component = dmc.Modal(
        plain_place(ids.KEY_LIST, *key_list(), className="keys"),
        id=ids.KEY_HELP,
        title="Keys",
        size="min(900px, 94vw)",
        keepMounted=True,
        closeButtonProps={"aria-label": "Close the list of keys"},
    )
    return part


def key_list() -> list[Component]:
    """Return the keys under the places where they count."""
    return [
        html.Section(
            [html.H3(title, className="group-title"), html.Dl([part for key in keys for part in _line(*key)])],
            className="keys-group",
        )
        for title, keys in KEYS
    ]


def key_help_button() -> Component:
    """Return the button that opens the dialog."""
    return html.Button(
        icon("ask"), className="plain-icon", title="Keys (?)", **data(dialog=ids.KEY_HELP), **aria(label="Keys")
    )


def _line(keys: str, does: str) -> tuple[Component, Component]:
    strokes = [html.Kbd(stroke) for stroke in keys.split(" ")]
    spaced = [part for stroke in strokes for part in (stroke, " ")]
    return html.Dt(spaced[:-1]), html.Dd(does)
