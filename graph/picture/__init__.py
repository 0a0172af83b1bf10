"""The network as a picture: colours and shapes, where all stands on a canvas, and files that need no browser.

The page draws from the same values (components/figure.py), so that a saved picture looks as the screen does.
"""

from graph.picture.backbone import MOST_ACTORS, Extent, backbone
from graph.picture.drawing import HANDLE, Canvas, Drawing, fit, lay_out, word_of
from graph.picture.encoding import COLOURS, HULL_STRENGTH, SIZES, Encoding, Hull, colour, find_hulls, sizes
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
    "FAMILY_GLYPHS",
    "FONT",
    "HANDLE",
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
    "Encoding",
    "Extent",
    "Hull",
    "Theme",
    "backbone",
    "colour",
    "find_hulls",
    "fit",
    "lay_out",
    "mix",
    "sizes",
    "word_of",
]
