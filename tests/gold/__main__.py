"""`make score`: how we and two simple readers fare against the gold graphs and against those of our own.

`--pipeline PATH` tries another pipeline, `--corpus DIR` other graphs.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.gold import GOLD, OWN, load_scorer, predict
from tests.gold.baselines import predict_pairs, predict_triples

Reader = Callable[[dict[str, Any]], dict[str, Any]]


def main() -> int:
    """Print the scores and return 0, or say why there are none and return 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold", description=__doc__)
    parser.add_argument("--pipeline", help="an installed spaCy pipeline or a path (default: the bundled one)")
    parser.add_argument("--corpus", type=Path, action="append", help="a folder of graphs (default: all)")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print(f"{GOLD} is not there: the gold graphs and their scorer are kept elsewhere.", file=sys.stderr)
        return 1
    readers: dict[str, Reader] = {
        "Dramatis": partial(predict, pipeline=arguments.pipeline),
        "Baseline: every pair of names in a sentence": predict_pairs,
        "Baseline: subject, verb and object of the raw parse": predict_triples,
    }
    scorer = load_scorer()
    for folder in arguments.corpus or (GOLD, OWN / "seen", OWN / "unseen"):
        gold = scorer.load(folder)
        for title, reader in readers.items():
            scores = scorer.score(gold, {name: reader(document) for name, document in gold.items()})
            print(f"{folder.name}. {title}\n{scorer.table(scores)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
