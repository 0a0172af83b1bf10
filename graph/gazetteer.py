"""What is known of names beforehand: places, peoples, groups, organisations and first names."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.data import DATA, by_gender, folded, lower_words, phrase_lengths, read_entries, read_table, words
from graph.data.places import read_places

ORGANISATIONS = ("organisations.toml", "companies.toml", "teams.toml", "parties.toml")
# The lists of words in names.toml.
WORDS = (
    "not_actors",
    "not_actor_heads",
    "not_actor_starts",
    "organisation_endings",
    "organisation_heads",
    "organisation_starts",
    "common_bodies",
    "impersonal_starts",
    "group_endings",
    "group_starts",
    "place_endings",
    "place_starts",
    "topics",
)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known names, all keys in lower case and without "the"; treat the mappings as read-only.

    The mappings of names give the canonical name: of the place itself for `countries`, `regions` and `cities`, of the
    country or region for `demonyms`, `capitals` and `metonyms` ("kremlin" is Russia). `parents` gives the country of a
    canonical region or city. `exact` gives the spellings of what is a name in these only: "us" in "US".

    `not_actors` never are or begin a name of an actor ("monday"); `not_actor_heads` are no actor's last word ("prize",
    "act"), `not_actor_starts` no actor's first ("hurricane"). `organisation_endings` are an organisation's last word,
    `organisation_heads` its word before "of", `organisation_starts` its first in other languages ("banco"),
    `group_endings` the last word or two of an armed group. `topics` are what a ministry is of ("labour"),
    `common_bodies` no names by themselves ("opposition"), `impersonal_starts` no person's first word ("southern").

    `first_name_gender` gives "m", "f" or "u" for a name of either. `towns` and `surnames` are signs, no proof: many a
    name is both; `noted_surnames` are those of people named by them alone, `family_names` those that stand first. All
    these and `first_names` are to be looked up by `folded` names.

    `phrase_lengths` gives by the first word of the known names of several words how many tokens the longest may have.
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
    surnames: frozenset[str]
    noted_surnames: frozenset[str]
    family_names: frozenset[str]
    towns: frozenset[str]
    not_actors: frozenset[str]
    not_actor_heads: frozenset[str]
    not_actor_starts: frozenset[str]
    organisation_endings: frozenset[str]
    organisation_heads: frozenset[str]
    organisation_starts: frozenset[str]
    common_bodies: frozenset[str]
    impersonal_starts: frozenset[str]
    group_endings: frozenset[str]
    group_starts: frozenset[str]
    place_endings: frozenset[str]
    place_starts: frozenset[str]
    topics: frozenset[str]
    phrase_lengths: Mapping[str, int]

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
    names = folder / "names.toml"
    table = read_table(names)
    listed = {key: lower_words(table, key, names) for key in WORDS}
    noted = _signs(names, "noted_surnames")
    genders = _read_first_names(folder)
    groups = read_entries(folder / "groups.toml")
    organisations: dict[str, str] = {}
    for file in ORGANISATIONS:
        read_entries(folder / file, organisations)
    return Gazetteer(
        countries=places.countries,
        demonyms=places.demonyms,
        capitals=places.capitals,
        metonyms=places.metonyms,
        regions=places.regions,
        cities=places.cities,
        parents=places.parents,
        groups=groups,
        organisations=organisations,
        exact=_read_exact(table, names),
        first_name_gender=genders,
        first_names=frozenset(genders),
        surnames=_signs(folder / "surnames.toml", "surnames") | noted,
        noted_surnames=noted,
        family_names=_signs(names, "family_names"),
        towns=_signs(folder / "towns.toml", "towns"),
        phrase_lengths=phrase_lengths(
            places.countries, places.demonyms, places.regions, places.cities, groups, organisations
        ),
        **listed,
    )


def _read_first_names(folder: Path) -> dict[str, str]:
    """Return the gender of first names in lower case, with and without accents; those kept by hand go first."""
    genders: dict[str, str] = {}
    for file in ("first_names.toml", "more_first_names.toml"):
        path = folder / file
        for name, gender in by_gender(read_table(path), path, "the file").items():
            genders.setdefault(name, gender)
            if not name.isascii():
                genders.setdefault(folded(name), gender)
    return genders


def _signs(path: Path, key: str) -> frozenset[str]:
    listed = read_table(path).get(key)
    return frozenset(words(folded(listed) if isinstance(listed, str) else listed, path=path, key=key))


def _read_exact(table: dict[str, Any], path: Path) -> dict[str, frozenset[str]]:
    spellings: dict[str, frozenset[str]] = {}
    for spelling in words(table.get("exact"), path=path, key="exact"):
        known = spellings.get(spelling.lower(), frozenset())
        spellings[spelling.lower()] = known | {spelling, spelling.upper()}
    return spellings
