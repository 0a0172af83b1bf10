"""What a picture is made of, for any kind of file: shapes and words at places, in pixels from the upper left.

`graph.picture.svg` and `graph.picture.pdf` write it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A line or an area along points, or a circle of `radius` around one point; colours as "#rrggbb", or None.

    `mark` is the id of the actor or the relation that it draws.
    """

    points: Sequence[Point]
    closed: bool = False
    radius: float = 0.0
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    dash: tuple[float, ...] = ()
    strength: float = 1.0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face (see `graph.picture.fonts`) and colour."""

    words: str
    face: str
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words from (x, y), its baseline, to the right; `halo` is the colour of its rim, or None.

    `mark` is the id of the actor or the relation that it names.
    """

    x: float
    y: float
    runs: Sequence[Run]
    size: float
    halo: str | None = None
    strength: float = 1.0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: `drawing` is cut off at the `frame` (x, y, width, height), `around` stands beside it.

    `title` and `description` are told to who cannot see it. No `ground` leaves the picture transparent.
    """

    width: float
    height: float
    title: str
    description: str
    ground: str | None
    frame: tuple[float, float, float, float]
    drawing: Sequence[Shape | Line]
    around: Sequence[Shape | Line]
