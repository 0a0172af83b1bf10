"""Claims: ties and appointments with status, speaker and confidence, each once a sentence."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.actors import ActorFinder
from graph.extract.confidence import confidence_of
from graph.extract.mentions import MentionMaker
from graph.extract.parse import QUOTATION_MARKS, SENTENCE_MARKS, Parse
from graph.extract.speech import Reports, speaker_of
from graph.extract.status import find_own_status, find_status
from graph.extract.ties import Tie
from graph.extract.timing import Timing
from graph.model import Claim, Construction, Status
from graph.taxonomy import Taxonomy

if TYPE_CHECKING:
    from graph.extract.tokens import Doc


def find_claims(
    parse: Parse,
    ties: Iterable[Tie],
    reports: Reports,
    actors: ActorFinder,
    cues: Cues,
    taxonomy: Taxonomy,
    mention_of: MentionMaker,
) -> tuple[Claim, ...]:
    """Return the claims that ties make, in the order of the text; of equal ones in a sentence the surest."""
    best: dict[tuple[object, ...], Claim] = {}
    found = list(ties)
    timing = Timing(parse.doc, parse.article.published, {tie.trigger for tie in found}, actors.named, cues)
    for tie in found:
        claim = _claim(parse, tie, reports, actors, cues, timing, mention_of)
        key = _key(claim, symmetric=taxonomy.relation_type(claim.relation_type).symmetric)
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    return tuple(sorted(_once(best.values(), parse), key=lambda c: (c.trigger.start, c.id)))


def _once(claims: Iterable[Claim], parse: Parse) -> Iterator[Claim]:
    """Yield claims, but what a name says only once, in the first whole sentence that has it.

    "The Danish team" says whose team it is wherever it is named, and nothing new the second time. A headline is the
    weaker proof.
    """
    first: dict[tuple[object, ...], tuple[bool, Claim]] = {}
    sentences = parse.sentences()
    for claim in claims:
        if claim.construction is not Construction.NAME:
            yield claim
            continue
        is_cut = sentences[claim.sentence].span.of(parse.article.text)[-1] not in SENTENCE_MARKS | QUOTATION_MARKS
        key = (claim.relation_type, claim.source.chain, claim.target.chain)
        if key not in first or (is_cut, claim.sentence) < (first[key][0], first[key][1].sentence):
            first[key] = (is_cut, claim)
    yield from (claim for _, claim in first.values())


def _claim(
    parse: Parse,
    tie: Tie,
    reports: Reports,
    actors: ActorFinder,
    cues: Cues,
    timing: Timing,
    mention_of: MentionMaker,
) -> Claim:
    doc = parse.doc
    trigger = doc[tie.trigger]
    source, target = mention_of(tie.source), mention_of(tie.target)
    status = _status(doc, tie, reports, cues)
    speaker = None if tie.by_name else speaker_of(doc, trigger, reports, actors.at)
    span = parse.span_of(tie.first, tie.last + 1)
    sentence = mention_of.sentence_of[tie.trigger]
    return Claim(
        id=f"{target.article_id}:{sentence}:{tie.relation_type}:{source.span.start}-{span.start}-{target.span.start}",
        article_id=source.article_id,
        sentence=sentence,
        relation_type=tie.relation_type,
        source=source,
        trigger=span,
        lemma=tie.lemma,
        target=target,
        status=status,
        speaker=mention_of(speaker) if speaker is not None else None,
        when=None if tie.by_name else timing.when(trigger, status),
        confidence=confidence_of(doc, tie),
        construction=tie.construction,
        rule=f"{tie.construction}: {tie.words}",
    )


def _status(doc: "Doc", tie: Tie, reports: Reports, cues: Cues) -> Status:
    """Return the status of a tie; what is only recalled has that of the sentence which tells of it."""
    if tie.by_name:
        return Status.PLANNED if tie.coming else Status.ASSERTED
    if tie.coming:
        found = find_status(doc[tie.trigger], cues, reports)
        return Status.PLANNED if found is Status.ASSERTED else found
    if tie.aside:
        return _status_aside(doc, tie, reports, cues)
    if tie.told_at >= 0:
        return find_status(doc[tie.told_at], cues, reports)
    return find_status(doc[tie.trigger], cues, reports, (doc[tie.source.head], doc[tie.target.head]))


def _status_aside(doc: "Doc", tie: Tie, reports: Reports, cues: Cues) -> Status:
    """Return the status of what stands beside a clause; of the clause's only a plan or a condition holds for it too.

    "In an interview with the BBC, X denied ..." is asserted, "X will travel to Kigali for a meeting with Y" planned.
    """
    own = find_own_status(doc[tie.trigger], cues)
    if own is not Status.ASSERTED or tie.told_at < 0:
        return own
    told = find_status(doc[tie.told_at], cues, reports)
    return told if told in (Status.PLANNED, Status.CONDITIONAL) else own


def _key(claim: Claim, *, symmetric: bool) -> tuple[object, ...]:
    ends = (claim.source.chain, claim.target.chain)
    return (claim.sentence, claim.relation_type, *(sorted(ends) if symmetric else ends))
