"""Titles: honorifics, offices, and what an office says about the one who holds it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, by_gender, lower_words, read_table, words
from graph.errors import TaxonomyError
from graph.model import RelationType
from graph.taxonomy import load_taxonomy

LEADS, WORKS_FOR = "leads", "works_for"


@dataclass(frozen=True, slots=True)
class Office:
    """An office as it stands before a name or behind "is": "FBI Director", "the president of France".

    `relation` is the type of the relation from the holder to whom the office is held of, "" where the word alone says
    too little ("candidate"). `gender` is "m", "f" or "" where the word does not say.
    """

    name: str
    relation: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Titles:
    """Honorifics with their gender ("m", "f", "u") and offices, by their words in lower case without full stops.

    `past` are the words before an office that is no longer held ("former"), `modifiers` others that may stand before
    one ("acting"). `deputies` make one who leads into one who works for the same: see `office`. `longest` counts the
    words of the longest office.
    """

    honorifics: Mapping[str, str]
    offices: Mapping[str, Office]
    modifiers: frozenset[str]
    past: frozenset[str]
    deputies: frozenset[str]
    longest: int

    def office(self, title: Sequence[str]) -> Office | None:
        """Return the office that the words of a title end in, the longest: ("FBI", "deputy", "director") works for it."""
        lower = [word.lower().rstrip(".") for word in title]
        for size in range(min(self.longest, len(lower)), 0, -1):
            office = self.offices.get(" ".join(lower[-size:]))
            if office is not None:
                before = lower[-size - 1] if len(lower) > size else ""
                is_deputy = before in self.deputies and office.relation == LEADS
                return Office(f"{before} {office.name}", WORKS_FOR, office.gender) if is_deputy else office
        return None


@cache
def load_titles(folder: Path = DATA) -> Titles:
    """Return the titles in a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    path = folder / "titles.toml"
    table = read_table(path)
    offices = _read_offices(table, path, load_taxonomy(folder).types)
    return Titles(
        honorifics=by_gender(table.get("honorifics"), path, "honorifics"),
        offices=offices,
        modifiers=lower_words(table, "modifiers", path),
        past=lower_words(table, "past", path),
        deputies=lower_words(table, "deputies", path),
        longest=max((name.count(" ") + 1 for name in offices), default=0),
    )


def _read_offices(table: dict[str, Any], path: Path, types: Mapping[str, RelationType]) -> dict[str, Office]:
    genders = by_gender(table.get("office_gender"), path, "office_gender")
    offices: dict[str, Office] = {}
    for relation, name in _listed_offices(table, path, types):
        if name in offices:
            raise TaxonomyError(f"{path}: the office {name!r} stands in two lists; keep one of them.")
        offices[name] = Office(name, relation, genders.get(name, ""))
    if stray := genders.keys() - offices.keys():
        raise TaxonomyError(
            f"{path}: office_gender has {min(stray)!r}, which is no office of the file; list it as one."
        )
    return offices


def _listed_offices(table: dict[str, Any], path: Path, types: Mapping[str, RelationType]) -> Iterator[tuple[str, str]]:
    """Yield each office with its relation, "" for those under "none"."""
    for relation, listed in table.get("offices", {}).items():
        if relation != "none" and relation not in types:
            raise TaxonomyError(f"{path}: offices.{relation} is no relation type; name one of relations/, or 'none'.")
        for name in words(listed, path=path, key=f"offices.{relation}"):
            yield ("" if relation == "none" else relation), name.lower()
