"""The gold graphs, where they are there: floors that may only rise."""

import pytest

from tests.gold import GOLD, load_scorer, predictions

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason=f"{GOLD} is not there: the gold graphs are kept elsewhere")

FLOORS = [
    ("actors", "f1", 0.91),
    ("pair", "f1", 0.66),
    ("pair", "precision", 0.90),
    ("family", "f1", 0.56),
    ("family", "precision", 0.80),
]


@pytest.fixture(scope="module")
def micro() -> dict[str, dict[str, float]]:
    """Return the scores over all gold graphs together."""
    scorer = load_scorer()
    gold = scorer.load(GOLD)
    found: dict[str, dict[str, float]] = scorer.score(gold, predictions(gold))["micro"]
    return found


@pytest.mark.parametrize(("task", "measure", "floor"), FLOORS)
def test_gold_scores_do_not_fall(micro: dict[str, dict[str, float]], task: str, measure: str, floor: float) -> None:
    assert micro[task][measure] >= floor
