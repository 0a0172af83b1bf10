"""Tests of graph.network."""

import networkx as nx
import pytest

from graph.model import KnowledgeBase
from graph.network import build_network, importance, importance_of, tie_weights
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

FIRED = "person:mara-venn>fired>person:tobias-ek"


def test_network_has_every_actor_and_relation_by_id():
    kb = sample_knowledge()
    network = build_network(kb)
    assert set(network) == set(kb.actors)
    assert {key for _, _, key in network.edges(keys=True)} == set(kb.relations)


def test_network_keeps_parallel_relations_apart():
    network = build_network(sample_knowledge())
    assert set(network["person:mara-venn"]["person:tobias-ek"]) == {
        FIRED,
        "person:mara-venn>criticised>person:tobias-ek",
    }


def test_network_carries_scalars_only():
    network = build_network(sample_knowledge())
    values = [value for _, data in network.nodes(data=True) for value in data.values()]
    values += [value for _, _, data in network.edges(data=True) for value in data.values()]
    assert {type(value) for value in values} == {str, int, float}


def test_network_edge_says_what_the_relation_is():
    network = build_network(sample_knowledge())
    assert network.edges["person:mara-venn", "person:tobias-ek", FIRED] == {
        "type": "fired",
        "family": "personnel",
        "status": "asserted",
        "weight": 2,
        "articles": 2,
    }


def test_network_is_frozen():
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        build_network(sample_knowledge()).remove_node("place:norland")


def test_network_of_nothing_is_empty():
    assert len(build_network(KnowledgeBase())) == 0


def test_importance_is_half_mentions_and_half_neighbours():
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("a", mentions=4)
    network.add_node("b", mentions=1)
    network.add_node("c", mentions=2)
    network.add_edge("a", "b", weight=1)
    network.add_edge("b", "a", weight=5)
    network.add_edge("c", "a", weight=1)
    assert importance(dict(network.nodes(data="mentions")), network.edges()) == {
        "a": 1.0,
        "b": (1 / 4 + 1 / 2) / 2,
        "c": (2 / 4 + 1 / 2) / 2,
    }


def test_importance_without_mentions_and_ties_is_nothing():
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("a", mentions=0)
    assert importance(dict(network.nodes(data="mentions")), network.edges()) == {"a": 0.0}


def test_importance_lies_between_0_and_1_for_a_large_network():
    values = importance_of(synthetic_knowledge(300)).values()
    assert min(values) >= 0
    assert 0.5 < max(values) <= 1


def test_tie_weights_add_up_both_directions_and_leave_out_loops():
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_edge("a", "b", weight=1)
    network.add_edge("b", "a", weight=5)
    network.add_edge("a", "a", weight=3)
    assert tie_weights(network) == {"a": {"b": 6}, "b": {"a": 6}}
