"""Tests of graph.intervals."""

from datetime import date

import pytest

from graph.intervals import interval_of, overlap


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2017-05-09", "2017-05-09", "2017-05-09"),
        ("2017-W19", "2017-05-08", "2017-05-14"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-12", "2017-12-01", "2017-12-31"),
        ("2017", "2017-01-01", "2017-12-31"),
    ],
)
def test_interval_is_as_long_as_its_date_is_coarse(iso, first, last):
    assert interval_of(iso) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "soon", "2017-13", "2017-W60", "2017-02-30", "17"])
def test_interval_of_what_is_no_date_is_none(text):
    assert interval_of(text) is None


def test_overlap_needs_a_common_day():
    may, ninth, june = (interval_of(iso) for iso in ("2017-05", "2017-05-31", "2017-06"))
    assert overlap(may, ninth)
    assert overlap(ninth, may)
    assert not overlap(may, june)
