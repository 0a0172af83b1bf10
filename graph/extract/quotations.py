"""Quotations: which tokens stand between which marks, in curly, straight and single quotation marks.

A quotation ends at its closing mark, or else with its paragraph; the next paragraph goes on with it by an opening mark
of its own.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Span, Token

OPENING, CLOSING, STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset({'"', "''", "``"})
DOUBLE = OPENING | CLOSING | STRAIGHT
SINGLE_OPENING, SINGLE_CLOSING = frozenset("‘'"), frozenset("’'")
BEFORE_OPENING = frozenset("([—–-/")


def find_quotations(doc: "Doc") -> list[int]:
    """Return for each token the number of the quotation that it stands in, 0 outside of quotation marks.

    An opening mark belongs to its quotation, a closing one does not.
    """
    if doc.quotations is not None:
        return doc.quotations
    numbers: list[int] = []
    number = 0
    for start, end in pairwise((*doc.blocks, len(doc))):
        block, marks = doc.span(start, end), ""
        for token in block:
            if marks != "single" and token.text in DOUBLE:
                opens = _opens(token, block, is_open=bool(marks))
                number += opens
                marks = "double" if opens else ""
            elif marks == "single" and _closes_single(token, block):
                marks = ""
            elif not marks and _opens_single(token, block):
                number += 1
                marks = "single"
            numbers.append(number if marks else 0)
    doc.quotations = numbers
    return numbers


def _opens(token: "Token", block: "Span", *, is_open: bool) -> bool:
    """Tell whether a double mark opens a quotation; a straight one does by the white space around it."""
    if token.text not in STRAIGHT:
        return token.text in OPENING
    if token.i == block.start or token.i == block.end - 1:
        return token.i == block.start
    before = token.doc[token.i - 1]
    if before.whitespace_ and token.whitespace_:
        return not is_open
    return not token.whitespace_ and bool(before.whitespace_ or before.text in BEFORE_OPENING)


def _opens_single(token: "Token", block: "Span") -> bool:
    """Tell whether a token opens a quotation with a single mark, which it does only if another in the block closes it.

    "the workers' club" and "rock 'n' roll" open none.
    """
    if token.text not in SINGLE_OPENING or token.whitespace_ or token.i + 1 == block.end:
        return False
    if token.i != block.start and not token.doc[token.i - 1].whitespace_:
        return False
    return any(_closes_single(t, block) for t in token.doc[token.i + 1 : block.end])


def _closes_single(token: "Token", block: "Span") -> bool:
    if token.text not in SINGLE_CLOSING or token.tag_ == "POS" or token.doc[token.i - 1].whitespace_:
        return False
    return token.i + 1 == block.end or bool(token.whitespace_) or token.doc[token.i + 1].is_punct
