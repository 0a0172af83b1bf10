"""`make score`: the table of the gold graphs, printed. `--pipeline PATH` tries another pipeline."""

import argparse
import sys

from tests.gold import GOLD, load_scorer, predictions


def main() -> int:
    """Print the scores and return 0, or say why there are none and return 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.gold", description=__doc__)
    parser.add_argument("--pipeline", help="an installed spaCy pipeline or a path (default: the bundled one)")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        print(f"{GOLD} is not there: the gold graphs are kept outside the repository.", file=sys.stderr)
        return 1
    scorer = load_scorer()
    print(scorer.table(scorer.score(scorer.load(GOLD), predictions(scorer.load(GOLD), arguments.pipeline))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
