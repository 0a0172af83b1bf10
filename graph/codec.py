"""Extraction <-> bytes, for the store: compressed JSON in which each mention stands once.

The article itself is stored apart and not repeated here.
"""

import json
import zlib
from typing import Any

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
        mentions = [_mention(article.id, values) for values in content["mentions"]]
        return Extraction(
            article=article,
            sentences=tuple(Sentence(article.id, index, TextSpan(*span)) for index, *span in content["sentences"]),
            mentions=tuple(mentions[place] for place in content["own"]),
            chains=tuple(_chain(values) for values in content["chains"]),
            claims=tuple(_claim(article.id, values, mentions) for values in content["claims"]),
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


def _mention(article_id: str, values: Json) -> Mention:
    sentence, start, end, form, kind, chain = values
    return Mention(article_id, sentence, TextSpan(start, end), Form(form), kind, chain)


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


def _claim(article_id: str, values: Json, mentions: list[Mention]) -> Claim:
    claim_id, sentence, relation_type, source, start, end, lemma, target, status, speaker, *rest = values
    when, confidence, construction, rule = rest
    return Claim(
        id=claim_id,
        article_id=article_id,
        sentence=sentence,
        relation_type=relation_type,
        source=mentions[source],
        trigger=TextSpan(start, end),
        lemma=lemma,
        target=mentions[target],
        status=Status(status),
        speaker=None if speaker is None else mentions[speaker],
        when=when,
        confidence=confidence,
        construction=Construction(construction),
        rule=rule,
    )
