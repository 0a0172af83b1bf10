"""Columns: a story's tables as JSON for the browser, which picks from them by itself (assets/41-narrow.js).

A filter answered by a server costs a journey and a new drawing; the columns are sent once for each version of a story.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
import orjson
import pandas as pd

from graph.days import FIRST_DAY
from graph.filters import QUERY_KEYS, STEPS, Filters
from graph.model import Actor
from graph.tables import Tables
from graph.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The columns of a story as JSON (see `write_columns`), and the `version` that its content has."""

    written: bytes
    version: str


def pack_columns(tables: Tables, taxonomy: Taxonomy, actors: Mapping[str, Actor]) -> Columns:
    """Return the tables of a story ready to be sent."""
    written = write_columns(tables, taxonomy, actors)
    return Columns(written, sha256(written).hexdigest()[:16])


def write_columns(tables: Tables, taxonomy: Taxonomy, actors: Mapping[str, Actor]) -> bytes:
    """Return the tables as JSON, a list for each column; rows and choices are given by their place in other lists.

    `keys` are those of the filters in an address (see `Filters.to_query`), `choices` has the ids of what each field
    chooses from, `steps` the least numbers that the page offers, and `words` what each of both is called where it is
    asked for alone (see `Filters.describe`; articles by their titles); `types` says of each type of relation what it is
    called and whether it holds both ways. A relation's id is "source>type>target"; the claims of a relation stand
    together, and those of a report, of an article and of a sentence among them; a report is given by the row of the
    first article that tells it. What has no date has null for its days, what has no
    outlet -1 for its place.
    """
    claims, relations = tables.claims, tables.relations
    choices = _choices(tables)
    columns = {
        "keys": QUERY_KEYS,
        "choices": choices,
        "steps": STEPS,
        "words": _words(choices, tables, taxonomy, actors),
        "types": {
            name: [getattr(taxonomy.relation_type(type_id), name) for type_id in choices["types"]]
            for name in ("label", "symmetric")
        },
        "actors": {
            "id": list(tables.actors.index),
            "name": tables.actors["name"].tolist(),
            "kind": tables.actors["kind"].cat.codes,
            "importance": tables.actors["importance"].tolist(),
            "mentions": [len(actors[actor_id].mentions) for actor_id in tables.actors.index],
            "text": tables.actors["text"].tolist(),
        },
        "relations": {
            "source": relations["source"],
            "target": relations["target"],
            "type": relations["type"].cat.codes,
            "family": relations["family"].cat.codes,
            "claims": pd.Series(np.bincount(claims["relation"], minlength=len(relations))),
        },
        "claims": {
            "sentence": claims["sentence"],
            "status": claims["status"].cat.codes,
            "speaker": claims["speaker"].cat.codes,
            "article": claims["article"].cat.codes,
            **_days(claims),
            "confidence": claims["confidence"].tolist(),
        },
        "articles": {
            "outlet": tables.articles["outlet"].cat.codes,
            **_days(tables.articles),
            "report": tables.articles["report"],
        },
        "appearances": {name: tables.appearances[name] for name in ("actor", "article")},
        "sentences": tables.sentences,
    }
    return orjson.dumps(columns, default=_for_orjson, option=orjson.OPT_SERIALIZE_NUMPY)


def _for_orjson(value: Any) -> Any:
    """Return a column as what orjson writes at once."""
    if isinstance(value, pd.Series):
        return value.tolist() if value.dtype == object else np.ascontiguousarray(value.to_numpy())
    return dict(value)  # a mapping of another type


def _choices(tables: Tables) -> dict[str, list[str]]:
    claims = tables.claims
    return {
        "kinds": list(tables.actors["kind"].cat.categories),
        "families": list(tables.relations["family"].cat.categories),
        "types": list(tables.relations["type"].cat.categories),
        "statuses": list(claims["status"].cat.categories),
        "speakers": list(claims["speaker"].cat.categories),
        "articles": list(tables.articles.index),
        "outlets": list(tables.articles["outlet"].cat.categories),
    }


def _words(
    choices: Mapping[str, list[str]], tables: Tables, taxonomy: Taxonomy, actors: Mapping[str, Actor]
) -> dict[str, list[str]]:
    asked: dict[str, list[dict[str, Any]]] = {
        **{field: [{field: (choice,)} for choice in ids] for field, ids in choices.items() if field != "articles"},
        **{field: [{field: step} for step in steps] for field, steps in STEPS.items()},
    }
    words = {
        field: [Filters(**each).describe_field(field, taxonomy, actors) for each in alone]
        for field, alone in asked.items()
    }
    return words | {"articles": tables.articles["title"].tolist(), "authors": tables.articles["author"].tolist()}


def _days(rows: pd.DataFrame) -> dict[str, pd.Series]:
    undated = rows["last"].to_numpy() <= FIRST_DAY
    days = {name: rows[name].to_numpy().astype(object) for name in ("first", "last")}
    for each in days.values():
        each[undated] = None
    return {name: pd.Series(each, dtype=object) for name, each in days.items()}
