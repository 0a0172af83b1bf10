"""Tests of graph.filters and graph.tables; the tables are held against a plain reading of the rules."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.filters import Filters, fold
from graph.model import Actor, Claim, KnowledgeBase, Status
from graph.tables import build_tables, count_choices, narrow
from tests.drafts import FAMILIES, small_taxonomy
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

SAMPLE = sample_knowledge()
DRAWN = synthetic_knowledge(12)
SAMPLE_TABLES, DRAWN_TABLES = build_tables(SAMPLE), build_tables(DRAWN)
KINDS = ["person", "organisation", "place", "group"]
FIRED = "person:mara-venn>fired>person:tobias-ek"


def some(values):
    """Return a strategy for a few of the values, or none, or a stranger."""
    return st.lists(st.sampled_from([*values, "martian"]), max_size=3).map(tuple)


def filters_for(kb: KnowledgeBase):
    words = ["venn", "EK", "halden energy", "harbour", "a", "<script>", "مريم", "day 1", "zzz", "  ", "fired Tobias"]
    return st.builds(
        Filters,
        kinds=some(KINDS),
        families=some(sorted(set(FAMILIES.values()))),
        types=some(FAMILIES),
        statuses=some(Status),
        articles=some(kb.articles),
        min_sentences=st.integers(1, 4),
        text=st.one_of(st.just(""), st.sampled_from(words)),
    )


# --- The rules, read plainly ---


def plain(text: str) -> str:
    bare = [letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)]
    return "".join(bare).casefold()


def naive(kb: KnowledgeBase, filters: Filters) -> tuple[set[str], dict[str, list[Claim]]]:
    """Return the ids of the shown actors, and the shown relations with their passing claims."""
    text = plain(filters.text)

    def named(actor: Actor) -> bool:
        return any(text in plain(name) for name in (actor.name, *actor.aliases))

    def told(claim: Claim) -> bool:
        span = kb.sentences[claim.article_id][claim.sentence].span
        return text in plain(span.of(kb.articles[claim.article_id].text))

    def wanted(value: str, chosen: tuple[str, ...]) -> bool:
        return not chosen or value in chosen

    relations = {}
    for relation in kb.relations.values():
        ends = kb.actors[relation.source], kb.actors[relation.target]
        claims = [
            claim
            for claim in relation.claims
            if wanted(relation.type, filters.types)
            and wanted(relation.family, filters.families)
            and wanted(claim.status, filters.statuses)
            and wanted(claim.article_id, filters.articles)
        ]
        if not all(wanted(end.kind, filters.kinds) for end in ends):
            continue
        if len({(claim.article_id, claim.sentence) for claim in claims}) < filters.min_sentences:
            continue
        if any(map(named, ends)) or any(map(told, claims)):
            relations[relation.id] = claims
    actors = {end for shown in relations for end in (kb.relations[shown].source, kb.relations[shown].target)}
    if not (filters.types or filters.families or filters.statuses or filters.min_sentences > 1):
        actors |= {
            actor.id
            for actor in kb.actors.values()
            if wanted(actor.kind, filters.kinds)
            and (not filters.articles or {m.article_id for m in actor.mentions} & set(filters.articles))
            and named(actor)
        }
    return actors, relations


@pytest.mark.parametrize(("kb", "tables"), [(SAMPLE, SAMPLE_TABLES), (DRAWN, DRAWN_TABLES)], ids=["sample", "drawn"])
@settings(deadline=None, max_examples=150, derandomize=True)
@given(data=st.data())
def test_tables_show_what_the_rules_say(kb, tables, data):
    filters = data.draw(filters_for(kb))
    actors, relations = naive(kb, filters)
    shown = narrow(tables, filters)
    assert shown.actors == actors
    assert list(shown.relations.index) == list(relations)
    assert shown.claims == {claim.id for claims in relations.values() for claim in claims}
    for row in shown.relations.itertuples():
        claims = relations[row.Index]
        assert row.weight == len({(claim.article_id, claim.sentence) for claim in claims})
        assert row.article_count == len({claim.article_id for claim in claims})
        assert row.status == min((claim.status for claim in claims), key=list(Status).index)


@pytest.mark.parametrize(("kb", "tables"), [(SAMPLE, SAMPLE_TABLES), (DRAWN, DRAWN_TABLES)], ids=["sample", "drawn"])
@settings(deadline=None, max_examples=40, derandomize=True)
@given(data=st.data())
def test_tables_count_what_each_choice_alone_would_show(kb, tables, data):
    filters = data.draw(filters_for(kb))
    counts = count_choices(tables, filters)
    assert set(counts) == {"kinds", "families", "types", "statuses", "articles"}
    for field, choices in counts.items():
        for choice, count in choices.items():
            alone = {name: getattr(filters, name) for name in Filters.__dataclass_fields__} | {field: (choice,)}
            assert count == len(naive(kb, Filters(**alone))[1])


def test_tables_count_every_choice_that_the_articles_offer():
    counts = count_choices(SAMPLE_TABLES, Filters(text="nothing holds this"))
    assert list(counts["kinds"]) == KINDS
    assert set(counts["types"]) == {relation.type for relation in SAMPLE.relations.values()}
    assert list(counts["statuses"]) == list(Status)
    assert list(counts["articles"]) == list(SAMPLE.articles)
    assert {count for choices in counts.values() for count in choices.values()} == {0}


def test_tables_of_nothing_show_nothing():
    tables = build_tables(KnowledgeBase())
    shown = narrow(tables, Filters(kinds=("person",), text="x"))
    assert (shown.actors, shown.claims, len(shown.relations)) == (frozenset(), frozenset(), 0)
    assert count_choices(tables, Filters())["types"] == {}


def test_tables_without_filters_show_actors_without_relations():
    assert "place:port-selby" in narrow(SAMPLE_TABLES, Filters()).actors


def test_tables_with_a_filter_of_relations_hide_actors_without_any():
    shown = narrow(SAMPLE_TABLES, Filters(statuses=("asserted",)))
    assert "place:port-selby" not in shown.actors


def test_tables_recount_a_relation_from_its_passing_claims():
    first = next(iter(SAMPLE.articles))
    shown = narrow(SAMPLE_TABLES, Filters(articles=(first,)))
    assert SAMPLE.relations[FIRED].weight == 2
    assert shown.relations.loc[FIRED, ["weight", "article_count"]].tolist() == [1, 1]


def test_tables_find_names_without_case_and_accents():
    assert narrow(SAMPLE_TABLES, Filters(text="TOBIAS ek")).actors >= {"person:tobias-ek", "person:mara-venn"}


def test_tables_find_plain_text_only():
    assert narrow(SAMPLE_TABLES, Filters(text=".*")).actors == frozenset()


# --- The value ---


@settings(deadline=None, derandomize=True)
@given(
    st.builds(
        Filters,
        kinds=st.lists(st.text()).map(tuple),
        families=st.lists(st.text()).map(tuple),
        types=st.lists(st.text()).map(tuple),
        statuses=some(Status),
        articles=st.lists(st.text()).map(tuple),
        min_sentences=st.integers(),
        text=st.text(st.characters(exclude_categories=())),
    )
)
def test_filters_come_back_from_their_query_string(filters):
    query = filters.to_query()
    assert query.isascii()
    assert Filters.from_query(query) == filters
    assert Filters.from_query("?" + query) == filters


def test_filters_write_a_readable_query_string():
    filters = Filters(kinds=("person", "group"), families=("legal",), min_sentences=2, text="he said")
    assert filters.to_query() == "kind=person&kind=group&family=legal&sentences=2&text=he+said"
    assert Filters().to_query() == ""


@pytest.mark.parametrize(
    "query",
    ["", "?", "nonsense", "sentences=-3", "sentences=many", "sentences=" + "9" * 5000, "status=shouted", "kind=", "%"],
)
def test_filters_leave_out_what_makes_no_sense(query):
    assert Filters.from_query(query) == Filters()


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_filters_read_any_query_string(query):
    assert isinstance(Filters.from_query(query), Filters)


def test_filters_put_values_in_order():
    filters = Filters(kinds=("person", "", "person"), statuses=("asserted", "loud"), min_sentences=-1, text="  a \n b ")
    assert filters == Filters(kinds=("person",), statuses=("asserted",), text="a b")
    assert len(Filters(text="x" * 1000).text) == 200


def test_filters_describe_themselves_in_words():
    filters = Filters(kinds=("person", "organisation"), families=("legal",), min_sentences=2)
    assert filters.describe(small_taxonomy()) == "people and organisations, legal ties, at least 2 sentences"


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(), "everything"),
        (Filters(kinds=("person", "place", "group")), "persons, places and groups"),
        (Filters(types=("works_for", "sued")), "only “works for” or “sued”"),
        (Filters(statuses=("hedged", "negated")), "uncertain or denied"),
        (Filters(articles=("a",)), "in 1 article"),
        (Filters(articles=("a", "b"), text="oil"), "in 2 articles, with “oil”"),
    ],
)
def test_filters_describe_each_field(filters, words):
    assert filters.describe() == words


def test_filters_know_which_fields_are_active():
    filters = Filters(kinds=("person",), text="oil")
    assert filters.active == ("kinds", "text")
    assert not filters.speak_of_relations
    assert Filters(min_sentences=2).speak_of_relations
    assert filters.without("kinds") == Filters(text="oil")


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ék", "ek"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("“Don’t”", '"don\'t"'), (" a\u00a0\n b", "a b")],
)
def test_filters_fold_text_for_searching(text, folded):
    assert fold(text) == folded
