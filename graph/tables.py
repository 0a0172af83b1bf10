"""Tables: a knowledge base as pandas frames, built once, from which filters pick what is shown in milliseconds.

The rules of what passes stand at `graph.filters.Filters`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.filters import Filters, fold
from graph.model import KnowledgeBase, Status

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

_COLUMNS = {"families": "family", "types": "type", "statuses": "status", "articles": "article"}


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What filters need to know of a knowledge base; build it once for each and do not change it.

    `claims` has a row a claim: its id, the rows of its relation and of its sentence, and what can be chosen by.
    `relations` has a row a relation (by id), with the rows of its ends; `actors` one an actor (by id), with its kind
    and searchable text; `sentences` is the searchable text of each that makes a claim; `appearances` pairs the rows
    of actors with the articles that mention them.
    """

    claims: pd.DataFrame
    relations: pd.DataFrame
    actors: pd.DataFrame
    sentences: pd.Series
    appearances: pd.DataFrame


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What passes the filters: the ids of actors and of claims, and the relations with what remains of them.

    `relations` is in the order of the knowledge base, by id, with the columns `weight` (sentences), `article_count`
    and `status` (the firmest), all taken from the claims that pass.
    """

    actors: frozenset[str]
    claims: frozenset[str]
    relations: pd.DataFrame


def build_tables(kb: KnowledgeBase) -> Tables:
    """Return the tables of a knowledge base."""
    actor_rows = {actor_id: row for row, actor_id in enumerate(kb.actors)}
    ends = [(r.id, actor_rows[r.source], actor_rows[r.target]) for r in kb.relations.values()]
    texts = ["\n".join(fold(name) for name in (actor.name, *actor.aliases)) for actor in kb.actors.values()]
    seen = {(row, m.article_id): None for row, actor in enumerate(kb.actors.values()) for m in actor.mentions}
    claims, sentences = _claim_rows(kb)
    return Tables(
        claims=claims,
        relations=pd.DataFrame(ends, columns=["id", "source", "target"]).set_index("id").astype(np.int64),
        actors=pd.DataFrame(
            {"kind": [actor.kind for actor in kb.actors.values()], "text": texts}, index=list(kb.actors)
        ),
        sentences=sentences,
        appearances=pd.DataFrame(list(seen), columns=["actor", "article"]),
    )


def _claim_rows(kb: KnowledgeBase) -> tuple[pd.DataFrame, pd.Series]:
    """Return the claims and the searchable sentences that make them."""
    sentence_rows: dict[tuple[str, int], int] = {}
    rows = [
        (
            claim.id,
            row,
            sentence_rows.setdefault((claim.article_id, claim.sentence), len(sentence_rows)),
            relation.family,
            relation.type,
            claim.status.value,
            claim.article_id,
        )
        for row, relation in enumerate(kb.relations.values())
        for claim in relation.claims
    ]
    claims = pd.DataFrame(rows, columns=["id", "relation", "sentence", "family", "type", "status", "article"])
    choices = {
        "family": list(dict.fromkeys(claims["family"])),
        "type": list(dict.fromkeys(claims["type"])),
        "status": [status.value for status in Status],  # from the firmest, so that the smallest code is the firmest
        "article": list(kb.articles),
    }
    claims = claims.astype({name: pd.CategoricalDtype(values) for name, values in choices.items()})
    claims = claims.astype({"relation": np.int64, "sentence": np.int64})
    texts = [
        fold(kb.sentences[article_id][index].span.of(kb.articles[article_id].text))
        for article_id, index in sentence_rows
    ]
    return claims, pd.Series(texts, dtype=object)


def narrow(tables: Tables, filters: Filters) -> Shown:
    """Return what of the tables passes the filters."""
    claims, finder = tables.claims, _Finder(tables, filters)
    passing = finder.reaching(finder.mask(_COLUMNS) & finder.kind_mask(), claims["relation"].to_numpy())
    kept = finder.mask(_COLUMNS) & np.isin(claims["relation"].to_numpy(), passing)
    rows = claims[kept]
    status = rows["status"].cat
    found = (
        rows.assign(status=status.codes)
        .groupby("relation")
        .agg(weight=("sentence", "nunique"), article_count=("article", "nunique"), status=("status", "min"))
    )
    found["status"] = status.categories.to_numpy()[found["status"].to_numpy()]
    ends = tables.relations.iloc[found.index]
    found.index = ends.index
    seen = np.zeros(len(tables.actors), dtype=bool)
    seen[ends.to_numpy().ravel()] = True
    if not filters.speak_of_relations:
        seen |= finder.actor_mask()
    return Shown(frozenset(tables.actors.index[seen]), frozenset(rows["id"]), found)


def count_choices(tables: Tables, filters: Filters) -> dict[str, dict[str, int]]:
    """Return for each field and each of its choices how many relations it alone would show, the others kept."""
    finder = _Finder(tables, filters)
    relation = tables.claims["relation"].to_numpy()
    counts = {"kinds": finder.count_kinds(finder.reaching(finder.mask(_COLUMNS), relation))}
    for field, column in _COLUMNS.items():
        choices = tables.claims[column].cat
        size = max(len(choices.categories), 1)
        mask = finder.mask([other for other in _COLUMNS if other != field]) & finder.kind_mask()
        groups = finder.reaching(mask, relation * size + choices.codes.to_numpy())
        tally = np.bincount(groups % size, minlength=size)
        counts[field] = dict(zip(choices.categories, tally.tolist(), strict=False))
    return counts


class _Finder:
    """Masks over the rows of the tables for some filters."""

    def __init__(self, tables: Tables, filters: Filters) -> None:
        self.tables = tables
        self.filters = filters
        self.sources, self.targets = tables.relations["source"].to_numpy(), tables.relations["target"].to_numpy()
        self.sentence = tables.claims["sentence"].to_numpy()
        self.relation = tables.claims["relation"].to_numpy()
        self.text = fold(filters.text)
        self.named = _holds(tables.actors["text"], self.text)
        told = self.named[self.sources] | self.named[self.targets]
        self.told = told[self.relation] | _holds(tables.sentences, self.text)[self.sentence]

    def mask(self, names: Iterable[str]) -> Mask:
        """Return which claims pass those fields that are named."""
        mask = np.ones(len(self.tables.claims), dtype=bool)
        for name in names:
            if chosen := getattr(self.filters, name):
                mask &= self.tables.claims[_COLUMNS[name]].isin(chosen).to_numpy()
        return mask

    def kind_mask(self) -> Mask:
        """Return which claims are between actors of the kinds asked for."""
        of_kind = self._of_kind()
        mask: Mask = (of_kind[self.sources] & of_kind[self.targets])[self.relation]
        return mask

    def actor_mask(self) -> Mask:
        """Return which actors pass by themselves."""
        mask: Mask = self._of_kind() & self.named
        if self.filters.articles:
            seen = self.tables.appearances
            inside = seen["actor"][seen["article"].isin(self.filters.articles)].to_numpy(dtype=np.int64)
            mask &= np.isin(np.arange(len(mask)), inside)
        return mask

    def reaching(self, mask: Mask, groups: Ints) -> Ints:
        """Return the groups of masked claims with enough different sentences and the text told somewhere.

        `groups` gives the group of each claim, all of one relation.
        """
        size = len(self.tables.sentences) or 1
        apart = np.unique(groups[mask] * size + self.sentence[mask])
        found, sentences = np.unique(apart // size, return_counts=True)
        told = np.isin(found, groups[mask & self.told])
        return found[(sentences >= self.filters.min_sentences) & told]

    def count_kinds(self, relations: Ints) -> dict[str, int]:
        """Return how many of the relations are between actors of each kind."""
        kinds = self.tables.actors["kind"].to_numpy()
        first, second = kinds[self.sources[relations]], kinds[self.targets[relations]]
        return {kind: int(((first == kind) & (second == kind)).sum()) for kind in dict.fromkeys(kinds)}

    def _of_kind(self) -> Mask:
        kinds = self.tables.actors["kind"]
        mask: Mask = kinds.isin(self.filters.kinds or kinds.unique()).to_numpy()
        return mask


def _holds(texts: pd.Series, text: str) -> Mask:
    return np.array([text in each for each in texts], dtype=bool)
