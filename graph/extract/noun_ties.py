"""Ties that nouns say: events ("X's talks with Y", "an attack on Y") and persons in a role ("a critic of Y")."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.lexicon import PERSON
from graph.extract.mentions import Found
from graph.extract.noun_phrases import (
    attributed,
    hands_of,
    hyphenated,
    is_hyphenated,
    listed,
    phrases_behind,
    role_bearer,
    set_beside,
    stands_in,
    stood_beside,
    sufferers,
)
from graph.extract.phrases import (
    OBJECT,
    RECIPIENT,
    SUBJECT,
    attachment,
    conjuncts,
    is_verbal,
    object_of,
    possessor,
    prepositional,
)
from graph.extract.role_names import names_behind
from graph.extract.roles import Argument, arguments
from graph.extract.subjects import antecedent, is_passive, predicate_subject, surface_subjects
from graph.extract.ties import FrameFiller, Slots, Tie
from graph.extract.verb_parts import particle
from graph.model import Form
from graph.taxonomy import TypedFrame

if TYPE_CHECKING:
    from graph.extract.tokens import Token

# Families of events that the one who acts in a clause takes part in: "in a letter to X, Y said", "after talks with X".
SOCIAL = frozenset({"contact", "directive", "criticism", "praise"})
DOERS = frozenset({"agent", "prep:by", "prep:from", "poss", "compound"})
# Prepositions whose phrase may stand further behind in a row: "the visit by X [to Y]", but not "... [of Y]".
IN_A_ROW = frozenset({"to", "by", "with", "against", "from", "on", "for", "between"})

# "has a son, Leo", "leaves a wife, Ann"
HAVING = frozenset({"have", "leave"})
# What names some of those in a role: "its rivals, including X".
INSTANCES = ("prep:including", "prep:such as", "prep:like")


class NounTies:
    """Finds the ties of nouns; words of `past` tell what somebody no longer is ("a former aide")."""

    def __init__(self, frames: FrameFiller, cues: Cues, past: frozenset[str]) -> None:
        self._frames = frames
        self._cues = cues
        self._past = past

    def of(self, noun: "Token") -> Iterator[Tie]:
        """Yield the ties that a token is the trigger of as a noun."""
        if noun.pos_ not in ("NOUN", "PROPN"):
            return
        lemma, frames = self._frames_of(noun)
        names = (
            [f for f in self._frames.at(noun) if f.form is Form.NAME and f.start <= noun.i < f.end] if frames else []
        )
        if names:
            frames = _owned(names[0], frames)
        events = [typed for typed in frames if "self" not in (typed[1].source, typed[1].target)]
        if events:
            yield from self._event(noun, lemma, events)
        if len(events) < len(frames):
            yield from self._role(noun, lemma, [typed for typed in frames if typed not in events])

    def _frames_of(self, noun: "Token") -> tuple[str, tuple[TypedFrame, ...]]:
        """Return the lemma of a noun with its frames, those of a word with a hyphen first: "cease-fire", "ex-wife"."""
        lemma = noun.lemma_.lower()
        before = hyphenated(noun)
        if before is not None and (frames := self._frames.named(f"{before.lower_}-{lemma}", "noun")):
            return f"{before.lower_}-{lemma}", frames
        return lemma, self._frames.named(lemma, "noun")

    def _event(self, noun: "Token", lemma: str, frames: list[TypedFrame]) -> Iterator[Tie]:
        """Yield what a noun tells that names an event: "the sacking of X by Y"."""
        slots = self._slots(noun, frames)
        ties = [*self._frames.fitting(frames, slots, noun, noun.i, lemma, "noun")]
        if not ties and not any(slots.get(slot) for slot in DOERS):
            social = [typed for typed in frames if typed[0].family in SOCIAL]
            slots["agent"] = self._all(stood_beside(noun)) if social else []
            beside = self._frames.fitting(social, slots, noun, noun.i, lemma, "noun")
            ties = [replace(tie, aside=True, told_at=attachment(noun)[1].i) for tie in beside]
        yield from ties
        if not ties:
            self._note_deeds(noun, frames, slots)

    def _role(self, noun: "Token", lemma: str, frames: list[TypedFrame]) -> Iterator[Tie]:
        """Yield what a noun says that names somebody by his role: "X, a critic of Y", "Y's wife X"."""
        if any(child.lower_ in self._past for child in noun.lefts):
            frames = [typed for typed in frames if typed[0].family == "kinship"]
        slots = self._own(noun)
        if frames and all(typed[0].family == "kinship" for typed in frames):
            slots["poss"] = self._kin_of(noun, slots)
        if slots.get("poss"):
            slots.pop("compound", None)  # "his Labour rival": no rival of Labour's
        bearers = [f for slot in INSTANCES for f in slots.pop(slot, [])] if noun.tag_ == "NNS" else []
        others = [f for found in slots.values() for f in found]
        # "Members of X" are not X itself; a name whose last word the role is holds its own words.
        bearers += [f for f in self._bearers(noun) if f not in others or f.start <= noun.i < f.end]
        slots["self"] = bearers
        is_said = predicate_subject(noun) is not None
        for tie in self._frames.fitting(frames, slots, noun, noun.i, lemma, "noun"):
            yield tie if is_said else replace(tie, aside=True)

    def _bearers(self, noun: "Token") -> list[Found]:
        """Return whom a role is said of, or its own mention; "[Attorney] General Ann Hale" is no attorney of hers."""
        subject = predicate_subject(noun)
        if subject is not None:
            return self._all([subject])
        if named := self._all(listed(noun)) or names_behind(noun, self._frames.at):
            return named
        bearer = self._holder(role_bearer(noun))
        found = self._all([bearer]) if noun.tag_ == "NNS" else self._frames.at(bearer)
        found = found or self._frames.at(noun) or self._beside(noun)
        between = noun.doc[noun.i + 1 : found[0].start] if found else ()
        return [] if any(token.pos_ == "PROPN" for token in between) else found

    def _kin_of(self, noun: "Token", slots: Slots) -> list[Found]:
        """Return whose kin a noun names: "[Ann Hale] of Uppsala University, whose father ..."."""
        owner, verb = possessor(noun), noun.head
        found = slots.get("poss", [])
        if owner is None and is_verbal(verb) and verb.lemma_ in HAVING and noun.dep_ in OBJECT:
            return self._all(surface_subjects(verb))  # "she has a son, Leo"
        if owner is None or owner.lower_ != "whose" or any(f.kind == PERSON for f in found):
            return found
        return self._frames.at(self._holder(antecedent(owner)))

    def _beside(self, noun: "Token") -> list[Found]:
        name = set_beside(noun)
        return self._frames.at(self._holder(name)) if name is not None else []

    def _holder(self, bearer: "Token") -> "Token":
        """Return the person before a body that is named with him: "[Ann Hale] of Uppsala University, an ally of X"."""
        preposition, head = attachment(bearer)
        is_body = preposition in ("of", "from", "at", "in", "for") and bearer.pos_ == "PROPN"
        return head if is_body and any(f.kind == PERSON for f in self._frames.at(head)) else bearer

    def _slots(self, noun: "Token", frames: list[TypedFrame]) -> Slots:
        """Return who takes part in what a noun tells."""
        slots = self._own(noun)
        for slot, found in self._lent_by_verb(noun, frames).items():
            _add(slots, slot, found)
        _add(slots, "patient", self._all(sufferers(noun)))
        _add(slots, "agent", self._all((*attributed(noun), *stands_in(noun))))
        _add(slots, "prep:by", self._all(hands_of(noun)))
        for slot, found in self._behind(noun).items():
            slots.setdefault(slot, found)
        return slots

    def _own(self, noun: "Token") -> Slots:
        """Return who fills the slots of a noun's own phrase; of "the Turkey-Armenia talks" both, of "US-led" none."""
        given = [a for a in arguments(noun) if a.slot != "compound" or not is_hyphenated(a.token)]
        joined = (hyphenated(a.token) for a in given if a.slot == "compound" and self._frames.at(a.token))
        return self._frames.filled([*given, *(Argument("compound", token) for token in joined if token is not None)])

    def _behind(self, noun: "Token") -> Slots:
        """Return who stands in phrases behind a noun that a parse hangs elsewhere: "a visit by X [to Y]"."""
        slots: Slots = {}
        for number, (preposition, last) in enumerate(phrases_behind(noun)):
            found = self._frames.at(last)
            if number == 0 or preposition in IN_A_ROW:
                slots.setdefault(f"prep:{preposition}", []).extend(found)
            if (not found and preposition != "of") or self._frames.named(last.lemma_.lower(), "noun"):
                break  # what follows belongs to that noun: "support for talks [with Iran]"
        return {slot: found for slot, found in slots.items() if found}

    def _note_deeds(self, noun: "Token", frames: list[TypedFrame], slots: Slots) -> None:
        """Keep to whom something was done by somebody unnamed; a possessor beside an of-phrase is who did it."""
        has_object = any(preposition == "of" for preposition, _ in prepositional(noun))
        for relation_type, frame in frames:
            if not frame.source and (frame.target == "prep:of" or not has_object):
                self._frames.note_deeds(relation_type, slots.get(frame.target, []), noun)

    def _lent_by_verb(self, noun: "Token", frames: list[TypedFrame]) -> Slots:
        """Return what a light verb gives to the noun that is its object: "Russia launched an attack on ..."."""
        verb = noun.head
        while noun.dep_ == "conj":
            noun = noun.head
            verb = noun.head
        lemma = verb.lemma_.lower()
        cues = self._cues
        if f"{lemma} {particle(verb)}" in cues.light_verbs:
            lemma = f"{lemma} {particle(verb)}"  # "ruled out talks with X"
        if not is_verbal(verb):
            return {}
        if attachment(noun)[0] == "under":  # "came under fire from X"
            return self._frames.filled(a for a in arguments(verb) if a.slot.startswith("prep:"))
        if lemma not in cues.light_verbs | cues.receiving_verbs:
            return {}
        is_object = noun.dep_ in OBJECT or (noun.dep_ in SUBJECT and is_passive(verb)) or noun.dep_ == "acl"
        if not is_object and not (verb.dep_ == "acl" and verb.head.i == noun.i):
            return {}
        slots: Slots = {}
        if not is_passive(verb):
            # Of "win" and "have" both: "won a victory over" as agent, "won praise from" as patient.
            givers = {f.source for _, f in frames if f.target == "patient"}
            own = {argument.slot for argument in (*arguments(noun), *arguments(verb))}
            is_patient = lemma not in cues.light_verbs or (lemma in cues.receiving_verbs and bool(givers & own))
            is_given = not is_patient and "recipient" not in {f.target for _, f in frames}
            found = self._all(_given(verb)) if is_given else []
            slots["patient" if is_patient else "agent"] = found or self._all(surface_subjects(verb))
        for argument in arguments(verb):
            if argument.slot.startswith("prep:") or argument.slot == "recipient":
                slots.setdefault(argument.slot, []).extend(self._frames.at(argument.token))
            elif argument.slot == "agent" and is_passive(verb):
                slots.setdefault("agent", []).extend(self._frames.at(argument.token))
        return slots

    def _all(self, tokens: Iterable["Token"]) -> list[Found]:
        """Return the mentions that tokens and all that is coordinated with them stand for."""
        return self._frames.mentions(t for token in tokens for t in conjuncts(token))


def _given(verb: "Token") -> list["Token"]:
    """Return who gets what a verb gives, as an indirect object: "gave [Ann] a victory over Bob"."""
    given = [a.token for a in arguments(verb) if a.slot == "recipient" and a.token.dep_ in RECIPIENT]
    return given or object_of(verb)[:-1]  # of two objects the first


def _owned(name: Found, frames: tuple[TypedFrame, ...]) -> tuple[TypedFrame, ...]:
    """Return the frames that hold for a word inside a name: "China's Gansu [Province]", but not "Devil's [Island]"."""
    if name.end - name.start == 1:
        return ()
    return tuple(typed for typed in frames if {"poss", "prep:in"} & {typed[1].source, typed[1].target})


def _add(slots: Slots, slot: str, found: list[Found]) -> None:
    if found:
        known = slots.setdefault(slot, [])
        known.extend(f for f in found if f not in known)
