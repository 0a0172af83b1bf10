import re
from pathlib import Path

import pytest

from graph.filters import STATUS_WORDS
from graph.model import Status
from graph.picture.theme import (
    DARK,
    FAMILY_GLYPHS,
    KIND_SHAPES,
    LIGHT,
    STATUS_DASHES,
    Theme,
    mix,
)
from graph.taxonomy import load_taxonomy

ASSETS = Path(__file__).parents[2] / "assets"
BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.scheme)


def tokens(scheme: str) -> dict[str, str]:
    css = (ASSETS / "10-tokens.css").read_text()
    block = re.search(rf'data-mantine-color-scheme="{scheme}"\] {{(.*?)}}', css, re.S)
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block[1]))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@BOTH
def test_theme_is_the_twin_of_the_tokens(theme: Theme):
    expected = {name: getattr(theme, name) for name in ("page", "panel", "ink", "muted", "rule", "accent")}
    expected |= {f"kind-{kind}": colour for kind, colour in theme.kinds.items()}
    expected |= {f"family-{family}": colour for family, colour in theme.families.items()}
    assert tokens(theme.scheme) == expected


@BOTH
@pytest.mark.parametrize("ground", ["page", "panel"])
def test_theme_text_has_contrast(theme: Theme, ground: str):
    for name in ("ink", "muted", "accent"):
        assert contrast(getattr(theme, name), getattr(theme, ground)) >= 4.5, name


@BOTH
def test_theme_marks_have_contrast(theme: Theme):
    groups = {f"group {number}": colour for number, colour in enumerate(theme.groups)}
    for name, colour in {**theme.kinds, **theme.families, **groups}.items():
        assert contrast(colour, theme.page) >= 3, name
        assert contrast(colour, theme.panel) >= 3, name


@BOTH
def test_theme_marked_words_have_contrast(theme: Theme):
    tinted = mix(theme.panel, theme.families["criticism"], 0.17)
    assert contrast(theme.ink, tinted) >= 4.5
    assert contrast(theme.muted, tinted) >= 4.5


def test_theme_tells_nothing_by_colour_alone():
    taxonomy = load_taxonomy()
    for signs, known in ((KIND_SHAPES, taxonomy.kinds), (FAMILY_GLYPHS, taxonomy.families)):
        assert set(signs) == set(known)
        assert len(set(signs.values())) == len(signs)
    assert set(STATUS_DASHES) == set(STATUS_WORDS) == set(Status)
    assert len(set(STATUS_DASHES.values())) == len(Status)


def test_theme_signs_stand_in_the_styles():
    css = (ASSETS / "30-signs.css").read_text()
    for kind in KIND_SHAPES:
        assert f".sign.kind-{kind} " in css
    for family in FAMILY_GLYPHS:
        assert f".family-{family} .glyph " in css
    for status in Status:
        assert f".status-{status.value} " in css


def test_theme_unknown_ids_have_a_colour():
    assert LIGHT.family("no-such-family") == LIGHT.families["other"]
    assert LIGHT.kind("no-such-kind") == LIGHT.muted


def test_theme_mix_goes_from_one_to_the_other():
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
    assert mix("#000000", "#ff8040", 0.5) == "#804020"
