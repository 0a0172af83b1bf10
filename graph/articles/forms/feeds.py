"""Feeds (RSS, Atom): what their entries hold, and where the articles behind them are."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from graph.articles.drafts import Draft, headed_page, quoted
from graph.articles.facts import Facts, find_date, web_address
from graph.articles.forms.xml import parse_xml, text_at
from graph.errors import ArticleError

MOST_ENTRIES = 1_000
ENTRIES = "//*[local-name()='item' or local-name()='entry']"
BODIES = ("encoded", "content", "description", "summary")


def read_feed(raw: bytes, name: str) -> Iterator[Draft | ArticleError]:
    """Give the articles in a feed's entries, as far as the feed itself holds them; nothing is fetched.

    Raises ArticleError for a feed without entries.
    """
    for draft, entry in _drafts(raw, name):
        if draft.raw:
            yield draft
        else:
            title = text_at(entry, "title") or draft.name
            yield ArticleError(f"{quoted(title)} in {quoted(name)} has no text; add the feed by its address instead.")


def read_links(raw: bytes, name: str) -> list[Draft]:
    """Return the entries of a feed that say where their articles are, as `Draft.facts.url`."""
    return [draft for draft, _ in _drafts(raw, name) if draft.facts.url]


def _drafts(raw: bytes, name: str) -> Iterator[tuple[Draft, Any]]:
    root = parse_xml(raw)
    entries = [] if root is None else root.xpath(ENTRIES)
    if not entries:
        raise ArticleError(f"{quoted(name)} is a feed without entries; look for another address of it.")
    channel = root.find("{*}channel")
    outlet = _own(root if channel is None else channel, "title")
    for number, entry in enumerate(entries[:MOST_ENTRIES], start=1):
        title = _own(entry, "title")
        body = next((text for part in BODIES if (text := _content(entry.find(f"{{*}}{part}")))), "")
        facts = Facts(
            title=title,
            outlet=outlet,
            published=_day(text_at(entry, "pubDate", "published", "date", "updated")),
            url=_link(entry),
            author=text_at(entry, "creator", "name", "author"),
        )
        yield Draft(f"{name}, entry {number}", headed_page(title, body) if body else "", facts), entry


def _own(element: Any, name: str) -> str | None:
    found = element.find(f"{{*}}{name}")
    return None if found is None else " ".join("".join(found.itertext()).split()) or None


def _content(element: Any) -> str:
    """Return an element's words: of XHTML the text of its blocks, else what it holds, which is HTML."""
    if element is None:
        return ""
    if len(element):
        return "".join(f"<p>{' '.join(text.split())}</p>" for text in element.itertext() if text.strip())
    return (element.text or "").strip()


def _link(entry: Any) -> str | None:
    for link in entry.iterfind("{*}link"):
        if link.get("rel", "alternate") == "alternate" and (
            address := web_address(link.get("href") or (link.text or "").strip())
        ):
            return address
    return web_address(_own(entry, "guid"))


def _day(told: str | None) -> str | None:
    if not told:
        return None
    try:
        return parsedate_to_datetime(told).date().isoformat()
    except (ValueError, TypeError):
        return find_date(told)
