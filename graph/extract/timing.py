"""Timing: the time expressions in a doc, and which of its events each of them dates.

A date belongs to the event that it modifies: to "met" in "met Ann Hale on Tuesday", to "meeting" in "Tuesday's
meeting", to "said" and not to "fired" in "said on Tuesday that Ann Hale had fired him". Spans of time ("since 2011",
"from May to June", "over the past year") do not say when something happened, and give no date. Libraries that guess
dates (dateparser and its like) fill in what a text leaves open, "May" with today's day; hence a grammar of our own.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.dates import CalendarDate, Moment, Shift, Weekday
from graph.extract.quotations import find_quotations
from graph.extract.roles import carriers, dated_event
from graph.model import Status

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

MONTH_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
# Months that are verbs or first names too, and need a word beside them that only dates have.
AMBIGUOUS = frozenset({"march", "may", "mar", "jan", "june", "april", "august", "jun", "apr", "dec"})
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
COUNTS = {
    name: number
    for number, name in enumerate("a two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"an": 1, "one": 1}
UNITS = {f"{unit}{plural}": unit for unit in ("day", "week", "month", "year") for plural in ("", "s")}
NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DIRECTIONS = {"last": -1, "this": 0, "next": 1}
OPENING = frozenset({*MONTHS, *(f"{month}." for month in MONTHS), *WEEKDAYS, *COUNTS, *NEAR, *DIRECTIONS})
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
# What stands before a stretch of time, or before a date from which another is counted.
SPANNING = frozenset(
    "since until till by before after from between to through over within past beyond than despite for pending".split()
)
BLURRING = frozenset({"early", "late", "mid", "around", "about", "the", "-", "earlier", "later", "only", "just"})
# "the summer of 2016", "the end of May": the part of a date that makes it no clearer.
PARTS = frozenset({"spring", "summer", "autumn", "fall", "winter", "end", "beginning", "start", "middle"})
DATING = frozenset(
    {"in", "on", "of", "during", "early", "late", "mid", "since", "last", "next", "this", "until", "from"}
)
FIRST_YEAR, LAST_YEAR = 1500, 2100
MODALS = frozenset({"will", "shall", "would", "can", "could", "may", "might", "should", "must", "'ll", "wo"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """The tokens from `start` up to `end` that say a moment."""

    start: int
    end: int
    moment: Moment


class Timing:
    """Says when the events of an article took place."""

    def __init__(
        self, doc: "Doc", published: str | None, triggers: Collection[int], taken: Collection[int], cues: Cues
    ) -> None:
        """Take the tokens that trigger claims, and those that are parts of names ("Theresa May")."""
        self._doc = doc
        self._published = date.fromisoformat(published) if published else None
        self._light = cues.light_verbs | cues.receiving_verbs
        year = int(published[:4]) if published else None
        self._moments: defaultdict[int, list[TimeExpression]] = defaultdict(list)
        quotations = find_quotations(doc)
        for expression in find_time_expressions(doc, taken, year=year):
            first = expression.moment
            if quotations[expression.start] and not (isinstance(first, CalendarDate) and first.year):
                continue  # the day of a quoted "yesterday" is not known
            event = dated_event(doc.span(expression.start, expression.end).root, triggers)
            if event is not None:
                self._moments[event.i].append(expression)

    def when(self, trigger: "Token", status: Status) -> str | None:
        """Return the ISO date on which the event that a trigger names took place or is to, None if unknown."""
        expressions = next((found for found in self._dates_of(trigger) if found), [])
        ahead = status in (Status.PLANNED, Status.CONDITIONAL) or any(
            child.lower_ in MODALS and trigger.tag_ == "VB" for child in trigger.lefts
        )
        dates = {found for e in expressions if (found := e.moment.resolve(self._published, ahead=ahead))}
        finest = max(dates, key=len, default=None)
        return finest if finest is not None and all(finest.startswith(other) for other in dates) else None

    def _dates_of(self, trigger: "Token") -> Iterator[list[TimeExpression]]:
        """Yield the dates of the event itself, then those of the words whose time is its own too."""
        yield self._moments.get(trigger.i, [])
        for carrier, shares_before in carriers(trigger, self._light):
            yield [
                e
                for e in self._moments.get(carrier.i, [])
                if e.start > trigger.i or (shares_before and e.start < carrier.i)
            ]


def find_time_expressions(doc: "Doc", taken: Collection[int] = (), *, year: int | None = None) -> list[TimeExpression]:
    """Return the time expressions of a doc that say a moment, in order; tokens in `taken` are parts of names.

    After another year than the article's `year`, a month or day without a year stays unknown: "In 2014 she left. In
    June ..." is not said of this June.
    """
    found: list[TimeExpression] = []
    other_year_end = -1
    i = 0
    while i < len(doc):
        expression = None if i in taken else _expression_at(doc, i, taken)
        if expression is None:
            i += 1
            continue
        i = expression.end
        moment = expression.moment
        if isinstance(moment, CalendarDate):
            if moment.year is not None:
                other_year_end = expression.end if moment.year != year else -1
            elif other_year_end > 0 and _is_near(doc, other_year_end, expression.start):
                continue
        if not _is_span(doc, expression):
            found.append(expression)
    return found


def _expression_at(doc: "Doc", i: int, taken: Collection[int]) -> TimeExpression | None:
    """Return the time expression that begins at a token, None where none does."""
    word = doc[i].lower_
    if word not in OPENING and not word[0].isdigit():
        return None
    if word in NEAR:
        return TimeExpression(i, i + 1, Shift("day", NEAR[word]))
    if word in DIRECTIONS:
        return _directed(doc, i, DIRECTIONS[word], taken)
    if (word in COUNTS or word.isdigit()) and _lower(doc, i + 2) == "ago" and (unit := UNITS.get(_lower(doc, i + 1))):
        return TimeExpression(i, i + 3, Shift(unit, -(COUNTS.get(word) or int(word))))
    if word in WEEKDAYS:
        return _weekday(doc, i, taken)
    return _calendar(doc, i, taken)


def _directed(doc: "Doc", i: int, direction: int, taken: Collection[int]) -> TimeExpression | None:
    """Return "last week", "this morning", "next Tuesday", "last May"; "the last week" is a stretch of time."""
    if i + 1 >= len(doc) or i + 1 in taken or (direction and _lower(doc, i - 1) == "the"):
        return None
    word = doc[i + 1].lower_
    moment: Moment | None = None
    if word in WEEKDAYS:
        moment = Weekday(WEEKDAYS[word], direction, 0 if direction == 0 else None)
    elif word in MONTHS and doc[i + 1].is_title:
        moment = CalendarDate(month=MONTHS[word], direction=direction)
    elif word in PARTS_OF_DAY and direction <= 0:
        moment = Shift("day", direction)
    elif word == "weekend" or (word in UNITS and word not in ("day", "days") and not word.endswith("s")):
        moment = Shift(UNITS.get(word, "week"), direction)
    return TimeExpression(i, i + 2, moment) if moment is not None else None


def _weekday(doc: "Doc", i: int, taken: Collection[int]) -> TimeExpression | None:
    """Return "Tuesday", "Tuesday night", "Tuesday, 9 May", "Tuesday of last week"; "Black Friday" is no date."""
    before = doc[i - 1] if i else None
    if not doc[i].is_title or (before is not None and before.is_title and not before.is_sent_start):
        return None
    number, end = WEEKDAYS[doc[i].lower_], i + 1
    if _lower(doc, end) in PARTS_OF_DAY:
        end += 1
    following = end + (_lower(doc, end) in (",", "of"))
    if following < len(doc) and following not in taken:
        if (calendar := _calendar(doc, following, taken)) is not None:
            return TimeExpression(i, calendar.end, calendar.moment)
        if (shift := DIRECTIONS.get(doc[following].lower_)) is not None and _lower(doc, following + 1) == "week":
            return TimeExpression(i, following + 2, Weekday(number, week=shift))
    return TimeExpression(i, end, Weekday(number))


def _calendar(doc: "Doc", i: int, taken: Collection[int]) -> TimeExpression | None:
    """Return "9 May 2017", "the 9th of May", "May 9, 2017", "May 2017", "May", "2017", "2017-05-09"."""
    day = _day(doc, i)
    if day and (month := _month(doc, i + (2 if _lower(doc, i + 1) == "of" else 1), taken)):
        end = i + (3 if _lower(doc, i + 1) == "of" else 2)
        year = _year(doc, end)
        return TimeExpression(i, end + (year is not None), CalendarDate(year, month, day))
    if month := _month(doc, i, taken):
        day, end = _day(doc, i + 1), i + 1
        if day:
            end += 1
        comma = _lower(doc, end) == ","
        if (year := _year(doc, end + comma)) is not None:
            return TimeExpression(i, end + comma + 1, CalendarDate(year, month, day))
        if not day and doc[i].lower_.rstrip(".") in AMBIGUOUS and _lower(doc, i - 1) not in DATING:
            return None
        return TimeExpression(i, end, CalendarDate(None, month, day))
    year = _year(doc, i)
    return TimeExpression(i, i + 1, CalendarDate(year)) if year is not None and _is_told_as_year(doc, i) else None


def _lower(doc: "Doc", i: int) -> str:
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def _month(doc: "Doc", i: int, taken: Collection[int]) -> int | None:
    if i >= len(doc) or i in taken or not (doc[i].is_title or doc[i].is_upper):
        return None
    return MONTHS.get(doc[i].lower_.rstrip("."))


def _day(doc: "Doc", i: int) -> int | None:
    """Return the day of the month that a token gives: "9", "9th"."""
    digits = _lower(doc, i).removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(digits) if len(digits) < 3 and digits.isdecimal() and 1 <= int(digits) <= 31 else None


def _year(doc: "Doc", i: int) -> int | None:
    text = _lower(doc, i)
    return int(text) if len(text) == 4 and text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR else None


def _is_told_as_year(doc: "Doc", i: int) -> bool:
    """Tell whether a number is a year: "in 2011", "the 2011 deal", "2011's", not "2000 soldiers"."""
    if i + 1 < len(doc) and doc[i + 1].tag_ == "NNS":
        return False
    before, after = _lower(doc, i - 1), _lower(doc, i + 1)
    return before in DATING | SPANNING or before in ("the", "a", "its", "his", "her") or after in ("'s", "’s")


def _is_span(doc: "Doc", expression: TimeExpression) -> bool:
    """Tell whether a date bounds a stretch of time ("since 2011") and dates no event ("after the 2011 deal")."""
    root = doc.span(expression.start, expression.end).root
    if _lower(doc, expression.end) in ("'s", "’s") or (root.head.i >= expression.end > root.i and root.pos_ == "NUM"):
        return False
    i = expression.start - 1
    while _lower(doc, i) in BLURRING or _lower(doc, i) in PARTS or _lower(doc, i) == "of":
        i -= 1
    return _lower(doc, i) in SPANNING


def _is_near(doc: "Doc", before: int, start: int) -> bool:
    """Tell whether a token stands in the same sentence as the one that ends at `before`, or in the next."""
    end = doc[before - 1].sent.end
    return start < end or (end < len(doc) and start < doc[end].sent.end)
