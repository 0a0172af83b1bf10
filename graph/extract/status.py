"""Status: whether a sentence asserts, denies, alleges, plans, supposes or asks what its trigger says.

Cues count on the trigger itself ("did not meet"), on its light verb ("held no talks") and on what governs it ("refused
to meet", "reports of a meeting"; see graph/extract/cue_walk.py), on the ends of the claim ("but not X"), on the clause
as a whole (questions, inversion, if-clauses) and on what reports it. Words that somebody plainly says are asserted, and
have a speaker (see graph/extract/speech.py); words that he claims, or is only said to have said, are hedged.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.cue_walk import NOT_ONLY, WONDERED_ABOUT, CueWalk, cues_on, is_finite, is_negated, names_of
from graph.extract.phrases import ADVERBIAL_CLAUSE, OBJECT, is_verbal
from graph.model import Status

if TYPE_CHECKING:
    from graph.extract.reports import Report
    from graph.extract.tokens import Token

# Where several cues meet, the first of these decides: "will not meet" is negated, "if X does not meet Y" conditional.
# Asking and supposing come first since they leave open whether a denial holds: "would not have met" means that X met.
PRECEDENCE = (Status.ASKED, Status.CONDITIONAL, Status.NEGATED, Status.HEDGED, Status.PLANNED)
PHRASE_REACH = 7  # tokens
QUESTION_REACH = 40  # tokens
SPEECH_DEPTH = 3  # "Ann said that Bob had claimed that Cem had heard that ..."
NEGATIVE_COORDINATION = frozenset({"nor", "or"})
INVERTED_IF = frozenset({"were", "had", "should"})  # "Were X to meet Y, ..."
INVERTING = frozenset({"do", "have", "be"})  # "Never has X met Y"
OF_NOUN_PHRASES = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
ENDS_OF_CLAUSES = frozenset({".", "!", ";", ":", "“", "”", "…"})


def find_status(
    trigger: "Token",
    cues: Cues,
    reports: "Mapping[int, Report] | None" = None,
    ends: Iterable["Token"] = (),
) -> Status:
    """Return the status of the claim that a trigger makes.

    `reports` say for each token inside speech what reports it, `ends` are the heads of the two mentions that the claim
    is about: "met Ann Hale but not [Bob Dorn]".
    """
    found = _found(trigger, cues, reports or {}, SPEECH_DEPTH)
    if any(_is_denied_end(end, trigger, cues) for end in ends):
        found.add(Status.NEGATED)
    return _strongest(found)


def _found(trigger: "Token", cues: Cues, reports: "Mapping[int, Report]", depth: int) -> set[Status]:
    """Return all statuses that cues give a trigger; `depth` is how far to follow speech in speech."""
    walk = CueWalk(cues)
    walk.up_from(trigger)
    found = walk.found
    found.update(_phrases_before(trigger, walk.path, cues))
    if _is_asked(trigger):
        found.add(Status.ASKED)
    if _opens_with_denial(trigger, cues):
        found.add(Status.NEGATED)
    if _is_supposed(trigger) or (found and _depends(walk.path, found)):
        found.add(Status.CONDITIONAL)
    if (report := reports.get(trigger.i)) is not None and _is_doubtful(report, cues, reports, depth):
        found.add(Status.HEDGED)
    return found


def find_own_status(trigger: "Token", cues: Cues) -> Status:
    """Return the status that cues on a trigger itself give: "his [alleged] accomplice", whatever governs it."""
    return _strongest(cues_on(trigger, cues))


def _strongest(found: set[Status]) -> Status:
    return next((status for status in PRECEDENCE if status in found), Status.ASSERTED)


def _phrases_before(trigger: "Token", path: "list[Token]", cues: Cues) -> Iterator[Status]:
    """Yield the statuses of fixed phrases shortly before a trigger: "no evidence that X met Y".

    A verb in between, or a comma, bars the way, but not one on the walk: "no longer opposes X and met Y".
    """
    first, walked = max(trigger.sent.start, trigger.i - PHRASE_REACH), {token.i for token in path}
    for token in trigger.doc[first : trigger.i]:
        if token.is_punct and token.text not in "-‑–":
            first = token.i + 1
        elif is_finite(token) and token.i not in walked:
            first = token.i
    text = f" {trigger.doc.span(first, trigger.i).text.lower()} "
    for status, group in cues.groups:
        if any(f" {phrase} " in text for phrase in group.phrases):
            yield status


def _is_denied_end(end: "Token", trigger: "Token", cues: Cues) -> bool:
    """Tell whether a claim is denied of one of its ends: "neither X nor Y", "but not X", "no one at X"."""
    while end.i != trigger.i and not is_verbal(end):
        if is_negated(end, cues):
            return True
        joins = {c.lower_ for c in end.children if c.dep_ == "cc"}
        if end.head.i == end.i or (end.dep_ == "conj" and not joins & NEGATIVE_COORDINATION):
            return False
        end = end.head
    return False


def _is_asked(trigger: "Token") -> bool:
    """Tell whether a trigger is what a question asks; "Why did X meet Y?" takes the meeting for a fact."""
    top = _clause_top(trigger)
    if top.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return False
    for token in trigger.doc[trigger.i + 1 : trigger.i + QUESTION_REACH]:
        if token.text in ENDS_OF_CLAUSES:
            return False
        if token.text == "?":
            return not any(t.lower_ in WONDERED_ABOUT for t in top.subtree if t.i < trigger.i)
    return False


def _clause_top(word: "Token") -> "Token":
    while word.dep_ in (*OBJECT, "conj", "xcomp", "obl", "nmod", "prep", "pobj") and word.head.i != word.i:
        word = word.head
    return word


def _is_supposed(trigger: "Token") -> bool:
    """Tell whether a trigger stands in a clause with inversion for "if": "Were X to meet Y, ..."."""
    opening = _opening(trigger)
    if len(opening) < 2 or opening[0].lower_ not in INVERTED_IF or opening[1].pos_ not in OF_NOUN_PHRASES:
        return False  # "but had been met by X"
    return trigger.sent[-1].text != "?"


def _opens_with_denial(trigger: "Token", cues: Cues) -> bool:
    """Tell whether a denial and an inversion open a trigger's clause: "Not once has X met Y", "Nor did X meet Y"."""
    opening = _opening(trigger)
    if len(opening) < 3 or opening[0].lower_ not in cues.negating.words or opening[1].lower_ in NOT_ONLY:
        return False
    auxiliary = next((t for t in opening if t.lemma_ in INVERTING or t.tag_ == "MD"), None)
    return auxiliary is not None and auxiliary.i - opening[0].i < len(opening) - 1 and auxiliary.nbor(1).pos_ != "VERB"


def _opening(trigger: "Token") -> "list[Token]":
    """Return the words of a trigger's clause before it, back to a comma or the like."""
    i, start = trigger.i, trigger.sent.start
    while i > start and not trigger.doc[i - 1].is_punct:
        i -= 1
    return [t for t in trigger.doc[i : trigger.i] if t.i > i or t.pos_ != "CCONJ"]


def _depends(path: "list[Token]", found: set[Status]) -> bool:
    """Tell whether what is planned or possible depends on an if-clause: "X would meet Y if ...".

    "would not meet Y unless" leaves the meeting open, "would not meet Y if" does not.
    """
    marks = {"unless"} if Status.NEGATED in found else {"if", "unless", "provided"}
    modal = next((verb for verb in path if any(c.tag_ == "MD" for c in verb.lefts)), None)
    if modal is None:
        return False
    if any(c.dep_ in ADVERBIAL_CLAUSE and _opens_with(marks, c) for c in modal.children):
        return True
    for token in modal.doc[modal.i + 1 : modal.sent.end]:  # an if-clause that is parsed as part of another
        if token.lower_ in marks - {"provided"}:
            return token.nbor(-1).lower_ not in ("even", "as", "and")
        if token.pos_ in ("VERB", "AUX"):
            return False
    return False


def _opens_with(marks: set[str], clause: "Token") -> bool:
    found = (c for c in clause.lefts if c.lower_ in marks)
    return any(mark.i == 0 or mark.nbor(-1).lower_ != "even" for mark in found)


def _is_doubtful(report: "Report", cues: Cues, reports: "Mapping[int, Report]", depth: int) -> bool:
    """Tell whether speech is hedged by what reports it: claimed, said by nobody named, or perhaps not said at all."""
    word = report.word
    if report.is_anonymous:
        return True
    if not is_verbal(word) or not depth:
        return False
    if names_of(word) & cues.hedging.verbs:
        return True
    return _strongest(_found(word, cues, reports, depth - 1)) not in (Status.ASSERTED, Status.PLANNED)
