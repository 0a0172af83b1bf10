"""A picture as SVG that stands for itself: its fonts lie within it, and it holds nothing but shapes and words."""

import re
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from graph.picture.fonts import FACES, part_of_font
from graph.picture.scene import Line, Scene, Shape

HALO = 3.2  # pixels: both rims of a letter together
# What XML cannot hold, and what would turn the direction of the words that follow.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")


def write_svg(scene: Scene, *, with_fonts: bool = True) -> str:
    """Return a scene as an SVG document; without fonts it is for a program that has them."""
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
    parts += ['<g clip-path="url(#frame)">', *map(_item, scene.drawing), "</g>"]
    return "\n".join([*parts, *map(_item, scene.around), "</svg>\n"])


def writable(words: str) -> str:
    """Return words without what no document can hold and what would turn their direction."""
    return _UNWRITABLE.sub("", words)


def _rules(lines: Iterable[Line], *, with_fonts: bool) -> Iterator[str]:
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        for run in line.runs:
            letters[run.face].update(writable(run.words))
    for name, needed in sorted(letters.items()):
        face = FACES[name]
        if with_fonts:
            font = b64encode(part_of_font(name, needed)).decode("ascii")
            yield (
                f"@font-face{{font-family:{face.family};font-weight:{face.weight};font-style:{face.style};"
                f"src:url(data:font/ttf;base64,{font})}}"
            )
        yield f".{name}{{font:{face.style} {face.weight} 1em {face.family},{face.fallback}}}"
    yield "text{white-space:pre}"


def _item(item: Shape | Line) -> str:
    return _shape(item) if isinstance(item, Shape) else _line(item)


def _shape(shape: Shape) -> str:
    look = [f'fill="{shape.fill}"'] if shape.fill else []
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


def _line(line: Line) -> str:
    look = [f'x="{_number(line.x)}" y="{_number(line.y)}" font-size="{_number(line.size)}"']
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
