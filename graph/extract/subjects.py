"""Subjects: who does what a verb says, where the sentence says it elsewhere, and to whom a passive was done."""

from typing import TYPE_CHECKING

from graph.extract.phrases import (
    ADVERBIAL_CLAUSE,
    AUXILIARY,
    NOUN_CLAUSE,
    OBJECT,
    OBLIQUE,
    OPEN_COMPLEMENT,
    PASSIVE,
    QUOTE_CLAUSE,
    RECIPIENT,
    RELATIVE_CLAUSE,
    RELATIVE_PRONOUNS,
    SUBJECT,
    case_of,
    is_verbal,
    modifiers,
    object_of,
    possessor,
    prepositional,
)

if TYPE_CHECKING:
    from graph.extract.tokens import Token

# "kept Ann Hale from meeting Bob Dorn": behind these it is the object that does what the gerund says.
OBJECT_GERUNDS = frozenset({"from", "of", "against", "into", "for"})
# Save with these and "for": "won a prize for beating Bob Dorn".
SUBJECT_GERUNDS = frozenset("win receive get earn face take spend need have make lose serve do use".split())
# Verbs whose object does what the infinitive says, also where a parser takes that for a purpose.
OBJECT_CONTROL = frozenset(
    "ask tell order urge persuade force allow permit enable help want expect instruct invite press push pressure "
    "encourage convince require compel oblige authorise authorize advise warn direct command get send appoint hire "
    "choose elect select pick task train teach pay beg implore lobby prompt lead cause challenge dare remind summon "
    "recruit bribe trick incite empower free bring nominate".split()
)
# "called on Ann Hale to resign": verbs that do so by a preposition.
PREPOSITION_CONTROL = {
    "call": ("on", "upon", "for"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"), "lean": ("on",),
    "rely": ("on",), "count": ("on",), "wait": ("for",), "look": ("to",), "turn": ("to",), "arrange": ("for",),
    "shout": ("at",), "signal": ("to",), "beckon": ("to",),
}  # fmt: skip
# Verbs by whose object their subject plans or does something: "made an attempt to", "has no intention to".
OWNING = frozenset(
    "make have take get hold announce launch start begin abandon drop lose show express reach keep need use renew "
    "continue resume scrap confirm unveil outline form join lead win gain face postpone cancel undertake mount".split()
)
# "Ann Hale is one of those who ...": words for some of those whom a clause describes.
SOME_OF = frozenset({"one", "two", "three", "some", "many", "several", "most", "member", "number", "part"})
# Verbs that say what their subject is or becomes: "became a member of Y".
BECOMING = frozenset({"become", "remain"})
# Verbs that say what their object becomes: "appointed Ann Hale a minister".
ENTITLING = frozenset("appoint name elect nominate declare call crown proclaim dub make designate ordain vote".split())
# Verbs whose subject, not object, does what the infinitive says: "X promised Y to go".
SUBJECT_CONTROL = frozenset(
    "promise vow threaten use pledge leave quit join spend borrow call phone telephone ring meet visit contact "
    "email".split()
)


def is_passive(verb: "Token") -> bool:
    """Tell whether a verb is passive: "was sacked", "the deal signed by them"."""
    if any(child.dep_ in PASSIVE for child in verb.children) or causer(verb) is not None:
        return True
    if verb.tag_ != "VBN" or any(c.dep_ in AUXILIARY or c.dep_ in OBJECT for c in verb.children):
        return False
    if verb.dep_ == "conj" and is_verbal(verb.head):  # "was arrested and extradited"
        return is_passive(verb.head) and not any(c.dep_ in SUBJECT for c in verb.children)
    # A bare participle after a noun, or one that opens an adverbial clause: "sanctions imposed", "asked whether".
    return verb.dep_ in NOUN_CLAUSE or verb.dep_ in ADVERBIAL_CLAUSE


def causer(verb: "Token") -> "Token | None":
    """Return the verb by which somebody has something done: "had" for "arrested" in "had Ann Hale arrested"."""
    head = verb.head
    if verb.tag_ not in ("VBN", "VBD") or head.i >= verb.i or any(c.dep_ in AUXILIARY for c in verb.children):
        return None
    if head.lemma_ == "have" and verb.dep_ in ("ccomp", "xcomp") and not object_of(verb):
        return head
    is_object = verb.dep_ in NOUN_CLAUSE and head.dep_ in OBJECT and head.head.lemma_ == "have"
    return head.head if is_object and not any(c.dep_ in OBLIQUE and c.i < verb.i for c in head.rights) else None


def surface_subjects(verb: "Token") -> list["Token"]:
    """Return the subjects of a verb, its own or those that the sentence lends it.

    Lent are: the antecedent of a relative or participle clause ("the man leading ..."), the first verb's in a
    coordination ("met X and praised Y"), the controller's of an infinitive ("wants to meet", "ordered X to fire"),
    and the main clause's ("after sacking X, Y met Z").
    """
    own = [child for child in verb.children if child.dep_ in SUBJECT]
    if len(own) > 1 and any(t.lower_ in RELATIVE_PRONOUNS for t in verb.doc[own[0].i : own[-1].i]):
        own = own[-1:]  # "Ann Hale, to whom Vantor sold a mine"
    if not own and verb.tag_ == "VBG" and object_of(verb):  # "the president greeting Ann Hale", taken for a compound
        own = [child for child in verb.lefts if child.dep_ == "compound" and child.i == verb.i - 1]
    if own:
        return [antecedent(token) for token in own]
    return _lent_subjects(verb)


def antecedent(token: "Token") -> "Token":
    """Return what a relative pronoun stands for, any other token itself."""
    if token.lower_ not in RELATIVE_PRONOUNS or token.tag_ in ("IN", "DT"):
        return token
    clause = next((a for a in token.ancestors if a.dep_ in RELATIVE_CLAUSE), None)
    if clause is not None:
        return _owner_of(clause.head) if token.lower_ == "which" else bearer_of(clause.head)
    cleft = next((a for a in token.ancestors if a.dep_ == "advcl:relcl"), None)
    if cleft is not None and cleft.head.pos_ == "PROPN":  # "it was Ann Hale who left"
        return cleft.head
    # The clause is parsed otherwise; the pronoun still means what stands before it: "Ann Hale, whose brother ..."
    before = token.doc[max(token.sent.start, token.i - 3) : token.i]
    commas = [t.i for t in before if t.text == ","]
    return token.doc[commas[-1] - 1] if commas and commas[-1] > token.sent.start else token


def _owner_of(noun: "Token") -> "Token":
    """Return what "which" can mean, no person: "the party of Ann Hale, [which] Bob Dorn left"."""
    while noun.ent_type_ == "PERSON" and noun.dep_ == "nmod":
        noun = noun.head
    return bearer_of(noun)


def bearer_of(noun: "Token") -> "Token":
    """Return whom a common noun describes that has a clause behind it, the noun itself where the sentence says no name.

    "[Ann Hale], a lawyer who ...", "[Ann Hale] is the woman who ...", "[Ann Hale] was one of those who ...".
    """
    if noun.pos_ == "PROPN":
        return noun
    if noun.dep_ == "appos":
        return noun.head
    predicate = noun.head if noun.dep_ == "nmod" and noun.head.lemma_.lower() in SOME_OF else noun
    if any(child.lower_ in ("not", "n't", "n’t", "never") for child in predicate.lefts):
        return noun
    if predicate.dep_ == "appos":
        return predicate.head
    subject = predicate_subject(predicate)
    return noun if subject is None or subject.pos_ != "PROPN" else subject


def is_content_clause(clause: "Token") -> bool:
    """Tell whether a that-clause behind a noun says what the noun contains, however it is parsed: "claims that X ...".

    It lacks nothing: its "that" is no pronoun, or stands beside a subject and an object.
    """
    that = next((c for c in clause.lefts if c.lower_ == "that"), None)
    if that is None:
        return False
    own = {c.dep_ for c in clause.children if c.i != that.i}
    return that.tag_ == "IN" or that.dep_ == "mark" or bool(own & SUBJECT and (own & OBJECT or is_passive(clause)))


def is_reported(word: "Token") -> bool:
    """Tell whether a clause's head is what another verb reports: "said that she was the [director]"."""
    while word.dep_ == "conj":
        word = word.head
    return word.dep_ in QUOTE_CLAUSE


def predicate_subject(noun: "Token") -> "Token | None":
    """Return X in "X is the head of Y", given "head"."""
    if any(child.dep_ == "cop" for child in noun.children):
        own = next((antecedent(c) for c in noun.children if c.dep_ in SUBJECT), None)
        if own is None and noun.dep_ == "conj" and noun.head.i < noun.i:
            return predicate_subject(noun.head)  # "X is a poet and was the head of Y"
        if own is None and noun.dep_ in OPEN_COMPLEMENT and is_verbal(noun.head):
            return next(iter(surface_subjects(noun)), None)  # "X wants to be the head of Y"
        return own
    if noun.dep_ in OPEN_COMPLEMENT and noun.head.lemma_ in BECOMING and noun.pos_ == "NOUN":
        return next(iter(surface_subjects(noun.head)), None)  # "X became the head of Y"
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":  # ClearNLP: the copula is the head
        return next((antecedent(c) for c in noun.head.children if c.dep_ in SUBJECT), None)
    return None


def _lent_subjects(verb: "Token") -> list["Token"]:
    head, label = verb.head, verb.dep_
    if label in RELATIVE_CLAUSE or (label in NOUN_CLAUSE and verb.tag_ in ("VBG", "VBN")):
        pronoun = any(c.lower_ in RELATIVE_PRONOUNS for c in verb.children)
        return _described(verb) if pronoun or label in NOUN_CLAUSE else []
    if label in NOUN_CLAUSE:  # "the church's attempts to remove"
        owner = possessor(head) or next(iter(modifiers(head)), None)  # "Ann Hale plans to sue", taken for a noun
        return [owner] if owner is not None else _light_subjects(head) or _predicate_subjects(verb)
    if label == "conj" and is_verbal(head):
        return surface_subjects(head)
    if label in OPEN_COMPLEMENT and is_verbal(head) and is_passive(head):  # "was ordered to fire"
        return surface_subjects(head)
    if label in OPEN_COMPLEMENT and is_verbal(head):
        if head.lemma_ in PREPOSITION_CONTROL and (persuaded := _persuaded(verb)) is not None:
            return [persuaded]
        objects = [antecedent(c) for c in head.children if c.dep_ in OBJECT | RECIPIENT]
        return objects if objects and head.lemma_ not in SUBJECT_CONTROL else surface_subjects(head)
    if label in OPEN_COMPLEMENT or (verb.tag_ == "VB" and head.pos_ == "ADJ" and verb.i > head.i):
        return [antecedent(c) for c in head.children if c.dep_ in SUBJECT]  # "was willing to meet", "too ill to meet"
    if label in ADVERBIAL_CLAUSE and not is_verbal(head) and is_verbal(head.head) and head.lower_ in ("far", "short"):
        return surface_subjects(head.head)  # "far from praising", "stopped short of accusing"
    if label in ADVERBIAL_CLAUSE and is_verbal(head) and verb.tag_ in ("VBG", "VBN", "VB"):
        return _controllers(verb)
    if label in ("pcomp", "ccomp") and verb.tag_ == "VBG":  # ClearNLP: "after sacking X"; "denied meeting X"
        clause = head.head if label == "pcomp" else head
        return surface_subjects(clause) if is_verbal(clause) else []
    return []


def _described(verb: "Token") -> list["Token"]:
    """Return whom a participle or relative clause describes."""
    head = verb.head
    if head.lower_ == "those":  # "among those arrested by the FBI were Ann Hale and Bob Dorn"
        return [c for c in (*head.children, *head.head.children) if c.dep_ in SUBJECT and c.i > verb.i]
    after_comma = verb.tag_ == "VBN" and verb.doc[verb.i - 1].text == ","
    if after_comma and head.dep_ in OBLIQUE and case_of(head) == "by" and is_passive(head.head):
        return surface_subjects(head.head)  # "was backed by Norway, opposed by Vantor and welcomed by Ann Hale"
    return [bearer_of(head)]  # "Ann Hale, the judge leading ..."


def _controllers(verb: "Token") -> list["Token"]:
    """Return who does what an adverbial gerund or infinitive says: the main clause's subject, or its object.

    "left after meeting Bob Dorn", but "kept Ann Hale from meeting Bob Dorn".
    """
    head = verb.head
    if verb.tag_ == "VB" and verb.i > head.i and not is_passive(head):
        if (persuaded := _persuaded(verb)) is not None:
            return [persuaded]
        return surface_subjects(head)
    prepositions = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "case")} & OBJECT_GERUNDS
    if verb.tag_ == "VBG" and verb.i > head.i and prepositions and not is_passive(head):
        objects = [antecedent(c) for c in head.children if c.dep_ in OBJECT | RECIPIENT]
        if objects and not (prepositions == {"for"} and head.lemma_ in SUBJECT_GERUNDS):
            return objects
    return surface_subjects(head)


def _persuaded(infinitive: "Token") -> "Token | None":
    """Return whom a verb moves to do something: Ann in "asked Ann to leave" and "called on Ann to leave"."""
    head = infinitive.head
    if head.lemma_ in OBJECT_CONTROL:
        moved = (antecedent(c) for c in head.children if c.dep_ in OBJECT | RECIPIENT and head.i < c.i < infinitive.i)
        return next(moved, None)
    wanted = PREPOSITION_CONTROL.get(head.lemma_, ())
    return next((antecedent(noun) for preposition, noun in prepositional(head) if preposition in wanted), None)


def _predicate_subjects(infinitive: "Token") -> list["Token"]:
    """Return who is in what an infinitive completes: X in "X is in talks to buy Y", "X is the first to sue Y"."""
    subject = predicate_subject(infinitive.head) if infinitive.tag_ == "VB" else None
    return [] if subject is None else [subject]


def _light_subjects(noun: "Token") -> list["Token"]:
    """Return whose plan it is: X in "X made an attempt to ...", but not in "X blocked an attempt to ..."."""
    is_own = noun.dep_ in OBJECT and is_verbal(noun.head) and noun.head.lemma_.lower() in OWNING
    return surface_subjects(noun.head) if is_own else []
