"""Kin by name in a row: "his sons, Carl and Emil", "is survived by three children, Ann, Bob and Carl"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.extract.actors import ActorFinder
from graph.extract.lexicon import PERSON
from graph.extract.mentions import Found
from graph.extract.phrases import POSSESSOR, is_verbal
from graph.extract.shared_offices import names_in_row
from graph.extract.subjects import surface_subjects
from graph.extract.ties import Tie
from graph.model import Construction

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

KIN = frozenset(
    "sons daughters children kids brothers sisters siblings parents grandchildren grandsons granddaughters twins "
    "cousins nephews nieces stepchildren stepsons stepdaughters grandparents".split()
)
SPOUSES = frozenset({"wives", "husbands"})
LISTED = KIN | SPOUSES
# "is survived by three children", "has two sons", "leaves a wife and two daughters": the subject's.
OWNING = frozenset({"survive", "have", "leave"})


def find_kin_lists(doc: "Doc", names: Sequence[Found], actors: ActorFinder) -> Iterator[Tie]:
    """Yield the kin that are named in a row behind what they are to somebody."""
    at = {i: name for name in names for i in range(name.start, name.end)}
    for noun in doc:
        if noun.lower_ not in LISTED or noun.tag_ != "NNS" or noun.i + 2 >= len(doc):
            continue
        first = noun.i + (2 if noun.nbor(1).text in (",", ":", "–", "—") else 1)
        members, _ = names_in_row(doc, first, at, is_person=True)
        owner = _owner(noun, actors) if len(members) > 1 else None
        for member in members if owner is not None else ():
            if owner is not None and owner.chain != member.chain:
                relation = "married_to" if noun.lower_ in SPOUSES else "related_to"
                words = (Construction.NOUN, doc.span(noun.i, member.end).text)
                yield Tie(relation, member, owner, noun.i, noun.i, noun.i, noun.lemma_.lower(), *words, by_name=True)


def _owner(noun: "Token", actors: ActorFinder) -> Found | None:
    """Return whose kin a noun names: by a possessor, or the subject of "survived by" and "has"."""
    owners = [c for c in noun.children if c.dep_ in POSSESSOR]
    verb = noun.head
    if not owners and is_verbal(verb) and verb.lemma_ in OWNING:
        owners = surface_subjects(verb)
    found = [f for owner in owners for f in actors.at(owner) if f.kind == PERSON]
    return found[0] if len(found) == 1 else None
