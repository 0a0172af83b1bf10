"""Parses put right in relative clauses, where a parser takes a name or a verb in the present for a part of a noun.

"Vantor, which [Ann Hale chairs], sued": behind a relative pronoun and a name stands a verb, whose subject is the name.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from graph.extract.attachments import hang, has, top_of_name

if TYPE_CHECKING:
    from graph.extract.tokens import Token

PRONOUNS = frozenset({"which", "who", "whom"})
NAMED = frozenset({"PROPN", "ADJ"})
MISREAD = frozenset({"compound", "amod", "nmod", "flat", "nsubj", "nmod:desc", "obj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def mend_relative_clause(pronoun: "Token", verb_forms: Mapping[str, str]) -> None:
    """Make a clause of a relative pronoun, a name and a verb that is taken for a noun or has no subject.

    "which Ann Hale [chairs]", "whose Liberal Party [controls] the council", "whom Vantor [fired]".
    """
    owning = pronoun.lower_ == "whose"
    name, verb = _name_and_verb(pronoun)
    if name is None or verb is None or not (owning or pronoun.lower_ in PRONOUNS):
        return
    if not owning and name.dep_ == "nsubj" and name.head.i == verb.i == pronoun.head.i:
        pronoun.dep_ = "obj" if _opens_object(verb, owning=False) else pronoun.dep_
    plural = verb.tag_ == "NNS" and not _has_tense(verb)
    if not (plural or verb.tag_ in ("VBZ", "VBD") or verb.lower_ in verb_forms) or not _opens_object(
        verb, owning=owning
    ):
        return
    if verb.head.i == verb.i and not _give_main_verb(verb, pronoun):
        return
    if name.head.i != verb.i or name.dep_ not in MISREAD or (name.dep_ in SUBJECTS and not owning):
        return
    if plural:
        verb.tag_, verb.pos_ = "VBZ", "VERB"
    elif verb.pos_ != "VERB":
        verb.tag_, verb.pos_, verb.lemma_ = "VBD", "VERB", verb_forms.get(verb.lower_, verb.lemma_)
    for child in [c for c in verb.lefts if c.dep_ in ("det", "amod", "compound") and c.i != name.i]:
        child.hang_on(name)
    hang(name, verb, "nsubj")
    if owning:
        hang(pronoun, name, "nmod:poss")
        give_object(verb)
    else:
        hang(pronoun, verb, "obj")
    verb.dep_ = "acl:relcl"


def mend_second_subject(name: "Token") -> None:
    """Give a verb in a relative clause its object, which the main verb took for a second subject.

    "Ann Hale, whose Vantor supplies [Siemens], thanked Bob Dorn".
    """
    main, edge = name.head, name.left_edge
    inner = edge.nbor(-1) if edge.i else edge
    first = next((c for c in main.lefts if c.dep_ in SUBJECTS and c.i < name.i), None)
    if first is None or inner.dep_ != "acl:relcl" or inner.pos_ != "VERB" or not first.is_ancestor(inner):
        return
    if not has(inner, {"obj", "nsubj:pass", "aux:pass"}):
        hang(name, inner, "obj")


def _give_main_verb(verb: "Token", pronoun: "Token") -> bool:
    """Give the main clause back its verb, which hangs on that of a relative clause; tell whether there is one.

    "Ann Hale, whose Vantor owns the port, [thanked] Bob Dorn".
    """
    owner = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i < pronoun.i), None)
    main = next((c for c in verb.rights if c.pos_ == "VERB" and c.dep_ == "conj" and c.tag_ in FINITE), None)
    if owner is None or main is None or has(main, SUBJECTS | {"cc"}) or main.nbor(-1).text != ",":
        return False
    main.hang_on(main)
    main.dep_ = "ROOT"
    hang(owner, main, "nsubj")
    hang(verb, owner, "acl:relcl")
    return True


def mend_owner_clause(whose: "Token") -> None:
    """Give a verb behind "whose" and a name that name for its subject: "Ann Hale, whose [Vantor] sued Bob Dorn".

    A parser may set the name beside the owner and take the owner for who did it.
    """
    name = whose.head
    owner = name.head
    verb = owner.head
    if name.dep_ != "appos" or owner.dep_ not in SUBJECTS or owner.i > whose.i or verb.pos_ != "VERB":
        return
    if verb.i != name.right_edge.i + 1 or verb.tag_ not in FINITE or verb.head.i == verb.i:
        return
    governor, before = verb.head, owner.nbor(-1) if owner.i else owner
    if before.pos_ == "NOUN":
        hang(owner, before, "appos")
    elif has(owner, {"case"}):
        hang(owner, governor, "obl")
    else:
        return
    hang(verb, owner, "acl:relcl")
    hang(name, verb, "nsubj")


def _name_and_verb(pronoun: "Token") -> "tuple[Token | None, Token | None]":
    """Return the name behind a pronoun and the word behind the name."""
    doc, i = pronoun.doc, pronoun.i + 1
    while i + 1 < len(doc) and (doc[i].lower_ == "the" or (doc[i].pos_ in NAMED and doc[i].text != doc[i].lower_)):
        i += 1
    if i >= len(doc) or doc[i - 1].pos_ != "PROPN" or doc[i].text != doc[i].lower_:
        return None, None
    return top_of_name(doc[i - 1]), doc[i]


def _has_tense(noun: "Token") -> bool:
    """Tell whether a verb in a tense stands between a word and the end of its clause: "whose Vantor shares fell"."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.is_punct:
            return False
        if token.tag_ in FINITE:
            return True
    return False


def _opens_object(verb: "Token", *, owning: bool) -> bool:
    """Tell whether what a verb needs stands around it: an object behind "whose", none behind "which"."""
    after = verb.doc[verb.i + 1 : verb.i + 2]
    if not len(after):
        return False
    is_phrase = after[0].pos_ in ("DET", "PROPN", "PRON", "NUM") or after[0].tag_ in ("PRP$", "JJ", "NN", "NNS")
    return is_phrase if owning else after[0].is_punct or after[0].pos_ in ("ADP", "NUM", "CCONJ", "ADV")


def give_object(verb: "Token") -> None:
    """Give a verb the noun phrase that begins right behind it and hangs on something before it."""
    after = verb.doc[verb.i + 1]
    noun = after
    while noun.head.i > verb.i and noun.head.i != noun.i and noun.head.left_edge.i == after.i:
        noun = noun.head
    if noun.head.i <= verb.i and noun.dep_ not in ("obj", "iobj", "obl") and not has(noun, {"case"}):
        hang(noun, verb, "obj")
