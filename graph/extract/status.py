"""Status: whether a sentence asserts, denies, alleges, plans, supposes or asks what its trigger says.

Cues count on the trigger itself ("did not meet"), on its light verb ("held no talks") and on what governs it ("refused
to meet", "reports of a meeting"). A speech verb or a finite clause ends the walk: "did not say that X met Y" does not
deny the meeting.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.cues import CueGroup, Cues
from graph.extract.roles import ADVERBIAL_CLAUSE, NOUN_CLAUSE, OBJECT, RELATIVE_CLAUSE, SUBJECT, is_verbal
from graph.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

# Where several cues meet, the one that takes most away from the claim decides: "will not meet" is negated.
PRECEDENCE = (Status.NEGATED, Status.ASKED, Status.CONDITIONAL, Status.HEDGED, Status.PLANNED)
# Light verbs whose object is there already, done or not: "would not lift sanctions".
PRESUPPOSING = frozenset(
    "lift ease tighten suspend drop end finish complete break cut continue resume renew intensify increase maintain "
    "keep repeat cancel postpone escape survive endure resist reject".split()
)
MODIFYING = frozenset(
    {"advmod", "aux", "aux:pass", "auxpass", "neg", "det", "mark", "amod", "cc", "cc:preconj", "case"}
)
PHRASE_REACH = 7  # tokens
ACTIVE_SUBJECT = frozenset({"nsubj", "nsubj:outer"})


def find_status(trigger: "Token", cues: Cues) -> Status:
    """Return the status of the claim that a trigger makes."""
    found = {*_cues_of(trigger, cues), *_phrases_before(trigger, cues)}
    if trigger.sent[-1].text == "?" and _clause_top(trigger).dep_ == "ROOT":
        found.add(Status.ASKED)
    return next((status for status in PRECEDENCE if status in found), Status.ASSERTED)


def find_own_status(trigger: "Token", cues: Cues) -> Status:
    """Return the status that cues on a trigger itself give: "his [alleged] accomplice", whatever governs it."""
    found = set(_on(trigger, cues))
    return next((status for status in PRECEDENCE if status in found), Status.ASSERTED)


def _groups(cues: Cues) -> tuple[tuple[Status, CueGroup], ...]:
    return (
        (Status.NEGATED, cues.negating),
        (Status.HEDGED, cues.hedging),
        (Status.PLANNED, cues.planning),
        (Status.CONDITIONAL, cues.conditional),
        (Status.ASKED, cues.asking),
    )


def _cues_of(word: "Token", cues: Cues) -> Iterator[Status]:
    """Yield the statuses that cues on a word and on what governs it give, up to the end of the walk."""
    seen: set[int] = set()
    holds = True
    while word.i not in seen:
        seen.add(word.i)
        if holds:
            yield from _on(word, cues)
        if word.dep_ == "conj":
            holds = _shares_auxiliaries(word)
            word = word.head
            continue
        holds = True
        if word.dep_ in ADVERBIAL_CLAUSE and word.tag_ == "VB" and any(c.lower_ == "to" for c in word.lefts):
            yield Status.PLANNED  # purpose: "travelled to meet X"
        if prepositions := _gerund_prepositions(word):  # "thinking about sending", "accused of paying"
            if "about" in prepositions:
                yield Status.PLANNED
            yield from _governing(word, word.head, cues)
            return
        if word.dep_ in RELATIVE_CLAUSE or word.dep_ in ADVERBIAL_CLAUSE or word.head.i == word.i:
            return
        if word.dep_ in ACTIVE_SUBJECT:
            return  # what one plans says nothing of oneself: "the man arrested by X hopes to go"
        head = word.head
        yield from _governing(word, head, cues)
        if not _passes_on(word, head, cues):
            return
        word = head


def _gerund_prepositions(word: "Token") -> set[str]:
    """Return the prepositions that tie a gerund to the verb or noun before it, which decides whether it took place."""
    if word.tag_ != "VBG" or word.head.i >= word.i:
        return set()
    return {c.lower_ for c in word.lefts if c.dep_ in ("mark", "case")} & {"about", "of", "from", "against", "into"}


def _phrases_before(trigger: "Token", cues: Cues) -> Iterator[Status]:
    """Yield the statuses of fixed phrases shortly before a trigger: "no evidence that X met Y"."""
    first = max(trigger.sent.start, trigger.i - PHRASE_REACH)
    before = trigger.doc[first : trigger.i]
    marks = [token.i for token in before if token.is_punct and token.text not in "-‑–"]
    text = f" {trigger.doc[marks[-1] + 1 if marks else first : trigger.i].text.lower()} "
    for status, group in _groups(cues):
        if any(f" {phrase} " in text for phrase in group.phrases):
            yield status


def _shares_auxiliaries(word: "Token") -> bool:
    """Tell whether cues hold for a second verb too: "may meet or call X", but not "did not call but met X"."""
    return not any(c.dep_ in SUBJECT or (c.dep_ == "cc" and c.lower_ in ("but", "yet")) for c in word.children)


def _on(word: "Token", cues: Cues) -> Iterator[Status]:
    for child in word.children:
        if child.dep_ in MODIFYING:
            for status, group in _groups(cues):
                if child.lower_ in group.words or child.lemma_.lower() in group.words:
                    yield status


def _governing(word: "Token", head: "Token", cues: Cues) -> Iterator[Status]:
    lemma = head.lemma_.lower()
    infinitive = any(child.lower_ == "to" and child.pos_ == "PART" for child in word.lefts)
    for status, group in _groups(cues):
        if not is_verbal(head):
            governs = lemma in group.nouns or lemma in group.adjectives
        else:
            governs = lemma in group.verbs or (infinitive and lemma in group.infinitives)
        if governs:
            yield status


def _passes_on(word: "Token", head: "Token", cues: Cues) -> bool:
    """Tell whether what holds for a governor holds for the word: infinitives and objects of light verbs, no clauses.

    "did not impose sanctions" denies the sanctions, "did not lift sanctions" does not.
    """
    lemma = head.lemma_.lower()
    if lemma in cues.speech or (word.dep_ in ("ccomp", "parataxis") and word.tag_ != "VBG"):
        return False
    if word.dep_ in OBJECT or word.dep_ in ("nsubj:pass", "nsubjpass"):
        return lemma in (cues.light_verbs | cues.receiving_verbs) - PRESUPPOSING
    if word.dep_ in NOUN_CLAUSE | {"nmod", "obl"}:
        return not is_verbal(head)
    return word.dep_ in ("xcomp", "ccomp", "pobj", "prep", "pcomp")


def _clause_top(word: "Token") -> "Token":
    while word.dep_ in (*OBJECT, "conj", "xcomp", "obl", "nmod", "prep", "pobj") and word.head.i != word.i:
        word = word.head
    return word
