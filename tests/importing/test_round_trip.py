"""What is exported comes back: the same knowledge base from JSON, the same relations and mentions from other forms."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO, StringIO
from zipfile import ZipFile

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import GraphFileError
from graph.export import encode
from graph.export.flat import flat_network
from graph.export.proofs import clean
from graph.export.steps import Steps, whole
from graph.importing import decode_graph
from graph.model import Actor, KnowledgeBase, Mention, TextSpan
from graph.network import build_network
from tests.articles.made_files import zipped
from tests.drafts import small_taxonomy
from tests.export.hostile import hostile_knowledge
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

TAXONOMY = small_taxonomy()
NAMES = st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12), max_size=8)


def again(kb: KnowledgeBase, format: str) -> KnowledgeBase:
    ending = ".zip" if format == "csv-tables" else f".{format}"
    return decode_graph(encode(kb, TAXONOMY, format=format), ending, TAXONOMY, name="story")


def flat(kb: KnowledgeBase) -> "nx.MultiDiGraph[str]":
    return whole(flat_network(kb, TAXONOMY, Steps(1)))


def told(kb: KnowledgeBase) -> Mapping[str, object]:
    """Return what each relation says: its ends, status, and every sentence."""
    return {
        relation.id: (
            (relation.source, relation.type, relation.family, relation.target),
            relation.status,
            {kb.sentences[c.article_id][c.sentence].span.of(kb.articles[c.article_id].text) for c in relation.claims},
        )
        for relation in kb.relations.values()
    }


def with_names(kb: KnowledgeBase, names: list[str]) -> KnowledgeBase:
    renamed: dict[str, Actor] = dict(kb.actors)
    for actor, name in zip(kb.actors.values(), names, strict=False):
        renamed[actor.id] = replace(actor, name=name, roles=(*names[:2],), aliases=(name, "Alias"))
    articles = {article.id: replace(article, author="Mia Ross") for article in kb.articles.values()}
    return replace(kb, actors=renamed, articles=articles)


def with_facts(kb: KnowledgeBase) -> KnowledgeBase:
    """Return knowledge in which actors have roles and aliases, articles authors, and some claims speakers."""
    named = {
        actor.id: replace(actor, roles=("chair", "Dr"), aliases=(actor.name, "X."), reasons=("'X.'; short",))
        for actor in kb.actors.values()
    }
    articles = {article.id: replace(article, author="Mia Ross") for article in kb.articles.values()}
    relations = {
        relation.id: replace(relation, claims=tuple(replace(claim, speaker=claim.target) for claim in relation.claims))
        for relation in list(kb.relations.values())[::2]
    }
    return replace(kb, actors=named, articles=articles, relations={**kb.relations, **relations})


def words_of(kb: KnowledgeBase, article_id: str, span: TextSpan) -> str:
    return span.of(kb.articles[article_id].text)


def marked(kb: KnowledgeBase) -> Mapping[str, object]:
    """Return by which words, in which sentences and how each actor is named, and what each claim marks."""

    def seen(mention: Mention) -> tuple[str, ...]:
        sentence = kb.sentences[mention.article_id][mention.sentence].span
        words = (words_of(kb, mention.article_id, span) for span in (sentence, mention.span))
        return mention.article_id, *words, mention.form.value, mention.kind

    return {
        "actors": {actor.id: [seen(mention) for mention in actor.mentions] for actor in kb.actors.values()},
        "claims": {
            relation.id: [
                (
                    *(seen(mention) if mention else None for mention in (claim.source, claim.target, claim.speaker)),
                    words_of(kb, claim.article_id, claim.trigger),
                    claim.lemma,
                )
                for claim in relation.claims
            ]
            for relation in kb.relations.values()
        },
    }


def bare(kb: KnowledgeBase) -> list[object]:
    """Return articles without their texts."""
    return [replace(article, text="", removed=()) for article in kb.articles.values()]


def table(kb: KnowledgeBase) -> list[dict[str, str]]:
    """Return the claims as they stand in a table, but for the places of sentences in texts that a table lacks."""
    rows = csv.DictReader(StringIO(encode(kb, TAXONOMY, format="csv").decode("utf-8-sig"), newline=""))
    return [{name: cell for name, cell in row.items() if name not in ("start", "end")} for row in rows]


@settings(max_examples=15, deadline=None)
@given(st.integers(2, 40), st.integers(0, 1000), NAMES)
def test_round_trip_through_json_gives_the_same_knowledge(actors, seed, names):
    kb = with_names(synthetic_knowledge(actors, seed=seed), names)
    back = again(kb, "json")
    assert back == kb
    assert encode(back, TAXONOMY, format="json") == encode(kb, TAXONOMY, format="json")


@pytest.mark.parametrize("kb", [KnowledgeBase(), sample_knowledge()], ids=["nothing", "sample"])
def test_round_trip_through_json_gives_the_same_network(kb):
    back = build_network(again(kb, "json"))
    assert dict(back.nodes(data=True)) == dict(build_network(kb).nodes(data=True))
    assert list(back.edges(keys=True, data=True)) == list(build_network(kb).edges(keys=True, data=True))


def test_round_trip_through_json_changes_nothing_hostile_but_half_a_pair():
    kb = hostile_knowledge()
    control = kb.actors["group:control"]
    whole = replace(control, name=control.name.replace("\ud800", "?"))
    assert again(kb, "json") == replace(kb, actors={**kb.actors, control.id: whole})


@settings(max_examples=8, deadline=None)
@given(st.integers(2, 30), st.integers(0, 1000))
def test_round_trip_through_graphml_keeps_actors_and_what_is_told(actors, seed):
    kb = with_facts(synthetic_knowledge(actors, seed=seed))
    back = again(kb, "graphml")
    assert told(back) == told(kb)
    network, wanted = flat(back), flat(kb)
    assert list(network.edges(keys=True, data=True)) == list(wanted.edges(keys=True, data=True))
    assert list(network.nodes(data=True)) == list(wanted.nodes(data=True))
    assert marked(back) == marked(kb)
    assert [actor.reasons for actor in back.actors.values()] == [actor.reasons for actor in kb.actors.values()]
    assert bare(back) == bare(kb)
    assert encode(back, TAXONOMY, format="graphml") == encode(again(back, "graphml"), TAXONOMY, format="graphml")


@settings(max_examples=8, deadline=None)
@given(st.integers(2, 30), st.integers(0, 1000))
def test_round_trip_through_tables_keeps_actors_mentions_and_what_is_told(actors, seed):
    kb = with_facts(synthetic_knowledge(actors, seed=seed))
    back = again(kb, "csv-tables")
    assert told(back) == told(kb)
    assert marked(back) == marked(kb)
    assert table(back) == table(kb)
    network, wanted = flat(back), flat(kb)
    assert list(network.edges(keys=True, data=True)) == list(wanted.edges(keys=True, data=True))
    assert list(network.nodes(data=True)) == list(wanted.nodes(data=True))
    assert bare(back) == bare(kb)
    assert encode(again(back, "csv-tables"), TAXONOMY, format="csv-tables") == encode(
        back, TAXONOMY, format="csv-tables"
    )


@pytest.mark.parametrize("format", ["graphml", "csv-tables"])
def test_round_trip_keeps_who_is_named_without_a_claim_and_by_a_pronoun(format):
    kb = sample_knowledge()
    back = again(kb, format)
    assert marked(back) == marked(kb)
    venn, selby = back.actors["person:mara-venn"], back.actors["place:port-selby"]
    assert "She" in [words_of(back, mention.article_id, mention.span) for mention in venn.mentions]
    assert [words_of(back, mention.article_id, mention.span) for mention in selby.mentions] == ["Port Selby"]


def test_round_trip_through_graphml_counts_alike_what_xml_cannot_hold():
    kb = hostile_knowledge()
    network, wanted = flat(again(kb, "graphml")), flat(kb)
    assert dict(network.nodes(data="mentions")) == dict(wanted.nodes(data="mentions"))


@pytest.mark.parametrize("format", ["graphml", "csv", "csv-tables"])
def test_round_trip_gives_each_actor_its_own_words_where_a_sentence_names_the_two_the_other_way_round(format):
    kb = sample_knowledge()
    (met,) = (relation for relation in kb.relations.values() if relation.type == "met")
    claims = tuple(replace(claim, source=claim.target, target=claim.source) for claim in met.claims)
    turned = replace(kb, relations={**kb.relations, met.id: replace(met, claims=claims)})
    back = again(turned, format)
    for claim in back.relations[met.id].claims:
        for end in (claim.source, claim.target):
            assert words_of(back, claim.article_id, end.span) in (back.actor_of(end).name, *back.actor_of(end).aliases)
        assert (back.actor_of(claim.source).id, back.actor_of(claim.target).id) == (met.target, met.source)
    assert format == "csv" or marked(back) == marked(turned)


@given(st.lists(st.sampled_from(["'", "=", " ", "-", "x", "＠", "\t", "\x00", "; "]), max_size=8).map("".join))
def test_round_trip_through_tables_gives_back_words_that_look_like_formulas(name):
    kb = sample_knowledge()
    venn = kb.actors["person:mara-venn"]
    shown = clean(name)
    back = again(replace(kb, actors={**kb.actors, venn.id: replace(venn, name=f"{name}Venn")}), "csv-tables")
    assert back.actors[venn.id].name == f"{shown}Venn"
    assert [len(actor.mentions) for actor in back.actors.values()] == [len(a.mentions) for a in kb.actors.values()]


def test_round_trip_through_tables_counts_alike_what_is_hostile():
    kb = hostile_knowledge()
    network, wanted = flat(again(kb, "csv-tables")), flat(kb)
    assert dict(network.nodes(data="label")) == dict(wanted.nodes(data="label"))
    assert dict(network.nodes(data="mentions")) == dict(wanted.nodes(data="mentions"))
    assert dict(network.nodes(data="importance")) == dict(wanted.nodes(data="importance"))


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        (b'"name","person"', b'"shout","person"'),
        (b'"Port Selby","name"', b'"Elsewhere","name"'),
        (b'"article_id","start"', b'"article","begin"'),
        (b'"at"', b'"where"'),
        (b'"source_mention"', b'"source_article"'),
        (b'"trigger_at"', b'"trigger_article"'),
        (b'"sentence_start"', b'"sentence_begin"'),
        (b'"mention_id","actor_id"', b'"id","actor"'),
    ],
)
def test_tables_that_were_damaged_are_read_as_far_as_they_go(written, instead):
    kb = sample_knowledge()
    with ZipFile(BytesIO(encode(kb, TAXONOMY, format="csv-tables"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert any(written in content for content in parts.values())
    damaged = zipped({name: content.replace(written, instead) for name, content in parts.items()})
    back = decode_graph(damaged, ".zip", TAXONOMY, name="story")
    assert set(back.relations) == set(kb.relations)
    for actor in back.actors.values():
        assert all(0 <= mention.span.start <= len(back.articles[mention.article_id].text) for mention in actor.mentions)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK", "is a damaged archive"),
        (zipped({"actors.csv": "actor_id\n", "claims.csv": "source,target\n"}), "lacks one of actors.csv, claims.csv"),
        (zipped({"actors.csv": "a\n", "claims.csv": "a\n", "mentions.csv": "a\n"}), "claims.csv' has no columns"),
    ],
)
def test_tables_that_are_not_ours_are_refused(content, words):
    with pytest.raises(GraphFileError, match=words):
        decode_graph(content, ".zip", TAXONOMY, name="story")


def test_tables_that_unpack_to_too_much_are_refused(monkeypatch):
    monkeypatch.setattr("graph.importing.tables.MOST_BYTES", 1000)
    with pytest.raises(GraphFileError, match="unpacks to more than"):
        again(sample_knowledge(), "csv-tables")


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ('"form": "name"', '"form": "shout"'),
        ('"words": "Port Selby"', '"words": "Elsewhere"'),
        ('"at": ', '"at": -1'),
        ('"at": ', '"at": "x"'),
        ('"sentences": [[', '"sentences": [3, ['),
        ('[{"article_id"', '[7, {"article_id"'),
        ('[{"article_id"', '[{"article_id'),
        ('"places": {', '"places": [{'),
    ],
)
def test_graphml_of_ours_that_was_damaged_is_read_as_far_as_it_goes(written, instead):
    kb = sample_knowledge()
    content = encode(kb, TAXONOMY, format="graphml").decode()
    assert written in content
    back = decode_graph(content.replace(written, instead).encode(), ".graphml", TAXONOMY, name="story")
    assert set(back.relations) == set(kb.relations)
    for actor in back.actors.values():
        assert all(0 <= mention.span.start <= len(back.articles[mention.article_id].text) for mention in actor.mentions)


@settings(max_examples=8, deadline=None)
@given(st.integers(2, 30), st.integers(0, 1000))
def test_round_trip_through_csv_keeps_every_claim(actors, seed):
    kb = with_facts(synthetic_knowledge(actors, seed=seed))
    back = again(kb, "csv")
    assert told(back) == told(kb)
    assert table(back) == table(kb)
    for relation in kb.relations.values():
        found = back.relations[relation.id]
        assert (found.weight, found.article_count) == (relation.weight, relation.article_count)
        assert (found.first_seen, found.last_seen) == (relation.first_seen, relation.last_seen)
        assert [(c.id, c.status, c.when, c.confidence, c.rule) for c in found.claims] == [
            (c.id, c.status, c.when, c.confidence, c.rule) for c in relation.claims
        ]


def test_round_trip_through_csv_marks_the_same_words_and_takes_formulas_for_names():
    kb = sample_knowledge()
    (claim,) = again(kb, "csv").relations["organisation:halden-energy>funded>group:river-guard"].claims
    back = again(kb, "csv")
    text = back.articles[claim.article_id].text
    assert [span.of(text) for span in (claim.source.span, claim.trigger, claim.target.span)] == [
        "Halden",
        "funded",
        "River Guard",
    ]
    assert back.actor_of(claim.speaker).id == "person:mara-venn"
    assert back.articles["a1f0c2d4e6b8"].url == "https://selby-post.example/minister-fires-her-adviser"
    names = {actor.name for actor in again(hostile_knowledge(), "csv").actors.values()}
    assert {"+1+cmd|' /C calc'!A0", "＝1+1", "@SUM(A1)", '=HYPERLINK("http://evil.example","x")'} <= names
