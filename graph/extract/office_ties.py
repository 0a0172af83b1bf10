"""Ties that offices make: "FBI Director James Comey" that he leads the FBI, "the US President" whom it means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extract.actors import ActorFinder
from graph.extract.appointments import Appointment
from graph.extract.lexicon import GROUP, PERSON, PLACE
from graph.extract.mentions import Found
from graph.extract.tenures import Tenure
from graph.extract.ties import Tie
from graph.model import Construction, Form
from graph.titles import LEADS, WORKS_FOR, Titles

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

TITLE_GAP = 4  # tokens between a title and its body that may be shown with them: "president of the rebel ..."
# What one no longer is, by what one was; other types, founding among them, do not end.
FORMERLY = {
    "leads": "formerly_led",
    "works_for": "formerly_worked_for",
    "represents": "formerly_represented",
    "member_of": "formerly_member_of",
}
LASTING = frozenset({"founded"})
RESIGNED = "resigned_from"


def office_ties(
    doc: "Doc", appointments: Sequence[Appointment], mentions: Iterable[Found], actors: ActorFinder, titles: Titles
) -> Iterator[Tie]:
    """Yield what offices say of their holders, named or meant, and the bodies that they are held of."""
    described = {m.end: m for m in mentions if m.form is Form.NOMINAL}
    for appointment in appointments:
        holder = _holder(doc, appointment, described, actors)
        if holder is None:
            continue
        for held_of, relation in _relations(doc, appointment, actors, titles):
            if relation and held_of.chain != holder.chain:
                yield _tie(doc, appointment, relation, holder, held_of)


def _holder(doc: "Doc", appointment: Appointment, described: Mapping[int, Found], actors: ActorFinder) -> Found | None:
    if appointment.holder is not None:
        return appointment.holder
    if appointment.bearer >= 0:
        return next((f for f in actors.at(doc[appointment.bearer]) if f.kind == PERSON), None)
    return described.get(appointment.mention.end) if not appointment.partly else None


def _relations(
    doc: "Doc", appointment: Appointment, actors: ActorFinder, titles: Titles
) -> Iterator[tuple[Found, str]]:
    """Yield each actor that an office is held of with the type that it says, "" for none."""
    office = appointment.mention.office
    bodies = [appointment.body] if appointment.body is not None else []
    if not bodies and appointment.owner >= 0 and (appointment.holder is not None or appointment.bearer >= 0):
        bodies = actors.at(doc[appointment.owner])
    for body in bodies:
        relation = office.relation_to(body.kind)
        serves = appointment.partly or (body.kind == PERSON and office.name not in titles.trades)
        yield body, _ended(WORKS_FOR if relation == LEADS and serves else relation, appointment.tenure)
    if (party := appointment.party) is not None:
        says = office.relation_to(party.kind)
        relation = says if says in ("member_of", "represents") else "member_of" if party.kind == GROUP else ""
        yield party, _ended(relation, appointment.tenure)
    if appointment.target is not None and office.relation_to(PLACE) == "represents":
        yield appointment.target, "ambassador_to" if not appointment.former else ""


def _ended(relation: str, tenure: Tenure) -> str:
    """Return a type as it is at a tenure, "" where nothing is left of it."""
    if tenure is Tenure.RESIGNED:
        return RESIGNED if relation else ""
    return FORMERLY.get(relation, relation if relation in LASTING else "") if tenure is Tenure.FORMER else relation


def _tie(doc: "Doc", appointment: Appointment, relation: str, holder: Found, held_of: Found) -> Tie:
    mention = appointment.mention
    last = mention.end - 1
    return Tie(
        relation,
        holder,
        held_of,
        last,
        mention.start,
        last,
        mention.office.name,
        Construction.TITLE,
        _title(doc, appointment, held_of),
        by_name=not appointment.said,
        coming=appointment.tenure is Tenure.COMING,
    )


def _title(doc: "Doc", appointment: Appointment, held_of: Found) -> str:
    """Return a title with the body it is held of where the two stand together: "Russia's foreign minister"."""
    office = appointment.mention
    first, end = min(office.start, held_of.start), max(office.end, held_of.end)
    together = end - first <= office.end - office.start + held_of.end - held_of.start + TITLE_GAP
    return (doc.span(first, end) if together else doc.span(office.start, office.end)).text
