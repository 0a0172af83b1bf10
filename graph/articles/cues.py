"""The cues of boilerplate.toml, compiled: what gives a paragraph away as no part of the story."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_name("boilerplate.toml")
POINTS = {"alone": 0, "strong": 2, "weak": 1}
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")
DECORATION = "*_#>•·|–-=~ "
LAST_MARKS = ".:!…"


class Cue(NamedTuple):
    """A cue that is searched in a paragraph; a weak one has 1 point."""

    reason: str
    points: int
    pattern: re.Pattern[str]


class Cues(NamedTuple):
    """`alone` are matched against a whole line, `searched` anywhere in it; `headings` announce lists of titles."""

    alone: tuple[Cue, ...]
    searched: tuple[Cue, ...]
    headings: re.Pattern[str]
    day: re.Pattern[str]


@cache
def load_cues() -> Cues:
    """Return the cues of boilerplate.toml (the file explains them)."""
    data = tomllib.loads(PATH.read_text(encoding="utf-8"))
    parts: dict[str, str] = {}
    for name, pattern in data["parts"].items():
        parts[name] = _filled(pattern, parts)
    cues = [
        Cue(
            entry["reason"],
            POINTS[entry["weight"]],
            _joined(entry["patterns"], parts, flags=0 if entry.get("exact") else re.IGNORECASE),
        )
        for entry in data["cue"]
    ]
    return Cues(
        alone=tuple(cue for cue in cues if not cue.points),
        searched=tuple(cue for cue in cues if cue.points),
        headings=_joined(data["headings"]["patterns"], parts, flags=re.IGNORECASE),
        day=_joined([parts["day"]], parts, flags=re.IGNORECASE),
    )


def plain_line(line: str) -> str:
    """Return `line` without bullets, Markdown marks and the marks at its end, its blanks single."""
    return " ".join(line.split()).strip(DECORATION).rstrip(LAST_MARKS)


def without_quotes(line: str) -> str:
    """Return `line` with what stands in quotation marks blanked out."""
    return QUOTED.sub(" ", line)


def _joined(patterns: list[str], parts: dict[str, str], *, flags: int) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_filled(pattern, parts)})" for pattern in patterns), flags)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """Return `pattern` with the parts it names by {name} put in; other braces are left alone."""
    return re.sub(r"\{([a-z]+)\}", lambda match: parts[match[1]], pattern)
