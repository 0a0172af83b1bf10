"""Why a claim is read: the kind of wording and the words of it as they stand, to be shown to the reader.

"James Comey was unceremoniously sacked by Mr Trump" is passive, "was sacked by". What stands between the words is
left out, and where that is one of the two actors a sign shows it: "sacking of … by".
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extract.mentions import Found
from graph.extract.phrases import NOUN_CLAUSE, OBJECT, RELATIVE_CLAUSE, RELATIVE_PRONOUNS, SUBJECT, is_verbal
from graph.extract.subjects import is_passive
from graph.extract.verb_parts import verb_group
from graph.frames import Frame
from graph.model import Construction

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

LENT = frozenset({"agent", "patient", "recipient"})  # the slots of a noun that only a light verb can fill
PART_OF_TRIGGER = frozenset({"poss", "compound", "hyphen"})  # "Trump's talks", "the Comey dismissal", "US-led"
JOINTS = frozenset({"'s", "’s", "'", "’", "-", "‑", "–"})
UNDER = "under"  # "came under fire from"
REACH = 30  # tokens: how far behind a preposition its coordinated nouns may stand

Reason = tuple[Construction, str]


def frame_reason(frame: Frame, part: str, trigger: "Token", lemma: str, source: Found, target: Found) -> Reason:
    """Return the construction and the words that let a frame fit; `lemma` is the frame's word ("pay visit")."""
    ends = ((frame.source, source), (frame.target, target))
    if part == "verb":
        return verb_reason(trigger, lemma, ends)
    tokens = {trigger.i, *_words_of_ends(trigger, ends)}
    construction = Construction.NOUN if part == "noun" else Construction.ADJECTIVE
    if part == "noun" and LENT & {frame.source, frame.target} and (verb := _light_verb(trigger)) is not None:
        before = trigger.doc[trigger.left_edge.i]
        under = [before.i] if before.lower_ == UNDER else []
        tokens.update(verb_group(verb), under, _words_of_ends(verb, ends))
        construction = Construction.LIGHT_VERB
    return construction, _said(trigger.doc, tokens, ends)


def verb_reason(verb: "Token", lemma: str, ends: Iterable[tuple[str, Found]]) -> Reason:
    """Return the construction and the words of a verb between what fills two slots."""
    ends = tuple(ends)
    tokens = {*verb_group(verb), *_second_word(verb, lemma), *_words_of_ends(verb, ends)}
    return _voice(verb), _said(verb.doc, tokens, ends)


def _voice(verb: "Token") -> Construction:
    if is_verbal(verb) and is_passive(verb):
        return Construction.PASSIVE
    if verb.dep_ in RELATIVE_CLAUSE:
        return Construction.RELATIVE
    if any(child.tag_ == "TO" for child in verb.lefts):
        return Construction.INFINITIVE
    if verb.doc[verb_group(verb)[0]].lower_.endswith("ing"):  # "suing", "having sued"
        return Construction.PARTICIPLE
    return Construction.ACTIVE


def _light_verb(noun: "Token") -> "Token | None":
    """Return the verb that a noun completes: "held" in "held talks", "came" in "came under fire"; None for none."""
    while noun.dep_ == "conj":
        noun = noun.head
    verb = noun.head
    completes = noun.dep_ in OBJECT or verb.dep_ in NOUN_CLAUSE or (noun.dep_ in SUBJECT and is_passive(verb))
    under = verb.i < noun.i and noun.doc[noun.left_edge.i].lower_ == UNDER
    return verb if is_verbal(verb) and (completes or under) else None


def _second_word(verb: "Token", lemma: str) -> list[int]:
    """Return the token of the second word of a trigger: "over" in "handed it over", "visit" in "paid a visit"."""
    second = lemma.partition(" ")[2]
    near = [*verb.children, *verb.doc[verb.i + 1 : verb.i + 2]]
    return [t.i for t in near if second and second in (t.lower_, t.lemma_.lower())][:1]


def _words_of_ends(trigger: "Token", ends: Iterable[tuple[str, Found]]) -> list[int]:
    """Return the tokens that tie each end to a trigger: prepositions, and names that are part of its wording."""
    doc, tokens = trigger.doc, []
    for slot, end in ends:
        if slot.startswith("prep:"):
            tokens += _preposition(doc, trigger, end, slot.removeprefix("prep:"))
        elif slot == "agent" and is_passive(trigger):
            tokens += _preposition(doc, trigger, end, "by")
        elif slot == "recipient":
            tokens += _preposition(doc, trigger, end, "to")
        elif slot == "patient" and trigger.dep_ in RELATIVE_CLAUSE and end.end <= trigger.i:
            tokens += [c.i for c in trigger.children if c.lower_ in RELATIVE_PRONOUNS][:1]
        elif slot in PART_OF_TRIGGER:
            joint = end.end if end.end <= trigger.i else end.start - 1
            tokens += [*range(end.start, end.end), *([joint] if doc[joint].text in JOINTS else [])]
    return tokens


def _preposition(doc: "Doc", trigger: "Token", end: Found, words: str) -> list[int]:
    """Return the tokens of the preposition before an end, which may be coordinated with others in between."""
    parts = words.split()
    first = max(end.start - REACH, trigger.sent.start)
    for i in range(end.start - 1, first - 1, -1):
        if i == trigger.i:
            break
        if doc[i].lower_ == parts[-1] and i + 1 >= first + len(parts):
            return list(range(i - len(parts) + 1, i + 1))
    return []


def _said(doc: "Doc", tokens: Iterable[int], ends: Iterable[tuple[str, Found]]) -> str:
    """Return the words of a text in their order, with a sign where one of the ends is left out between two."""
    starts = [end.start for _, end in ends]
    ordered = sorted(set(tokens))
    first = doc[ordered[0]]
    said = first.lower_ if first.is_sent_start and first.pos_ not in ("PROPN", "ADJ") else first.text
    for before, i in pairwise(ordered):
        if any(before < start < i for start in starts):
            said += " …"
        glued = i == before + 1 and not doc[before].whitespace_
        said += doc[i].text if glued else f" {doc[i].text}"
    return said
