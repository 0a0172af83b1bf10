"""The exports for spreadsheets and databases: comma-separated tables in which no cell can start a formula."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.export.proofs import Proof, clean, place_in, place_of, proofs_of
from graph.export.steps import InSteps, Steps
from graph.model import Actor, Article, KnowledgeBase, Mention
from graph.taxonomy import Taxonomy

ACTOR_COLUMNS = ("actor_id", "name", "kind", "aliases", "roles", "mentions", "relations")
RELATION_COLUMNS = (
    *("relation_id", "source_id", "source", "relation", "target_id", "target", "type", "family", "status"),
    *("sentences", "articles", "first_seen", "last_seen"),
)
CLAIM_COLUMNS = (
    *("claim_id", "source", "relation", "target", "status", "speaker", "when", "sentence"),
    *("article", "outlet", "published", "url", "author", "source_words", "trigger", "target_words"),
    *(
        "type",
        "family",
        "relation_id",
        "source_id",
        "target_id",
        "article_id",
        "start",
        "end",
        "confidence",
        "construction",
        "rule",
        "speaker_id",
        "source_aliases",
        "source_roles",
        "target_aliases",
        "target_roles",
        "turned",
    ),
)
LINK_COLUMNS = ("lemma", "trigger_at", "source_mention", "target_mention", "speaker_mention")  # of claims to mentions
MENTION_COLUMNS = (
    *("mention_id", "actor_id", "actor", "text", "form", "kind", "sentence"),
    *("article", "outlet", "published", "url", "author", "article_id", "start", "end", "sentence_start", "at"),
)
# Spreadsheets take a cell for a formula by its first sign, the wide forms of East Asian keyboards included. What looks
# like one that was defused is defused too, so that taking one apostrophe away gives back every cell.
_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠]")


def claims_csv(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return CLAIM_COLUMNS with one row a claim, relation by relation; UTF-8 with the mark that Excel wants."""
    return _csv(Steps(_count_claims(kb)), CLAIM_COLUMNS, _claim_rows(kb, taxonomy))


def zipped_tables(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return a zip archive of actors.csv, relations.csv, claims.csv and mentions.csv, joined by their ids.

    The claims have LINK_COLUMNS too. In a row of mentions, `start` and `end` are places in the article's text, and `at`
    is the place in the cell of the sentence; counted from 0.
    """
    mentions = sum(len(actor.mentions) for actor in kb.actors.values())
    steps = Steps(len(kb.actors) + len(kb.relations) + _count_claims(kb) + mentions)
    tables = {
        "actors.csv": _csv(steps, ACTOR_COLUMNS, _actor_rows(kb)),
        "relations.csv": _csv(steps, RELATION_COLUMNS, _relation_rows(kb, taxonomy)),
        "claims.csv": _csv(steps, (*CLAIM_COLUMNS, *LINK_COLUMNS), _linked_claim_rows(kb, taxonomy)),
        "mentions.csv": _csv(steps, MENTION_COLUMNS, _mention_rows(kb)),
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, table in tables.items():
            entry = ZipInfo(name)  # without the time of day, so that the same graph gives the same file
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, (yield from table), ZIP_DEFLATED)
    return file.getvalue()


def _count_claims(kb: KnowledgeBase) -> int:
    return sum(len(relation.claims) for relation in kb.relations.values())


def _csv(steps: Steps, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> InSteps[bytes]:
    """Return a table; each row is one of the steps."""
    file = StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
        yield from steps.past(1)
    return file.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """Return a value as text that no spreadsheet reckons with: an apostrophe goes before what could be a formula."""
    text = "" if value is None else clean(str(value))
    return f"'{text}" if _FORMULA.match(text) else text


def _actor_rows(kb: KnowledgeBase) -> Iterator[tuple[object, ...]]:
    counts = Counter(end for relation in kb.relations.values() for end in (relation.source, relation.target))
    for actor in kb.actors.values():
        names = "; ".join(actor.aliases), "; ".join(actor.roles)
        yield actor.id, actor.name, actor.kind, *names, len(actor.mentions), counts[actor.id]


def _relation_rows(kb: KnowledgeBase, taxonomy: Taxonomy) -> Iterator[tuple[object, ...]]:
    for relation in kb.relations.values():
        source, target = kb.actors[relation.source], kb.actors[relation.target]
        label = taxonomy.relation_type(relation.type).label
        yield (
            *(relation.id, source.id, source.name, label, target.id, target.name),
            *(relation.type, relation.family, relation.status.value, relation.weight, relation.article_count),
            *(relation.first_seen, relation.last_seen),
        )


def _claim_rows(kb: KnowledgeBase, taxonomy: Taxonomy) -> Iterator[tuple[object, ...]]:
    return (_claim_row(kb, proof, label) for proof, label in _labelled_proofs(kb, taxonomy))


def _linked_claim_rows(kb: KnowledgeBase, taxonomy: Taxonomy) -> Iterator[tuple[object, ...]]:
    for proof, label in _labelled_proofs(kb, taxonomy):
        claim = proof.claim
        at = place_in(kb, claim.article_id, proof.sentence.start, claim.trigger)
        linked = (_mention_id(mention) if mention else None for mention in (proof.source, proof.target, claim.speaker))
        yield *_claim_row(kb, proof, label), claim.lemma, at, *linked


def _labelled_proofs(kb: KnowledgeBase, taxonomy: Taxonomy) -> Iterator[tuple[Proof, str]]:
    for relation in kb.relations.values():
        label = taxonomy.relation_type(relation.type).label
        for proof in proofs_of(kb, relation):
            yield proof, label


def _claim_row(kb: KnowledgeBase, proof: Proof, label: str) -> tuple[object, ...]:
    claim, relation, article = proof.claim, proof.relation, proof.article
    source, target = kb.actors[relation.source], kb.actors[relation.target]
    speaker = proof.speaker.name if proof.speaker else None
    return (
        *(claim.id, source.name, label, target.name, claim.status.value, speaker, claim.when),
        proof.words(proof.sentence),
        *_source(article),
        *(proof.words(proof.source.span), proof.words(claim.trigger), proof.words(proof.target.span)),
        *(relation.type, relation.family, relation.id, source.id, target.id, article.id),
        *(proof.sentence.start, proof.sentence.end, claim.confidence, claim.construction.value, claim.rule),
        proof.speaker.id if proof.speaker else None,
        *("; ".join(names) for actor in (source, target) for names in (actor.aliases, actor.roles)),
        "yes" if proof.turned else None,
    )


def _mention_rows(kb: KnowledgeBase) -> Iterator[tuple[object, ...]]:
    """Yield the mentions, article by article and there actor by actor."""
    found: defaultdict[str, list[tuple[Actor, Mention]]] = defaultdict(list)
    for actor in kb.actors.values():
        for mention in actor.mentions:
            found[mention.article_id].append((actor, mention))
    for article in kb.articles.values():
        for actor, mention in found[article.id]:
            sentence, span = kb.sentences[article.id][mention.sentence].span, mention.span
            yield (
                *(_mention_id(mention), actor.id, actor.name, span.of(article.text), mention.form.value, mention.kind),
                *(sentence.of(article.text), *_source(article), article.id),
                *(span.start, span.end, *place_of(kb, mention)),
            )


def _mention_id(mention: Mention) -> str:
    return f"{mention.article_id}:{mention.span.start}-{mention.span.end}"


def _source(article: Article) -> tuple[object, ...]:
    return article.title, article.outlet, article.published, article.url, article.author
