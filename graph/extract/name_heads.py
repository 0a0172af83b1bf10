"""People's names made one phrase each, where the parser tore a rare one apart.

"[Lars] [Holm] dismissed Ann Hale", where "Lars" is the root of the sentence and "Holm" the subject; "praised [Ivo]
[Brandt]", where "Ivo" is an adverbial and "Brandt" its object. The names are those that the pipeline found.
"""

from typing import TYPE_CHECKING

from graph.extract.attachments import hang, has
from graph.extract.main_verbs import NAMING

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubj:pass")
# What ties a name to the rest of its sentence, the surest first; all else is what a parser says that gives it up.
TIES = (*SUBJECTS, "obl:agent", "obj", "iobj", "nmod:poss", "obl", "nmod", "conj", "appos")
# What a name behind a verb can only be the object by, where it has no preposition.
STRAY = frozenset({"xcomp", "obl", "ccomp", "obl:unmarked", "advmod", "dep"})


def mend_names(doc: "Doc") -> None:
    """Give each person's name one head, its first word, and one tie to the sentence."""
    for token in doc:
        if token.ent_iob_ == "B" and token.ent_type_ == "PERSON":
            name = _whole(token)
            if len(name) > 1:
                _mend_parts(name)
            _mend_tie(name[0])


def _whole(first: "Token") -> "list[Token]":
    """Return the words of a name, with the surname that the pipeline left out: "[Lars] Holm dismissed"."""
    doc, end = first.doc, first.i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    name, behind = list(doc[first.i : end]), doc[end] if end < len(doc) else None
    if len(name) == 1 and behind is not None and behind.pos_ == "PROPN" and not behind.ent_type_ and _is_torn(name[0]):
        follows = behind.nbor(1) if behind.i + 1 < len(doc) else None
        if behind.dep_ in SUBJECTS and follows is not None and follows.pos_ in ("VERB", "AUX"):
            name.append(behind)
    return name if all(token.pos_ == "PROPN" for token in name) else name[:1]


def _is_torn(token: "Token") -> bool:
    return token.dep_ in ("ROOT", "dep", "vocative", "dislocated", "parataxis")


def _mend_parts(name: "list[Token]") -> None:
    first, inside = name[0], {token.i for token in name}
    outer = [token for token in name if token.head.i not in inside or token.head.i == token.i]
    inner = {token.dep_ for token in name if token.head.i in inside and token.head.i != token.i}
    if len(outer) < 2 and not inner & {"obj", "nsubj", "iobj", "appos", "conj", "nmod"}:
        return
    tied = min(outer, key=_rank)
    head, label = tied.head, tied.dep_
    if head.i in inside:
        head, label = first.head, first.dep_
    if head.i not in inside:
        hang(first, head, label)
    for token in name[1:]:
        for child in list(token.children):
            if child.i not in inside:
                hang(child, first, child.dep_)
        hang(token, first, "flat")


def _rank(token: "Token") -> tuple[bool, int]:
    """Return how sure a tie is, the surest first: a name with a preposition is no subject or object."""
    return not has(token, {"case"}), TIES.index(token.dep_) if token.dep_ in TIES else len(TIES)


def _mend_tie(first: "Token") -> None:
    """Make a name right behind a verb its object where the parser found no place for it: "praised [Ivo Brandt]"."""
    verb = first.head
    if first.dep_ not in STRAY or verb.pos_ != "VERB" or verb.i != first.i - 1 or has(first, {"case", "mark", "cop"}):
        return
    if verb.tag_ == "VBN" and verb.lower_ in NAMING:  # "Ann Hale, a chemist, named Briton of the Year"
        return
    if not has(verb, {"obj", "ccomp"}) and not has(first, {"aux", *SUBJECTS}):
        first.dep_ = "obj"
