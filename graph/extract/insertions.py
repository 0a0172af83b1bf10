"""Parses put right where "Ann Hale said" stands inside the sentence that she says.

A parser then often gives the first half, a mere name, to "said", and leaves the verb of the second without a subject.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extract.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
FIRST_HALF = frozenset({"dep", "nsubj", "dislocated", "vocative", "parataxis", "discourse", "obj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
MARKS = frozenset({",", "”", '"', "’", "'", "–", "—"})


def mend_insertion(verb: "Token") -> None:
    """Give a clause behind an inserted "Ann Hale said" the subject that stands before it.

    “Vantor,” said Ann Hale, “sued Bob Dorn”; "Vantor, Ann Hale said, sued Bob Dorn".
    """
    said = verb.head
    if verb.i > said.i:
        _give_back_object(verb, said)
    if verb.pos_ != "VERB" or said.pos_ != "VERB" or verb.i < said.i or verb.tag_ in ("VB", "VBG"):
        return
    if any(c.dep_ in SUBJECTS or c.dep_ == "mark" for c in verb.children) or not _is_set_off(said, verb):
        return
    subjects = [c for c in said.children if c.dep_ in SUBJECTS]
    before = next((c for c in said.lefts if c.pos_ in NOMINAL and c.dep_ in FIRST_HALF), None)
    if before is None or not subjects:
        return
    if before.i != subjects[0].i:  # “Vantor,” said Ann Hale
        _hang(before, verb)
    elif speaker := _beside(before, said):  # "Vantor, Ann Hale said"
        _hang(speaker, said)
        _hang(before, verb)


def _give_back_object(said: "Token", verb: "Token") -> None:
    """Give a verb the object that the clause behind a comma took: "Vantor sued [Bob Dorn], a lawyer said"."""
    if verb.pos_ != "VERB" or said.pos_ != "VERB" or any(c.dep_ in ("obj", "iobj") for c in verb.children):
        return
    first = said.left_edge
    while first.head.i < said.i and first.dep_ in ("flat", "compound", "det", "case"):
        first = first.head
    comma = next((t for t in said.doc[first.i : said.i] if t.text == ","), None)
    if comma is None or first.pos_ not in NOMINAL or first.i < verb.i or any(c.dep_ == "case" for c in first.children):
        return
    if first.head.i > comma.i and any(c.dep_ in SUBJECTS and c.i > comma.i for c in said.children):
        first.hang_on(verb)
        first.dep_ = "obj"


def _is_set_off(said: "Token", verb: "Token") -> bool:
    """Tell whether commas or quotation marks stand before what says who speaks and between it and the verb."""
    before, between = said.doc[said.left_edge.i : said.i], said.doc[said.i + 1 : verb.i]
    return any(t.text in MARKS for t in before) and any(t.text in MARKS for t in between)


def _beside(name: "Token", said: "Token") -> "Token | None":
    """Return the apposition behind a comma after a name, which ends right before "said"."""
    beside = (c for c in name.rights if c.dep_ == "appos" and c.right_edge.i == said.i - 1)
    return next((c for c in beside if "," in (c.left_edge.text, c.left_edge.nbor(-1).text)), None)


def _hang(token: "Token", verb: "Token") -> None:
    if token.head.i != verb.i:
        token.hang_on(verb)
    token.dep_ = "nsubj"
