"""Drafts: articles as their form gives them, before they are read."""

import html
from dataclasses import dataclass, field

from graph.articles.facts import Facts


@dataclass(frozen=True, slots=True)
class Draft:
    """One article to be: its text or web page, what its form says of it, and the name that messages give it."""

    name: str
    raw: bytes | str
    facts: Facts = field(default_factory=Facts)


def quoted(name: str) -> str:
    """Return the name of a file or an address as messages show it: on one line and not too long."""
    return repr(name if len(name) <= 120 else f"{name[:60]}…{name[-50:]}")


def headed(title: str | None, text: str) -> str:
    """Return a plain text below its title, unless it begins with it."""
    return f"{title}\n\n{text}" if title and not text.lstrip().startswith(title) else text


def headed_page(title: str | None, body: str) -> str:
    """Return a piece of a web page as a page with a title."""
    shown = html.escape(title or "")
    head = f"<h1>{shown}</h1>" if title else ""
    return (
        f"<!doctype html><html><head><title>{shown}</title></head><body><article>{head}{body}</article></body></html>"
    )
