"""Web page -> the article's text, the text around it, and what the page says about itself.

trafilatura finds the article; nothing is ever fetched.
"""

import logging
import re
from dataclasses import dataclass

import trafilatura
from lxml import etree, html
from trafilatura.settings import Document

from graph.articles.decoding import normalise
from graph.articles.facts import Facts, find_date, outlet_of, web_address
from graph.errors import ArticleError

MARKUP_START = re.compile(
    r"\s*<(?:!doctype html|\?xml|html|head|title|meta|script|style|body|header|main|article|section|div|p|h[1-6]|ul"
    r"|table|span|a)\b",
    re.IGNORECASE,
)
COMMENT = re.compile("<!--.*?-->", re.DOTALL)
TOP = 5_000  # characters in which a web page must have begun
NO_ARTICLE = "{what} is a web page without an article in it; open the article itself and save that page."
SUFFIXES = (".html", ".htm", ".xhtml")
UNSEEN = ("script", "style", "noscript", "template", "head", "title", "svg", "iframe", "object", "select", "textarea")
INLINE = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|samp|small|span|strike"
    r"|strong|sub|sup|time|tt|u|var|wbr"
)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LIST_MARKS = re.compile(r"^[-*] |^\||\|$")
PROSE_WORDS = 8
# What trafilatura has to say of a broken page is said by our own messages.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())
SHINGLE = 4  # words that have to follow each other in the article for a line to be taken as a part of it


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a web page: the story's lines, the other visible lines, and the page's own facts."""

    story: str
    around: str
    facts: Facts


def is_webpage(text: str, *, name: str) -> bool:
    """Say whether `text` is a web page or a piece of one."""
    return MARKUP_START.match(COMMENT.sub("", text[:TOP])) is not None or (
        name.lower().endswith(SUFFIXES) and "<" in text
    )


def read_webpage(text: str, *, what: str, url: str | None) -> Page:
    """Return the parts of a web page; the story starts with its headline if there is one.

    Raises ArticleError for a page in which there is no article.
    """
    lines = _visible_lines(text)
    if not _has_prose("\n".join(lines)):
        raise ArticleError(NO_ARTICLE.format(what=what))
    found = trafilatura.bare_extraction(text, url=url, include_comments=False, with_metadata=True)
    if not isinstance(found, Document):  # it is None where trafilatura finds nothing
        found = Document()
    story = normalise(found.text or "").strip()
    if not _has_prose(story):
        # trafilatura wants a page; a pasted paragraph or two are an article for us.
        story = "\n".join(line for line in lines if _has_prose(line))
    if not _has_prose(story):
        raise ArticleError(NO_ARTICLE.format(what=what))
    facts = _facts(found, url=url)
    if facts.title and facts.title not in story:
        story = f"{facts.title}\n{story}"
    return Page(story=story, around="\n".join(_lines_outside(lines, story)), facts=facts)


def _facts(found: Document, *, url: str | None) -> Facts:
    address = web_address(url) or web_address(found.url)
    return Facts(
        title=_one_line(found.title) or None,
        outlet=_one_line(found.sitename) or outlet_of(address),
        published=find_date(found.date or ""),
        url=address,
        author=_one_line(found.author) or None,
    )


def _one_line(value: str | None) -> str:
    return " ".join(normalise(value or "").split())


def _visible_lines(text: str) -> list[str]:
    """Return the lines of text that a reader of the page would see, in order."""
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return []
    etree.strip_elements(root, *UNSEEN, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for element in root.xpath("//*[@hidden or contains(@style, ':')]"):
        if "hidden" in element.attrib or HIDDEN_STYLE.search(element.get("style", "")):
            element.drop_tree()
    for element in root.iter():
        # A line break in the source is a blank on the page; a block's edge is a line break on the page.
        edge = "" if INLINE.fullmatch(element.tag) else "\n"
        element.text = edge + " ".join(_kept_blanks(element.text))
        element.tail = edge + " ".join(_kept_blanks(element.tail))
    lines = (" ".join(line.split()) for line in normalise(str(root.text_content())).split("\n"))
    return [line for line in lines if line]


def _kept_blanks(text: str | None) -> list[str]:
    """Return the words of `text`, with empty ones at its edges where blanks stood: "a <b>b</b>" keeps its blank."""
    return re.split(r"\s+", text or "")


def _has_prose(story: str) -> bool:
    """Say whether some line of `story` is more than the label of a link."""
    return any(
        len(line.split()) >= PROSE_WORDS or line.endswith((".", "!", "?", "”", '"')) for line in story.split("\n")
    )


def _lines_outside(lines: list[str], story: str) -> list[str]:
    """Return those of `lines` that the story does not contain: no line of it, no run of its words."""
    inside = {LIST_MARKS.sub("", line).strip() for line in story.split("\n")}
    words = story.split()
    shingles = {tuple(words[start : start + SHINGLE]) for start in range(len(words) - SHINGLE + 1)}
    return [line for line in lines if line not in inside and not _is_covered(line.split(), shingles)]


def _is_covered(words: list[str], shingles: set[tuple[str, ...]]) -> bool:
    starts = range(len(words) - SHINGLE + 1)
    return len(words) >= SHINGLE and all(tuple(words[start : start + SHINGLE]) in shingles for start in starts)
