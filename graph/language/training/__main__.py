"""Trains, joins and scores the bundled pipeline: see `python -m graph.language.training --help`."""

from __future__ import annotations

import argparse
import logging
import os
import subprocess
import sys
from pathlib import Path

MODEL = Path(__file__).resolve().parent.parent / "model"


def main(arguments: list[str] | None = None) -> None:
    """Trains both halves side by side, then writes the joined pipeline; or does one of these steps."""
    parser = argparse.ArgumentParser(prog="python -m graph.language.training", description=main.__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds treebanks/ and ner/")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the pipeline goes")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where the halves and logs go")
    parser.add_argument("--step", choices=("all", "syntax", "names", "join"), default="all")
    parser.add_argument("--syntax", type=Path, help="take all but the names from this pipeline, and train names only")
    options = parser.parse_args(arguments)
    if not (options.corpora / "treebanks").is_dir() or not (options.corpora / "ner").is_dir():
        parser.error(f"{str(options.corpora)!r} does not hold the folders treebanks/ and ner/; give the one that does.")
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    options.work.mkdir(parents=True, exist_ok=True)
    if options.step == "all" and options.syntax:
        train_one("names", options.corpora, options.work, options.syntax)
    elif options.step == "all":
        run_halves(options.corpora, options.work)
    if options.step in ("syntax", "names"):
        train_one(options.step, options.corpora, options.work, options.syntax)
    else:
        join(options.corpora, options.syntax or options.work / "syntax", options.work / "names", options.out)


def run_halves(corpora: Path, work: Path) -> None:
    """Both halves, each in a process with one thread; their logs go to `work`."""
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    running = []
    for half in ("syntax", "names"):
        command = [sys.executable, "-m", "graph.language.training", "--corpora", str(corpora), "--work", str(work)]
        with (work / f"{half}.log").open("w") as log:
            running.append(subprocess.Popen([*command, "--step", half], stderr=log, env=environment))  # noqa: S603
    failed = [process.args for process in running if process.wait()]
    if failed:
        raise SystemExit(f"Training stopped early: {failed}; the reason stands in {work}/*.log.")


def train_one(half: str, corpora: Path, work: Path, evidence_from: Path | None) -> None:
    from graph.language.training.corpora import read_corpora
    from graph.language.training.gazetteer import load_gazetteer
    from graph.language.training.halves import HalfName, train_half

    name: HalfName = "syntax" if half == "syntax" else "names"
    train_half(name, read_corpora(corpora), load_gazetteer(), work / half, evidence_from=evidence_from)


def join(corpora: Path, syntax: Path, names: Path, out: Path) -> None:
    from graph.language.training.card import write_model
    from graph.language.training.corpora import read_corpora
    from graph.language.training.halves import join_halves

    read = read_corpora(corpora)
    write_model(join_halves(syntax, names, read), read, out)


if __name__ == "__main__":
    main()
