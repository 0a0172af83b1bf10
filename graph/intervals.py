"""Intervals: the days that an ISO date of any grain stands for."""

import re
from datetime import date, timedelta

Interval = tuple[date, date]
ALWAYS: Interval = (date.min, date.max)


def interval_of(iso: str) -> Interval | None:
    """Return the first and last day of "2017-05-09", "2017-W19", "2017-05" or "2017"; None for what is no date."""
    try:
        if re.fullmatch(r"\d{4}", iso):
            return date(int(iso), 1, 1), date(int(iso), 12, 31)
        if re.fullmatch(r"\d{4}-\d{2}", iso):
            first = date.fromisoformat(f"{iso}-01")
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if re.fullmatch(r"\d{4}-W\d{2}", iso):
            monday = date.fromisoformat(f"{iso}-1")
            return monday, monday + timedelta(days=6)
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day, day


def overlap(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]
