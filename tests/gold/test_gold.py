"""The gold graphs, where they are there: floors that may only rise."""

from typing import Any

import pytest

from tests.gold import GOLD, load_scorer, predict
from tests.gold.baselines import predict_pairs, predict_triples

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason=f"{GOLD} is not there: the gold graphs are kept elsewhere")

FLOORS = [
    ("actors", "f1", 0.91),
    ("pair", "f1", 0.69),
    ("pair", "precision", 0.92),
    ("directed", "f1", 0.67),
    ("family", "f1", 0.57),
    ("family", "precision", 0.81),
]
ACCURACIES = [("evidence", 0.97), ("negated", 0.99), ("hedged", 0.95)]

Scores = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def micro() -> Scores:
    """Return the scores over all gold graphs together, by reader."""
    scorer = load_scorer()
    gold = scorer.load(GOLD)
    readers = {"ours": predict, "pairs": predict_pairs, "triples": predict_triples}
    return {
        title: scorer.score(gold, {name: reader(document) for name, document in gold.items()})["micro"]
        for title, reader in readers.items()
    }


@pytest.mark.parametrize(("task", "measure", "floor"), FLOORS)
def test_gold_scores_do_not_fall(micro: Scores, task: str, measure: str, floor: float) -> None:
    assert micro["ours"][task][measure] >= floor


@pytest.mark.parametrize(("task", "floor"), ACCURACIES)
def test_gold_accuracies_do_not_fall(micro: Scores, task: str, floor: float) -> None:
    assert micro["ours"][task] >= floor


@pytest.mark.parametrize("baseline", ["pairs", "triples"])
@pytest.mark.parametrize("task", ["pair", "directed", "family"])
def test_gold_scores_are_far_ahead_of_the_baselines(micro: Scores, baseline: str, task: str) -> None:
    assert micro["ours"][task]["f1"] > 2 * micro[baseline][task]["f1"]
    assert micro["ours"][task]["precision"] > micro[baseline][task]["precision"]
