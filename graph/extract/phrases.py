"""Phrases: what hangs on a noun or a verb, by itself, and the labels that a parser gives.

They are of both label schemes that English pipelines use: Universal Dependencies (the bundled pipeline) and ClearNLP
(the en_core_web ones). Only this module and its neighbours `subjects`, `verb_parts`, `roles` and `mending` speak of
grammar; the others speak of slots.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extract.tokens import Token

SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "nsubjpass"})
PASSIVE = frozenset({"nsubj:pass", "aux:pass", "nsubjpass", "auxpass", "obl:agent", "agent"})
OBJECT = frozenset({"obj", "dobj"})
RECIPIENT = frozenset({"iobj", "dative"})
RELATIVE_CLAUSE = frozenset({"acl:relcl", "relcl"})
NOUN_CLAUSE = frozenset({"acl"})
ADVERBIAL_CLAUSE = frozenset({"advcl", "advcl:relcl"})
OPEN_COMPLEMENT = frozenset({"xcomp"})
QUOTE_CLAUSE = frozenset({"ccomp", "parataxis"})
MODIFIER = frozenset({"compound", "amod", "nmod:desc", "nmod:unmarked", "flat", "nmod", "appos"})
DESCRIPTIVE = frozenset({"appos", "nmod:desc", "compound"})
POSSESSOR = frozenset({"nmod:poss", "poss"})
OBLIQUE = frozenset({"obl", "obl:agent", "nmod"})
GERUND = frozenset({"acl", "advcl"})  # "an investigation into Russian meddling", where a parser sees a verb
PREPOSITION = frozenset({"prep", "agent", "dative"})
CLAUSAL = frozenset({"ccomp", "advcl", "advcl:relcl", "acl:relcl", "relcl", "conj", "parataxis"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass"})
RELATIVE_PRONOUNS = frozenset({"who", "whom", "whose", "which", "that"})


def is_verbal(word: "Token") -> bool:
    """Tell whether a word is used as a verb."""
    return word.pos_ in ("VERB", "AUX") or any(c.dep_ in ("aux", "aux:pass", "auxpass") for c in word.children)


def conjuncts(token: "Token") -> list["Token"]:
    """Return a token and all that is coordinated with it: "Russia, Turkey and Iran"."""
    found = [token]
    for member in found:
        found.extend(child for child in member.children if child.dep_ == "conj" and not is_verbal(child))
    # Two that only a comma joins are no coordination: "in a letter to Ann, Bob asked ..."
    is_said = len(found) != 2 or any(child.dep_ == "cc" for member in found for child in member.children)
    return found if is_said else [token]


def first_conjunct(token: "Token") -> "Token":
    """Return the first of the coordinated tokens that a token belongs to, itself for one that stands alone."""
    while token.dep_ == "conj":
        token = token.head
    return token


def prepositional(word: "Token") -> Iterator[tuple[str, "Token"]]:
    """Yield each preposition that hangs on a word with the noun behind it: ("with", Lavrov)."""
    for child in word.children:
        if child.dep_ in PREPOSITION and child.pos_ in (
            "ADP",
            "SCONJ",
            "PART",
        ):  # ClearNLP: the preposition is the head
            yield from ((child.lower_, grandchild) for grandchild in child.children if grandchild.dep_ == "pobj")
        elif (child.dep_ in OBLIQUE or (child.dep_ in GERUND and child.tag_ == "VBG")) and (
            preposition := case_of(child)
        ):
            yield preposition, child


def is_coordinated(token: "Token") -> bool:
    """Tell whether a token is a further member of a coordination."""
    return token.dep_ == "conj"


def attachment(noun: "Token") -> tuple[str, "Token"]:
    """Return the preposition before a noun, "" for none, and the word that the phrase hangs on."""
    if noun.dep_ == "pobj":  # ClearNLP: the preposition is the head
        return noun.head.lower_, noun.head.head
    return case_of(noun), noun.head


def possessor(noun: "Token") -> "Token | None":
    """Return whose something is: Putin in "Putin's visit"."""
    return next((c for c in noun.children if c.dep_ in POSSESSOR), None)


def modifiers(noun: "Token") -> list["Token"]:
    """Return the nouns and adjectives that stand before a noun and modify it: Comey in "the Comey dismissal"."""
    own = case_of(noun)
    return [c for c in noun.lefts if c.dep_ in MODIFIER and (own or not any(g.dep_ == "case" for g in c.lefts))]


def appositions(noun: "Token") -> list["Token"]:
    """Return what is set beside a noun to say who it is: "the FBI director, James Comey"."""
    return [c for c in noun.rights if c.dep_ in ("appos", "flat", "nmod:desc")]


def governor(word: "Token") -> "Token":
    """Return the verb or noun that a clause's head depends on, seen through coordination; a root gives itself."""
    while word.dep_ == "conj":
        word = word.head
    return word.head


def object_of(verb: "Token") -> list["Token"]:
    """Return the direct objects of a verb."""
    return [child for child in verb.children if child.dep_ in OBJECT]


def noun_phrase_behind(word: "Token") -> "Token | None":
    """Return the last word of a noun phrase that begins with a determiner or a name right behind a word, or None."""
    doc, i = word.doc, word.i + 1
    if i >= len(doc) or doc[i].tag_ not in ("DT", "PRP$", "NNP", "NNPS"):
        return None
    while i + 1 < len(doc) and doc[i + 1].pos_ in ("ADJ", "NOUN", "PROPN", "NUM") and not doc[i + 1].is_sent_start:
        i += 1
    return doc[i]


def gerund_lemmas(form: str) -> tuple[str, ...]:
    """Return the verbs that a gerund in lower case can be of: "greeting" greet, "firing" fire, "planning" plan."""
    stem = form.removesuffix("ing")
    undoubled = (stem[:-1],) if len(stem) > 2 and stem[-1] == stem[-2] else ()
    return (stem, f"{stem}e", *undoubled)


def case_of(nominal: "Token") -> str:
    """Return the preposition of a nominal in UD, "" for none: "according to" is one preposition.

    In a name of several words a parser may hang the preposition on the first: "by [Helen] Marsh".
    """
    for token in (nominal, *(c for c in nominal.lefts if c.dep_ in MODIFIER)):
        for child in token.lefts:
            if child.dep_ == "case" and child.tag_ != "POS":
                return " ".join([child.lower_, *(c.lower_ for c in child.children if c.dep_ == "fixed")])
    return "by" if nominal.dep_ == "obl:agent" else ""
