"""Titles: honorifics, offices, and what an office says about the one who holds it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, by_gender, lower_words, phrase_lengths, read_table, words
from graph.errors import TaxonomyError
from graph.taxonomy import Taxonomy, load_taxonomy

LEADS, WORKS_FOR = "leads", "works_for"


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it stands before a name or behind "is": "FBI Director", "the president of France".

    `relations` gives the type of the relation from the holder to whom the office is held of, by that one's kind; a
    kind that is not there gets none ("French actor"). `gender` is "m", "f" or "" where the word does not say.
    """

    name: str
    relations: Mapping[str, str]
    gender: str = ""

    def relation_to(self, kind: str) -> str:
        """Return the type of the relation to an actor of a kind of whom the office is held, "" for none."""
        return self.relations.get(kind, "")


@dataclass(frozen=True, slots=True)
class Titles:
    """Honorifics with their gender ("m", "f", "u") and offices, by their words in lower case.

    `offices` holds the deputies of those who lead too ("deputy director"); `lengths` gives by the first
    word of those of several words how many tokens the longest may have.
    `past` are the words before an office that is no longer held ("former"), `coming` those before one that is not held
    yet ("incoming"), `modifiers` others that may stand before one ("acting"). `trades` are offices that a nationality
    says nothing of ("the French coach of Spain"), and that one person can hold of another ("her coach").
    """

    honorifics: Mapping[str, str]
    offices: Mapping[str, Office]
    modifiers: frozenset[str]
    past: frozenset[str]
    coming: frozenset[str]
    trades: frozenset[str]
    lengths: Mapping[str, int]


@cache
def load_titles(folder: Path = DATA) -> Titles:
    """Return the titles in a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    path = folder / "titles.toml"
    table = read_table(path)
    offices = _read_offices(table, path, load_taxonomy(folder))
    deputies = [
        Office(f"{word} {office.name}", dict.fromkeys(office.relations, WORKS_FOR), office.gender)
        for word in sorted(lower_words(table, "deputies", path))
        for office in offices.values()
        if LEADS in office.relations.values() and f"{word} {office.name}" not in offices
    ]
    offices |= {deputy.name: deputy for deputy in deputies}
    return Titles(
        honorifics=by_gender(table.get("honorifics"), path, "honorifics"),
        offices=offices,
        modifiers=lower_words(table, "modifiers", path),
        past=lower_words(table, "past", path),
        coming=lower_words(table, "coming", path),
        trades=lower_words(table, "trades", path),
        lengths=phrase_lengths(offices),
    )


def _read_offices(table: dict[str, Any], path: Path, taxonomy: Taxonomy) -> dict[str, Office]:
    genders = by_gender(table.get("office_gender"), path, "office_gender")
    relations: dict[str, dict[str, str]] = {}
    for name, relation, kinds in _listed(table, path, taxonomy):
        known = relations.setdefault(name, {})
        if twice := known.keys() & kinds:
            raise TaxonomyError(f"{path}: the office {name!r} is listed twice for a {min(twice)}; keep one of them.")
        known.update(dict.fromkeys(kinds, relation))
    if stray := genders.keys() - relations.keys():
        raise TaxonomyError(f"{path}: office_gender has {min(stray)!r}, which is no office here; list it as one.")
    return {name: Office(name, known, genders.get(name, "")) for name, known in relations.items()}


def _listed(table: dict[str, Any], path: Path, taxonomy: Taxonomy) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield each office with its relation and the kinds of those of whom it is held."""
    for listed in table.get("offices", ()):
        relation = listed.get("relation")
        if relation not in taxonomy.types:
            raise TaxonomyError(f"{path}: offices have the relation {relation!r}; name a type that relations/ has.")
        kinds = frozenset(listed.get("of", taxonomy.kinds))
        if stray := kinds - taxonomy.kinds.keys():
            raise TaxonomyError(f"{path}: offices are held of {min(stray)!r}; use {', '.join(taxonomy.kinds)}.")
        for name in words(listed.get("names"), path=path, key="offices.names"):
            yield name.lower(), relation, kinds
