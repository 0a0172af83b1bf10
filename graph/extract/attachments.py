"""Parses put right where a name or a gerund hangs on the wrong word beside it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extract.tokens import Token

PREMODIFYING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "ADV"})
ACCUSING = frozenset("accuse suspect convict acquit blame clear charge absolve".split())
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


def mend_deed(gerund: "Token") -> None:
    """Give a verb of accusing the deed that its object took: "accused Ann Hale [of hiding money]"."""
    accused, verb = gerund.head, gerund.head.head
    ties = {child.lower_ for child in gerund.lefts if child.dep_ in ("mark", "case")}
    if accused.dep_ == "obj" and verb.lemma_ in ACCUSING and ties & {"of", "for", "with", "from"}:
        hang(gerund, verb, "advcl")


def mend_split_name(verb: "Token") -> None:
    """Join a surname that is taken for a verb to the first name before it: "fired James [Comey] whatever they said"."""
    name = top_of_name(verb.nbor(-1))
    governor = verb.head
    if governor.i == verb.i or verb.is_ancestor(name):
        return
    for child in list(verb.children):
        hang(child, governor, "dep")
    hang(verb, name, "flat")
    verb.tag_, verb.pos_, verb.lemma_ = "NNP", "PROPN", verb.text


def mend_relative_object(pronoun: "Token") -> None:
    """Give a relative pronoun to the verb whose object it is: "[whom] the board chose to replace Ann Hale"."""
    verb = pronoun.head
    chosen_by = verb.head
    if verb.dep_ == "xcomp" and pronoun.i < chosen_by.i and any(c.dep_ == "obj" for c in verb.rights):
        hang(pronoun, chosen_by, "obj")


def mend_reported_clause(verb: "Token") -> None:
    """Make a that-clause behind a verb and a time what the verb says: "reported last week [that Vantor paid him]"."""
    that = verb.left_edge
    if that.lower_ == "that" and that.head.i == verb.i and verb.head.pos_ == "VERB" and verb.head.i < that.i:
        verb.dep_ = "ccomp"
        that.dep_, that.tag_, that.pos_ = "mark", "IN", "SCONJ"


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
