"""A picture as PDF, without a browser: shapes and words that can be searched and enlarged without end."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from graph.picture.fonts import FACES, font_file, has_letter
from graph.picture.scene import Line, Scene, Shape
from graph.picture.svg import HALO, writable

_POINTS = 0.75  # a pixel of the page is 1/96 inch, a point 1/72
_FILL, _STROKE = 0, 1  # how text is rendered
_MISSING = "\N{WHITE SQUARE}"  # stands for a letter that no font of ours has


def write_pdf(scene: Scene) -> bytes:
    """Return a scene as PDF; letters that our fonts lack are written as squares."""
    file = BytesIO()
    size = scene.width * _POINTS, scene.height * _POINTS
    canvas = Canvas(file, pagesize=size, invariant=True, pageCompression=1)
    canvas.setTitle(writable(scene.title))
    canvas.setSubject(writable(scene.description))
    canvas.setCreator("Dramatis")
    canvas.scale(_POINTS, _POINTS)
    canvas.setLineJoin(1)
    pen = _Pen(canvas, scene.height)
    if scene.ground:
        canvas.setFillColor(scene.ground)
        canvas.rect(0, 0, scene.width, scene.height, stroke=0, fill=1)
    canvas.saveState()
    x, y, width, height = scene.frame
    frame = canvas.beginPath()
    frame.rect(x, scene.height - y - height, width, height)
    canvas.clipPath(frame, stroke=0)
    pen.draw(scene.drawing)
    canvas.restoreState()
    pen.draw(scene.around)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


class _Pen:
    """Draws what a scene is made of; PDF counts from the lower left."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas, self._height = canvas, height
        for face in FACES:
            if face not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(face, font_file(face)))

    def draw(self, items: Sequence[Shape | Line]) -> None:
        """Draw shapes and words in their order."""
        for item in items:
            self._canvas.setFillAlpha(item.strength)
            self._canvas.setStrokeAlpha(item.strength)
            if isinstance(item, Shape):
                self._shape(item)
            else:
                self._line(item)

    def _shape(self, shape: Shape) -> None:
        canvas = self._canvas
        if shape.fill:
            canvas.setFillColor(shape.fill)
        if shape.stroke:
            canvas.setStrokeColor(shape.stroke)
            canvas.setLineWidth(shape.width)
            canvas.setDash(list(shape.dash))
        style = {"stroke": int(bool(shape.stroke)), "fill": int(bool(shape.fill))}
        if shape.radius:
            ((x, y),) = shape.points
            canvas.circle(x, self._height - y, shape.radius, **style)
            return
        path = canvas.beginPath()
        (x, y), *rest = shape.points
        path.moveTo(x, self._height - y)
        for x, y in rest:
            path.lineTo(x, self._height - y)
        if shape.closed:
            path.close()
        canvas.drawPath(path, **style)

    def _line(self, line: Line) -> None:
        if line.halo:
            self._canvas.saveState()  # each text is taken to start with filled letters
            self._canvas.setStrokeColor(line.halo)
            self._canvas.setLineWidth(HALO)
            self._canvas.setDash([])
            self._words(line, _STROKE)
            self._canvas.restoreState()
        self._words(line, _FILL)

    def _words(self, line: Line, rendering: int) -> None:
        text = self._canvas.beginText(line.x, self._height - line.y)
        text.setTextRenderMode(rendering)
        for run in line.runs:
            known = "".join(letter if has_letter(letter, run.face) else _MISSING for letter in writable(run.words))
            text.setFont(run.face, line.size)
            text.setFillColor(run.colour)
            text.textOut(known)
        self._canvas.drawText(text)
