"""Ties that names alone make: state organs of a country, people of an organisation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extract.lexicon import ORGANISATION, PERSON, PLACE, Lexicon
from graph.extract.mentions import NAMED_AFTER, TEAMS, Found
from graph.extract.roles import possessor
from graph.extract.ties import Tie
from graph.model import Construction, Form

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
    """Yield what names say of each other: state organs of countries, teams and administrations, people "of" a firm."""
    at = {i: name for name in sorted(names, key=lambda n: n.start - n.end) for i in range(name.start, name.end)}
    for name in names:
        if name.kind == ORGANISATION:
            yield from _owned(doc, name, at)
        elif name.kind == PERSON and name.end + 1 < len(doc) and doc[name.end].lower_ == "of":
            body = at.get(name.end + (2 if doc[name.end + 1].lower_ == "the" else 1))
            if body is not None and body.kind == ORGANISATION:
                yield _tie("works_for", name, body, name.end, doc, doc[name.start : body.end].text)


def _owned(doc: "Doc", name: Found, at: Mapping[int, Found]) -> Iterator[Tie]:
    """Yield that an organisation belongs to the actor whose name it bears or who owns it."""
    last = name.end - 1
    word = doc[last].lower_
    token = possessor(doc[name.head])
    inner = at.get(name.start)
    owner = inner if inner != name else at.get(token.i) if token is not None else None
    if owner is None or owner.chain == name.chain:
        return
    words = doc[min(owner.start, name.start) : name.end].text
    if owner.kind == PLACE and word in STATE_ORGANS:
        yield _tie("part_of", name, owner, last, doc, words)
    elif owner.kind == PLACE and word in TEAMS and owner is inner:
        yield _tie("represents", name, owner, last, doc, words)
    elif owner.kind == PERSON and word in NAMED_AFTER and owner is inner:
        yield _tie("leads", owner, name, last, doc, words)


def _tie(relation_type: str, source: Found, target: Found, trigger: int, doc: "Doc", words: str) -> Tie:
    reason = (Construction.NAME, words)
    return Tie(relation_type, source, target, trigger, trigger, trigger, doc[trigger].lower_, *reason, by_name=True)
