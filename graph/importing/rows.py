"""A knowledge base out of rows that each tell one edge with its sentence, as tables and other programs give them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.knowledge import build_relation
from graph.model import (
    Actor,
    Article,
    Claim,
    Construction,
    Form,
    KnowledgeBase,
    Mention,
    Sentence,
    Status,
    TextSpan,
)
from graph.taxonomy import Taxonomy

DEFAULT_KIND = "group"
_BREAK = "\n"  # between the sentences of an article that is made of rows


@dataclass(frozen=True, slots=True)
class Row:
    """An edge between actors of these ids, and the sentence that tells it; what is not known is empty.

    `start` tells sentences of the same words apart. The words are those of the sentence that mean the source, the
    relation and the target.
    """

    source: str
    target: str
    type: str
    sentence: str = ""
    start: str = ""
    source_words: str = ""
    trigger: str = ""
    target_words: str = ""
    status: str = ""
    speaker: str = ""
    when: str = ""
    confidence: float = 1.0
    construction: str = ""
    rule: str = ""
    claim_id: str = ""
    article_id: str = ""
    article: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    author: str = ""
    speaker_id: str = ""


@dataclass(slots=True)
class _Page:
    """An article that is being made of rows."""

    id: str
    first: Row
    text: str = ""
    sentences: dict[tuple[str, str], Sentence] = field(default_factory=dict)
    chains: dict[str, int] = field(default_factory=dict)
    mentions: dict[tuple[str, Mention], None] = field(default_factory=dict)

    def sentence(self, words: str, place: str) -> Sentence:
        """Return the sentence of these words that stands at a place, written at the end where it is new."""
        if (words, place) not in self.sentences:
            start = len(self.text)
            span = TextSpan(start, start + len(words))
            self.sentences[words, place] = Sentence(self.id, len(self.sentences), span)
            self.text += words + _BREAK
        return self.sentences[words, place]

    def mention(self, actor: Actor, sentence: Sentence, names: Iterable[str]) -> Mention:
        """Return where in a sentence an actor is named, at its start where none of the names stands in it."""
        span = _find(self.text, sentence.span, names)
        chain = self.chains.setdefault(actor.id, len(self.chains))
        found = Mention(self.id, sentence.index, span, Form.NAME, actor.kind, chain)
        self.mentions[actor.id, found] = None
        return found


def known_names(value: object) -> tuple[str, ...]:
    """Return names that an export has joined by "; "."""
    return tuple(part for part in str(value or "").split("; ") if part)


def build_from_rows(
    rows: Sequence[Row], actors: Mapping[str, Actor], taxonomy: Taxonomy, *, name: str
) -> KnowledgeBase:
    """Return the knowledge base of rows between `actors`; rows that name no article stand in one called `name`."""
    pages: dict[str, _Page] = {}
    grouped: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    by_name = {actor.name: actor for actor in actors.values()}
    for number, row in enumerate(rows):
        key = row.article_id or row.article or name
        page = pages.setdefault(key, _Page(key, row))
        claim = _claim(row, number, page, actors, by_name, taxonomy)
        grouped[row.source, row.type, row.target].append(claim)
    articles = {page.id: _article(page, name) for page in pages.values()}
    dates = {article_id: article.published for article_id, article in articles.items()}
    relations = (build_relation(*key, claims, taxonomy, dates) for key, claims in grouped.items())
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for actor_id, mention in (pair for page in pages.values() for pair in page.mentions):
        mentions[actor_id].append(mention)
    return KnowledgeBase(
        articles=articles,
        sentences={page.id: tuple(page.sentences.values()) for page in pages.values()},
        actors={actor.id: replace(actor, mentions=tuple(mentions[actor.id])) for actor in actors.values()},
        relations={relation.id: relation for relation in relations},
        actor_ids={(page.id, chain): actor_id for page in pages.values() for actor_id, chain in page.chains.items()},
    )


def _claim(
    row: Row, number: int, page: _Page, actors: Mapping[str, Actor], by_name: Mapping[str, Actor], taxonomy: Taxonomy
) -> Claim:
    source, target = actors[row.source], actors[row.target]
    label = taxonomy.relation_type(row.type).label
    sentence = page.sentence(row.sentence or f"{source.name} {label} {target.name}.", row.start)
    speaker = actors.get(row.speaker_id) or by_name.get(row.speaker)
    return Claim(
        id=row.claim_id or f"{page.id}#{number}",
        article_id=page.id,
        sentence=sentence.index,
        relation_type=row.type,
        source=page.mention(source, sentence, (row.source_words, source.name, *source.aliases)),
        trigger=_find(page.text, sentence.span, (row.trigger, label)),
        lemma=row.type,
        target=page.mention(target, sentence, (row.target_words, target.name, *target.aliases)),
        status=Status(row.status) if row.status in set(Status) else Status.ASSERTED,
        speaker=page.mention(speaker, sentence, (speaker.name, *speaker.aliases)) if speaker else None,
        when=row.when or None,
        confidence=row.confidence,
        construction=(
            Construction(row.construction) if row.construction in set(Construction) else Construction.OTHER_VERB
        ),
        rule=row.rule or f"{Construction.OTHER_VERB}: {row.trigger or label}",
    )


def _find(text: str, inside: TextSpan, words: Iterable[str]) -> TextSpan:
    """Return where the first of some words stands within a span, its start where none does."""
    for wanted in filter(None, words):
        start = text.find(wanted, inside.start, inside.end)
        if start >= 0:
            return TextSpan(start, start + len(wanted))
    return TextSpan(inside.start, inside.start)


def _article(page: _Page, name: str) -> Article:
    first = page.first
    return Article(
        id=page.id,
        title=first.article or name,
        text=page.text,
        outlet=first.outlet or None,
        published=first.published or None,
        url=first.url if first.url.startswith(("http://", "https://")) else None,
        author=first.author or None,
    )
