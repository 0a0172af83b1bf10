"""The tables in a file: itself, or those that are packed in it, and the same file with other columns in them."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from zipfile import ZipInfo

from graph.articles.forms.rows import Columns, Table, choose_columns, is_table, open_table
from graph.articles.forms.zips import OFFICE, Budget, is_zip, members, open_zip, read_member, with_members
from graph.errors import ArticleError

Choose = Callable[[str, tuple[str, ...]], Columns]  # by a table's name and columns; nothing leaves it as it is


def tables_in(raw: bytes, name: str) -> Iterator[tuple[str, Table]]:
    """Give the name of each table in a file with what is in it.

    What is damaged, locked or too large is left out: it is told of when the file is read.
    """
    packed = ((here, inner) for _, here, inner in _packed(raw, name)) if is_zip(raw) else iter([(name, raw)])
    for here, inner in packed:
        with suppress(ArticleError):
            if is_table(here):
                yield here, open_table(inner, here)


def with_columns(raw: bytes, name: str, choose: Choose) -> bytes:
    """Return a file in whose tables the chosen columns are called by what they hold (see `choose_columns`).

    What is damaged, locked or too large stays as it is. What `choose` raises is raised.
    """
    if not is_zip(raw):
        return _with_columns(raw, name, choose) if is_table(name) else raw
    changed = []
    for member, here, inner in _packed(raw, name):
        chosen = _with_columns(inner, here, choose)
        if chosen is not inner:
            changed.append((member, chosen))
    return with_members(raw, changed) if changed else raw


def _with_columns(raw: bytes, name: str, choose: Choose) -> bytes:
    try:
        columns = open_table(raw, name).columns
    except ArticleError:
        return raw
    chosen = choose(name, columns)
    with suppress(ArticleError):
        return choose_columns(raw, name, chosen) if chosen else raw
    return raw


def _packed(raw: bytes, name: str) -> Iterator[tuple[ZipInfo, str, bytes]]:
    """Give the tables in an archive that can be unpacked."""
    try:
        archive, budget = open_zip(raw, name), Budget()
    except ArticleError:
        return
    if OFFICE in archive.namelist():
        return
    for member in members(archive):
        here = f"{name}/{member.filename}"
        if is_table(here):
            try:
                inner = read_member(archive, member, budget, what=here)
            except ArticleError:
                continue
            yield member, here, inner
