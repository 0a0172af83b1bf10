"""The cast of made articles: invented people, organisations and places, some of them in the news far more often."""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).parent
PEOPLE, COMPANIES, LOCAL_BODIES = 480, 120, 90
TAIL = 0.8  # how steeply being in the news falls with the rank, as in Zipf's law

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented; `field` is what he or she is in the news for, `title` may be empty."""

    given: str
    surname: str
    is_woman: bool
    field: str = ""
    title: str = ""
    post: str = ""

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"


@dataclass(frozen=True, slots=True)
class Organisation:
    """An invented organisation, with the name that is used once it has been named."""

    name: str
    short: str


class Cast:
    """All who may be in the articles, those first who are so most often."""

    def __init__(self, rng: random.Random) -> None:
        names = tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))
        self._given = {True: names["women"].split(), False: names["men"].split()}
        self._surnames = names["surnames"].split()
        self.outlets: list[str] = names["outlets"].split("|")
        self.towns: list[str] = names["towns"].split()
        self.countries: list[str] = names["countries"].split()
        self._employers = self._make_organisations(names, rng)
        self.organisations = [one for kind in self._employers.values() for one in kind]
        rng.shuffle(self.organisations)
        self.people: dict[str, list[Person]] = {field: [] for field in names["posts"]}
        for number in range(PEOPLE):
            field = list(self.people)[number % len(self.people)]
            employers = self._employers[names["employers"][field]]
            post = rng.choice(names["posts"][field].split(";"))
            self.people[field].append(self._make_person(field, post, employers, rng))

    def stranger(self, rng: random.Random) -> Person:
        """Return somebody who is not in the cast."""
        is_woman = rng.random() < 0.5
        return Person(rng.choice(self._given[is_woman]), rng.choice(self._surnames), is_woman)

    def _make_organisations(self, names: dict[str, Any], rng: random.Random) -> dict[str, list[Organisation]]:
        stems, kinds = names["stems"].split(), names["companies"].split("|")
        companies = rng.sample([f"{stem} {kind}" for stem in stems for kind in kinds], COMPANIES)
        local = rng.sample(
            [body.format(town) for body in _entries(names["bodies"]) for town in self.towns], LOCAL_BODIES
        )
        return {
            "companies": [Organisation(name, name.split()[0]) for name in companies],
            "local": [Organisation(name, name) for name in local],
            "national": [Organisation(name, name) for name in _entries(names["national"])],
        }

    def _make_person(self, field: str, post: str, employers: list[Organisation], rng: random.Random) -> Person:
        person = self.stranger(rng)
        title, words = post.split("|")
        place = draw(self.countries if field == "diplomacy" else self.towns, rng)
        organisation = draw(employers, rng).name
        said = words.format(c=place, o=organisation, man="woman" if person.is_woman else "man")
        return Person(person.given, person.surname, person.is_woman, field, title, said)


def draw(ranked: Sequence[Member], rng: random.Random) -> Member:
    """Return one of these, the first most often."""
    weights = accumulate((rank + 3) ** -TAIL for rank in range(len(ranked)))
    return rng.choices(ranked, cum_weights=list(weights))[0]


def draw_some(count: int, ranked: Sequence[Member], rng: random.Random) -> list[Member]:
    """Return some of these, each once, the first most often."""
    drawn: dict[Member, None] = {}
    while len(drawn) < min(count, len(ranked)):
        drawn[draw(ranked, rng)] = None
    return list(drawn)


def _entries(text: str) -> list[str]:
    return [entry.strip() for line in text.split("\n") for entry in line.split("|") if entry.strip()]
