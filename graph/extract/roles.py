"""Grammar: who fills which slot of a word. The only module that knows dependency labels.

It reads both label schemes that English pipelines use: Universal Dependencies (the bundled pipeline) and ClearNLP
(the en_core_web ones). Slots speak of meaning: "agent", "patient", "recipient", "poss", "compound" and "prep:with",
"prep:on", ... so that a passive needs no second rule.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

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
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
PARTICLES = frozenset("over out up down back away off in on together along apart by".split())
RECIPROCALS = frozenset({("each", "other"), ("one", "another")})
RECIPROCAL_REACH = 8  # tokens
# "kept Ann Hale from meeting Bob Dorn": behind these it is the object that does what the gerund says.
OBJECT_GERUNDS = frozenset({"from", "of", "against", "into", "for"})
# Save with these and "for": "won a prize for beating Bob Dorn".
SUBJECT_GERUNDS = frozenset("win receive get earn face take spend need have make lose serve do use".split())
# Verbs that need no object: "resigned and joined Vantor" says nothing of whom she left.
ALONE = frozenset(
    "leave quit exit run rule lead help call fight meet marry divorce win lose strike protest attack resign return "
    "pay withdraw retire speak write visit move grow rise fall start stop begin end march vote agree work serve study "
    "drive play train eat drink read answer reply step come go sit stand wait escape flee".split()
)
# What a verb does with several is done with one another only where nobody else takes part in it.
WITH_OTHERS = frozenset({"with", "against", "alongside"})
TOGETHER = frozenset({"discuss", "debate"})  # "Ann and Bob discussed the war", unlike "met the mayor"
FOR_A_CAUSE = frozenset({"fight", "battle", "struggle"})  # "Ann and Bob fought for higher wages"
# Verbs whose object does what the infinitive says, also where a parser takes that for a purpose.
OBJECT_CONTROL = frozenset(
    "ask tell order urge persuade force allow permit enable help want expect instruct invite press push pressure "
    "encourage convince require compel oblige authorise authorize advise warn direct command get send appoint hire "
    "choose elect select pick task train teach pay beg implore lobby prompt lead cause challenge dare remind summon "
    "recruit bribe trick incite empower free leave bring".split()
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
# Verbs whose subject, not object, does what the infinitive says: "X promised Y to go".
SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "use", "pledge"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A token and the slot that it fills."""

    slot: str
    token: "Token"


def arguments(word: "Token") -> list[Argument]:
    """Return what fills the slots of a verb, noun or adjective, conjuncts told apart.

    "Comey was sacked by Trump": patient Comey, agent Trump. "talks with Lavrov and Putin": prep:with twice.
    """
    found = list(_clause_arguments(word) if is_verbal(word) else _noun_arguments(word))
    return [Argument(a.slot, token) for a in found for token in conjuncts(a.token)]


def is_verbal(word: "Token") -> bool:
    """Tell whether a word is used as a verb."""
    return word.pos_ in ("VERB", "AUX") or any(c.dep_ in ("aux", "aux:pass", "auxpass") for c in word.children)


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
            preposition := _case(child)
        ):
            yield preposition, child


def is_coordinated(token: "Token") -> bool:
    """Tell whether a token is a further member of a coordination."""
    return token.dep_ == "conj"


def attachment(noun: "Token") -> tuple[str, "Token"]:
    """Return the preposition before a noun, "" for none, and the word that the phrase hangs on."""
    if noun.dep_ == "pobj":  # ClearNLP: the preposition is the head
        return noun.head.lower_, noun.head.head
    return _case(noun), noun.head


def possessor(noun: "Token") -> "Token | None":
    """Return whose something is: Putin in "Putin's visit"."""
    return next((c for c in noun.children if c.dep_ in POSSESSOR), None)


def modifiers(noun: "Token") -> list["Token"]:
    """Return the nouns and adjectives that stand before a noun and modify it: Comey in "the Comey dismissal"."""
    own = _case(noun)
    return [c for c in noun.lefts if c.dep_ in MODIFIER and (own or not any(g.dep_ == "case" for g in c.lefts))]


def appositions(noun: "Token") -> list["Token"]:
    """Return what is set beside a noun to say who it is: "the FBI director, James Comey"."""
    return [c for c in noun.rights if c.dep_ in ("appos", "flat", "nmod:desc")]


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
        return clause.head
    # The clause is parsed otherwise; the pronoun still means what stands before it: "Ann Hale, whose brother ..."
    before = token.doc[max(token.sent.start, token.i - 3) : token.i]
    commas = [t.i for t in before if t.text == ","]
    return token.doc[commas[-1] - 1] if commas and commas[-1] > token.sent.start else token


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


def governor(word: "Token") -> "Token":
    """Return the verb or noun that a clause's head depends on, seen through coordination; a root gives itself."""
    while word.dep_ == "conj":
        word = word.head
    return word.head


def particle(verb: "Token") -> str:
    """Return the particle of a phrasal verb ("carry out": "out"), or ""; a parser may take it for an adverb."""
    particles = [c.lower_ for c in verb.children if c.dep_ in ("compound:prt", "prt")]
    adverbs = [c.lower_ for c in verb.children if c.dep_ == "advmod" and c.i == verb.i + 1 and c.lower_ in PARTICLES]
    return next(iter(particles + adverbs), "")


def has_particle(verb: "Token") -> bool:
    """Tell whether a verb has a true particle, which makes another verb of it: "struck down"."""
    return any(c.dep_ in ("compound:prt", "prt") for c in verb.children)


def parted_particle(verb: "Token") -> str:
    """Return the word behind a verb's object that may be its particle, or "": "turned Ann Hale [down]"."""
    for noun in object_of(verb):
        after = verb.doc[noun.right_edge.i + 1 : noun.right_edge.i + 2]
        if len(after) and after[0].lower_ in PARTICLES and after[0].dep_ != "case" and after[0].tag_ in ("RB", "RP"):
            return after[0].lower_
    return ""


def following(verb: "Token") -> str:
    """Return the word behind an active verb that may be its particle, though parsed otherwise: "handed [over] it"."""
    if is_passive(verb):
        return ""
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return after[0].lower_ if len(after) and (after[0].tag_ in ("IN", "RP", "RB") or after[0].lower_ == "dead") else ""


def object_of(verb: "Token") -> list["Token"]:
    """Return the direct objects of a verb."""
    return [child for child in verb.children if child.dep_ in OBJECT]


def fixed_nouns(verb: "Token") -> Iterator[str]:
    """Yield the words that may be a fixed part of a verb, as lemmas: "take to [court]", "find [guilty]"."""
    for child in verb.children:
        misread = child.dep_ in ADVERBIAL_CLAUSE | OPEN_COMPLEMENT and child.tag_ == "VB" and not object_of(child)
        if child.dep_ in OBJECT or (child.dep_ in OPEN_COMPLEMENT and child.tag_ != "VB") or misread:
            yield (
                child.lower_ if child.lower_ == "arms" else child.lemma_.lower()
            )  # "took Vantor to [court]" may be taken for an infinitive
    for noun in object_of(verb):
        yield from (c.lemma_.lower() for c in noun.children if c.pos_ == "ADJ")  # "found Ann Hale [guilty]"
    for _, noun in prepositional(verb):
        yield noun.lemma_.lower()


def qualifiers(verb: "Token") -> Iterator[str]:
    """Yield what of a verb's complements may change its meaning: "+over" in "attacked Ann Hale over the budget".

    "+inf" is an infinitive: "made Ann Hale resign".
    """
    for child in verb.rights:
        if child.dep_ in OPEN_COMPLEMENT | QUOTE_CLAUSE | ADVERBIAL_CLAUSE and child.tag_ == "VB":
            yield "+inf"
        elif child.tag_ == "VBG" and child.dep_ in GERUND:
            yield from (f"+{c.lower_}" for c in child.lefts if c.dep_ in ("mark", "case"))
    for preposition, _ in prepositional(verb):
        yield f"+{preposition}"
    for noun in object_of(verb):
        yield from (f"+{preposition}" for preposition, _ in prepositional(noun))


def is_naming(verb: "Token") -> bool:
    """Tell whether a verb says what its object is: "called Ann Hale a liar", which is no telephone call."""
    objects = [c for c in verb.rights if c.dep_ in OBJECT | RECIPIENT]
    return len(objects) > 1 or (bool(objects) and any(c.dep_ in OPEN_COMPLEMENT for c in verb.rights))


def reciprocal_slot(verb: "Token") -> str:
    """Return the slot that "each other" or "one another" fills behind a verb, "" where there is none."""
    behind = verb.doc[verb.i + 1 : verb.i + RECIPROCAL_REACH]
    for before, token, after in zip(verb.doc[verb.i : verb.i + RECIPROCAL_REACH], behind, behind[1:], strict=False):
        if token.pos_ == "VERB" or token.is_sent_start:
            return ""
        if (token.lower_, after.lower_) in RECIPROCALS:
            return f"prep:{before.lower_}" if before.tag_ in ("IN", "TO") else "patient"
    return ""


def is_mutual(verb: "Token", fixed: str) -> bool:
    """Tell whether those who do something do it with one another: "Ann and Bob met", not "Ann and Bob met the mayor".

    `fixed` is the lemma of an object that is part of the verb: "Ann and Bob shook [hands]".
    """
    if verb.lemma_ in TOGETHER:
        return not any(preposition in WITH_OTHERS for preposition, _ in prepositional(verb))
    others = WITH_OTHERS | {"for"} if verb.lemma_ in FOR_A_CAUSE else WITH_OTHERS
    if any(preposition in others for preposition, _ in prepositional(verb)) and not reciprocal_slot(verb):
        return False
    return all(noun.lemma_.lower() == fixed for noun in object_of(verb)) or bool(reciprocal_slot(verb))


def verb_group(verb: "Token") -> list[int]:
    """Return the tokens of a verb with its auxiliaries, "not", "to", its particle and a relative pronoun before it."""
    own = [child.i for child in verb.children if _is_of_verb_group(child) and child.i < verb.i]
    particles = [child.i for child in verb.children if child.dep_ in ("compound:prt", "prt")]
    return sorted([*own, verb.i, *particles])


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


def predicate_subject(noun: "Token") -> "Token | None":
    """Return X in "X is the head of Y", given "head"."""
    if any(child.dep_ == "cop" for child in noun.children):
        own = next((antecedent(c) for c in noun.children if c.dep_ in SUBJECT), None)
        if own is None and noun.dep_ == "conj" and noun.head.i < noun.i:
            return predicate_subject(noun.head)  # "X is a poet and was the head of Y"
        if own is None and noun.dep_ in OPEN_COMPLEMENT and is_verbal(noun.head):
            return next(iter(surface_subjects(noun)), None)  # "X wants to be the head of Y"
        return own
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":  # ClearNLP: the copula is the head
        return next((antecedent(c) for c in noun.head.children if c.dep_ in SUBJECT), None)
    return None


def _is_of_verb_group(child: "Token") -> bool:
    if child.dep_ in AUXILIARY or child.tag_ == "TO" or child.lower_ in NEGATIONS:
        return True
    return child.dep_ in SUBJECT and child.lower_ in RELATIVE_PRONOUNS


def _clause_arguments(verb: "Token") -> Iterator[Argument]:
    passive = is_passive(verb)
    has_object = bool(object_of(verb))
    for subject in surface_subjects(verb):
        yield Argument("patient" if passive else "agent", subject)
        if passive and has_object:  # "Peru was given helicopters"
            yield Argument("recipient", subject)
    if (had := causer(verb)) is not None:
        yield from (Argument("agent", subject) for subject in surface_subjects(had))
    for child in verb.children:
        if child.dep_ in OBJECT:
            yield Argument("patient", antecedent(child))
        elif child.dep_ in RECIPIENT and child.pos_ != "ADP":
            yield Argument("recipient", antecedent(child))
            if not has_object:  # a lone recipient is an object: "charged [Ann Hale] with fraud"
                yield Argument("patient", antecedent(child))
    for preposition, noun in prepositional(verb):
        yield from _oblique(preposition, antecedent(noun), passive=passive)
        for second, other in prepositional(noun):
            if not any(c.dep_ == "det" for c in noun.children):  # "in favour of", "on behalf of", "in talks with"
                yield Argument(f"prep:{preposition} {noun.lower_} {second}", other)
    yield from _gap(verb, passive=passive, has_object=has_object)


def loose_agents(verb: "Token") -> Iterator[tuple["Token", "Token"]]:
    """Yield who stands behind "by" where a parser hangs it on another word, with that word.

    "was accused of [fraud] by Ann Hale", "was accused of hiding payments [worth] £2m by Ann Hale".
    """
    hosts = [child for child in verb.rights if child.dep_ not in CLAUSAL]
    for host in hosts:
        yield from ((other, host) for preposition, other in prepositional(host) if preposition == "by")
        inner = (child for child in host.rights if child.dep_ not in CLAUSAL or child.tag_ not in FINITE)
        hosts.extend(child for child in inner if not any(c.dep_ in SUBJECT for c in child.children))


def loose_objects(verb: "Token") -> list["Token"]:
    """Return what may be a verb's object though it hangs on another verb, for frames that ask for one.

    That of a coordinated verb right behind it ("founded and still runs Vantor", "condemned, and Norway sued, Vantor"),
    or the subject of a clause that a parser begins right behind it ("charged [Ann Hale] with fraud, and a court will").
    """
    if object_of(verb) or verb.lemma_ in ALONE:
        return []
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not is_passive(child) and not is_passive(verb):
            between = verb.doc[verb.i + 1 : child.i]
            own = any(c.dep_ in SUBJECT for c in child.children)
            objects = object_of(child)
            parted = objects and "," in (objects[0].left_edge.text, verb.doc[objects[0].left_edge.i - 1].text)
            if (parted if own else all(t.pos_ in ("CCONJ", "ADV", "AUX") for t in between)) and objects:
                return objects
        elif child.dep_ == "ccomp":
            return [c for c in child.lefts if c.dep_ in SUBJECT and c.left_edge.i == verb.i + 1]
    return []


def _oblique(preposition: str, noun: "Token", *, passive: bool) -> Iterator[Argument]:
    if preposition == "by" and passive:
        yield Argument("agent", noun)
        return
    yield Argument(f"prep:{preposition}", noun)
    if preposition == "to":
        yield Argument("recipient", noun)


def _gap(verb: "Token", *, passive: bool, has_object: bool) -> Iterator[Argument]:
    """Fill the missing object of a relative clause without a pronoun: "the man Trump fired"."""
    if verb.dep_ not in RELATIVE_CLAUSE or passive or has_object:
        return
    own = [c for c in verb.children if c.dep_ in SUBJECT]
    pronouns = [c for c in verb.subtree if c.lower_ in RELATIVE_PRONOUNS and c.tag_ not in ("IN", "DT")]
    if own and not pronouns:
        yield Argument("patient", verb.head)


def _lent_subjects(verb: "Token") -> list["Token"]:
    head, label = verb.head, verb.dep_
    if label in RELATIVE_CLAUSE or (label in NOUN_CLAUSE and verb.tag_ in ("VBG", "VBN")):
        pronoun = any(c.lower_ in RELATIVE_PRONOUNS for c in verb.children)
        return _described(verb) if pronoun or label in NOUN_CLAUSE else []
    if label in NOUN_CLAUSE:  # "the church's attempts to remove"
        owner = possessor(head) or next(iter(modifiers(head)), None)  # "Ann Hale plans to sue", taken for a noun
        return [owner] if owner is not None else _light_subjects(head)
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
    if after_comma and head.dep_ in OBLIQUE and _case(head) == "by" and is_passive(head.head):
        return surface_subjects(head.head)  # "was backed by Norway, opposed by Vantor and welcomed by Ann Hale"
    return [head.head if head.dep_ == "appos" and head.pos_ == "NOUN" else head]  # "Ann Hale, the judge leading ..."


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


def _light_subjects(noun: "Token") -> list["Token"]:
    """Return whose plan it is: X in "X made an attempt to ...", but not in "X blocked an attempt to ..."."""
    is_own = noun.dep_ in OBJECT and is_verbal(noun.head) and noun.head.lemma_.lower() in OWNING
    return surface_subjects(noun.head) if is_own else []


def _noun_arguments(noun: "Token") -> Iterator[Argument]:
    if (owner := possessor(noun)) is not None:
        yield Argument("poss", antecedent(owner))
    for modifier in modifiers(noun):
        yield Argument("compound", modifier)
    for preposition, other in prepositional(noun):
        yield Argument(f"prep:{preposition}", antecedent(other))
        if preposition == "between" and len(conjuncts(other)) == 1 and (second := _second_of_two(other)) is not None:
            yield Argument("prep:between", second)


def _second_of_two(first: "Token") -> "Token | None":
    """Return Y in "between X and Y" where a parser begins a clause at "and"."""
    following = first.doc[first.right_edge.i + 1 : first.right_edge.i + 4]
    if len(following) < 2 or following[0].lower_ != "and":
        return None
    return next((token for token in following[1:] if token.pos_ == "PROPN"), None)


def _case(nominal: "Token") -> str:
    """Return the preposition of a nominal in UD, "" for none: "according to" is one preposition.

    In a name of several words a parser may hang the preposition on the first: "by [Helen] Marsh".
    """
    for token in (nominal, *(c for c in nominal.lefts if c.dep_ in MODIFIER)):
        for child in token.lefts:
            if child.dep_ == "case" and child.tag_ != "POS":
                return " ".join([child.lower_, *(c.lower_ for c in child.children if c.dep_ == "fixed")])
    return "by" if nominal.dep_ == "obl:agent" else ""


def dated_event(time: "Token", triggers: Collection[int]) -> "Token | None":
    """Return the event that a time expression modifies: the nearest trigger or verb above it, None for none.

    "met Ann Hale in the Senate on Tuesday" dates the meeting, wherever a parser hangs "Tuesday".
    """
    word = time
    while word.head.i != word.i:
        word = word.head
        if word.i in triggers or is_verbal(word):
            return word
    return None


def carriers(trigger: "Token", light_verbs: frozenset[str]) -> Iterator[tuple["Token", bool]]:
    """Yield the words whose time can be a trigger's too, and whether it can where the time stands before them.

    These are a light verb ("held talks on Tuesday", "sanctions imposed in 2014"), the first of coordinated verbs ("on
    Tuesday met her and praised him") and the verb before an infinitive, for what stands behind it ("is due to meet her
    on Tuesday", but not "on Tuesday agreed to meet her").
    """
    head = trigger.head
    if not is_verbal(trigger):
        yield from ((c, False) for c in trigger.children if c.dep_ in NOUN_CLAUSE and c.lemma_.lower() in light_verbs)
        if (trigger.dep_ in OBJECT or trigger.dep_ in SUBJECT) and head.lemma_.lower() in light_verbs:
            yield head, True
    elif trigger.dep_ == "conj" and head.i != trigger.i:
        yield head, True
    elif trigger.dep_ in OPEN_COMPLEMENT:
        yield head, False
