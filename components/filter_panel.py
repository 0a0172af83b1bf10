"""The filters, which are the legend as well: each choice stands beside the sign with which the figure draws it."""

from collections import Counter
from collections.abc import Mapping, Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.choices import Choices
from components.glyphs import family_sign, icon, kind_sign, status_sign
from components.words import source_line
from graph import STATUS_WORDS, Filters
from graph.model import Article, GraphView


def filter_fields(choices: Choices, filters: Filters) -> list[Component]:
    """Return the controls of all filters with what is chosen now; nothing ticked means no restriction."""
    return [
        _group("Actors", _boxes(ids.KINDS, "kinds", _kind_rows(choices), filters.kinds)),
        _group(
            "Relations",
            _boxes(ids.FAMILIES, "families", _family_rows(choices), filters.families),
            _types(choices, filters),
        ),
        _group("Status", _boxes(ids.STATUSES, "statuses", _status_rows(choices), filters.statuses)),
        _group("Least number of sentences", _sentences(choices, filters)),
        _group("Articles", _articles(choices, filters)),
    ]


def filter_search(filters: Filters) -> Component:
    """Return the box that searches names and sentences."""
    part: Component = dmc.TextInput(
        id=ids.TEXT,
        value=filters.text,
        debounce=250,
        placeholder="Search the story",
        leftSection=icon("search"),
        attributes={"input": {"aria-label": "Search names and sentences", "type": "search"}},
    )
    return part


def count_line(view: GraphView) -> list[Component | str]:
    """Return how much of the network is shown: "18 of 42 actors"."""
    return [
        html.Span([html.Strong(f"{len(view.nodes):,}"), f" of {view.total_actors:,} actors"], className="count-actors"),
        html.Span([html.Strong(f"{len(view.edges):,}"), f" of {view.total_relations:,} relations"]),
    ]


def choice_counts(view: GraphView, places: Sequence[Mapping[str, str]]) -> list[str]:
    """Return for each place beside a choice how many relations that choice would show; for kinds, the actors shown."""
    counts = {**view.counts, "kinds": Counter(node.kind for node in view.nodes)}
    return [f"{counts.get(place['field'], {}).get(place['choice'], 0):,}" for place in places]


def _group(title: str, *children: Component) -> Component:
    return html.Section([html.H2(title, className="group-title"), *children], className="group")


def _boxes(
    control: str,
    field: str,
    rows: Sequence[tuple[str, list[Component]]],
    chosen: tuple[str, ...],
    beside: Sequence[Component] = (),
) -> Component:
    """Return a box to tick for each row, with the count of its choice, and what stands beside each box."""
    boxes = [
        dmc.Checkbox(value=choice, size="xs", className="choice", label=_choice_label(field, choice, label))
        for choice, label in rows
    ]
    lines = [html.Div(pair, className="choice-line") for pair in zip(boxes, beside, strict=True)] if beside else boxes
    part: Component = dmc.CheckboxGroup(id=control, children=html.Div(lines, className="choices"), value=list(chosen))
    return part


def _choice_label(field: str, choice: str, label: list[Component]) -> Component:
    count = html.Span(id=ids.count_of(field, choice), className="choice-count")
    return html.Span([*label, count], className="choice-label")


def _kind_rows(choices: Choices) -> list[tuple[str, list[Component]]]:
    return [(kind, [kind_sign(kind), html.Span(plural.capitalize())]) for kind, plural in choices.kinds]


def _family_rows(choices: Choices) -> list[tuple[str, list[Component]]]:
    return [(family, [family_sign(family), html.Span(family.capitalize())]) for family in choices.families]


def _status_rows(choices: Choices) -> list[tuple[str, list[Component]]]:
    return [
        (status.value, [status_sign(status), html.Span(STATUS_WORDS[status].capitalize())])
        for status in choices.statuses
    ]


def _types(choices: Choices, filters: Filters) -> Component:
    part: Component = dmc.MultiSelect(
        id=ids.TYPES,
        value=list(filters.types),
        data=[
            {"group": family.capitalize(), "items": [{"value": type_id, "label": label} for type_id, label in types]}
            for family, types in choices.types
        ],
        placeholder="" if filters.types else "Only some words: fired, met …",
        attributes={"input": {"aria-label": "Words of relations"}},
        searchable=True,
        clearable=True,
        size="xs",
        nothingFoundMessage="No such relation here",
        maxDropdownHeight=320,
    )
    return part


def _sentences(choices: Choices, filters: Filters) -> Component:
    part: Component = dmc.NumberInput(
        id=ids.MIN_SENTENCES,
        value=filters.min_sentences,
        min=1,
        max=max(1, choices.most_sentences),
        allowDecimal=False,
        clampBehavior="strict",
        size="xs",
        suffix=" or more",
        attributes={"input": {"aria-label": "Least number of sentences that tell of a relation"}},
    )
    return part


def _articles(choices: Choices, filters: Filters) -> Component:
    rows = [(article.id, [_article_label(article)]) for article in choices.articles]
    buttons = [
        html.Button(
            icon("open"),
            className="plain-icon",
            title="Open the article",
            **data(read=article.id),
            **aria(label=f"Open the article {article.title}"),
        )
        for article in choices.articles
    ]
    return html.Div(_boxes(ids.ARTICLES, "articles", rows, filters.articles, buttons), className="articles")


def _article_label(article: Article) -> Component:
    line = source_line(article.outlet, article.published)
    return html.Span([html.Span(article.title, className="article-title"), html.Span(line, className="article-line")])
