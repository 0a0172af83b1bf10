"""The filters, which are the legend as well: each choice stands beside the sign with which the figure draws it.

The counts beside the choices are filled in by the browser (assets/42-panel.js), which finds them anew for each filter.
"""

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria
from components.choice_boxes import Rows, check_boxes, radio_boxes
from components.choices import Choices
from components.glyphs import family_sign, icon, kind_sign, status_sign
from components.plain import PlainNode, tree_of
from graph import Filters
from graph.days import Period
from graph.filters import PERIOD_FIELDS, STATUS_WORDS, STEPS

_MOST_OFFERED = 60
_RARE = ("speakers", "outlets", *PERIOD_FIELDS, *STEPS)
_STEP_WORDS = {
    "min_sentences": ("Sentences that tell of a relation", "any number", "{:g} or more"),
    "min_articles": ("Independent articles that tell of a relation", "any number", "{:g} or more"),
    "min_confidence": ("How surely it is read", "however sure", ""),
    "min_importance": ("How important the actors are", "all actors", ""),
}


def filter_fields(choices: Choices, filters: Filters) -> list[Component]:
    """Return the controls of all filters with what is chosen now; nothing ticked means no restriction."""
    return [
        _group(
            "Actors", check_boxes("kinds", _kind_rows(choices), filters.kinds), _names("actors", filters, "Only with …")
        ),
        _group("Relations", check_boxes("families", _family_rows(choices), filters.families), _types(choices, filters)),
        _group("Status", check_boxes("statuses", _status_rows(choices), filters.statuses)),
        _more(choices, filters),
        _group("Articles", _articles(filters)),
    ]


def filter_search(filters: Filters) -> Component:
    """Return the box that searches names and sentences."""
    part: Component = dmc.TextInput(
        id=ids.CONTROLS["text"],
        value=filters.text,
        placeholder="Search the story",
        leftSection=icon("search"),
        attributes={"input": {"aria-label": "Search names and sentences", "type": "search"}},
    )
    return part


def asked_bar() -> Component:
    """Return the line above the canvas that says what is shown, with chips for the filters; the browser fills it in."""
    others = dmc.SegmentedControl(
        id=ids.OTHERS,
        data=[{"value": "hide", "label": "Hide the others"}, {"value": "dim", "label": "Only highlight"}],
        value="hide",
        size="xs",
        className="others",
        attributes={"root": {"aria-label": "What does not pass the filters"}},
    )
    clear = html.Button("Clear all", id=ids.CLEAR, className="text-button", title="Clear all filters")
    line = [html.P(id=ids.DESCRIPTION, className="description"), html.Div([others, clear], className="asked-actions")]
    chips = html.Ul(id=ids.CHIPS, className="filter-chips", **aria(label="Active filters"))
    return html.Div([html.Div(line, className="asked"), chips], className="asked-holder")


def choice_trees(fields: list[Component]) -> dict[str, list[PlainNode]]:
    """Return the plain trees of the boxes in the controls of the filters, by the ids of their places."""
    stores: dict[str, Any] = {}
    for part in (part for field in fields for part in field._traverse()):  # type: ignore[no-untyped-call]
        if isinstance(part, dcc.Store):
            props = part.to_plotly_json()["props"]  # type: ignore[no-untyped-call]
            stores[props["id"]] = props["data"]
    return {place: stores[tree_of(place)] for place in ids.CHOICES.values()}


def _more(choices: Choices, filters: Filters) -> Component:
    """Return the filters that are rarely used, folded away unless one of them is in use."""
    groups = [
        _group("Speaker", _names("speakers", filters, "Only said by …")),
        _group("Outlet", _outlets(choices, filters), empty=not choices.outlets),
        _period("published", "Published", choices.published, filters.published),
        _period("happened", "Happened", choices.happened, filters.happened),
        *(_steps(field, filters) for field in STEPS),
    ]
    return html.Details(
        [html.Summary("More filters"), *groups],
        id=ids.MORE,
        className="more-filters",
        open=any(field in filters.active for field in _RARE),
    )


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
    """Return a box to look for some of many choices; assets/42-panel.js counts and sifts what it offers."""
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


def _names(field: str, filters: Filters, words: str) -> Component:
    chosen = list(getattr(filters, field))
    return _select(
        field, words, field.capitalize(), value=chosen, data=chosen, nothingFoundMessage="Nobody of that name"
    )


def _types(choices: Choices, filters: Filters) -> Component:
    offered = [
        {"group": family.capitalize(), "items": [{"value": type_id, "label": label} for type_id, label in types]}
        for family, types in choices.types
    ]
    words = "Only some words: fired, met …"
    chosen = list(filters.types)
    return _select(
        "types", words, "Words of relations", value=chosen, data=offered, nothingFoundMessage="No such relation here"
    )


def _outlets(choices: Choices, filters: Filters) -> Component:
    chosen, offered = list(filters.outlets), list(choices.outlets)
    return _select(
        "outlets", "Only told by …", "Outlets", value=chosen, data=offered, nothingFoundMessage="No such outlet"
    )


def _period(field: str, title: str, whole: Period, chosen: Period) -> Component:
    """Return two boxes for dates, typed or picked; hidden where nothing has a date."""
    ends = [
        dmc.DateInput(
            id=ids.CONTROLS[f"{field}.{end}"],
            value=getattr(chosen, end) or None,
            placeholder=words,
            valueFormat="D MMM YYYY",
            minDate=whole.first or None,
            maxDate=whole.last or None,
            clearable=True,
            size="xs",
            attributes={"input": {"aria-label": f"{title} {words}"}},
        )
        for end, words in (("first", "from"), ("last", "until"))
    ]
    return _group(title, html.Div(ends, className="period"), empty=not whole.first)


def _steps(field: str, filters: Filters) -> Component:
    """Return the least numbers of a field to choose from."""
    title, first, words = _STEP_WORDS[field]
    chosen = getattr(filters, field)
    labels = [first, *(words.format(step) or _words_of(field, step) for step in STEPS[field][1:])]
    rows: Rows = [
        (f"{step:g}", [html.Span(label.capitalize())]) for step, label in zip(STEPS[field], labels, strict=True)
    ]
    return _group(title, radio_boxes(field, title, rows, f"{chosen:g}"))


def _words_of(field: str, value: Any) -> str:
    return Filters(**{field: value}).describe_field(field)


def _articles(filters: Filters) -> Component:
    """Return the empty list of articles: the browser fills it, as there may be hundreds (assets/43-articles.js)."""
    search = dmc.TextInput(
        id=ids.FIND_ARTICLE,
        placeholder="Find an article",
        size="xs",
        leftSection=icon("search"),
        className="find-article",
        attributes={"input": {"aria-label": "Find an article", "type": "search"}},
    )
    part: Component = dmc.CheckboxGroup(
        id=ids.CONTROLS["articles"],
        children=[search, html.Div(id=ids.ARTICLE_CHOICES, className="choices articles")],
        value=list(filters.articles),
    )
    return part
