"""How wide a name is when the page's font draws it, so that labels can be placed before they are drawn."""

import unicodedata

# Advance widths of Inter at weight 500 in thousandths of the font size, from the space (U+0020) to the tilde.
_INTER = (
    270, 300, 490, 640, 646, 990, 652, 312, 369, 369, 520, 667, 303, 462, 303, 370, 644, 415, 616, 626, 656, 602, 630,
    571, 629, 630, 303, 315, 667, 667, 667, 526, 981, 708, 657, 733, 722, 603, 590, 748, 745, 273, 575, 687, 565, 912,
    756, 767, 642, 768, 648, 646, 652, 740, 708, 1000, 700, 696, 640, 369, 370, 369, 476, 462, 336, 567, 618, 577, 618,
    587, 379, 619, 602, 252, 252, 559, 252, 888, 601, 604, 618, 618, 387, 538, 340, 602, 574, 829, 557, 575, 559, 441,
    345, 441, 667,
)  # fmt: skip
_UNKNOWN = 640
_WIDE = 1000
_BOLD = 1.035  # weight 600 against 500


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how many pixels a line of text takes at a font size in pixels, rather too many than too few."""
    thousandths = sum(_advance(letter) for letter in text)
    return thousandths / 1000 * size * (_BOLD if bold else 1.0)


def shortened(text: str, limit: int) -> str:
    """Return the text, cut at `limit` characters with an ellipsis where it is longer."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _advance(letter: str) -> int:
    place = ord(letter) - 32
    if 0 <= place < len(_INTER):
        return _INTER[place]
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    base = unicodedata.normalize("NFD", letter)[0]
    return _advance(base) if base != letter else _UNKNOWN
