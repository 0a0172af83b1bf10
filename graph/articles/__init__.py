"""File of any form or pasted text -> Article: boilerplate marked as removed, stable offsets, id from the content."""

import hashlib
from pathlib import PurePath

from graph.articles.boilerplate import find_boilerplate
from graph.articles.decoding import check_length, decode
from graph.articles.drafts import Draft, quoted
from graph.articles.facts import Facts, find_title, outlet_of, read_facts, web_address
from graph.articles.forms import MAX_SOURCE_BYTES, SUFFIXES, is_feed, unpack
from graph.articles.forms.feeds import read_links
from graph.articles.forms.rows import PARTS, Columns, find_columns, is_clear
from graph.articles.forms.tables import tables_in, with_columns
from graph.articles.headers import read_header
from graph.articles.paragraphs import MAX_BLOCK, cut_glued, cut_long, find_story
from graph.articles.webpages import is_webpage, read_webpage
from graph.errors import ArticleError
from graph.model import Article, RemovedSpan, TextSpan

__all__ = [
    "MAX_BLOCK",
    "MAX_SOURCE_BYTES",
    "PARTS",
    "SUFFIXES",
    "Columns",
    "Draft",
    "Facts",
    "body_blocks",
    "find_columns",
    "is_clear",
    "is_feed",
    "read_article",
    "read_draft",
    "read_links",
    "tables_in",
    "unpack",
    "web_address",
    "with_columns",
]

AROUND = "outside the article"


def read_article(raw: bytes | str, *, name: str = "", url: str | None = None) -> Article:
    """Return the one article in a file of any form or in pasted words; nothing is fetched and nothing in it is run.

    `text` is all of the text; what is no part of the story (header lines, appeals, menus, credits, ...) is listed in
    `removed` with a reason. Of a web page, the story comes first and the other visible text after it. `name` is the
    name of the file: it is used in messages, and for the date if it has one. `url` is where the text is from.

    Raises ArticleError for nothing, too much, what is no text, a web page without an article, and a file of several
    (see `unpack`).
    """
    first, *others = unpack(raw, name)
    if isinstance(first, ArticleError):
        raise first
    if others:
        raise ArticleError(f"{name!r} holds {len(others) + 1} articles; add it to a project, which reads them all.")
    return read_draft(first, url=url)


def read_draft(draft: Draft, *, url: str | None = None) -> Article:
    """Return the article in a draft (see `read_article`); what its form says of it goes before what its text says."""
    name = draft.name
    what = quoted(name) if name else "The text"
    text = decode(draft.raw, what=what)
    given = Facts(url=web_address(url)).or_else(draft.facts)
    head: tuple[RemovedSpan, ...] = ()
    if is_webpage(text, name=name):
        page = read_webpage(text, what=what, url=given.url)
        facts, start, end = page.facts, 0, len(page.story)
        text = f"{page.story}\n\n{page.around}" if page.around else page.story
    else:
        facts, head, start = read_header(text)
        end = len(text)
    check_length(text, what=what)
    removed = (*head, *find_boilerplate(text, TextSpan(start, end)))
    if end < len(text):
        removed = (*removed, RemovedSpan(TextSpan(end + 2, len(text)), AROUND))
    facts = given.or_else(facts).or_else(read_facts(text[:end], removed, name=PurePath(name).name))
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        title=facts.title or find_title(text, removed),
        text=text,
        outlet=facts.outlet or outlet_of(given.url),
        published=facts.published,
        url=facts.url,
        removed=removed,
        author=facts.author,
    )


def body_blocks(article: Article) -> tuple[TextSpan, ...]:
    """Return the stretches of the story to give to the language pipeline one at a time, in order.

    They are its paragraphs, cut where sentences are glued together without a space, and none is longer than
    MAX_BLOCK characters. Wrapped paragraphs have line breaks inside: put blanks in their place before parsing.
    """
    text = article.text
    return tuple(
        block
        for paragraph in find_story(text, article.removed)
        for sentence_run in cut_glued(text, paragraph)
        for block in cut_long(text, sentence_run)
    )
