"""Text in which every word has a capital: headlines, and titles of works in quotation marks.

A capital says nothing there, so that only names known from elsewhere count in a headline, and none in a title.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extract.joints import CLOSING
from graph.extract.lexicon import Lexicon
from graph.extract.parse import Parse
from graph.extract.wholes import Span

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

HEADLINE_SHARE = 0.6
LONGEST_HEADLINE = 30  # tokens
LONGEST_TITLE = 9  # tokens between quotation marks
LONGEST_NAME = 6  # tokens of a name in a headline
SMALL = 3  # letters of words that titles may write small


def find_headlines(parse: Parse) -> list[Span]:
    """Return the blocks that are headlines whose Words Are Capitalised or ALL IN CAPITALS."""
    ends = (*parse.doc.blocks[1:], len(parse.doc))
    blocks = zip(parse.doc.blocks, ends, strict=True)
    return [block for block in blocks if _is_headline(parse.doc, *block)]


def find_titles(doc: "Doc") -> list[Span]:
    """Return the stretches in quotation marks that are capitalised throughout: “Leaving Sarajevo”, “STOP THE WAR”."""
    found, i = [], 0
    while i < len(doc):
        end = _end_of_title(doc, i) if doc[i].text in ("“", '"', "‘") else 0
        if end:
            found.append((i + 1, end))
        i = max(i + 1, end)
    return found


def headline_names(
    doc: "Doc", headline: Span, known: dict[str, str], lexicon: Lexicon
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of the names in a headline that the body (`known`) or a gazetteer has.

    A known name that is a common word too is one here only if the body has it: "Nations Split Over Shell Deal".
    """
    start, end = headline
    gazetteer = lexicon.gazetteer
    i = start
    while i < end:
        for stop in range(min(end, i + LONGEST_NAME), i, -1):
            text = doc.span(i, stop).text
            kind = known.get(text.lower())
            if kind is None and not (text.lower() in gazetteer.exact and not text.isupper()):
                kind = gazetteer.kind_of(text)
            if kind and text[0].isupper():
                yield i, stop, kind
                i = stop - 1
                break
        i += 1


def _is_headline(doc: "Doc", start: int, end: int) -> bool:
    words = [t for t in doc[start + 1 : end] if t.is_alpha and len(t.text) > SMALL]
    if len(words) < 3 or doc[end - 1].text in (".", "!", "”", '"') or end - start > LONGEST_HEADLINE:
        return False
    return sum(t.text[0].isupper() for t in words) > HEADLINE_SHARE * len(words) and any(
        t.text[0].isupper() and (t.text.isupper() or t.lower_.endswith(("ed", "ing", "s"))) for t in words
    )


def _end_of_title(doc: "Doc", opening: int) -> int:
    """Return the closing mark of a title that opens at a quotation mark, 0 where none does."""
    for i in range(opening + 1, min(opening + 2 + LONGEST_TITLE, len(doc))):
        if doc[i].text in CLOSING:
            inside = doc.span(opening + 1, i)
            # “Vodafone,” said Ann Hale
            spoken = doc[opening].is_sent_start and doc[i - 1].text == "," and not inside.text.isupper()
            words = sum(token.is_alpha for token in inside)
            return i if words > 1 and not spoken and all(_is_titled(token) for token in inside) else 0
    return 0


def _is_titled(token: "Token") -> bool:
    return len(token.text) <= SMALL or not token.is_alpha or token.text[0].isupper()
