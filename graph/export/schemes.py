"""The colours of the HTML export, light and dark: one drawing whose colours are named by the styles."""

import re
from collections.abc import Mapping

from graph.picture import DARK, LIGHT, Theme, mix

_COLOUR = re.compile("#[0-9a-f]{6}")

Pairs = Mapping[str, tuple[str, str]]  # the name of a colour, and what it is in light and in dark


def merge(light: str, dark: str) -> tuple[str, dict[str, tuple[str, str]]]:
    """Return one drawing made of two that differ in nothing but colours, and these by the names that stand in it.

    What looks like a colour and is alike in both, as it may stand in a text, stays as it is.
    """
    pairs = list(zip(_COLOUR.findall(light), _COLOUR.findall(dark), strict=True))
    names = {pair: f"--d{number}" for number, pair in enumerate(dict.fromkeys(pairs)) if pair[0] != pair[1]}
    found = iter(pairs)
    merged = _COLOUR.sub(lambda match: f"var({names[pair]})" if (pair := next(found)) in names else match[0], light)
    return merged, {name: pair for pair, name in names.items()}


def page_colours() -> dict[str, tuple[str, str]]:
    """Return the colours of what stands around the drawing."""
    light, dark = _around(LIGHT), _around(DARK)
    return {f"--{name}": (light[name], dark[name]) for name in light}


def scheme_rules(pairs: Pairs) -> str:
    """Return styles that give colours their values: dark only where a screen is asked to be, and never on paper."""
    light, dark = (";".join(f"{name}:{pair[scheme]}" for name, pair in pairs.items()) for scheme in (0, 1))
    return (
        f":root{{color-scheme:light;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}"
    )


def _around(theme: Theme) -> dict[str, str]:
    return {
        **{name: getattr(theme, name) for name in ("page", "panel", "ink", "muted", "rule", "accent")},
        "wash": mix(theme.panel, theme.ink, 0.05),
        "edge": mix(theme.panel, theme.ink, 0.5),
        "end": mix(theme.panel, theme.accent, 0.12),
        "trigger": mix(theme.panel, theme.families["criticism"], 0.17),
    }
