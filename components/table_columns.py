"""Tables of articles whose columns are not told by their names: what is asked before they are read, and the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria
from graph.articles import PARTS, Columns, find_columns, is_clear, tables_in
from graph.articles import with_columns as file_with_columns
from graph.errors import ArticleError

File = tuple[str, bytes]

_ROWS_SHOWN = 3
_COLUMNS_SHOWN = 40
_MOST_CHARACTERS = 60  # of a cell
_MOST_NAMED = 3
_LABELS: Mapping[str, str] = {
    "text": "Text",
    "title": "Title",
    "date": "Date",
    "outlet": "Outlet",
    "url": "Address",
    "author": "Author",
}


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables among some files that have the same columns, with the first rows of the first of them."""

    columns: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[Sequence[str], ...]


def find_tables(files: Sequence[File]) -> list[Tables]:
    """Return the tables among some files and packed in them.

    Those that are damaged are left out, as it is told when they are read.
    """
    found: dict[tuple[str, ...], Tables] = {}
    for file_name, raw in files:
        for name, table in tables_in(raw, file_name):
            known = found.get(table.columns) or Tables(table.columns, (), tuple(islice(table.rows, _ROWS_SHOWN)))
            found[table.columns] = replace(known, names=(*known.names, name))
    return list(found.values())


def column_questions(files: Sequence[File], *, ask_all: bool) -> list[Component]:
    """Return what is to be asked of the tables among some files: of all, or of those whose names leave it open."""
    tables = enumerate(find_tables(files))
    return [_question(number, each) for number, each in tables if ask_all or not is_clear(each.columns)]


def with_columns(files: Sequence[File], chosen: Mapping[int, Columns]) -> list[File]:
    """Return files with the columns that were chosen for their tables, by the number of the question."""
    numbers = {tables.columns: number for number, tables in enumerate(find_tables(files))}

    def choose(_name: str, columns: tuple[str, ...]) -> Columns:
        taken = chosen.get(numbers[columns], {})
        return taken if taken and max(taken.values()) < len(columns) else {}

    return [(name, file_with_columns(raw, name, choose)) for name, raw in files]


def read_chosen(selects: Sequence[Mapping[str, Any]], values: Sequence[str | None]) -> dict[int, dict[str, int]]:
    """Return which columns were chosen in each question. Raises ArticleError where one has no column of texts."""
    chosen: dict[int, dict[str, int]] = {}
    for select, value in zip(selects, values, strict=True):
        columns = chosen.setdefault(int(select["table"]), {})
        if value is not None and value.isdecimal() and select["part"] in PARTS:
            columns[select["part"]] = int(value)
    if any("text" not in columns for columns in chosen.values()):
        raise ArticleError("Choose the column that holds the text of the articles.")
    return chosen


def _question(number: int, tables: Tables) -> Component:
    found = find_columns(tables.columns)
    choices = [{"value": str(n), "label": _heading(n, tables.columns)} for n in range(len(tables.columns))]
    selects = [_select(number, part, choices, found.get(part)) for part in PARTS]
    return html.Fieldset(
        [
            html.Legend(f"Which columns of {_named(tables.names)} hold what?"),
            html.Div(selects, className="column-choices"),
            _preview(tables),
        ],
        className="columns-asked",
    )


def _select(number: int, part: str, choices: list[dict[str, str]], found: int | None) -> Component:
    select: Component = dmc.Select(
        id={"of": ids.COLUMN, "table": number, "part": part},
        label=_LABELS[part],
        data=choices,
        value=None if found is None else str(found),
        placeholder="Choose" if part == "text" else "None",
        clearable=part != "text",
        searchable=len(choices) > _ROWS_SHOWN * 5,
        size="xs",
        maxDropdownHeight=240,
    )
    return select


def _preview(tables: Tables) -> Component:
    shown = range(min(len(tables.columns), _COLUMNS_SHOWN))
    head = html.Tr([html.Th(_heading(n, tables.columns), scope="col") for n in shown])
    rows = [html.Tr([html.Td(_cut(row[n])) for n in shown]) for row in tables.rows]
    return html.Div(
        html.Table([html.Caption("The first rows", className="unseen"), html.Thead(head), html.Tbody(rows)]),
        className="columns-preview",
        tabIndex=0,
        role="region",
        **aria(label="The first rows"),
    )


def _heading(number: int, columns: Sequence[str]) -> str:
    return _cut(columns[number]) or f"Column {number + 1}"


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_CHARACTERS else f"{plain[:_MOST_CHARACTERS].rstrip()}…"


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(f"“{name}”" for name in names[:_MOST_NAMED]) + more
