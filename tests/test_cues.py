"""The cues of status, speech and light verbs."""

from dataclasses import fields
from pathlib import Path

import pytest

from graph.cues import Cues, load_cues
from graph.data import DATA
from graph.errors import TaxonomyError


@pytest.mark.parametrize(
    ("group", "part", "word"),
    [
        ("negating", "words", "not"),
        ("negating", "verbs", "deny"),
        ("negating", "nouns", "refusal"),
        ("negating", "adjectives", "unable"),
        ("hedging", "words", "allegedly"),
        ("hedging", "verbs", "accuse"),
        ("hedging", "nouns", "rumour"),
        ("planning", "verbs", "plan"),
        ("planning", "infinitives", "tell"),
        ("conditional", "words", "if"),
        ("asking", "words", "whether"),
    ],
)
def test_cues_are_grouped_by_status_and_part(group: str, part: str, word: str) -> None:
    assert word in getattr(getattr(load_cues(), group), part)


def test_cues_no_verb_governs_both_always_and_by_infinitive_only() -> None:
    cues = load_cues()
    groups = (cues.negating, cues.hedging, cues.planning, cues.conditional, cues.asking)
    assert [group.verbs & group.infinitives for group in groups] == [frozenset()] * len(groups)


def test_cues_reported_speech_is_no_plan() -> None:
    cues = load_cues()
    assert cues.planning.verbs & {"say", "tell", "ask", "announce", "agree"} == set()


def test_cues_a_word_negates_or_hedges_but_not_both() -> None:
    cues = load_cues()
    assert cues.negating.words & (cues.hedging.words | cues.planning.words) == set()
    assert cues.negating.verbs & cues.hedging.verbs == set()


def test_cues_know_which_verbs_take_for_a_fact_what_they_govern() -> None:
    cues = load_cues()
    assert {"say", "claim", "confirm"} <= cues.speech
    assert {"know", "regret"} <= cues.factive
    assert cues.factive & {"say", "claim", "confirm", "deny"} == set()


def test_cues_a_spokesman_speaks_for_another_and_a_source_for_nobody() -> None:
    cues = load_cues()
    assert "spokesman" in cues.spokespersons
    assert "source" in cues.anonymous


def test_cues_some_verbs_give_and_receive() -> None:
    both = load_cues().light_verbs & load_cues().receiving_verbs
    assert {"win", "have"} <= both
    assert not both & {"launch", "impose", "face", "receive"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[asking]", "[asked]", ["'ask", "missing or unknown"]),
        ("[asking]", '[asking]\nadverbs = "why"', ["asking", "words"]),
        ("[asking]", "[asking]\nphrases = 3", ["phrases is 3"]),
    ],
)
def test_cues_say_what_is_wrong_with_the_file(tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    text = (DATA / "cues.toml").read_text(encoding="utf-8")
    if "phrases = 3" in new:
        text = text.replace('phrases = "ask if, asked if, asked whether, ask whether, whether or not"\n', "")
    (tmp_path / "cues.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(TaxonomyError) as caught:
        load_cues(tmp_path)
    assert [word for word in ["cues.toml", *words] if word not in str(caught.value)] == []


def test_cues_file_has_every_field(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_text("")
    with pytest.raises(TaxonomyError, match=min(field.name for field in fields(Cues))):
        load_cues(tmp_path)
