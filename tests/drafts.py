"""Drafts of articles, and `make_knowledge`, which turns them into a whole KnowledgeBase with true offsets.

In a draft's sentence a mention is written `[actor id|words]`: "[person:mara-venn|She] fired [person:tobias-ek|him]."
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.frames import ActorKind, RelationType
from graph.model import (
    Actor,
    Article,
    Claim,
    Construction,
    Form,
    KnowledgeBase,
    Mention,
    Relation,
    RemovedSpan,
    Sentence,
    Status,
    TextSpan,
)
from graph.taxonomy import Taxonomy, load_taxonomy

FAMILIES = {
    "met": "contact",
    "visited": "contact",
    "praised": "praise",
    "accused": "criticism",
    "criticised": "criticism",
    "warned": "directive",
    "funded": "cooperation",
    "attacked": "conflict",
    "investigated": "legal",
    "sanctioned": "legal",
    "sued": "legal",
    "blocked": "opposition",
    "fired": "personnel",
    "works_for": "affiliation",
    "leads": "affiliation",
    "related_to": "kinship",
    "paid": "business",
    "outwit": "other",
}
_PRONOUNS = {"he", "she", "him", "her", "it", "they", "them"}
_MARKED = re.compile(r"\[([a-z]+:[^|\]]+)\|([^\]]+)\]")
_FIRMEST_FIRST = tuple(Status)


def small_taxonomy() -> Taxonomy:
    """Return the four kinds of actors and the drafts' types without frames; "met" and "related_to" are symmetric."""
    kinds = {"person": "PERSON", "organisation": "ORG", "place": "GPE", "group": "GROUP"}
    plurals = {"person": "people"}
    symmetric = {"met", "related_to"}
    labels = {type_id: type_id.replace("_", " ") for type_id in FAMILIES}
    return Taxonomy(
        kinds={kind: ActorKind(kind, kind, plurals.get(kind, f"{kind}s"), code) for kind, code in kinds.items()},
        types={
            type_id: RelationType(type_id, family, labels[type_id], f"({labels[type_id]} it)", type_id in symmetric)
            for type_id, family in FAMILIES.items()
        },
        families=tuple(dict.fromkeys(FAMILIES.values())),
        frames={},
        irregular={},
        verb_forms={},
        phrasal=frozenset(),
        version="drafts",
    )


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """A claim of a drafted sentence: the ids of its ends, the words that say it, an ISO date, and how sure it is."""

    source: str
    type: str
    target: str
    trigger: str
    status: Status = Status.ASSERTED
    speaker: str | None = None
    when: str | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence with its mentions marked, and the claims it makes."""

    words: str
    claims: tuple[DraftClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftArticle:
    """An article to be laid out: its sentences in order, and a last line that is boilerplate."""

    id: str
    title: str
    sentences: tuple[DraftSentence, ...]
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    boilerplate: str = ""


def make_knowledge(articles: Sequence[DraftArticle], actors: Iterable[Actor]) -> KnowledgeBase:
    """Return the knowledge base that the drafts say, with an Actor's mentions and a Relation's counts filled in."""
    listed = {actor.id: actor for actor in actors}
    laid_out, sentences = {}, {}
    actor_ids: dict[tuple[str, int], str] = {}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    claims: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for draft in articles:
        page = _Page(draft.id)
        for index, sentence in enumerate(draft.sentences):
            for actor_id, mention in page.write(index, sentence.words):
                mentions[actor_id].append(mention)
            for claim in sentence.claims:
                claims[claim.source, claim.type, claim.target].append(page.claim(index, claim))
        laid_out[draft.id] = page.article(draft)
        sentences[draft.id] = tuple(page.sentences)
        actor_ids.update({(draft.id, chain): actor_id for actor_id, chain in page.chains.items()})
    dates = {article_id: article.published for article_id, article in laid_out.items()}
    relations = [_make_relation(*key, tuple(found), dates) for key, found in claims.items()]
    return KnowledgeBase(
        articles=laid_out,
        sentences=sentences,
        actors={actor.id: replace(actor, mentions=tuple(mentions[actor.id])) for actor in listed.values()},
        relations={relation.id: relation for relation in relations},
        actor_ids=actor_ids,
    )


class _Page:
    """An article while it is being laid out."""

    def __init__(self, article_id: str) -> None:
        self.article_id = article_id
        self.text = ""
        self.sentences: list[Sentence] = []
        self.chains: dict[str, int] = {}
        self.in_sentence: dict[tuple[int, str], list[Mention]] = defaultdict(list)
        self.claim_count = 0

    def write(self, index: int, marked: str) -> list[tuple[str, Mention]]:
        """Add a sentence; return its mentions with the actors they mean."""
        self.text += " " if self.text else ""
        start, end, found = len(self.text), 0, []
        for match in _MARKED.finditer(marked):
            actor_id, words = match.groups()
            self.text += marked[end : match.start()]
            span = TextSpan(len(self.text), len(self.text) + len(words))
            chain = self.chains.setdefault(actor_id, len(self.chains))
            mention = Mention(self.article_id, index, span, _form(words), actor_id.partition(":")[0], chain)
            self.in_sentence[index, actor_id].append(mention)
            found.append((actor_id, mention))
            self.text += words
            end = match.end()
        self.text += marked[end:]
        self.sentences.append(Sentence(self.article_id, index, TextSpan(start, len(self.text))))
        return found

    def claim(self, index: int, draft: DraftClaim) -> Claim:
        """Return a claim of the `index`-th sentence."""
        span = self.sentences[index].span
        at = self.text.index(draft.trigger, span.start, span.end)
        self.claim_count += 1
        return Claim(
            id=f"{self.article_id}:{self.claim_count}",
            article_id=self.article_id,
            sentence=index,
            relation_type=draft.type,
            source=self.in_sentence[index, draft.source][0],
            trigger=TextSpan(at, at + len(draft.trigger)),
            lemma=draft.trigger,
            target=self.in_sentence[index, draft.target][-1],
            status=draft.status,
            speaker=self.in_sentence[index, draft.speaker][0] if draft.speaker else None,
            when=draft.when,
            confidence=draft.confidence,
            construction=Construction.ACTIVE,
            rule=f"active: {draft.trigger}",
        )

    def article(self, draft: DraftArticle) -> Article:
        """Return the finished article."""
        removed: tuple[RemovedSpan, ...] = ()
        if draft.boilerplate:
            self.text += "\n\n"
            start = len(self.text)
            self.text += draft.boilerplate
            removed = (RemovedSpan(TextSpan(start, len(self.text)), "an invitation to subscribe"),)
        return Article(draft.id, draft.title, self.text, draft.outlet, draft.published, draft.url, removed)


def _form(words: str) -> Form:
    if words.lower() in _PRONOUNS:
        return Form.PRONOUN
    return Form.NOMINAL if words.startswith("the ") else Form.NAME


def _make_relation(
    source: str, type_id: str, target: str, claims: tuple[Claim, ...], dates: dict[str, str | None]
) -> Relation:
    seen = sorted(date for claim in claims if (date := dates[claim.article_id]))
    return Relation(
        id=f"{source}>{type_id}>{target}",
        source=source,
        type=type_id,
        family=FAMILIES.get(type_id) or load_taxonomy().relation_type(type_id).family,
        target=target,
        claims=claims,
        weight=len({(claim.article_id, claim.sentence) for claim in claims}),
        article_count=len({claim.article_id for claim in claims}),
        first_seen=seen[0] if seen else None,
        last_seen=seen[-1] if seen else None,
        status=min((claim.status for claim in claims), key=_FIRMEST_FIRST.index),
    )
