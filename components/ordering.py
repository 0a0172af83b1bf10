"""The order of sentences: the strongest proof first, or the newest."""

from collections.abc import Iterable

from graph.model import Construction, Passage, Status

STRONGEST, NEWEST = "strongest", "newest"
ORDERS = {STRONGEST: "Strongest first", NEWEST: "Newest first"}
_FIRMNESS = {status: rank for rank, status in enumerate(Status)}


def ordered(passages: Iterable[Passage], order: str) -> list[Passage]:
    """Return the claims and behind them the bare mentions, both in the given order; equals stay as they stand.

    The strongest is the firmest in status, then what the sentence says itself and the surest; the newest is of the last
    article, then of the last date.
    """
    found = list(passages)
    if order == NEWEST:
        found.sort(key=lambda passage: (passage.published or "", passage.when or ""), reverse=True)
    else:
        found.sort(key=lambda passage: (_firmness(passage), _is_recalled(passage), -round(passage.confidence or 0, 2)))
    return sorted(found, key=lambda passage: passage.claim_id is None)


def by_relation(passages: Iterable[Passage], order: str) -> dict[str, list[Passage]]:
    """Return the claims by the id of their relation, in the given order within and among relations.

    Of relations whose strongest claims are equally firm the most told comes first; bare mentions stand last, under "".
    """
    groups: dict[str, list[Passage]] = {}
    for passage in ordered(passages, order):
        groups.setdefault(passage.relation_id or "", []).append(passage)
    if order == NEWEST:
        return groups
    ranked = sorted(groups, key=lambda name: (not name, _firmness(groups[name][0]), -len(groups[name])))
    return {name: groups[name] for name in ranked}


def _firmness(passage: Passage) -> int:
    return _FIRMNESS[passage.status] if passage.status else len(_FIRMNESS)


def _is_recalled(passage: Passage) -> bool:
    return bool(passage.rule and passage.rule.startswith(Construction.RECALLED))
