"""Whom the words behind a role name, however they are parsed.

"his rival, the former minister Ann Hale, ...", "her lawyers, led by Bob Dorn, ...", "the U.N. mission, Monusca, ...".
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.extract.lexicon import ORGANISATION, PERSON
from graph.extract.mentions import Found
from graph.model import Form

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

REACH = 8  # tokens between a role and a name: "his rival, the long-serving former prime minister [Ann Hale]"
TITLE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV"})
# What closes an aside with a name in it: "his rival, Ann Hale[,] said", but not "like his father, Ann Hale [said]".
CLOSING = frozenset(", . ; : ) — – ” who whom whose".split())
JOINTS = frozenset({",", "and", "&"})
# How one of several is told by name: "her lawyers, led by Bob Dorn", "his aides, among them Bob Dorn".
PICKING = (("led", "by"), ("headed", "by"), ("among", "them"), ("including",))

FindAt = Callable[["Token"], list[Found]]


def names_behind(noun: "Token", at: FindAt) -> list[Found]:
    """Return the persons or bodies that a noun for one in a role is followed by, one for a singular, in order."""
    doc, i = noun.doc, noun.i + 1
    is_aside = i < len(doc) and doc[i].text in (",", ":", "–", "—")
    i += is_aside
    if noun.tag_ == "NNS":
        return _row(doc, _behind_picking(doc, i), at)
    first = _name_from(doc, i, at)
    if first is None or (not is_aside and any(t.text == "," for t in doc[i : first.start])):
        return []
    return [first] if _closes(doc, first) or not is_aside else []


def _closes(doc: "Doc", name: Found) -> bool:
    return name.end >= len(doc) or doc[name.end].lower_ in CLOSING


def _behind_picking(doc: "Doc", i: int) -> int:
    for words in PICKING:
        if tuple(token.lower_ for token in doc[i : i + len(words)]) == words:
            return i + len(words)
    return i


def _name_from(doc: "Doc", i: int, at: FindAt) -> Found | None:
    """Return whose name begins at a token or behind titles there; of a body only where it closes an aside."""
    for token in doc[i : i + REACH]:
        name = next((f for f in at(token) if f.form is Form.NAME and f.start == token.i and not f.adjectival), None)
        if name is not None and (name.kind == PERSON or (name.kind == ORGANISATION and _closes(doc, name))):
            return name
        if token.is_sent_start or (token.pos_ not in TITLE and token.tag_ not in ("HYPH", "POS")):
            return None
    return None


def _row(doc: "Doc", i: int, at: FindAt) -> list[Found]:
    """Return the persons in a row that begins at a token: "Ann Hale, Bob Dorn and the banker Carl Ek"."""
    found: list[Found] = []
    while (name := _name_from(doc, i, at)) is not None:
        found.append(name)
        i = name.end
        if i >= len(doc) or doc[i].lower_ not in JOINTS:
            break
        while i < len(doc) and doc[i].lower_ in JOINTS:
            i += 1
    return found
