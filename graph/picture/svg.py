"""A picture as SVG that stands for itself: its fonts lie within it, and it holds nothing but shapes and words."""

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from graph.picture.fonts import FACES, part_of_font
from graph.picture.scene import Line, Scene, Shape

HALO = 3.2  # pixels: both rims of a letter together
# What XML cannot hold, and what would turn the direction of the words that follow.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def write_svg(scene: Scene, *, with_fonts: bool = True, with_marks: bool = False) -> str:
    """Return a scene as an SVG document; without fonts it is for a program that has them.

    With marks, what draws an actor or a relation has its id as `data-mark`.
    """
    x, y, width, height = scene.frame
    lines = [item for item in (*scene.drawing, *scene.around) if isinstance(item, Line)]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_number(scene.width)}" height="{_number(scene.height)}" '
        f'viewBox="0 0 {_number(scene.width)} {_number(scene.height)}" fill="none" stroke-linejoin="round" role="img">',
        f"<title>{_plain(scene.title)}</title>",
        f"<desc>{_plain(scene.description)}</desc>",
        f"<style>{''.join(_rules(lines, with_fonts=with_fonts))}</style>",
        f'<clipPath id="frame"><rect x="{_number(x)}" y="{_number(y)}" width="{_number(width)}" '
        f'height="{_number(height)}"/></clipPath>',
    ]
    if scene.ground:
        parts.append(f'<rect width="100%" height="100%" fill="{scene.ground}"/>')
    drawn = [_item(item, with_marks=with_marks) for item in scene.drawing]
    around = [_item(item, with_marks=False) for item in scene.around]
    return "\n".join([*parts, '<g clip-path="url(#frame)">', *drawn, "</g>", *around, "</svg>\n"])


def writable(words: str) -> str:
    """Return words without what no document can hold and what would turn their direction."""
    return _UNWRITABLE.sub("", words)


def font_rules(letters: Mapping[str, Iterable[str]]) -> str:
    """Return style sheet rules that hold the fonts for these letters, by face."""
    rules = []
    for name, needed in sorted(letters.items()):
        face, font = FACES[name], b64encode(part_of_font(name, needed)).decode("ascii")
        rules.append(
            f"@font-face{{font-family:{face.family};font-weight:{face.weight};font-style:{face.style};"
            f"src:url(data:font/ttf;base64,{font})}}"
        )
    return "".join(rules)


def _rules(lines: Iterable[Line], *, with_fonts: bool) -> Iterator[str]:
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        for run in line.runs:
            letters[run.face].update(writable(run.words))
    if with_fonts:
        yield font_rules(letters)
    for name in sorted(letters):
        face = FACES[name]
        yield f".{name}{{font:{face.style} {face.weight} 1em {face.family},{face.fallback}}}"
    yield "text{white-space:pre}"


def _item(item: Shape | Line, *, with_marks: bool) -> str:
    mark = [f"data-mark={quoteattr(writable(item.mark))}"] if with_marks and item.mark else []
    return _shape(item, mark) if isinstance(item, Shape) else _line(item, mark)


def _shape(shape: Shape, mark: list[str]) -> str:
    look = [*mark, f'fill="{shape.fill}"'] if shape.fill else mark
    if shape.stroke:
        look.append(f'stroke="{shape.stroke}" stroke-width="{_number(shape.width)}"')
    if shape.dash:
        look.append(f'stroke-dasharray="{" ".join(map(_number, shape.dash))}"')
    if shape.strength < 1:
        look.append(f'opacity="{_number(shape.strength)}"')
    if shape.radius:
        ((x, y),) = shape.points
        return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(shape.radius)}" {" ".join(look)}/>'
    way = "L".join(f"{_number(x)},{_number(y)}" for x, y in shape.points)
    return f'<path d="M{way}{"Z" if shape.closed else ""}" {" ".join(look)}/>'


def _line(line: Line, mark: list[str]) -> str:
    look = [*mark, f'x="{_number(line.x)}" y="{_number(line.y)}" font-size="{_number(line.size)}"']
    if line.halo:
        look.append(f'stroke="{line.halo}" stroke-width="{HALO}" style="paint-order:stroke"')
    if line.strength < 1:
        look.append(f'opacity="{_number(line.strength)}"')
    runs = "".join(f'<tspan class="{run.face}" fill="{run.colour}">{_plain(run.words)}</tspan>' for run in line.runs)
    return f"<text {' '.join(look)}>{runs}</text>"


def _plain(words: str) -> str:
    return escape(writable(words))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
