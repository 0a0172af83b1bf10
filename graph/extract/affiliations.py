"""Ties that names alone make: state organs of a country, people of an organisation, the home of either."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extract.bodies import POSSESSIVE_MARKS, body_behind, takes_of
from graph.extract.lexicon import GROUP, ORGANISATION, ORGANISATION_NOUNS, PERSON, PLACE, STATE_ORGANS, Lexicon
from graph.extract.mentions import NAMED_AFTER, TEAMS, Found
from graph.extract.phrases import SUBJECT, possessor
from graph.extract.subjects import antecedent
from graph.extract.ties import Tie
from graph.model import Construction, Form

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

# Organisations that stand at one place, so that "in" behind them says where: "Rockefeller University in New York".
INSTITUTIONS = frozenset(
    "university college school hospital institute museum court tribunal observatory laboratory laboratories "
    "library academy clinic prison embassy consulate cathedral seminary zoo polytechnic archive archives centre "
    "center telescope theatre theater orchestra".split()
)
# Endings of what belongs to a country that stands before them with 's: "Germany's Federal Cartel Office".
OFFICES = frozenset({"office", "bureau", "commission", "authority", "board", "council", "bank", "directorate"})
# "a student at X", "a guest at X": one who is at a place but does not work there.
NO_STAFF = frozenset(
    "student undergraduate postgraduate graduate pupil freshman sophomore patient inmate prisoner detainee guest "
    "visitor customer shopper shareholder passenger regular spectator delegate participant protester resident speaker "
    "contender favourite favorite man woman boy girl member exhibit event".split()
)
# "an Ohio [Republican]": one of a party, of the place before.
PARTISANS = frozenset(
    "republican democrat conservative tory socialist communist liberal unionist independent nationalist".split()
)
# What is said of an organisation at home somewhere: "the London [consultancy] Vantor".
SEATED = ORGANISATION_NOUNS | frozenset(
    "consultancy fund think-tank thinktank studio gallery hospital school theatre theater laboratory lab brewery "
    "shipyard producer supplier dealer developer contractor publisher orchestra choir gym restaurant".split()
)
# "Vantor, the [company] of Ann Hale": what is said of a body to tell whose it is.
OWNED = frozenset("company firm party group movement militia newspaper foundation charity church label agency".split())
ASIDE_REACH = 10  # tokens from a name to the "at" of an aside: "Ann Hale, a hydrologist [at] Leeds University"


def nested_countries(doc: "Doc", names: Sequence[Found], lexicon: Lexicon) -> Iterator[Found]:
    """Yield the country that the name of a state organ begins with: "Russian" in "Russian Embassy"."""
    for name in names:
        if name.kind != ORGANISATION or name.end - name.start < 2 or doc[name.end - 1].lower_ not in STATE_ORGANS:
            continue
        for end in range(min(name.end - 1, name.start + 3), name.start, -1):
            text = doc.span(name.start, end).text
            if lexicon.gazetteer.people(text) or lexicon.gazetteer.place(text):
                yield Found(name.start, end, end - 1, Form.NAME, PLACE, text, adjectival=True)
                break


def find_affiliations(
    doc: "Doc", names: Sequence[Found], lexicon: Lexicon, holders: Mapping[int, Collection[int]]
) -> Iterator[Tie]:
    """Yield what names say of each other: whose an organisation is, where it is, whom a person belongs to.

    `holders` give by the first token of a person the chains of those of whom his titles say that he is.
    """
    at = {i: name for name in sorted(names, key=lambda n: n.start - n.end) for i in range(name.start, name.end)}
    for name in names:
        if name.kind == ORGANISATION:
            yield from _owned(doc, name, at)
            yield from _seated(doc, name, at, lexicon)
            yield from _headed(doc, name, at)
        elif name.kind == PERSON and not name.adjectival:
            for tie in _belonging(doc, name, at, lexicon):
                known = holders.get(name.start, ())
                if not known or (tie.target.kind == ORGANISATION and tie.target.chain not in known):
                    yield tie
            yield from _employed(doc, name, at, lexicon.titles.past)
            yield from _partisan(doc, name, at)


def _owned(doc: "Doc", name: Found, at: Mapping[int, Found]) -> Iterator[Tie]:
    """Yield that an organisation belongs to the actor whose name it bears or who owns it.

    "the Obama administration", "Russia's Foreign Ministry", "Ann Hale, whose Northern Party ...".
    """
    last = name.end - 1
    word = doc[last].lower_
    inner = at.get(name.start)
    owner = inner if inner != name else _owner(doc, name, at)
    if owner is None or owner.chain == name.chain:
        return
    words = doc.span(min(owner.start, name.start), name.end).text if owner.end >= name.start - 2 else doc[last].text
    if owner is inner:
        if owner.kind == PLACE and word in STATE_ORGANS:
            yield _tie("part_of", name, owner, last, doc, words)
        elif owner.kind == PLACE and word in TEAMS:
            yield _tie("represents", name, owner, last, doc, words)
        elif owner.kind == PERSON and word in NAMED_AFTER:
            yield _tie("leads", owner, name, last, doc, words)
    elif owner.kind == PLACE and (word in STATE_ORGANS or not name.adjectival):
        is_organ = any(token.lower_ in STATE_ORGANS | OFFICES for token in doc[name.start : name.end])
        yield _tie("part_of" if is_organ else "located_in", name, owner, last, doc, words)
    elif owner.kind in (ORGANISATION, GROUP) and not name.adjectival:
        yield _tie("part_of", name, owner, last, doc, words)
    elif owner.kind == PERSON and not name.adjectival:
        yield _tie("leads", owner, name, last, doc, words)


def _owner(doc: "Doc", name: Found, at: Mapping[int, Found]) -> Found | None:
    """Return whose an organisation is: "[NASA]'s Goddard Space Flight Center", "[Ann Hale], whose Northern Party"."""
    before = doc[name.start - 1] if name.start else None
    if before is None:
        return None
    if before.lower_ == "whose":
        return at.get(antecedent(before).i)
    if before.text in POSSESSIVE_MARKS:
        return at.get(before.i - 1)
    token = possessor(doc[name.head])
    return at.get(token.i) if token is not None else None


def _seated(doc: "Doc", name: Found, at: Mapping[int, Found], lexicon: Lexicon) -> Iterator[Tie]:
    """Yield where an organisation is at home.

    "Rockefeller University in New York", "Caldera, a company in Edinburgh", "the Washington firm Williams & Lamb".
    """
    place = None
    end, trigger = name.end, name.end
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in ("a", "an"):
        end = next((i for i in range(end + 2, min(len(doc), end + 6)) if doc[i].pos_ not in ("NOUN", "ADJ")), end)
        trigger = end - 1 if doc[end - 1].lower_ in SEATED else -1
    elif doc[end - 1].lower_ not in INSTITUTIONS:
        trigger = -1
    if trigger >= 0 and end + 1 < len(doc) and doc[end].lower_ == "in":
        place = at.get(end + 1 + (doc[end + 1].lower_ == "the"))
        trigger = min(trigger, end)
    first = name.start - 1
    if place is None and first > 0 and doc[first].lower_ in SEATED and doc[first].tag_ == "NN":
        place, trigger = at.get(first - 1), first
        if place is not None and lexicon.gazetteer.people(place.text):
            return  # "the Russian bank Vantor": its nation, not its home
    if place is not None and place.kind == PLACE and place.chain != name.chain:
        yield _tie(
            "located_in",
            name,
            place,
            trigger,
            doc,
            doc.span(min(name.start, place.start), max(name.end, place.end)).text,
        )


def _headed(doc: "Doc", name: Found, at: Mapping[int, Found]) -> Iterator[Tie]:
    """Yield whose an organisation is by "of": "the Civic Party of Ann Hale", "Vantor, the company of Bob Dorn"."""
    i = name.end
    if i + 3 < len(doc) and doc[i].text == "," and doc[i + 1].lower_ == "the" and doc[i + 2].lower_ in OWNED:
        i += 3
    elif takes_of(doc, name) or name.adjectival:
        return
    if i + 1 >= len(doc) or doc[i].lower_ != "of":
        return
    end = i + 1
    while end < min(len(doc), i + ASIDE_REACH) and (doc[end].pos_ in ("DET", "ADJ", "NOUN") or _is_nation(at.get(end))):
        end += 1
    person = at.get(end)
    if person is not None and person.kind == PERSON and doc[min(person.end, len(doc) - 1)].text not in POSSESSIVE_MARKS:
        yield _tie("leads", person, name, i, doc, doc.span(name.start, person.end).text)


def _is_nation(name: Found | None) -> bool:
    return name is not None and name.adjectival and name.kind in (PLACE, GROUP)


def _belonging(doc: "Doc", name: Found, at: Mapping[int, Found], lexicon: Lexicon) -> Iterator[Tie]:
    """Yield whom or where a person is of: "Ann Hale of Vantor", "Vantor's Ann Hale", "Ann Hale, 43, from Leeds"."""
    if name.start > 1 and doc[name.start - 1].text in POSSESSIVE_MARKS:
        owner = at.get(name.start - 2)
        if owner is not None and not owner.adjectival and (name.end >= len(doc) or doc[name.end].pos_ != "NOUN"):
            yield from _of(doc, name, owner, name.start - 1, lexicon)
        return
    i = name.end
    while i < len(doc) and i < name.end + 3 and (doc[i].text == "," or doc[i].like_num):
        i += 1
    if takes_of(doc, name):
        return
    body = body_behind(doc, i, at, frozenset({"of", "from"} if _is_origin(doc, name, i) else {"of"}))
    if body.found is not None and not body.partly and body.found.kind != GROUP:
        yield from _of(doc, name, body.found, i, lexicon)


def _is_origin(doc: "Doc", name: Found, i: int) -> bool:
    """Tell whether "from" at a token says whence somebody is, not whence he is taken: "Ann Hale from Vantor said"."""
    if i >= len(doc) or doc[i].lower_ != "from":
        return False
    is_aside = doc[name.end].text == ","
    return name.start <= doc[i].head.head.i < name.end and (is_aside or doc[name.head].dep_ in SUBJECT | {"appos"})


def _of(doc: "Doc", name: Found, body: Found, trigger: int, lexicon: Lexicon) -> Iterator[Tie]:
    """Yield what "of" or a possessive says: one works for a body, represents a country, lives in a town."""
    if body.kind not in (ORGANISATION, PLACE) or body.chain == name.chain or lexicon.gazetteer.people(body.text):
        return
    is_country = lexicon.gazetteer.key(body.text) in lexicon.gazetteer.countries
    by_place = "represents" if is_country and doc[trigger].lower_ != "from" else "located_in"
    is_party = doc[body.end - 1].lower_ == "party"
    relation = by_place if body.kind == PLACE else "member_of" if is_party else "works_for"
    words = doc.span(min(name.start, body.start), max(name.end, body.end)).text
    yield _tie(relation, name, body, trigger, doc, words)


def _employed(doc: "Doc", name: Found, at: Mapping[int, Found], past: frozenset[str]) -> Iterator[Tie]:
    """Yield at which organisation one is said to be something: "Ann Hale, a hydrologist at Leeds University"."""
    comma = name.end
    if comma + 2 >= len(doc) or doc[comma].text != "," or doc[comma + 1].lower_ not in ("a", "an", "the"):
        return
    for i in range(comma + 2, min(len(doc), comma + ASIDE_REACH)):
        if doc[i].lower_ == "at" and _is_staff(doc[i - 1], name):
            body = body_behind(doc, i, at, frozenset({"at"}), inner=True)
            if body.found is not None and body.found.kind == ORGANISATION:
                ended = any(token.lower_ in past for token in doc[comma:i])
                relation = "formerly_worked_for" if ended else "works_for"
                yield _tie(relation, name, body.found, i - 1, doc, doc.span(i - 1, body.found.end).text)
            return
        if i in at or (doc[i].pos_ not in ("NOUN", "ADJ", "ADV", "CCONJ") and doc[i].lower_ not in ("of", "in", "-")):
            return


def _partisan(doc: "Doc", name: Found, at: Mapping[int, Found]) -> Iterator[Tie]:
    """Yield the party and the place of one in an aside: "Ann Hale, an Ohio Republican", "a Democrat from Texas"."""
    i = name.end
    if i + 3 >= len(doc) or doc[i].text != ",":
        return
    start = i + 1 + (doc[i + 1].lower_ in ("a", "an", "the"))
    first = at.get(start)
    last = start if first is None or first.kind != PLACE else first.end
    party = at.get(last)
    if party is None or doc[party.end - 1].lower_ not in PARTISANS or party.end >= len(doc):
        return
    place, trigger = first if first is not party else None, party.end - 1
    if doc[party.end].lower_ in ("from", "of"):
        place = body_behind(doc, party.end, at, frozenset({"from", "of"})).found
    elif doc[party.end].pos_ in ("NOUN", "PROPN") or start == i + 1:
        return
    words = doc.span(start, party.end).text
    yield _tie("member_of", name, party, trigger, doc, words)
    if place is not None and place.kind == PLACE:
        yield _tie("represents", name, place, trigger, doc, words)


def _is_staff(noun: "Token", name: Found) -> bool:
    nouns = [t for t in noun.doc[name.end : noun.i + 1] if t.pos_ == "NOUN"]
    return noun.pos_ == "NOUN" and not any(t.lower_ in NO_STAFF for t in nouns)


def _tie(relation_type: str, source: Found, target: Found, trigger: int, doc: "Doc", words: str) -> Tie:
    reason = (Construction.NAME, words)
    return Tie(relation_type, source, target, trigger, trigger, trigger, doc[trigger].lower_, *reason, by_name=True)
