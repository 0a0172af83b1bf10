"""The network as a picture: colours and shapes, where all stands on a canvas, and files that need no browser.

The page draws from the same values (components/figure.py), so that a saved picture looks as the screen does.
"""

from graph.picture.backbone import MOST_ACTORS, Extent, backbone
from graph.picture.caption import caption
from graph.picture.compose import Picture, compose
from graph.picture.drawing import Canvas, Drawing, Edges, fit, lay_out
from graph.picture.encoding import COLOURS, HULL_STRENGTH, SIZES, Encoding, Hull, colour, find_hulls, sizes
from graph.picture.fonts import FACES
from graph.picture.marks import (
    actor_shape,
    actor_size,
    arrow_size,
    handle_size,
    handle_symbol,
    line_colour,
    line_width,
    word_of,
)
from graph.picture.painting import Emphasis
from graph.picture.svg import font_rules, write_svg
from graph.picture.theme import (
    DARK,
    DENIED_GLYPH,
    FAMILY_GLYPHS,
    FONT,
    KIND_SHAPES,
    LIGHT,
    SERIF,
    STATUS_DASHES,
    THEMES,
    Theme,
    mix,
)

__all__ = [
    "COLOURS",
    "DARK",
    "DENIED_GLYPH",
    "FACES",
    "FAMILY_GLYPHS",
    "FONT",
    "HULL_STRENGTH",
    "KIND_SHAPES",
    "LIGHT",
    "MOST_ACTORS",
    "SERIF",
    "SIZES",
    "STATUS_DASHES",
    "THEMES",
    "Canvas",
    "Drawing",
    "Edges",
    "Emphasis",
    "Encoding",
    "Extent",
    "Hull",
    "Picture",
    "Theme",
    "actor_shape",
    "actor_size",
    "arrow_size",
    "backbone",
    "caption",
    "colour",
    "compose",
    "find_hulls",
    "fit",
    "font_rules",
    "handle_size",
    "handle_symbol",
    "lay_out",
    "line_colour",
    "line_width",
    "mix",
    "sizes",
    "word_of",
    "write_svg",
]
