"""How long positions take for a network that was not placed before."""

from statistics import median
from time import perf_counter

from graph.network import build_network
from graph.positions import place
from tests.benchmarks import Row
from tests.knowledge_bases import synthetic_knowledge

SIZES = ((1_000, 0.5), (10_000, 6.0))  # actors, and the seconds that it may take
ROUNDS = 3


def measure_placing() -> list[Row]:
    """Return the times for networks of two sizes."""
    return [_measure(actors, most) for actors, most in SIZES]


def _measure(actors: int, most: float) -> Row:
    network = build_network(synthetic_knowledge(actors))
    taken = []
    for _ in range(ROUNDS):
        start = perf_counter()
        place(network)
        taken.append(perf_counter() - start)
    return Row(f"Positions of {actors:,} actors", f"median {median(taken):.2f} s (aim {most} s)")
