"""Tests of graph.paths and graph.ties, on small hand-drawn stories."""

import time
from dataclasses import replace
from itertools import pairwise

import networkx as nx
import pytest

from graph.model import Actor, KnowledgeBase, Status
from graph.network import build_network
from graph.paths import find_ego, find_routes, find_shared
from graph.ties import build_ties, strength_of
from tests.drafts import DraftArticle, DraftClaim, DraftSentence, make_knowledge
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

NAMES = {letter: f"{letter.upper()}nn Hale" for letter in "abcdefgh"}


def story(*ties: str, apart: tuple[str, ...] = ()) -> KnowledgeBase:
    """Return a story of ties like "ab", "bc?" (hedged), "cd!" (denied), "ab*3" (in three sentences).

    `apart` are pairs that a sentence names without a claim.
    """
    sentences = []
    statuses = {"?": Status.HEDGED, "!": Status.NEGATED, "~": Status.PLANNED}
    for tie in ties:
        ends, _, times = tie.partition("*")
        source, target = ends[0], ends[1]
        claim = DraftClaim(source_id(source), "met", source_id(target), "met", statuses.get(ends[2:], Status.ASSERTED))
        sentences += [DraftSentence(f"{named(source)} met {named(target)}.", (claim,))] * int(times or 1)
    sentences += [DraftSentence(f"{named(a)} came by. {named(b)} too.") for a, b in apart]
    cast = [Actor(source_id(letter), name, "person") for letter, name in NAMES.items()]
    return make_knowledge([DraftArticle("a1", "Ties", tuple(sentences))], cast)


def source_id(letter: str) -> str:
    return f"person:{letter}"


def named(letter: str) -> str:
    return f"[{source_id(letter)}|{NAMES[letter]}]"


def routes(kb: KnowledgeBase, ends: str, **options: int):
    return find_routes(build_ties(kb), kb, source_id(ends[0]), source_id(ends[1]), **options)


def spelled(kb: KnowledgeBase, ends: str, **options: int) -> list[str]:
    return ["".join(i[-1] for i in route.actor_ids) for route in routes(kb, ends, **options).best]


# --- Ties ---


def test_ties_join_both_directions_and_types_of_two_actors():
    kb = sample_knowledge()
    tie = build_ties(kb)["person:mara-venn"]["person:tobias-ek"]
    assert set(tie.relation_ids) == {
        "person:mara-venn>fired>person:tobias-ek",
        "person:mara-venn>criticised>person:tobias-ek",
        "person:tobias-ek>sued>person:mara-venn",
    }
    assert tie.relation_ids[0] == "person:mara-venn>fired>person:tobias-ek"
    assert tie.relation_ids[-1] == "person:tobias-ek>sued>person:mara-venn"
    assert tie.sentences == 4
    assert tie.strength == pytest.approx(0.9 * 4 / 5)


def test_ties_keep_only_the_claims_that_pass():
    kb = sample_knowledge()
    claim = kb.relations["person:tobias-ek>sued>person:mara-venn"].claims[0]
    ties = build_ties(kb, frozenset({claim.id}))
    assert ties["person:mara-venn"].keys() == {"person:tobias-ek"}
    assert not ties["group:river-guard"]


def test_strength_grows_with_firmness_sentences_and_confidence_and_ignores_denials():
    kb = story("ab*3", "cd?*3", "ef!*3", "gh")
    thrice, rumour, denied, once = (r.claims for r in kb.relations.values())
    assert strength_of(thrice) == pytest.approx(0.9 * 3 / 4)
    assert strength_of(rumour) == pytest.approx(0.45 * 3 / 4)
    assert strength_of(denied) == 0
    assert strength_of([*once, *denied]) == strength_of(once) == pytest.approx(0.45)
    assert strength_of([replace(once[0], confidence=0.4)]) == pytest.approx(0.2)
    assert strength_of([]) == 0


# --- Routes ---


def test_routes_are_all_shortest_paths_whichever_way_relations_point():
    kb = story("ab", "cb", "ad", "dc", "ae", "ef", "fc")
    assert sorted(spelled(kb, "ac")) == ["abc", "adc"]
    assert routes(kb, "ac").total == 2


def test_routes_are_ranked_by_their_weakest_hop():
    kb = story("ab*6", "bc?", "ad*2", "dc*2", "ae", "ec*6")
    assert spelled(kb, "ac") == ["adc", "aec", "abc"]
    strengths = [route.strength for route in routes(kb, "ac").best]
    assert strengths == pytest.approx([0.9 * 2 / 3, 0.45, 0.225])
    assert strengths == [min(hop.strength for hop in route.hops) for route in routes(kb, "ac").best]


def test_routes_with_equally_weak_hops_are_ranked_by_all_their_hops():
    assert spelled(story("ab", "bc", "ad", "dc*5"), "ac") == ["adc", "abc"]


def test_routes_beyond_the_most_are_counted_and_the_firmest_kept():
    kb = story("ab?", "bf", "ac", "cf", "ad*2", "df*2", "ae", "ef?")
    found = routes(kb, "af", most=2)
    assert spelled(kb, "af", most=2) == ["adf", "acf"]
    assert found.total == 4
    assert "4 shortest paths, of which the 2 firmest are shown" in found.explanation


def test_routes_prefer_a_longer_path_to_a_denial():
    kb = story("ac!*9", "ab", "bc")
    assert spelled(kb, "ac") == ["abc"]


def test_routes_over_denials_alone_have_no_strength_and_say_so():
    found = routes(story("ab!*9", "bc"), "ac")
    assert [route.strength for route in found.best] == [0]
    assert [hop.status for hop in found.best[0].hops] == [Status.NEGATED, Status.ASSERTED]
    assert found.explanation.startswith("Only denials lead from Ann Hale to Cnn Hale")


def test_routes_hops_carry_their_relations_and_the_best_claim():
    kb = story("ab?", "ba", "bc")
    first, second = routes(kb, "ac").best[0].hops
    assert first.relation_ids == ("person:b>met>person:a", "person:a>met>person:b")
    assert first.claim_id == kb.relations["person:b>met>person:a"].claims[0].id
    assert (second.source, second.target) == ("person:b", "person:c")


def test_routes_obey_what_passes():
    kb = story("ac", "ab", "bc")
    passing = frozenset(c.id for r in kb.relations.values() if r.id != "person:a>met>person:c" for c in r.claims)
    found = find_routes(build_ties(kb, passing), kb, "person:a", "person:c")
    assert [route.actor_ids for route in found.best] == [("person:a", "person:b", "person:c")]


def test_routes_of_a_direct_tie_say_so():
    assert routes(story("ab"), "ab").explanation == "Ann Hale and Bnn Hale have a direct tie."


def test_routes_without_a_path_offer_whom_sentences_name_together():
    kb = story("ab", "cd", "ce", apart=(("b", "d"), ("b", "d"), ("a", "e")))
    found = routes(kb, "ac")
    assert (found.best, found.total) == ((), 0)
    assert [(p.first[-1], p.second[-1]) for p in found.nearest][:2] == [("b", "d"), ("a", "e")]
    assert (found.nearest[0].first_steps, found.nearest[0].second_steps) == (1, 1)
    assert found.nearest[0].sentences == 2
    assert found.explanation.endswith("The nearest are Bnn Hale and Dnn Hale, whom 2 sentences name together.")


def test_routes_without_a_path_and_without_a_common_article_say_so():
    one, two = story("ab"), story("cd")
    kb = KnowledgeBase(
        articles=one.articles,
        sentences=one.sentences,
        actors={**one.actors, **{i: a for i, a in two.actors.items() if i[-1] in "cd"}},
        relations={**one.relations},
        actor_ids=one.actor_ids,
    )
    kb = replace(kb, actors={i: replace(a, mentions=()) if i[-1] in "cd" else a for i, a in kb.actors.items()})
    found = routes(kb, "ac")
    assert found.nearest == ()
    assert found.explanation.endswith("no article names anybody within reach of both.")


def test_routes_from_an_actor_to_itself_ask_for_two():
    found = routes(story("ab"), "aa")
    assert found.best == ()
    assert "choose two different actors" in found.explanation


def test_routes_agree_with_networkx_on_drawn_networks():
    kb = synthetic_knowledge(120, seed=3)
    ties = build_ties(kb)
    plain = nx.Graph((a, b) for a, around in ties.items() for b, tie in around.items() if not tie.is_only_denied)
    ids = sorted(plain)
    for source, target in zip(ids[:40], ids[40:80], strict=True):
        found = find_routes(ties, kb, source, target, most=10_000)
        expected = {tuple(path) for path in nx.all_shortest_paths(plain, source, target)}
        assert {route.actor_ids for route in found.best} == expected
        assert found.total == len(expected)
        best = max(min(ties[a][b].strength for a, b in pairwise(p)) for p in expected)
        (first,) = find_routes(ties, kb, source, target, most=1).best
        assert first.strength == pytest.approx(best)


def test_routes_are_quick_in_a_large_story():
    kb = synthetic_knowledge(3_000)
    ties = build_ties(kb)
    ids = list(kb.actors)
    started = time.perf_counter()
    find_routes(ties, kb, ids[11], ids[1_503])
    assert time.perf_counter() - started < 0.5


# --- Ego and shared ---


def test_paths_of_an_actor_that_is_not_there_are_empty():
    kb = story("ab")
    ties = build_ties(kb)
    assert find_ego(ties, kb, "person:x").rings == ()
    assert find_shared(ties, kb, "person:a", "person:x") == ()
    found = find_routes(ties, kb, "person:x", "person:a")
    assert (found.best, found.nearest) == ((), ())
    assert "not named in these articles" in found.explanation


def test_ego_has_a_ring_for_each_step_and_all_relations_among_them():
    kb = story("ab", "cb", "ac!", "cd", "de", "ef")
    ties = build_ties(kb)
    assert find_ego(ties, kb, "person:a").rings == (("person:a",), ("person:b", "person:c"))
    assert set(find_ego(ties, kb, "person:a").relation_ids) == {
        "person:a>met>person:b",
        "person:c>met>person:b",
        "person:a>met>person:c",
    }
    assert [len(ring) for ring in find_ego(ties, kb, "person:a", steps=3).rings] == [1, 2, 1, 1]


@pytest.mark.parametrize(("steps", "rings"), [(-1, 2), (0, 2), (9, 4)])
def test_ego_takes_one_to_three_steps(steps, rings):
    kb = story("ab", "bc", "cd", "de", "ef")
    assert len(find_ego(build_ties(kb), kb, "person:a", steps=steps).rings) == rings


def test_ego_of_a_lonely_actor_is_itself():
    kb = sample_knowledge()
    ego = find_ego(build_ties(kb), kb, "place:port-selby", steps=3)
    assert (ego.rings, ego.relation_ids) == ((("place:port-selby",),), ())


def test_ego_agrees_with_networkx():
    kb = synthetic_knowledge(150, seed=5)
    network = build_network(kb).to_undirected()
    actor_id = next(iter(kb.actors))
    expected = nx.ego_graph(network, actor_id, radius=2)
    ego = find_ego(build_ties(kb), kb, actor_id, steps=2)
    assert {i for ring in ego.rings for i in ring} == set(expected)
    assert set(ego.relation_ids) == {key for _, _, key in expected.edges(keys=True)}


def test_shared_ties_are_ranked_by_the_weaker_hop_and_leave_out_denials():
    kb = story("ac*3", "bc", "ad*2", "db*2", "ae", "eb!", "af?", "fb*5", "gb")
    found = find_shared(build_ties(kb), kb, "person:a", "person:b")
    assert [tie.actor_id[-1] for tie in found] == ["d", "c", "f"]
    assert (found[0].first.source, found[0].second.source) == ("person:a", "person:b")
    assert found[0].strength == pytest.approx(0.9 * 2 / 3)
