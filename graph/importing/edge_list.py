"""The way back from tables: our claims as CSV, and any list of edges with a source and a target."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import StringIO
from typing import Any

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
_FORMULA = re.compile(r"'(?=\s*[=+\-@＝＋－＠\t\r\n])")  # what `graph.export.spreadsheet` puts before such a cell
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
)


def read_csv(content: bytes, taxonomy: Taxonomy, *, name: str) -> KnowledgeBase:
    """Return what a table says that has a source and a target in each row; raises GraphFileError for another."""
    text = content.decode("utf-8-sig", "replace")
    table = csv.DictReader(StringIO(text, newline=""), dialect=_dialect(text))
    columns = {column.strip().lower().replace(" ", "_"): column for column in table.fieldnames or () if column}
    if not all(any(known in columns for known in _NAMES[end]) for end in ("source", "target")):
        raise GraphFileError(f"{name!r} has no columns “source” and “target”; name them so in its first row.")
    try:
        lines = list(_lines(table, columns))
    except csv.Error as problem:
        raise GraphFileError(f"{name!r} is damaged ({problem}); save it anew as CSV.") from problem
    actors: dict[str, Actor] = {}
    rows = []
    for line in lines:
        source, target = (_actor(line, end, actors, taxonomy) for end in ("source", "target"))
        if speaker := line.get("speaker_id"):
            actors.setdefault(speaker, Actor(speaker, line.get("speaker") or speaker, _kind(speaker, taxonomy)))
        if source and target and source != target:
            rows.append(_row(line, source, target))
    return build_from_rows(rows, actors, taxonomy, name=name)


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(text.partition("\n")[0], ",;\t")
    except csv.Error:
        return csv.excel


def _lines(table: "csv.DictReader[str]", columns: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give each row by our names of its columns, without what keeps a spreadsheet from reckoning."""
    for cells in table:
        yield {name: _FORMULA.sub("", cells.get(column) or "", count=1) for name, column in columns.items()}


def _value(line: Mapping[str, str], name: str) -> str:
    return next((line[known] for known in _NAMES.get(name, (name,)) if line.get(known)), "")


def _actor(line: Mapping[str, str], end: str, actors: dict[str, Actor], taxonomy: Taxonomy) -> str:
    """Return the id of a row's source or target, which is then among the actors; "" where the cell is empty."""
    name = _value(line, end).strip()
    given = line.get(f"{end}_id", "").strip()
    kind = _kind(line.get(f"{end}_kind", "").strip().lower() or given, taxonomy)
    actor_id = given or (f"{kind}:{'-'.join(name.lower().split())}" if name else "")
    if actor_id:
        known = actors.setdefault(actor_id, Actor(actor_id, name or actor_id, kind))
        aliases, roles = (known_names(line.get(f"{end}_{names}")) for names in ("aliases", "roles"))
        actors[actor_id] = replace(known, aliases=known.aliases or aliases, roles=known.roles or roles)
    return actor_id


def _kind(of: str, taxonomy: Taxonomy) -> str:
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
