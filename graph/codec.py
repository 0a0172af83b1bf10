"""Extraction <-> bytes, for the store: compressed JSON in which each mention stands once.

The article itself is stored apart and not repeated here.
"""

import json
import zlib
from collections.abc import Sequence
from itertools import repeat
from typing import Any

from graph.memory import build_all
from graph.model import (
    Article,
    Chain,
    Claim,
    Construction,
    Extraction,
    Form,
    Mention,
    RemovedSpan,
    Sentence,
    Status,
    TextSpan,
)

Json = Any

FORMS = {form.value: form for form in Form}
STATUSES = {status.value: status for status in Status}
CONSTRUCTIONS = {construction.value: construction for construction in Construction}


def encode_extraction(extraction: Extraction) -> bytes:
    """Return what was read out of an article as bytes, without the article."""
    mentions = dict.fromkeys(extraction.mentions)
    for claim in extraction.claims:
        mentions |= dict.fromkeys(end for end in (claim.source, claim.target, claim.speaker) if end)
    places = {mention: place for place, mention in enumerate(mentions)}
    content = {
        "sentences": [[sentence.index, sentence.span.start, sentence.span.end] for sentence in extraction.sentences],
        "mentions": [_mention_values(mention) for mention in mentions],
        "own": [places[mention] for mention in extraction.mentions],
        "chains": [_chain_values(chain) for chain in extraction.chains],
        "claims": [_claim_values(claim, places) for claim in extraction.claims],
    }
    return zlib.compress(json.dumps(content, separators=(",", ":")).encode())


def decode_extraction(payload: bytes, article: Article, *, version: str) -> Extraction:
    """Return the extraction that `encode_extraction` made bytes of.

    Raises ValueError for bytes that are damaged or were written in another form.
    """
    try:
        content = json.loads(zlib.decompress(payload))
        mentions = _mentions(article.id, content["mentions"])
        return Extraction(
            article=article,
            sentences=tuple(_sentences(article.id, content["sentences"])),
            mentions=tuple(mentions[place] for place in content["own"]),
            chains=tuple(_chain(values) for values in content["chains"]),
            claims=tuple(_claims(article.id, content["claims"], mentions)),
            version=version,
        )
    except (zlib.error, KeyError, IndexError, TypeError) as error:
        raise ValueError(f"a stored reading is damaged ({error})") from error


def encode_removed(removed: tuple[RemovedSpan, ...]) -> str:
    """Return the removed spans of an article as JSON."""
    return json.dumps([[part.span.start, part.span.end, part.reason] for part in removed])


def decode_removed(content: str) -> tuple[RemovedSpan, ...]:
    """Return the removed spans that `encode_removed` made JSON of."""
    return tuple(RemovedSpan(TextSpan(start, end), reason) for start, end, reason in json.loads(content))


def _mention_values(mention: Mention) -> Json:
    return [mention.sentence, mention.span.start, mention.span.end, mention.form, mention.kind, mention.chain]


def _mentions(article_id: str, rows: Json) -> list[Mention]:
    sentence, start, end, form, kind, chain = _columns(rows, 6)
    spans, forms = build_all(TextSpan, start, end), map(FORMS.__getitem__, form)
    return build_all(Mention, repeat(article_id, len(rows)), sentence, spans, forms, kind, chain)


def _sentences(article_id: str, rows: Json) -> list[Sentence]:
    index, start, end = _columns(rows, 3)
    return build_all(Sentence, repeat(article_id, len(rows)), index, build_all(TextSpan, start, end))


def _chain_values(chain: Chain) -> Json:
    return [chain.index, chain.name, chain.kind, chain.aliases, chain.roles, chain.reasons]


def _chain(values: Json) -> Chain:
    index, name, kind, *lists = values
    return Chain(index, name, kind, *(tuple(entries) for entries in lists))


def _claim_values(claim: Claim, places: dict[Mention, int]) -> Json:
    return [
        claim.id,
        claim.sentence,
        claim.relation_type,
        places[claim.source],
        claim.trigger.start,
        claim.trigger.end,
        claim.lemma,
        places[claim.target],
        claim.status,
        places[claim.speaker] if claim.speaker else None,
        claim.when,
        claim.confidence,
        claim.construction,
        claim.rule,
    ]


def _claims(article_id: str, rows: Json, mentions: Sequence[Mention]) -> list[Claim]:
    ids, sentence, relation_type, source, start, end, lemma, target, status, speaker, *rest = _columns(rows, 14)
    when, confidence, construction, rule = rest
    return build_all(
        Claim,
        ids,
        repeat(article_id, len(rows)),
        sentence,
        relation_type,
        map(mentions.__getitem__, source),
        build_all(TextSpan, start, end),
        lemma,
        map(mentions.__getitem__, target),
        map(STATUSES.__getitem__, status),
        (None if place is None else mentions[place] for place in speaker),
        when,
        confidence,
        map(CONSTRUCTIONS.__getitem__, construction),
        rule,
    )


def _columns(rows: Json, count: int) -> Sequence[Sequence[Any]]:
    """Return the values of rows, column by column."""
    return list(zip(*rows, strict=True)) if rows else [()] * count
