"""PDF: the words of its pages, their lines joined to paragraphs again."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator

from pypdf import PdfReader

from graph.articles.drafts import Draft, quoted
from graph.articles.facts import Facts
from graph.errors import ArticleError

MOST_PAGES = 500
MOST_CHARACTERS = 2_000_000
NARROW = 0.66  # a line shorter than this share of the wide ones ends its paragraph
REPEATED = 0.5  # of the pages on which a first or last line stands that belongs to none of them
SENTENCE_END = re.compile(r"[.!?…:][”’\"')\]]*$")
CUT_WORD = re.compile(r"(?<=[a-z])[-\u00ad]$")
NO_TITLE = re.compile(r"untitled|microsoft word|\.(?:docx?|pdf|indd|qxd|rtf|txt)$", re.IGNORECASE)
# What pypdf has to say of a broken file is said by our own messages.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(raw: bytes, name: str) -> Iterator[Draft]:
    """Give the article in a PDF. Raises ArticleError for one that is locked, damaged, too long or only pictures."""
    what = quoted(name)
    try:
        reader = PdfReader(io.BytesIO(raw))
        is_open = not reader.is_encrypted or bool(reader.decrypt(""))
        count = len(reader.pages) if is_open else 0
    except Exception as error:
        raise _unreadable(what, error) from error
    if not is_open:
        raise ArticleError(f"{what} is locked with a password; save a copy without one and add that.")
    if count > MOST_PAGES:
        raise ArticleError(f"{what} has {count:,} pages and at most {MOST_PAGES} are read; add the pages you need.")
    try:
        pages = _pages(reader)
        title, author = _said(reader)
    except Exception as error:
        raise _unreadable(what, error) from error
    text = _flowing(_without_running_lines(pages))
    if not text.strip():
        raise ArticleError(f"{what} holds pictures of pages and no text; run it through text recognition (OCR) first.")
    yield Draft(name, text, Facts(title=title, author=author))


def _unreadable(what: str, error: Exception) -> ArticleError:
    if "crypt" in f"{type(error).__name__} {error}".lower():
        return ArticleError(f"{what} is locked; save a copy without a password and add that.")
    return ArticleError(f"{what} is a damaged PDF; save it anew, or paste its text.")


def _pages(reader: PdfReader) -> list[list[str]]:
    pages, length = [], 0
    for page in reader.pages:
        text = page.extract_text()
        length += len(text)
        if length > MOST_CHARACTERS:
            break  # the length of the whole is refused where it is read
        pages.append([" ".join(line.split()) for line in text.split("\n")])
    return pages


def _said(reader: PdfReader) -> tuple[str | None, str | None]:
    """Return the title and the author that a PDF says it has, if they look like such."""
    known = reader.metadata
    title = " ".join(str((known and known.title) or "").split())
    author = " ".join(str((known and known.author) or "").split())
    is_title = " " in title and not NO_TITLE.search(title)
    return title if is_title else None, author if " " in author else None


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Return the pages without the heads and feet that many of them share, and without their numbers."""
    filled = [lines for page in pages if (lines := page[_first(page) : len(page) - _first(page[::-1])])]
    edges = Counter(_bare(line) for lines in filled for line in {lines[0], lines[-1]})
    often = {bare for bare, count in edges.items() if not bare or (count > 2 and count >= REPEATED * len(filled))}
    kept = []
    for lines in filled:
        start = 1 if len(filled) > 1 and _bare(lines[0]) in often else 0
        end = len(lines) - (1 if len(filled) > 1 and _bare(lines[-1]) in often else 0)
        kept.append(lines[start:end])
    return kept


def _first(lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines) if line), len(lines))


def _bare(line: str) -> str:
    return re.sub(r"[\d\W]+|\b(?:page|of)\b", " ", line.lower()).strip()


def _flowing(pages: list[list[str]]) -> str:
    """Return the lines joined to paragraphs: a line that leaves much room ends one; the end of a page ends none."""
    lengths = sorted(len(line) for lines in pages for line in lines if line)
    width = lengths[int(0.9 * len(lengths))] if lengths else 0
    paragraphs = [""]
    for lines in pages:
        for line in lines:
            paragraphs[-1] = _joined(paragraphs[-1], line) if line else paragraphs[-1]
            if len(line) < NARROW * width and (line or SENTENCE_END.search(paragraphs[-1])):
                paragraphs.append("")
    return "\n\n".join(filter(None, paragraphs))


def _joined(before: str, line: str) -> str:
    if CUT_WORD.search(before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}" if before else line
