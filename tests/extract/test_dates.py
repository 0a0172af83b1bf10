"""Dates: what a moment is, seen from the day an article was published (2017-05-10, a Wednesday)."""

from datetime import date

import pytest

from graph.extract.dates import CalendarDate, Moment, Shift, Weekday

PUBLISHED = date(2017, 5, 10)


@pytest.mark.parametrize(
    ("moment", "behind", "ahead"),
    [
        (CalendarDate(2011), "2011", "2011"),
        (CalendarDate(2011, 3), "2011-03", "2011-03"),
        (CalendarDate(2012, 2, 29), "2012-02-29", "2012-02-29"),
        (CalendarDate(2011, 2, 29), None, None),
        (CalendarDate(month=5), "2017-05", "2017-05"),
        (CalendarDate(month=6), "2016-06", "2017-06"),
        (CalendarDate(month=4), "2017-04", "2018-04"),
        (CalendarDate(month=5, day=10), "2017-05-10", "2017-05-10"),
        (CalendarDate(month=5, day=11), "2016-05-11", "2017-05-11"),
        (CalendarDate(month=5, direction=-1), "2016-05", "2016-05"),
        (CalendarDate(month=4, direction=-1), "2017-04", "2017-04"),
        (CalendarDate(month=5, direction=1), "2018-05", "2018-05"),
        (Weekday(2), "2017-05-10", "2017-05-10"),
        (Weekday(1), "2017-05-09", "2017-05-16"),
        (Weekday(3), "2017-05-04", "2017-05-11"),
        (Weekday(2, direction=-1), "2017-05-03", "2017-05-03"),
        (Weekday(2, direction=1), "2017-05-17", "2017-05-17"),
        (Weekday(3, direction=1), "2017-05-11", "2017-05-11"),
        (Weekday(4, week=-1), "2017-05-05", "2017-05-05"),
        (Weekday(0, week=0), "2017-05-08", "2017-05-08"),
        (Shift("day", -1), "2017-05-09", "2017-05-09"),
        (Shift("week", -1), "2017-W18", "2017-W18"),
        (Shift("month", -5), "2016-12", "2016-12"),
        (Shift("month", 8), "2018-01", "2018-01"),
        (Shift("year", -2), "2015", "2015"),
        (Shift("year", -3000), None, None),
        (Shift("day", -(10**9)), None, None),
    ],
)
def test_dates_are_resolved_against_the_day_of_publication(
    moment: Moment, behind: str | None, ahead: str | None
) -> None:
    assert moment.resolve(PUBLISHED, ahead=False) == behind
    assert moment.resolve(PUBLISHED, ahead=True) == ahead


@pytest.mark.parametrize("moment", [CalendarDate(month=5), CalendarDate(month=5, day=9), Weekday(1), Shift("day", -1)])
def test_dates_without_a_day_of_publication_stay_unknown(moment: Moment) -> None:
    assert moment.resolve(None, ahead=False) is None
