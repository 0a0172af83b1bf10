"""What is read out of a text and why: mentions, chains, claims, status, speaker, date and the wording of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from graph.filters import STATUS_WORDS
from graph.model import Chain, Claim, Extraction, Form, Sentence, Status
from graph.taxonomy import Taxonomy
from graph.words import confidence_word, dated

LINE = 100  # characters
FORM_WORDS = {Form.NAME: "", Form.NOMINAL: ", described", Form.PRONOUN: ", by pronoun"}


@dataclass(frozen=True, slots=True)
class ExplainedMention:
    """A mention at start..end of its sentence's text, and the actor that it means."""

    start: int
    end: int
    form: Form
    actor: str
    kind: str


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim in words: `source` and `target` are names, `relation` joins them; the rest is as in `Claim`."""

    source: str
    source_kind: str
    relation: str
    family: str
    symmetric: bool
    target: str
    target_kind: str
    status: Status
    speaker: str | None
    when: str | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence with its mentions in order and its claims."""

    text: str
    mentions: tuple[ExplainedMention, ...]
    claims: tuple[ExplainedClaim, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is read out of a text; `chains` are its actors, `left_out` the parts that belong to no story, and why."""

    sentences: tuple[ExplainedSentence, ...]
    chains: tuple[Chain, ...]
    left_out: tuple[tuple[str, str], ...] = ()


def build_explanation(extraction: Extraction, taxonomy: Taxonomy) -> Explanation:
    """Return an extraction in words, sentence by sentence."""
    article = extraction.article
    return Explanation(
        sentences=tuple(_sentence(extraction, sentence, taxonomy) for sentence in extraction.sentences),
        chains=extraction.chains,
        left_out=tuple((part.span.of(article.text), part.reason) for part in article.removed),
    )


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """Yield an explanation line by line, laid out to be read on a terminal."""
    for number, sentence in enumerate(explanation.sentences, start=1):
        if number > 1:
            yield ""
        yield f"Sentence {number}"
        yield from wrap(sentence.text, LINE, initial_indent="  ", subsequent_indent="  ")
        yield from _table("Mentions", [_mention_row(mention, sentence.text) for mention in sentence.mentions])
        yield ""
        yield "  Claims" if sentence.claims else "  No claim: the sentence says nothing of one named actor and another."
        for claim in sentence.claims:
            arrow = "↔" if claim.symmetric else "→"
            yield f"    {claim.source} {arrow} {claim.relation} {arrow} {claim.target}"
            yield from _rows(_claim_rows(claim), indent=6)
    if not explanation.sentences:
        yield "Nothing in this text reads as a sentence of a story."
    yield from _table("One actor, many names", list(_merge_rows(explanation.chains)), indent=0)
    yield from _table(
        "Not part of the story", [(why, f"“{_short(text)}”") for text, why in explanation.left_out], indent=0
    )


def _sentence(extraction: Extraction, sentence: Sentence, taxonomy: Taxonomy) -> ExplainedSentence:
    chains = {chain.index: chain for chain in extraction.chains}
    start = sentence.span.start
    return ExplainedSentence(
        text=sentence.span.of(extraction.article.text),
        mentions=tuple(
            ExplainedMention(
                m.span.start - start, m.span.end - start, m.form, chains[m.chain].name, chains[m.chain].kind
            )
            for m in extraction.mentions
            if m.sentence == sentence.index
        ),
        claims=tuple(_claim(c, chains, taxonomy) for c in extraction.claims if c.sentence == sentence.index),
    )


def _claim(claim: Claim, chains: dict[int, Chain], taxonomy: Taxonomy) -> ExplainedClaim:
    relation_type = taxonomy.relation_type(claim.relation_type)
    source, target = chains[claim.source.chain], chains[claim.target.chain]
    return ExplainedClaim(
        source=source.name,
        source_kind=source.kind,
        relation=relation_type.label,
        family=relation_type.family,
        symmetric=relation_type.symmetric,
        target=target.name,
        target_kind=target.kind,
        status=claim.status,
        speaker=chains[claim.speaker.chain].name if claim.speaker is not None else None,
        when=claim.when,
        confidence=claim.confidence,
        rule=claim.rule,
    )


def _mention_row(mention: ExplainedMention, text: str) -> tuple[str, str]:
    words = " ".join(text[mention.start : mention.end].split())
    named = "" if words == mention.actor else f"{mention.actor}, "
    return words, f"{named}{mention.kind}{FORM_WORDS[mention.form]}"


def _claim_rows(claim: ExplainedClaim) -> list[tuple[str, str]]:
    return [
        ("status", STATUS_WORDS[claim.status]),
        ("said by", claim.speaker or "the article itself"),
        ("when", dated(claim.when) if claim.when else "not given"),
        ("read from", claim.rule),
        ("confidence", f"{confidence_word(claim.confidence)} ({claim.confidence:.2f})"),
    ]


def _merge_rows(chains: Iterable[Chain]) -> Iterator[tuple[str, str]]:
    for chain in chains:
        for number, reason in enumerate(chain.reasons):
            yield ("" if number else chain.name), reason


def _table(title: str, rows: list[tuple[str, str]], *, indent: int = 2) -> Iterator[str]:
    """Yield a title and rows below it, set off by a blank line; nothing where there are no rows."""
    if rows:
        yield ""
        yield f"{'':{indent}}{title}"
        yield from _rows(rows, indent=indent + 2)


def _rows(rows: list[tuple[str, str]], *, indent: int) -> Iterator[str]:
    """Yield pairs as two columns, the second wrapped within the line."""
    width = max(len(name) for name, _ in rows)
    for name, said in rows:
        head = f"{'':{indent}}{name:<{width}}  "
        yield from wrap(said, LINE, initial_indent=head, subsequent_indent=" " * len(head)) or [head.rstrip()]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LINE // 2 else words[: LINE // 2].rstrip() + " …"
