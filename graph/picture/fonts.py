"""The faces that pictures are written in: how wide words are, and the parts of a face that a picture needs.

The files are instances of the page's own fonts (assets/fonts), without hinting.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parent / "fonts"
_UNKNOWN = 0.62  # of the size: how wide a letter is that no face has, and that some other font will write
_WIDE = 1.0


@dataclass(frozen=True, slots=True)
class Face:
    """A face as style sheets name it."""

    family: str
    fallback: str
    weight: int = 400
    style: str = "normal"


FACES: Mapping[str, Face] = MappingProxyType(
    {
        "sans": Face("Inter", "sans-serif"),
        "sans-medium": Face("Inter", "sans-serif", 500),
        "sans-strong": Face("Inter", "sans-serif", 600),
        "serif": Face("Newsreader", "serif"),
        "serif-strong": Face("Newsreader", "serif", 600),
        "serif-italic": Face("Newsreader", "serif", 400, "italic"),
    }
)


def font_file(face: str) -> Path:
    """Return the TrueType file of a face."""
    return FOLDER / f"{face}.ttf"


def width_of(words: str, face: str, size: float) -> float:
    """Return how wide words are in a face, in the unit of its size; kerning, which makes them narrower, is left out."""
    widths = _widths(face)
    return size * sum(widths.get(letter) or _guess(letter) for letter in words)


def has_letter(letter: str, face: str) -> bool:
    """Tell whether a face can write a letter."""
    return letter in _widths(face)


def part_of_font(face: str, letters: Iterable[str]) -> bytes:
    """Return a TrueType font with those of the letters that the face has."""
    options = Options()
    options.layout_features, options.drop_tables = [], [*options.drop_tables, "GPOS"]
    options.hinting, options.glyph_names, options.recalc_timestamp = False, False, False
    with TTFont(font_file(face), lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(text="".join(sorted(set(letters))))
        subsetter.subset(font)
        file = BytesIO()
        font.save(file)
    return file.getvalue()


@cache
def _widths(face: str) -> Mapping[str, float]:
    with TTFont(font_file(face)) as font:
        unit = font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        return {chr(code): advances[glyph][0] / unit for code, glyph in font.getBestCmap().items()}


def _guess(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Cc"):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _UNKNOWN
