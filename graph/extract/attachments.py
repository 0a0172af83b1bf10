"""Parses put right where a name or a gerund hangs on the wrong word beside it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extract.tokens import Token

PREMODIFYING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "ADV"})
SUBJECTS_OR_AUXILIARIES = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop"})


def mend_conjunct(name: "Token") -> None:
    """Coordinate a name with a verb's object, not with the verb: "praised Ann Hale but not [Bob Dorn]"."""
    verb = name.head
    last = next((c for c in reversed(list(verb.rights)) if c.dep_ in ("obj", "iobj") and c.i < name.i), None)
    if verb.pos_ == "VERB" and last is not None and has(name, {"cc"}) and not has(name, SUBJECTS_OR_AUXILIARIES):
        hang(name, last, "conj")


def mend_accusation(gerund: "Token") -> None:
    """Give a passive verb the gerund that its agent took: "was accused by Vantor [of paying Bob Dorn]"."""
    if any(child.lower_ in ("of", "for", "with") and child.dep_ in ("mark", "case") for child in gerund.lefts):
        hang(gerund, gerund.head.head, "advcl")


def mend_gerund(noun: "Token") -> None:
    """Give a gerund that is taken for a noun the name behind it: "denied meeting [Ms Ann Hale]"."""
    verb, doc = noun.head, noun.doc
    if not noun.lower_.endswith("ing") or noun.i + 1 >= len(doc) or verb.pos_ != "VERB" or verb.i >= noun.i:
        return
    behind = doc[noun.i + 1]
    name = top_of_name(behind)
    if behind.pos_ == "PROPN" and name.head.i == verb.i and not has(noun, {"det", "amod", "nmod:poss", "case"}):
        hang(name, noun, "obj")


def mend_apposition(noun: "Token") -> None:
    """Set a role between commas beside its bearer, whose verb it took: "Vantor, the [owner] of Reyk, is in talks"."""
    doc, verb, label = noun.doc, noun.head, noun.dep_
    if label not in ("nsubj", "nsubj:pass") or verb.i < noun.i:
        return
    start = noun.i
    while start > 0 and doc[start - 1].pos_ in PREMODIFYING and not doc[start].is_sent_start:
        start -= 1
    edge = noun.right_edge
    if (
        start < 2
        or doc[start - 1].text != ","
        or "," not in (edge.text, edge.nbor().text if edge.i + 1 < verb.i else "")
    ):
        return
    bearer = top_of_name(doc[start - 2])
    is_stray = bearer.dep_ in ("ROOT", "dep", "vocative", "dislocated", "parataxis") or bearer.head.i in (
        noun.i,
        verb.i,
    )
    if bearer.pos_ != "PROPN" or not is_stray or bearer.dep_ == "conj" or has(bearer, {"case", "conj"}):
        return
    if bearer.is_ancestor(verb):
        if bearer.head.i != bearer.i:
            hang(verb, bearer.head, bearer.dep_)
        else:
            verb.hang_on(verb)
            verb.dep_ = "ROOT"
    hang(bearer, verb, label)
    hang(noun, bearer, "appos")


def has(token: "Token", labels: "frozenset[str] | set[str]") -> bool:
    """Tell whether a child of a token has one of the labels."""
    return any(child.dep_ in labels for child in token.children)


def top_of_name(token: "Token") -> "Token":
    """Return the word of a name that ties it to the sentence."""
    while token.dep_ in ("flat", "compound", "nmod:desc", "amod") and token.head.pos_ == "PROPN":
        token = token.head
    return token


def hang(token: "Token", head: "Token", label: str) -> None:
    """Hang a token on a head with a label."""
    if token.head.i != head.i:
        token.hang_on(head)
    token.dep_ = label
