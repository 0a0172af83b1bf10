"""Graphs of other programs, and files that are none."""

import networkx as nx
import pytest

from graph.errors import GraphFileError
from graph.importing import decode_graph, read_graph
from tests.drafts import small_taxonomy

TAXONOMY = small_taxonomy()


def read(text: str, ending: str = ".csv"):
    return decode_graph(text.encode(), ending, TAXONOMY, name="ties")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_csv_of_edges_becomes_relations_told_by_their_rows(mark):
    lines = (
        "Source,Target,Relation,Source kind",
        "Ann Hale,Bob Dorn,met,person",
        "Bob Dorn,Vantor,works for,",
        ",x,y,",
    )
    kb = read("\n".join(lines).replace(",", mark))
    assert set(kb.relations) == {"person:ann-hale>met>group:bob-dorn", "group:bob-dorn>works_for>group:vantor"}
    (article,) = kb.articles.values()
    assert article.title == "ties"
    assert article.text == "Ann Hale met Bob Dorn.\nBob Dorn works for Vantor.\n"
    (claim,) = kb.relations["person:ann-hale>met>group:bob-dorn"].claims
    assert claim.target.span.of(article.text) == "Bob Dorn"


def test_csv_of_edges_needs_no_more_than_two_columns_and_keeps_its_sentences():
    kb = read("from,to,evidence,date\nAnn,Bob,Ann saw Bob.,2024-03-01\nBob,Bob,x,\n")
    (relation,) = kb.relations.values()
    assert relation.type == "tied_to"
    assert relation.first_seen == "2024-03-01"
    assert "Ann saw Bob." in next(iter(kb.articles.values())).text


GRAPHML = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="l" for="node" attr.name="label" attr.type="string"/>
<key id="t" for="edge" attr.name="label" attr.type="string"/>
<graph edgedefault="{direction}"><node id="1"><data key="l">Ann</data></node><node id="2"/>
<edge source="1" target="2"><data key="t">Knows well</data></edge><edge source="1" target="1"/></graph></graphml>"""


@pytest.mark.parametrize("direction", ["directed", "undirected"])
def test_graphml_of_another_program_is_read(direction):
    kb = read(GRAPHML.format(direction=direction), ".graphml")
    assert {actor.name for actor in kb.actors.values()} == {"Ann", "2"}
    assert set(kb.relations) == {"1>knows_well>2"}


@pytest.mark.parametrize(
    ("text", "ending", "words"),
    [
        ("a,b\n1,2", ".csv", "no columns"),
        ("", ".csv", "no columns"),
        ("{}", ".json", "not the JSON"),
        ("[" * 100_000, ".json", "not the JSON"),
        ("no json", ".json", "not the JSON"),
        ("<graphml>", ".graphml", "no GraphML"),
        ("<html/>", ".graphml", "no GraphML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><graphml/>', ".graphml", "entities"),
    ],
)
def test_graph_files_that_are_none_are_refused_in_a_line(text, ending, words):
    with pytest.raises(GraphFileError, match=words):
        read(text, ending)


def test_graph_files_are_told_by_their_endings(tmp_path):
    for name, words in (("a.xlsx", "no graph that can be read"), ("gone.json", "cannot be read")):
        with pytest.raises(GraphFileError, match=words):
            read_graph(tmp_path / name, TAXONOMY)


@pytest.mark.parametrize(
    "claims", ["[", "7", "[7, null]", '[{"sentence": 7, "source": "b", "confidence": "x", "z": 1}]']
)
def test_foreign_claims_that_are_out_of_order_break_nothing(claims):
    network = nx.MultiDiGraph()
    network.add_edge("a", "b", relation_type="met", evidence="A met B.", claims=claims)
    content = "\n".join(nx.generate_graphml(network)).encode()
    back = decode_graph(content, ".graphml", small_taxonomy(), name="story")
    assert list(back.relations) == ["a>met>b"]
