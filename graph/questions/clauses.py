"""Clauses: which relations a verb with what stands around it asks for, by the frames of the taxonomy."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.frames import Frame, RelationType
from graph.model import Actor
from graph.questions.lexicon import Lexicon, Wordings
from graph.questions.tokens import Token
from graph.questions.values import ANYBODY, End, NotUnderstoodError, Pattern
from graph.questions.verbs import VerbGroup
from graph.taxonomy import TypedFrame

ASKED = End(is_asked=True)
ANYONE = {"anyone", "anybody", "someone", "somebody", "anything", "something"}
WHO = {"who", "whom", "what", "which"} | ANYONE
OBJECT = "object"
_LONGEST_PREPOSITION = 3


@dataclass(slots=True)
class Complements:
    """What stands behind a verb: the ends by how they stand ("object", "with"), and the words that are left over."""

    ends: dict[str, End]
    rest: tuple[str, ...]


def read_complements(tokens: Sequence[Token], lexicon: Lexicon, *, gap: End | None = None) -> Complements:
    """Return what stands behind a verb.

    `gap` is whom a question asks for that has gone to its front: it belongs to a preposition at the end ("whom did he
    meet with"), or else is the object.
    """
    ends: dict[str, End] = {}
    rest: list[str] = []
    place = 0
    while place < len(tokens):
        name, width = _preposition(tokens, place, lexicon)
        end = end_of(tokens[place + width]) if place + width < len(tokens) else None
        if end is not None:
            key = name or OBJECT
            if key in ends:
                raise NotUnderstoodError("Two actors stand side by side; say how the one is tied to the other.")
            ends[key] = end
            place += width + 1
        elif name and gap is not None and place + width == len(tokens):
            ends[name], gap = gap, None
            place += width
        else:
            rest.append(tokens[place].text)
            place += 1
    if gap is not None:
        if OBJECT in ends:
            raise NotUnderstoodError("Two actors stand side by side; say how the one is tied to the other.")
        ends[OBJECT] = gap
    return Complements(ends, tuple(rest))


def _preposition(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[str, int]:
    """Return the preposition at a place and how many words it has; none is "", 0."""
    for width in range(_LONGEST_PREPOSITION, 0, -1):
        words = [token.text for token in tokens[place : place + width] if not token.is_name]
        if len(words) == width and " ".join(words) in lexicon.prepositions:
            return " ".join(words), width
    return "", 0


def end_of(token: Token) -> End | None:
    """Return whom a name means, or anybody for "anyone" and "whom"; None for other words."""
    if token.is_name:
        return End(token.ids, every=token.every)
    return ASKED if token.text in WHO else None


class ClauseReader:
    """Reads clauses about the actors of a story."""

    def __init__(self, lexicon: Lexicon, wordings: Wordings, actors: Mapping[str, Actor]) -> None:
        self._lexicon = lexicon
        self._wordings = wordings
        self._actors = actors

    def patterns(self, subject: End | None, verbs: VerbGroup, complements: Complements) -> tuple[Pattern, ...]:
        """Return the patterns that a subject, a verb group and its complements ask for.

        Raises NotUnderstoodError where no frame has places for all of them.
        """
        ends = list(self._slots(subject, verbs, complements))
        for frames in self._frames(verbs, complements.rest):
            if found := list(self._fitting(frames, ends)):
                return self._joined(found)
        raise _refusal(verbs, complements)

    def nominal(self, frames: Iterable[TypedFrame], holder: End, ends: dict[str, End]) -> tuple[Pattern, ...]:
        """Return the patterns of a noun that says what its holder is to others: "a critic of Russia"."""
        slots = [
            ({"self"}, holder),
            *(({"poss"} if key == "poss" else {f"prep:{key}"}, end) for key, end in ends.items()),
        ]
        return self._joined(list(self._fitting(frames, slots)))

    def undergone(self, holder: End, noun: str, complements: Complements) -> tuple[Pattern, ...]:
        """Return the patterns of what somebody is under: "under investigation by Norland"."""
        ends = {key: end for key, end in complements.ends.items() if key == "by"}
        if complements.rest or len(ends) < len(complements.ends):
            return ()
        slots = [({"patient"}, holder), *(({"agent", "prep:from"}, end) for end in ends.values())]
        return self._joined(list(self._fitting(self._lexicon.events.get(noun, ()), slots)))

    def _slots(self, subject: End | None, verbs: VerbGroup, complements: Complements) -> Iterator[tuple[set[str], End]]:
        if subject is not None:
            yield ({"patient", "recipient"} if verbs.passive else {"agent"}), subject
        for key, end in complements.ends.items():
            if key != OBJECT:
                agent = {"agent"} if verbs.passive and key == "by" else set()
                yield {f"prep:{key}", *agent, *({"recipient"} if key == "to" else ())}, end
            elif verbs.passive:
                raise NotUnderstoodError("A passive verb has an actor behind it; say “by whom”.")
            else:
                yield {"patient", "recipient"}, end

    def _frames(self, verbs: VerbGroup, rest: Sequence[str]) -> Iterator[list[TypedFrame]]:
        """Yield the frames of the verbs that need just the words left over, with their prepositions or without.

        "took X into custody" is told by the frame "take custody".
        """
        bare = [word for word in rest if word not in self._lexicon.prepositions]
        for words in [rest, bare] if len(bare) < len(rest) else [rest]:
            if verbs.lemmas & self._wordings.light and not verbs.passive and len(words) == 1:
                yield list(self._lexicon.events.get(self._lexicon.plurals.get(words[0], words[0]), ()))
            yield [
                typed
                for lemma in sorted(verbs.lemmas)
                for needed, frames in self._lexicon.verbs.get(lemma, {}).items()
                if _singular(needed) == _singular(words)
                for typed in frames
            ]

    def _fitting(
        self, frames: Iterable[TypedFrame], ends: Sequence[tuple[set[str], End]]
    ) -> Iterator[tuple[RelationType, Pattern]]:
        fits = [(typed, pattern) for typed in frames if (pattern := _fill(typed[1], ends))]
        of_kind = [(typed, pattern) for typed, pattern in fits if self._are_of_kind(typed[1], pattern)]
        mutual = [each for each in of_kind if each[0][1].source == each[0][1].target]  # "X and Y met"
        for (relation_type, _), pattern in mutual or of_kind:
            yield relation_type, replace(pattern, types=(relation_type.id,))

    def _are_of_kind(self, frame: Frame, pattern: Pattern) -> bool:
        pairs = ((pattern.source, frame.source_kinds), (pattern.target, frame.target_kinds))
        return all(not kinds or self._actors[i].kind in kinds for end, kinds in pairs for i in end.ids)

    def _joined(self, found: Sequence[tuple[RelationType, Pattern]]) -> tuple[Pattern, ...]:
        """Return the patterns with those made one that differ in type only."""
        types: dict[Pattern, dict[str, None]] = {}
        for relation_type, pattern in found:
            key = replace(pattern, types=(), either_way=relation_type.symmetric)
            types.setdefault(key, {}).update(dict.fromkeys(pattern.types))
        return tuple(replace(pattern, types=tuple(ids)) for pattern, ids in types.items())


def _refusal(verbs: VerbGroup, complements: Complements) -> NotUnderstoodError:
    verb = min(verbs.lemmas)
    if complements.rest:
        return NotUnderstoodError(f"I do not know what “{' '.join(complements.rest)}” adds to “{verb}”.")
    used = " and ".join(f"“{key}”" for key in complements.ends if key != OBJECT)
    return NotUnderstoodError(
        f"No relation that I know is told by “{verb}”{f' with {used}' if used else ''} like this."
    )


def _fill(frame: Frame, ends: Sequence[tuple[set[str], End]]) -> Pattern | None:
    """Return the pattern of a frame whose places take all ends, None where one has no place."""
    if frame.source == frame.target:
        return _fill_both(frame, ends)
    filled = {"source": ANYBODY, "target": ANYBODY}
    for slots, end in ends:
        place = "source" if frame.source in slots else "target" if frame.target in slots else None
        if place is None or filled[place] is not ANYBODY:
            return None
        filled[place] = end
    if all(end is ANYBODY for end in filled.values()):
        return None
    return Pattern(source=filled["source"], target=filled["target"])


def _fill_both(frame: Frame, ends: Sequence[tuple[set[str], End]]) -> Pattern | None:
    """Return the pattern of "X and Y met": both ends are in the same place."""
    if len(ends) != 1 or frame.source not in ends[0][0] or len(ends[0][1].ids) != 2:
        return None
    first, second = ends[0][1].ids
    return Pattern(source=End((first,)), target=End((second,)))


def _singular(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in words)
