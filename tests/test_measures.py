"""Tests of graph.measures: what the whole network says, held against networkx."""

import random
import time

import networkx as nx
import pytest

from graph import measures
from graph.measures import build_measures
from graph.model import KnowledgeBase
from graph.network import build_network
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge


def network_of(*ties: str, weight: int = 1) -> "nx.MultiDiGraph[str]":
    """Return a network of ties like "ab", "bc!" (denied), "cd*3" (three sentences); "z" is an actor without one."""
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for letter in dict.fromkeys("".join(tie[:2].strip("*!") for tie in ties)):
        network.add_node(letter, name=letter.upper(), importance=1 - ord(letter) / 1000)
    for tie in ties:
        ends, _, times = tie.partition("*")
        if len(ends) > 1:
            status = "negated" if ends.endswith("!") else "asserted"
            network.add_edge(ends[0], ends[1], status=status, weight=int(times or weight))
    return network


def plain(network: "nx.MultiDiGraph[str]") -> "nx.Graph[str]":
    ties: nx.Graph[str] = nx.Graph()
    ties.add_nodes_from(network)
    ties.add_edges_from((a, b) for a, b, status in network.edges(data="status") if status != "negated")
    return ties


STAR = network_of("ab", "ac", "ad", "de", "ef", "dg!", "z")


def test_measures_central_has_ties_with_the_most_others():
    found = build_measures(STAR).central
    assert [finding.actor_id for finding in found] == ["a", "d", "e", "b", "c", "f"]
    assert found[0].value == 3 / 7
    assert found[0].why == "tied to 3 of 7 other actors in 3 sentences, among them B and C"
    assert found[3].why == "tied to 1 of 7 other actors in 1 sentence, A"


def test_measures_central_counts_sentences_among_equals():
    assert [f.actor_id for f in build_measures(network_of("ab", "cd*4")).central] == ["c", "d", "a", "b"]


def test_measures_bridges_say_on_how_many_paths_and_whom_they_join():
    first = build_measures(STAR).bridges[0]
    assert first.actor_id == "a"
    assert first.value == pytest.approx(7 / 10)
    assert first.why == "on 70 of 100 shortest paths; D and B are tied only this way"


def test_measures_bridges_between_groups_that_a_second_one_joins_too():
    ring = network_of("ab", "bc", "ca", "ad", "be", "de", "ef", "fd")
    whys = {finding.actor_id: finding.why for finding in build_measures(ring).bridges}
    assert whys["a"].endswith("; a bridge to the group of D and E")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_measures_betweenness_is_that_of_networkx(seed):
    network = build_network(synthetic_knowledge(80, seed=seed))
    ties = plain(network)
    pairs = {n: (len(c) - 1) * (len(c) - 2) / 2 for c in nx.connected_components(ties) for n in c}
    expected = {
        n: v / pairs[n] if pairs[n] else 0 for n, v in nx.betweenness_centrality(ties, normalized=False).items()
    }
    assert build_measures(network).betweenness == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(6))
def test_measures_joints_are_the_articulation_points_and_count_who_is_cut_off(seed):
    chance = random.Random(seed)  # noqa: S311 - drawn data, no secret
    letters = "abcdefghijklmnop"
    network = network_of(*letters, *("".join(chance.sample(letters, 2)) for _ in range(16)))
    ties = plain(network)
    expected = {}
    for point in nx.articulation_points(ties):
        rest = ties.subgraph(nx.node_connected_component(ties, point) - {point})
        sizes = sorted(map(len, nx.connected_components(rest)))
        expected[point] = sum(sizes[:-1])
    found = {finding.actor_id: finding.value for finding in build_measures(network).joints}
    assert found.items() <= expected.items()
    assert len(found) == min(len(expected), measures.MOST_LISTED)
    assert sorted(found.values(), reverse=True) == sorted(expected.values(), reverse=True)[: measures.MOST_LISTED]


def test_measures_joints_say_who_would_not_be_tied():
    first = build_measures(STAR).joints[0]
    assert (first.actor_id, first.value) == ("a", 2)
    assert first.why == "D and B are tied only this way; 2 actors would be cut off"


def test_measures_groups_are_named_by_their_two_most_important_actors():
    cliques = ["ab", "bc", "ca", "ad", "bd", "cd", "ef", "fg", "ge", "dg"]
    found = build_measures(network_of(*cliques, "z"))
    assert [(group.name, group.actor_ids) for group in found.groups] == [
        ("A and B", ("a", "b", "c", "d")),
        ("E and F", ("e", "f", "g")),
    ]
    assert found.groups[0].why == "6 of the 7 ties of these 4 actors are among themselves"
    assert found.group_of == {"a": 0, "b": 0, "c": 0, "d": 0, "e": 1, "f": 1, "g": 1}


def test_measures_take_what_is_only_denied_for_no_tie():
    assert "g" not in {finding.actor_id for finding in build_measures(STAR).central}
    assert "g" not in build_measures(STAR).group_of


def test_measures_are_the_same_each_time():
    network = build_network(synthetic_knowledge(400))
    assert build_measures(network) == build_measures(network)


@pytest.mark.parametrize(
    "kb", [KnowledgeBase(), KnowledgeBase(actors=sample_knowledge().actors)], ids=["none", "no tie"]
)
def test_measures_of_no_ties_are_empty(kb):
    found = build_measures(build_network(kb))
    assert (found.central, found.bridges, found.joints, found.groups) == ((), (), (), ())
    assert set(found.betweenness.values()) <= {0.0}


def test_measures_of_many_actors_estimate_and_say_so(monkeypatch):
    network = build_network(synthetic_knowledge(1_000))
    exact = build_measures(network)
    assert "estimated" not in exact.note
    monkeypatch.setattr(measures, "MOST_EXACT", 900)
    rough = build_measures(network)
    assert rough.note.endswith("bridges estimated from the paths that start at 200 of 1,000 actors.")
    total = sum(exact.betweenness.values())
    assert sum(rough.betweenness.values()) == pytest.approx(total, rel=0.1)
    assert {f.actor_id for f in exact.bridges[:3]} <= {f.actor_id for f in rough.bridges}


def test_measures_of_a_thousand_actors_take_less_than_half_a_second():
    network = build_network(synthetic_knowledge(1_000))
    started = time.process_time()  # of the processor: others may be busy on the machine
    build_measures(network)
    assert time.process_time() - started < 0.5
