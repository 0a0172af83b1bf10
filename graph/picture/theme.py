"""The look of the figure: colours, shapes and dashes, in light and dark; the twin of assets/10-tokens.css.

Nothing is told by colour alone: each kind of actor has a shape, each family of relations a glyph at the middle of its
lines, each status a dash pattern and a word. The hues stay apart for the common kinds of colour blindness where they
can, and the shapes do the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.model import Status

FONT = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
SERIF = "Newsreader, 'Iowan Old Style', Georgia, 'Liberation Serif', serif"

KIND_SHAPES: Mapping[str, str] = {
    "person": "circle",
    "organisation": "square",
    "place": "diamond",
    "group": "hexagon2",
}
FAMILY_GLYPHS: Mapping[str, str] = {
    "contact": "circle",
    "praise": "triangle-up",
    "criticism": "triangle-down",
    "directive": "triangle-right",
    "cooperation": "cross",
    "conflict": "x",
    "legal": "square",
    "opposition": "hourglass",
    "personnel": "diamond",
    "affiliation": "pentagon",
    "kinship": "bowtie",
    "business": "hexagon",
    "other": "circle-open",
}
DENIED_GLYPH = "circle-x-open"
STATUS_DASHES: Mapping[Status, str] = {
    Status.ASSERTED: "solid",
    Status.PLANNED: "1px,4px",
    Status.HEDGED: "7px,4px",
    Status.CONDITIONAL: "9px,3px,2px,3px",
    Status.ASKED: "2px,3px,2px,8px",
    Status.NEGATED: "12px,6px",
}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one scheme ("light" or "dark"), as "#rrggbb"."""

    scheme: str
    page: str
    panel: str
    ink: str
    muted: str
    rule: str
    accent: str
    kinds: Mapping[str, str]
    families: Mapping[str, str]
    groups: tuple[str, ...]

    def kind(self, kind: str) -> str:
        """Return the colour of a kind of actor."""
        return self.kinds.get(kind, self.muted)

    def family(self, family: str) -> str:
        """Return the colour of a family of relations."""
        return self.families.get(family, self.families["other"])

    def group(self, number: int) -> str:
        """Return the colour of a group by its place, the largest being 0; those beyond the colours are muted."""
        return self.groups[number] if number < len(self.groups) else self.muted

    def faded(self, colour: str, strength: float) -> str:
        """Return a colour brought towards the page: 1 leaves it as it is, 0 gives the page's own."""
        return mix(self.page, colour, strength)


LIGHT = Theme(
    scheme="light",
    page="#faf9f6",
    panel="#ffffff",
    ink="#1d1c1a",
    muted="#625e58",
    rule="#e3dfd7",
    accent="#1f5673",
    kinds={"person": "#3f72a6", "organisation": "#b9722a", "place": "#2d8a74", "group": "#8f5a9c"},
    families={
        "contact": "#4d7796",
        "praise": "#3f8f5a",
        "criticism": "#c06a1f",
        "directive": "#96801c",
        "cooperation": "#1e8585",
        "conflict": "#b02a3c",
        "legal": "#7350a6",
        "opposition": "#bf4a36",
        "personnel": "#ad4284",
        "affiliation": "#707984",
        "kinship": "#9a6a55",
        "business": "#67821f",
        "other": "#7b7872",
    },
    groups=("#3f72a6", "#b9722a", "#2d8a74", "#8f5a9c", "#b0464a", "#7d7a1e", "#3d8fb3", "#8c6a52"),
)
DARK = Theme(
    scheme="dark",
    page="#15171b",
    panel="#1c1f24",
    ink="#e9e6e0",
    muted="#a8a49c",
    rule="#31353c",
    accent="#8cc3e0",
    kinds={"person": "#7aa9d8", "organisation": "#dd9d58", "place": "#5fbba3", "group": "#bf8fcb"},
    families={
        "contact": "#86aecb",
        "praise": "#74c08d",
        "criticism": "#e39a58",
        "directive": "#c9b353",
        "cooperation": "#56b9b9",
        "conflict": "#ec7482",
        "legal": "#ab8fdb",
        "opposition": "#ee8a74",
        "personnel": "#df83bb",
        "affiliation": "#9aa3ae",
        "kinship": "#cba18d",
        "business": "#a3bf5c",
        "other": "#a09d96",
    },
    groups=("#7aa9d8", "#dd9d58", "#5fbba3", "#bf8fcb", "#e5858a", "#c3bf5a", "#74c3e2", "#c9a68c"),
)
THEMES: Mapping[str, Theme] = {theme.scheme: theme for theme in (LIGHT, DARK)}


@cache
def mix(base: str, colour: str, share: float) -> str:
    """Return `base` with a share (0 to 1) of `colour` mixed in, both as "#rrggbb"."""
    pairs = ((int(base[at : at + 2], 16), int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)
