"""Ties that a judgement makes: who praises, blames or calls on whom by what he says of him.

"Called Ann Hale a liar" and "said that Ann Hale was a liar" criticise her, "said that Ann Hale should resign" urges
her. What somebody asks, doubts or denies judges nobody.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.cue_walk import cues_on
from graph.extract.mentions import Found
from graph.extract.phrases import AUXILIARY, QUOTE_CLAUSE, RELATIVE_PRONOUNS, SUBJECT, conjuncts
from graph.extract.reasons import verb_reason
from graph.extract.reports import Report
from graph.extract.roles import arguments
from graph.extract.speech import Reports
from graph.extract.subjects import is_passive, predicate_subject
from graph.extract.ties import FrameFiller, Tie
from graph.extract.verb_parts import NEGATIONS, named_as
from graph.judgements import Judgements, load_judgements
from graph.model import Construction

if TYPE_CHECKING:
    from graph.extract.tokens import Token

OBLIGING = frozenset({"should", "must", "ought"})
PRAISED, CRITICISED, URGED = "praised", "criticised", "urged"


class JudgingTies:
    """Finds the ties of judgements; `reports` say who says what."""

    def __init__(self, frames: FrameFiller, cues: Cues, reports: Reports) -> None:
        self._frames = frames
        self._cues = cues
        self._reports = reports
        self._judgements: Judgements = load_judgements()

    def of(self, token: "Token") -> Iterator[Tie]:
        """Yield the ties that a token makes: a verb of naming, or what somebody says of another."""
        if token.pos_ == "VERB" and token.lemma_.lower() in self._judgements.naming:
            yield from self._named(token)
        report = self._reports.get(token.i)
        if report is None or report.speaker is None or not self._asserts(report, token):
            return
        verdict, judged = self._verdict_on(token)
        if not verdict:
            return
        said = report.word
        for source in self._frames.at(token.doc[report.speaker.i])[:1]:
            for target in judged:
                if source.chain != target.chain:
                    reason = (Construction.ACTIVE, f"{said.text} … {token.text}")
                    yield Tie(verdict, source, target, said.i, said.i, said.i, said.lemma_, *reason)

    def _named(self, verb: "Token") -> Iterator[Tie]:
        """Yield whom a verb judges by what it calls him or his doings: "called Ann Hale's plan absurd"."""
        verdict = next((v for word in named_as(verb) if (v := self._value(word))), "")
        if not verdict:
            return
        given = arguments(verb)
        slots = self._frames.filled(given)
        named = [a.token for a in given if a.slot in ("patient", "recipient")]
        targets = slots.get("patient") or slots.get("recipient") or self._frames.owners(named)
        for source in slots.get("agent", []):
            for target in targets:
                if source.chain != target.chain:
                    reason = verb_reason(verb, verb.lemma_, (("agent", source), ("patient", target)))
                    yield Tie(verdict, source, target, verb.i, verb.i, verb.i, verb.lemma_, *reason)

    def _asserts(self, report: Report, token: "Token") -> bool:
        """Tell whether a clause is what a verb in its sentence asserts, not what is only told beside it."""
        word = report.word
        if (
            word.pos_ != "VERB"
            or word.lemma_.lower() not in self._judgements.asserting
            or word.sent.start != token.sent.start
        ):
            return False
        while token.dep_ == "conj":
            token = token.head
        return token.dep_ in QUOTE_CLAUSE | {"ROOT"} and token.i != word.i

    def _verdict_on(self, word: "Token") -> tuple[str, list[Found]]:
        """Return the relation type of what a clause's head says of its subject, with whom it says it of."""
        if (subject := predicate_subject(word)) is not None:
            verdict = "" if self._is_unsure(word) else self._value(word)
            return verdict, (self._frames.at(subject) or self._frames.owners([subject])) if verdict else []
        if word.pos_ != "VERB" or is_passive(word):
            return "", []
        auxiliaries = {c.lower_ for c in word.lefts if c.dep_ in AUXILIARY}
        if not auxiliaries & OBLIGING or word.tag_ != "VB" or auxiliaries & {"have", "be"}:
            return "", []
        own = (c for c in word.children if c.dep_ in SUBJECT and c.lower_ not in RELATIVE_PRONOUNS)
        return URGED, self._frames.mentions(t for c in own for t in conjuncts(c))

    def _is_unsure(self, word: "Token") -> bool:
        """Tell whether a clause denies, supposes or foresees what it says."""
        return bool(cues_on(word, self._cues))

    def _value(self, word: "Token") -> str:
        """Return the relation type of a noun's or an adjective's judgement, "" for none: "a brilliant [player]"."""
        judgements = self._judgements
        if any(c.lower_ in NEGATIONS | {"no", "hardly"} for c in word.lefts):
            return ""
        words = {w.lemma_.lower() for t in conjuncts(word) for w in (t, *(c for c in t.lefts if c.dep_ == "amod"))}
        blames, praises = words & judgements.disapproving, words & judgements.approving
        if bool(blames) == bool(praises):
            return ""
        return CRITICISED if blames else PRAISED
