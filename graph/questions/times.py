"""Times in a question: "in May 2017", "since 9 May 2017", "between 2015 and 2017"."""

from collections.abc import Sequence
from datetime import date, timedelta

from graph.intervals import Interval, interval_of
from graph.questions.tokens import Token
from graph.questions.values import NotUnderstoodError
from graph.words import MONTHS

WITHIN = {"in", "on", "during", "of"}
FROM, BEFORE, AFTER = {"since", "from"}, {"before", "until", "till"}, {"after"}
DEICTIC = {"today", "yesterday", "tomorrow", "now", "recently", "lately", "ago", "tonight"}
RELATIVE = {"last", "this", "next"}
UNITS = {"week", "month", "year", "day", "night", "weekend"}
# Months by their names and short forms.
CALENDAR = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
CALENDAR |= {name[:3]: number for name, number in CALENDAR.items()} | {"sept": 9}
DAY = timedelta(days=1)


def take_times(tokens: Sequence[Token]) -> tuple[list[Token], Interval | None]:
    """Return the tokens without the dates, and the days that these leave; None where there is no date.

    Raises NotUnderstoodError for a time that depends on today, and for a month or day without its year.
    """
    _refuse_relative(tokens)
    kept: list[Token] = []
    within: Interval | None = None
    place = 0
    while place < len(tokens):
        found = _read_phrase(tokens, place)
        if found is None:
            kept.append(tokens[place])
            place += 1
        else:
            days, place = found
            within = days if within is None else (max(within[0], days[0]), min(within[1], days[1]))
    if within and within[0] > within[1]:
        raise NotUnderstoodError("The dates leave no day; write the earlier one first.")
    return kept, within


def _refuse_relative(tokens: Sequence[Token]) -> None:
    words = [token.text for token in tokens]
    for place, word in enumerate(words):
        if word in DEICTIC or (word in RELATIVE and words[place + 1 : place + 2] and words[place + 1] in UNITS):
            raise NotUnderstoodError(f"“{word}” depends on the day; write a date, like “in May 2017”.")


def _read_phrase(tokens: Sequence[Token], place: int) -> tuple[Interval, int] | None:
    """Return the days of a preposition with its date, and where it ends."""
    word = tokens[place].text
    if tokens[place].is_name or word not in WITHIN | FROM | BEFORE | AFTER | {"between"}:
        return None
    found = _read_date(tokens, place + 1) if word != "of" or _word(tokens, place + 1).isdigit() else None
    if found is None:
        return None
    days, end = found
    if word in FROM | {"between"}:
        second = _read_date(tokens, end + 1) if _word(tokens, end) in {"to", "until", "till", "and"} else None
        if second is not None:
            return (days[0], second[0][1]), second[1]
        if word == "between":
            return None
        return (days[0], date.max), end
    if word in BEFORE:
        return (date.min, days[0] - DAY), end
    return ((days[1] + DAY, date.max) if word in AFTER else days), end


def _read_date(tokens: Sequence[Token], place: int) -> tuple[Interval, int] | None:
    """Return the days of a date: "9 May 2017", "May 9 2017", "May 2017", "2017", "2017-05-09", and where it ends."""
    place += _word(tokens, place) == "the"
    words = [_word(tokens, place + offset) for offset in range(3)]
    days = interval_of(words[0]) if words[0][:1].isdigit() else None
    if days and 1000 <= days[0].year < 3000:
        return days, place + 1
    if words[1] == "of":  # the 9th of May 2017
        words[1:] = [_word(tokens, place + 2), _word(tokens, place + 3)]
        place += 1
    month = next((CALENDAR[word] for word in words[:2] if word in CALENDAR), None)
    day = next((_day(word) for word in words[:2] if _day(word)), None)
    if month is None or (words[0] not in CALENDAR and day is None):
        return None
    year = words[2] if day else words[1]
    if not (len(year) == 4 and year.isdigit()):
        raise NotUnderstoodError(
            f"Of which year is “{' '.join(filter(None, words[: 2 if day else 1]))}”? Write it too."
        )
    found = interval_of(f"{year}-{month:02d}-{day:02d}" if day else f"{year}-{month:02d}")
    if found is None:
        raise NotUnderstoodError(f"“{' '.join(words)}” is no day of the calendar.")
    return found, place + (3 if day else 2)


def _day(word: str) -> int | None:
    number = word.removesuffix("st").removesuffix("nd").removesuffix("rd").removesuffix("th")
    return int(number) if number.isdigit() and 0 < int(number) < 32 else None


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text if place < len(tokens) and not tokens[place].is_name else ""
