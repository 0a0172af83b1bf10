"""Ties that verbs say: what one actor does to another, and gerunds that a parser takes for nouns."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.phrases import (
    OBJECT,
    OPEN_COMPLEMENT,
    conjuncts,
    gerund_lemmas,
    is_verbal,
    modifiers,
    noun_phrase_behind,
    object_of,
    possessor,
    prepositional,
)
from graph.extract.reasons import verb_reason
from graph.extract.roles import arguments
from graph.extract.subjects import antecedent, is_passive, surface_subjects
from graph.extract.ties import FrameFiller, Slots, Tie, pairs
from graph.extract.verb_parts import (
    fixed_nouns,
    following,
    has_particle,
    is_mutual,
    is_naming,
    loose_agents,
    loose_objects,
    parted_particle,
    particle,
    qualifiers,
    reciprocal_slot,
)
from graph.frames import Frame
from graph.model import Construction
from graph.taxonomy import TypedFrame

if TYPE_CHECKING:
    from graph.extract.tokens import Token

# Prepositions whose phrase a parser may hang on the object though it belongs to the verb.
COMPLEMENTS = frozenset({"to", "with", "against", "on", "from", "for", "into", "at", "behind"})

# Who judges what one does judges him; but to deny what one says is one thing, to deny what he is said to do another.
JUDGING_FAMILIES = frozenset({"criticism", "praise", "opposition", "legal"})
JUDGING_TYPES = frozenset({"agreed_with"})
DENIED = "denied"

# Verbs that say what somebody is, not what he does to another.
COPULAR = frozenset({"be", "have", "do", "become", "remain", "seem", "appear", "mean", "include", "feature", "involve"})


class VerbTies:
    """Finds the ties of verbs."""

    def __init__(self, frames: FrameFiller, cues: Cues) -> None:
        self._frames = frames
        self._cues = cues

    def of(self, token: "Token") -> Iterator[Tie]:
        """Yield the ties that a token is the trigger of as a verb."""
        if is_verbal(token) and token.pos_ == "VERB":
            yield from self._verb(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from self._gerund(token)

    def _verb(self, verb: "Token") -> Iterator[Tie]:
        if verb.lemma_ == "call" and is_naming(verb):
            return
        own = self._frames.filled(arguments(verb))
        if not any(own.values()):
            return
        if reciprocal := reciprocal_slot(verb):
            own[reciprocal] = list(own.get("agent", []))
        lemma, particle_ = verb.lemma_.lower(), particle(verb)
        seconds = self._seconds(verb, particle_) if self._frames.is_phrasal(lemma) else []
        fixed = {noun.lemma_.lower() for noun in object_of(verb)}
        for second in (*seconds, *self._bare(verb, lemma)):
            word = f"{lemma} {second}".strip()
            if frames := self._frames.named(word, "verb"):
                ties = list(self._framed(verb, own, second, word, frames))
                yield from ties
                if ties or not second or second in fixed or has_particle(verb):
                    return
        yield from self._unnamed(verb, own, f"{lemma} {particle_}".strip())

    def _framed(
        self, verb: "Token", own: Slots, second: str, word: str, frames: tuple[TypedFrame, ...]
    ) -> Iterator[Tie]:
        """Yield the ties of a verb's frames; `second` is what of it stands beside the lemma."""
        slots = dict(own)
        if any(_is_mutual_frame(frame) for _, frame in frames) and not is_mutual(verb, second):
            frames = tuple(f for f in frames if not _is_mutual_frame(f[1]))
        if second == following(verb) and f"prep:{second}" in slots:  # "fought [off] Norway", a particle
            slots["patient"] = slots.get("patient", []) + slots.pop(f"prep:{second}")
        slots = {**self._loose(verb, slots, second), **slots}
        slots |= self._judged(verb, frames, slots)
        yield from self._frames.fitting(frames, slots, verb, _last_of(verb, word), word, "verb")

    def _seconds(self, verb: "Token", particle_: str) -> list[str]:
        """Return the words that may make a longer frame of a verb, the surest first."""
        seconds = [particle_ or following(verb), parted_particle(verb), *fixed_nouns(verb), *qualifiers(verb)]
        return [second for second in seconds if second]

    def _bare(self, verb: "Token", lemma: str) -> tuple[str, ...]:
        """Return "" where a verb's own frames hold.

        They do not where its object says it all ("gave support to X" gives X no gift) or a particle makes another
        verb of it ("the court struck down ...").
        """
        return () if has_particle(verb) or self._is_light(verb, lemma) else ("",)

    def _is_light(self, verb: "Token", lemma: str) -> bool:
        """Tell whether a verb's object says what was done, and the sentence who is the other end of it.

        "gave support to X", but not "lost the final to X": one plays a final against somebody.
        """
        lent = {"agent"} if lemma in self._cues.light_verbs else set()
        lent |= {"patient"} if lemma in self._cues.receiving_verbs else set()
        if not lent:
            return False
        for noun in object_of(verb):
            given = {a.slot for word in (verb, noun) for a in arguments(word)}
            for _, frame in self._frames.named(noun.lemma_.lower(), "noun"):
                ends = {frame.source, frame.target}
                if ends & lent and (ends - lent) & given:
                    return True
        return False

    def _loose(self, verb: "Token", own: Slots, second: str) -> Slots:
        """Return what fills slots from where a parser may hang it: behind an object, on another verb."""
        slots = self._behind_objects(verb, second)
        if is_passive(verb) and "agent" not in own:
            slots["agent"] = [
                found
                for noun, host in loose_agents(verb)
                if host.lemma_.lower() == second
                or not any(
                    "prep:by" in (f.source, f.target) for _, f in self._frames.named(host.lemma_.lower(), "noun")
                )
                for found in self._frames.mentions(conjuncts(noun))
            ]
        if "patient" not in own:
            slots["patient"] = self._frames.mentions(t for noun in loose_objects(verb) for t in conjuncts(noun))
        return slots

    def _judged(self, verb: "Token", frames: Iterable[TypedFrame], slots: Slots) -> Slots:
        """Return who is judged by what he does or owns: "praised [Hale's] courage", "objected to a plan by [Hale]"."""
        judging = [(t, f) for t, f in frames if t.family in JUDGING_FAMILIES or t.id in JUDGING_TYPES]
        ends = {frame.target for relation_type, frame in judging if relation_type.id != DENIED}
        said = {frame.target for relation_type, frame in judging if relation_type.id == DENIED}
        found: Slots = {}
        for argument in arguments(verb):
            is_said = argument.token.lemma_.lower() in self._cues.speech_nouns
            if not slots.get(argument.slot) and (argument.slot in ends or (argument.slot in said and is_said)):
                found.setdefault(argument.slot, []).extend(self._frames.owners([argument.token]))
        return found

    def _behind_objects(self, verb: "Token", fixed: str) -> Slots:
        """Return what prepositions give that stand behind an object or an adverb.

        "supplied weapons [to Kenya]", "walked away [from Vantor]"; with an object that is part of the verb any
        preposition: "sold its stake [in Vantor]".
        """
        slots: Slots = {}
        adverbs = (child for child in verb.rights if child.pos_ == "ADV")
        phrases = (noun for _, noun in prepositional(verb) if noun.i > verb.i)
        for noun in (*object_of(verb), *phrases, *adverbs):
            is_fixed = noun.lemma_.lower() == fixed
            for preposition, other in prepositional(noun):
                if preposition in COMPLEMENTS or is_fixed:
                    slots.setdefault(f"prep:{preposition}", []).extend(self._frames.mentions(conjuncts(other)))
            if is_fixed and (owner := possessor(noun)) is not None:  # "froze Hale's assets", as the assets of Hale
                slots.setdefault("prep:of", []).extend(self._frames.mentions([antecedent(owner)]))
        if "prep:to" in slots:
            slots["recipient"] = slots["prep:to"]
        return slots

    def _unnamed(self, verb: "Token", slots: Slots, lemma: str) -> Iterator[Tie]:
        """Yield a tie of a verb that no frame names: what one actor does to another keeps its own lemma."""
        cues = self._cues
        if verb.lemma_.lower() in cues.light_verbs | cues.receiving_verbs | cues.speech | COPULAR:
            return
        ends = [("patient", ""), ("prep:with", " with"), ("prep:against", " against")]
        if "+inf" in qualifiers(verb):  # "expected Ann Hale to sue": what is expected is the suing
            del ends[0]
        for slot, preposition in ends:
            for source, target in pairs(slots.get("agent", []), slots.get(slot, []), symmetric=False):
                said = lemma + preposition
                _, words = verb_reason(verb, lemma, (("agent", source), (slot, target)))
                reason = (Construction.OTHER_VERB, words)
                yield Tie(said.replace(" ", "_"), source, target, verb.i, verb.i, verb.i, said, *reason)

    def _gerund(self, noun: "Token") -> Iterator[Tie]:
        """Yield the ties of a gerund that a parser takes for a noun: "a photo of the president greeting Ann Hale".

        No noun has another noun phrase right behind it, so what stands there is the gerund's object.
        """
        behind = noun_phrase_behind(noun)
        if noun.tag_ != "NN" or not noun.lower_.endswith("ing") or behind is None:
            return
        agents = self._frames.mentions(t for t in modifiers(noun) if t.i == noun.i - 1)
        if not agents and noun.dep_ in OBJECT | OPEN_COMPLEMENT:  # "denied meeting Ann Hale"
            agents = self._frames.mentions(surface_subjects(noun.head))
        slots = {"agent": agents, "patient": self._frames.at(behind)}
        for lemma in gerund_lemmas(noun.lower_):
            frames = self._frames.named(lemma, "verb")
            if frames:
                yield from self._frames.fitting(frames, slots, noun, noun.i, lemma, "verb")
                return


def _is_mutual_frame(frame: Frame) -> bool:
    return frame.source == frame.target == "agent"


def _last_of(verb: "Token", word: str) -> int:
    """Return the last token of a trigger of two words, where the second stands right behind the verb."""
    behind, second = verb.doc[verb.i + 1 : verb.i + 2], word.partition(" ")[2]
    return verb.i + 1 if len(behind) and second in (behind[0].lower_, behind[0].lemma_.lower()) else verb.i
