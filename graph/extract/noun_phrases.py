"""Who takes part in what an event noun tells, where neither its phrase nor a light verb says it alone.

"the visit by Minister Ann Hale to Norway", "came under fire from Ann Hale", "was the target of an attack by Bob Dorn",
"was convicted of the murder of Ann Hale", "in a letter to Ann Hale, Bob Dorn asked ...".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extract.joints import HYPHENS
from graph.extract.phrases import DESCRIPTIVE, SUBJECT, attachment, is_coordinated, is_verbal, object_of, prepositional
from graph.extract.subjects import is_passive, predicate_subject, surface_subjects

if TYPE_CHECKING:
    from graph.extract.tokens import Token

NOMINAL = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "PRON", "SYM"})  # words inside a noun phrase
NOMINAL_OR_ADVERB = NOMINAL | {"ADV"}
# What one is of a deed that is done to one: "the target of an attack".
SUFFERERS = frozenset({"target", "subject", "victim", "object", "focus", "recipient", "beneficiary"})
# "survived with the support of X"
BACKING = frozenset({"support", "backing", "help", "aid", "assistance", "blessing", "endorsement", "approval"})
# What one is found or said to have done: "convicted of the murder of X", "guilty of", "responsible for".
ATTRIBUTING = frozenset({"convict", "accuse", "suspect", "acquit", "clear", "charge", "try", "jail", "arrest", "blame"})
ATTRIBUTES = frozenset({"guilty", "innocent", "responsible", "suspected", "accused"})
OF_THE_DEED = frozenset({"of", "for", "with", "in", "over", "to"})  # an object is blamed "of" or "for" a deed only
STAYING = frozenset({"be", "remain", "stay", "stand", "find", "become"})  # "remains at war with X"
# "In a letter to X, Y asked", "after talks with X, Y said": what the one who acts in the clause took part in.
ASIDE = frozenset({"in", "during", "at", "after", "before", "following", "on", "ahead of", "through", "via", "for"})


def phrases_behind(noun: "Token") -> Iterator[tuple[str, "Token"]]:
    """Yield the prepositional phrases in a row behind a noun, however they are attached, each with its last word.

    "the visit [by Minister Ann Hale] [to Norway]": ("by", Hale), ("to", Norway). A phrase that may belong to a verb
    before the noun counts only where the parse hangs it on the noun: "discussed the war [with Ann]".
    """
    doc, i = noun.doc, noun.i + 1
    verb = next((a for a in noun.ancestors if is_verbal(a)), None)
    is_free = verb is None or verb.i > noun.i or (verb.lemma_ == "be" and noun.dep_ in SUBJECT)
    while i + 1 < len(doc) and doc[i].pos_ == "ADP" and (is_free or noun.is_ancestor(doc[i])):
        end = i + 1
        while end < len(doc) and doc[end].pos_ in NOMINAL and not doc[end].is_sent_start:
            end += 1
        if end == i + 1:
            return
        yield doc[i].lower_, doc[end - 1]
        i = end


def hands_of(noun: "Token") -> Iterator["Token"]:
    """Yield at whose hands something is suffered: "the defeat at the hands of [Ann Hale]"."""
    for preposition, hands in prepositional(noun):
        if preposition == "at" and hands.lower_ in ("hands", "hand"):
            yield from (other for p, other in prepositional(hands) if p == "of")


def hyphenated(token: "Token") -> "Token | None":
    """Return what a hyphen joins to the front of a word: Turkey given Armenia in "the Turkey-Armenia talks"."""
    before = token.doc[max(0, token.i - 2) : token.i]
    is_glued = len(before) == 2 and before[1].text in HYPHENS and not (before[0].whitespace_ or before[1].whitespace_)
    return before[0] if is_glued else None


def is_hyphenated(token: "Token") -> bool:
    """Tell whether a hyphen joins a word to the one behind it: "[Russian]-backed"."""
    after = token.doc[token.i + 1 : token.i + 2]
    return len(after) == 1 and after[0].text in HYPHENS and not token.whitespace_


def sufferers(noun: "Token") -> list["Token"]:
    """Return who is "under" something or its target: "[Ann] came under fire", "[Ann] was the target of an attack"."""
    preposition, head = attachment(noun)
    if is_coordinated(noun) and predicate_subject(head) is not None:  # "is under investigation and under sanctions"
        head = noun = head
    if preposition == "under":
        subject = predicate_subject(noun)
        if subject is not None:
            return [subject]
        return surface_subjects(head) if is_verbal(head) else [head]
    if preposition == "with" and noun.lemma_.lower() in BACKING:  # "won (the vote) with the support of X"
        verb = head.head if head.pos_ == "NOUN" else head
        return surface_subjects(verb) if is_verbal(verb) and not is_passive(verb) else []
    if preposition == "of" and head.lemma_.lower() in SUFFERERS:
        subject = predicate_subject(head)
        return [subject if subject is not None else head.head]
    return []


def attributed(noun: "Token") -> list["Token"]:
    """Return who is found or said to have done what a noun tells: "[Ann] was convicted of the murder of Bob"."""
    preposition, head = attachment(noun)
    if preposition not in OF_THE_DEED or noun.i < head.i:
        return []
    while not head.ent_type_ and head.pos_ == "PROPN" and head.head.i < head.i:  # "convicted on Friday of ..."
        head = head.head
    lemma = head.lemma_.lower()
    if lemma in ATTRIBUTES:
        subject = predicate_subject(head)
        return [subject] if subject is not None else []
    if is_verbal(head) and lemma in ATTRIBUTING:
        if is_passive(head):
            return surface_subjects(head)
        return object_of(head) if preposition in ("of", "for", "with") else []
    return []


def stood_beside(noun: "Token") -> list["Token"]:
    """Return who acts in the clause that an event stands beside: "in a letter to Ann, [Bob] asked ..."."""
    preposition, verb = attachment(noun)
    if preposition not in ASIDE or not is_verbal(verb) or is_passive(verb):
        return []
    return surface_subjects(verb)


def stands_in(noun: "Token") -> list["Token"]:
    """Return who is in, at or behind something: "[Ann] is in talks with Bob", "[Ann] was behind the murder of Bob"."""
    preposition, head = attachment(noun)
    if preposition not in ("in", "at", "behind"):
        return []
    subject = predicate_subject(noun)
    if subject is not None:
        return [subject]
    return surface_subjects(head) if is_verbal(head) and head.lemma_.lower() in STAYING else []


def role_bearer(noun: "Token") -> "Token":
    """Return whom a noun is said of that names a role: "[Ann], a critic of Bob", "[Ann] is a critic", "critic [Ann]".

    A second role may be hung on a name in the first: "Ann is a niece of Bob and a [friend] of Carl".
    """
    subject = predicate_subject(noun)
    if subject is not None:
        return subject
    if noun.dep_ in DESCRIPTIVE:
        return noun.head
    if is_coordinated(noun) and noun.tag_ == "NN":
        first = noun.head if noun.head.pos_ == "NOUN" else attachment(noun.head)[1]
        if (
            first.pos_ in ("NOUN", "ADJ")
            and first.i < noun.i
            and (first.dep_ in DESCRIPTIVE or predicate_subject(first))
        ):
            return role_bearer(first)
    return noun


def listed(noun: "Token") -> list["Token"]:
    """Return those whom a clause names as the ones in a role: "his backers include [Ann]", "his rival is [Ann]"."""
    head = noun.head
    if noun.dep_ not in SUBJECT or head.i < noun.i:
        return []
    if is_verbal(head) and head.lemma_ == "include":
        return object_of(head)
    return [head] if head.pos_ == "PROPN" and predicate_subject(head) is not None else []


def set_beside(noun: "Token") -> "Token | None":
    """Return the last word of a name before a comma behind which a noun's phrase begins, however it is parsed.

    "[Ann Hale], Bob Dorn's successor, ...", "[Ann Hale], a banker and an [opponent] of Bob Dorn, ...".
    """
    doc = noun.doc
    start = _start_of_phrase(noun)
    if not _is_closed(noun):
        return None
    if start > 1 and doc[start - 1].lower_ == "and" and doc[start - 2].pos_ == "NOUN":
        start = _start_of_phrase(doc[start - 2])
    if start < 2 or doc[start - 1].text != "," or doc[start].pos_ not in ("DET", "PROPN", "PRON"):
        return None
    return doc[start - 2] if doc[start - 2].pos_ == "PROPN" and not doc[start - 1].is_sent_start else None


def _is_closed(noun: "Token") -> bool:
    """Tell whether a phrase ends in a mark or a relative clause: "Bob's lawyer, ...", but not "his [lawyer] said"."""
    after = (t for t in noun.doc[noun.i + 1 :] if t.pos_ not in NOMINAL_OR_ADVERB and t.pos_ != "ADP")
    end = next(after, None)
    return end is None or end.pos_ == "PUNCT" or end.tag_ in ("WP", "WDT")


def _start_of_phrase(noun: "Token") -> int:
    doc, i = noun.doc, noun.i
    while i > 0 and not doc[i].is_sent_start:
        before = doc[i - 1]
        if before.pos_ not in NOMINAL_OR_ADVERB and before.tag_ not in ("VBN", "VBG", "HYPH"):
            break
        i -= 1
    return i
