"""Tests of graph.search."""

import time
from dataclasses import replace

import pytest

from graph.model import Actor, KnowledgeBase
from graph.search import Search
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge, synthetic_knowledge


def search_of(*actors: Actor) -> Search:
    return Search(KnowledgeBase(actors={actor.id: actor for actor in actors}))


def ids(search: Search, text: str, **options: int) -> list[str]:
    return [found.actor_id for found in search.find(text, **options)]


def test_search_ranks_name_word_alias_and_inside():
    search = search_of(
        Actor("inside", "Dunmarrow", "place"),
        Actor("alias", "Tilda Vox", "person", aliases=("Marrable",)),
        Actor("word", "Port Marlo", "place"),
        Actor("prefix", "Mara Venn", "person"),
    )
    assert ids(search, "mar") == ["prefix", "word", "alias", "inside"]


@pytest.mark.parametrize("text", ["tobias ek", "TOBIAS ÉK", "  tobias   ék ", "e\u0301k"])
def test_search_folds_case_accents_and_blanks(text):
    assert ids(Search(sample_knowledge()), text) == ["person:tobias-ek"]


def test_search_says_what_it_matched():
    (found,) = Search(sample_knowledge()).find("minister v")
    assert (found.actor_id, found.name, found.kind) == ("person:mara-venn", "Mara Venn", "person")
    assert found.matched == "Minister Venn"


def test_search_prefers_the_name_to_the_alias_of_one_actor():
    assert [found.matched for found in Search(sample_knowledge()).find("halden")] == ["Halden Energy"]


def test_search_puts_the_whole_name_first_then_the_most_mentioned():
    kb = sample_knowledge()
    mentions = kb.actors["person:mara-venn"].mentions
    search = search_of(
        Actor("seldom", "Ann Hale", "person"),
        replace(Actor("often", "Ann Hall", "person"), mentions=mentions),
        Actor("whole", "Ann", "person"),
    )
    assert ids(search, "ann") == ["whole", "often", "seldom"]


def test_search_finds_words_behind_a_hyphen():
    assert ids(search_of(Actor("a", "Bashar al-Asad", "person"), Actor("b", "Nasasad", "person")), "asad") == ["a", "b"]


def test_search_finds_names_of_any_script_as_text():
    assert [found.name for found in Search(sample_knowledge()).find("مريم")] == [HOSTILE_NAME]


@pytest.mark.parametrize("text", ["", "   ", "nobody at all"])
def test_search_finds_nobody(text):
    assert Search(sample_knowledge()).find(text) == ()


def test_search_gives_no_more_than_asked_for():
    assert len(ids(Search(sample_knowledge()), "a", limit=2)) == 2


def test_search_answers_a_key_press_in_a_large_story():
    search = Search(synthetic_knowledge(10_000))
    search.find("x")
    started = time.perf_counter()
    assert len(search.find("mar")) == 20
    assert time.perf_counter() - started < 0.25  # a tenth of that on an idle machine
