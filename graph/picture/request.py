"""A picture of a story as a file, without a page: what the command line asks for."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from graph.errors import ExportError
from graph.filters import Filters
from graph.model import Article, GraphView, Passage
from graph.picture.backbone import MOST_ACTORS, backbone
from graph.picture.caption import caption
from graph.picture.compose import Picture, compose
from graph.picture.drawing import Canvas
from graph.picture.pdf import write_pdf
from graph.picture.png import write_png
from graph.picture.scene import Scene
from graph.picture.svg import write_svg
from graph.picture.theme import DARK, LIGHT
from graph.writing import write_file

SUFFIXES = (".png", ".svg", ".pdf")
GROUNDS = ("light", "dark", "transparent")
EVERYTHING = Filters()


class Told(Protocol):
    """What can be drawn: a library or a story."""

    def view(self, filters: Filters) -> GraphView:
        """Return what passes the filters."""

    def quotes(self, relation_ids: Collection[str], filters: Filters) -> Mapping[str, Passage]:
        """Return the foremost sentence of each relation among what passes."""


class Drawable(Told, Protocol):
    """A library, as far as a picture of it needs it."""

    @property
    def name(self) -> str:
        """Return what it is called."""

    def articles(self) -> tuple[Article, ...]:
        """Return its articles."""


@dataclass(frozen=True, slots=True)
class Request:
    """How a story is to be drawn; `size` is that of the drawing, in pixels of SVG."""

    title: str
    size: tuple[int, int] = (1200, 800)
    ground: str = "light"
    most: int = MOST_ACTORS
    legend: bool = True
    notes: bool = True
    filters: Filters = field(default_factory=Filters)


def draw(
    library: Drawable, path: Path, *, filters: Filters = EVERYTHING, ground: str = "light", scale: float = 2.0
) -> None:
    """Write a picture of what passes the filters to a file: PNG, SVG or PDF, as the ending of its path says.

    `ground` is one of GROUNDS; a PNG is enlarged by `scale` (1 to 4). Raises ExportError for another ending, and for a
    place that cannot be written.
    """
    check_suffix(path)
    request = Request(title=library.name, filters=filters, ground=ground)
    scene = draw_story(library, library.articles(), request, today=date.today())
    write_file(path, encode_picture(scene, path.suffix, scale=scale))


def draw_story(told: Told, articles: Sequence[Article], request: Request, *, today: date) -> Scene:
    """Return a picture of what passes the filters of a request, or of its most important part."""
    passing = told.view(request.filters)
    shown = backbone(passing, most=request.most)
    picture = Picture(
        title=request.title,
        caption=caption(passing, shown, articles, today=today),
        theme=DARK if request.ground == "dark" else LIGHT,
        ground=request.ground != "transparent",
        canvas=Canvas(*request.size),
        legend=request.legend,
        proofs=(lambda ids: told.quotes(ids, request.filters)) if request.notes else None,
    )
    return compose(shown, picture)


def check_suffix(path: Path) -> None:
    """Raise ExportError where the ending of a path names no kind of picture."""
    if path.suffix.lower() not in SUFFIXES:
        raise ExportError(f"{str(path)!r} does not tell the kind of picture; end it in {', '.join(SUFFIXES)}.")


def encode_picture(scene: Scene, suffix: str, *, scale: float) -> bytes:
    """Return a scene in the form of one of SUFFIXES."""
    if suffix.lower() == ".png":
        return write_png(scene, scale=scale)
    return write_pdf(scene) if suffix.lower() == ".pdf" else write_svg(scene).encode()
