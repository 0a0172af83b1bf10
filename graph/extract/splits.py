"""Runs of proper nouns cut into names.

"FBI Director James Comey" is a run of four proper nouns that holds an organisation, an office and a person;
"US Ambassador to the UN Nikki Haley" holds a place, an office, an organisation and a person.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.joints import HYPHENS
from graph.extract.lexicon import Lexicon
from graph.extract.offices import OfficeMention
from graph.extract.phrases import MODIFIER

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

SMALL_WORDS = frozenset({"of", "and", "for", "the", "&"})
# Honorifics that an organisation may be named after: "Prince Sultan University".
ROYAL = frozenset({"king", "queen", "prince", "princess", "saint", "st", "sheikh", "lord", "lady", "sir"})


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
class Splitter:
    """Cuts runs into names; no cut falls before a token in `glued`, which stands inside a known whole."""

    doc: "Doc"
    offices: Mapping[int, OfficeMention]
    glued: frozenset[int]
    lexicon: Lexicon

    def split(self, start: int, end: int) -> Iterator[Name]:
        """Yield the names in a run: what stands before an office, and the name after it."""
        if self._is_known(start, end):
            yield self._plain(start, end)
            return
        title = self._title_before(start)
        if title is not None:  # "foreign minister Sergei Lavrov", "Foreign [Minister Sergei Lavrov]"
            start = min(title.end, end)
        end = self._without_adjective(start, end)
        piece = i = start
        while i < end:
            office = self.offices.get(i)
            if office is not None and office.end <= end and not self._is_inside_organisation(office, end):
                yield from self._pieces(piece, i, title)
                piece, title, i = office.end, office, office.end
            else:
                i += 1
        yield from self._pieces(piece, end, title)

    def _without_adjective(self, start: int, end: int) -> int:
        """Return the end of a run without an adjective that says of what sort the noun behind it is.

        "[US] Presidential election", but not "the Social Democratic leader" where the adjective is the whole.
        """
        doc = self.doc
        trailing = end - start > 1 and end < len(doc) and doc[end - 1].pos_ == "ADJ" and end - 1 not in self.glued
        if trailing and doc[end].pos_ == "NOUN" and doc[end].is_lower and self._is_known(start, end - 1):
            return end - 1
        return end

    def _is_known(self, start: int, end: int) -> bool:
        return self.lexicon.gazetteer.is_known(self.doc.span(start, end).text)

    def _title_before(self, start: int) -> OfficeMention | None:
        """Return the office that begins before a run and ends where the run starts, or within it."""
        found = (self.offices.get(i) for i in range(max(0, start - 6), start))
        return next((office for office in found if office and office.end >= start), None)

    def _is_inside_organisation(self, office: OfficeMention, end: int) -> bool:
        """Tell whether an office's word is part of an organisation's name: "General Dynamics", "President's Office"."""
        return office.end < end and self.doc[end - 1].lower_ in self.lexicon.gazetteer.organisation_endings

    def _pieces(self, start: int, end: int, title: OfficeMention | None) -> Iterator[Name]:
        """Yield the name in tokens start..end, cut in two where a known name stands before another."""
        doc = self.doc
        while start < end and (doc[start].text in HYPHENS or doc[start].lower_ in SMALL_WORDS):
            start += 1
        if start >= end:
            return
        at = self._honorific(start, end)
        if at is not None:
            if at > start:
                yield self._plain(start, at)
            first = at + 2 if doc[at + 1].text == "." and at + 2 < end else at + 1
            yield Name(first, end, honorific=doc[at].text.rstrip("."))
            return
        cut = self._between_known(start, end)
        if cut is not None:
            yield self._plain(start, cut)
            yield self._plain(cut, end)
            return
        cut = self._before_bearer(start, end)
        if cut is not None:
            yield self._plain(start, cut)
            start = cut
        if title is not None and title.end == start:
            yield Name(start, end, office=doc.span(title.start, title.end).text.lower(), office_start=title.start)
        else:
            yield self._plain(start, end)

    def _honorific(self, start: int, end: int) -> int | None:
        """Return the place of an honorific before a name: "Mr" in "Mr Lavrov", but not in "King Saud University"."""
        ends_body = self.doc[end - 1].lower_ in self.lexicon.gazetteer.organisation_endings
        for i in range(start, end - 1):
            word = self.doc[i].lower_.rstrip(".")
            if word not in self.lexicon.titles.honorifics or i in self.glued or i + 1 in self.glued:
                continue
            if self.doc[i + 1].text in HYPHENS or (word in ROYAL and ends_body and end - i > 2):
                continue
            return i
        return None

    def _between_known(self, start: int, end: int) -> int | None:
        """Return where a known name follows another: "the [FBI] [Russia] investigation", "[US] [Congress]".

        A country's adjective belongs to the name of its organ ("Philippine Coast Guard"), and a country to the name of
        a branch ("Greenpeace Russia") unless it speaks of what comes next.
        """
        gazetteer, last = self.lexicon.gazetteer, self.doc[end - 1]
        modifies = last.dep_ in MODIFIER and last.head.i >= end
        for i in range(end - 1, start, -1):
            if i in self.glued or not (self._is_known(start, i) and self._is_known(i, end)):
                continue
            kinds = gazetteer.kind_of(self.doc.span(start, i).text), gazetteer.kind_of(self.doc.span(i, end).text)
            if kinds == ("organisation", "place") and not modifies and not gazetteer.people(self.doc.span(i, end).text):
                return None
            if kinds == ("place", "organisation") and end - i > 1 and gazetteer.people(self.doc.span(start, i).text):
                return None
            return i
        return None

    def _before_bearer(self, start: int, end: int) -> int | None:
        """Return where a name begins that a place or a body stands before: "[Oxfam] [Ann Hale]", "[Dutch] [Orvalo]"."""
        doc, gazetteer = self.doc, self.lexicon.gazetteer
        if doc[end - 1].lower_ in gazetteer.organisation_endings:
            return None
        for i in range(end - 2, start, -1):
            begins_person = doc[i].lower_ in gazetteer.first_names or (end - i > 1 and self._is_sent_to(start))
            if i not in self.glued and begins_person and self._is_known(start, i):
                return i
        if end - start == 2 and doc[start].pos_ == "ADJ" and gazetteer.people(doc[start].text):
            return start + 1 if doc[start + 1].ent_iob_ == "B" else None
        return None

    def _is_sent_to(self, start: int) -> bool:
        """Tell whether a name says where an envoy is sent: "ambassador to the [United States Hamdullah Mohib]"."""
        before = self.doc[max(0, start - 2) : start]
        return any(token.lower_ == "to" for token in before) and before[-1].lower_ in ("to", "the")

    def _plain(self, start: int, end: int) -> Name:
        """Return a name without title; a demonym before a noun is adjectival."""
        last = self.doc[end - 1]
        modifies = last.dep_ in MODIFIER and last.head.i >= end
        demonym = self.lexicon.gazetteer.people(self.doc.span(start, end).text) is not None
        return Name(start, end, adjectival=modifies or (demonym and last.pos_ == "ADJ"))
