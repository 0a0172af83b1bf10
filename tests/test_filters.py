"""Tests of graph.filters and graph.tables; the tables are held against a plain reading of the rules."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.days import Period
from graph.filters import THE_ARTICLE, Filters, fold
from graph.model import Actor, Claim, KnowledgeBase, Status
from graph.network import importance_of
from graph.reports import find_reports
from graph.tables import Tables, build_tables, narrow
from tests.asked import filters_for, periods, some
from tests.drafts import small_taxonomy
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

SAMPLE = sample_knowledge()
DRAWN = synthetic_knowledge(40)
COPIED = synthetic_knowledge(40, copies=3)
FIRED = "person:mara-venn>fired>person:tobias-ek"


def tables_of(kb: KnowledgeBase) -> Tables:
    return build_tables(kb, importance_of(kb))


SAMPLE_TABLES, DRAWN_TABLES = tables_of(SAMPLE), tables_of(DRAWN)


# --- The rules, read plainly ---


def plain(text: str) -> str:
    bare = [letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)]
    return "".join(bare).casefold()


def days(iso: str | None) -> set[date]:
    """Return all the days that a date means."""
    if not iso:
        return set()
    if "W" in iso:
        monday = date.fromisocalendar(int(iso[:4]), int(iso[6:]), 1)
        return {monday + timedelta(days=day) for day in range(7)}
    year = int(iso[:4])
    every = [date(year, 1, 1) + timedelta(days=day) for day in range(366)]
    return {day for day in every if day.isoformat().startswith(iso)}


def within(iso: str | None, period: Period) -> bool:
    if period == Period():
        return True
    return any((period.first or "0") <= day.isoformat() <= (period.last or "9") for day in days(iso))


def naive(kb: KnowledgeBase, filters: Filters) -> tuple[set[str], dict[str, list[Claim]]]:
    """Return the ids of the shown actors, and the shown relations with their passing claims."""
    text = plain(filters.text)
    weights = importance_of(kb)

    def fits(actor: Actor) -> bool:
        return wanted(actor.kind, filters.kinds) and weights[actor.id] >= filters.min_importance

    def passes(article_id: str) -> bool:
        article = kb.articles[article_id]
        by_outlet = not filters.outlets or article.outlet in filters.outlets
        return wanted(article_id, filters.articles) and by_outlet and within(article.published, filters.published)

    def speaker(claim: Claim) -> str:
        return kb.actor_of(claim.speaker).id if claim.speaker else THE_ARTICLE

    def named(actor: Actor) -> bool:
        return any(text in plain(name) for name in (actor.name, *actor.aliases))

    def told(claim: Claim) -> bool:
        span = kb.sentences[claim.article_id][claim.sentence].span
        return text in plain(span.of(kb.articles[claim.article_id].text))

    def wanted(value: str, chosen: tuple[str, ...]) -> bool:
        return not chosen or value in chosen

    reports = find_reports(tuple(kb.articles.values()))
    relations = {}
    for relation in kb.relations.values():
        ends = kb.actors[relation.source], kb.actors[relation.target]
        claims = [
            claim
            for claim in relation.claims
            if wanted(relation.type, filters.types)
            and wanted(relation.family, filters.families)
            and wanted(claim.status, filters.statuses)
            and wanted(speaker(claim), filters.speakers)
            and passes(claim.article_id)
            and within(claim.when, filters.happened)
            and claim.confidence >= filters.min_confidence
        ]
        if not all(map(fits, ends)) or not any(wanted(end.id, filters.actors) for end in ends):
            continue
        if len({reports[claim.article_id] for claim in claims}) < filters.min_articles:
            continue
        if len({(claim.article_id, claim.sentence) for claim in claims}) < filters.min_sentences:
            continue
        if any(map(named, ends)) or any(map(told, claims)):
            relations[relation.id] = claims
    actors = {end for shown in relations for end in (kb.relations[shown].source, kb.relations[shown].target)}
    of_relations = filters.types or filters.families or filters.statuses or filters.speakers
    of_relations = of_relations or filters.happened != Period() or filters.min_confidence > 0
    if not (of_relations or filters.min_sentences > 1 or filters.min_articles > 1):
        anywhere = not filters.articles and not filters.outlets and filters.published == Period()
        actors |= {
            actor.id
            for actor in kb.actors.values()
            if fits(actor)
            and wanted(actor.id, filters.actors)
            and (anywhere or any(passes(mention.article_id) for mention in actor.mentions))
            and named(actor)
        }
    return actors, relations


@pytest.mark.parametrize(
    ("kb", "tables"),
    [(SAMPLE, SAMPLE_TABLES), (DRAWN, DRAWN_TABLES), (COPIED, tables_of(COPIED))],
    ids=["sample", "drawn", "copied"],
)
@settings(deadline=None, max_examples=300, derandomize=True)
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


def test_tables_of_nothing_show_nothing():
    tables = tables_of(KnowledgeBase())
    asked = Filters(kinds=("person",), actors=("x",), published=Period("2024"), happened=Period("2024"), text="x")
    for filters in (Filters(), asked, Filters(min_articles=2)):
        shown = narrow(tables, filters)
        assert (shown.actors, shown.claims, len(shown.relations)) == (frozenset(), frozenset(), 0)


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
        actors=st.lists(st.text()).map(tuple),
        families=st.lists(st.text()).map(tuple),
        types=st.lists(st.text()).map(tuple),
        statuses=some(Status),
        speakers=st.lists(st.text()).map(tuple),
        articles=st.lists(st.text()).map(tuple),
        outlets=st.lists(st.text()).map(tuple),
        published=periods(),
        happened=st.builds(Period, st.text(), st.dates().map(str)),
        min_sentences=st.integers(),
        min_articles=st.integers(),
        min_confidence=st.floats(),
        min_importance=st.floats(),
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
    filters = Filters(speakers=("article",), happened=Period("2017-05", "2017-05-09"), min_confidence=0.5)
    assert filters.to_query() == "speaker=article&happened=2017-05-01..2017-05-09&confidence=0.5"
    assert Filters().to_query() == ""


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?",
        "nonsense",
        "sentences=-3",
        "sentences=many",
        "sentences=" + "9" * 5000,
        "status=shouted",
        "kind=",
        "%",
        "published=soon",
        "confidence=high",
        "importance=nan",
        "happened=2017-13..",
    ],
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
    assert Filters(min_confidence=float("nan"), min_importance=-0.3, min_articles=0) == Filters()
    assert Filters(min_confidence=7, min_importance=0.333).min_importance == 0.33
    assert Filters(min_confidence=7).min_confidence == 1.0


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
        (Filters(min_articles=2, min_confidence=0.5), "at least 2 independent articles, fairly sure"),
        (Filters(min_confidence=0.6), "at least 60% sure"),
        (Filters(min_importance=0.25), "main actors only"),
        (Filters(min_importance=0.3), "actors of importance 0.3 or more"),
        (Filters(outlets=("The Selby Post",)), "told by The Selby Post"),
        (Filters(published=Period("2017-05")), "published since 1 May 2017"),
        (Filters(happened=Period("2017-05-09", "2017-05-09")), "happened on 9 May 2017"),
        (Filters(happened=Period("2017", "2017-05")), "happened from 1 January 2017 to 31 May 2017"),
        (Filters(published=Period("", "2017")), "published until 31 December 2017"),
        (Filters(actors=tuple("abcd")), "with one of 4 actors"),
    ],
)
def test_filters_describe_each_field(filters, words):
    assert filters.describe() == words


def test_filters_name_actors_and_speakers():
    filters = Filters(actors=("person:tobias-ek", "gone"), speakers=("person:mara-venn", THE_ARTICLE))
    assert filters.describe(None, SAMPLE.actors) == "with Tobias Ék or gone, said by Mara Venn or the article itself"


def test_filters_read_a_single_date_as_all_its_days():
    assert Filters.from_query("happened=2017-05").happened == Period("2017-05-01", "2017-05-31")


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
