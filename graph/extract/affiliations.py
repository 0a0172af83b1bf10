"""Ties that names alone make: state organs of a country, people of an organisation."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.extract.lexicon import ORGANISATION, PERSON, PLACE, Lexicon
from graph.extract.mentions import Found
from graph.extract.relations import Tie
from graph.extract.roles import possessor
from graph.model import Form

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Endings of organisations that a country or a region owns: "Russian Embassy", but not "American Airlines".
STATE_ORGANS = frozenset(
    "embassy consulate ministry army navy parliament senate congress government police treasury cabinet department "
    "guard assembly court courts military force forces intelligence agency service administration state".split()
)


def nested_countries(doc: "Doc", names: Sequence[Found], lexicon: Lexicon) -> Iterator[Found]:
    """Yield the country that the name of a state organ begins with: "Russian" in "Russian Embassy"."""
    for name in names:
        if name.kind != ORGANISATION or name.end - name.start < 2 or doc[name.end - 1].lower_ not in STATE_ORGANS:
            continue
        for end in range(min(name.end - 1, name.start + 3), name.start, -1):
            text = doc[name.start : end].text
            if lexicon.gazetteer.people(text) or lexicon.gazetteer.place(text):
                yield Found(name.start, end, end - 1, Form.NAME, PLACE, text, adjectival=True)
                break


def find_affiliations(doc: "Doc", names: Sequence[Found]) -> Iterator[Tie]:
    """Yield that a state organ is part of its country, and that a person "of" an organisation works for it."""
    at = {i: name for name in sorted(names, key=lambda n: n.start - n.end) for i in range(name.start, name.end)}
    for name in names:
        if name.kind == ORGANISATION and doc[name.end - 1].lower_ in STATE_ORGANS:
            owner = at.get(name.start)
            if owner is name or owner is None:
                token = possessor(doc[name.head])
                owner = at.get(token.i) if token is not None else None
            if owner is not None and owner.kind == PLACE and owner.chain != name.chain:
                last = name.end - 1
                yield Tie(
                    "part_of", name, owner, last, last, last, doc[last].lower_, "name of a state organ", by_name=True
                )
        elif name.kind == PERSON and name.end + 1 < len(doc) and doc[name.end].lower_ == "of":
            first = name.end + (2 if doc[name.end + 1].lower_ == "the" else 1)
            body = at.get(first)
            if body is not None and body.kind == ORGANISATION:
                rule = "person “of” an organisation"
                yield Tie("works_for", name, body, name.end, name.end, name.end, "of", rule, by_name=True)
