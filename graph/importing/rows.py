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
    relation and the target; `places` are where the "source", the "target" and the "speaker" are among what is `Named`,
    and `trigger_at` where in the sentence the relation's words stand. A claim that is `turned` names the target of a
    symmetric relation as its source.
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
    lemma: str = ""
    turned: str = ""
    places: Mapping[str, "Place"] = field(default_factory=dict)
    trigger_at: int | None = None


Place = tuple[str, int]  # the `start` of a sentence, and how far behind it


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of an actor: the words at a place of an article."""

    actor_id: str
    article_id: str
    place: Place
    words: str
    form: Form
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """An article, whose text is not known, and its known sentences by their `start`."""

    article: Article
    sentences: Mapping[str, str]


@dataclass(slots=True)
class _Page:
    """An article that is being made of rows."""

    article: Article
    text: str = ""
    sentences: dict[tuple[str, str], Sentence] = field(default_factory=dict)
    named: dict[tuple[str, Place], Mention] = field(default_factory=dict)
    chains: dict[str, int] = field(default_factory=dict)
    mentions: dict[tuple[str, Mention], None] = field(default_factory=dict)

    def sentence(self, words: str, place: str) -> Sentence:
        """Return the sentence of these words that stands at a place, written at the end where it is new."""
        if (words, place) not in self.sentences:
            start = len(self.text)
            span = TextSpan(start, start + len(words))
            self.sentences[words, place] = Sentence(self.article.id, len(self.sentences), span)
            self.text += words + _BREAK
        return self.sentences[words, place]

    def mention(self, actor: Actor, sentence: Sentence, names: Iterable[str]) -> Mention:
        """Return where in a sentence an actor is named, at its start where none of the names stands in it."""
        return self._mention(actor.id, sentence, _find(self.text, sentence.span, names), Form.NAME, actor.kind)

    def name(self, named: Named, sentence: Sentence) -> None:
        """Keep what is named in a sentence, where its words stand in it."""
        start = sentence.span.start + named.place[1]
        span = TextSpan(start, start + len(named.words))
        if named.place[1] >= 0 and span.end <= sentence.span.end and span.of(self.text) == named.words:
            mention = self._mention(named.actor_id, sentence, span, named.form, named.kind)
            self.named[named.actor_id, named.place] = mention

    def _mention(self, actor_id: str, sentence: Sentence, span: TextSpan, form: Form, kind: str) -> Mention:
        chain = self.chains.setdefault(actor_id, len(self.chains))
        found = Mention(self.article.id, sentence.index, span, form, kind, chain)
        self.mentions[actor_id, found] = None
        return found


def known_names(value: object) -> tuple[str, ...]:
    """Return names that an export has joined by "; "."""
    return tuple(part for part in str(value or "").split("; ") if part)


def build_from_rows(
    rows: Sequence[Row],
    actors: Mapping[str, Actor],
    taxonomy: Taxonomy,
    *,
    name: str,
    sources: Sequence[Source] = (),
    named: Sequence[Named] = (),
) -> KnowledgeBase:
    """Return the knowledge base of rows between `actors`; rows that name no article stand in one called `name`.

    Articles of the rows that are among the `sources` have all the sentences that these know, and what is `named` there.
    """
    pages = {source.article.id: _page(source) for source in sources}
    known = {source.article.id: source.sentences for source in sources}
    for each in named:
        start = each.place[0]
        if start in known.get(each.article_id, {}):
            page = pages[each.article_id]
            page.name(each, page.sentence(known[each.article_id][start], start))
    grouped: defaultdict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    by_name = {actor.name: actor for actor in actors.values()}
    for number, row in enumerate(rows):
        key = row.article_id or row.article or name
        page = pages.setdefault(key, _Page(_article(key, row, name)))
        claim = _claim(row, number, page, actors, by_name, taxonomy)
        grouped[row.source, row.type, row.target].append(claim)
    articles = {key: replace(page.article, text=page.text) for key, page in pages.items()}
    dates = {article_id: article.published for article_id, article in articles.items()}
    relations = (build_relation(*key, claims, taxonomy, dates) for key, claims in grouped.items())
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for actor_id, mention in (pair for page in pages.values() for pair in page.mentions):
        mentions[actor_id].append(mention)
    return KnowledgeBase(
        articles=articles,
        sentences={key: tuple(page.sentences.values()) for key, page in pages.items()},
        actors={actor.id: replace(actor, mentions=tuple(mentions[actor.id])) for actor in actors.values()},
        relations={relation.id: relation for relation in relations},
        actor_ids={(key, chain): actor_id for key, page in pages.items() for actor_id, chain in page.chains.items()},
    )


def _page(source: Source) -> _Page:
    page = _Page(source.article)
    for start, words in source.sentences.items():
        page.sentence(words, start)
    return page


def _claim(
    row: Row, number: int, page: _Page, actors: Mapping[str, Actor], by_name: Mapping[str, Actor], taxonomy: Taxonomy
) -> Claim:
    source, target = actors[row.source], actors[row.target]
    label = taxonomy.relation_type(row.type).label
    sentence = page.sentence(row.sentence or f"{source.name} {label} {target.name}.", row.start)
    speaker = actors.get(row.speaker_id) or by_name.get(row.speaker)

    def mention(end: str, actor: Actor, words: str) -> Mention:
        known = page.named.get((actor.id, row.places[end])) if end in row.places else None
        return known or page.mention(actor, sentence, (words, actor.name, *actor.aliases))

    ends = mention("source", source, row.source_words), mention("target", target, row.target_words)
    first, second = ends[::-1] if row.turned and taxonomy.relation_type(row.type).symmetric else ends
    return Claim(
        id=row.claim_id or f"{page.article.id}#{number}",
        article_id=page.article.id,
        sentence=sentence.index,
        relation_type=row.type,
        source=first,
        trigger=_find(page.text, _behind(sentence.span, row.trigger_at), (row.trigger, label)),
        lemma=row.lemma or row.type,
        target=second,
        status=Status(row.status) if row.status in set(Status) else Status.ASSERTED,
        speaker=mention("speaker", speaker, "") if speaker else None,
        when=row.when or None,
        confidence=row.confidence,
        construction=(
            Construction(row.construction) if row.construction in set(Construction) else Construction.OTHER_VERB
        ),
        rule=row.rule or f"{Construction.OTHER_VERB}: {row.trigger or label}",
    )


def _behind(span: TextSpan, at: int | None) -> TextSpan:
    """Return the rest of a span from a place in it."""
    return TextSpan(span.start + at, span.end) if at is not None and 0 <= at <= span.end - span.start else span


def _find(text: str, inside: TextSpan, words: Iterable[str]) -> TextSpan:
    """Return where the first of some words stands within a span, its start where none does."""
    for wanted in filter(None, words):
        start = text.find(wanted, inside.start, inside.end)
        if start >= 0:
            return TextSpan(start, start + len(wanted))
    return TextSpan(inside.start, inside.start)


def _article(article_id: str, row: Row, name: str) -> Article:
    return Article(
        id=article_id,
        title=row.article or name,
        text="",
        outlet=row.outlet or None,
        published=row.published or None,
        url=safe_address(row.url),
        author=row.author or None,
    )


def safe_address(url: str) -> str | None:
    """Return an address that a reader may follow, None for any other."""
    return url if url.startswith(("http://", "https://")) else None
