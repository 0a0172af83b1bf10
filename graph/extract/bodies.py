"""The body that an office is held of, before the office or behind it: "[Russia]'s minister", "head of the [FBI]"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.lexicon import ORGANISATION, ORGANISATION_NOUNS, PERSON, PLACE, STATE_ORGANS
from graph.extract.mentions import Found
from graph.extract.subjects import antecedent

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

BODY_PREPOSITIONS = frozenset({"of", "at", "for", "with", "from"})
POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’"})
# "chairman of the Vantor [board]": who leads these of a body leads the body itself.
WHOLES = ORGANISATION_NOUNS | frozenset(
    "board group directors trustees governors side squad gang cartel clan militia movement family dynasty syndicate "
    "band orchestra choir ensemble troupe theatre hospital museum".split()
)
# "chairman of the Senate [committee]": who leads these of a body does not lead the body.
PARTS_OF_BODIES = frozenset("committee subcommittee panel department division commission".split())
# "head of the Russian [delegation]": who leads these of a country serves the country.
PARTS_OF_STATES = STATE_ORGANS | frozenset(
    "delegation mission team bank programme program forces guards observatory bureau corps office chamber".split()
)
INSIDE = frozenset({"ADJ", "DET", "NOUN", "ADV", "PART", "NUM"})
PHRASE_WORDS = frozenset({"ADJ", "DET", "NOUN", "NUM", "PROPN"})
# "accused Ann Hale of": these take "of" themselves, so that what follows says nothing of her.
OF_VERBS = frozenset("accuse convict acquit suspect rob strip deprive warn inform remind clear relieve cure".split())
NAMED_KINDS = ORGANISATION_NOUNS | frozenset({"unit", "subsidiary", "arm", "division", "body", "group"})


@dataclass(frozen=True, slots=True)
class Body:
    """Of whom an office is held, and where the noun phrase with it begins or ends, in `edge`.

    `found` is the name; without one `owner` is the token of a pronoun or a description that means somebody ("[its]
    premier", "the [union]'s president"), or -1. `partly` marks an office in a part of the body: "head of research at
    Nordea", "the head of Congo's land forces". `vague` is a country of which one may hold no office though it stands
    before it: "[Russia]'s opposition leader". `outer` is a further name before it: "[Liverpool]'s Scottish defender".
    """

    edge: int
    found: Found | None = None
    owner: int = -1
    partly: bool = False
    vague: Found | None = None
    outer: Found | None = None

    @property
    def is_known(self) -> bool:
        """Tell whether there is anybody of whom the office may be held."""
        return self.found is not None or self.owner >= 0


def body_before(doc: "Doc", start: int, at: Mapping[int, Found], skipped: frozenset[str] = frozenset()) -> Body:
    """Return the body in the noun phrase that ends in an office, and where the phrase starts; `skipped` say nothing.

    "[Russia]'s new foreign minister", "the former [Vantor] chief executive", "[whose] president", "[its] head coach".
    """
    body, outer, owner = None, None, -1
    parts: list[str] = []
    i = start - 1
    while i >= 0 and not doc[i + 1].is_sent_start:
        token, name = doc[i], at.get(i)
        if name is not None:
            if name.kind != PERSON or doc[name.end].lower_ in POSSESSIVE_MARKS:
                body, outer = body or name, outer or (name if body is not None else None)
            elif body is None:
                break
            i = name.start - 1
        elif token.tag_ == "PRP$" or token.lower_ == "whose":
            if body is None:
                owner = antecedent(token).i
                if (name := at.get(owner)) is not None:
                    body = name
            i -= 1
            break
        elif token.pos_ in INSIDE or token.text in ("-", "'s", "’s") or token.lower_ in skipped:
            if body is None and owner < 0 and token.pos_ == "NOUN":
                if doc[i + 1].text in POSSESSIVE_MARKS:
                    owner = i
                elif token.lower_ not in skipped:
                    parts.append(token.lower_)
            i -= 1
            if token.pos_ == "DET":
                break
        else:
            break
    if body is not None and body.kind == PLACE and not PARTS_OF_STATES.issuperset(parts):
        return Body(i + 1, vague=body, outer=outer)
    partly = bool(parts) and (parts[0] not in WHOLES - PARTS_OF_BODIES or (body is not None and body.kind == PLACE))
    return Body(i + 1, body, owner if body is None else -1, partly=partly, outer=outer)


def body_behind(
    doc: "Doc",
    end: int,
    at: Mapping[int, Found],
    prepositions: frozenset[str] = BODY_PREPOSITIONS,
    *,
    inner: bool = False,
) -> Body:
    """Return the body in the phrase behind an office, and where the phrase ends; `inner` marks a phrase in a phrase.

    "president of the [Vantor Group]", "head of its sports car unit [Porsche]", "head of markets research at [Nordea]".
    """
    nothing = Body(end)
    if end >= len(doc) or doc[end].lower_ not in prepositions:
        return nothing
    owner, outer, i = -1, None, end + 1
    while i < len(doc) and not doc[i].is_sent_start:
        name, token = at.get(i), doc[i]
        if name is not None and name.start == i:
            i = name.end
            if i < len(doc) and (doc[i].lower_ in POSSESSIVE_MARKS or _goes_on(doc[i], name, at)):
                outer = outer or name
                i += doc[i].lower_ in POSSESSIVE_MARKS
                continue
            return Body(i, name) if name.kind != PERSON else nothing
        if token.tag_ == "PRP$":
            owner = token.i
        elif token.pos_ not in PHRASE_WORDS and token.tag_ not in ("VBG", "VBN", "HYPH"):
            break
        i += 1
    last = doc[i - 1]
    if i == end + 1 or last.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return nothing
    if not inner and i < len(doc) and doc[i].lower_ in ("of", "at"):
        deeper = body_behind(doc, i, at, frozenset({"of", "at"}), inner=True)
        if deeper.is_known and (outer is None or (doc[i].lower_ == "at" and deeper.found is not None)):
            return Body(deeper.edge, deeper.found, deeper.owner, partly=deeper.partly or last.lower_ not in WHOLES)
    if outer is not None:
        return _part_of(outer, last, i)
    if last.lower_ in NAMED_KINDS and (aside := _aside(doc, i, at)) is not None:
        return Body(aside.end, aside)
    if owner >= 0:
        return Body(i, owner=owner, partly=last.lower_ not in WHOLES)
    is_definite = last.tag_ == "NN" and doc[end + 1].lower_ in ("the", "this", "that")
    return Body(i, owner=last.i) if is_definite else Body(i)


def _aside(doc: "Doc", comma: int, at: Mapping[int, Found]) -> Found | None:
    """Return the organisation that an aside names: "head of its national oil company, [Adnoc]"."""
    name = at.get(comma + 1) if comma < len(doc) and doc[comma].text == "," else None
    closes = name is not None and (name.end >= len(doc) or doc[name.end].text in (",", "."))
    return name if name is not None and name.kind == ORGANISATION and closes else None


def _goes_on(token: "Token", name: Found, at: Mapping[int, Found]) -> bool:
    """Tell whether a name before this word only modifies it: "head of the Vantor [works] council", not "Shell [UK]"."""
    if (following := at.get(token.i)) is not None:
        return following.kind not in (PLACE, PERSON)
    return token.pos_ == "NOUN" or (token.pos_ == "ADJ" and name.adjectival)


def takes_of(doc: "Doc", name: Found) -> bool:
    """Tell whether "of" behind a name belongs to the verb before it: "accused President Assad [of] ..."."""
    verb = doc[name.head].head
    return verb.i < name.start and verb.lemma_ in OF_VERBS


def _part_of(outer: Found, last: "Token", end: int) -> Body:
    """Return the body of an office in something that belongs to a body: "the head of [Congo]'s land forces"."""
    if outer.kind == PERSON or (outer.kind == PLACE and last.lower_ not in PARTS_OF_STATES):
        return Body(end)  # "the leader of the French opposition"
    return Body(end, outer, partly=outer.kind == PLACE or last.lower_ not in WHOLES - PARTS_OF_BODIES)
