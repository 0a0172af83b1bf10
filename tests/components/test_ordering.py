import dataclasses

from components.ordering import NEWEST, STRONGEST, by_relation, ordered
from graph.model import Passage, Status

PLAIN = Passage("a", "Title", "Paper", "2024-01-01", None, 0, 5, "Words", "", "", ())


def claim(name, relation="r", **known):
    known = {"status": Status.ASSERTED, "confidence": 0.9, "rule": "active: fired"} | known
    return dataclasses.replace(PLAIN, claim_id=name, relation_id=relation, **known)


def names(passages):
    return [passage.claim_id for passage in passages]


def test_ordering_puts_the_firmest_and_surest_first():
    found = [
        claim("denied", status=Status.NEGATED, confidence=1.0),
        claim("recalled", confidence=0.95, rule="recalled: the article says elsewhere who did it"),
        claim("unsure", confidence=0.4),
        claim("sure"),
        claim("as sure"),
    ]
    assert names(ordered(found, STRONGEST)) == ["sure", "as sure", "unsure", "recalled", "denied"]


def test_ordering_puts_the_last_article_and_then_the_last_date_first():
    found = [
        claim("undated", published=None),
        claim("old", published="2024-01-02"),
        claim("new", published="2024-03-01", when="2023"),
        claim("newer", published="2024-03-01", when="2024-02-29"),
    ]
    assert names(ordered(found, NEWEST)) == ["newer", "new", "old", "undated"]


def test_ordering_leaves_bare_mentions_behind_the_claims():
    bare = dataclasses.replace(PLAIN, published="2025-01-01")
    for order in (STRONGEST, NEWEST):
        assert names(ordered([bare, claim("one")], order)) == ["one", None]
        assert list(by_relation([bare, claim("one")], order)) == ["r", ""]


def test_ordering_of_relations_goes_by_their_best_sentence():
    found = [
        claim("1", "denied", status=Status.NEGATED, published="2024-06-01"),
        claim("2", "once"),
        claim("3", "twice"),
        claim("4", "twice", status=Status.HEDGED, published="2024-05-01"),
    ]
    assert list(by_relation(found, STRONGEST)) == ["twice", "once", "denied"]
    assert names(by_relation(found, STRONGEST)["twice"]) == ["3", "4"]
    assert list(by_relation(found, NEWEST)) == ["denied", "twice", "once"]
    assert names(by_relation(found, NEWEST)["twice"]) == ["4", "3"]
