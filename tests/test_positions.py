"""Tests of graph.positions; discs and names are taken as large as the page draws them on a canvas of 960 x 640."""

import random
from itertools import combinations

import networkx as nx
import pytest

from graph.network import build_network, importance
from graph.positions import place
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

PIXELS = 480  # a unit


def islands(*sizes: int, lonely: int = 0) -> "nx.MultiDiGraph[str]":
    """Return a network of separate groups, each a tree with some more ties, and of actors with no tie."""
    chance = random.Random(1)  # noqa: S311 - no secret
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for group, size in enumerate(sizes):
        for number in range(size):
            network.add_node(f"{group}:{number}", name=f"Actor {group} {number}", mentions=1 + number % 7)
            if number:
                network.add_edge(f"{group}:{number}", f"{group}:{chance.randrange(number)}", weight=1)
                network.add_edge(f"{group}:{number}", f"{group}:{chance.randrange(number)}", weight=3)
    for number in range(lonely):
        network.add_node(f"lonely:{number}", name=f"Lonely {number}", mentions=1)
    nx.set_node_attributes(network, importance(dict(network.nodes(data="mentions")), network.edges()), "importance")
    return network


def boxes(network: "nx.MultiDiGraph[str]", positions: dict[str, tuple[float, float]]) -> list[tuple[float, ...]]:
    """Return the box of each disc and name in pixels: left, bottom, right, top."""
    found = []
    for actor_id, (x, y) in positions.items():
        radius = 5 + 12 * network.nodes[actor_id]["importance"] ** 0.5
        name = 3 + 6.5 * len(network.nodes[actor_id]["name"])
        left, middle = x * PIXELS - radius, y * PIXELS
        found.append((left, middle - max(radius, 8), left + 2 * radius + name, middle + max(radius, 8)))
    return found


def overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("actors", [2, 12, 40])
def test_positions_leave_room_for_every_disc_and_name_up_to_40_actors(actors):
    network = build_network(synthetic_knowledge(actors))
    drawn = boxes(network, place(network))
    assert len(drawn) == actors
    assert not [pair for pair in combinations(drawn, 2) if overlap(*pair)]


def test_positions_leave_room_for_groups_that_stand_apart():
    network = islands(12, 5, 3, 2, 2, lonely=7)
    assert not [pair for pair in combinations(boxes(network, place(network)), 2) if overlap(*pair)]


@pytest.mark.parametrize("actors", [1, 2, 40, 150, 500])
def test_positions_stay_on_the_canvas_and_use_it(actors):
    positions = place(build_network(synthetic_knowledge(actors)))
    across, up = [x for x, _ in positions.values()], [y for _, y in positions.values()]
    assert min(across) >= -1
    assert max(across) <= 1
    assert min(up) >= -0.667
    assert max(up) <= 0.667
    if actors >= 40:
        assert max(across) - min(across) > 1.2
        assert max(up) - min(up) > 1


def test_positions_of_many_discs_hardly_overlap():
    network = build_network(synthetic_knowledge(400))
    positions = list(place(network).values())
    touching = [
        1 for (x, y), (u, v) in combinations(positions, 2) if (x - u) ** 2 + (y - v) ** 2 < (2 * 5 * 0.7 / PIXELS) ** 2
    ]
    assert len(touching) < 8


@pytest.mark.parametrize("actors", [40, 300])
def test_positions_are_repeatable(actors):
    network = build_network(synthetic_knowledge(actors))
    assert place(network) == place(network)


def test_positions_of_a_large_network_depend_on_the_seed():
    network = build_network(synthetic_knowledge(300))
    assert place(network, seed=1) != place(network, seed=2)


def test_positions_of_actors_without_ties_are_a_row_below_all_others():
    network = islands(12, 3, lonely=5)
    positions = place(network)
    lonely = [y for actor_id, (_, y) in positions.items() if actor_id.startswith("lonely")]
    assert max(lonely) - min(lonely) < 0.03
    assert max(lonely) < min(y for actor_id, (_, y) in positions.items() if not actor_id.startswith("lonely"))


def test_positions_of_only_lonely_actors_are_rows():
    positions = place(islands(lonely=30))
    assert len({y for _, y in positions.values()}) < 8
    assert len(set(positions.values())) == 30


def test_positions_of_communities_stand_together():
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    chance = random.Random(3)  # noqa: S311 - no secret
    for number in range(400):
        network.add_node(str(number), name=f"Actor {number}", mentions=1)
    for number in range(2400):
        first = chance.randrange(400)
        second = (first + 10 * chance.randrange(1, 40)) % 400 if number % 10 else chance.randrange(400)
        network.add_edge(str(first), str(second), weight=1)  # those of one last digit make a community
    nx.set_node_attributes(network, importance(dict(network.nodes(data="mentions")), network.edges()), "importance")
    positions = {int(actor_id): at for actor_id, at in place(network).items()}
    alike = 0
    for number, (x, y) in positions.items():
        nearest = sorted(positions, key=lambda other: (positions[other][0] - x) ** 2 + (positions[other][1] - y) ** 2)
        alike += sum(other % 10 == number % 10 for other in nearest[1:6])
    assert alike / (5 * 400) > 0.8


def test_positions_keep_their_former_places_when_nothing_is_new():
    network = islands(12, 3, lonely=5)
    former = place(network)
    later = place(network, former=former)
    assert max(abs(x - u) + abs(y - v) for (x, y), (u, v) in zip(former.values(), later.values(), strict=True)) < 0.002


def test_positions_of_newcomers_are_near_their_neighbours_and_move_the_others_little():
    network = islands(20)
    former = {actor_id: at for actor_id, at in place(network).items() if actor_id != "0:19"}
    later = place(network, former=former)
    x, y = later["0:19"]
    neighbours = [later[other] for other in nx.all_neighbors(network, "0:19")]
    assert min((x - u) ** 2 + (y - v) ** 2 for u, v in neighbours) < 0.4**2
    assert max(abs(later[other][0] - u) + abs(later[other][1] - v) for other, (u, v) in former.items()) < 0.25


def test_positions_of_a_group_that_is_mostly_new_are_drawn_afresh():
    network = islands(12)
    former = {"0:0": (0.9, 0.6), "gone": (0.0, 0.0)}
    assert place(network, former=former) == place(network)


def test_positions_of_a_chain_of_newcomers_are_all_found():
    network = islands(30)
    nx.add_path(unfrozen := nx.MultiDiGraph(network), ["0:0", "new:1", "new:2", "new:3"], weight=1)
    for actor_id in ("new:1", "new:2", "new:3"):
        unfrozen.nodes[actor_id].update(name="New", mentions=1)
    nx.set_node_attributes(unfrozen, importance(dict(unfrozen.nodes(data="mentions")), unfrozen.edges()), "importance")
    assert set(place(unfrozen, former=place(network))) == set(unfrozen)


def test_positions_of_nothing_are_nothing():
    assert place(islands()) == {}


def test_positions_of_one_actor_are_in_the_middle():
    ((x, y),) = place(islands(lonely=1)).values()
    assert abs(x) < 0.15
    assert abs(y) < 0.05


def test_positions_cover_the_sample():
    network = build_network(sample_knowledge())
    assert set(place(network)) == set(network)
