"""Tables of articles (.csv, .jsonl): one article a row, in columns that are found by their names."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.articles.decoding import decode
from graph.articles.drafts import Draft, headed, headed_page, quoted
from graph.articles.facts import Facts, find_date, web_address
from graph.articles.webpages import is_webpage
from graph.errors import ArticleError

MOST_ROWS = 100_000
LONGEST_CELL = 10_000_000
DELIMITERS = (",", ";", "\t", "|")  # the one that stands most often in the first line
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "articletext", "articlebody", "story", "maintext"),
    "title": ("title", "headline", "head", "subject", "name"),
    "date": ("date", "published", "publisheddate", "publishedat", "publicationdate", "pubdate", "datepublished", "day"),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "site", "sitename", "sourcename", "media"),
    "url": ("url", "link", "address", "uri", "href", "webpage", "permalink"),
    "author": ("author", "byline", "authors", "by", "creator", "writer"),
}


def read_csv(raw: bytes, name: str) -> Iterator[Draft | ArticleError]:
    """Give the articles in the rows of a table. Raises ArticleError for one without a column of texts."""
    what = quoted(name)
    text = decode(raw, what=what, most=LONGEST_CELL * 10)
    csv.field_size_limit(LONGEST_CELL)
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    yield from _drafts(_checked(reader, what), reader.fieldnames or (), name)


def read_jsonl(raw: bytes, name: str) -> Iterator[Draft | ArticleError]:
    """Give the articles in the lines of a .jsonl file, each an object, or in a JSON list of such.

    Raises ArticleError for one in which no line has a text.
    """
    what = quoted(name)
    text = decode(raw, what=what, most=LONGEST_CELL * 10)
    try:
        rows = json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.split("\n") if line]
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{what} is no JSON with one article a line; check it, or save it as CSV.") from error
    rows = [row if isinstance(row, dict) else {} for row in rows]
    yield from _drafts(rows, list(dict.fromkeys(str(key) for row in rows[:100] for key in row)), name)


def _checked(rows: Iterable[dict[str, Any]], what: str) -> Iterator[dict[str, Any]]:
    try:
        yield from rows
    except csv.Error as error:
        raise ArticleError(f"{what} is a damaged table ({error}); save it anew as CSV.") from error


def _drafts(rows: Iterable[Mapping[str, Any]], names: Iterable[str], name: str) -> Iterator[Draft | ArticleError]:
    columns = find_columns(names)
    if "text" not in columns:
        raise ArticleError(
            f"{quoted(name)} has no column of texts; call one “text” or “body” (others are found: title, date, outlet, "
            "url, author)."
        )
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            yield ArticleError(f"{quoted(name)} has more than {MOST_ROWS:,} rows; the others were left out: split it.")
            return
        value = {part: _plain(row.get(column)) for part, column in columns.items()}
        here = f"{name}, row {number}"
        if value["text"]:
            yield _draft(value, here)
        elif any(value.values()):
            yield ArticleError(f"{quoted(here)} has no text; fill its column “{columns['text']}”.")


def find_columns(names: Iterable[str]) -> dict[str, str]:
    """Return which column holds the text, title, date, outlet, url and author, as far as names tell."""
    known = {"".join(letter for letter in name.lower() if letter.isalnum()): name for name in names if name}
    found = {part: next((known[word] for word in words if word in known), None) for part, words in COLUMNS.items()}
    return {part: column for part, column in found.items() if column}


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
    if isinstance(value, list):
        value = ", ".join(str(each) for each in value)
    return str(value).strip() if isinstance(value, str | int | float) else ""
