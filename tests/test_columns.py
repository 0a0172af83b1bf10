"""Tests of graph.columns: what the browser gets. tests/browser/test_narrow.py tests what it makes of it."""

import itertools
import json
from dataclasses import replace

from graph.columns import pack_columns, write_columns
from graph.model import KnowledgeBase
from graph.network import importance_of
from graph.tables import build_tables
from tests.drafts import small_taxonomy
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

SAMPLE, DRAWN = sample_knowledge(), synthetic_knowledge(40)


def columns(kb: KnowledgeBase):
    return json.loads(write_columns(build_tables(kb, importance_of(kb)), small_taxonomy(), kb.actors))


def test_columns_hold_every_actor_relation_and_claim():
    for kb in (SAMPLE, DRAWN):
        story = columns(kb)
        ids, types = story["actors"]["id"], story["choices"]["types"]
        ends = zip(*(story["relations"][name] for name in ("source", "type", "target")), strict=True)
        assert ids == list(kb.actors)
        assert [f"{ids[s]}>{types[t]}>{ids[o]}" for s, t, o in ends] == list(kb.relations)
        assert story["relations"]["claims"] == [len(relation.claims) for relation in kb.relations.values()]
        assert len(story["claims"]["sentence"]) == sum(story["relations"]["claims"])


def test_columns_keep_sentences_and_articles_of_a_relation_together():
    story, at = columns(DRAWN), 0
    for count in story["relations"]["claims"]:
        for name in ("sentence", "article"):
            rows = story["claims"][name][at : at + count]
            changes = sum(one != other for one, other in itertools.pairwise(rows))
            assert changes == len(set(rows)) - 1
        at += count


def test_columns_have_no_days_where_there_is_no_date():
    undated = [article.published is None for article in DRAWN.articles.values()]
    assert any(undated)
    story = columns(DRAWN)
    assert [day is None for day in story["articles"]["first"]] == undated
    assert (None in story["claims"]["first"]) and (story["claims"]["first"] != story["claims"]["last"])


def test_columns_call_each_choice_by_its_words():
    story = columns(SAMPLE)
    words = {
        field: dict(zip(story["choices"][field], said, strict=True))
        for field, said in story["words"].items()
        if field in story["choices"]
    }
    assert words["kinds"]["person"] == "people"
    assert words["speakers"] == {"article": "said by the article itself", "person:mara-venn": "said by Mara Venn"}
    assert words["articles"]["a1f0c2d4e6b8"] == "Minister fires her adviser"
    assert story["words"]["min_confidence"][1:] == ["fairly sure", "very sure"]


def test_columns_say_how_often_actors_are_named_and_what_types_are_called():
    story = columns(SAMPLE)
    assert story["actors"]["mentions"] == [len(actor.mentions) for actor in SAMPLE.actors.values()]
    said = zip(story["choices"]["types"], story["types"]["label"], story["types"]["symmetric"], strict=True)
    assert {("met", "met", True), ("fired", "fired", False)} <= set(said)


def test_columns_of_nothing_are_empty():
    assert columns(KnowledgeBase())["claims"]["sentence"] == []


def test_columns_are_packed_alike_for_what_is_alike():
    tables = build_tables(SAMPLE, importance_of(SAMPLE))
    one, other = (pack_columns(tables, small_taxonomy(), SAMPLE.actors) for _ in range(2))
    assert (one.written, one.version) == (other.written, other.version)
    assert json.loads(one.written) == columns(SAMPLE)


def test_columns_hold_texts_and_fractions_exactly():
    actors = list(DRAWN.actors)
    hostile = replace(DRAWN.actors[actors[0]], name='</script> "a/b" \\ Ünal\u2028\n')
    kb = replace(DRAWN, actors={**DRAWN.actors, hostile.id: hostile})
    tables, story = build_tables(kb, importance_of(kb)), columns(kb)
    assert story["actors"]["name"][0] == hostile.name
    assert story["sentences"] == tables.sentences.tolist()
    assert story["actors"]["importance"] == tables.actors["importance"].tolist()
    assert story["claims"]["confidence"] == tables.claims["confidence"].tolist()
