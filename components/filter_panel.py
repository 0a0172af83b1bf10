"""The filters, which are the legend as well: each choice stands beside the sign with which the figure draws it.

The counts beside the choices are filled in by the browser (assets/42-panel.js), which finds them anew for each filter.
"""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.choice_boxes import Rows, check_boxes, radio_boxes
from components.choices import Choices
from components.glyphs import family_sign, icon, kind_sign, status_sign
from components.plain import PlainNode, tree_of
from graph import Filters
from graph.days import Period
from graph.filters import STATUS_WORDS, STEPS

_MOST_OFFERED = 60
_STEP_WORDS = {
    "min_sentences": ("Sentences that tell of a relation", "any number", "{:g} or more"),
    "min_articles": ("Independent articles that tell of a relation", "any number", "{:g} or more"),
    "min_confidence": ("How surely it is read", "however sure", ""),
    "min_importance": ("How important the actors are", "all actors", ""),
}


def filter_fields(choices: Choices) -> list[Component]:
    """Return the controls of all filters but the search, with nothing chosen: they follow the filters by themselves."""
    return [
        _group("Actors", check_boxes("kinds", "Actors", _kind_rows(choices)), _names("actors", "Only with …")),
        _group("Relations", check_boxes("families", "Relations", _family_rows(choices)), _types(choices)),
        _group("Status", check_boxes("statuses", "Status", _status_rows(choices))),
        _more(choices),
        _group("Articles", _articles()),
    ]


def filter_search() -> Component:
    """Return the box that searches names and sentences."""
    part: Component = dmc.TextInput(
        id=ids.CONTROLS["text"],
        value="",
        placeholder="Search the story",
        leftSection=icon("search"),
        attributes={"input": {"aria-label": "Search names and sentences", "type": "search"}},
    )
    return part


def asked_bar(renewal: Sequence[Component] = ()) -> Component:
    """Return the line above the canvas that says what is shown, with chips for the filters; the browser fills it in.

    In it stands too how far a `renewal` after an update is.
    """
    others = dmc.SegmentedControl(
        id=ids.OTHERS,
        data=[{"value": "hide", "label": "Hide the others"}, {"value": "dim", "label": "Only highlight"}],
        value="hide",
        size="xs",
        className="others",
        attributes={"root": {"aria-label": "What does not pass the filters"}},
    )
    clear = html.Button("Clear all", id=ids.CLEAR, className="text-button", title="Clear all filters")
    line = [
        html.P("Everything", id=ids.DESCRIPTION, className="description"),
        html.Div(list(renewal), id=ids.RENEWAL, className="progress renewal"),
        html.P(id=ids.COUNT, className="count", role="status", **aria(live="polite")),
        html.Div([others, clear], className="asked-actions"),
    ]
    chips = html.Ul(id=ids.CHIPS, className="filter-chips", **aria(label="Active filters"))
    more = html.Button(
        "More filters", id=ids.MORE_CHIPS, className="more-chips", hidden=True, **aria(controls=ids.CHIPS)
    )
    return html.Div(
        [html.Div(line, className="asked"), html.Div([chips, more], className="chips")], className="asked-holder"
    )


def choice_trees(fields: list[Component]) -> dict[str, list[PlainNode]]:
    """Return the plain trees of the boxes in the controls of the filters, by the ids of their places."""
    stores: dict[str, Any] = {}
    for part in (part for field in fields for part in field._traverse()):  # type: ignore[no-untyped-call]
        if isinstance(part, dcc.Store):
            props = part.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
            stores[props["id"]] = props["data"]
    return {place: stores[tree_of(place)] for place in ids.CHOICES.values()}


def _more(choices: Choices) -> Component:
    """Return the filters that are rarely used, folded away; the browser unfolds them where one of them is in use."""
    groups = [
        _group("Speaker", _names("speakers", "Only said by …")),
        _group("Outlet", _outlets(choices), empty=not choices.outlets),
        _period("published", "Published", choices.published),
        _period("happened", "Happened", choices.happened),
        *(_steps(field) for field in STEPS),
    ]
    return html.Details([html.Summary("More filters"), *groups], id=ids.MORE, className="more-filters")


def _group(title: str, *children: Component, empty: bool = False) -> Component:
    return html.Section([html.H2(title, className="group-title"), *children], className="group", hidden=empty)


def _kind_rows(choices: Choices) -> Rows:
    return [(kind, [kind_sign(kind), html.Span(plural.capitalize())]) for kind, plural in choices.kinds]


def _family_rows(choices: Choices) -> Rows:
    return [(family, [family_sign(family), html.Span(family.capitalize())]) for family in choices.families]


def _status_rows(choices: Choices) -> Rows:
    return [
        (status.value, [status_sign(status), html.Span(STATUS_WORDS[status].capitalize())])
        for status in choices.statuses
    ]


def _select(field: str, words: str, label: str, **options: Any) -> Component:
    """Return a box to look for some of many choices; assets/42-controls.js counts and sifts what it offers."""
    part: Component = dmc.MultiSelect(
        id=ids.CONTROLS[field],
        placeholder=words,
        attributes={"input": {"aria-label": label}},
        searchable=True,
        clearable=True,
        size="xs",
        limit=_MOST_OFFERED,
        maxDropdownHeight=320,
        filter={"function": "sift"},
        renderOption={"function": "counted", "options": {"field": field}},
        **options,
    )
    return part


def _names(field: str, words: str) -> Component:
    return _select(field, words, field.capitalize(), value=[], data=[], nothingFoundMessage="Nobody of that name")


def _types(choices: Choices) -> Component:
    offered = [
        {"group": family.capitalize(), "items": [{"value": type_id, "label": label} for type_id, label in types]}
        for family, types in choices.types
    ]
    words = "Only some words: fired, met …"
    return _select(
        "types", words, "Words of relations", value=[], data=offered, nothingFoundMessage="No such relation here"
    )


def _outlets(choices: Choices) -> Component:
    offered = list(choices.outlets)
    return _select("outlets", "Only told by …", "Outlets", value=[], data=offered, nothingFoundMessage="No such outlet")


def _period(field: str, title: str, whole: Period) -> Component:
    """Return a place that the browser fills with periods and dates (assets/43-periods.js); hidden without any."""
    place = html.Div(
        id=ids.PERIOD_CHOICES[field],
        className="choices",
        role="group",
        **aria(label=title),
        **data(first=whole.first, last=whole.last),
    )
    return _group(title, place, empty=not whole.first)


def _steps(field: str) -> Component:
    """Return the least numbers of a field to choose from."""
    title, first, words = _STEP_WORDS[field]
    labels = [first, *(words.format(step) or _words_of(field, step) for step in STEPS[field][1:])]
    rows: Rows = [
        (f"{step:g}", [html.Span(label.capitalize())]) for step, label in zip(STEPS[field], labels, strict=True)
    ]
    return _group(title, radio_boxes(field, title, rows))


def _words_of(field: str, value: Any) -> str:
    return Filters(**{field: value}).describe_field(field)


def _articles() -> Component:
    """Return the empty list of articles: the browser fills it, as there may be hundreds (assets/43-articles.js)."""
    search = dmc.TextInput(
        id=ids.FIND_ARTICLE,
        placeholder="Find an article",
        size="xs",
        leftSection=icon("search"),
        className="find-article",
        attributes={"input": {"aria-label": "Find an article", "type": "search"}},
    )
    places = [search, html.Div(id=ids.ARTICLE_CHOICES, className="choices articles")]
    return html.Div(places, role="group", **aria(label="Articles"))
