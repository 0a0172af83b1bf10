"""Evidence: what the words around an unknown name say of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, lower_words, put, read_table, words
from graph.errors import TaxonomyError

THING = "thing"  # what does not act, in the file
PARTS = ("describing", "belonging", "subject", "object", "phrase")


@dataclass(frozen=True, slots=True)
class Evidence:
    """The kind of actor by words in lower case, "" for a thing; treat the mappings as read-only.

    `describing` are nouns that say what somebody is ("insurer"), `belonging` what is somebody's own ("shares").
    `subject` and `object` are lemmas of verbs, `phrase` lemmas with a preposition ("flee to"). The subject of an
    `acting` verb may be anybody but an unknown town.
    """

    describing: Mapping[str, str]
    belonging: Mapping[str, str]
    subject: Mapping[str, str]
    object: Mapping[str, str]
    phrase: Mapping[str, str]
    acting: frozenset[str]


@cache
def load_evidence(folder: Path = DATA) -> Evidence:
    """Return the evidence in a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    path = folder / "evidence.toml"
    table = read_table(path)
    if table.keys() != {*PARTS, "acting"}:
        wrong = min(table.keys() ^ {*PARTS, "acting"})
        raise TaxonomyError(f"{path}: {wrong!r} is missing or unknown; have just {', '.join(PARTS)} and acting.")
    return Evidence(
        **{part: _kinds_by_word(table[part], path, part) for part in PARTS},
        acting=lower_words(table["acting"], "verbs", path),
    )


def _kinds_by_word(table: dict[str, Any], path: Path, part: str) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, listed in table.items():
        put(kinds, words(listed, path=path, key=f"{part}.{kind}"), "" if kind == THING else kind, path)
    return kinds
