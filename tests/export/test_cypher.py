"""Tests of graph.export.cypher."""

import re
from dataclasses import replace

from graph.export.cypher import cypher
from graph.export.steps import whole
from graph.model import KnowledgeBase
from tests.drafts import small_taxonomy
from tests.export.hostile import NAMES, hostile_knowledge
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge

TEXT = re.compile(r"'(?:[^'\\]|\\.)*'", re.S)


def bare(statements: str) -> str:
    """Return statements without what stands in quotes."""
    return TEXT.sub("''", statements)


def test_cypher_makes_actors_relations_and_claims():
    kb = sample_knowledge()
    script = whole(cypher(kb, small_taxonomy())).decode()
    assert "{id: 'person:mara-venn', name: 'Mara Venn', kind: 'person', aliases: ['Venn', 'Minister Venn']" in script
    assert script.count("MERGE (n:Actor {id: row.id}) SET n:`Person`, n += row;") == 1
    assert "MERGE (s)-[r:`WORKS_FOR` {id: row.id}]->(t) SET r += row;" in script
    assert "status: 'negated'" in script
    assert "sentence: 'Mara Venn fired Tobias Ék in Port Selby.', start: 0, end: 40" in script
    assert script.count("relation: '") == sum(len(relation.claims) for relation in kb.relations.values())
    assert HOSTILE_NAME in script


def test_cypher_keeps_hostile_words_within_their_quotes():
    names = {id: f"{name}\\' }}) DETACH DELETE (n) //\n" for id, name in NAMES.items()}
    kb = hostile_knowledge()
    kb = replace(kb, actors={id: replace(actor, name=names[id]) for id, actor in kb.actors.items()})
    script = bare(whole(cypher(kb, small_taxonomy())).decode())
    assert "DELETE" not in script
    assert "'" not in script.replace("''", "")
    assert all(line.endswith((";", ",", "[", "}", "row")) or line.startswith("//") for line in script.splitlines())


def test_cypher_of_nothing_is_no_error():
    assert whole(cypher(KnowledgeBase(), small_taxonomy())).decode().count(";") == 3
