"""What was read out of a text and why, as lines to read: mentions, chains, claims, status, speaker and rule."""

from collections.abc import Iterator

from graph.filters import STATUS_WORDS
from graph.model import Chain, Claim, Extraction
from graph.taxonomy import Taxonomy


def explain(extraction: Extraction, taxonomy: Taxonomy) -> str:
    """Return an extraction in plain words, sentence by sentence, with the reason for each merge and each claim."""
    text = extraction.article.text
    chains = {chain.index: chain for chain in extraction.chains}
    lines = []
    for sentence in extraction.sentences:
        lines.append(f"Sentence {sentence.index + 1}: {sentence.span.of(text)}")
        for mention in extraction.mentions:
            if mention.sentence == sentence.index:
                chain = chains[mention.chain]
                lines.append(f"  “{mention.span.of(text)}” ({mention.form}) means {chain.name} ({chain.kind})")
        for claim in extraction.claims:
            if claim.sentence == sentence.index:
                lines += [f"  {line}" for line in _claim_lines(claim, text, chains, taxonomy)]
    reasons = [f"  {chain.name}: {reason}" for chain in extraction.chains for reason in chain.reasons]
    return "\n".join([*lines, *(["One actor, many names:", *reasons] if reasons else [])]) or "There is no sentence."


def _claim_lines(claim: Claim, text: str, chains: dict[int, Chain], taxonomy: Taxonomy) -> Iterator[str]:
    label = taxonomy.relation_type(claim.relation_type).label
    yield f"→ {chains[claim.source.chain].name} {label} {chains[claim.target.chain].name}"
    speaker = f", said by {chains[claim.speaker.chain].name}" if claim.speaker is not None else ""
    yield f"    {STATUS_WORDS[claim.status]}{speaker}; confidence {claim.confidence:.2f}"
    yield f"    because of “{claim.trigger.of(text)}”: {claim.rule}"
