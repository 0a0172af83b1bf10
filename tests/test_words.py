"""Words for the reader: dates as far as they are known, confidence in a word."""

import pytest

from graph.words import confidence_word, dated


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2017-05-09", "9 May 2017"),
        ("2017-W19", "the week of 8 May 2017"),
        ("2017-W60", "2017-W60"),
        ("2017-05", "May 2017"),
        ("2017", "2017"),
        ("0987-12-01", "1 December 987"),
        ("2017-13", "2017-13"),
        ("2017-02-30", "2017-02-30"),
        ("last week", "last week"),
        ("mid-May", "mid-May"),
        ("", ""),
    ],
)
def test_words_write_a_date_out_as_far_as_it_goes(iso, words):
    assert dated(iso) == words


def test_words_say_how_sure_a_claim_is():
    assert [confidence_word(sure) for sure in (1.0, 0.7, 0.69, 0.5, 0.49, 0.0)] == [
        "high",
        "high",
        "medium",
        "medium",
        "low",
        "low",
    ]
