"""The way back from our CSV tables: a zip archive of actors, claims and mentions."""

import re
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from graph.errors import GraphFileError
from graph.importing.edge_list import Line, edge_rows, kind_of, read_table
from graph.importing.rows import Named, Place, Row, Source, build_from_rows, known_names, safe_address
from graph.model import Actor, Article, Form, KnowledgeBase
from graph.taxonomy import Taxonomy

MOST_BYTES = 500_000_000  # of all tables together
_TABLES = ("actors.csv", "claims.csv", "mentions.csv")  # what is in relations.csv the claims tell too
_ENDS = ("source", "target", "speaker")


def read_tables(content: bytes, taxonomy: Taxonomy, *, name: str) -> KnowledgeBase:
    """Return what our tables say; raises GraphFileError for an archive without them."""
    listed, claims, mentions = (read_table(raw, name=f"{name}/{part}") for part, raw in _unpack(content, name).items())
    actors = {line["actor_id"]: _actor(line, taxonomy) for line in listed.lines if line.get("actor_id")}
    named = [(line.get("mention_id", ""), found) for line in mentions.lines if (found := _named(line, taxonomy))]
    places = {mention_id: mention.place for mention_id, mention in named}
    rows = [_placed(row, line, places) for line, row in edge_rows(claims, actors, taxonomy)]
    named_here = [mention for _, mention in named if mention.actor_id in actors]
    return build_from_rows(rows, actors, taxonomy, name=name, sources=_sources(mentions.lines), named=named_here)


def _unpack(content: bytes, name: str) -> dict[str, bytes]:
    """Return what is in the tables, counted as it is unpacked: what an archive says of its sizes is not believed."""
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    try:
        archive = ZipFile(BytesIO(content))
        for part in _TABLES:
            with archive.open(part) as stream:
                found[part] = stream.read(left + 1)
            left -= len(found[part])
            if left < 0:
                raise GraphFileError(f"{name!r} unpacks to more than {MOST_BYTES // 1_000_000} MB; take a part of it.")
    except KeyError as problem:
        raise GraphFileError(f"{name!r} lacks one of {', '.join(_TABLES)}; export it anew as CSV tables.") from problem
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as problem:
        raise GraphFileError(f"{name!r} is a damaged archive ({problem}); export it anew as CSV tables.") from problem
    return found


def _actor(line: Line, taxonomy: Taxonomy) -> Actor:
    actor_id = line["actor_id"]
    return Actor(
        id=actor_id,
        name=line.get("name") or actor_id,
        kind=kind_of(line.get("kind") or actor_id, taxonomy),
        aliases=known_names(line.get("aliases")),
        roles=known_names(line.get("roles")),
    )


def _named(line: Line, taxonomy: Taxonomy) -> Named | None:
    """Return the mention in a row; None for one that is damaged."""
    at, form = _number(line.get("at")), line.get("form", "")
    if at is None or form not in set(Form):
        return None
    place = line.get("sentence_start", ""), at
    kind = kind_of(line.get("kind", ""), taxonomy)
    return Named(line.get("actor_id", ""), line.get("article_id", ""), place, line.get("text", ""), Form(form), kind)


def _placed(row: Row, line: Line, places: Mapping[str, Place]) -> Row:
    """Return a claim with the places of its ends, as far as its row tells which mentions they are."""
    ends = {end: places[told] for end in _ENDS if (told := line.get(f"{end}_mention", "")) in places}
    return replace(row, places=ends, trigger_at=_number(line.get("trigger_at")))


def _number(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch("[0-9]{1,9}", text) else None


def _sources(lines: Sequence[Line]) -> list[Source]:
    """Return the articles in which somebody is named, with the sentences in which it is."""
    articles: dict[str, Article] = {}
    sentences: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for line in lines:
        article_id, start = line.get("article_id", ""), _number(line.get("sentence_start"))
        if article_id and start is not None:
            articles.setdefault(article_id, _article(article_id, line))
            sentences[article_id].setdefault(start, line.get("sentence", ""))
    return [
        Source(article, {str(start): words for start, words in sorted(sentences[article_id].items())})
        for article_id, article in articles.items()
    ]


def _article(article_id: str, line: Line) -> Article:
    return Article(
        id=article_id,
        title=line.get("article") or article_id,
        text="",
        outlet=line.get("outlet") or None,
        published=line.get("published") or None,
        url=safe_address(line.get("url", "")),
        author=line.get("author") or None,
    )
