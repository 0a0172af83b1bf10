"""Dates as texts give them: "on Tuesday", "last month", "in 2011", resolved against the day an article was published.

A date is no finer than what the text says: "2011", "2011-05", "2017-W18" (a week, ISO 8601) or "2017-05-09". `resolve`
returns None where a moment stays unknown; `ahead` looks for the next Tuesday or May, not for the last one.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol


class Moment(Protocol):
    """What a time expression says, before it is known when its article was published."""

    def resolve(self, published: date | None, *, ahead: bool) -> str | None:
        """Return the ISO date, None where it stays unknown."""
        ...


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """ "in 2011", "in May 2011", "on 9 May", "last May"; `direction` is -1, 0 or 1 for "last", "this" and "next"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    direction: int = 0

    def resolve(self, published: date | None, *, ahead: bool) -> str | None:
        """Return the date, without a year in the one that lies nearest in the direction of the telling."""
        if self.year is not None:
            return _iso(self.year, self.month, self.day)
        if published is None or self.month is None:
            return None
        now = (published.month, published.day if self.day else 0)
        then = (self.month, self.day or 0)
        if (ahead and not self.direction) or self.direction > 0:
            year = published.year + (then < now or (self.direction > 0 and then == now))
        else:
            year = published.year - (then > now or (self.direction < 0 and then == now))
        return _iso(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Weekday:
    """ "on Tuesday", "last Tuesday", "Tuesday of next week" (`week` is 1); `number` counts from Monday as 0."""

    number: int
    direction: int = 0
    week: int | None = None

    def resolve(self, published: date | None, *, ahead: bool) -> str | None:
        """Return the day: the last such one up to the article's, or the next one."""
        if published is None:
            return None
        since = (published.weekday() - self.number) % 7
        if self.week is not None:
            days = self.number - published.weekday() + 7 * self.week
        elif self.direction > 0 or (ahead and not self.direction):
            days = 7 - since if since or self.direction else 0
        else:
            days = -(since or (7 if self.direction else 0))
        return _day(published, days)


@dataclass(frozen=True, slots=True)
class Shift:
    """ "yesterday", "last month", "two years ago": `count` days, weeks, months or years from the article's."""

    unit: str
    count: int

    def resolve(self, published: date | None, *, ahead: bool) -> str | None:  # noqa: ARG002
        """Return the day, week, month or year that lies so far from the article's."""
        if published is None:
            return None
        if self.unit == "day":
            return _day(published, self.count)
        if self.unit == "week":
            day = _day(published, 7 * self.count)
            return None if day is None else "{}-W{:02}".format(*date.fromisoformat(day).isocalendar()[:2])
        months = published.year * 12 + published.month - 1 + self.count * (12 if self.unit == "year" else 1)
        return _iso(months // 12, months % 12 + 1 if self.unit == "month" else None)


def _day(published: date, days: int) -> str | None:
    try:
        return (published + timedelta(days=days)).isoformat()
    except OverflowError:  # "a million days ago"
        return None


def _iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:  # "31 June"
        return None
    return first.isoformat()[: 10 if day else 7 if month else 4]
