"""The command line: `python -m graph add|read|export|picture|explain|serve`. The page is the other way in (app.py)."""

import argparse
import re
import runpy
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.articles import Draft, read_article, read_draft, unpack
from graph.articles.forms.rows import PARTS
from graph.errors import ArticleError, DramatisError, ExportError
from graph.explain import build_explanation, explanation_lines
from graph.export import FORMATS, export
from graph.files import find_files, read_file
from graph.filters import Filters
from graph.importing import read_graph
from graph.intake import Intake, show_line, tell
from graph.knowledge import build_knowledge
from graph.model import Extraction, KnowledgeBase
from graph.network import build_network
from graph.picture.request import GROUNDS, Request, Told, check_suffix, draw_story, encode_picture
from graph.positions import place
from graph.projects import Projects
from graph.reader import Reader, make_reader
from graph.settings import ROOT, load_settings
from graph.story import Story
from graph.taxonomy import Taxonomy, load_taxonomy
from graph.writing import write_file

PROJECT_HELP = "a project by its name in the page's address; the one that was opened last, if nothing is given"
GRAPH_HELP = "a graph in place of articles: our JSON, GraphML or CSV tables, or CSV with source and target in each row"
NOTHING = "Nothing was written"
ALL_READ, SOME_UNREAD, MISUSED, STOPPED = 0, 1, 2, 130
FORMAT_OF_SUFFIX = {
    ".json": "json",
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".csv": "csv",
    ".zip": "csv-tables",
    ".html": "html",
    ".cypher": "cypher",
    ".ttl": "turtle",
}
EXAMPLES = """
examples:
  python -m graph add library news https://example.org/feed    into the first project; addresses are fetched
  python -m graph add "Kelham files" archive.zip --new         into a new one
  python -m graph add library                          goes on with what is left of a reading that was broken off
  python -m graph add library rows.csv --columns text=words,title=kicker    where columns are not found by their names
  python -m graph read seeds --out graphs              one graph an article, as JSON
  python -m graph export seeds -o story.graphml        one graph of all articles, for Gephi, Cytoscape, yEd
  python -m graph export a.txt b.html --format csv -o claims.csv
  python -m graph export --graph ties.csv -o story.gexf
  python -m graph picture -o story.png                 the library of the page as a picture, with numbered sentences
  python -m graph picture seeds -o story.pdf --background transparent --filters "kind=person&sentences=2"
  python -m graph explain "Ann Hale sued Bob Dorn."    what is read out of a sentence, and from which words
  python -m graph serve                                the page, as `make run` does

PATH is a file (text, Markdown, HTML, PDF, Word, mail, CSV, JSON lines, feed, zip of such) or a folder of such files.
Only add fetches, and only the addresses that it is given.
Without a PATH, export and picture take the project that was open last on the page (DRAMATIS_DATABASE_URL says where).
Exit code: 0 all articles were read, 1 some could not be read (the others are written), 2 wrong use.
"""


@dataclass(frozen=True, slots=True)
class StoryFound:
    """What some articles say, what can be drawn of it, what it may be called, and how many could not be read."""

    kb: KnowledgeBase
    taxonomy: Taxonomy
    told: Told
    name: str
    problems: int = 0


class Desk:
    """Where articles are read one by one; counts those that could not be, and tells on stderr why."""

    def __init__(self, reader: Reader, files: Sequence[Path]) -> None:
        self.problems = 0
        self._reader = reader
        self._files = files

    def read_all(self) -> Iterator[tuple[Path, Extraction]]:
        """Return each file that could be read, with what it says."""
        for number, path in enumerate(self._files, start=1):
            show_line(f"Reading {number} of {len(self._files)}: {path.name}")
            try:
                for found in unpack(read_file(path), path.name):
                    if extraction := self._read(found):
                        yield path, extraction
            except DramatisError as problem:
                self._tell(str(problem))
        show_line("")

    def _read(self, found: Draft | ArticleError) -> Extraction | None:
        """Return what an article says, None if it could not be read."""
        try:
            if isinstance(found, ArticleError):
                raise found
            return self._reader.read(read_draft(found))
        except DramatisError as problem:
            self._tell(str(problem))
        except Exception as fault:  # noqa: BLE001 - one article's fault must not keep the others from being read
            name = "" if isinstance(found, ArticleError) else found.name
            self._tell(f"{name!r} could not be read because of a fault in Dramatis ({fault!r}); please report it.")
        return None

    def _tell(self, problem: str) -> None:
        self.problems += 1
        tell(problem)


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
    return _close(desk.problems, f"{len(written)} read, written to {folder}")


def run_export(options: argparse.Namespace) -> int:
    """Write one graph of all articles."""
    target: Path = options.output
    form = options.format or FORMAT_OF_SUFFIX.get(target.suffix.lower())
    if form is None:
        raise ExportError(f"{str(target)!r} does not tell the format; add --format {'|'.join(FORMATS)}.")
    story = _find_story(options)
    if not story.kb.articles:
        return _close(story.problems, NOTHING)
    export(story.kb, story.taxonomy, target, format=form, name=story.name if form == "html" else None)
    return _close(story.problems, f"{len(story.kb.articles)} read, written to {target}")


def run_picture(options: argparse.Namespace) -> int:
    """Write a picture of all articles."""
    target: Path = options.output
    check_suffix(target)
    story = _find_story(options)
    if not story.kb.articles:
        return _close(story.problems, NOTHING)
    request = Request(
        title=options.title or story.name,
        size=options.size,
        ground=options.background,
        most=options.most,
        legend=options.legend,
        notes=options.notes,
        filters=options.filters,
    )
    scene = draw_story(story.told, tuple(story.kb.articles.values()), request, today=date.today())
    write_file(target, encode_picture(scene, target.suffix, scale=options.scale))
    return _close(story.problems, f"{len(story.kb.articles)} read, drawn in {target}")


def run_explain(options: argparse.Namespace) -> int:
    """Print what is read out of a text, and why."""
    taxonomy = load_taxonomy()
    reader = make_reader(load_settings().pipeline, taxonomy)
    text = sys.stdin.read() if options.text == "-" else options.text
    print(*explanation_lines(build_explanation(reader.read(read_article(text)), taxonomy)), sep="\n")
    return ALL_READ


def run_add(options: argparse.Namespace) -> int:
    """Read files, folders and addresses into a project of the page."""
    intake, projects = Intake(options.sources, options.columns), Projects(load_settings())
    project = projects.create(options.project) if options.new else projects.find(options.project)
    library = projects.library(project.id)
    progress = intake.read(library.readings)
    library.view()  # what takes long to find is kept, and need not be found when the page opens
    there = f", {len(progress.there)} there already" if progress.there else ""
    return _close(intake.problems, f"{len(progress.read)} read{there}; the project is {project.name!r} ({project.id})")


def run_serve(_options: argparse.Namespace) -> int:
    """Serve the page. The graph package knows nothing of the page, so its script is run and not imported."""
    runpy.run_path(str(ROOT / "app.py"), run_name="__main__")
    return ALL_READ


def _open_desk(paths: Sequence[Path]) -> tuple[Taxonomy, Desk]:
    files, taxonomy = find_files(paths), load_taxonomy()
    if not files:
        raise ArticleError(f"There are no articles below {', '.join(map(str, paths))}; name files, or another folder.")
    return taxonomy, Desk(make_reader(load_settings().pipeline, taxonomy), files)


def _find_story(options: argparse.Namespace) -> StoryFound:
    """Return what is told by a graph's file, by the articles at the paths, or by a project of the page."""
    paths: Sequence[Path] = options.paths
    if sum(map(bool, (options.graph, options.project, paths))) > 1:
        raise ArticleError("Give only one of articles, --graph and --project.")
    if options.graph:
        taxonomy = load_taxonomy()
        return _told(read_graph(options.graph, taxonomy), taxonomy, options.graph.stem)
    if not paths:
        projects = Projects(load_settings())
        library = projects.library(options.project or projects.last_open)
        return StoryFound(library.shown(), library.taxonomy, library, library.name)
    taxonomy, desk = _open_desk(paths)
    extractions = {extraction.article.id: extraction for _, extraction in desk.read_all()}
    kb = build_knowledge(list(extractions.values()), taxonomy)
    return _told(kb, taxonomy, paths[0].stem, desk.problems)


def _told(kb: KnowledgeBase, taxonomy: Taxonomy, name: str, problems: int = 0) -> StoryFound:
    return StoryFound(kb, taxonomy, Story(kb, taxonomy, positions=place(build_network(kb))), name, problems)


def _close(problems: int, outcome: str) -> int:
    print(f"{outcome}; {problems} could not be read." if problems else f"{outcome}.", file=sys.stderr)
    return SOME_UNREAD if problems else ALL_READ


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
    commands = parser.add_subparsers(required=True, metavar="add|read|export|picture|explain|serve")
    add = commands.add_parser("add", help="read articles into a project of the page")
    add.add_argument("project", metavar="PROJECT", help="a project by its name or by that in the page's address")
    add.add_argument("sources", nargs="*", metavar="PATH|URL", help="a file, a folder or an address")
    add.add_argument(
        "--columns",
        type=_columns,
        default={},
        metavar="text=NAME,title=NAME",
        help=f"the columns of CSV and JSON lines, packed or fetched too, that are not named so: {', '.join(PARTS)}",
    )
    add.add_argument("--new", action="store_true", help="make the project")
    add.set_defaults(run=run_add)
    read = commands.add_parser("read", help="write one graph an article, as JSON")
    read.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    read.add_argument("--out", required=True, type=Path, metavar="DIR", help="the folder for the graphs")
    read.set_defaults(run=run_read)
    together = commands.add_parser("export", help="write one graph of all articles")
    together.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    together.add_argument("--project", metavar="NAME", help=PROJECT_HELP)
    together.add_argument("--graph", type=Path, metavar="FILE", help=GRAPH_HELP)
    together.add_argument("--format", choices=list(FORMATS), help="if the file's ending does not tell it")
    together.add_argument("-o", "--output", required=True, type=Path, metavar="FILE")
    together.set_defaults(run=run_export)
    _add_picture(commands.add_parser("picture", help="draw all articles as PNG, SVG or PDF; needs no browser"))
    why = commands.add_parser("explain", help="say what is read out of a sentence, and from which words")
    why.add_argument("text", metavar="SENTENCE", help="one sentence or more, or - for standard input")
    why.set_defaults(run=run_explain)
    serve = commands.add_parser("serve", help="serve the page (docs/settings.md lists the settings)")
    serve.set_defaults(run=run_serve)
    return parser


def _add_picture(picture: argparse.ArgumentParser) -> None:
    """Add the choices for a picture."""
    usual = Request(title="")
    picture.add_argument("paths", nargs="*", type=Path, metavar="PATH")
    picture.add_argument("--project", metavar="NAME", help=PROJECT_HELP)
    picture.add_argument("--graph", type=Path, metavar="FILE", help=GRAPH_HELP)
    picture.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="ends in .png, .svg or .pdf")
    picture.add_argument("--title", help="the name of the library or of the first PATH, if not given")
    picture.add_argument("--scale", type=_scale, default=2.0, help="1 to 4: how much a PNG is enlarged (2)")
    picture.add_argument("--size", type=_size, default=usual.size, metavar="WxH", help="of the drawing (1200x800)")
    picture.add_argument("--background", choices=GROUNDS, default=usual.ground, help="and its colours (light)")
    picture.add_argument(
        "--filters",
        type=_filters,
        default=Filters(),
        metavar="QUERY",
        help='"kind=person&status=negated", as on the page',
    )
    picture.add_argument("--most", type=int, default=usual.most, help="so many actors at most are drawn (300)")
    picture.add_argument("--no-legend", dest="legend", action="store_false", help="without what the signs mean")
    picture.add_argument("--no-notes", dest="notes", action="store_false", help="without numbered sentences")
    picture.set_defaults(run=run_picture)


def _columns(text: str) -> Mapping[str, str]:
    """Return the columns that are given for parts of an article; a name may hold commas and signs of equality."""
    parts = "|".join(PARTS)
    given = [re.fullmatch(rf"({parts})=(.*)", each, re.DOTALL) for each in re.split(rf",(?=(?:{parts})=)", text)]
    if not all(given):
        raise argparse.ArgumentTypeError(f"{text!r} names no columns; write text=NAME,title=NAME ({', '.join(PARTS)})")
    return {found[1]: found[2] for found in given if found}


def _filters(text: str) -> Filters:
    filters = Filters.from_query(text)
    if not filters.active:
        raise argparse.ArgumentTypeError(f'{text!r} holds no filter; write one as in "kind=person&status=negated"')
    return filters


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.lower().partition("x")
    size = (int(width), int(height)) if width.isdecimal() and height.isdecimal() else (0, 0)
    if not all(200 <= side <= 8000 for side in size):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write width and height, 200 to 8000, as in 1200x800")
    return size


def _scale(text: str) -> float:
    if not re.fullmatch(r"[1-4](\.[0-9]+)?", text) or float(text) > 4:
        raise argparse.ArgumentTypeError(f"{text!r} is no scale; give a number from 1 to 4")
    return float(text)


if __name__ == "__main__":
    sys.exit(main())
