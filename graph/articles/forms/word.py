"""Word documents (.docx): the words of their paragraphs."""

from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from graph.articles.drafts import Draft, quoted
from graph.articles.facts import Facts
from graph.articles.forms.xml import parse_xml, text_at
from graph.articles.forms.zips import Budget, open_zip, read_member
from graph.errors import ArticleError

BODY = "word/document.xml"
CORE = "docProps/core.xml"


def read_word(raw: bytes, name: str) -> Iterator[Draft]:
    """Give the article in a Word document. Raises ArticleError for a damaged one and for one without words."""
    archive, budget, what = open_zip(raw, name), Budget(), quoted(name)
    body = _part(archive, BODY, budget, what)
    if body is None:
        raise ArticleError(f"{what} is a damaged Word document; save it anew, or paste its text.")
    # The w:p in a text box repeats in its paragraph's alternative; what was deleted is not in w:t.
    paragraphs = [_text(p) for p in body.xpath("//*[local-name()='p'][not(ancestor::*[local-name()='Fallback'])]")]
    text = "\n\n".join(filter(None, paragraphs))
    if not text:
        raise ArticleError(f"{what} has no words in it; add a file with text, or paste some.")
    core = _part(archive, CORE, budget, what)
    title, author = (None, None) if core is None else (text_at(core, "title"), text_at(core, "creator"))
    yield Draft(name, text, Facts(title=title, author=author))


def _part(archive: ZipFile, path: str, budget: Budget, what: str) -> Any:
    if path not in archive.namelist():
        return None
    return parse_xml(read_member(archive, archive.getinfo(path), budget, what=what))


def _text(paragraph: Any) -> str:
    pieces = []
    for part in paragraph.iter("{*}t", "{*}tab", "{*}br", "{*}cr"):
        own = next(part.iterancestors("{*}p")) is paragraph
        if own:
            pieces.append(part.text or "" if part.tag.endswith("}t") else " ")
    return " ".join("".join(pieces).split())
