"""Days: the ISO dates of texts as numbers that can be compared, however coarse a date is."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graph.words import dated

FIRST_DAY, LAST_DAY = -(2**31), 2**31 - 1  # before and after every day
_EPOCH = date(1970, 1, 1).toordinal()
_DATE = re.compile(r"([0-9]{4})(?:-W([0-9]{2})|-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(1 << 14)
def days_of(iso: str) -> tuple[int, int] | None:
    """Return the first and the last day of an ISO date as numbers, counted from 1970; None for what is no date.

    A date may be a day, a week, a month or a year: "2017-05-09", "2017-W19", "2017-05", "2017".
    """
    found = _DATE.fullmatch(iso)
    if not found:
        return None
    year, week, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first, last = _bounds(year, week, month, day)
    except (ValueError, OverflowError):
        return None
    return first.toordinal() - _EPOCH, last.toordinal() - _EPOCH


def _bounds(year: int, week: int, month: int, day: int) -> tuple[date, date]:
    if day or month:
        first = date(year, month, day or 1)
        return first, date(year, month, day or monthrange(year, month)[1])
    if week:
        monday = date.fromisocalendar(year, week, 1)
        return monday, monday + timedelta(days=6)
    return date(year, 1, 1), date(year, 12, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both meant, as ISO dates; "" for no bound on that side.

    A coarser date is made a day ("2017-05" is the 1st as first and the 31st as last), what is no date is left out.
    """

    first: str = ""
    last: str = ""

    def __post_init__(self) -> None:
        for name, end in (("first", 0), ("last", 1)):
            days = days_of(getattr(self, name))
            object.__setattr__(self, name, date.fromordinal(days[end] + _EPOCH).isoformat() if days else "")

    @property
    def days(self) -> tuple[int, int]:
        """Return the first and the last day as numbers, counted from 1970."""
        first, last = days_of(self.first), days_of(self.last)
        return first[0] if first else FIRST_DAY, last[1] if last else LAST_DAY

    def describe(self) -> str:
        """Return the period in words: "from 1 May 2017 to 9 May 2017", "on 9 May 2017", "until 9 May 2017"."""
        if self.first and self.first == self.last:
            return f"on {dated(self.first)}"
        if not self.last:
            return f"since {dated(self.first)}"
        return f"from {dated(self.first)} to {dated(self.last)}" if self.first else f"until {dated(self.last)}"


ALWAYS = Period()
