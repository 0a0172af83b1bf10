"""Adding a claim: the reader marks who acts, the words that say it and upon whom, and names the relation."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.correcting import Option, type_options
from components.glyphs import icon
from graph.filters import STATUS_WORDS
from graph.model import Status
from graph.taxonomy import Taxonomy

# What is to be marked: the role, its key and its words; assets/71-telling.js marks.
_ROLES = (
    ("source", "1", "who acts"),
    ("trigger", "2", "the words that say it"),
    ("target", "3", "upon whom"),
)


def tell_button() -> Component:
    """Return the button that opens the panel."""
    return html.Button(
        [icon("add"), "Claim"],
        id=ids.TELL,
        className="text-button correct tell-open",
        title="Add a claim that this article makes",
        **aria(controls=ids.TELL_PANEL, expanded="false"),
    )


def tell_panel() -> Component:
    """Return the panel below an article in which a claim is put together."""
    slots = [
        html.Button(
            [html.Span(words, className=f"mark mark-{role}"), html.Span("…", className="tell-words"), html.Kbd(key)],
            className="tell-slot",
            title=f"Mark words in the text, then press this or {key}",
            **data(role=role, key=key),
            **aria(keyshortcuts=key),
        )
        for role, key, words in _ROLES
    ]
    choices = [
        _choice(ids.TELL_TYPE, "It says that the one", searchable=True),
        _choice(ids.TELL_STATUS, "Status", value=Status.ASSERTED.value),
        _choice(ids.TELL_SOURCE_KIND, "Who acts is a", value="person"),
        _choice(ids.TELL_TARGET_KIND, "Upon whom is a", value="person"),
    ]
    return html.Div(
        [
            html.P(
                "Mark words in the text, or choose them with ↓ ↑ → ← and Shift; then press 1, 2 or 3, or one of these.",
                className="quiet",
            ),
            html.P(id=ids.TELL_SAID, className="unseen", role="status", **aria(live="polite")),
            html.Div(slots, className="tell-slots"),
            html.Div(choices, className="tell-choices"),
            html.P(id=ids.TELL_PROBLEM, className="problem", role="alert", hidden=True),
            html.Div(
                html.Button("Add this claim", id=ids.TELL_SAVE, className="button primary"), className="dialog-action"
            ),
        ],
        id=ids.TELL_PANEL,
        className="tell",
        hidden=True,
        role="group",
        **aria(label="Add a claim"),
    )


def tell_options(taxonomy: Taxonomy) -> tuple[list[Option], list[Option], list[Option]]:
    """Return the relation types, the statuses and the kinds of actors to choose from."""
    statuses = [{"value": status.value, "label": words} for status, words in STATUS_WORDS.items()]
    kinds = [{"value": kind, "label": known.label} for kind, known in taxonomy.kinds.items()]
    return type_options(taxonomy), statuses, kinds


def _choice(control: str, label: str, *, value: str | None = None, searchable: bool = False) -> Component:
    part: Component = dmc.Select(
        id=control,
        label=label,
        data=[],
        value=value,
        searchable=searchable,
        allowDeselect=False,
        size="xs",
        maxDropdownHeight=240,
        nothingFoundMessage="Nothing of that name",
    )
    return part
