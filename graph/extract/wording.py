"""What the wording around a pronoun says by itself of whom it means, whatever was spoken of before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extract.phrases import OBJECT, is_verbal
from graph.extract.referents import role_of
from graph.extract.subjects import is_passive, surface_subjects
from graph.taxonomy import Taxonomy

if TYPE_CHECKING:
    from graph.extract.tokens import Token

# The families of what one does to another for what he did or is.
JUDGEMENTS = frozenset({"praise", "criticism", "legal", "personnel"})
CAUSING = frozenset({"because", "since"})
WHETHER = frozenset({"whether", "if", "why", "how", "when", "where", "what"})  # "asked whether he had met X"
SEEMING = frozenset("seem appear turn happen take rain snow be cost matter emerge transpire become mean make".split())


def says_of_itself(pronoun: "Token") -> bool:
    """Tell whether "it" is the subject of what somebody says and does something: "Airbus said it had sued"."""
    if pronoun.lower_ != "it" or role_of(pronoun) != "subject" or pronoun.dep_ == "expl":
        return False
    verb = pronoun.head
    if verb.dep_ != "ccomp" or not is_verbal(verb) or is_passive(verb) or verb.lemma_.lower() in SEEMING:
        return False
    return not any(c.dep_ in ("cop", "csubj", "ccomp") and c.i > pronoun.i for c in verb.children)


def says_of_himself(pronoun: "Token") -> bool:
    """Tell whether "he" is the subject of what somebody says of himself: "Bob Dorn told them that he would leave"."""
    clause = pronoun.head
    return (
        pronoun.lower_ in ("he", "she")
        and role_of(pronoun) == "subject"
        and clause.dep_ == "ccomp"
        and clause.head.i < clause.i
        and not any(c.lower_ in WHETHER for c in clause.lefts)
    )


def says_more(pronoun: "Token", speaks: bool) -> bool:
    """Tell whether "he" goes on with what he said before: "He also said that ...", "She added that ..."."""
    verb = pronoun.head
    return speaks and (verb.lemma_.lower() == "add" or any(c.lower_ == "also" for c in verb.lefts))


def judged_because(pronoun: "Token", taxonomy: Taxonomy) -> set[int]:
    """Return the objects of the judgement for which a pronoun's clause gives the cause: "fired [Ann] because she".

    Who is judged is the likelier cause (Garvey and Caramazza 1974, "Implicit causality in verbs").
    """
    clause = pronoun.head
    if role_of(pronoun) != "subject" or not any(c.lower_ in CAUSING for c in clause.lefts):
        return set()
    verb = clause.head
    frames = taxonomy.frames_for(verb.lemma_.lower(), "verb") if is_verbal(verb) else ()
    if not any(relation_type.family in JUDGEMENTS for relation_type, _ in frames):
        return set()
    if is_passive(verb):
        return {t.i for t in surface_subjects(verb)}
    return {c.i for c in verb.rights if c.dep_ in OBJECT}


def pleonastic(pronoun: "Token") -> Iterator[str]:
    """Yield what makes "it" mean nothing: "it is clear that", "it seems", "it took years to"."""
    if pronoun.lower_ != "it" or role_of(pronoun) != "subject":
        return
    verb = pronoun.head
    for child in verb.children:
        if child.i > pronoun.i and child.dep_ in ("csubj", "ccomp", "csubj:pass", "xcomp", "advcl", "acl"):
            yield f"none:clause behind:{child.dep_}"
    if any(child.dep_ == "cop" for child in verb.children):
        yield f"none:is:{verb.pos_}"
    else:
        yield f"none:verb:{verb.lemma_.lower()}" if verb.lemma_.lower() in SEEMING else "none:verb"
