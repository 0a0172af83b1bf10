"""Tests of graph.export.scorer."""

import json

from graph.export.scorer import scorer_document, scorer_json
from graph.export.steps import whole
from tests.drafts import small_taxonomy
from tests.knowledge_bases import sample_knowledge


def test_scorer_has_every_actor_with_its_code():
    actors = scorer_document(sample_knowledge(), small_taxonomy(), "doc")["actors"]
    assert {actor["id"]: actor["type"] for actor in actors} == {
        "person:mara-venn": "PERSON",
        "person:tobias-ek": "PERSON",
        "person:script": "PERSON",
        "organisation:halden-energy": "ORG",
        "organisation:harbour-court": "ORG",
        "place:norland": "GPE",
        "place:port-selby": "GPE",
        "group:river-guard": "GROUP",
    }


def test_scorer_has_an_entry_for_each_claim_with_the_exact_sentence():
    kb = sample_knowledge()
    relations = scorer_document(kb, small_taxonomy(), "doc")["relations"]
    assert len(relations) == 12
    texts = [article.text for article in kb.articles.values()]
    assert all(any(entry["evidence"] == text[entry["begin"] : entry["end"]] for text in texts) for entry in relations)
    assert all(entry["trigger"] in entry["evidence"] for entry in relations)


def test_scorer_tells_polarity():
    relations = scorer_document(sample_knowledge(), small_taxonomy(), "doc")["relations"]
    polarity = {entry["type"]: (entry["negated"], entry["hedged"]) for entry in relations}
    assert polarity["paid"] == (True, False)
    assert {polarity[type_id] for type_id in ("funded", "sanctioned", "sued", "warned")} == {(False, True)}
    assert polarity["fired"] == (False, False)


def test_scorer_names_the_speaker_and_the_document():
    content = json.loads(whole(scorer_json(sample_knowledge(), small_taxonomy(), "doc")))
    assert content["id"] == "doc"
    speakers = {entry["type"]: entry["speaker"] for entry in content["relations"]}
    assert speakers["funded"] == "person:mara-venn"
    assert speakers["fired"] is None


def test_scorer_says_when_and_by_which_wording():
    relations = {r["type"]: r for r in scorer_document(sample_knowledge(), small_taxonomy(), "doc")["relations"]}
    told = relations["attacked"]
    assert (told["when"], told["confidence"], told["rule"]) == ("2023-05", 0.9, "active: attacked")
