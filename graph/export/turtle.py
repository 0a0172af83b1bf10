"""The export as RDF (Turtle): actors, and claims with their sources, in words of PROV, schema.org and Dublin Core."""

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

from graph.export.proofs import Proof, clean, proofs_of
from graph.export.steps import InSteps, Steps
from graph.model import Actor, Article, KnowledgeBase, Relation, Status
from graph.taxonomy import Taxonomy

PREFIXES = {
    "d": "urn:dramatis:term:",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_CLASSES = {"person": "schema:Person", "organisation": "schema:Organization", "place": "schema:Place"}
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}  # by how long they are
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_ADDRESS = re.compile(r"https?://[^\x00-\x20<>\"{}|\\^`]+")


def turtle(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return a claim as an rdf:Statement with status, speaker and sentence, quoted from its article.

    Only what is stated as fact also stands as a plain triple between two actors: nothing that is denied, planned or
    uncertain looks like a fact.
    """
    steps = Steps(len(kb.articles) + len(kb.actors) + len(kb.relations))
    relations = (_relation(kb, relation) for relation in kb.relations.values())
    told = chain(map(_article, kb.articles.values()), map(_actor, kb.actors.values()), relations)
    return "\n".join([*_head(kb, taxonomy), *(yield from steps.each(told))]).encode()


def _head(kb: KnowledgeBase, taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"@prefix {prefix}: <{address}> ." for prefix, address in PREFIXES.items())
    for type_id in dict.fromkeys(relation.type for relation in kb.relations.values()):
        family = taxonomy.relation_type(type_id).family
        label = taxonomy.relation_type(type_id).label
        yield _subject(_term(type_id), ["a rdf:Property", f"rdfs:label {_text(label)}", f"d:family {_text(family)}"])


def _subject(name: str, facts: list[str]) -> str:
    return f"{name}\n    " + " ;\n    ".join(facts) + " ."


def _article(article: Article) -> str:
    facts = ["a schema:NewsArticle, prov:Entity", f"dcterms:title {_text(article.title)}"]
    if article.author:
        facts.append(f"dcterms:creator {_text(article.author)}")
    if article.outlet:
        facts.append(f"dcterms:publisher {_text(article.outlet)}")
    if article.published:
        facts.append(f"dcterms:issued {_date(article.published)}")
    if article.url and _ADDRESS.fullmatch(article.url):
        facts.append(f"schema:url <{article.url}>")
    return _subject(_address("article", article.id), facts)


def _actor(actor: Actor) -> str:
    facts = [
        f"a {_CLASSES.get(actor.kind, 'd:Group')}",
        f"rdfs:label {_text(actor.name)}",
        *(f"skos:altLabel {_text(alias)}" for alias in actor.aliases),
        *(f"schema:jobTitle {_text(role)}" for role in actor.roles),
        f"d:mentions {len(actor.mentions)}",
    ]
    return _subject(_address("actor", actor.id), facts)


def _relation(kb: KnowledgeBase, relation: Relation) -> str:
    claims = [_claim(proof) for proof in proofs_of(kb, relation)]
    ends = _address("actor", relation.source), _address("actor", relation.target)
    fact = [f"{ends[0]} {_term(relation.type)} {ends[1]} ."] if relation.status is Status.ASSERTED else []
    return "\n".join([*fact, *claims])


def _claim(proof: Proof) -> str:
    claim, relation = proof.claim, proof.relation
    facts = [
        "a rdf:Statement, prov:Entity",
        f"rdf:subject {_address('actor', relation.source)}",
        f"rdf:predicate {_term(relation.type)}",
        f"rdf:object {_address('actor', relation.target)}",
        f"d:status {_text(claim.status.value)}",
        f"schema:text {_text(proof.words(proof.sentence))}",
        f"prov:wasQuotedFrom {_address('article', proof.article.id)}",
        f"d:start {proof.sentence.start}",
        f"d:end {proof.sentence.end}",
        f"d:trigger {_text(proof.words(claim.trigger))}",
        f"d:rule {_text(claim.rule)}",
        f'd:confidence "{claim.confidence}"^^xsd:decimal',
    ]
    if proof.speaker:
        facts.append(f"prov:wasAttributedTo {_address('actor', proof.speaker.id)}")
    if claim.when:
        facts.append(f"dcterms:date {_date(claim.when)}")
    return _subject(_address("claim", claim.id), facts)


def _address(what: str, name: str) -> str:
    return f"<urn:dramatis:{what}:{quote(clean(name), safe='')}>"


def _term(type_id: str) -> str:
    return f"<{PREFIXES['d']}{quote(clean(type_id), safe='')}>"


def _text(words: str) -> str:
    return f'"{clean(words).translate(_ESCAPED)}"'


def _date(iso: str) -> str:
    kind = _DATES.get(len(iso)) if _DATE.fullmatch(iso) else None
    return f"{_text(iso)}^^xsd:{kind}" if kind else _text(iso)
