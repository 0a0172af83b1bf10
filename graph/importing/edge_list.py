"""The way back from a table: our claims as CSV, and any list of edges with a source and a target."""

import csv
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from io import StringIO
from typing import Any, NamedTuple

from graph.errors import GraphFileError
from graph.importing.rows import DEFAULT_KIND, Row, build_from_rows, known_names
from graph.model import Actor, KnowledgeBase
from graph.taxonomy import Taxonomy

_DEFAULT_TYPE = "tied_to"
# By what other programs call a column; our own names come first.
_NAMES = {
    "source": ("source", "from", "source_name"),
    "target": ("target", "to", "target_name"),
    "type": ("type", "relation", "label", "kind", "edge"),
    "sentence": ("sentence", "evidence", "quote", "text"),
    "article": ("article", "title"),
    "published": ("published", "date"),
}
_FORMULA = re.compile(r"\A'(?='*\s*[=+\-@＝＋－＠\t\r\n])")  # what `graph.export.spreadsheet` puts before such a cell
_SAME = (
    "status",
    "speaker",
    "when",
    "start",
    "source_words",
    "trigger",
    "target_words",
    "construction",
    "rule",
    "article_id",
    "claim_id",
    "outlet",
    "url",
    "author",
    "speaker_id",
    "lemma",
    "turned",
)

Line = Mapping[str, str]  # the cells of a row by the names of their columns


class Table(NamedTuple):
    """The columns of a table, called as we call them, and its rows."""

    name: str
    columns: Collection[str]
    lines: Sequence[Line]


def read_csv(content: bytes, taxonomy: Taxonomy, *, name: str) -> KnowledgeBase:
    """Return what a table says that has a source and a target in each row; raises GraphFileError for another."""
    actors: dict[str, Actor] = {}
    rows = [row for _, row in edge_rows(read_table(content, name=name), actors, taxonomy)]
    return build_from_rows(rows, actors, taxonomy, name=name)


def read_table(content: bytes, *, name: str) -> Table:
    """Return a table without what keeps a spreadsheet from reckoning; raises GraphFileError for a damaged one."""
    text = content.decode("utf-8-sig", "replace")
    table = csv.DictReader(StringIO(text, newline=""), dialect=_dialect(text))
    columns = {column.strip().lower().replace(" ", "_"): column for column in table.fieldnames or () if column}
    try:
        lines = [{known: _bare(cells.get(column)) for known, column in columns.items()} for cells in table]
    except csv.Error as problem:
        raise GraphFileError(f"{name!r} is damaged ({problem}); save it anew as CSV.") from problem
    return Table(name, columns.keys(), lines)


def edge_rows(table: Table, actors: dict[str, Actor], taxonomy: Taxonomy) -> Iterator[tuple[Line, Row]]:
    """Give the edges of a table; the actors that it names are then among `actors`.

    Raises GraphFileError for one without columns of sources and targets.
    """
    if not all(any(known in table.columns for known in _NAMES[end]) for end in ("source", "target")):
        raise GraphFileError(f"{table.name!r} has no columns “source” and “target”; name them so in its first row.")
    for line in table.lines:
        source, target = (_actor(line, end, actors, taxonomy) for end in ("source", "target"))
        if speaker := line.get("speaker_id"):
            actors.setdefault(speaker, Actor(speaker, line.get("speaker") or speaker, kind_of(speaker, taxonomy)))
        if source and target and source != target:
            yield line, _row(line, source, target)


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        found = csv.Sniffer().sniff(text.partition("\n")[0], ",;\t")
    except csv.Error:
        return csv.excel
    found.doublequote = True  # which a first row without quotation marks cannot tell
    return found


def _bare(cell: str | None) -> str:
    return _FORMULA.sub("", cell or "")


def _value(line: Mapping[str, str], name: str) -> str:
    return next((line[known] for known in _NAMES.get(name, (name,)) if line.get(known)), "")


def _actor(line: Mapping[str, str], end: str, actors: dict[str, Actor], taxonomy: Taxonomy) -> str:
    """Return the id of a row's source or target, which is then among the actors; "" where the cell is empty."""
    name = _value(line, end).strip()
    given = line.get(f"{end}_id", "").strip()
    kind = kind_of(line.get(f"{end}_kind", "").strip().lower() or given, taxonomy)
    actor_id = given or (f"{kind}:{'-'.join(name.lower().split())}" if name else "")
    if actor_id:
        known = actors.setdefault(actor_id, Actor(actor_id, name or actor_id, kind))
        aliases, roles = (known_names(line.get(f"{end}_{names}")) for names in ("aliases", "roles"))
        actors[actor_id] = replace(known, aliases=known.aliases or aliases, roles=known.roles or roles)
    return actor_id


def kind_of(of: str, taxonomy: Taxonomy) -> str:
    """Return the kind of actor that is named, or that an id begins with."""
    kind = of.partition(":")[0]
    return kind if kind in taxonomy.kinds else DEFAULT_KIND


def _row(line: Mapping[str, str], source: str, target: str) -> Row:
    confidence = line.get("confidence", "")
    given: dict[str, Any] = {name: line[name] for name in _SAME if line.get(name)}
    return Row(
        source=source,
        target=target,
        type=_type(_value(line, "type")),
        sentence=_value(line, "sentence"),
        article=_value(line, "article"),
        published=_value(line, "published"),
        confidence=float(confidence) if re.fullmatch(r"0(\.[0-9]+)?|1(\.0+)?", confidence) else 1.0,
        **given,
    )


def _type(words: str) -> str:
    return "_".join(words.strip().lower().split()) or _DEFAULT_TYPE
