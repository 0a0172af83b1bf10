"""Tests of graph.days."""

from datetime import date

import pytest

from graph.days import Period, days_of


def ordinal(iso: str) -> int:
    return (date.fromisoformat(iso) - date(1970, 1, 1)).days


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2017-05-09", "2017-05-09", "2017-05-09"),
        ("2017-W19", "2017-05-08", "2017-05-14"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
    ],
)
def test_days_of_a_date_are_all_that_it_means(iso, first, last):
    assert days_of(iso) == (ordinal(first), ordinal(last))


@pytest.mark.parametrize(
    "iso",
    ["", "soon", "2017-13", "2017-02-30", "2017-W54", "0000", "20170509", "2017-05-09T10:00", "２０１７", "9999-W53"],
)
def test_days_of_what_is_no_date_are_none(iso):
    assert days_of(iso) is None


def test_days_of_a_period_are_whole():
    assert Period("2016-02", "2016-02") == Period("2016-02-01", "2016-02-29")
    assert Period("2017-W19", "never") == Period("2017-05-08")
    assert Period("2017", "2018").days == (ordinal("2017-01-01"), ordinal("2018-12-31"))
    assert Period().days[0] < ordinal("0001-01-01")
