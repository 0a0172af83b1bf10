"""A picture as PNG, without a browser: resvg draws the SVG."""

import resvg_py

from graph.picture.fonts import FACES, font_file
from graph.picture.scene import Scene
from graph.picture.svg import write_svg


def write_png(scene: Scene, *, scale: float = 1.0) -> bytes:
    """Return a scene as PNG, `scale` pixels for each of its own; letters that our fonts lack are in the system's."""
    picture = resvg_py.svg_to_bytes(
        svg_string=write_svg(scene, with_fonts=False),
        zoom=scale,
        font_files=[str(font_file(face)) for face in FACES],
        sans_serif_family="Inter",
        serif_family="Newsreader",
    )
    return bytes(picture)
