"""Actors across articles, relations out of claims, and passages that prove them."""

from itertools import pairwise

from graph.knowledge import build_knowledge, build_reading, claim_passages, leave_out, passages
from graph.model import (
    Article,
    Chain,
    Claim,
    Construction,
    Extraction,
    Form,
    Mention,
    Selection,
    Sentence,
    Status,
    TextSpan,
)
from graph.resolve import resolve, slug
from graph.taxonomy import load_taxonomy
from tests.knowledge_bases import sample_knowledge

TEXT = "Ann Hale sued Bob Dorn. Dorn denied it. The Hale chief met Dorn."


def mention(words: str, chain: int, *, at: int = 0, kind: str = "person", article: str = "a") -> Mention:
    start = TEXT.index(words, at)
    sentence = TEXT[:start].count(". ")
    return Mention(article, sentence, TextSpan(start, start + len(words)), Form.NAME, kind, chain)


def claim(source: Mention, trigger: str, target: Mention, relation_type: str, status: Status) -> Claim:
    start = TEXT.index(trigger)
    return Claim(
        id=f"{source.article_id}:{source.sentence}:{relation_type}:{source.span.start}-{target.span.start}",
        article_id=source.article_id,
        sentence=source.sentence,
        relation_type=relation_type,
        source=source,
        trigger=TextSpan(start, start + len(trigger)),
        lemma=trigger,
        target=target,
        status=status,
        speaker=None,
        when=None,
        confidence=0.9,
        construction=Construction.ACTIVE,
        rule="verb",
    )


def extraction(article_id: str, chains: tuple[Chain, ...], claims: tuple[Claim, ...] = ()) -> Extraction:
    spans = (TextSpan(0, 23), TextSpan(24, 39), TextSpan(40, len(TEXT)))
    ends = {end for c in claims for end in (c.source, c.target)}
    return Extraction(
        article=Article(id=article_id, title="A title", text=TEXT, published="2020-01-02"),
        sentences=tuple(Sentence(article_id, i, span) for i, span in enumerate(spans)),
        mentions=tuple(sorted(ends, key=lambda m: m.span.start)),
        chains=chains,
        claims=claims,
        version="1",
    )


def suit() -> Extraction:
    """Ann sued Bob; Ann met Bob, which is hedged; their meeting is symmetric."""
    ann, bob = mention("Ann Hale", 0), mention("Bob Dorn", 1)
    chief, dorn = mention("The Hale chief", 0), mention("Dorn", 1, at=50)
    return extraction(
        "a",
        (Chain(0, "Ann Hale", "person"), Chain(1, "Bob Dorn", "person", ("Dorn",))),
        (claim(ann, "sued", bob, "sued", Status.ASSERTED), claim(chief, "met", dorn, "met", Status.HEDGED)),
    )


def test_resolve_joins_a_surname_that_one_person_has() -> None:
    first = extraction("a", (Chain(0, "Ann Hale", "person"),))
    second = extraction("b", (Chain(0, "Hale", "person"),))
    found = resolve([second, first])
    assert list(found.actors) == ["person:ann-hale"]
    assert found.actors["person:ann-hale"].aliases == ("Hale",)
    assert any("surname" in reason for reason in found.actors["person:ann-hale"].reasons)


def test_resolve_keeps_a_surname_of_two_people_apart() -> None:
    first = extraction("a", (Chain(0, "Ann Hale", "person"), Chain(1, "Tom Hale", "person")))
    second = extraction("b", (Chain(0, "Hale", "person"),))
    assert set(resolve([first, second]).actors) == {"person:ann-hale", "person:tom-hale", "person:hale"}


def test_resolve_keeps_kinds_apart() -> None:
    found = resolve([extraction("a", (Chain(0, "Jordan", "person"), Chain(1, "Jordan", "place")))])
    assert set(found.actors) == {"person:jordan", "place:jordan"}


def test_resolve_slug_of_hostile_and_foreign_names() -> None:
    assert slug("<script>alert(1)</script>") == "script-alert-1-script"
    assert slug("Ángeles Ortega") == "angeles-ortega"
    assert slug("محمد علي") == "محمد-علي"
    assert slug("…") == "unnamed"


def test_knowledge_relations_have_readable_ids_and_quotes() -> None:
    knowledge = build_knowledge([suit()], load_taxonomy())
    assert set(knowledge.relations) == {
        "person:ann-hale>sued>person:bob-dorn",
        "person:ann-hale>met>person:bob-dorn",
    }
    for selection in (Selection("relation", r) for r in knowledge.relations):
        for passage in passages(knowledge, load_taxonomy(), selection):
            assert TEXT[passage.start : passage.end] == passage.text


def test_knowledge_gives_the_sentences_of_claims() -> None:
    knowledge = build_knowledge([suit()], load_taxonomy())
    claims = [claim for relation in knowledge.relations.values() for claim in relation.claims]
    found = claim_passages(knowledge, load_taxonomy(), [claims[0].id, "gone"])
    assert list(found) == [claims[0].id]
    assert found[claims[0].id].claim_id == claims[0].id


def test_knowledge_drops_claims_whose_ends_are_one_actor() -> None:
    ann, bob = mention("Ann Hale", 0), mention("Dorn", 1)
    chains = (Chain(0, "Ann Hale", "person"), Chain(1, "Ann Hale", "person"))
    found = extraction("a", chains, (claim(ann, "sued", bob, "sued", Status.ASSERTED),))
    assert not build_knowledge([found], load_taxonomy()).relations


def test_knowledge_status_is_the_firmest_and_weight_counts_sentences() -> None:
    first, second = suit(), suit()
    other = claim(mention("Ann Hale", 0), "sued", mention("Bob Dorn", 1), "met", Status.ASSERTED)
    both = Extraction(
        first.article, first.sentences, first.mentions, first.chains, (*second.claims, other), version="1"
    )
    met = build_knowledge([both], load_taxonomy()).relations["person:ann-hale>met>person:bob-dorn"]
    assert (met.status, met.weight, met.article_count) == (Status.ASSERTED, 2, 1)
    assert (met.first_seen, met.last_seen) == ("2020-01-02", "2020-01-02")


def test_knowledge_passages_of_an_actor_put_firm_claims_first() -> None:
    knowledge = build_knowledge([suit()], load_taxonomy())
    found = passages(knowledge, load_taxonomy(), Selection("actor", "person:ann-hale"))
    assert [p.status for p in found] == [Status.ASSERTED, Status.HEDGED]
    assert {h.role for h in found[0].highlights} == {"source", "trigger", "target"}
    marked = {h.role: found[0].text[h.start : h.end] for h in found[0].highlights}
    assert marked == {"source": "Ann Hale", "trigger": "sued", "target": "Bob Dorn"}
    assert found[0].after == "Dorn denied it."


def test_knowledge_passages_of_nothing_are_none() -> None:
    knowledge = build_knowledge([suit()], load_taxonomy())
    assert passages(knowledge, load_taxonomy(), Selection()) == ()
    assert passages(knowledge, load_taxonomy(), Selection("actor", "person:nobody")) == ()


def test_knowledge_passages_keep_only_the_claims_asked_for() -> None:
    knowledge = build_knowledge([suit()], load_taxonomy())
    kept = frozenset({suit().claims[1].id})
    found = passages(knowledge, load_taxonomy(), Selection("actor", "person:bob-dorn"), keep=kept)
    assert [p.status for p in found if p.claim_id] == [Status.HEDGED]


def test_knowledge_reading_has_the_words_of_every_claim_and_all_sentences() -> None:
    reading = build_reading(build_knowledge([suit()], load_taxonomy()), load_taxonomy(), "a")
    assert sorted(mark.span.start for mark in reading.claims) == sorted(claim.trigger.start for claim in suit().claims)
    assert {mark.told for mark in reading.claims} == {"Ann Hale met Bob Dorn", "Ann Hale sued Bob Dorn"}
    assert reading.sentences == tuple(sentence.span for sentence in suit().sentences)


def test_knowledge_reading_marks_never_overlap() -> None:
    reading = build_reading(build_knowledge([suit()], load_taxonomy()), load_taxonomy(), "a")
    ends = [(m.span.start, m.span.end) for m in reading.marks]
    assert all(before[1] <= after[0] for before, after in pairwise(ends))
    assert [m.span.of(TEXT) for m in reading.marks] == ["Ann Hale", "Bob Dorn", "The Hale chief", "Dorn"]


def test_knowledge_leaves_out_actors_with_their_relations_but_not_who_speaks():
    kb = sample_knowledge()
    part = leave_out(kb, {"person:tobias-ek", "person:mara-venn"})
    assert "person:tobias-ek" not in part.actors
    assert "person:mara-venn" in part.actors  # she says that Halden may have funded the River Guard
    assert all("tobias-ek" not in name and "mara-venn" not in name for name in part.relations)
    assert len(part.relations) == sum("tobias" not in name and "mara" not in name for name in kb.relations)
    assert leave_out(kb, ()) == kb
