"""Words for the reader that the page and the command line share: dates, and how sure a claim is."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# The least confidence of each word; below all of them it is low.
CONFIDENCE_STEPS = ((0.7, "high"), (0.5, "medium"))


def dated(iso: str) -> str:
    """Return an ISO date in words, as far as it goes; what is no date stays as it is.

    "2017-05-10" is "10 May 2017", "2017-05" is "May 2017", "2017" stays, "2017-W19" is "the week of 8 May 2017".
    """
    year, _, rest = iso.partition("-")
    full = f"{iso}-01-01" if not rest else iso if "-" in rest else f"{iso}-1" if "W" in rest else f"{iso}-01"
    try:
        day = date.fromisoformat(full)
    except ValueError:
        return iso
    month = f"{MONTHS[day.month - 1]} {day.year}"
    if "W" in rest:
        return f"the week of {day.day} {month}"
    return year if not rest else f"{day.day} {month}" if "-" in rest else month


def confidence_word(confidence: float) -> str:
    """Return how sure a claim is in a word: "high", "medium" or "low"."""
    return next((word for least, word in CONFIDENCE_STEPS if confidence >= least), "low")
