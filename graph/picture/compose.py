"""A picture of a view, put together: title, caption, drawing, legend, numbered notes, and how it was made."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.measures import Measures
from graph.model import EdgeView, GraphView, NodeView
from graph.picture.drawing import Canvas, Drawing, lay_out
from graph.picture.encoding import SIZES, Encoding, sizes
from graph.picture.labels import (
    MOST_URGED,
    NAME_SIDES,
    NUMBER_SIDES,
    WORD_SIDES,
    Label,
    LabelRoom,
    draw_leader,
    lengthen,
    settle_names,
    write,
    write_name,
)
from graph.picture.legend import draw_legend
from graph.picture.marks import handle_size, word_of
from graph.picture.notes import Proofs, columns_of, height_of, lay_notes, measure_note
from graph.picture.painting import Emphasis, Frame, Painter
from graph.picture.room import Room, box_around
from graph.picture.scene import Line, Point, Run, Scene, Shape
from graph.picture.theme import Theme
from graph.picture.wrapping import shorten, wrap

_MARGIN = 20.0
_TITLE = 25.0
_SMALL = 12.0
_ROW = 17.0
_INSET = 6.0  # pixels from the sides, where no label stands
_MOST_NAMES = 140
_MOST_FREE = 320  # so many discs no label may cover; with more, those of lesser actors may go under a name
_MOST_WORDS = 90
_MOST_NOTES = 150
_LONGEST_NAME = 240.0  # pixels
_NAME_LEFT = 0.42  # how strongly the names of dimmed actors are written
METHOD = (
    "Every line is a claim that at least one sentence makes. Dramatis reads sentences by rules on this machine; it "
    "does not check whether they are true."
)


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture is to show and how. Without `ground` it is transparent; `camera` None shows the whole canvas.

    Without a `heading`, title and caption are told only to who cannot see the picture.
    `proofs` finds the sentences for the notes, None leaves the notes out.
    """

    title: str
    caption: str
    theme: Theme
    ground: bool = True
    canvas: Canvas = field(default_factory=Canvas)
    camera: tuple[float, float, float, float] | None = None
    encoding: Encoding = field(default_factory=Encoding)
    measures: Measures | None = None
    emphasis: Emphasis = field(default_factory=Emphasis)
    heading: bool = True
    legend: bool = True
    proofs: Proofs | None = None


def compose(view: GraphView, picture: Picture) -> Scene:
    """Return a picture of a view, ready to be written."""
    return _Composer(view, picture).scene()


class _Composer:
    """Puts a picture together from above downward."""

    def __init__(self, view: GraphView, picture: Picture) -> None:
        self._view, self._picture, self._theme = view, picture, picture.theme
        self._width = picture.canvas.width
        self._around: list[Shape | Line] = []
        self._bottom = _MARGIN
        self._notes: list[tuple[int, list[list[Run]]]] = []
        self._columns = (1, self._width)
        self._unnoted = 0

    def scene(self) -> Scene:
        """Return the whole."""
        picture = self._picture
        if picture.heading:
            self._text([Run(picture.title, "serif-strong", self._theme.ink)], _TITLE, 1.25 * _TITLE)
            self._text([Run(picture.caption, "sans", self._theme.muted)], _SMALL, _ROW)
        self._bottom += 8
        height = picture.canvas.height
        camera = picture.camera or (0.0, self._width, 0.0, height)
        frame = Frame(0.0, self._bottom, self._width, height, camera)
        self._bottom += height
        drawing = self._draw(frame)
        if picture.legend:
            parts, high = draw_legend(
                self._view,
                self._theme,
                coloured=picture.encoding.colour == "kind",
                at=(_MARGIN, self._bottom + 6),
                width=self._width - 2 * _MARGIN,
            )
            self._around += parts
            self._bottom += high + 12
        if picture.proofs:
            self._write_notes()
        look = f"The size of actors shows {SIZES[picture.encoding.size]}, their shape the kind."
        groups = " Their colours show groups, whose members have more ties among themselves than with others."
        words = f"{METHOD} {look}{groups if picture.encoding.colour == 'group' else ''}"
        self._text([Run(words, "sans", self._theme.muted)], 11, 15)
        return Scene(
            width=self._width,
            height=round(self._bottom + _MARGIN - 6),
            title=picture.title,
            description=picture.caption,
            ground=self._theme.page if picture.ground else None,
            frame=(frame.x, frame.y, frame.width, frame.height),
            drawing=drawing,
            around=self._around,
        )

    def _text(self, runs: Sequence[Run], size: float, row: float) -> None:
        for line in wrap(runs, size, self._width - 2 * _MARGIN):
            self._around.append(Line(_MARGIN, self._bottom + size, line, size))
            self._bottom += row

    # --- The drawing ---

    def _draw(self, frame: Frame) -> list[Shape | Line]:
        picture, view = self._picture, self._view
        shares = sizes(view, picture.encoding, picture.measures)
        drawing = lay_out(view, picture.canvas, sizes=shares)
        painter = Painter(view, drawing, frame, self._theme, picture.encoding, picture.measures, picture.emphasis)
        ranked = sorted(view.nodes, key=lambda node: (-picture.emphasis.of(node.id), -shares[node.id], node.name))
        seen = [node for node in ranked if frame.holds(painter.spots[node.id])]
        room = self._room(frame, painter, [(painter.spots[node.id], drawing.diameters[node.id] / 2) for node in seen])
        named = [node for node in seen if picture.emphasis.of(node.id)][:_MOST_NAMES]
        labels = [self._name(node, drawing, painter) for node in named]
        bright = [label for label in labels if label.strength == 1]
        dim = [label for label in labels if label.strength < 1]
        names = settle_names(bright, room)
        told = [edge for edge in view.edges if picture.emphasis.of(edge.id) == 1]
        told = [edge for edge in told if frame.holds(painter.middles[edge.id])]
        told.sort(key=lambda edge: (-edge.weight, edge.id))
        for edge in told:
            room.take(box_around(painter.middles[edge.id], handle_size(edge) / 2), None)
        numbers = self._number(room, told, painter)
        numbered = {edge.id for edge, _ in numbers}
        words = [self._worded(edge, painter) for edge in told[:_MOST_WORDS] if edge.id not in numbered]
        told_lines = self._tell(room, numbers, words)
        names = [*settle_names(dim, room, urged=MOST_URGED - len(bright)), *names]
        leaders = [shape for name in names for shape in draw_leader(name)]
        return [*painter.shapes(), *leaders, *told_lines, *map(write_name, names)]

    def _tell(self, room: LabelRoom, numbers: Sequence[tuple[EdgeView, Line]], words: Sequence[Label]) -> list[Line]:
        """Write the words of relations, behind their numbers where they have these."""
        numbered = [lengthen(line, self._word(edge), room) for edge, line in numbers]
        written = [line for label in words if (line := write(label, room))]
        return [*written, *numbered]

    def _room(self, frame: Frame, painter: Painter, discs: Sequence[tuple[Point, float]]) -> LabelRoom:
        """Return the room beside the discs of a frame, those of the foremost actors first."""
        heavy = np.array([spot for spot, _ in discs[_MOST_FREE:]]).reshape(-1, 2)
        inside = frame.x + _INSET, frame.y, frame.width - 2 * _INSET, frame.height
        room: LabelRoom = Room(inside, painter.curves.reshape(-1, 2), heavy)
        for at, radius in discs[:_MOST_FREE]:
            room.take(box_around(at, radius), radius)
        return room

    def _name(self, node: NodeView, drawing: Drawing, painter: Painter) -> Label:
        font = drawing.fonts[node.id]
        face = "sans-strong" if font.bold else "sans-medium"
        name = shorten(node.name, face, font.size, _LONGEST_NAME)
        strength = 1.0 if self._picture.emphasis.of(node.id) == 1 else _NAME_LEFT
        run = Run(name, face, self._theme.ink)
        radius = drawing.diameters[node.id] / 2
        halo = self._theme.page
        return Label(painter.spots[node.id], radius, run, font.size, NAME_SIDES, halo, strength, node.id)

    def _word(self, edge: EdgeView) -> Run:
        return Run(word_of(edge), "serif-italic", self._theme.muted)

    def _worded(self, edge: EdgeView, painter: Painter) -> Label:
        return self._beside(edge, painter, self._word(edge), WORD_SIDES)

    def _beside(self, edge: EdgeView, painter: Painter, run: Run, sides: Sequence[tuple[float, float]]) -> Label:
        middle, radius = painter.middles[edge.id], handle_size(edge) / 2
        return Label(middle, radius, run, _SMALL, sides, self._theme.page, mark=edge.id)

    def _number(self, room: LabelRoom, told: Sequence[EdgeView], painter: Painter) -> list[tuple[EdgeView, Line]]:
        """Number the most told relations: as many as have room beside their signs, in a list as high as the drawing."""
        if not self._picture.proofs:
            return []
        proofs = self._picture.proofs([edge.id for edge in told[:_MOST_NOTES]])
        self._columns = count, column = columns_of(self._width - 2 * _MARGIN, len(told))
        left = count * self._picture.canvas.height
        numbers: list[tuple[EdgeView, Line]] = []
        for edge in told[:_MOST_NOTES]:
            if edge.id not in proofs:
                continue
            note = measure_note(edge, proofs[edge.id], self._theme, column)
            if height_of([note]) > left:
                break
            run = Run(str(len(numbers) + 1), "sans-strong", self._theme.ink)
            line = write(self._beside(edge, painter, run, NUMBER_SIDES), room)
            if line:
                numbers.append((edge, line))
                self._notes.append((len(numbers), note))
                left -= height_of([note])
        self._unnoted = len(told) - len(numbers)
        return numbers

    # --- The notes ---

    def _write_notes(self) -> None:
        if not self._notes:
            return
        rule = [(_MARGIN, self._bottom), (self._width - _MARGIN, self._bottom)]
        self._around.append(Shape(rule, stroke=self._theme.rule, width=1))
        self._bottom += 10
        lines, high = lay_notes(self._notes, self._theme, at=(_MARGIN, self._bottom), columns=self._columns)
        self._around += lines
        self._bottom += high
        if self._unnoted > 0:
            noun = "relation" if self._unnoted == 1 else "relations"
            words = f"and {self._unnoted:,} more {noun}, which have no number here"
            self._text([Run(words, "sans", self._theme.muted)], 11.5, 20)
