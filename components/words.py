"""Small phrases that several parts of the page share."""

from datetime import date

_MONTHS = (
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


def counted(count: int, word: str) -> str:
    """Return "1 relation", "1,204 relations"."""
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def dated(iso: str) -> str:
    """Return an ISO date as "10 May 2017", never broken over two lines; what is no date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day}\N{NO-BREAK SPACE}{_MONTHS[day.month - 1]}\N{NO-BREAK SPACE}{day.year}"


def source_line(outlet: str | None, published: str | None) -> str:
    """Return where and when an article stood: "The Independent · 10 May 2017", or what is known of that."""
    return " · ".join(part for part in (outlet, dated(published) if published else None) if part)
