"""Tables: a knowledge base as pandas frames, built once, from which filters pick what is shown in milliseconds.

The rules of what passes stand at `graph.filters.Filters`. graph/columns.py hands the tables to the browser, where
assets/41-narrow.js picks by the same rules; a test holds the two against each other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from graph.claim_rows import ClaimRows, build_claim_rows, find_known, members
from graph.days import ALWAYS, FIRST_DAY, LAST_DAY, Period, days_of
from graph.filters import THE_ARTICLE, Filters, fold
from graph.model import KnowledgeBase, Status
from graph.reports import find_reports

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

_NEVER = (LAST_DAY, FIRST_DAY)  # lies in no period
# The fields that choose among the values of a column of the relations or of the claims.
_RELATION_COLUMNS = {"families": "family", "types": "type"}
_CLAIM_COLUMNS = {"statuses": "status", "speakers": "speaker", "articles": "article", "outlets": "outlet"}


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """What filters need to know of a knowledge base; build it once for each and do not change it.

    `claims` has a row a claim: its id, the rows of its relation and of its sentence, and what it can be chosen by; the
    claims of a relation stand together, and among them those of one report, of one article and of one sentence.
    `relations` has a row a relation (by id), with its family, its type and the rows of its ends; `actors` one an actor
    (by id), with its name, kind, importance and searchable text; `articles` one an article (by id), with the row of the
    first article that tells the same `report` (see `graph.reports`); `sentences` is the searchable text of each that
    makes a claim; `appearances` pairs the rows of actors with those of the articles that mention them. `first` and
    `last` are days (see `graph.days`). `rows` are what later tables take over.
    """

    claims: pd.DataFrame
    relations: pd.DataFrame
    actors: pd.DataFrame
    articles: pd.DataFrame
    sentences: pd.Series
    appearances: pd.DataFrame
    rows: ClaimRows


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """What passes the filters: the ids of actors and of claims, and the relations with what remains of them.

    `relations` is in the order of the knowledge base, by id, with the columns `weight` (sentences), `article_count`,
    `report_count` (articles that are no copies of one another) and `status` (the firmest), all taken from the claims
    that pass.
    """

    actors: frozenset[str]
    claims: frozenset[str]
    relations: pd.DataFrame


def build_tables(
    kb: KnowledgeBase,
    importance: Mapping[str, float],
    reports: Mapping[str, str] | None = None,
    *,
    former: Tables | None = None,
) -> Tables:
    """Return the tables of a knowledge base whose actors have an `importance` (see `graph.network`).

    `reports` are those of its articles (see `graph.reports`); they are looked for if None. What
    `former` tables have in common with these is taken over.
    """
    reports = reports or find_reports(tuple(kb.articles.values()))
    actor_rows = {actor_id: row for row, actor_id in enumerate(kb.actors)}
    rows = build_claim_rows(kb, reports, former.rows if former else None)
    return Tables(
        claims=_claims(rows),
        relations=_relations(kb, actor_rows),
        actors=_actors(kb, importance),
        articles=_articles(kb, reports),
        sentences=pd.Series(list(rows.texts.values()), dtype=object),
        appearances=_appearances(kb, former),
        rows=rows,
    )


def _appearances(kb: KnowledgeBase, former: Tables | None) -> pd.DataFrame:
    """Return in which articles each actor is mentioned."""
    rows = {article_id: row for row, article_id in enumerate(kb.articles)}
    actors = list(kb.actors.values())
    if former is None or former.rows.kb.articles is not kb.articles:
        counts, articles, origins = np.zeros(0, dtype=np.int64), [], np.full(len(actors), -1)
    else:
        counts = np.bincount(former.appearances["actor"], minlength=len(former.actors))
        articles = [former.appearances["article"].to_numpy()]
        origins = find_known(actors, former.rows.kb.actors.values())
    fresh = [
        list(dict.fromkeys([rows[mention.article_id] for mention in actors[row].mentions]))
        for row in np.flatnonzero(origins < 0).tolist()
    ]
    origins[origins < 0] = np.arange(len(counts), len(counts) + len(fresh))
    counts = np.concatenate([counts, np.array([len(seen) for seen in fresh], dtype=np.int64)])
    pool = np.concatenate([*articles, np.array(list(chain.from_iterable(fresh)), dtype=np.int64)])
    return pd.DataFrame(
        {
            "actor": np.repeat(np.arange(len(actors)), counts[origins]),
            "article": pool[members(counts, origins)],
        }
    )


def _actors(kb: KnowledgeBase, importance: Mapping[str, float]) -> pd.DataFrame:
    actors = list(kb.actors.values())
    kinds = [actor.kind for actor in actors]
    columns: dict[str, list[Any]] = {
        "name": [actor.name for actor in actors],
        "kind": kinds,
        "importance": [importance[actor.id] for actor in actors],
        "text": ["\n".join([fold(name) for name in (actor.name, *actor.aliases)]) for actor in actors],
    }
    return _frame(columns, {"kind": list(dict.fromkeys(kinds)), "importance": np.float64}, list(kb.actors))


def _relations(kb: KnowledgeBase, actor_rows: Mapping[str, int]) -> pd.DataFrame:
    relations = list(kb.relations.values())
    columns: dict[str, list[Any]] = {
        "family": [relation.family for relation in relations],
        "type": [relation.type for relation in relations],
        "source": [actor_rows[relation.source] for relation in relations],
        "target": [actor_rows[relation.target] for relation in relations],
    }
    types: dict[str, Any] = {name: list(dict.fromkeys(columns[name])) for name in ("family", "type")}
    return _frame(columns, types | {"source": np.int64, "target": np.int64}, list(kb.relations))


def _articles(kb: KnowledgeBase, reports: Mapping[str, str]) -> pd.DataFrame:
    places = {article_id: row for row, article_id in enumerate(kb.articles)}
    rows = [
        (article.title, article.author or "", article.outlet, *_days(article.published), places[reports[article.id]])
        for article in kb.articles.values()
    ]
    articles = pd.DataFrame(
        rows, columns=["title", "author", "outlet", "first", "last", "report"], index=list(kb.articles)
    )
    return articles.astype(
        {"outlet": pd.CategoricalDtype(_outlets(kb)), "first": np.int64, "last": np.int64, "report": np.int64}
    )


def _outlets(kb: KnowledgeBase) -> list[str]:
    return list(dict.fromkeys(article.outlet for article in kb.articles.values() if article.outlet))


def _claims(rows: ClaimRows) -> pd.DataFrame:
    kb, columns = rows.kb, rows.columns
    numbers = {sentence: number for number, sentence in enumerate(rows.texts)}
    speakers = [
        kb.actor_ids[claim.speaker.article_id, claim.speaker.chain] if claim.speaker else THE_ARTICLE
        for claim in columns["claim"].tolist()
    ]
    outlets = _codes([article.outlet for article in kb.articles.values()], _outlets(kb))
    articles = pd.Index(list(kb.articles), dtype=object)
    choices = list(dict.fromkeys([THE_ARTICLE, *speakers]))
    return pd.DataFrame(
        {
            "id": columns["id"],
            "relation": np.repeat(np.arange(len(rows.counts)), rows.counts),
            "sentence": np.array([numbers[sentence] for sentence in columns["sentence"].tolist()], dtype=np.int64),
            # from the firmest, so that the smallest code is the firmest
            "status": _categories(columns["status"], [status.value for status in Status]),
            "speaker": _categories(_codes(speakers, choices), choices),
            "article": _categories(columns["article"], articles),
            "report": _categories(columns["report"], articles),
            "outlet": _categories(outlets[columns["article"]], _outlets(kb)),
            **{name: columns[name] for name in ("first", "last", "confidence")},
        }
    )


def _frame(columns: Mapping[str, list[Any]], types: Mapping[str, Any], index: list[str] | None = None) -> pd.DataFrame:
    """Return a frame of columns: a list as type has the choices of a column, and objects have no type."""
    made: dict[str, Any] = {}
    for name, values in columns.items():
        choices = types.get(name, object)
        is_choice = isinstance(choices, list)
        made[name] = _categories(_codes(values, choices), choices) if is_choice else np.array(values, dtype=choices)
    return pd.DataFrame(made, index=index)


def _codes(values: Sequence[Any], choices: Sequence[Any]) -> Ints:
    """Return the place of each value among the choices, -1 for none."""
    places = {choice: code for code, choice in enumerate(choices)}
    return np.fromiter(map(places.get, values, repeat(-1)), np.int64, len(values))


def _categories(codes: Ints, choices: "Sequence[Any] | pd.Index[Any]") -> pd.Categorical:
    return pd.Categorical.from_codes(codes, categories=pd.Index(choices, dtype=object))


def _days(iso: str | None) -> tuple[int, int]:
    return (days_of(iso) if iso else None) or _NEVER


def narrow(tables: Tables, filters: Filters) -> Shown:
    """Return what of the tables passes the filters."""
    finder = _Finder(tables, filters)
    passing = finder.passing()
    kept = passing & np.isin(finder.relation, finder.reaching(passing))
    found = _told(tables.claims, kept)
    rows = found.index.to_numpy()
    found.index = tables.relations.index[rows]
    seen = finder.alone()
    seen[finder.sources[rows]] = seen[finder.targets[rows]] = True
    return Shown(
        frozenset(tables.actors.index[seen].tolist()), frozenset(tables.claims["id"].to_numpy()[kept].tolist()), found
    )


def _told(claims: pd.DataFrame, kept: Mask) -> pd.DataFrame:
    """Return what some of the claims tell of their relations, by the rows of these (see `Shown.relations`).

    Claims of one relation, report, article or sentence stand together, so that each change begins another one.
    """
    of = claims["relation"].to_numpy()[kept]
    begins = _changes(of)
    rows, place = of[begins], np.cumsum(begins) - 1
    columns: dict[str, Any] = {}
    for name, column in (("weight", "sentence"), ("article_count", "article"), ("report_count", "report")):
        parts = claims[column].cat.codes if column != "sentence" else claims[column]
        columns[name] = np.bincount(place[begins | _changes(parts.to_numpy()[kept])], minlength=len(rows))
    status = claims["status"].cat
    codes = status.codes.to_numpy()[kept]
    firmest = np.minimum.reduceat(codes, np.flatnonzero(begins)) if len(codes) else codes
    return pd.DataFrame(columns | {"status": status.categories.to_numpy()[firmest]}, index=rows)


def _changes(values: Ints) -> Mask:
    """Return where a value is another one than that before it."""
    changed = np.ones(len(values), dtype=bool)
    changed[1:] = values[1:] != values[:-1]
    return changed


class _Finder:
    """Masks over the rows of the tables for some filters."""

    def __init__(self, tables: Tables, filters: Filters) -> None:
        self.tables = tables
        self.filters = filters
        self.sources, self.targets = tables.relations["source"].to_numpy(), tables.relations["target"].to_numpy()
        self.relation = tables.claims["relation"].to_numpy()
        self.text = fold(filters.text)
        self.named = _holds(tables.actors["text"], self.text)
        self.chosen = self._chosen()

    def passing(self) -> Mask:
        """Return which claims pass by themselves and by the actors of their relation."""
        filters, claims = self.filters, self.tables.claims
        mask: Mask = claims["confidence"].to_numpy() >= filters.min_confidence
        for field, column in _CLAIM_COLUMNS.items():
            if chosen := getattr(filters, field):
                mask &= claims[column].isin(chosen).to_numpy()
        for field, column in _RELATION_COLUMNS.items():
            if chosen := getattr(filters, field):
                mask &= self.tables.relations[column].isin(chosen).to_numpy()[self.relation]
        mask &= _in_period(self.tables.articles, filters.published)[claims["article"].cat.codes.to_numpy()]
        mask &= _in_period(claims, filters.happened)
        fit = self._fit()
        ends = fit[self.sources] & fit[self.targets] & (self.chosen[self.sources] | self.chosen[self.targets])
        mask &= ends[self.relation]
        return mask

    def reaching(self, passing: Mask) -> Ints:
        """Return the relations whose passing claims have enough sentences and reports, and the text somewhere."""
        claims = self.tables.claims
        relations = self.relation[passing]
        found: Ints = np.unique(relations)
        told = (self.named[self.sources] | self.named[self.targets])[self.relation]
        told |= _holds(self.tables.sentences, self.text)[claims["sentence"].to_numpy()]
        reached = np.isin(found, self.relation[passing & told])
        reports = claims["report"].cat.codes.to_numpy()
        for least, parts in (
            (self.filters.min_sentences, claims["sentence"].to_numpy()),
            (self.filters.min_articles, reports),
        ):
            if least > 1:
                size = np.int64(parts.max(initial=0)) + 1
                apart = np.unique(relations * size + parts[passing])
                reached &= np.unique(apart // size, return_counts=True)[1] >= least
        return found[reached]

    def alone(self) -> Mask:
        """Return which actors pass without a relation."""
        if self.filters.speak_of_relations:
            return np.zeros(len(self.named), dtype=bool)
        return self.named & self._fit() & self.chosen & self._mentioned()

    def _fit(self) -> Mask:
        """Return which actors are of the kinds and important enough."""
        actors = self.tables.actors
        mask: Mask = actors["importance"].to_numpy() >= self.filters.min_importance
        if self.filters.kinds:
            mask &= actors["kind"].isin(self.filters.kinds).to_numpy()
        return mask

    def _chosen(self) -> Mask:
        """Return which actors are among those asked for."""
        index = self.tables.actors.index
        return np.asarray(index.isin(self.filters.actors or index), dtype=bool)

    def _mentioned(self) -> Mask:
        """Return which actors an article mentions that passes; without a field about articles all are."""
        articles, filters = self.tables.articles, self.filters
        if not {"articles", "outlets", "published"} & {*filters.active}:
            return np.ones(len(self.named), dtype=bool)
        passing = _in_period(articles, filters.published)
        if filters.articles:
            passing &= articles.index.isin(filters.articles)
        if filters.outlets:
            passing &= articles["outlet"].isin(filters.outlets).to_numpy()
        seen = self.tables.appearances
        mask = np.zeros(len(self.named), dtype=bool)
        mask[seen["actor"].to_numpy()[passing[seen["article"].to_numpy()]]] = True
        return mask


def _in_period(rows: pd.DataFrame, period: Period) -> Mask:
    """Return which rows have a day in a period; without a period all have."""
    if period == ALWAYS:
        return np.ones(len(rows), dtype=bool)
    first, last = period.days
    mask: Mask = (rows["first"].to_numpy() <= last) & (rows["last"].to_numpy() >= first)
    return mask


def _holds(texts: pd.Series, text: str) -> Mask:
    if not text:
        return np.ones(len(texts), dtype=bool)
    return np.array([text in each for each in texts], dtype=bool)
