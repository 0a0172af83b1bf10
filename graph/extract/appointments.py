"""Offices and who holds them: "FBI Director James Comey", "Russia's foreign minister", "the president of Vantor"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.lexicon import PERSON, PLACE
from graph.extract.mentions import Found
from graph.extract.offices import OfficeMention
from graph.extract.roles import antecedent, governor, predicate_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BODY_PREPOSITIONS = frozenset({"of", "at", "for", "with"})
SCENE_REACH = 15  # tokens


@dataclass(frozen=True, slots=True)
class Appointment:
    """An office in the text with the tokens of its noun phrase, its holder and the body it belongs to, where named.

    `former` marks an office no longer held; `target` is where an ambassador is sent to.
    """

    mention: OfficeMention
    start: int
    holder: Found | None
    body: Found | None
    target: Found | None
    former: bool
    definite: bool


def find_appointments(
    doc: "Doc", offices: Sequence[OfficeMention], names: Sequence[Found], past: frozenset[str]
) -> list[Appointment]:
    """Return each office of a doc with its holder and its body; words of `past` mark an office no longer held."""
    at = {i: name for name in names for i in range(name.start, name.end)}
    return [_appointment(doc, office, at, past) for office in offices if not _is_inside_name(office, at)]


def _is_inside_name(office: OfficeMention, at: Mapping[int, Found]) -> bool:
    return office.start in at and office.end - 1 in at


def _appointment(doc: "Doc", office: OfficeMention, at: Mapping[int, Found], past: frozenset[str]) -> Appointment:
    start, body = _body_before(doc, office.start, at)
    end = office.end
    if body is None:
        body, end = _body_after(doc, end, at)
    target, end = _sent_to(doc, end, at)
    holder = _titled(doc, end, at) or _set_beside(doc, office, start, end, at)
    if body is None and holder is not None:
        body = _scene(doc, office.start, at)
    words = {token.lower_ for token in doc[start : office.start]}
    definite = bool({"the", "his", "her", "its", "their", "'s", "’s"} & words)
    return Appointment(office, start, holder, body, target, bool(words & past), definite)


def _body_before(doc: "Doc", start: int, at: Mapping[int, Found]) -> tuple[int, Found | None]:
    """Return the start of the noun phrase that ends in an office and its name: "Russia's new foreign minister"."""
    body: Found | None = None
    i = start - 1
    while i >= 0 and not doc[i + 1].is_sent_start:
        token, name = doc[i], at.get(i)
        if name is not None:
            if name.kind != PERSON or doc[name.end].lower_ in ("'s", "’s", "'", "’"):
                body = body or name
            elif body is None:
                break
            i = name.start - 1
        elif token.pos_ in ("ADJ", "DET", "NOUN", "ADV", "PART") or token.text in ("-", "'s", "’s"):
            i -= 1
            if token.pos_ == "DET":
                break
        elif token.tag_ == "PRP$":
            i -= 1
            break
        else:
            break
    return i + 1, body


def _body_after(doc: "Doc", end: int, at: Mapping[int, Found]) -> tuple[Found | None, int]:
    """Return the name behind "of", "at" or "for" and where it ends: "president of the Vantor Group"."""
    return _behind(doc, end, at, BODY_PREPOSITIONS)


def _sent_to(doc: "Doc", end: int, at: Mapping[int, Found]) -> tuple[Found | None, int]:
    """Return the name behind "to" and where it ends: "ambassador to the UN"."""
    return _behind(doc, end, at, frozenset({"to"}))


def _behind(doc: "Doc", end: int, at: Mapping[int, Found], prepositions: frozenset[str]) -> tuple[Found | None, int]:
    if end >= len(doc) or doc[end].lower_ not in prepositions:
        return None, end
    i = end + 1
    while i < len(doc) and (doc[i].pos_ in ("DET", "ADJ") and i not in at):
        i += 1
    name = at.get(i)
    return (name, name.end) if name is not None and name.kind != PERSON else (None, end)


def _scene(doc: "Doc", start: int, at: Mapping[int, Found]) -> Found | None:
    """Return the place whose "where" clause an office stands in: "Syria, where President Bashar al-Assad ..."."""
    first = max(doc[start].sent.start, start - SCENE_REACH)
    for i in range(start - 1, first, -1):
        if doc[i].lower_ == "where":
            place = at.get(i - 2 if doc[i - 1].text == "," else i - 1)
            return place if place is not None and place.kind == PLACE else None
    return None


def _titled(doc: "Doc", end: int, at: Mapping[int, Found]) -> Found | None:
    """Return the person whose name follows the office, with or without a comma."""
    if end < len(doc) and doc[end].text == ",":
        name = at.get(end + 1)
        closes = name is not None and (name.end >= len(doc) or doc[name.end].text in (",", ".", ":", ";"))
        return name if name is not None and name.kind == PERSON and closes else None
    name = at.get(end)
    return name if name is not None and name.kind == PERSON and name.start == end else None


def _set_beside(doc: "Doc", office: OfficeMention, start: int, end: int, at: Mapping[int, Found]) -> Found | None:
    """Return the person of whom the office is said: "James Comey, the FBI director", "Comey was the director"."""
    noun = _head(doc, office)
    subject = predicate_subject(noun)
    if subject is not None:
        return _person(at, subject)
    if noun.dep_ in ("appos", "nmod:desc") and (name := _person(at, noun.head)) is not None:
        return name
    before = start - 1
    if before > 0 and doc[before].text == ",":
        name = at.get(before - 1)
        if name is not None and name.kind == PERSON and end < len(doc) and doc[end].text in (",", ".", ";"):
            return name
    governing = governor(noun)
    if noun.dep_ in ("obl", "xcomp", "nmod") and governing.lemma_ in (
        "appoint",
        "name",
        "elect",
        "swear",
        "resign",
        "serve",
    ):
        return None
    return next((n for c in noun.children if c.dep_ in ("appos", "flat") and (n := _person(at, c))), None)


def _head(doc: "Doc", office: OfficeMention) -> "Token":
    span = doc[office.start : office.end]
    return span.root


def _person(at: Mapping[int, Found], token: "Token") -> Found | None:
    name = at.get(antecedent(token).i)
    return name if name is not None and name.kind == PERSON else None
