"""When an office is held: now, no longer, or not yet; and of whom the verb that says so tells it.

"former president", "the president-elect", "was chairman until 2001", "was named chief executive", "resigned as
minister", "serves as head of Vantor".
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.extract.joints import HYPHENS
from graph.extract.offices import OfficeMention
from graph.extract.phrases import OPEN_COMPLEMENT, attachment, is_verbal, object_of
from graph.extract.subjects import is_passive, is_reported, predicate_subject, surface_subjects
from graph.titles import Titles

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

# Verbs that say of their subject that it holds an office, with or without "as": "became head", "serves as head".
HOLDING = frozenset("become serve act work remain stay continue return succeed replace begin start".split())
TAKING_OVER = frozenset({"take over", "step in"})
# Verbs that put their object into an office, those that put it out, and those by which one goes oneself.
CHOOSING = frozenset("appoint name elect choose pick select install designate hire promote re-elect reappoint".split())
REMOVING = frozenset("sack fire dismiss oust remove suspend depose drop axe".split())
GOING = frozenset({"resign", "quit", "retire", "step down", "stand down"})
ONCE = frozenset({"then", "once", "formerly", "previously"})
YEARS = range(1900, 2100)


class Tenure(StrEnum):
    """Whether an office is held, was held, was given up by the holder himself, or will be held."""

    PRESENT = "present"
    FORMER = "former"
    RESIGNED = "resigned"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class Held:
    """The tenure of an office; `bearer` is of whom a verb says it, `said` tells whether cues may deny it."""

    tenure: Tenure
    bearer: "Token | None" = None
    said: bool = False


def tenure_of(doc: "Doc", office: OfficeMention, start: int, titles: Titles) -> Held:
    """Return the tenure of an office whose noun phrase begins at `start`."""
    noun = doc.span(office.start, office.end).root
    held = _by_verb(noun) if predicate_subject(noun) is None else _by_copula(noun)
    words = {token.lower_ for token in doc[start : office.start]}
    ended = words & titles.past or doc[max(0, start - 1)].lower_ in ONCE or _is_ex(doc, office.start)
    if ended:
        return Held(Tenure.FORMER, held.bearer, held.said)
    behind = doc[office.end : office.end + 2]
    is_elect = len(behind) == 2 and behind[0].text in HYPHENS and behind[1].lower_ in ("elect", "designate")
    if words & titles.coming or is_elect:
        return Held(Tenure.COMING, held.bearer, held.said)
    return held


def _is_ex(doc: "Doc", start: int) -> bool:
    return start > 1 and doc[start - 1].text in HYPHENS and doc[start - 2].lower_ == "ex"


def _by_copula(noun: "Token") -> Held:
    """Return the tenure that a form of "be" says; what somebody says that one was, one may still be."""
    words = {child.lower_ for child in noun.lefts}
    past = words & {"was", "were"} or {"had", "been"} <= words
    return Held(Tenure.FORMER if past and not is_reported(noun) else Tenure.PRESENT, said=True)


def _by_verb(noun: "Token") -> Held:
    """Return the tenure that a verb says: "was named head", "resigned as head", "will become head"."""
    preposition, verb = attachment(noun)
    is_complement = noun.dep_ in OPEN_COMPLEMENT or preposition == "as" or verb.lemma_ in CHOOSING | HOLDING
    if not is_complement or not is_verbal(verb) or verb.i > noun.i or (preposition and preposition != "as"):
        return Held(Tenure.PRESENT)
    lemma = verb.lemma_
    phrase = f"{lemma} {verb.nbor(1).lower_}" if verb.i + 1 < len(verb.doc) else lemma
    subjects = surface_subjects(verb)
    subject = subjects[0] if subjects else None
    if lemma in HOLDING or phrase in TAKING_OVER:
        is_past = lemma in ("serve", "work", "act") and verb.tag_ == "VBD"
        return Held(Tenure.FORMER if is_past else Tenure.PRESENT, subject, said=True)
    if {lemma, phrase} & GOING:
        return Held(Tenure.RESIGNED, subject, said=True)
    if lemma not in CHOOSING | REMOVING:
        return Held(Tenure.PRESENT)
    objects = [subject] if is_passive(verb) else object_of(verb)
    objects = [o for o in objects if o is not None and o.i != noun.i]
    if lemma in REMOVING:
        return Held(Tenure.FORMER, next(iter(objects), None), said=True)
    is_dated = any(t.like_num and len(t.text) == 4 and int(t.text) in YEARS for t in verb.subtree if t.text.isdigit())
    return Held(Tenure.PRESENT if is_dated else Tenure.COMING, next(iter(objects), None), said=True)
