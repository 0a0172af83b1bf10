"""The sample story: what a careful reader finds in it at the least, each with its exact sentence."""

from functools import cache
from pathlib import Path

import pytest

from graph.articles import read_article
from graph.extract import extract
from graph.knowledge import build_knowledge, passages
from graph.language.load import load_pipeline
from graph.model import KnowledgeBase, Selection, Status
from graph.taxonomy import load_taxonomy

SEED = Path(__file__).resolve().parents[2] / "seeds" / "2017-05-10-trump-lavrov.txt"
CLAIMS = [
    ("Donald Trump", "met", "Sergei Lavrov"),
    ("Donald Trump", "fired", "James Comey"),
    ("James Comey", "leads", "FBI"),
    ("James Comey", "investigated", "Russia"),
    ("Donald Trump", "met", "Sergei Kislyak"),
    ("Sergei Lavrov", "met", "Rex Tillerson"),
    ("Vladimir Putin", "leads", "Russia"),
    ("Bashar al-Assad", "leads", "Syria"),
    ("Nikki Haley", "criticised", "Russia"),
    ("Rex Tillerson", "works_for", "United States"),
]


@cache
def seed() -> KnowledgeBase:
    """Return the knowledge base of the seed article."""
    article = read_article(SEED.read_bytes(), name=SEED.name)
    return build_knowledge([extract(article, load_pipeline(), load_taxonomy())], load_taxonomy())


def actor_id(name: str) -> str:
    """Return the id of the one actor that has a name."""
    found = [a.id for a in seed().actors.values() if name in (a.name, *a.aliases)]
    assert len(found) == 1, f"{name}: {found}"
    return found[0]


@pytest.mark.parametrize(("source", "relation_type", "target"), CLAIMS)
def test_seed_claim_is_found_with_its_sentences(source: str, relation_type: str, target: str) -> None:
    ends = {actor_id(source), actor_id(target)}
    symmetric = load_taxonomy().relation_type(relation_type).symmetric
    relations = [
        r
        for r in seed().relations.values()
        if r.type == relation_type and {r.source, r.target} == ends and (symmetric or r.source == actor_id(source))
    ]
    assert len(relations) == 1
    assert relations[0].status is Status.ASSERTED
    proofs = passages(seed(), load_taxonomy(), Selection("relation", relations[0].id))
    assert proofs


def test_seed_every_claim_quotes_its_sentence_exactly() -> None:
    article = next(iter(seed().articles.values()))
    for relation in seed().relations.values():
        for proof in passages(seed(), load_taxonomy(), Selection("relation", relation.id)):
            assert article.text[proof.start : proof.end] == proof.text
            roles = {h.role for h in proof.highlights}
            assert {"source", "target"} <= roles or "trigger" in roles
            assert all(0 <= h.start < h.end <= len(proof.text) for h in proof.highlights)


def test_seed_boilerplate_gives_no_actors() -> None:
    names = {name for a in seed().actors.values() for name in (a.name, *a.aliases)}
    assert not {n for n in names if "Musk" in n or n in ("The Independent", "Independent", "Big Tech", "Americans")}


def test_seed_sentences_glued_without_a_space_are_told_apart() -> None:
    article = next(iter(seed().articles.values()))
    starts = {" ".join(s.span.of(article.text).split()[:2]) for s in seed().sentences[article.id]}
    assert {"President Donald", "Mr Lavrov"} <= starts


def test_seed_names_of_one_actor_are_joined_with_reasons() -> None:
    trump = seed().actors[actor_id("Donald Trump")]
    assert "Trump" in trump.aliases
    assert trump.reasons
    assert len([a for a in seed().actors.values() if "Trump" in a.name.split() and a.kind == "person"]) == 1
