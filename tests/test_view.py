"""Tests of graph.view."""

import pytest

from graph.filters import Filters
from graph.model import GraphView, KnowledgeBase, Status
from graph.network import build_network
from graph.positions import place
from graph.view import build_view
from tests.drafts import DraftArticle, make_knowledge, small_taxonomy
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge, synthetic_knowledge

EVERYTHING = Filters()
FIRED = "person:mara-venn>fired>person:tobias-ek"


def view(filters: Filters = EVERYTHING, kb: KnowledgeBase | None = None) -> GraphView:
    kb = kb or sample_knowledge()
    network = build_network(kb)
    return build_view(kb, small_taxonomy(), place(network), filters)


def test_view_without_filters_shows_all():
    shown, kb = view(), sample_knowledge()
    assert [node.id for node in shown.nodes] == list(kb.actors)
    assert [edge.id for edge in shown.edges] == list(kb.relations)
    assert (shown.total_actors, shown.total_relations, shown.empty_reason) == (8, 11, "")
    assert shown.description == "8 actors, 11 relations"


def test_view_builds_its_own_tables_where_none_are_given():
    kb = sample_knowledge()
    network = build_network(kb)
    positions = place(network)
    filters = Filters(kinds=("person",))
    assert build_view(kb, small_taxonomy(), positions, filters) == view(filters)


def test_view_fans_out_relations_of_one_pair_in_both_directions():
    lanes = {edge.type: (edge.lane, edge.lanes) for edge in view().edges}
    assert {lanes["fired"], lanes["criticised"], lanes["sued"]} == {(0, 3), (1, 3), (2, 3)}
    assert {lanes["sanctioned"], lanes["attacked"]} == {(0, 2), (1, 2)}
    assert lanes["met"] == (0, 1)


def test_view_moves_nothing_when_filtered():
    whole, part = view(), view(Filters(families=("personnel",)))
    assert part.bounds == whole.bounds
    assert set(part.nodes) != set(whole.nodes)
    places = {node.id: (node.x, node.y, node.importance, node.mentions) for node in whole.nodes}
    assert all(places[node.id] == (node.x, node.y, node.importance, node.mentions) for node in part.nodes)
    lanes = {edge.id: (edge.lane, edge.lanes) for edge in whole.edges}
    assert all(lanes[edge.id] == (edge.lane, edge.lanes) for edge in part.edges)


def test_view_bounds_hold_every_node():
    shown = view(kb=synthetic_knowledge(60))
    x0, y0, x1, y1 = shown.bounds
    assert all(x0 <= node.x <= x1 and y0 <= node.y <= y1 for node in shown.nodes)
    assert (x0, x1) == (-1.0, 1.0)


def test_view_edge_takes_its_words_from_the_taxonomy():
    edges = {edge.type: (edge.label, edge.symmetric) for edge in view().edges}
    assert edges["works_for"] == ("works for", False)
    assert edges["met"] == ("met", True)


def test_view_edge_counts_the_claims_that_pass():
    article = next(iter(sample_knowledge().articles))
    (edge,) = (edge for edge in view(Filters(articles=(article,))).edges if edge.id == FIRED)
    assert (edge.weight, edge.article_count, edge.status) == (1, 1, Status.ASSERTED)


def test_view_node_counts_its_shown_relations():
    ties = {node.id: node.relations for node in view(Filters(types=("fired", "sued"))).nodes}
    assert ties == {"person:mara-venn": 2, "person:tobias-ek": 2}
    assert {node.id: node.relations for node in view().nodes}["place:port-selby"] == 0


def test_view_describes_what_it_shows():
    shown = view(Filters(kinds=("person", "organisation"), families=("legal",)))
    assert shown.description == "4 of 8 actors, 2 of 11 relations: people and organisations, legal ties"


def test_view_keeps_hostile_names_as_they_are():
    assert HOSTILE_NAME in {node.name for node in view().nodes}


@pytest.mark.parametrize(
    ("filters", "cause", "reason"),
    [
        (
            Filters(kinds=("person",), min_sentences=9),
            "min_sentences",
            "No actor passes these filters: people, at least 9 sentences. "
            "Clear “at least 9 sentences” to see 3 actors and 4 relations.",
        ),
        (
            Filters(text="zeppelin"),
            "text",
            "No actor passes these filters: with “zeppelin”. Clear “with ‘zeppelin’” to see 8 actors and 11 relations.",
        ),
        (
            Filters(text="zeppelin", min_sentences=9),
            "",
            "No actor passes these filters: at least 9 sentences, with “zeppelin”. Clear all of them to see 8 actors.",
        ),
    ],
)
def test_view_says_which_filter_empties_it_and_the_way_back(filters, cause, reason):
    shown = view(filters)
    assert shown.nodes == ()
    assert shown.empty_reason == reason
    assert shown.empty_cause == cause


def test_view_of_no_articles_asks_for_one():
    assert view(kb=KnowledgeBase()).empty_reason == "No article has been read yet. Add one to see who did what to whom."


def test_view_of_articles_without_actors_says_so():
    kb = make_knowledge([DraftArticle("a", "Weather", ())], [])
    assert view(kb=kb).empty_reason == "The articles name no actors. Add another article."


def test_view_of_one_actor_and_relation_speaks_in_the_singular():
    shown = view(Filters(types=("fired",)), kb=synthetic_knowledge(1))
    assert shown.total_actors == 1
    assert view(kb=synthetic_knowledge(1)).description == "1 actor, 0 relations"
