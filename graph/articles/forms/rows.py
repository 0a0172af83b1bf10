"""Tables of articles (.csv, .jsonl): one article a row, in columns that are found by their names or chosen by hand."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from graph.articles.decoding import decode
from graph.articles.drafts import Draft, headed, headed_page, quoted
from graph.articles.facts import Facts, find_date, web_address
from graph.articles.webpages import is_webpage
from graph.errors import ArticleError

MOST_ROWS = 100_000
MOST_TOLD = 20  # columns in a message
LONGEST_CELL = 10_000_000
DELIMITERS = (",", ";", "\t", "|")  # the one that makes most columns
PARTS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "articletext", "articlebody", "story", "maintext"),
    "title": ("title", "headline", "head", "subject", "name"),
    "date": ("date", "published", "publisheddate", "publishedat", "publicationdate", "pubdate", "datepublished", "day"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "site", "sitename", "sourcename", "media"),
    "url": ("url", "link", "address", "uri", "href", "webpage", "permalink"),
    "author": ("author", "byline", "authors", "by", "creator", "writer"),
}

Columns = Mapping[str, int]  # the column of the text, the title, ... by its number, from 0


class Table(NamedTuple):
    """The columns of a table and its rows, each a text a column; the rows are read as they are asked for."""

    columns: tuple[str, ...]
    rows: Iterator[Sequence[str]]


def read_csv(raw: bytes, name: str) -> Iterator[Draft | ArticleError]:
    """Give the articles in the rows of a table. Raises ArticleError for one without a column of texts."""
    return _drafts(_open_csv(raw, name), name)


def read_jsonl(raw: bytes, name: str) -> Iterator[Draft | ArticleError]:
    """Give the articles in the lines of a .jsonl file, each an object, or in a JSON list of such.

    Raises ArticleError for one in which no line has a text.
    """
    return _drafts(_open_jsonl(raw, name), name)


def _open_csv(raw: bytes, name: str) -> Table:
    what = quoted(name)
    text = decode(raw, what=what, most=LONGEST_CELL * 10, tabs=True)
    csv.field_size_limit(LONGEST_CELL)
    ways = [_checked(csv.reader(io.StringIO(text), delimiter=delimiter), what) for delimiter in DELIMITERS]
    columns, rows = max(((next(rows, []), rows) for rows in ways), key=lambda way: len(way[0]))
    filling = [""] * len(columns)
    return Table(tuple(columns), ([cell.strip() for cell in (row + filling)[: len(columns)]] for row in rows if row))


def _open_jsonl(raw: bytes, name: str) -> Table:
    what = quoted(name)
    text = decode(raw, what=what, most=LONGEST_CELL * 10)
    try:
        lines = json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.split("\n") if line]
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{what} is no JSON with one article a line; check it, or save it as CSV.") from error
    rows = [row if isinstance(row, dict) else {} for row in lines]
    columns = tuple(dict.fromkeys(key for row in rows[:100] for key in row))
    return Table(columns, ([_plain(row.get(column)) for column in columns] for row in rows))


OPENERS: Mapping[str, Callable[[bytes, str], Table]] = {
    ".csv": _open_csv,
    ".tsv": _open_csv,
    ".jsonl": _open_jsonl,
    ".ndjson": _open_jsonl,
}


def is_table(name: str) -> bool:
    """Say whether a file of this name is a table of articles."""
    return PurePath(name).suffix.lower() in OPENERS


def open_table(raw: bytes, name: str) -> Table:
    """Return what is in a table (see `is_table`). Raises ArticleError for one that is damaged, empty or too long."""
    return OPENERS[PurePath(name).suffix.lower()](raw, name)


def choose_columns(raw: bytes, name: str, columns: Columns) -> bytes:
    """Return a table with only these columns, called by what they hold, so that they are found by their names.

    Raises ArticleError for a damaged table.
    """
    table = open_table(raw, name)
    rows = ([row[number] for number in columns.values()] for row in table.rows)
    file = io.StringIO()
    if OPENERS[PurePath(name).suffix.lower()] is _open_csv:
        csv.writer(file).writerows([list(columns), *rows])
    else:
        file.writelines(json.dumps(dict(zip(columns, row, strict=True))) + "\n" for row in rows)
    return file.getvalue().encode()


def find_columns(names: Sequence[str]) -> dict[str, int]:
    """Return which column holds the text, title, date, outlet, url and author, as far as names tell."""
    return {part: fitting[0] for part, fitting in _fitting(names).items() if fitting}


def is_clear(names: Sequence[str]) -> bool:
    """Say whether names tell the columns of text, title and date, and of nothing two; another need not be there."""
    fitting = _fitting(names)
    rest = set(range(len(names))) - {number for numbers in fitting.values() for number in numbers}
    missing = [part for part in ("title", "date") if not fitting[part]]
    return bool(fitting["text"]) and all(len(numbers) < 2 for numbers in fitting.values()) and not (missing and rest)


def name_columns(names: Sequence[str], given: Mapping[str, str], name: str) -> dict[str, int]:
    """Return the columns that are given by their names, and the others as `find_columns` finds them.

    A part that is given "" has no column. Raises ArticleError for a column that is not there, or there twice.
    """
    columns = find_columns(names)
    for part, column in given.items():
        columns.pop(part, None)
        if column and names.count(column) != 1:
            how = "several columns" if column in names else "no column"
            raise ArticleError(f"{quoted(name)} has {how} {column!r}; it has {_listed(names)}.")
    chosen = {part: names.index(column) for part, column in given.items() if column}
    return chosen | {part: number for part, number in columns.items() if number not in chosen.values()}


def _fitting(names: Sequence[str]) -> dict[str, list[int]]:
    """Return for each part the columns whose names fit it, the likeliest first."""
    plain = ["".join(letter for letter in name.lower() if letter.isalnum()) for name in names]
    return {
        part: [number for word in words for number, name in enumerate(plain) if name == word]
        for part, words in PARTS.items()
    }


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:60]) for name in names[:MOST_TOLD])
    return f"{shown} and {len(names) - MOST_TOLD:,} more" if len(names) > MOST_TOLD else shown or "none"


def _checked(rows: Iterable[list[str]], what: str) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise ArticleError(f"{what} is a damaged table ({error}); save it anew as CSV.") from error


def _drafts(table: Table, name: str) -> Iterator[Draft | ArticleError]:
    columns = find_columns(table.columns)
    if "text" not in columns:
        raise ArticleError(
            f"{quoted(name)} has no column of texts that is known by its name; it has {_listed(table.columns)}. Choose "
            "one by hand as you add the file, or call it “text” (found are title, date, outlet, url and author too)."
        )
    for number, row in enumerate(table.rows, start=1):
        if number > MOST_ROWS:
            yield ArticleError(f"{quoted(name)} has more than {MOST_ROWS:,} rows; the others were left out: split it.")
            return
        value = {part: row[column] for part, column in columns.items()}
        here = f"{name}, row {number}"
        if value["text"]:
            yield _draft(value, here)
        elif any(value.values()):
            yield ArticleError(f"{quoted(here)} has no text; fill its column “{table.columns[columns['text']]}”.")


def _draft(value: Mapping[str, str], here: str) -> Draft:
    title, text = value.get("title") or None, value["text"]
    facts = Facts(
        title=title and " ".join(title.split()),
        outlet=value.get("outlet") or None,
        published=find_date(value.get("date", "")),
        url=web_address(value.get("url")),
        author=value.get("author") or None,
    )
    page = is_webpage(text, name="")
    return Draft(here, headed_page(title, text) if page else headed(facts.title, text), facts)


def _plain(value: Any) -> str:
    """Return what JSON has in a place as text; objects are none."""
    if isinstance(value, list):
        value = ", ".join(str(each) for each in value)
    return str(value).strip() if isinstance(value, str | int | float) else ""
