"""`python -m tests.benchmarks.corpus FOLDER`: writes the made corpus to a folder, one file an article."""

import argparse
from pathlib import Path

from tests.benchmarks.corpus import SECTION, SEED, made_articles


def main() -> None:
    """Write as many articles as are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.corpus", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the files go; it is made if it is not there")
    parser.add_argument("--count", type=int, default=1_000, help="how many articles (%(default)s)")
    parser.add_argument("--words", type=int, default=SECTION, help="about how many words each has (%(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="another number gives other articles (%(default)s)")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for number, article in enumerate(made_articles(asked.count, asked.words, seed=asked.seed), start=1):
        (asked.folder / f"{number:05}.txt").write_text(article.source, encoding="utf-8")


if __name__ == "__main__":
    main()
