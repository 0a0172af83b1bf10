"""What is known of names beforehand: places, peoples, groups, organisations and first names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, by_gender, lower_words, read_entries, read_table, words
from graph.data.places import read_places


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names, all keys in lower case and without "the"; treat the mappings as read-only.

    The mappings of names give the canonical name: of the place itself for `countries`, `regions` and `cities`, of the
    country or region for `demonyms`, `capitals` and `metonyms` ("kremlin" is Russia). `parents` gives the country of a
    canonical region or city. `exact` gives the spellings of what is a name in these only: "us" in "US".

    `not_actors` never are or begin a name of an actor ("monday"); `not_actor_heads` are no actor's last word ("prize",
    "act"). `organisation_endings` are an organisation's last word, `organisation_heads` its word before "of".

    `first_name_gender` gives "m", "f" or "u" for a name of either.
    """

    countries: Mapping[str, str]
    demonyms: Mapping[str, str]
    capitals: Mapping[str, str]
    metonyms: Mapping[str, str]
    regions: Mapping[str, str]
    cities: Mapping[str, str]
    parents: Mapping[str, str]
    groups: Mapping[str, str]
    organisations: Mapping[str, str]
    exact: Mapping[str, frozenset[str]]
    first_name_gender: Mapping[str, str]
    first_names: frozenset[str]
    not_actors: frozenset[str]
    not_actor_heads: frozenset[str]
    organisation_endings: frozenset[str]
    organisation_heads: frozenset[str]
    place_endings: frozenset[str]

    def kind_of(self, name: str) -> str | None:
        """Return the kind of a known name as it is written in a text ("the FBI"), None for an unknown one."""
        key = self.key(name)
        if key in self.countries or key in self.regions or key in self.cities:
            return "place"
        if key in self.organisations:
            return "organisation"
        if key in self.groups or (key.endswith("s") and key[:-1] in self.demonyms):
            return "group"  # "Afghans" are a people, "Afghan" speaks of the country
        return "place" if key in self.demonyms else None

    def is_known(self, name: str) -> bool:
        """Tell whether a name as it is written in a text is one of a place, people, group or organisation."""
        return self.kind_of(name) is not None

    def place(self, name: str) -> str | None:
        """Return the canonical name of a place as it is written in a text, None for no known place."""
        key = self.key(name)
        return self.countries.get(key) or self.regions.get(key) or self.cities.get(key)

    def people(self, name: str) -> str | None:
        """Return the country or region of a nationality or people ("Russian", "Kurds"), None for no known one."""
        return self.demonyms.get(self.key(name))

    def group(self, name: str) -> str | None:
        """Return the canonical name of a religion's or party's people or of an armed group, None for no known one."""
        return self.groups.get(self.key(name))

    def organisation(self, name: str) -> str | None:
        """Return the canonical name of an organisation ("the FBI"), None for no known one."""
        return self.organisations.get(self.key(name))

    def key(self, name: str) -> str:
        """Return what to look a name up by: "the U.S." is "u.s."; "us" and "who" are pronouns and give ""."""
        bare = name.strip()
        if bare[:4].lower() == "the ":
            bare = bare[4:]
        key = bare.lower()
        return "" if key in self.exact and bare not in self.exact[key] else key


@cache
def load_gazetteer(folder: Path = DATA) -> Gazetteer:
    """Return the known names in a folder of data; raises TaxonomyError naming the file, the key and the cure."""
    places = read_places(folder)
    path = folder / "first_names.toml"
    genders = by_gender(read_table(path), path, "the file")
    names = folder / "names.toml"
    table = read_table(names)
    return Gazetteer(
        countries=places.countries,
        demonyms=places.demonyms,
        capitals=places.capitals,
        metonyms=places.metonyms,
        regions=places.regions,
        cities=places.cities,
        parents=places.parents,
        groups=read_entries(folder / "groups.toml"),
        organisations=read_entries(folder / "organisations.toml"),
        exact=_read_exact(table, names),
        first_name_gender=genders,
        first_names=frozenset(genders),
        not_actors=lower_words(table, "not_actors", names),
        not_actor_heads=lower_words(table, "not_actor_heads", names),
        organisation_endings=lower_words(table, "organisation_endings", names),
        organisation_heads=lower_words(table, "organisation_heads", names),
        place_endings=lower_words(table, "place_endings", names),
    )


def _read_exact(table: dict[str, Any], path: Path) -> dict[str, frozenset[str]]:
    spellings: dict[str, frozenset[str]] = {}
    for spelling in words(table.get("exact"), path=path, key="exact"):
        known = spellings.get(spelling.lower(), frozenset())
        spellings[spelling.lower()] = known | {spelling, spelling.upper()}
    return spellings
