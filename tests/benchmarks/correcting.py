"""How long a correction and its undo take in a large project, and how long what is drawn of it takes after that."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from graph.corrections import Corrections
from graph.curation import place_of
from graph.filters import Filters
from graph.network import build_network
from graph.positions import place, settle
from graph.store import Store
from graph.story import Story
from graph.taxonomy import load_taxonomy
from tests.benchmarks import Row
from tests.curation.logs import knowledge

LARGE = 4_000  # actors


def measure_correcting() -> list[Row]:
    """Return the times of decisions with their undo, and of a story built after one."""
    kb, taxonomy = knowledge(LARGE), load_taxonomy()
    positions = place(build_network(kb))
    with TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder) / 'library.sqlite'}")
        corrections = Corrections(store, lambda: kb, taxonomy, who="bench")
        corrections.state()
        took = [_timed(corrections, decide) for decide in _decisions(corrections)]
        corrections.merge(*list(kb.actors)[:2])
        state = corrections.state()
    start = perf_counter()
    story = Story(state.kb, taxonomy, positions=settle(positions, state.kb.actors, state.origins))
    story.view(Filters())
    story.columns()
    drawn = perf_counter() - start
    return [
        Row(
            f"A correction and its undo ({LARGE:,} actors, {len(kb.relations):,} relations)",
            f"median {1000 * median(took):.0f} ms, the longest {1000 * max(took):.0f} ms",
        ),
        Row("What is drawn after a correction", f"{1000 * drawn:.0f} ms on the server"),
    ]


def _decisions(corrections: Corrections) -> list[Callable[[], None]]:
    kb = corrections.state().kb
    actors = sorted(kb.actors.values(), key=lambda actor: -len(actor.mentions))
    first, second = actors[:2]
    claim = next(iter(kb.relations.values())).claims[0]
    some = [place_of(mention) for mention in first.mentions[: len(first.mentions) // 2]]
    return [
        lambda: corrections.rename(first.id, "Another name"),
        lambda: corrections.merge(first.id, second.id),
        lambda: corrections.split(first.id, some, "Somebody else"),
        lambda: corrections.delete(first.id),
        lambda: corrections.reject(claim.id),
        lambda: corrections.turn(claim.id),
    ]


def _timed(corrections: Corrections, decide: Callable[[], None]) -> float:
    start = perf_counter()
    decide()
    corrections.state()
    corrections.undo()
    corrections.state()
    return perf_counter() - start
