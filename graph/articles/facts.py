"""What a text says about itself: its title, date, outlet and address."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from graph.articles.cues import plain_line
from graph.articles.paragraphs import find_story
from graph.model import RemovedSpan

MAX_TITLE = 200  # characters
SHOWN_TITLE = 80  # characters of a first sentence that stands in for a headline
DATED = ("date line", "byline")  # the reasons of what may tell when the article was published
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NAMED_DATE = re.compile(
    rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{'|'.join(MONTHS)})[a-z]*\.?"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?)?,? (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
ISO_DATE = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_./]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")
SHORT_DATE = re.compile(r"(?<!\d)(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>(?:19|20)\d\d)(?!\d)")
AGENCY = re.compile(r"\(([A-Z][\w .]{1,20})\)")
# How an outlet speaks of itself in an appeal: "The Guardian is", "The Independent relies on".
OWN_NAME = re.compile(r"\bThe(?: [A-Z][\w'’]+){1,3}(?= (?:is|has|are|relies|depends|needs|believes|remains)\b)")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article beside its text; None where nothing says it."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    author: str | None = None

    def or_else(self, other: "Facts") -> "Facts":
        """Return these facts, with the gaps filled from `other`."""
        return Facts(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            published=self.published or other.published,
            url=self.url or other.url,
            author=self.author or other.author,
        )


def read_facts(text: str, removed: tuple[RemovedSpan, ...], *, name: str) -> Facts:
    """Return what `text`, the parts removed from it and the file's `name` tell of an article."""
    parts = [(part.reason, part.span.of(text)) for part in removed]
    dates = (find_date(line) for reason, part in parts if reason in DATED for line in part.split("\n"))
    # An address further down belongs to something that the story speaks of.
    top = [span.start for span in find_story(text, removed)[:2]][-1:]
    above = "\n".join(part.span.of(text) for part in removed if part.span.start < sum(top))
    url = next((address for line in above.split("\n") if (address := web_address(line.strip()))), None)
    agencies = (match[1] for reason, part in parts if reason == "dateline" and (match := AGENCY.search(part)))
    return Facts(
        outlet=next(agencies, None) or _own_name(parts) or outlet_of(url),
        published=next((day for day in dates if day), None) or find_date(name),
        url=url,
    )


def find_title(text: str, removed: tuple[RemovedSpan, ...]) -> str:
    """Return the headline: the first paragraph of the story if it looks like one, else the story's first words."""
    story = find_story(text, removed)
    if not story:
        return shorten(text)
    first = story[0].of(text)
    is_headline = len(story) > 1 and len(first) <= MAX_TITLE and not first.endswith((".", ";", ",", ":"))
    return plain_line(first) or shorten(text) if is_headline else shorten(first)


def shorten(text: str) -> str:
    """Return the first words of `text`, with an ellipsis if there are more."""
    line = " ".join(text[: 4 * SHOWN_TITLE].split())
    if len(line) <= SHOWN_TITLE:
        return line
    return line[:SHOWN_TITLE].rsplit(" ", 1)[0].rstrip(",;:–—-") + "…"


def find_date(line: str) -> str | None:
    """Return the first full date in `line` as ISO ("2017-05-10"), None if there is none or its order is unclear."""
    if match := NAMED_DATE.search(line):
        month = MONTHS.index(match["month"].lower()) + 1
        return _iso(match["year"], month, match["before"] or match["after"])
    if match := ISO_DATE.search(line):
        return _iso(match["year"], match["month"], match["day"])
    if match := SHORT_DATE.search(line):
        # 5/10/2017 is May in one country and October in another; 13/5/2017 is May in both.
        small, large = sorted((int(match["first"]), int(match["second"])))
        return _iso(match["year"], small, large) if large > 12 or small == large else None
    return None


def web_address(value: str | None) -> str | None:
    """Return `value` if it is an http(s) address that may be shown as a link, else None."""
    value = (value or "").strip()
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    is_address = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"[\s<>\"'`\\]", value)
    return value if is_address else None


def outlet_of(url: str | None) -> str | None:
    """Return the host of an address without its "www.", None without an address."""
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None


def _iso(year: str, month: str | int, day: str | int | None) -> str | None:
    try:
        return date(int(year), int(month), int(day or 0)).isoformat()
    except ValueError:
        return None


def _own_name(parts: Iterable[tuple[str, str]]) -> str | None:
    """Return the outlet that speaks of itself in its appeals, if one name stands out."""
    names = Counter(name for reason, part in parts if reason == "appeal" for name in OWN_NAME.findall(part))
    return names.most_common(1)[0][0] if names else None
