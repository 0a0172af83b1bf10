"""The `Key: value` lines that may stand on top of a text file, between lines of "---" or not."""

import re

from graph.articles.facts import Facts, find_date, web_address
from graph.model import RemovedSpan, TextSpan

HEADER = "header"
LINE = re.compile(r"[^\n]+")
FENCE = re.compile(r"-{3,} *")
ENTRY = re.compile(r"(?P<key>[A-Za-z][A-Za-z ]{1,20}?) ?: +(?P<value>\S[^\n]*?) *")
LONGEST = 5_000  # characters
FIELDS = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
    "source": "outlet",
    "site": "outlet",
    "date": "published",
    "published": "published",
    "url": "url",
    "link": "url",
    "author": "author",
    "by": "author",
    # Kept out of the story, but not kept:
    "language": "",
    "license": "",
    "licence": "",
    "section": "",
    "note": "",
}
TELLING = ("title", "headline", "url")  # with another key, a line alone on top may be a headline


def read_header(text: str) -> tuple[Facts, tuple[RemovedSpan, ...], int]:
    """Return the facts of the header of `text`, what of it is not to be read, and where the story starts.

    The title's own words are left in the story, as a headline is, unless the story starts with the same words.
    """
    lines = list(LINE.finditer(text[:LONGEST]))
    fenced = FENCE.fullmatch(lines[0][0]) is not None
    entries: dict[str, re.Match[str]] = {}
    end = 0
    for number, line in enumerate(lines[fenced:], start=fenced):
        entry = ENTRY.fullmatch(text, line.start(), line.end())
        key = entry["key"].lower() if entry else ""
        apart = number > fenced and "\n\n" in text[end : line.start()]
        if not entry or key not in FIELDS or apart:
            end = line.end() if entries and fenced and FENCE.fullmatch(line[0]) else end
            break
        entries.setdefault(key, entry)
        end = line.end()
    if len(entries) < 2 and not fenced and not any(key in TELLING for key in entries):
        return Facts(), (), 0
    values = {FIELDS[key]: entry["value"] for key, entry in reversed(entries.items())}
    facts = Facts(
        title=values.get("title"),
        outlet=values.get("outlet"),
        published=find_date(values.get("published", "")),
        url=web_address(values.get("url")),
        author=values.get("author"),
    )
    title = next((entry.span("value") for key, entry in entries.items() if FIELDS[key] == "title"), None)
    if title is None or text[end:].lstrip().startswith(text[slice(*title)]):
        title = (end, end)
    spans = (TextSpan(lines[0].start(), title[0]), TextSpan(title[1], end))
    return facts, tuple(RemovedSpan(span, HEADER) for span in spans if span.of(text).strip()), end
