"""Offices of several in one phrase, each held of a body of its own.

"Presidents Ann Hale of Peru and Bob Dorn of Chile", "the foreign ministers of Peru and Chile, Ann Hale and Bob Dorn",
"the Peruvian and Chilean presidents, Ann Hale and Bob Dorn".
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extract.appointments import Appointment
from graph.extract.lexicon import PERSON, PLACE, Lexicon
from graph.extract.mentions import Found
from graph.extract.offices import OfficeMention
from graph.extract.tenures import Tenure

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

JOINTS = frozenset({",", "and", "&", ";"})
LONGEST = 3  # words of an office in the plural: "chief executive officers"
PLURALS = (("ies", "y"), ("men", "man"), ("women", "woman"), ("s", ""))
LISTED = 12  # members of a list at most


def find_shared(doc: "Doc", names: Sequence[Found], lexicon: Lexicon) -> Iterator[Appointment]:
    """Yield an appointment for each of several holders of one office whose bodies are told apart."""
    at = {i: name for name in names for i in range(name.start, name.end)}
    for token in doc:
        if token.tag_ in ("NNS", "NNPS", "NNP") and token.lower_.endswith(("s", "men")):
            mention = _plural_office(doc, token, lexicon)
            if mention is not None:
                yield from _appointments(doc, mention, at, lexicon)


def _plural_office(doc: "Doc", last: "Token", lexicon: Lexicon) -> OfficeMention | None:
    """Return the office that a plural ends, the longest first: "foreign minister" for "foreign ministers"."""
    plural, singular = next((p, s) for p, s in PLURALS if last.lower_.endswith(p))
    word = last.lower_.removesuffix(plural) + singular
    for start in range(max(last.sent.start, last.i - LONGEST + 1), last.i + 1):
        office = lexicon.titles.offices.get(f"{doc.span(start, last.i).text.lower()} {word}".strip())
        if office is not None:
            return OfficeMention(start, last.i + 1, office)
    return None


def _appointments(
    doc: "Doc", mention: OfficeMention, at: Mapping[int, Found], lexicon: Lexicon
) -> Iterator[Appointment]:
    before = _nations_before(doc, mention.start, at)
    i, bodies = mention.end, before
    if not before and i < len(doc) and doc[i].lower_ == "of":
        bodies, i = names_in_row(doc, i + 1, at, is_person=False)
    if i < len(doc) and doc[i].text == ",":
        i += 1
    pairs = list(_each_of_his_own(doc, i, at)) if not bodies else []
    if len(bodies) > 1:
        holders, _ = names_in_row(doc, i, at, is_person=True)
        pairs = list(zip(holders, bodies, strict=True)) if len(holders) == len(bodies) else []
    ended = any(token.lower_ in lexicon.titles.past for token in doc[max(0, mention.start - 3) : mention.start])
    tenure = Tenure.FORMER if ended else Tenure.PRESENT
    for holder, body in pairs:
        yield Appointment(mention, mention.start, holder, body, None, tenure, definite=False)


def _nations_before(doc: "Doc", start: int, at: Mapping[int, Found]) -> list[Found]:
    """Return the nations in a row before an office: "the [Peruvian] and [Chilean] presidents"."""
    found: list[Found] = []
    i = start - 1
    while i > 0 and ((name := at.get(i)) is not None or doc[i].lower_ in JOINTS):
        if name is not None and name.kind != PLACE:
            return []
        found[:0] = [name] if name is not None else []
        i = name.start - 1 if name is not None else i - 1
    return found if len(found) > 1 else []


def _each_of_his_own(doc: "Doc", i: int, at: Mapping[int, Found]) -> Iterator[tuple[Found, Found]]:
    """Yield the persons in a row with the body behind each: "Ann Hale of Peru, Bob Dorn of Chile and ..."."""
    for _ in range(LISTED):
        holder = at.get(i)
        if holder is None or holder.kind != PERSON or holder.start != i:
            return
        i = holder.end
        if i + 1 < len(doc) and doc[i].lower_ == "of":
            body = at.get(i + 1 + (doc[i + 1].lower_ == "the"))
            if body is None or body.kind == PERSON:
                return
            yield holder, body
            i = body.end
        i = _behind_joint(doc, i)


def names_in_row(doc: "Doc", i: int, at: Mapping[int, Found], *, is_person: bool) -> tuple[list[Found], int]:
    """Return the names in a row from a token on, persons or others, and where the row ends."""
    found: list[Found] = []
    end = i
    while len(found) < LISTED:
        i += i < len(doc) and doc[i].lower_ == "the"
        name = at.get(i)
        if name is None or (name.kind == PERSON) != is_person or name.start != i:
            break
        found.append(name)
        end = name.end
        i = _behind_joint(doc, end)
        if i == end:
            break
    return found, end


def _behind_joint(doc: "Doc", i: int) -> int:
    while i < len(doc) and doc[i].lower_ in JOINTS:
        i += 1
    return i
