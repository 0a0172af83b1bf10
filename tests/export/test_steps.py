"""Tests of graph.export.steps, and of the steps of every format."""

import pytest

from graph.export import FORMATS, encode, encode_in_steps
from graph.export.steps import Steps, whole
from tests.drafts import small_taxonomy
from tests.knowledge_bases import synthetic_knowledge

TAXONOMY = small_taxonomy()


def test_steps_tell_each_percentage_once_and_never_that_all_is_done():
    steps = Steps(1000)
    assert list(steps.each(range(600))) == [*range(1, 61)]
    assert list(steps.past(100)) == [70]
    assert list(steps.past(1)) == []
    assert list(steps.past(5000)) == [99]


def test_steps_give_what_was_made_whole():
    assert whole(Steps(3).each(iter("abc"))) == ["a", "b", "c"]
    assert whole(Steps(0).each(())) == []


def test_steps_that_are_closed_make_nothing_more():
    made = []
    work = Steps(50).each(made.append(number) for number in range(50))
    assert next(work) == 2
    work.close()
    assert made == [0]
    assert next(work, None) is None


@pytest.mark.parametrize("format", [format for format in FORMATS if format != "scorer"])
def test_export_gives_way_many_times_while_it_is_made(format):
    kb = synthetic_knowledge(60)
    shares = []
    work = encode_in_steps(kb, TAXONOMY, format=format, name="story")
    while True:
        try:
            shares.append(next(work))
        except StopIteration as end:
            assert end.value == encode(kb, TAXONOMY, format=format, name="story")
            break
    assert shares == sorted(set(shares))
    assert len(shares) > 20
