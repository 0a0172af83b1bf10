"""Verb forms that double a letter, for the lemmatizer."""

from graph.language.training.inflections import can_double, find_doubled_forms, find_shadowing


def test_training_inflections_double_the_last_letter() -> None:
    assert find_doubled_forms(["plan", "text", "fine", "visa"]) == {"planned": ["plan"], "planning": ["plan"]}


def test_training_inflections_find_verbs_that_shadow_others() -> None:
    assert find_shadowing(frozenset({"fin", "fine", "hop", "hope", "visit", "text", "plan"})) == {"fin", "hop"}


def test_training_inflections_know_which_letters_double() -> None:
    assert [verb for verb in ("plan", "wiretap", "install", "row", "text", "eat", "go") if can_double(verb)] == [
        "plan",
        "wiretap",
    ]
