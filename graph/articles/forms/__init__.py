"""The forms in which articles come, told by what a file holds and then by its name: one module each.

`unpack` gives the articles in a file, one or many; what is no form of ours is taken for a text or a web page.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import NamedTuple

from graph.articles.drafts import Draft, quoted
from graph.articles.forms.feeds import read_feed
from graph.articles.forms.mail import read_mail
from graph.articles.forms.pdf import read_pdf
from graph.articles.forms.rows import read_csv, read_jsonl
from graph.articles.forms.word import read_word
from graph.articles.forms.zips import OFFICE, ZIP_START, Budget, is_zip, members, open_zip, read_member
from graph.errors import ArticleError

MAX_SOURCE_BYTES = 100_000_000
# The groups are possessive, so that no file can make the search slow.
FEED_START = re.compile(
    rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
MAIL_START = re.compile(
    rb"(?:(?:From|To|Subject|Date|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|X-[\w-]+|Content-Type"
    rb"|DKIM-Signature|Reply-To):[^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)
PLAIN = frozenset({".txt", ".md", ".html", ".htm"})

Found = Iterator[Draft | ArticleError]


class Form(NamedTuple):
    """How a form is told and read; `reads` gives drafts, and an error for each part that is none."""

    suffixes: frozenset[str]
    fits: Callable[[bytes], bool]
    reads: Callable[[bytes, str], Iterator[Draft | ArticleError] | Iterator[Draft]]


def _never(_raw: bytes) -> bool:
    return False


def _is_word(raw: bytes) -> bool:
    return raw.startswith(ZIP_START) and b"word/document.xml" in raw


def is_feed(raw: bytes) -> bool:
    """Say whether a file is a feed."""
    return FEED_START.match(raw[:4_000]) is not None


def _read_zip(raw: bytes, name: str) -> Found:
    archive, budget = open_zip(raw, name), Budget()
    if OFFICE in archive.namelist():
        raise ArticleError(f"{quoted(name)} is an office document other than Word; save it as .docx, .pdf or .csv.")
    for member in members(archive):
        # The name stands in messages and may tell a date; it is used as no path.
        here = f"{name}/{member.filename}"
        try:
            inner = read_member(archive, member, budget, what=quoted(here))
            if is_zip(inner) and not _is_word(inner):
                raise ArticleError(f"{quoted(here)} is an archive in an archive; unpack it and add what is in it.")
            yield from unpack(inner, here)
        except ArticleError as problem:
            yield problem


FORMS = (
    Form(frozenset({".pdf"}), lambda raw: b"%PDF-" in raw[:1024], read_pdf),
    Form(frozenset({".docx"}), _is_word, read_word),
    Form(frozenset({".zip"}), is_zip, _read_zip),
    Form(frozenset({".rss", ".atom"}), is_feed, read_feed),
    Form(frozenset({".eml"}), lambda raw: MAIL_START.match(raw[:8_000]) is not None, read_mail),
    Form(frozenset({".csv", ".tsv"}), _never, read_csv),
    Form(frozenset({".jsonl", ".ndjson"}), _never, read_jsonl),
)
SUFFIXES = PLAIN.union(*(form.suffixes for form in FORMS), {".xml"})


def unpack(raw: bytes | str, name: str) -> Found:
    """Give the articles in a file or a pasted text, and an ArticleError for each part of it that is none.

    Raises ArticleError for a file that is damaged, locked or too long as a whole.
    """
    if len(raw) > MAX_SOURCE_BYTES:
        raise ArticleError(
            f"{quoted(name)} has more than {MAX_SOURCE_BYTES // 1_000_000} MB; split it, or add its articles singly."
        )
    form = form_of(raw, name)
    if form is None or isinstance(raw, str):
        yield Draft(name, raw)
    else:
        yield from form.reads(raw, name)


def form_of(raw: bytes | str, name: str) -> Form | None:
    """Return the form that a file has, None for a text or a web page."""
    if isinstance(raw, str):
        return None
    suffix = PurePath(name).suffix.lower()
    by_content = next((form for form in FORMS if form.fits(raw)), None)
    if suffix in PLAIN and by_content is not None and by_content.reads is read_mail:
        return None  # a text may begin with lines like a mail's
    return by_content or next((form for form in FORMS if suffix in form.suffixes), None)
