"""The exports for spreadsheets and databases: comma-separated tables in which no cell can start a formula."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from graph.export.proofs import Proof, clean, proofs_of
from graph.export.steps import InSteps, Steps
from graph.model import KnowledgeBase
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
    ),
)
# Spreadsheets take a cell for a formula by its first sign, the wide forms of East Asian keyboards included.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def claims_csv(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return CLAIM_COLUMNS with one row a claim, relation by relation; UTF-8 with the mark that Excel wants."""
    return _csv(Steps(_count_claims(kb)), CLAIM_COLUMNS, _claim_rows(kb, taxonomy))


def zipped_tables(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return a zip archive of actors.csv, relations.csv and claims.csv, joined by their ids."""
    steps = Steps(len(kb.actors) + len(kb.relations) + _count_claims(kb))
    tables = {
        "actors.csv": _csv(steps, ACTOR_COLUMNS, _actor_rows(kb)),
        "relations.csv": _csv(steps, RELATION_COLUMNS, _relation_rows(kb, taxonomy)),
        "claims.csv": _csv(steps, CLAIM_COLUMNS, _claim_rows(kb, taxonomy)),
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
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) or text.lstrip().startswith(_FORMULA_SIGNS) else text


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
    for relation in kb.relations.values():
        label = taxonomy.relation_type(relation.type).label
        for proof in proofs_of(kb, relation):
            yield _claim_row(kb, proof, label)


def _claim_row(kb: KnowledgeBase, proof: Proof, label: str) -> tuple[object, ...]:
    claim, relation, article = proof.claim, proof.relation, proof.article
    source, target = kb.actors[relation.source], kb.actors[relation.target]
    speaker = proof.speaker.name if proof.speaker else None
    return (
        *(claim.id, source.name, label, target.name, claim.status.value, speaker, claim.when),
        proof.words(proof.sentence),
        *(article.title, article.outlet, article.published, article.url, article.author),
        *(proof.words(proof.source.span), proof.words(claim.trigger), proof.words(proof.target.span)),
        *(relation.type, relation.family, relation.id, source.id, target.id, article.id),
        *(proof.sentence.start, proof.sentence.end, claim.confidence, claim.construction.value, claim.rule),
        proof.speaker.id if proof.speaker else None,
        *("; ".join(names) for actor in (source, target) for names in (actor.aliases, actor.roles)),
    )
