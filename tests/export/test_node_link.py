"""Tests of graph.export.node_link."""

import json

import networkx as nx

from graph.export.node_link import node_link_json
from graph.export.steps import whole
from tests.drafts import small_taxonomy
from tests.export.hostile import NAMES, hostile_knowledge
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge

FIRED = ("person:mara-venn", "person:tobias-ek", "person:mara-venn>fired>person:tobias-ek")


def test_node_link_comes_back_through_networkx():
    kb = sample_knowledge()
    network = nx.node_link_graph(json.loads(whole(node_link_json(kb, small_taxonomy()))))
    assert isinstance(network, nx.MultiDiGraph)
    assert set(network) == set(kb.actors)
    assert {key: (u, v) for u, v, key in network.edges(keys=True)} == {
        relation.id: (relation.source, relation.target) for relation in kb.relations.values()
    }
    assert network.nodes["person:mara-venn"]["aliases"] == ["Venn", "Minister Venn"]
    assert network.edges[FIRED]["weight"] == 2


def test_node_link_proves_every_claim_by_its_exact_words():
    kb = sample_knowledge()
    edges = json.loads(whole(node_link_json(kb, small_taxonomy())))["edges"]
    claims = [claim for edge in edges for claim in edge["claims"]]
    assert len(claims) == sum(len(relation.claims) for relation in kb.relations.values())
    for claim in claims:
        text = kb.articles[claim["article"]].text
        assert claim["sentence"] == text[claim["start"] : claim["end"]]
        for part in ("source", "trigger", "target"):
            assert claim[part]["text"] == text[claim[part]["start"] : claim[part]["end"]] != ""


def test_node_link_says_who_speaks_how_firmly_and_where():
    edges = {
        edge["type"]: edge for edge in json.loads(whole(node_link_json(sample_knowledge(), small_taxonomy())))["edges"]
    }
    (claim,) = edges["funded"]["claims"]
    assert claim["status"] == "hedged"
    assert (claim["speaker"]["id"], claim["speaker"]["name"]) == ("person:mara-venn", "Mara Venn")
    assert claim["speaker"]["text"] == "Venn"
    assert (claim["title"], claim["outlet"], claim["published"]) == (
        "Minister fires her adviser",
        "The Selby Post",
        "2024-03-01",
    )
    assert edges["paid"]["claims"][0]["speaker"] is None


def test_node_link_says_when_and_by_which_wording():
    edges = {
        edge["type"]: edge for edge in json.loads(whole(node_link_json(sample_knowledge(), small_taxonomy())))["edges"]
    }
    (claim,) = edges["attacked"]["claims"]
    assert (claim["when"], claim["confidence"]) == ("2023-05", 0.9)
    assert (claim["construction"], claim["rule"]) == ("active", "active: attacked")


def test_node_link_keeps_names_as_they_are():
    names = {node["name"] for node in json.loads(whole(node_link_json(sample_knowledge(), small_taxonomy())))["nodes"]}
    assert HOSTILE_NAME in names
    nodes = json.loads(whole(node_link_json(hostile_knowledge(), small_taxonomy())))["nodes"]
    assert {node["name"] for node in nodes} == {name.replace("\ud800", "?") for name in NAMES.values()}
