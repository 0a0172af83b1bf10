"""Reading of the files of places: countries, regions and cities."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.data import entries, put, read_table, words
from graph.errors import TaxonomyError

WORLD = "World"  # the heading of places that lie in no one country


@dataclass(slots=True)
class Places:
    """Places while they are being read; see `graph.gazetteer.Gazetteer` for the fields."""

    countries: dict[str, str] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)
    metonyms: dict[str, str] = field(default_factory=dict)
    regions: dict[str, str] = field(default_factory=dict)
    cities: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)


def read_places(folder: Path) -> Places:
    """Return all places of a folder's files; raises TaxonomyError for a form of two meanings and a stray country."""
    places = Places()
    _read_countries(folder / "countries.toml", places)
    path = folder / "regions.toml"
    table = read_table(path)
    people = table.pop("people", {})
    _read_listed(path, table, places.regions, places)
    for region, forms in people.items():
        if region not in places.regions.values():
            raise TaxonomyError(f"{path}: people has {region!r}, which is no region of the file; list it as one.")
        put(places.demonyms, words(forms, path=path, key=f"people.{region}"), region, path)
    path = folder / "cities.toml"
    _read_listed(path, read_table(path), places.cities, places)
    return places


def _read_countries(path: Path, places: Places) -> None:
    tables = {
        "also": places.countries,
        "people": places.demonyms,
        "capital": places.capitals,
        "power": places.metonyms,
    }
    for country, table in read_table(path).items():
        if unknown := table.keys() - tables.keys():
            raise TaxonomyError(f"{path}: {country!r} has the key {min(unknown)!r}; use only {', '.join(tables)}.")
        put(places.countries, [country], country, path)
        for key, listed in table.items():
            forms = words(listed, path=path, key=f"{country}.{key}")
            put(tables[key], forms, country, path)
            if key == "capital":
                put(places.cities, forms, forms[0], path)
                places.parents[forms[0]] = country


def _read_listed(path: Path, table: dict[str, Any], found: dict[str, str], places: Places) -> None:
    """Add the places that a file lists by country to `found`, and their countries to the parents."""
    countries = set(places.countries.values())
    for country, listed in table.items():
        if country not in countries and country != WORLD:
            raise TaxonomyError(f"{path}: {country!r} is no country of countries.toml; spell it as there, or add it.")
        for forms in entries(listed, path=path, key=country):
            put(found, forms, forms[0], path)
            if country != WORLD:
                places.parents[forms[0]] = country
