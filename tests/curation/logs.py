"""A log of decisions in memory, and what can be said of any state that decisions lead to."""

from dataclasses import replace
from hashlib import sha256

from graph.corrections import Corrections
from graph.curation import Act, Curated, Decision, Entry, decode_decision, encode_decision
from graph.curation.state import regroup
from graph.model import KnowledgeBase
from graph.taxonomy import load_taxonomy
from tests.knowledge_bases import synthetic_knowledge


class MemoryLog:
    """Keeps the entries in a list, written and read as the store does."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def log(self, act: Act, *, who: str, of: int | None = None, decision: Decision | None = None) -> None:
        read = None if decision is None else decode_decision(encode_decision(decision))
        assert read == decision
        self.entries.append(Entry(len(self.entries) + 1, "2024-03-01T12:00:00+00:00", who, act, of, read))

    def logged(self, after: int = 0) -> tuple[Entry, ...]:
        return tuple(self.entries[after:])


def knowledge(actors: int, *, seed: int = 0) -> KnowledgeBase:
    """Return drawn knowledge in which, as in what is read, a symmetric relation has one direction only."""
    kb = synthetic_knowledge(actors, seed=seed)
    claims = [claim for relation in kb.relations.values() for claim in relation.claims]
    return regroup(kb, load_taxonomy(), gone=kb.relations, loose=claims)


def correct(kb: KnowledgeBase, log: MemoryLog | None = None) -> Corrections:
    """Return corrections of a knowledge base, on a log of their own unless one is given."""
    return Corrections(log or MemoryLog(), lambda: kb, load_taxonomy(), who="Ann")


def fingerprint(state: Curated) -> str:
    """Return a hash of all that a state holds, the order of everything included."""
    return sha256(repr(replace(state, hidden=frozenset(), asked=frozenset())).encode()).hexdigest() + repr(
        (sorted(state.hidden), sorted(sorted(pair) for pair in state.asked))
    )


def check(kb: KnowledgeBase) -> None:
    """Check that a knowledge base hangs together."""
    taxonomy = load_taxonomy()
    for actor_id, actor in kb.actors.items():
        assert actor.id == actor_id
        assert all(kb.actor_of(mention).id == actor_id for mention in actor.mentions)
    seen = [claim.id for relation in kb.relations.values() for claim in relation.claims]
    assert len(seen) == len(set(seen))
    for relation_id, relation in kb.relations.items():
        assert relation.id == relation_id == f"{relation.source}>{relation.type}>{relation.target}"
        assert relation.source != relation.target
        assert relation.weight == len({(claim.article_id, claim.sentence) for claim in relation.claims}) > 0
        for claim in relation.claims:
            ends = [kb.actor_of(end).id for end in (claim.source, claim.target)]
            if taxonomy.relation_type(relation.type).symmetric:
                ends.sort()
            assert ends == [relation.source, relation.target]
            assert claim.relation_type == relation.type
            assert claim.speaker is None or kb.actor_of(claim.speaker)
    assert set(kb.actor_ids.values()) <= kb.actors.keys()
    assert all(kb.actor_of(claim.source) == kb.actor_of(claim.target) for claim in kb.inner)
