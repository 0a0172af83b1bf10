"""What in a text is not the story: appeals, menus, credits, comments and the like, found by general evidence.

Each paragraph is weighed by its cues (boilerplate.toml). Then the neighbours are looked at: a paragraph between two
appeals is one too, and below a heading like "Related articles" stand titles until the next full sentence. How a web
page is built is trafilatura's business (webpages.py); here only words and their order count.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from graph.articles.cues import load_cues, plain_line, without_quotes
from graph.articles.paragraphs import cut_glued, find_paragraphs
from graph.model import RemovedSpan, TextSpan

TALK = ("appeal", "comments")  # what comes in several paragraphs
MENU = "menu"
LINKS = "links"
DATELINE = "dateline"
LONGEST = 1_200  # characters; no appeal is longer than this, and stories without line breaks are
SHORT = 45  # words up to which a decisive cue settles a paragraph
ENOUGH = 2  # points that settle a short paragraph
WORDS_A_POINT = 40  # this many words more, and a paragraph needs one point more
MENU_LINES = 3
MENU_WORDS = 3
TITLE_WORDS = 25
GAP = 3  # paragraphs

# "WASHINGTON (Reuters) - ", "KABUL, Afghanistan, July 3 — ": where and by whose wire, before the first sentence.
WIRE_START = re.compile(
    r"[A-Z]{2}[A-ZÀ-Þ.'’ -]{1,30}(?:[,/] [\w.'’ ]{2,30}){0,3}(?: ?\([A-Z][\w .]{1,20}\))? ?[-–—]{1,2} (?=[“\"A-Z])"
)
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*$")


@dataclass(slots=True)
class _Piece:
    """A paragraph, or a glued part of one, while it is being judged."""

    span: TextSpan
    line: str
    words: int
    is_sentence: bool
    points: int = 0
    reason: str | None = None


def find_boilerplate(text: str, story: TextSpan) -> tuple[RemovedSpan, ...]:
    """Return what is not the story within `story` of `text`, in order; nothing if nothing else were left."""
    pieces = [
        _judge(text, piece)
        for paragraph in find_paragraphs(text)
        if story.start <= paragraph.start and paragraph.end <= story.end
        for piece in cut_glued(text, paragraph)
    ]
    _fill_gaps(pieces)
    _follow_headings(pieces)
    _find_menu(pieces)
    _find_menu(pieces[::-1])
    if all(piece.reason for piece in pieces):
        return ()
    return tuple(sorted([*_merged(pieces), *_datelines(text, pieces)], key=lambda removed: removed.span.start))


def _judge(text: str, span: TextSpan) -> _Piece:
    """Return the piece at `span` with its points, and with a reason if it is boilerplate by its own words."""
    whole = span.of(text)
    piece = _Piece(span, plain_line(whole[:LONGEST]), len(whole.split()), bool(SENTENCE_END.search(whole)))
    if len(whole) > LONGEST:
        return piece
    cues = load_cues()
    if piece.words <= SHORT:
        piece.reason = next((cue.reason for cue in cues.alone if cue.pattern.fullmatch(piece.line)), None)
    outside = without_quotes(piece.line)
    found = [cue for cue in cues.searched if cue.pattern.search(outside)]
    piece.points = sum(cue.points for cue in found)
    if found and not piece.reason:
        best = max(found, key=lambda cue: cue.points)
        if best.points > 1 and piece.points >= ENOUGH + piece.words / WORDS_A_POINT:
            piece.reason = best.reason
    return piece


def _fill_gaps(pieces: list[_Piece]) -> None:
    """Give the reason of its neighbours to a piece between two appeals, and to all that have points in a longer gap."""
    talk = [number for number, piece in enumerate(pieces) if piece.reason in TALK]
    for here, there in pairwise(talk):
        gap = pieces[here + 1 : there]
        if len(gap) == 1 or (len(gap) <= GAP and all(piece.points for piece in gap)):
            for piece in gap:
                piece.reason = piece.reason or pieces[here].reason


def _follow_headings(pieces: list[_Piece]) -> None:
    """Mark headings for titles and references, and what stands below them until the next full sentence."""
    headings = load_cues().headings
    heading: str | None = None
    for piece in pieces:
        if headings.fullmatch(piece.line):
            heading = piece.reason = piece.reason or LINKS
        elif heading and not piece.reason:
            if piece.is_sentence or piece.words > TITLE_WORDS:
                heading = None
            piece.reason = heading


def _find_menu(pieces: list[_Piece]) -> None:
    """Mark the run of very short lines that `pieces` start with, as menus and lists of topics do."""
    run = 0
    while run < len(pieces) and (
        pieces[run].reason or (pieces[run].words <= MENU_WORDS and not pieces[run].is_sentence)
    ):
        run += 1
    unexplained = [piece for piece in pieces[:run] if not piece.reason]
    if len(unexplained) >= MENU_LINES:
        for piece in unexplained:
            piece.reason = MENU


def _merged(pieces: list[_Piece]) -> list[RemovedSpan]:
    """Return one span for each run of neighbouring pieces with the same reason."""
    removed: list[RemovedSpan] = []
    previous: str | None = None
    for piece in pieces:
        if piece.reason and piece.reason == previous:
            removed[-1] = RemovedSpan(TextSpan(removed[-1].span.start, piece.span.end), piece.reason)
        elif piece.reason:
            removed.append(RemovedSpan(piece.span, piece.reason))
        previous = piece.reason
    return removed


def _datelines(text: str, pieces: list[_Piece]) -> list[RemovedSpan]:
    """Return the place and agency that stand before the first sentence of a wire story."""
    first = next((piece.span for piece in pieces if piece.is_sentence and not piece.reason), None)
    match = first and WIRE_START.match(text, first.start, first.end)
    return [RemovedSpan(TextSpan(match.start(), match.end()), DATELINE)] if match else []
