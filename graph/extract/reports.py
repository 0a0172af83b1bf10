"""Reports: the words that report speech, and who speaks there.

"Ann Hale said", "a spokesman for Vantor said", "a report by Vantor says", "sources said", "Ann Hale's claim".
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.cue_walk import is_negated
from graph.extract.phrases import (
    OBJECT,
    RECIPIENT,
    SUBJECT,
    appositions,
    is_verbal,
    modifiers,
    possessor,
    prepositional,
)
from graph.extract.subjects import is_passive, surface_subjects

if TYPE_CHECKING:
    from graph.extract.tokens import Token

COMMAS = frozenset({",", "”", "’", '"', "'", "–", "—", "-"})
OWNING = frozenset({"for", "of", "by", "from"})  # prepositions before whose words a noun means
UNKNOWN = frozenset({"anonymity", "anonymously"})  # "said on condition of anonymity"


@dataclass(frozen=True, slots=True)
class Report:
    """What reports a stretch of speech.

    `word` is the verb, noun or adjective that does, or the noun behind "according to". `speaker` is the token that
    names who speaks, None where nobody does ("did not say that ..."). `is_anonymous` marks a speaker who is not to be
    known ("sources said").
    """

    word: "Token"
    speaker: "Token | None"
    is_anonymous: bool = False


def report_by(word: "Token", speaker: "Token | None", cues: Cues) -> Report:
    """Return the report of a word; nobody speaks where it is denied: "did not say that"."""
    anonymous = speaker is not None and _is_anonymous(word, speaker, cues)
    unsaid = is_verbal(word) and is_negated(word, cues) and word.lemma_.lower() not in cues.opinion
    if speaker is None or anonymous or unsaid:
        return Report(word, None, anonymous)
    return Report(word, _voice(speaker, cues))


def report_by_noun(noun: "Token", cues: Cues) -> Report:
    """Return the report of a noun: the words of its owner ("X's claim that"), of who makes or of who denies them."""
    verb = noun.head
    is_object = noun.dep_ in OBJECT and is_verbal(verb)
    if is_object and verb.lemma_.lower() in cues.negating.verbs:
        return report_by(verb, subject_of(verb), cues)
    owner = _owner(noun)
    if owner is None and is_object and verb.lemma_.lower() in cues.light_verbs:
        owner = subject_of(verb)
    return Report(noun, None) if owner is None else report_by(noun, owner, cues)


def subject_of(word: "Token") -> "Token | None":
    """Return who says what a word reports: the subject, the agent of a passive, or who stands behind "..., said"."""
    if not is_verbal(word):
        return next((child for child in word.children if child.dep_ in SUBJECT), None)
    if is_passive(word):
        return next((noun for preposition, noun in prepositional(word) if preposition == "by"), None)
    subject = next(iter(surface_subjects(word)), None)
    if subject is not None and subject.head.i == word.head.i and subject.tag_ in ("DT", "WP"):  # "had this to say"
        subject = next(iter(surface_subjects(word.head)), None)
    if subject is None and word.i > 0 and word.nbor(-1).text in COMMAS:  # “...,” said Ann Hale, taken for an object
        subject = next((c for c in word.rights if c.dep_ in OBJECT | RECIPIENT and c.i <= word.i + 3), None)
    return subject


def _voice(noun: "Token", cues: Cues) -> "Token":
    """Return whose words a speaker says: X for "X's spokesman" without a name, for "the report by X"."""
    lemma = noun.lemma_.lower()
    if lemma not in cues.spokespersons | cues.speech_nouns or noun.pos_ != "NOUN":
        return noun
    is_named = any(c.pos_ == "PROPN" for c in appositions(noun)) or (
        noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "PROPN"
    )
    owner = _owner(noun)
    return noun if is_named or owner is None else owner


def _owner(noun: "Token") -> "Token | None":
    """Return whose words a noun means: X in "X's claim", "the report by X", "a Reuters report"."""
    owners = [possessor(noun), *(other for p, other in prepositional(noun) if p in OWNING)]
    owners += [m for m in modifiers(noun) if m.pos_ == "PROPN"]
    return next((owner for owner in owners if owner is not None), None)


def _is_anonymous(word: "Token", speaker: "Token", cues: Cues) -> bool:
    """Tell whether a speaker is not to be known: "a source", "a diplomat who asked not to be named"."""
    if speaker.pos_ not in ("NOUN", "ADJ"):
        return False
    if speaker.lemma_.lower() in cues.anonymous or any(c.lower_ in cues.anonymous for c in speaker.children):
        return True
    return any(t.lower_ in UNKNOWN for t in word.sent) or any(
        t.lower_ in ("named", "identified") and t.i > speaker.i for t in speaker.subtree
    )
