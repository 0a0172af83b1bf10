"""Offices and who holds them: "FBI Director James Comey", "Russia's foreign minister", "the president of Vantor"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extract.bodies import Body, body_before, body_behind, takes_of
from graph.extract.focus import Focus
from graph.extract.joints import HYPHENS
from graph.extract.lexicon import PERSON, PLACE, Lexicon
from graph.extract.mentions import Found
from graph.extract.offices import OfficeMention
from graph.extract.subjects import antecedent, predicate_subject
from graph.extract.tenures import Tenure, tenure_of
from graph.titles import LEADS

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

SCENE_REACH = 7  # tokens: "the US, where he faces charges of laundering money for President Ann Hale" is further
TITLE_REACH = 5  # tokens: "its chief of staff, [Field Marshal] Ann Hale"
# What closes an aside: "James Comey, the FBI director[,] ..."
CLOSING = frozenset({",", ".", ";", ":", ")", "—", "–", "”", "who"})
DEFINITE = frozenset({"the", "his", "her", "its", "their", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Appointment:
    """An office in the text with the tokens of its noun phrase, its holder and the body it belongs to, where named.

    `bearer` is the token of whom a sentence says the office, -1 for none ("[she] was the director"), `owner` that of a
    pronoun or description for its body ("[its] premier"), -1 for none. `target` is where an ambassador is sent to;
    `party` a further body before the office ("the [Labour] MP for Bolton"). `partly` marks an office in a part of the
    body only. `tenure` says whether it is held, was held or will be, `said` whether a sentence says so, which may also
    deny it.
    """

    mention: OfficeMention
    start: int
    holder: Found | None
    body: Found | None
    target: Found | None
    tenure: Tenure
    definite: bool
    bearer: int = -1
    owner: int = -1
    party: Found | None = None
    partly: bool = False
    said: bool = False

    @property
    def former(self) -> bool:
        """Tell whether the office is no longer held."""
        return self.tenure in (Tenure.FORMER, Tenure.RESIGNED)


def find_appointments(
    doc: "Doc", offices: Sequence[OfficeMention], names: Sequence[Found], lexicon: Lexicon
) -> list[Appointment]:
    """Return each office of a doc with its holder, its body and its tenure."""
    at = {i: name for name in names for i in range(name.start, name.end)}
    found = [_appointment(doc, office, at, lexicon) for office in offices if not _is_inside_name(office, at)]
    focus = Focus(doc, names)
    return [_in_focus(appointment, focus) for appointment in _shared(doc, found)]


def _in_focus(appointment: Appointment, focus: Focus) -> Appointment:
    """Return an appointment with the body that is clear without words: "the chief executive, Ann Hale, ..."."""
    is_bare = appointment.body is None and appointment.owner < 0 and appointment.party is None
    if appointment.holder is None or not is_bare or appointment.target is not None or appointment.said:
        return appointment
    body = focus.body_of(appointment.mention.office, appointment.mention.start)
    return replace(appointment, body=body) if body is not None else appointment


def holders_of(appointments: Sequence[Appointment]) -> dict[int, set[int]]:
    """Return by the first token of a named holder the chains of the bodies that the offices name."""
    bodies: dict[int, set[int]] = {}
    for appointment in appointments:
        if appointment.holder is not None and appointment.body is not None:
            bodies.setdefault(appointment.holder.start, set()).add(appointment.body.chain)
    return bodies


def _is_inside_name(office: OfficeMention, at: Mapping[int, Found]) -> bool:
    return office.start in at and office.end - 1 in at


def _appointment(doc: "Doc", office: OfficeMention, at: Mapping[int, Found], lexicon: Lexicon) -> Appointment:
    before = _before(doc, office, at, lexicon)
    end = _behind_elect(doc, office.end)
    behind = body_behind(doc, end, at)
    body, party = (behind, before.found) if behind.found is not None else (before, None)
    if not body.is_known:
        body = behind
    elif body is behind and doc[end].lower_ == "at" and before.owner >= 0:
        body = replace(behind, partly=True)  # "my boss at Harvard" leads no university
    target = body_behind(doc, behind.edge, at, frozenset({"to"}))
    edge = target.edge if target.found is not None else behind.edge
    holder = _titled(doc, end, at) or _titled(doc, edge, at)
    tenure = tenure_of(doc, office, before.edge, lexicon.titles)
    bearer = None
    if holder is None:
        bearer = tenure.bearer if tenure.bearer is not None else _set_beside(doc, office, before.edge, edge, at)
        holder = _person(at, bearer) if bearer is not None else None
    elif not body.is_known and not takes_of(doc, holder):
        body = body_behind(doc, holder.end, at, frozenset({"of"}))
        body = body if body.found is not None else Body(edge)
    place = body.found
    if not body.is_known and holder is not None:
        place = _scene(doc, office.start, at)
    words = {token.lower_ for token in doc[before.edge : office.start]}
    return Appointment(
        office,
        before.edge,
        holder,
        place,
        target.found,
        tenure.tenure,
        bool(DEFINITE & words),
        bearer.i if bearer is not None else -1,
        body.owner,
        party,
        body.partly,
        tenure.said,
    )


def _before(doc: "Doc", office: OfficeMention, at: Mapping[int, Found], lexicon: Lexicon) -> Body:
    """Return the body before an office, without a country that says only whence its holder is or where it is."""
    titles = lexicon.titles
    body = body_before(doc, office.start, at, titles.modifiers | titles.past | titles.coming)
    if body.vague is not None and office.office.relation_to(PLACE) != LEADS:
        return replace(body, found=body.vague)
    nation = lexicon.gazetteer.people(body.found.text) if body.found is not None else None
    return replace(body, found=body.outer) if nation and office.office.name in titles.trades else body


def _shared(doc: "Doc", found: list[Appointment]) -> list[Appointment]:
    """Return appointments with what two offices of one holder share: "founder and chief executive of Vantor"."""
    for number in range(len(found) - 1):
        one, other = found[number], found[number + 1]
        between = doc[one.mention.end : other.mention.start]
        if not 1 <= len(between) <= 2 or between[0].lower_ not in ("and", "&", "/"):
            continue
        first = one if one.body is not None or one.owner >= 0 else other
        second = other if other.body is not None or other.owner >= 0 else one
        holder, bearer = (one.holder or other.holder), max(one.bearer, other.bearer)
        tenure = other.tenure if one.tenure is Tenure.PRESENT else one.tenure
        for place, mine, source in ((number, one, first), (number + 1, other, second)):
            found[place] = replace(
                mine,
                holder=holder,
                bearer=bearer,
                body=source.body,
                owner=source.owner,
                partly=source.partly,
                tenure=tenure,
                said=one.said or other.said,
            )
    return found


def _behind_elect(doc: "Doc", end: int) -> int:
    """Return where an office ends with the "-elect" that may follow it: "the president[-elect] of Chile"."""
    is_elect = end + 1 < len(doc) and doc[end].text in HYPHENS and doc[end + 1].lower_ in ("elect", "designate")
    return end + 2 if is_elect else end


def _scene(doc: "Doc", start: int, at: Mapping[int, Found]) -> Found | None:
    """Return the place whose "where" clause an office stands in: "Syria, where President Bashar al-Assad ..."."""
    first = max(doc[start].sent.start, start - SCENE_REACH)
    for i in range(start - 1, first, -1):
        if doc[i].lower_ == "where":
            place = at.get(i - 2 if doc[i - 1].text == "," else i - 1)
            return place if place is not None and place.kind == PLACE else None
    return None


def _titled(doc: "Doc", end: int, at: Mapping[int, Found]) -> Found | None:
    """Return the person whose name follows the office, with or without a comma; a title may stand between."""
    is_aside = end < len(doc) and doc[end].text == ","
    first = end + is_aside
    i = first
    while i < min(len(doc), first + TITLE_REACH) and i not in at and doc[i].pos_ == "PROPN":
        i += 1
    name = at.get(i)
    if name is None or name.kind != PERSON or name.start != i:
        return None
    closes = name.end >= len(doc) or doc[name.end].text in CLOSING or doc[name.end].lower_ == "and"
    return name if closes or not is_aside else None


def _set_beside(doc: "Doc", office: OfficeMention, start: int, end: int, at: Mapping[int, Found]) -> "Token | None":
    """Return of whom the office is said: "James Comey, the FBI director", "Comey was the director"."""
    noun = _head(doc, office)
    subject = predicate_subject(noun)
    if subject is not None:
        return subject
    if noun.dep_ in ("appos", "nmod:desc", "list") and _person(at, noun.head) is not None:
        return antecedent(noun.head)
    before = start - 1
    while before > 0 and (doc[before].lower_ in ("then", "now", "once") or doc[before].like_num):
        before -= 2 if doc[before].like_num else 1  # "Ann Hale, 43, a lawyer"
    if before > 0 and doc[before].text == ",":
        name = at.get(before - 1)
        is_aside = end < len(doc) and (doc[end].lower_ in CLOSING or doc[start].lower_ in ("a", "an"))
        if name is not None and name.kind == PERSON and is_aside:
            return doc[name.head]
    return next((c for c in noun.children if c.dep_ in ("appos", "flat") and _person(at, c) is not None), None)


def _head(doc: "Doc", office: OfficeMention) -> "Token":
    return doc.span(office.start, office.end).root


def _person(at: Mapping[int, Found], token: "Token") -> Found | None:
    name = at.get(antecedent(token).i)
    return name if name is not None and name.kind == PERSON else None
