"""Tables of articles whose columns are not told by their names: what is asked before they are read, and the answer."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from typing import Any, NamedTuple

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria
from graph.articles import PARTS, Columns, find_columns, is_clear, tables_in
from graph.articles import with_columns as file_with_columns
from graph.errors import ArticleError


class File(NamedTuple):
    """A file that may be or hold tables; of `all_tables` it is asked what their columns hold, or of those in doubt."""

    name: str
    raw: bytes
    all_tables: bool = False


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

    @property
    def key(self) -> str:
        """Return the same short word for the same columns, wherever they come from."""
        return _key(self.columns)


def find_tables(files: Sequence[File]) -> list[Tables]:
    """Return the tables among some files and packed in them of which it is asked what their columns hold.

    Those that are damaged are left out, as it is told when they are read.
    """
    found: dict[tuple[str, ...], Tables] = {}
    for file in files:
        for name, table in tables_in(file.raw, file.name):
            if file.all_tables or not is_clear(table.columns):
                known = found.get(table.columns) or Tables(table.columns, (), tuple(islice(table.rows, _ROWS_SHOWN)))
                found[table.columns] = replace(known, names=(*known.names, name))
    return list(found.values())


def column_questions(files: Sequence[File]) -> list[Component]:
    """Return what is to be asked of the tables among some files."""
    return [_question(tables) for tables in find_tables(files)]


def is_asked(file: File, keys: Collection[str]) -> bool:
    """Say whether the questions with these keys are all that are to be asked of a file."""
    return all(tables.key in keys for tables in find_tables([file]))


def with_columns(file: File, chosen: Mapping[str, Columns]) -> bytes:
    """Return what is in a file, with the columns that were chosen for its tables, by the key of the question."""

    def choose(_name: str, columns: tuple[str, ...]) -> Columns:
        taken = chosen.get(_key(columns), {})
        return taken if taken and max(taken.values()) < len(columns) else {}

    return file_with_columns(file.raw, file.name, choose)


def read_chosen(selects: Sequence[Mapping[str, Any]], values: Sequence[str | None]) -> dict[str, dict[str, int]]:
    """Return which columns were chosen in each question. Raises ArticleError where one has no column of texts."""
    chosen: dict[str, dict[str, int]] = {}
    for select, value in zip(selects, values, strict=True):
        columns = chosen.setdefault(select["table"], {})
        if value is not None and value.isdecimal() and select["part"] in PARTS:
            columns[select["part"]] = int(value)
    if any("text" not in columns for columns in chosen.values()):
        raise ArticleError("Choose the column that holds the text of the articles.")
    return chosen


def _key(columns: tuple[str, ...]) -> str:
    return sha256(json.dumps(columns).encode()).hexdigest()[:16]


def _question(tables: Tables) -> Component:
    found = find_columns(tables.columns)
    choices = [{"value": str(n), "label": _heading(n, tables.columns)} for n in range(len(tables.columns))]
    selects = [_select(tables.key, part, choices, found.get(part)) for part in PARTS]
    return html.Fieldset(
        [
            html.Legend(f"Which columns of {_named(tables.names)} hold what?"),
            html.Div(selects, className="column-choices"),
            _preview(tables),
        ],
        className="columns-asked",
    )


def _select(key: str, part: str, choices: list[dict[str, str]], found: int | None) -> Component:
    select: Component = dmc.Select(
        id={"of": ids.COLUMN, "table": key, "part": part},
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
