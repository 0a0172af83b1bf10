"""The export for scoring: one document's graph in the form of the gold graphs (tests/gold)."""

import json
from typing import Any

from graph.export.proofs import Proof, proofs_of
from graph.export.steps import InSteps
from graph.model import KnowledgeBase, Status
from graph.taxonomy import Taxonomy

_HEDGED = {Status.HEDGED, Status.PLANNED, Status.CONDITIONAL, Status.ASKED}


def scorer_json(kb: KnowledgeBase, taxonomy: Taxonomy, document_id: str) -> InSteps[bytes]:
    """Return `scorer_document` as JSON; one document is made at once."""
    yield from ()
    content = scorer_document(kb, taxonomy, document_id)
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def scorer_document(kb: KnowledgeBase, taxonomy: Taxonomy, document_id: str) -> dict[str, Any]:
    """Return the actors with the type codes of the gold graphs, and one relation for each claim.

    `evidence` is the exact sentence, article text[begin:end]. A denied claim is `negated`; one that is planned,
    uncertain, conditional or asked is `hedged`.
    """
    return {
        "id": document_id,
        "actors": [
            {
                "id": actor.id,
                "name": actor.name,
                "type": taxonomy.kinds[actor.kind].code,
                "aliases": list(actor.aliases),
            }
            for actor in kb.actors.values()
        ],
        "relations": [_relation(proof) for relation in kb.relations.values() for proof in proofs_of(kb, relation)],
    }


def _relation(proof: Proof) -> dict[str, Any]:
    claim, relation = proof.claim, proof.relation
    return {
        "source": relation.source,
        "target": relation.target,
        "type": relation.type,
        "family": relation.family,
        "evidence": proof.words(proof.sentence),
        "begin": proof.sentence.start,
        "end": proof.sentence.end,
        "trigger": proof.words(claim.trigger),
        "status": claim.status.value,
        "negated": claim.status is Status.NEGATED,
        "hedged": claim.status in _HEDGED,
        "speaker": proof.speaker.id if proof.speaker else None,
        "when": claim.when,
        "confidence": claim.confidence,
        "rule": claim.rule,
    }
