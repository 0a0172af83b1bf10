"""Tests of graph.export.turtle, read back by rdflib."""

from urllib.parse import quote

from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef

from graph.export.steps import whole
from graph.export.turtle import turtle
from graph.model import Status
from tests.drafts import small_taxonomy
from tests.export.hostile import hostile_knowledge
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge

D = Namespace("urn:dramatis:term:")
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
DCTERMS = Namespace("http://purl.org/dc/terms/")


def read(kb) -> Graph:
    return Graph().parse(data=whole(turtle(kb, small_taxonomy())), format="turtle")


def actor(name: str) -> URIRef:
    return URIRef(f"urn:dramatis:actor:{quote(name, safe='')}")


def test_turtle_quotes_every_claim_from_its_article():
    kb = sample_knowledge()
    graph = read(kb)
    claims = set(graph.subjects(RDF.type, RDF.Statement))
    assert len(claims) == sum(len(relation.claims) for relation in kb.relations.values())
    (funded,) = graph.subjects(RDF.predicate, D.funded)
    assert graph.value(funded, RDF.subject) == actor("organisation:halden-energy")
    assert str(graph.value(funded, D.status)) == "hedged"
    assert graph.value(funded, PROV.wasAttributedTo) == actor("person:mara-venn")
    article = graph.value(funded, PROV.wasQuotedFrom)
    assert str(graph.value(article, DCTERMS.title)) == "Minister fires her adviser"
    assert graph.value(article, DCTERMS.issued) == Literal("2024-03-01", datatype=XSD.date)
    assert "may have funded" in str(graph.value(funded, SCHEMA.text))


def test_turtle_states_as_facts_only_what_is_stated_as_fact():
    kb = sample_knowledge()
    graph = read(kb)
    for relation in kb.relations.values():
        plain = (actor(relation.source), D[relation.type], actor(relation.target))
        assert (plain in graph) == (relation.status is Status.ASSERTED)


def test_turtle_keeps_hostile_names_as_words():
    assert str(read(sample_knowledge()).value(actor("person:script"), RDFS.label)) == HOSTILE_NAME
    graph = read(hostile_knowledge())
    labels = {str(label) for label in graph.objects(None, RDFS.label)}
    assert "</node><script>alert('x')</script> & \"Co\"" in labels
    assert not list(graph.objects(None, SCHEMA.url))
