"""The knowledge base: what all articles together say, and the passages that prove it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.model import (
    Actor,
    Claim,
    ClaimMark,
    Extraction,
    Highlight,
    KnowledgeBase,
    Mark,
    Mention,
    Passage,
    ReadingView,
    Relation,
    Selection,
    Sentence,
    Status,
    TextSpan,
)
from graph.resolve import resolve
from graph.taxonomy import Taxonomy

FIRMNESS = {status: rank for rank, status in enumerate(Status)}


def build_knowledge(extractions: Sequence[Extraction], taxonomy: Taxonomy) -> KnowledgeBase:
    """Return the knowledge base of some extractions, in their order."""
    resolution = resolve(extractions)
    articles = {e.article.id: e.article for e in extractions}
    grouped: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    inner: list[Claim] = []
    for claim in (claim for e in extractions for claim in e.claims):
        source = resolution.actor_ids[claim.article_id, claim.source.chain]
        target = resolution.actor_ids[claim.article_id, claim.target.chain]
        if source == target:  # two chains of one article may turn out to be one actor
            inner.append(claim)
            continue
        if taxonomy.relation_type(claim.relation_type).symmetric:
            source, target = sorted((source, target))
        grouped[source, claim.relation_type, target].append(claim)
    dates = {article_id: article.published for article_id, article in articles.items()}
    relations = (build_relation(*ends, claims, taxonomy, dates) for ends, claims in grouped.items())
    return KnowledgeBase(
        articles=articles,
        sentences={e.article.id: e.sentences for e in extractions},
        actors=resolution.actors,
        relations={relation.id: relation for relation in relations},
        actor_ids=resolution.actor_ids,
        inner=tuple(inner),
    )


def build_relation(
    source: str,
    relation_type: str,
    target: str,
    claims: Sequence[Claim],
    taxonomy: Taxonomy,
    dates: dict[str, str | None],
) -> Relation:
    """Return the relation that claims of one type between two actors make; `dates` are those of the articles."""
    seen = sorted(date for article_id in {c.article_id for c in claims} if (date := dates[article_id]))
    return Relation(
        id=f"{source}>{relation_type}>{target}",
        source=source,
        type=relation_type,
        family=taxonomy.relation_type(relation_type).family,
        target=target,
        claims=tuple(claims),
        weight=len({(c.article_id, c.sentence) for c in claims}),
        article_count=len({c.article_id for c in claims}),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        status=min((c.status for c in claims), key=FIRMNESS.__getitem__),
    )


def passages(
    knowledge: KnowledgeBase,
    taxonomy: Taxonomy,
    selection: Selection,
    *,
    keep: frozenset[str] | None = None,
) -> tuple[Passage, ...]:
    """Return the proof of what is selected, firm claims first, then those of earlier articles and places.

    For an actor its claims come first, then the sentences that only mention it. `keep` limits the claims to those ids.
    """
    if selection.what == "relation" and selection.id in knowledge.relations:
        return tuple(_claim_passages(knowledge, taxonomy, [knowledge.relations[selection.id]], keep))
    if selection.what != "actor" or selection.id not in knowledge.actors:
        return ()
    ends = [r for r in knowledge.relations.values() if selection.id in (r.source, r.target)]
    told = {(c.article_id, c.sentence) for r in ends for c in r.claims}  # a claim kept out is no bare mention either
    mentions = _mention_passages(knowledge, knowledge.actors[selection.id], told)
    return (*_claim_passages(knowledge, taxonomy, ends, keep), *mentions)


def claim_passages(knowledge: KnowledgeBase, taxonomy: Taxonomy, claim_ids: Collection[str]) -> Mapping[str, Passage]:
    """Return the sentences that make these claims, by claim; an id that is not known is left out."""
    wanted = frozenset(claim_ids)
    told = ((relation, claim) for relation in knowledge.relations.values() for claim in relation.claims)
    return {c.id: claim_passage(knowledge, taxonomy, r, c) for r, c in told if c.id in wanted}


def leave_out(knowledge: KnowledgeBase, actor_ids: Collection[str]) -> KnowledgeBase:
    """Return the knowledge without some actors and their relations; one who speaks in what is left stays, alone."""
    gone = set(actor_ids)
    relations = {r.id: r for r in knowledge.relations.values() if not gone & {r.source, r.target}}
    claims = (claim for relation in relations.values() for claim in relation.claims)
    gone -= {knowledge.actor_of(claim.speaker).id for claim in claims if claim.speaker}
    return replace(
        knowledge,
        actors={actor.id: actor for actor in knowledge.actors.values() if actor.id not in gone},
        relations=relations,
        actor_ids={chain: actor_id for chain, actor_id in knowledge.actor_ids.items() if actor_id not in gone},
        inner=(),
    )


def build_reading(knowledge: KnowledgeBase, taxonomy: Taxonomy, article_id: str) -> ReadingView:
    """Return an article with its claims and the mentions in it; of mentions inside one another the outermost."""
    marks: list[Mark] = []
    inside = (
        (mention, actor)
        for actor in knowledge.actors.values()
        for mention in actor.mentions
        if mention.article_id == article_id
    )
    for mention, actor in sorted(inside, key=lambda pair: (pair[0].span.start, -pair[0].span.end)):
        if not marks or mention.span.start >= marks[-1].span.end:
            marks.append(Mark(mention.span, actor.id, actor.kind))
    claims = [
        ClaimMark(claim.trigger, relation.id, relation.family, claim.status, _told(knowledge, taxonomy, relation))
        for relation in knowledge.relations.values()
        for claim in relation.claims
        if claim.article_id == article_id
    ]
    claims.sort(key=lambda mark: (mark.span.start, -mark.span.end, FIRMNESS[mark.status]))
    sentences = tuple(sentence.span for sentence in knowledge.sentences[article_id])
    return ReadingView(knowledge.articles[article_id], tuple(marks), tuple(claims), sentences)


def _told(knowledge: KnowledgeBase, taxonomy: Taxonomy, relation: Relation) -> str:
    """Return a relation in words: "Donald Trump fired James Comey"."""
    source, target = knowledge.actors[relation.source], knowledge.actors[relation.target]
    return f"{source.name} {taxonomy.relation_type(relation.type).label} {target.name}"


def _claim_passages(
    knowledge: KnowledgeBase, taxonomy: Taxonomy, relations: Iterable[Relation], keep: frozenset[str] | None
) -> Iterator[Passage]:
    claims = [(r, c) for r in relations for c in r.claims if keep is None or c.id in keep]
    told_in = {c.article_id for _, c in claims}
    # Most relations are told in one article, and an export asks for each of thousands.
    ordered = (
        (article_id for article_id in knowledge.articles if article_id in told_in) if len(told_in) > 1 else told_in
    )
    order = {article_id: n for n, article_id in enumerate(ordered)}
    claims.sort(key=lambda rc: (FIRMNESS[rc[1].status], order[rc[1].article_id], rc[1].trigger.start))
    return (claim_passage(knowledge, taxonomy, relation, claim) for relation, claim in claims)


def claim_passage(knowledge: KnowledgeBase, taxonomy: Taxonomy, relation: Relation, claim: Claim) -> Passage:
    """Return the sentence that makes a claim of a relation, ready to read."""
    return _passage(
        knowledge,
        knowledge.sentences[claim.article_id][claim.sentence],
        ((claim.source.span, "source"), (claim.trigger, "trigger"), (claim.target.span, "target")),
        claim_id=claim.id,
        relation_id=relation.id,
        relation=_told(knowledge, taxonomy, relation),
        status=claim.status,
        speaker=knowledge.actor_of(claim.speaker).name if claim.speaker is not None else None,
        when=claim.when,
        rule=claim.rule,
        confidence=claim.confidence,
    )


def _mention_passages(knowledge: KnowledgeBase, actor: Actor, told: set[tuple[str, int]]) -> Iterator[Passage]:
    by_sentence: defaultdict[tuple[str, int], list[Mention]] = defaultdict(list)
    for mention in actor.mentions:
        by_sentence[mention.article_id, mention.sentence].append(mention)
    for (article_id, index), mentions in by_sentence.items():
        sentence = knowledge.sentences[article_id][index]
        if (article_id, index) not in told:
            yield _passage(knowledge, sentence, tuple((m.span, "mention") for m in mentions))


def _passage(
    knowledge: KnowledgeBase,
    sentence: Sentence,
    parts: Sequence[tuple[TextSpan, str]],
    *,
    claim_id: str | None = None,
    relation_id: str | None = None,
    relation: str | None = None,
    status: Status | None = None,
    speaker: str | None = None,
    when: str | None = None,
    rule: str | None = None,
    confidence: float | None = None,
) -> Passage:
    article = knowledge.articles[sentence.article_id]
    siblings = knowledge.sentences[sentence.article_id]
    span = sentence.span
    return Passage(
        article_id=article.id,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        author=article.author,
        start=span.start,
        end=span.end,
        text=span.of(article.text),
        before=siblings[sentence.index - 1].span.of(article.text) if sentence.index else "",
        after=siblings[sentence.index + 1].span.of(article.text) if sentence.index + 1 < len(siblings) else "",
        highlights=_highlights(span, parts),
        claim_id=claim_id,
        relation_id=relation_id,
        relation=relation,
        status=status,
        speaker=speaker,
        when=when,
        rule=rule,
        confidence=confidence,
    )


def _highlights(sentence: TextSpan, parts: Sequence[tuple[TextSpan, str]]) -> tuple[Highlight, ...]:
    """Return the marked parts of a sentence in order, never overlapping: the shorter of two keeps its whole stretch.

    In "the US President called ..." the target "US" lies inside the source "the US President".
    """
    ranked = sorted(parts, key=lambda part: part[0].start - part[0].end)[::-1]  # of two as short, the later one first
    inside = [(max(span.start, sentence.start), min(span.end, sentence.end), role) for span, role in ranked]
    ends = sorted({end for start, stop, _ in inside if start < stop for end in (start, stop)})
    marked: list[Highlight] = []
    for start, stop in pairwise(ends):
        role = next((role for first, last, role in inside if first <= start and stop <= last), None)
        here = start - sentence.start, stop - sentence.start
        if role is None:
            continue
        if marked and marked[-1].end == here[0] and marked[-1].role == role:
            marked[-1] = Highlight(marked[-1].start, here[1], role)
        else:
            marked.append(Highlight(*here, role))
    return tuple(marked)
