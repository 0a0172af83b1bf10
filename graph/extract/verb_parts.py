"""Parts of verbs: particles and fixed objects, what is done to one another, and what a parser hangs elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extract.phrases import (
    ADVERBIAL_CLAUSE,
    AUXILIARY,
    CLAUSAL,
    FINITE,
    GERUND,
    OBJECT,
    OPEN_COMPLEMENT,
    QUOTE_CLAUSE,
    RECIPIENT,
    RELATIVE_PRONOUNS,
    SUBJECT,
    object_of,
    prepositional,
)
from graph.extract.subjects import is_passive

if TYPE_CHECKING:
    from graph.extract.tokens import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
PARTICLES = frozenset("over out up down back away off in on together along apart by".split())
RECIPROCALS = frozenset({("each", "other"), ("one", "another")})
RECIPROCAL_REACH = 8  # tokens
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
    return any(True for _ in named_as(verb))


def named_as(verb: "Token") -> Iterator["Token"]:
    """Yield what a verb says that its object is: "called Ann Hale [a liar]", "described the plan as [absurd]"."""
    objects = [c for c in verb.rights if c.dep_ in OBJECT | RECIPIENT]
    yield from objects[1:]
    if objects or is_passive(verb):
        yield from (c for c in verb.rights if c.dep_ in OPEN_COMPLEMENT and c.tag_ != "VB")
    for noun in objects:  # “called Ann Hale "a liar"”, taken for an apposition
        yield from (c for c in noun.rights if c.dep_ == "appos" and c.left_edge.nbor(-1).text != ",")
    for host in (verb, *objects):
        yield from (noun for preposition, noun in prepositional(host) if preposition == "as" and noun.i > verb.i)
        yield from (c for c in host.rights if c.pos_ == "ADJ" and any(g.lower_ == "as" for g in c.lefts))


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


def _is_of_verb_group(child: "Token") -> bool:
    if child.dep_ in AUXILIARY or child.tag_ == "TO" or child.lower_ in NEGATIONS:
        return True
    return child.dep_ in SUBJECT and child.lower_ in RELATIVE_PRONOUNS
