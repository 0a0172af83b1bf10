"""Offices in a parse, as titles and as nouns: "FBI Director", "the foreign minister"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.lexicon import Lexicon
from graph.extract.wholes import Span, tokens_of
from graph.titles import Office

if TYPE_CHECKING:
    from graph.extract.tokens import Doc


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office that stands in the text, as a title or as a noun: "FBI Director", "the foreign minister"."""

    start: int
    end: int
    office: Office


def find_offices(doc: "Doc", wholes: Sequence[Span], lexicon: Lexicon) -> list[OfficeMention]:
    """Return the offices named in a doc, the longest first at each place, in order and without overlaps.

    An office's word inside a known name is none: "King's College London", "General Motors".
    """
    taken = tokens_of(wholes)
    found, i = [], 0
    while i < len(doc):
        match = _office_at(doc, i, lexicon) if i not in taken else None
        if match is None:
            i += 1
        else:
            found.append(match)
            i = match.end
    return found


def _office_at(doc: "Doc", i: int, lexicon: Lexicon) -> OfficeMention | None:
    first = doc[i]
    for length in range(min(lexicon.titles.lengths.get(first.lower_, 1), len(doc) - i), 0, -1):
        phrase = doc.span(i, i + length).text.lower() if length > 1 else first.lower_
        office = lexicon.titles.offices.get(phrase)
        if office is not None and doc[i + length - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            is_name = _is_first_name(doc, i, length, lexicon) or _is_surname(doc, i, length, lexicon)
            return None if is_name else OfficeMention(i, i + length, office)
    return _plural_office(doc, i, lexicon) if first.is_title and first.text.endswith("s") else None


def _plural_office(doc: "Doc", i: int, lexicon: Lexicon) -> OfficeMention | None:
    """Return the office of several people before the name of the first: "Presidents Rouhani and Putin"."""
    if i + 1 >= len(doc) or doc[i + 1].pos_ != "PROPN":
        return None
    office = lexicon.titles.offices.get(doc[i].lower_[:-1])
    return OfficeMention(i, i + 1, office) if office is not None else None


def _is_first_name(doc: "Doc", i: int, length: int, lexicon: Lexicon) -> bool:
    """Tell whether an office's word is a first name here: "Dean Kamen", but not "Harvard Dean Ann Hale"."""
    if length > 1 or not doc[i].text.istitle() or doc[i].lower_ not in lexicon.gazetteer.first_names:
        return False
    followed = i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN"
    return followed and not (i and doc[i - 1].pos_ == "PROPN")


def _is_surname(doc: "Doc", i: int, length: int, lexicon: Lexicon) -> bool:
    """Tell whether an office's word is a surname here: "Amit Shah", but not "the Georgia Governor"."""
    if length > 1 or not i or not doc[i].text.istitle():
        return False
    first = doc[i - 1].lower_
    is_first = first in lexicon.gazetteer.first_names and not lexicon.gazetteer.is_known(first)
    followed = i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN"
    return is_first and doc[i - 1].text.istitle() and not followed
