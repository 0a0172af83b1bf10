"""Ties in a parse: a trigger whose frame names a relation type, and the mentions at its two ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.actors import ActorFinder
from graph.extract.mentions import Found
from graph.extract.roles import (
    OBJECT,
    SUBJECT,
    Argument,
    arguments,
    conjuncts,
    following,
    gerund_lemmas,
    is_passive,
    is_verbal,
    modifiers,
    noun_phrase_behind,
    object_of,
    particle,
    predicate_subject,
    prepositional,
    surface_subjects,
)
from graph.frames import Frame, RelationType
from graph.taxonomy import Taxonomy

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Prepositions whose phrase a parser may hang on the object though it belongs to the verb.
COMPLEMENTS = frozenset({"to", "with", "against", "on", "from", "for", "into"})

# Verbs that say what somebody is, not what he does to another.
COPULAR = frozenset({"be", "have", "do", "become", "remain", "seem", "appear", "mean", "include", "feature", "involve"})

Slots = dict[str, list[Found]]


@dataclass(frozen=True, slots=True)
class Tie:
    """A trigger and its two ends, before status and speaker are known.

    `trigger` is the word that says it, `first` and `last` the tokens to be shown as trigger; `rule` names the
    construction. `by_name` marks what a name or a title says in passing, which no cue denies and no speaker owns.
    `told_at` is the trigger that tells of a deed which this one only recalls, -1 for none.
    """

    relation_type: str
    source: Found
    target: Found
    trigger: int
    first: int
    last: int
    lemma: str
    rule: str
    by_name: bool = False
    told_at: int = -1


@dataclass(frozen=True, slots=True)
class Deed:
    """An event noun that says to whom something was done, but not by whom: "the Comey dismissal"."""

    relation_type: str
    target: Found
    trigger: int
    lemma: str


def find_ties(doc: "Doc", actors: ActorFinder, taxonomy: Taxonomy, cues: Cues) -> list[Tie]:
    """Return what verbs, nouns and adjectives say of two different actors.

    Deeds whose doer stands elsewhere in the article ("the Comey dismissal") come last.
    """
    finder = _TieFinder(actors, taxonomy, cues)
    ties = [tie for token in doc for tie in finder.ties_of(token)]
    return [*ties, *recall_doers(ties, finder.deeds)]


def recall_doers(ties: Iterable[Tie], deeds: Iterable[Deed]) -> Iterator[Tie]:
    """Yield a tie for each deed that one actor alone is said to have done to its target elsewhere in the article."""
    doers: defaultdict[tuple[str, int], dict[int, Tie]] = defaultdict(dict)
    for tie in ties:
        doers[tie.relation_type, tie.target.chain].setdefault(tie.source.chain, tie)
    for deed in deeds:
        known = list(doers[deed.relation_type, deed.target.chain].values())
        if len(known) == 1:
            told, at = known[0], deed.trigger
            rule = f"recalled “{deed.lemma}”, done as the article says elsewhere"
            yield Tie(deed.relation_type, told.source, deed.target, at, at, at, deed.lemma, rule, told_at=told.trigger)


class _TieFinder:
    def __init__(self, actors: ActorFinder, taxonomy: Taxonomy, cues: Cues) -> None:
        self._actors = actors
        self._taxonomy = taxonomy
        self._cues = cues
        self.deeds: list[Deed] = []

    def ties_of(self, token: "Token") -> Iterator[Tie]:
        """Yield the ties that a token is the trigger of."""
        if is_verbal(token) and token.pos_ == "VERB":
            yield from self._verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from self._noun(token)
            yield from self._gerund(token)
        if token.pos_ in ("ADJ", "VERB", "NOUN") or token.i + 2 < len(token.doc):
            yield from self._adjective(token)

    def _verb(self, verb: "Token") -> Iterator[Tie]:
        own = self._filled(arguments(verb))
        slots = {**self._behind_objects(verb), **own}
        lemma, particle_ = verb.lemma_.lower(), particle(verb)
        words = [f"{lemma} {particle_ or following(verb)}"]
        words += [f"{lemma} {noun.lemma_.lower()}" for noun in object_of(verb)]
        for word in (*words, *self._bare(verb, lemma)):
            frames = self._taxonomy.frames_for(word, "verb")
            if frames:
                last = self._last_of(verb, word)
                yield from self._fitting(frames, slots, verb, last, word, "verb")
                return
        yield from self._unnamed(verb, own, f"{lemma} {particle_}".strip())

    def _bare(self, verb: "Token", lemma: str) -> tuple[str, ...]:
        """Return a verb's lemma, nothing where its object says it all: "gave support to X" gives X no gift."""
        frames = (f for noun in object_of(verb) for f in self._taxonomy.frames_for(noun.lemma_.lower(), "noun"))
        is_light = lemma in self._cues.light_verbs and any("agent" in (f.source, f.target) for _, f in frames)
        return () if is_light else (lemma,)

    def _behind_objects(self, verb: "Token") -> Slots:
        """Return what prepositions give that stand behind an object: "supplied weapons [to Kenya]"."""
        slots: Slots = {}
        for noun in (*object_of(verb), *(noun for _, noun in prepositional(verb))):
            for preposition, other in prepositional(noun):
                if preposition in COMPLEMENTS:
                    slots.setdefault(f"prep:{preposition}", []).extend(self._mentions(conjuncts(other)))
        if "prep:to" in slots:
            slots["recipient"] = slots["prep:to"]
        return slots

    def _unnamed(self, verb: "Token", slots: Slots, lemma: str) -> Iterator[Tie]:
        """Yield a tie of a verb that no frame names: what one actor does to another keeps its own lemma."""
        cues = self._cues
        if verb.lemma_.lower() in cues.light_verbs | cues.receiving_verbs | cues.speech | COPULAR:
            return
        for slot, preposition in (("patient", ""), ("prep:with", " with"), ("prep:against", " against")):
            for source, target in _pairs(slots.get("agent", []), slots.get(slot, []), symmetric=False):
                said = lemma + preposition
                yield Tie(said.replace(" ", "_"), source, target, verb.i, verb.i, verb.i, said, "verb without frame")

    def _noun(self, noun: "Token") -> Iterator[Tie]:
        frames = self._taxonomy.frames_for(noun.lemma_.lower(), "noun")
        if not frames:
            return
        slots = self._filled(arguments(noun))
        for slot, found in self._lent_by_verb(noun).items():
            slots.setdefault(slot, []).extend(f for f in found if f not in slots.get(slot, []))
        slots["self"] = self._described_by(noun)
        yield from self._fitting(frames, slots, noun, noun.i, noun.lemma_.lower(), "noun")

    def _gerund(self, noun: "Token") -> Iterator[Tie]:
        """Yield the ties of a gerund that a parser takes for a noun: "a photo of the president greeting Ann Hale".

        No noun has another noun phrase right behind it, so what stands there is the gerund's object.
        """
        behind = noun_phrase_behind(noun)
        if noun.tag_ != "NN" or not noun.lower_.endswith("ing") or behind is None:
            return
        agents = self._mentions(t for t in modifiers(noun) if t.i == noun.i - 1)
        if not agents and noun.dep_ in OBJECT:  # "denied meeting Ann Hale"
            agents = self._mentions(surface_subjects(noun.head))
        slots = {"agent": agents, "patient": self._actors.at(behind)}
        for lemma in gerund_lemmas(noun.lower_):
            frames = self._taxonomy.frames_for(lemma, "verb")
            if frames:
                yield from self._fitting(frames, slots, noun, noun.i, lemma, "verb")
                return

    def _lent_by_verb(self, noun: "Token") -> Slots:
        """Return what a light verb gives to the noun that is its object: "Russia launched an attack on ..."."""
        verb = noun.head
        while noun.dep_ == "conj":
            noun = noun.head
            verb = noun.head
        lemma = verb.lemma_.lower()
        cues = self._cues
        if lemma not in cues.light_verbs | cues.receiving_verbs or not is_verbal(verb):
            return {}
        is_object = noun.dep_ in OBJECT or (noun.dep_ in SUBJECT and is_passive(verb)) or noun.dep_ == "acl"
        if not is_object and not (verb.dep_ == "acl" and verb.head.i == noun.i):
            return {}
        slots: Slots = {}
        if not is_passive(verb):
            subjects = self._mentions(t for s in surface_subjects(verb) for t in conjuncts(s))
            if lemma in cues.light_verbs:
                slots["agent"] = subjects
            if lemma in cues.receiving_verbs:  # both for "win": "won a victory over", "won praise from"
                slots["patient"] = list(subjects)
        for argument in arguments(verb):
            if argument.slot.startswith("prep:") or argument.slot == "recipient":
                slots.setdefault(argument.slot, []).extend(self._actors.at(argument.token))
            elif argument.slot == "agent" and is_passive(verb):
                slots.setdefault("agent", []).extend(self._actors.at(argument.token))
        return slots

    def _described_by(self, noun: "Token") -> list[Found]:
        """Return whom a noun is said of: "Ann, a critic of Bob", "Ann is a critic of Bob", "critic Ann"."""
        subject = predicate_subject(noun)
        if subject is not None:
            return self._mentions(conjuncts(subject))
        if noun.dep_ in ("appos", "nmod:desc", "compound") and (found := self._actors.at(noun.head)):
            return found
        return self._actors.at(noun)

    def _adjective(self, word: "Token") -> Iterator[Tie]:
        lemma = word.lower_
        frames = self._taxonomy.frames_for(lemma, "adjective")
        if not frames:
            return
        slots = self._filled(Argument(f"prep:{p}", t) for p, noun in prepositional(word) for t in conjuncts(noun))
        slots["hyphen"] = self._hyphenated(word)
        described = word.head if word.dep_ in ("amod", "acl", "compound", "acl:relcl", "nmod:desc") else None
        if described is None and word.i + 1 < len(word.doc) and slots["hyphen"]:
            described = word.doc[word.i + 1] if word.head.i <= word.i else word.head
        subject = predicate_subject(word) if described is None else described
        slots["self"] = self._mentions(conjuncts(subject)) if subject is not None else []
        yield from self._fitting(frames, slots, word, word.i, lemma, "adjective")

    def _hyphenated(self, word: "Token") -> list[Found]:
        """Return the name that a hyphen joins to a word: "US-led", "anti-Assad"."""
        doc = word.doc
        if word.i >= 2 and doc[word.i - 1].text in "-‑–" and not doc[word.i - 1].whitespace_:
            return self._actors.at(doc[word.i - 2])
        if word.i + 2 < len(doc) and doc[word.i + 1].text in "-‑–" and not word.whitespace_:
            return self._actors.at(doc[word.i + 2])
        return []

    def _fitting(
        self,
        frames: Iterable[tuple[RelationType, Frame]],
        slots: Slots,
        trigger: "Token",
        last: int,
        lemma: str,
        part: str,
    ) -> Iterator[Tie]:
        """Yield a tie for each frame whose two slots are filled by actors of the right kinds."""
        seen = set()
        for relation_type, frame in frames:
            if not frame.source:
                self.deeds += [Deed(relation_type.id, t, trigger.i, lemma) for t in slots.get(frame.target, [])]
                continue
            symmetric = frame.source == frame.target
            sources, targets = slots.get(frame.source, []), slots.get(frame.target, [])
            for source, target in _pairs(sources, targets, symmetric=symmetric):
                key = (relation_type.id, source.chain, target.chain)
                if key in seen or not _is_allowed(frame, source, target):
                    continue
                seen.add(key)
                rule = f"{part} “{lemma}”: {frame.source} → {frame.target}"
                yield Tie(relation_type.id, source, target, trigger.i, trigger.i, last, lemma, rule)

    def _filled(self, given: Iterable[Argument]) -> Slots:
        slots: Slots = {}
        for argument in given:
            slots.setdefault(argument.slot, []).extend(self._actors.at(argument.token))
        return slots

    def _mentions(self, tokens: Iterable["Token"]) -> list[Found]:
        return [found for token in tokens for found in self._actors.at(token)]

    def _last_of(self, verb: "Token", word: str) -> int:
        """Return the last token of a trigger of two words, where it stands right behind the verb."""
        following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
        return verb.i + 1 if " " in word and following is not None and following.head.i == verb.i else verb.i


def _pairs(sources: list[Found], targets: list[Found], *, symmetric: bool) -> Iterator[tuple[Found, Found]]:
    found = combinations(sources, 2) if symmetric else ((s, t) for s in sources for t in targets)
    return ((source, target) for source, target in found if source.chain != target.chain)


def _is_allowed(frame: Frame, source: Found, target: Found) -> bool:
    return source.kind in frame.source_kinds and target.kind in frame.target_kinds
