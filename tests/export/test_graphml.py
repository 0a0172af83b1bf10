"""Tests of graph.export.graphml."""

import json
from io import BytesIO

import networkx as nx

from graph.export.graphml import graphml
from graph.export.steps import whole
from graph.model import KnowledgeBase
from tests.drafts import small_taxonomy
from tests.export.hostile import NAMES, hostile_knowledge
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge


def read(kb: KnowledgeBase) -> "nx.MultiDiGraph[str]":
    return nx.read_graphml(BytesIO(whole(graphml(kb, small_taxonomy()))), force_multigraph=True)


def test_graphml_comes_back_through_networkx():
    kb = sample_knowledge()
    network = read(kb)
    assert {actor_id: data["label"] for actor_id, data in network.nodes(data=True)} == {
        actor.id: actor.name for actor in kb.actors.values()
    }
    assert {key: (u, v) for u, v, key in network.edges(keys=True)} == {
        relation.id: (relation.source, relation.target) for relation in kb.relations.values()
    }
    assert network.nodes["person:script"]["label"] == HOSTILE_NAME


def test_graphml_carries_types_status_and_evidence():
    key = "person:mara-venn>fired>person:tobias-ek"
    edge = dict(read(sample_knowledge()).edges["person:mara-venn", "person:tobias-ek", key])
    claims = json.loads(edge.pop("claims"))
    assert [(claim["trigger"], claim["published"]) for claim in claims] == [
        ("fired", "2024-03-01"),
        ("fired", "2024-03-09"),
    ]
    assert edge == {
        "label": "fired",
        "relation_type": "fired",
        "family": "personnel",
        "symmetric": False,
        "status": "asserted",
        "weight": 2.0,
        "articles": 2,
        "first_seen": "2024-03-01",
        "last_seen": "2024-03-09",
        "confidence": 0.9,
        "reasons": "active: fired",
        "sources": "Minister fires her adviser; Court looks into Halden",
        "evidence": "Mara Venn fired Tobias Ék in Port Selby.\n"
        f"Minister Venn, who fired Ék, met {HOSTILE_NAME} on Saturday.",
    }


def test_graphml_carries_who_says_it_and_when():
    edges = {data["relation_type"]: data for *_, data in read(sample_knowledge()).edges(data=True)}
    assert edges["attacked"]["dates"] == "2023-05"
    assert edges["funded"]["speakers"] == "Mara Venn"
    assert "dates" not in edges["funded"]


def test_graphml_drops_what_xml_cannot_hold():
    network = read(hostile_knowledge())
    assert network.nodes["group:control"]["label"] == "Bell and nothing[31m, half  a pair"
    assert network.nodes["group:xml"]["label"] == NAMES["group:xml"]
    assert len(network) == len(NAMES)
