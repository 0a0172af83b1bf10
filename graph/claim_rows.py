"""The claims of a knowledge base as rows; after a correction most are taken over, as it leaves most relations alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.days import FIRST_DAY, LAST_DAY, days_of
from graph.filters import fold
from graph.model import Claim, KnowledgeBase, Relation, Status

Ints = NDArray[np.int64]

_NEVER = (LAST_DAY, FIRST_DAY)  # lies in no period
_STATUSES = {status: code for code, status in enumerate(Status)}  # the smallest code is the firmest
_TYPES = {"claim": object, "id": object, "confidence": np.float64}  # others are whole numbers
_SENTENCES = 1 << 32  # more than an article has


@dataclass(frozen=True, slots=True, eq=False)
class ClaimRows:
    """The claims of `kb`, relation after relation, those of one report, of one article and of one sentence together.

    `columns` has of each the `claim` itself, its `id`, its `status` by its place in Status, the rows of its `article`
    and of the `report` that this tells, its `first` and `last` day, its `confidence` and a number for its `sentence`.
    `counts` has the number of claims of each relation, `texts` the searchable text of each sentence by its number, in
    the order of the claims.
    """

    kb: KnowledgeBase
    reports: Mapping[str, str]
    columns: Mapping[str, NDArray[Any]]
    counts: Ints
    texts: Mapping[int, str]


def build_claim_rows(kb: KnowledgeBase, reports: Mapping[str, str], former: ClaimRows | None = None) -> ClaimRows:
    """Return the rows of a knowledge base; those of relations that a former one has too are taken over."""
    if former is None or former.kb.articles is not kb.articles or former.reports != reports:
        former = ClaimRows(kb, reports, _columns(kb, reports, ()), np.zeros(0, dtype=np.int64), {})
        known: Collection[Relation] = ()
    else:
        known = former.kb.relations.values()
    relations = list(kb.relations.values())
    origins = find_known(relations, known)
    fresh = [relations[row] for row in np.flatnonzero(origins < 0).tolist()]
    origins[origins < 0] = np.arange(len(former.counts), len(former.counts) + len(fresh))
    counts = np.concatenate([former.counts, np.array([len(relation.claims) for relation in fresh], dtype=np.int64)])
    taken = members(counts, origins)
    made = _columns(kb, reports, fresh)
    columns = {name: np.concatenate([former.columns[name], made[name]])[taken] for name in made}
    return ClaimRows(kb, reports, columns, counts[origins], _texts(kb, columns["sentence"], former.texts))


def find_known(values: Collection[object], former: Collection[object]) -> Ints:
    """Return where each value, the same object, stands among the former ones, -1 for those that are new."""
    known = {id(value): row for row, value in enumerate(former)}
    return np.fromiter(map(known.get, map(id, values), repeat(-1)), np.int64, len(values))


def members(counts: Ints, groups: Ints) -> Ints:
    """Return the rows of some groups, one after another, in a table in which groups of so many rows stand together."""
    starts, sizes = (np.cumsum(counts) - counts)[groups], counts[groups]
    rows: Ints = np.repeat(starts - (np.cumsum(sizes) - sizes), sizes) + np.arange(sizes.sum())
    return rows


def _columns(kb: KnowledgeBase, reports: Mapping[str, str], relations: Sequence[Relation]) -> dict[str, NDArray[Any]]:
    def place(claim: Claim) -> tuple[str, str, int]:
        return reports[claim.article_id], claim.article_id, claim.sentence

    rows = {article_id: row for row, article_id in enumerate(kb.articles)} if relations else {}
    claims = list(chain.from_iterable(sorted(relation.claims, key=place) for relation in relations))
    articles = [rows[claim.article_id] for claim in claims]
    days = [(days_of(claim.when) if claim.when else None) or _NEVER for claim in claims]
    columns: dict[str, list[Any]] = {
        "claim": claims,
        "id": [claim.id for claim in claims],
        "sentence": [row * _SENTENCES + claim.sentence for row, claim in zip(articles, claims, strict=True)],
        "status": [_STATUSES[claim.status] for claim in claims],
        "article": articles,
        "report": [rows[reports[claim.article_id]] for claim in claims],
        "first": [first for first, _ in days],
        "last": [last for _, last in days],
        "confidence": [claim.confidence for claim in claims],
    }
    return {name: np.array(values, dtype=_TYPES.get(name, np.int64)) for name, values in columns.items()}


def _texts(kb: KnowledgeBase, sentences: Ints, known: Mapping[int, str]) -> dict[int, str]:
    texts = dict.fromkeys(sentences.tolist(), "")
    articles = list(kb.articles.values())
    for number in texts:
        text = known.get(number)
        if text is None:
            row, index = divmod(number, _SENTENCES)
            article = articles[row]
            text = fold(kb.sentences[article.id][index].span.of(article.text))
        texts[number] = text
    return texts
