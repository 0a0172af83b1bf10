"""Who says what: what reports each stretch of direct or indirect speech.

"Mr Lavrov said Russia wants ...", "“Putin doesn't want ...,” he said", "..., according to Mr Lavrov", "Mr Lavrov's
claim that ...". Nested speech belongs to the innermost speaker. What somebody is said to do by an infinitive or a
gerund of his own ("denied meeting X") is no speech, what he accuses another of is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.mentions import Found
from graph.extract.phrases import NOUN_CLAUSE, OBJECT, QUOTE_CLAUSE, RELATIVE_CLAUSE, prepositional
from graph.extract.quotations import find_quotations
from graph.extract.reports import COMMAS, Report, report_by, report_by_noun, subject_of
from graph.extract.subjects import is_content_clause

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

# Verbs of speech that may have an object beside what is said: whom it is said to.
ADDRESSING = frozenset("tell inform remind assure warn advise brief ask".split())
INSERTION_REACH = 15  # tokens between a quotation and the verb that reports it
SOURCE_REACH = 12  # tokens from "according" to the head of the source that it names


# By token: what reports the speech that it stands in, and who speaks there.
Reports = dict[int, Report]
Speakers = dict[int, "Token"]


def speakers_of(reports: Mapping[int, Report]) -> Speakers:
    """Return for each token inside speech the token that names its speaker, given what reports it."""
    return {i: report.speaker for i, report in reports.items() if report.speaker is not None}


def find_reports(doc: "Doc", cues: Cues) -> Reports:
    """Return for each token inside speech what reports it, the innermost where speech stands in speech."""
    found = [pair for token in doc for pair in _reported_by(token, cues)]
    found += [pair for token in doc if token.lower_ == "according" for pair in _told_by_source(token, cues)]
    reports: Reports = {}
    for report, part in sorted(found, key=lambda pair: pair[1].left_edge.i - pair[1].right_edge.i):  # widest first
        outside = _phrase_of(report, part) | _asides(report, part)
        reports.update((token.i, report) for token in part.subtree if token.i not in outside)
    _fill_quotations(doc, reports, cues)
    return reports


def speaker_of(
    doc: "Doc", token: "Token", reports: Mapping[int, Report], at: Callable[["Token"], list[Found]]
) -> Found | None:
    """Return the mention of the speaker in whose words a token stands, None for the article's own words."""
    report = reports.get(token.i)
    if report is None or report.speaker is None:
        return None
    return next(iter(at(doc[report.speaker.i])), None)


# --- What a word reports ------------------------------------------------------------------------------


def _reported_by(token: "Token", cues: Cues) -> Iterator[tuple[Report, "Token"]]:
    """Yield what a word reports, each clause with its report."""
    lemma = token.lemma_.lower()
    if lemma in cues.speech and lemma not in cues.factive and token.pos_ == "VERB":
        parts = list(_contents(token))
        if parts:
            report = report_by(token, subject_of(token), cues)
            yield from ((report, part) for part in parts)
    elif lemma in cues.accusing and token.pos_ == "VERB":
        report = report_by(token, subject_of(token), cues)
        yield from ((report, deed) for deed in token.rights if _is_deed(deed))
    elif lemma in cues.speech_nouns and token.pos_ == "NOUN":
        yield from ((report_by_noun(token, cues), clause) for clause in token.rights if _is_that_clause(clause))
    elif lemma in cues.speech_adjectives:
        clauses = [child for child in token.rights if child.dep_ == "ccomp"]
        yield from ((report_by(token, subject_of(token), cues), clause) for clause in clauses)


def _told_by_source(according: "Token", cues: Cues) -> Iterator[tuple[Report, "Token"]]:
    """Yield the clause around "according to Ann Hale", with her report of it."""
    for word in (according.head, according.head.head):
        for preposition, source in prepositional(word):
            if preposition == "according to" and abs(source.i - according.i) < SOURCE_REACH:
                yield report_by(source, source, cues), _clause_root(word)
                return


def _contents(verb: "Token") -> Iterator["Token"]:
    """Yield the clauses that a speech verb reports, before, after or around it."""
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and not _is_inserted(child)]
    yield from clauses
    for child in verb.children:
        if child.dep_ == "parataxis" and (child.i < verb.i or _opens_speech(child)):
            yield child
        elif child.dep_ == "advcl" and child.i < verb.i and _is_plain_clause(child):
            yield child  # "Vantor paid him, Ann Hale told the court", taken for an adverbial clause
    if not clauses and (_is_inserted(verb) or _is_as_clause(verb)):
        yield verb.head


def _is_inserted(verb: "Token") -> bool:
    """Tell whether a clause only says who says what stands around it: "Vantor, [Ann Hale said], paid him"."""
    if verb.dep_ not in QUOTE_CLAUSE or (verb.dep_ == "ccomp" and verb.i < verb.head.i):
        return False
    labels = {c.dep_ for c in verb.children}
    if "ccomp" in labels or (labels & OBJECT and verb.lemma_.lower() not in ADDRESSING):
        return False
    edge = verb.left_edge
    return edge.i > 0 and (edge.text in COMMAS or edge.nbor(-1).text in COMMAS)


def _is_as_clause(verb: "Token") -> bool:
    """Tell whether a clause is of the kind of "as Ann Hale said"."""
    return verb.dep_ == "advcl" and any(c.lower_ == "as" and c.i < verb.i for c in verb.children)


def _opens_speech(clause: "Token") -> bool:
    """Tell whether a clause behind a verb begins with a colon or an opening mark: "tweeted: “Vantor paid him.”"."""
    edge = clause.left_edge
    return edge.text in (":", "“", '"', "‘") or (edge.i > 0 and edge.nbor(-1).text == ":")


def _is_plain_clause(verb: "Token") -> bool:
    """Tell whether a clause has a finite verb and no conjunction."""
    is_finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.lefts)
    return is_finite and not any(c.dep_ in ("mark", "advmod") and c.tag_ in ("IN", "WRB") for c in verb.lefts)


def _is_that_clause(clause: "Token") -> bool:
    if clause.dep_ not in NOUN_CLAUSE | RELATIVE_CLAUSE | {"ccomp"}:
        return False
    return is_content_clause(clause)


def _is_deed(clause: "Token") -> bool:
    """Tell whether a clause is the deed that somebody is accused of: "of meeting X"."""
    return clause.tag_ == "VBG" and any(c.lower_ in ("of", "for") and c.dep_ in ("mark", "case") for c in clause.lefts)


def _clause_root(token: "Token") -> "Token":
    while token.dep_ not in ("ROOT", *QUOTE_CLAUSE, *RELATIVE_CLAUSE) and token.head.i != token.i:
        token = token.head
    return token


def _asides(report: Report, part: "Token") -> set[int]:
    """Return the tokens of relative clauses between commas in a sentence that ends in who says it.

    They are the article's own: "Vantor, which sued Bob Dorn in May, will pay him, Ann Hale said".
    """
    if not part.is_ancestor(report.word) and report.word.i < part.i:
        return set()
    clauses = (t for t in part.subtree if t.dep_ in RELATIVE_CLAUSE and t.left_edge.i > 0)
    return {t.i for c in clauses if c.left_edge.nbor(-1).text == "," or c.left_edge.text == "," for t in c.subtree}


def _phrase_of(report: Report, part: "Token") -> set[int]:
    """Return the tokens of the phrase that names the speaker, where it stands inside what is reported."""
    return {t.i for t in report.word.subtree} if part.is_ancestor(report.word) else set()


# --- Quotations ---------------------------------------------------------------------------------------


def _fill_quotations(doc: "Doc", reports: Reports, cues: Cues) -> None:
    """Give each quotation as a whole the report that a part of it, what stands beside it or the one before has."""
    for start, end in _runs(find_quotations(doc)):
        report = (
            _report_inside(reports, start, end)
            or _report_behind(doc, end, cues)
            or _report_before(doc, start, cues)
            or _report_continued(doc, reports, start)
        )
        if report is not None:
            for i in range(start, end):
                reports.setdefault(i, report)


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for i in range(1, len(numbers) + 1):
        if i == len(numbers) or numbers[i] != numbers[start]:
            if numbers[start]:
                yield start, i
            start = i


def _report_inside(reports: Reports, start: int, end: int) -> Report | None:
    """Return what reports a part of a quotation from outside: “It rained. Vantor paid him,” Ann Hale said."""
    found = (reports[i] for i in range(start, end) if i in reports)
    return next((report for report in found if not start <= report.word.i < end), None)


def _report_behind(doc: "Doc", end: int, cues: Cues) -> Report | None:
    """Return what follows a quotation that ends in a comma, a question mark or the like: “...,” Ann Hale claimed."""
    if end + 1 >= len(doc) or doc[end].text not in COMMAS:
        return None
    if not {doc[end - 1].text, doc[end + 1].text} & {",", "?", "!", "…", "–", "—"}:
        return None
    return _attribution(doc[end + 1 : end + 1 + INSERTION_REACH], cues)


def _report_before(doc: "Doc", start: int, cues: Cues) -> Report | None:
    """Return what leads to a quotation by a colon or a comma: Ann Hale said: “..."."""
    if start == 0 or doc[start - 1].text not in (":", ","):
        return None
    first = max(doc[start - 1].sent.start, start - INSERTION_REACH)
    return _attribution(reversed(doc[first:start]), cues)


def _attribution(tokens: "Iterable[Token]", cues: Cues) -> Report | None:
    """Return the report of the first speech verb among tokens, None if it has a clause of its own."""
    sentence = None
    for token in tokens:
        sentence = sentence or token.sent
        if token.sent.start != sentence.start:
            return None
        if token.pos_ == "VERB" and token.lemma_.lower() in cues.speech - cues.factive:
            has_clause = any(c.dep_ == "ccomp" and c.i > token.i for c in token.children)
            return None if has_clause else report_by(token, subject_of(token), cues)
    return None


def _report_continued(doc: "Doc", reports: Reports, start: int) -> Report | None:
    """Return what reports the sentence before a quotation that begins a sentence of its own."""
    if start == 0 or not doc[start].is_sent_start:
        return None
    before = doc[start - 1].sent
    found = [reports[t.i] for t in before if t.i in reports]
    return next((report for report in found if report.word.i == before.root.i), found[-1] if found else None)
