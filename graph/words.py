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
CONFIDENCE_STEPS = ((0.75, "high"), (0.55, "medium"))


def dated(iso: str) -> str:
    """Return an ISO date as "10 May 2017", "May 2017" or "2017", as far as it goes; what is no date stays as it is."""
    year, _, rest = iso.partition("-")
    try:
        day = date.fromisoformat(f"{iso}-01-01" if not rest else iso if "-" in rest else f"{iso}-01")
    except ValueError:
        return iso
    if not rest:
        return year
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return f"{day.day} {month}" if "-" in rest else month


def confidence_word(confidence: float) -> str:
    """Return how sure a claim is in a word: "high", "medium" or "low"."""
    return next((word for least, word in CONFIDENCE_STEPS if confidence >= least), "low")
