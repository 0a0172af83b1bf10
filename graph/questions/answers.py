"""Answers: the claims that a question asks for, ranked, with their sentences and a line that sums them up."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.filters import STATUS_WORDS
from graph.intervals import Interval, interval_of
from graph.knowledge import FIRMNESS, claim_passage
from graph.model import Claim, KnowledgeBase, Relation, Status
from graph.paths import find_routes
from graph.questions.values import FACTS, Answer, Asked, End, Pattern, Question
from graph.questions.wording import describe
from graph.taxonomy import Taxonomy
from graph.ties import Ties
from graph.titles import LEADS
from graph.words import dated

MOST_PASSAGES = 50
MOST_NAMED = 8
BODIES = ("organisation", "group")  # whose head stands for them
WHO_FAMILIES = ("affiliation", "kinship")  # what says who somebody is


@dataclass(frozen=True, slots=True)
class _Match:
    """A claim that answers, whom it names as the answer, who stands at the other end, and if its own date fits."""

    relation: Relation
    claim: Claim
    named: tuple[str, ...]
    others: tuple[str, ...]
    is_dated: bool


def answer_path(text: str, question: Question, kb: KnowledgeBase, taxonomy: Taxonomy, ties: Ties) -> Answer:
    """Return how two actors are tied; `ties` are those of all claims."""
    routes = find_routes(ties, kb, *question.actor_ids)
    claim_ids = dict.fromkeys(hop.claim_id for route in routes.best for hop in route.hops)
    told = ((r, c) for r in kb.relations.values() for c in r.claims if c.id in claim_ids)
    passages = {claim.id: claim_passage(kb, taxonomy, relation, claim) for relation, claim in told}
    return Answer(
        text,
        question,
        describe(question, kb, taxonomy),
        routes.explanation,
        actor_ids=question.actor_ids,
        claim_ids=tuple(claim_ids),
        passages=tuple(passages[claim_id] for claim_id in claim_ids),
        routes=routes,
    )


def answer_claims(text: str, question: Question, kb: KnowledgeBase, taxonomy: Taxonomy) -> Answer:
    """Return the claims that answer a question, the first of them with their sentences."""
    return _Answerer(kb, taxonomy, question).fill(Answer(text, question, describe(question, kb, taxonomy)))


class _Answerer:
    """Finds, ranks and sums up what answers one question."""

    def __init__(self, kb: KnowledgeBase, taxonomy: Taxonomy, question: Question) -> None:
        self.kb = kb
        self.taxonomy = taxonomy
        self.question = question
        self.order = {article_id: number for number, article_id in enumerate(kb.articles)}

    def fill(self, answer: Answer) -> Answer:
        """Return the answer with what was found."""
        matches = self.ranked(self.kept(list(self.matches(self.question))))
        led = "" if matches else self.widen()
        if led:
            matches = self.ranked(self.kept(list(self.matches(self.question))))
        actor_ids = tuple(dict.fromkeys(actor_id for match in matches for actor_id in match.named))
        passages = (claim_passage(self.kb, self.taxonomy, m.relation, m.claim) for m in matches[:MOST_PASSAGES])
        return replace(
            answer,
            understood=f"{answer.understood}, or who leads it" if led else answer.understood,
            summary=led + self.summary(matches, actor_ids),
            actor_ids=self.question.actor_ids or actor_ids,
            claim_ids=tuple(match.claim.id for match in matches),
            passages=tuple(passages),
        )

    def widen(self) -> str:
        """Ask "what did X do to the FBI?" of who leads it, and return words for that; "" where nothing comes of it."""
        (first, *others) = self.question.patterns
        if self.question.asked is not Asked.CLAIMS or others or first.either_way or first.types or not first.target.ids:
            return ""
        bodies = [i for i in first.target.ids if self.kb.actors[i].kind in BODIES]
        leads = (r for r in self.kb.relations.values() if r.type == LEADS and r.target in bodies)
        heads = tuple(dict.fromkeys(r.source for r in leads if r.status in FACTS and r.source not in first.source.ids))
        wider = replace(self.question, patterns=(replace(first, target=End(heads)),))
        if not heads or not any(self.matches(wider)):
            return ""
        self.question = wider
        names = (" and ".join(self.kb.actors[actor_id].name for actor_id in ids) for ids in (bodies, heads))
        return "Nothing of {} itself; of {} at its head ".format(*names)

    def matches(self, question: Question) -> Iterator[_Match]:
        for relation in self.kb.relations.values():
            if question.asked is Asked.WHO_IS and relation.family not in WHO_FAMILIES:
                continue
            for claim in relation.claims:
                if claim.status in self.statuses(question):
                    fits = (self.fitting(pattern, relation, claim) for pattern in question.patterns)
                    match = next((match for match in fits if match is not None), None)
                    if match is not None:
                        yield match

    def statuses(self, question: Question) -> Sequence[Status]:
        return (*question.statuses, Status.NEGATED) if question.also_denied else question.statuses

    def fitting(self, pattern: Pattern, relation: Relation, claim: Claim) -> _Match | None:
        """Return how a claim fits a pattern, None where it does not."""
        if pattern.types and relation.type not in pattern.types:
            return None
        either_way = pattern.either_way or self.taxonomy.relation_type(relation.type).symmetric
        ways = [(relation.source, relation.target), (relation.target, relation.source)]
        for source, target in ways if either_way else ways[:1]:
            if self.is_end(pattern.source, source) and self.is_end(pattern.target, target):
                ends = ((pattern.source, source), (pattern.target, target))
                return self.matching(pattern, relation, claim, ends)
        return None

    def matching(
        self, pattern: Pattern, relation: Relation, claim: Claim, ends: Sequence[tuple[End, str]]
    ) -> _Match | None:
        """Return the match of a claim whose ends fit, None where its speaker or its time does not."""
        speaker = self.kb.actor_of(claim.speaker).id if claim.speaker is not None else None
        asks_speaker = self.question.asked is Asked.SPEAKERS
        is_dated = self.is_dated(claim)
        if is_dated is None or (asks_speaker and speaker is None):
            return None
        if pattern.speakers and speaker not in pattern.speakers:
            return None
        named = tuple(actor_id for end, actor_id in ends if end.is_asked)
        others = tuple(actor_id for end, actor_id in ends if not end.is_asked)
        return _Match(relation, claim, (speaker,) if asks_speaker and speaker else named, others, is_dated)

    def is_end(self, end: End, actor_id: str) -> bool:
        return (not end.ids or actor_id in end.ids) and (not end.kinds or self.kb.actors[actor_id].kind in end.kinds)

    def is_dated(self, claim: Claim) -> bool | None:
        """Tell whether a claim's own date fits, or that of its article where it has none (False); None for neither."""
        within = self.question.within
        own = interval_of(claim.when or "")
        if within is None:
            return own is not None
        if own is not None:
            return True if _is_inside(own, within) else None
        published = interval_of(self.kb.articles[claim.article_id].published or "")
        return False if published is not None and _is_inside(published, within) else None

    @property
    def wanted(self) -> set[str]:
        """Return the actors of whom all are asked for: "who met Lavrov and Kislyak?"."""
        return {i for p in self.question.patterns for end in (p.source, p.target) if end.every for i in end.ids}

    def kept(self, matches: list[_Match]) -> list[_Match]:
        """Return the matches of those of whom all is told that was asked: of everyone listed, both told and denied."""
        wanted = self.wanted
        if wanted and self.question.asked is Asked.ACTORS:
            met: defaultdict[str, set[str]] = defaultdict(set)
            for match in matches:
                for actor_id in match.named:
                    met[actor_id].update(match.others)
            matches = [match for match in matches if any(met[actor_id] >= wanted for actor_id in match.named)]
        if self.question.also_denied:
            denied = {
                (i, match.others) for match in matches for i in match.named if match.claim.status is Status.NEGATED
            }
            told = {(i, match.others) for match in matches for i in match.named if match.claim.status in FACTS}
            both = denied & told
            matches = [match for match in matches if any((i, match.others) in both for i in match.named)]
        return matches

    def is_own(self, match: _Match) -> bool:
        """Tell whether a denial may be that of whom it is about, not another speaker's."""
        return match.claim.speaker is None or self.kb.actor_of(match.claim.speaker).id in match.named

    def ranked(self, matches: list[_Match]) -> list[_Match]:
        """Return the firmest first, then what fits by its own date, then of whom more is told, then the surest."""
        told = Counter(actor_id for match in matches for actor_id in match.named)
        return sorted(
            matches,
            key=lambda m: (
                FIRMNESS[m.claim.status],
                bool(self.question.within) and not m.is_dated,
                -max((told[actor_id] for actor_id in m.named), default=0),
                m.named,
                -m.claim.confidence,
                self.order[m.claim.article_id],
                m.claim.trigger.start,
            ),
        )

    # --- In words ---

    def summary(self, matches: Sequence[_Match], actor_ids: Sequence[str]) -> str:
        asked = self.question.asked
        if asked is Asked.WHO_IS:
            return self.portrait()
        if not matches:
            return self.nothing()
        if asked is Asked.WHEN:
            return self.times(matches)
        if asked is Asked.WHETHER:
            return self.whether(matches)
        if asked is Asked.CLAIMS:
            return f"{_counted(len({m.claim.id for m in matches}), 'claim')}: {_statuses(matches)}."
        named = [self.kb.actors[actor_id].name for actor_id in actor_ids]
        more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
        return f"{', '.join(named[:MOST_NAMED])}{more}: {_statuses(matches)}."

    def nothing(self) -> str:
        """Say that nothing answers, and what else is told of the same, if anything."""
        if self.question.also_denied:
            return "No sentence of these articles both says and denies so."
        if self.wanted and self.question.asked is Asked.ACTORS:
            return "Nobody is named of whom all of this is told."
        other = list(self.matches(replace(self.question, statuses=tuple(Status))))
        return f"No sentence says so; {_statuses(other)}." if other else "No sentence of these articles says so."

    def whether(self, matches: Sequence[_Match]) -> str:
        told = [match for match in matches if match.claim.status is not Status.NEGATED]
        missing = self.wanted - {i for match in told for i in match.others}
        if told and missing:
            names = " and ".join(sorted(self.kb.actors[actor_id].name for actor_id in missing))
            return f"Not said of {names}; of the others {_statuses(matches)}."
        return f"{self.verdict(matches)}: {_statuses(matches)}."

    def verdict(self, matches: Sequence[_Match]) -> str:
        """Say how far the articles stand by it: what only somebody in them says is no plain yes."""
        if not any(match.claim.status is Status.ASSERTED for match in matches):
            return "Only denied" if matches[0].claim.status is Status.NEGATED else "Not certain"
        if any(match.claim.status is Status.NEGATED for match in matches):
            return "Disputed"
        if self.question.within and not any(match.is_dated for match in matches):
            return "Reported then, of no date"
        stated = [match.claim.speaker for match in matches if match.claim.status is Status.ASSERTED]
        speakers = dict.fromkeys(self.kb.actor_of(speaker).name for speaker in stated if speaker is not None)
        return f"Said by {' and '.join(speakers)}" if None not in stated else "Yes"

    def times(self, matches: Sequence[_Match]) -> str:
        days = Counter(match.claim.when for match in matches if match.claim.when)
        if days:
            return (
                ", ".join(f"{dated(when)} ({_counted(count, 'sentence')})" for when, count in days.most_common()) + "."
            )
        articles = (self.kb.articles[match.claim.article_id].published for match in matches)
        published = min((day for day in articles if day), default=None)
        return f"No sentence says when{f'; it was first reported on {dated(published)}' if published else ''}."

    def portrait(self) -> str:
        lines = []
        for actor in (self.kb.actors[actor_id] for actor_id in self.question.actor_ids):
            kind = self.taxonomy.kinds[actor.kind].label
            also = f"; also called {', '.join(actor.aliases)}" if actor.aliases else ""
            lines.append(f"{actor.name}: {', '.join([kind, *actor.roles])}{also}.")
        return " ".join(lines)


def _is_inside(inner: Interval, outer: Interval) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _statuses(matches: Sequence[_Match]) -> str:
    """Return "stated as fact in 2 sentences, denied in 1"."""
    sentences = {(m.claim.status, m.claim.article_id, m.claim.sentence) for m in matches}
    counts = Counter(status for status, *_ in sentences)
    parts = [f"{STATUS_WORDS[status]} in {_counted(counts[status], 'sentence')}" for status in Status if counts[status]]
    return ", ".join(parts)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
