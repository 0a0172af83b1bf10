"""Common nouns that mean somebody: people with their gender, and what is made of people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, by_gender, lower_words, read_table
from graph.errors import TaxonomyError
from graph.taxonomy import load_taxonomy


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns as lemmas in lower case.

    `people` gives "m", "f" or "u"; `collectives` and `several` give for each kind of actor the nouns that describe one
    ("the company") and, in the plural, several that were named ("the two men", "both sides"). `hints` gives the words
    of a name that tell of whom such a noun speaks: "Airways" of an "airline".
    """

    people: Mapping[str, str]
    collectives: Mapping[str, frozenset[str]]
    several: Mapping[str, frozenset[str]]
    hints: Mapping[str, frozenset[str]]


@cache
def load_nouns(folder: Path = DATA) -> Nouns:
    """Return the nouns in a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    path = folder / "nouns.toml"
    table = read_table(path)
    kinds = load_taxonomy(folder).kinds
    return Nouns(
        people=by_gender(table.get("people"), path, "people"),
        collectives=_by_kind(table, "collectives", kinds, path),
        several=_by_kind(table, "several", kinds, path),
        hints={noun: lower_words(table.get("hints", {}), noun, path) for noun in table.get("hints", {})},
    )


def _by_kind(table: dict[str, Any], key: str, kinds: Mapping[str, object], path: Path) -> dict[str, frozenset[str]]:
    listed = table.get(key)
    if not isinstance(listed, dict) or listed.keys() - kinds.keys():
        raise TaxonomyError(f"{path}: {key} has {listed!r}; list nouns under {', '.join(kinds)}.")
    return {kind: lower_words(listed, kind, path) for kind in listed}
