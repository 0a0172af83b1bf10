"""Names in a parse: runs of proper nouns, cut where a title, an office or another name ends.

"FBI Director James Comey" is a run of four proper nouns that holds an organisation, an office and a person;
"US Ambassador to the UN Nikki Haley" holds a place, an office, an organisation and a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.lexicon import Lexicon
from graph.titles import Office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Small words that may stand inside a name; "of" and "and" join only under the conditions of `_joins`.
PARTICLES = frozenset(
    "al el bin bint ibn abu ap arap de del della di da das dos du la le van von der den ter ten zu".split()
)
HYPHENS = frozenset({"-", "–", "‑"})
NAME_LABELS = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "NORP", "FAC", "GROUP"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name of one actor: the tokens from `start` up to `end`, with what stood before it.

    `honorific` is "Mr", "Dr", ...; `office` is the title before the name, in lower case, and `office_start` its first
    token. `adjectival` marks a demonym or a name that only modifies a noun ("Russian troops").
    """

    start: int
    end: int
    honorific: str = ""
    office: str = ""
    office_start: int = -1
    adjectival: bool = False


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """An office that stands in the text, as a title or as a noun: "FBI Director", "the foreign minister"."""

    start: int
    end: int
    office: Office


def find_offices(doc: "Doc", lexicon: Lexicon) -> list[OfficeMention]:
    """Return the offices named in a doc, the longest first at each place, in order and without overlaps."""
    found, i = [], 0
    while i < len(doc):
        match = _office_at(doc, i, lexicon)
        if match is None:
            i += 1
        else:
            found.append(match)
            i = match.end
    return found


def find_names(doc: "Doc", offices: list[OfficeMention], lexicon: Lexicon) -> list[Name]:
    """Return the names in a doc in order; which of them are actors is for `kinds` to say."""
    starts = {office.start: office for office in offices}
    inner = frozenset(i for office in offices for i in range(office.start + 1, office.end))
    found: list[Name] = []
    for start, end in _runs(doc, inner, lexicon):
        found.extend(_split(doc, start, end, starts, lexicon))
    return found


def _office_at(doc: "Doc", i: int, lexicon: Lexicon) -> OfficeMention | None:
    if not doc[i].text[0].isalpha():
        return None
    for length in range(min(lexicon.titles.longest, len(doc) - i), 0, -1):
        phrase = doc[i : i + length].text.lower()
        office = lexicon.titles.offices.get(phrase)
        if office is not None and doc[i + length - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
            return None if _is_first_name(doc, i, length, lexicon) else OfficeMention(i, i + length, office)
    return None


def _is_first_name(doc: "Doc", i: int, length: int, lexicon: Lexicon) -> bool:
    """Tell whether an office's word is a first name here: "Dean Kamen", but not "Harvard Dean Ann Hale"."""
    if length > 1 or not doc[i].text.istitle() or doc[i].lower_ not in lexicon.gazetteer.first_names:
        return False
    followed = i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN"
    return followed and not (i and doc[i - 1].pos_ == "PROPN")


def _runs(doc: "Doc", inner: frozenset[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the longest stretches of name tokens and the small words that join them.

    Tokens in `inner` stand inside an office of several words, which a small word does not cut: "Secretary of State".
    """
    i = 0
    while i < len(doc):
        if not (_is_name_token(doc[i], lexicon) or _opens_with_particle(doc, i, lexicon)):
            i += 1
            continue
        end = i + 1
        while end < len(doc) and not doc[end].is_sent_start:
            if _is_name_token(doc[end], lexicon) or (end in inner and end + 1 in inner):
                end += 1
            elif after := _joins(doc, i, end, lexicon):
                end = after
            else:
                break
        yield i, end
        i = end


def _is_name_token(token: "Token", lexicon: Lexicon) -> bool:
    text, lower = token.text, token.lower_
    if token.like_url and "/" not in text and "@" not in text:
        return True  # "Gawker.com"
    if not text[0].isupper() and not (token.ent_type_ in NAME_LABELS and token.pos_ == "PROPN" and text[0].isdigit()):
        return False
    if lower in lexicon.gazetteer.not_actors or (
        token.is_sent_start and token.pos_ in ("DET", "PRON", "ADP", "SCONJ", "CCONJ")
    ):
        return False
    if token.pos_ == "PROPN" or (token.ent_type_ in NAME_LABELS and token.pos_ in ("NOUN", "ADJ")):
        return True
    return bool(lexicon.gazetteer.people(text)) or (text.isupper() and bool(lexicon.gazetteer.organisation(text)))


def _opens_with_particle(doc: "Doc", i: int, lexicon: Lexicon) -> bool:
    """Tell whether a name begins with a small word here: "al-Zarqawi", "bin Laden"."""
    if doc[i].lower_ not in PARTICLES or i + 1 >= len(doc):
        return False
    if doc[i + 1].text in HYPHENS:
        return i + 2 < len(doc) and not doc[i + 1].whitespace_ and _is_name_token(doc[i + 2], lexicon)
    return doc[i].pos_ == "PROPN" and _is_name_token(doc[i + 1], lexicon)


def _joins(doc: "Doc", start: int, i: int, lexicon: Lexicon) -> int:
    """Return the end of the name part that begins after the joint at `i`, or 0 where the name ends at `i`."""
    after = i + 1
    if doc[i].lower_ in ("of", "for") and after < len(doc) and doc[after].lower_ == "the":
        after += 1
    if doc[i].lower_ in PARTICLES and after < len(doc) and doc[after].text in HYPHENS:
        after += 1  # "Bashar al-Assad"
    if after >= len(doc) or not _is_name_token(doc[after], lexicon):
        return 0
    token = doc[i]
    if token.text in HYPHENS or token.text == "'":
        glued = not doc[i - 1].whitespace_ and not token.whitespace_
        return after + 1 if glued and not _are_two(doc, i, lexicon) else 0
    if token.lower_ in PARTICLES or token.text == "&":
        return after + 1
    if token.lower_ in ("of", "for"):
        heads_organisation = doc[i - 1].lower_ in lexicon.gazetteer.organisation_heads
        known = bool(lexicon.gazetteer.organisation(doc[start : after + 1].text))
        return after + 1 if heads_organisation or known or _one_entity(doc, i) else 0
    return (
        after + 1 if token.lower_ == "and" and _one_entity(doc, i) and _is_compound(doc, start, after, lexicon) else 0
    )


def _are_two(doc: "Doc", hyphen: int, lexicon: Lexicon) -> bool:
    """Tell whether a hyphen stands between two known names: "the US-China talks", but not "Guinea-Bissau"."""
    known = lexicon.gazetteer.is_known
    one, two = doc[hyphen - 1].text, doc[hyphen + 1].text
    return known(one) and known(two) and not known(f"{one}-{two}")


def _is_compound(doc: "Doc", start: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether "and" joins parts of one name: "Department of Health and Human Services", not "Ajax and Chelsea"."""
    endings = lexicon.gazetteer.organisation_endings
    return (
        doc[start].lower_ in endings
        or doc[last].lower_ in endings
        or lexicon.gazetteer.is_known(doc[start : last + 1].text)
    )


def _one_entity(doc: "Doc", i: int) -> bool:
    """Tell whether the pipeline sees one name across token `i`."""
    return doc[i].ent_iob_ == "I" and i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I"


def _split(doc: "Doc", start: int, end: int, offices: dict[int, OfficeMention], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the names in a run: what stands before an office, and the name after it."""
    if lexicon.gazetteer.is_known(doc[start:end].text):
        yield _plain(doc, start, end, lexicon)
        return
    title = _title_before(start, offices)
    if title is not None:  # "foreign minister Sergei Lavrov", "Foreign [Minister Sergei Lavrov]"
        start = min(title.end, end)
    piece = start
    i = start
    while i < end:
        office = offices.get(i)
        if office is not None and office.end <= end and not _is_inside_organisation(doc, office, end, lexicon):
            yield from _pieces(doc, piece, i, title, lexicon)
            piece, title, i = office.end, office, office.end
        else:
            i += 1
    yield from _pieces(doc, piece, end, title, lexicon)


def _title_before(start: int, offices: dict[int, OfficeMention]) -> OfficeMention | None:
    """Return the office that begins before a run and ends where the run starts, or within it."""
    return next((o for i in range(max(0, start - 6), start) if (o := offices.get(i)) and o.end >= start), None)


def _is_inside_organisation(doc: "Doc", office: OfficeMention, end: int, lexicon: Lexicon) -> bool:
    """Tell whether an office word is part of an organisation's name: "General Motors", "Prime Minister's Office"."""
    return office.end < end and doc[end - 1].lower_ in lexicon.gazetteer.organisation_endings


def _pieces(doc: "Doc", start: int, end: int, title: OfficeMention | None, lexicon: Lexicon) -> Iterator[Name]:
    """Yield the name in tokens start..end, cut into two where a known name stands before a person's."""
    while start < end and (doc[start].text in HYPHENS or doc[start].lower_ in ("of", "and", "for", "the", "&")):
        start += 1
    if start >= end:
        return
    for i in range(start, end):
        if doc[i].lower_.rstrip(".") in lexicon.titles.honorifics and i + 1 < end:
            if i > start:
                yield _plain(doc, start, i, lexicon)
            first = i + 2 if doc[i + 1].text == "." and i + 2 < end else i + 1
            yield Name(first, end, honorific=doc[i].text.rstrip("."))
            return
    for i in range(end - 1, start, -1):  # "the [FBI] [Russia] investigation"
        if lexicon.gazetteer.is_known(doc[start:i].text) and lexicon.gazetteer.is_known(doc[i:end].text):
            yield from (_plain(doc, *part, lexicon) for part in ((start, i), (i, end)))
            return
    for i in range(end - 2, start, -1):
        begins_person = doc[i].lower_ in lexicon.gazetteer.first_names or (end - i > 1 and _is_sent_to(doc, start))
        if lexicon.gazetteer.is_known(doc[start:i].text) and begins_person:
            if doc[end - 1].lower_ not in lexicon.gazetteer.organisation_endings:
                yield _plain(doc, start, i, lexicon)
                start = i
            break
    if title is not None and title.end == start:
        yield Name(start, end, office=doc[title.start : title.end].text.lower(), office_start=title.start)
    else:
        yield _plain(doc, start, end, lexicon)


def _is_sent_to(doc: "Doc", start: int) -> bool:
    """Tell whether a name says where an envoy is sent: "ambassador to the [United States Hamdullah Mohib]"."""
    before = doc[max(0, start - 2) : start]
    return any(token.lower_ == "to" for token in before) and bool(before) and before[-1].lower_ in ("to", "the")


def _plain(doc: "Doc", start: int, end: int, lexicon: Lexicon) -> Name:
    """Return a name without title; a demonym before a noun is adjectival."""
    last = doc[end - 1]
    text = doc[start:end].text
    modifies = last.dep_ in ("amod", "compound", "nmod:desc", "nmod", "nmod:unmarked") and last.head.i >= end
    demonym = lexicon.gazetteer.people(text) is not None
    return Name(start, end, adjectival=modifies or (demonym and last.pos_ == "ADJ"))
