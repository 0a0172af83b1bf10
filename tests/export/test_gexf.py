"""Tests of graph.export.gexf."""

from io import BytesIO
from xml.etree import ElementTree

import networkx as nx

from graph.export.gexf import gexf
from graph.export.steps import whole
from graph.model import KnowledgeBase
from tests.drafts import small_taxonomy
from tests.export.hostile import NAMES, hostile_knowledge
from tests.knowledge_bases import sample_knowledge

SPACE = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def read(kb: KnowledgeBase) -> "nx.MultiDiGraph[str]":
    return nx.read_gexf(BytesIO(whole(gexf(kb, small_taxonomy()))), version="1.3")


def parse(kb: KnowledgeBase) -> ElementTree.Element:
    return ElementTree.fromstring(whole(gexf(kb, small_taxonomy())))  # noqa: S314 - our own file


def test_gexf_comes_back_through_networkx():
    kb = sample_knowledge()
    network = read(kb)
    assert {actor_id: data["label"] for actor_id, data in network.nodes(data=True)} == {
        actor.id: actor.name for actor in kb.actors.values()
    }
    assert sorted((u, v, data["id"]) for u, v, data in network.edges(data=True)) == sorted(
        (relation.source, relation.target, relation.id) for relation in kb.relations.values()
    )


def test_gexf_has_the_types_that_gephi_wants():
    root = parse(sample_knowledge())
    types = {found.get("title"): found.get("type") for found in root.iterfind(".//g:attribute", SPACE)}
    assert types["importance"] == "double"
    assert types["mentions"] == "long"
    assert types["kind"] == "string"
    assert types["symmetric"] == "boolean"
    weights = [float(edge.get("weight", "")) for edge in root.iterfind(".//g:edge", SPACE)]
    assert sorted(weights) == [1.0] * 10 + [2.0]


def test_gexf_keeps_relations_of_one_pair_apart_by_their_kind():
    edges = parse(sample_knowledge()).findall(
        ".//g:edge[@source='person:mara-venn'][@target='person:tobias-ek']", SPACE
    )
    assert {(edge.get("kind"), edge.get("label")) for edge in edges} == {
        ("fired", "fired"),
        ("criticised", "criticised"),
    }


def test_gexf_places_every_actor():
    spots = parse(sample_knowledge()).findall(".//g:node/viz:position", SPACE)
    assert len(spots) == 8
    assert all(-1000 <= float(spot.get("x", "nan")) <= 1000 for spot in spots)
    assert len({(spot.get("x"), spot.get("y")) for spot in spots}) == 8


def test_gexf_drops_what_xml_cannot_hold():
    network = read(hostile_knowledge())
    assert network.nodes["group:control"]["label"] == "Bell and nothing[31m, half  a pair"
    assert network.nodes["group:xml"]["label"] == NAMES["group:xml"]
