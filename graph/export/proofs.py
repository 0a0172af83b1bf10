"""Proofs: every claim with its relation, article and sentence, and text that any file format can hold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Actor, Article, Claim, KnowledgeBase, Mention, Relation, TextSpan

# XML 1.0 has no place for these, and no other format is the better for them.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim with what is needed to quote it; `source` and `target` are where the ends of the relation are named.

    A claim of a symmetric relation may name them the other way round: it is `turned`.
    """

    relation: Relation
    claim: Claim
    source: Mention
    target: Mention
    article: Article
    sentence: TextSpan
    speaker: Actor | None

    @property
    def turned(self) -> bool:
        """Whether the claim's own source is the target of the relation."""
        return self.source is not self.claim.source

    def words(self, span: TextSpan) -> str:
        """Return the characters that a span of the claim's article covers."""
        return span.of(self.article.text)


def proofs_of(kb: KnowledgeBase, relation: Relation) -> Iterator[Proof]:
    """Yield the proofs of a relation in the order of its claims."""
    for claim in relation.claims:
        ends = claim.source, claim.target
        source, target = ends if kb.actor_of(claim.source).id == relation.source else ends[::-1]
        yield Proof(
            relation=relation,
            claim=claim,
            source=source,
            target=target,
            article=kb.articles[claim.article_id],
            sentence=kb.sentences[claim.article_id][claim.sentence].span,
            speaker=kb.actor_of(claim.speaker) if claim.speaker else None,
        )


def place_of(kb: KnowledgeBase, mention: Mention) -> tuple[int, int]:
    """Return where the sentence of a mention starts in its article, and where in this sentence the mention does."""
    start = kb.sentences[mention.article_id][mention.sentence].span.start
    return start, place_in(kb, mention.article_id, start, mention.span)


def place_in(kb: KnowledgeBase, article_id: str, start: int, span: TextSpan) -> int:
    """Return how far behind the start of a sentence a span begins, by the characters that `clean` leaves."""
    return len(clean(kb.articles[article_id].text[start : span.start]))


def clean(text: str) -> str:
    """Return text without control characters and lone surrogates."""
    return _ILLEGAL.sub("", text)
