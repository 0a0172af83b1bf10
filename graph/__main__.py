"""The command line: `python -m graph read|export|explain|serve`. The page is the other way in (app.py)."""

import argparse
import runpy
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from graph.articles import read_article
from graph.errors import ArticleError, DramatisError, ExportError
from graph.explain import build_explanation, explanation_lines
from graph.export import FORMATS, export
from graph.files import find_files, read_file
from graph.knowledge import build_knowledge
from graph.model import Extraction
from graph.reader import Reader, make_reader
from graph.settings import ROOT, load_settings
from graph.taxonomy import Taxonomy, load_taxonomy

ALL_READ, SOME_UNREAD, MISUSED, STOPPED = 0, 1, 2, 130
FORMAT_OF_SUFFIX = {".json": "json", ".graphml": "graphml", ".gexf": "gexf", ".csv": "csv", ".zip": "csv-tables"}
EXAMPLES = """
examples:
  python -m graph read seeds --out graphs              one graph an article, as JSON
  python -m graph export seeds -o story.graphml        one graph of all articles, for Gephi, Cytoscape, yEd
  python -m graph export a.txt b.html --format csv -o claims.csv
  python -m graph explain "Ann Hale sued Bob Dorn."    what is read out of a sentence, and from which words
  python -m graph serve                                the page, as `make run` does

PATH is a file (text, Markdown, HTML) or a folder, whose .txt, .md, .html and .htm files are read. Nothing is fetched.
Exit code: 0 all articles were read, 1 some could not be read (the others are written), 2 wrong use.
"""


class Desk:
    """Where articles are read one by one; counts those that could not be, and tells on stderr why."""

    def __init__(self, reader: Reader, files: Sequence[Path]) -> None:
        self.problems = 0
        self._reader = reader
        self._files = files

    def read_all(self) -> Iterator[tuple[Path, Extraction]]:
        """Return each file that could be read, with what it says."""
        for number, path in enumerate(self._files, start=1):
            self._show(f"Reading {number} of {len(self._files)}: {path.name}")
            try:
                extraction = self._reader.read(read_article(read_file(path), name=str(path)))
            except DramatisError as problem:
                self._tell(str(problem))
            except Exception as fault:  # noqa: BLE001 - one article's fault must not keep the others from being read
                self._tell(
                    f"{str(path)!r} could not be read because of a fault in Dramatis ({fault!r}); please report it."
                )
            else:
                yield path, extraction
        self._show("")

    def _tell(self, problem: str) -> None:
        self.problems += 1
        self._show("")
        print(problem, file=sys.stderr)

    def _show(self, line: str) -> None:
        """Show where we are on the terminal's last line; files and pipes are spared it."""
        if sys.stderr.isatty():
            print(f"\r\033[K{line[:100]}", end="", file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except DramatisError as problem:
        print(problem, file=sys.stderr)
        return MISUSED
    except KeyboardInterrupt:
        return STOPPED


def run_read(options: argparse.Namespace) -> int:
    """Write one graph an article, in the form of the gold graphs."""
    taxonomy, desk = _open_desk(options.paths)
    folder: Path = options.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"The folder {str(folder)!r} cannot be made ({error.strerror}); name another.") from error
    written: set[str] = set()
    for path, extraction in desk.read_all():
        name = _free_name(path.stem, written)
        export(build_knowledge([extraction], taxonomy), taxonomy, folder / f"{name}.json", format="scorer")
        written.add(name)
    return _close(desk, f"{len(written)} read, written to {folder}")


def run_export(options: argparse.Namespace) -> int:
    """Write one graph of all articles."""
    target: Path = options.output
    form = options.format or FORMAT_OF_SUFFIX.get(target.suffix.lower())
    if form is None:
        raise ExportError(f"{str(target)!r} does not tell the format; add --format {'|'.join(FORMATS)}.")
    taxonomy, desk = _open_desk(options.paths)
    extractions = {extraction.article.id: extraction for _, extraction in desk.read_all()}
    if extractions:
        export(build_knowledge(list(extractions.values()), taxonomy), taxonomy, target, format=form)
    return _close(desk, f"{len(extractions)} read, written to {target}" if extractions else "Nothing was written")


def run_explain(options: argparse.Namespace) -> int:
    """Print what is read out of a text, and why."""
    taxonomy = load_taxonomy()
    reader = make_reader(load_settings().pipeline, taxonomy)
    text = sys.stdin.read() if options.text == "-" else options.text
    print(*explanation_lines(build_explanation(reader.read(read_article(text)), taxonomy)), sep="\n")
    return ALL_READ


def run_serve(_options: argparse.Namespace) -> int:
    """Serve the page. The graph package knows nothing of the page, so its script is run and not imported."""
    runpy.run_path(str(ROOT / "app.py"), run_name="__main__")
    return ALL_READ


def _open_desk(paths: Sequence[Path]) -> tuple[Taxonomy, Desk]:
    files, taxonomy = find_files(paths), load_taxonomy()
    if not files:
        raise ArticleError(f"There are no articles below {', '.join(map(str, paths))}; name files, or another folder.")
    return taxonomy, Desk(make_reader(load_settings().pipeline, taxonomy), files)


def _close(desk: Desk, outcome: str) -> int:
    print(f"{outcome}; {desk.problems} could not be read." if desk.problems else f"{outcome}.", file=sys.stderr)
    return SOME_UNREAD if desk.problems else ALL_READ


def _free_name(name: str, taken: set[str]) -> str:
    """Return `name`, numbered if another file in another folder has it too."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m graph",
        description="Read news articles and write who did what to whom, every claim with its sentence.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="read|export|explain|serve")
    read = commands.add_parser("read", help="write one graph an article, as JSON")
    read.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    read.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder for the graphs")
    read.set_defaults(run=run_read)
    together = commands.add_parser("export", help="write one graph of all articles")
    together.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    together.add_argument("--format", choices=list(FORMATS), help="if the file's ending does not tell it")
    together.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    together.set_defaults(run=run_export)
    why = commands.add_parser("explain", help="say what is read out of a sentence, and from which words")
    why.add_argument("text", metavar="SENTENCE", help="one sentence or more, or - for standard input")
    why.set_defaults(run=run_explain)
    serve = commands.add_parser("serve", help="serve the page (docs/settings.md lists the settings)")
    serve.set_defaults(run=run_serve)
    return parser


if __name__ == "__main__":
    sys.exit(main())
