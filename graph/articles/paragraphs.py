"""Where a text's paragraphs and glued sentences begin: the cuts that boilerplate and the pipeline both need."""

import re
from bisect import bisect_left
from itertools import pairwise

from graph.model import RemovedSpan, TextSpan

MAX_BLOCK = 2_000  # characters; the parser's time and memory grow with the longest block, not with the text
WRAP_WIDTHS = range(40, 101)  # characters in the longest line of a text whose lines are wrapped
LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r"(?:[-*•·>|]|#{1,6}) +")

# "... with Mr Trump.Mr Lavrov called": a full stop and a capital with nothing between them.
# The counts are bounded, and a match starts where a run of stops does, so that no text can make the search slow.
GLUE = re.compile(r"(?<![.!?…])[.!?…]{1,9}[”’\"')\]]{0,3}(?=[“‘\"'(\[]{0,3}[A-ZÀ-ÖØ-Þ])")
# What a sentence may end in before its stop; capitals may not, so that "U.S.A" and initials are left alone.
SENTENCE_TAIL = re.compile(r"(?:[a-zà-öø-ÿ)\]%”’\"']|\b(?:19|20)\d\d)$")
STOPS = ".!?…”’\"'"
TOKEN_BEFORE = re.compile(r"[^\s“”\"(\[]*$")
TOKEN_AFTER = re.compile(r"[^\s”\")\]]*")
ADDRESS = re.compile(r"://|^www\.|@|/|\w\.(?:com|org|net|edu|gov|js|py|ai|io|tv|uk)\b", re.I)
ABBREVIATION = re.compile(
    r"(?:^|\W)(?:mr|mrs|ms|mx|dr|st|sen|rep|reps|gov|gen|col|lt|maj|cmdr|capt|cpl|sgt|adm|amb|prof|rev|hon|pres|supt|det"
    r"|jr|sr|inc|ltd|corp|co|bros|no|nos|vs|v|ph|fig|ed|eds|approx|dept|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$",
    re.I,
)
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+")


def find_paragraphs(text: str) -> list[TextSpan]:
    """Return the paragraphs of `text`, trimmed, in order: its lines, where wrapped lines are joined again.

    A paragraph of wrapped lines still has the line breaks inside its span.
    """
    lines = [_trimmed(text, match.start(), match.end()) for match in LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    width = max((line.end - line.start for line in lines), default=0)
    joins = [
        width in WRAP_WIDTHS and text.count("\n", here.end, there.start) == 1 and _is_wrapped(text, here, there, width)
        for here, there in pairwise(lines)
    ]
    # Wrapped lines seldom end with a sentence; paragraphs of about one length always do.
    broken = sum(joined and text[line.end - 1] not in STOPS for line, joined in zip(lines, joins, strict=False))
    if sum(joins) < max(3, len(joins) // 3) or 2 * broken < sum(joins):
        return lines
    paragraphs = lines[:1]
    for line, joined in zip(lines[1:], joins, strict=True):
        if joined:
            paragraphs[-1] = TextSpan(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line)
    return paragraphs


def find_story(text: str, removed: tuple[RemovedSpan, ...]) -> list[TextSpan]:
    """Return what of each paragraph is left outside of the removed spans (in order), without bullets."""
    story = []
    number = 0
    for paragraph in find_paragraphs(text):
        start = paragraph.start
        while number < len(removed) and removed[number].span.start < paragraph.end:
            part = removed[number].span
            story.append(_trimmed(text, start, max(start, part.start)))
            start = max(start, part.end)
            if part.end > paragraph.end:
                break  # it goes on in the next paragraph
            number += 1
        story.append(_trimmed(text, start, max(start, paragraph.end)))
    return [span for span in story if span.start < span.end]


def cut_glued(text: str, span: TextSpan) -> list[TextSpan]:
    """Return `span` cut where two sentences of it stand together without a space, the pieces trimmed."""
    points = []
    quotes, counted = 0, span.start
    for match in GLUE.finditer(text, span.start, span.end):
        if not _ends_sentence(text, span, match.start()):
            continue
        point = match.end()
        if text[point - 1] == '"':
            # A straight quotation mark closes if one is open; else it opens the next sentence.
            quotes, counted = quotes + text.count('"', counted, point - 1), point - 1
            point -= quotes % 2 == 0
        points.append(point)
    return _pieces(text, span, points)


def cut_long(text: str, span: TextSpan, *, limit: int = MAX_BLOCK) -> list[TextSpan]:
    """Return `span` cut into trimmed pieces of at most `limit` characters: after sentences, else between words."""
    ends = [match.end() for match in SENTENCE_END.finditer(text, span.start, span.end)]
    points = []
    start = span.start
    while span.end - start > limit:
        last = bisect_left(ends, start + limit + 1) - 1
        if last >= 0 and ends[last] > start:
            start = ends[last]
        else:
            blank = max(text.rfind(" ", start + 1, start + limit), text.rfind("\n", start + 1, start + limit))
            start = blank if blank > 0 else start + limit
        points.append(start)
    return _pieces(text, span, points)


def _pieces(text: str, span: TextSpan, points: list[int]) -> list[TextSpan]:
    bounds = [span.start, *points, span.end]
    pieces = [_trimmed(text, start, end) for start, end in pairwise(bounds)]
    return [piece for piece in pieces if piece.start < piece.end]


def _trimmed(text: str, start: int, end: int) -> TextSpan:
    """Return the stretch without the blanks at its ends and a bullet at its start; it may be empty."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    bullet = BULLET.match(text, start, end)
    return TextSpan(bullet.end() if bullet else start, end)


def _is_wrapped(text: str, here: TextSpan, there: TextSpan, width: int) -> bool:
    """Say whether the first word of line `there` had no room left in line `here`."""
    first_word = text[there.start : there.end].split(maxsplit=1)[0]
    return here.end - here.start + 1 + len(first_word) > width - 2


def _ends_sentence(text: str, span: TextSpan, stop: int) -> bool:
    """Say whether the stop at `stop` ends a sentence, rather than stand in an address or an abbreviation."""
    if not SENTENCE_TAIL.search(text, max(span.start, stop - 5), stop):
        return False
    before = TOKEN_BEFORE.search(text, max(span.start, stop - 80), stop)
    after = TOKEN_AFTER.match(text, stop, min(span.end, stop + 80))
    token = before[0] if before else ""
    return not (ADDRESS.search(token + (after[0] if after else "")) or ABBREVIATION.search(token))
