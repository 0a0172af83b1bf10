"""The export for Neo4j and other databases that speak Cypher: statements that may be run again without doubling."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from graph.export.proofs import Proof, clean, proofs_of
from graph.export.steps import InSteps, Steps
from graph.model import Actor, Article, KnowledgeBase, Relation
from graph.taxonomy import Taxonomy

_BATCH = 500  # rows of one statement
_ESCAPED = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})

Value = str | int | float | bool | Sequence[str] | None
Row = dict[str, Value]


def cypher(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return statements that make (:Actor)-[:FIRED]->(:Actor), and (:Claim) nodes with source, target and article.

    An actor also has its kind as label. A relation has its status among its values: ask for it, as not all are facts.
    """
    claims = sum(len(relation.claims) for relation in kb.relations.values())
    steps = Steps(len(kb.actors) + len(kb.articles) + len(kb.relations) + claims)
    statements = list(_head())
    for rows, statement in _statements(kb, taxonomy):
        statements.append(statement)
        yield from steps.past(rows)
    return "\n".join(statements).encode()


def _head() -> Iterator[str]:
    yield "// What Dramatis read: run it with cypher-shell or paste it into the browser of Neo4j."
    for label in ("Actor", "Article", "Claim"):
        name = label.lower()
        yield f"CREATE CONSTRAINT {name}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"


def _statements(kb: KnowledgeBase, taxonomy: Taxonomy) -> Iterator[tuple[int, str]]:
    """Yield the statements, each with how many rows it has."""
    kinds: defaultdict[str, list[Row]] = defaultdict(list)
    for actor in kb.actors.values():
        kinds[actor.kind].append(_actor_row(actor))
    for kind, rows in kinds.items():
        yield from _unwind(rows, f"MERGE (n:Actor {{id: row.id}}) SET n:{_name(kind.capitalize())}, n += row")
    yield from _unwind(
        [_article_row(article) for article in kb.articles.values()], "MERGE (n:Article {id: row.id}) SET n += row"
    )
    types: defaultdict[str, list[Row]] = defaultdict(list)
    for relation in kb.relations.values():
        types[relation.type].append(_relation_row(relation, taxonomy))
    for type_id, rows in types.items():
        yield from _unwind(rows, f"{_ENDS} MERGE (s)-[r:{_name(type_id.upper())} {{id: row.id}}]->(t) SET r += row")
    proofs = [proof for relation in kb.relations.values() for proof in proofs_of(kb, relation)]
    yield from _unwind([_claim_row(proof) for proof in proofs], _CLAIM)


_ENDS = "MATCH (s:Actor {id: row.source}), (t:Actor {id: row.target})"
_CLAIM = (
    f"{_ENDS}, (a:Article {{id: row.article}}) MERGE (c:Claim {{id: row.id}}) SET c += row "
    "MERGE (c)-[:SOURCE]->(s) MERGE (c)-[:TARGET]->(t) MERGE (c)-[:IN]->(a)"
)


def _unwind(rows: Sequence[Row], action: str) -> Iterator[tuple[int, str]]:
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        listed = ",\n".join(map(_map, batch))
        yield len(batch), f"UNWIND [\n{listed}\n] AS row\n{action};"


def _map(row: Row) -> str:
    return "{" + ", ".join(f"{name}: {_literal(value)}" for name, value in row.items() if value is not None) + "}"


def _literal(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return f"'{clean(value).translate(_ESCAPED)}'"
    return "[" + ", ".join(_literal(part) for part in value or ()) + "]"


def _name(words: str) -> str:
    """Return a label or type that needs no quoting but the back ticks."""
    return f"`{re.sub('[^0-9A-Za-z_]+', '_', words) or 'OTHER'}`"


def _actor_row(actor: Actor) -> Row:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": actor.aliases,
        "roles": actor.roles,
        "mentions": len(actor.mentions),
    }


def _article_row(article: Article) -> Row:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "author": article.author,
    }


def _relation_row(relation: Relation, taxonomy: Taxonomy) -> Row:
    return {
        "id": relation.id,
        "source": relation.source,
        "target": relation.target,
        "label": taxonomy.relation_type(relation.type).label,
        "family": relation.family,
        "status": relation.status.value,
        "weight": relation.weight,
        "articles": relation.article_count,
        "first_seen": relation.first_seen,
        "last_seen": relation.last_seen,
    }


def _claim_row(proof: Proof) -> Row:
    claim, relation = proof.claim, proof.relation
    return {
        "id": claim.id,
        "relation": relation.id,
        "source": relation.source,
        "target": relation.target,
        "article": proof.article.id,
        "type": relation.type,
        "status": claim.status.value,
        "speaker": proof.speaker.name if proof.speaker else None,
        "when": claim.when,
        "sentence": proof.words(proof.sentence),
        "start": proof.sentence.start,
        "end": proof.sentence.end,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }
