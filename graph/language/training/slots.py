"""What the slots of `sentences.txt` are filled with: names of a kind, and capitals and numbers that are no names.

"{person:1}" and "{surname:1}" are one person in one line, "{company:1}", "{short:1}" and "{abbr:1}" one organisation.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from graph.language.training.capitals import ADJECTIVES, NO_NAMES, PEOPLES
from graph.language.training.gazetteer import Gazetteer
from graph.language.training.organisation_patterns import KINDS, Organisation, invent_word
from graph.language.training.person_names import Person

_AMOUNTS = ("m", "bn", ".5m", " million", " billion", ",000")
# Kinds of organisation that one slot stands for.
MIXED = {
    "org": ("company", "company", "company", *KINDS),
    "business": ("company", "company", "company", "company", "bank"),
    "public": ("agency", "agency", "house", "court", "body"),
    "group": ("ngo", "ngo", "union", "party", "body"),
}


@dataclass(frozen=True, slots=True)
class Filling:
    """What stands in a slot; `label` is "" where it is no name, `has_article` says that "the" goes before it."""

    text: str
    label: str = ""
    has_article: bool = False


@dataclass(slots=True)
class Cast:
    """Fills the slots of one line; a slot with a number is the same someone each time."""

    gazetteer: Gazetteer
    rng: random.Random
    people: dict[str, Person] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def fill(self, slot: str) -> Filling:
        """The filling of "{kind}" or "{kind:number}", given without its braces; KeyError for an unknown kind."""
        kind, _, number = slot.partition(":")
        if kind in ("person", "surname", "first"):
            return Filling(self._find_person(kind, number), "PERSON")
        if kind in ("place", "country", "city", "region", "site"):
            return self._find_place(kind, number)
        if kind in KINDS or kind in MIXED or kind in ("short", "abbr"):
            return self._find_organisation(kind, number)
        return Filling(self._choose_other(kind))

    def _find_person(self, kind: str, number: str) -> str:
        person = self.people.get(number) if number else None
        if person is None:
            person = self.gazetteer.choose_whole_person(self.rng)
        if number:
            self.people[number] = person
        return {"person": person.full, "surname": person.surname, "first": person.first}[kind]

    def _find_place(self, kind: str, number: str) -> Filling:
        text = self.places.get(number, "") if number else ""
        text = text or self.gazetteer.choose_place_of(kind, self.rng)
        if number:
            self.places[number] = text
        return Filling(text.removeprefix("the "), "LOC", text.startswith("the "))

    def _find_organisation(self, kind: str, number: str) -> Filling:
        found = self.organisations.get(number) if number else None
        if found is None:
            found = self.gazetteer.choose_organisation_of(self.rng.choice(MIXED.get(kind, (kind,))), self.rng)
        if number:
            self.organisations[number] = found
        if kind == "short":
            return Filling(found.short, "ORG", found.has_article and found.short == found.name)
        if kind == "abbr":
            return Filling(found.acronym, "ORG", found.has_article)
        return Filling(found.name, "ORG", found.has_article)

    def _choose_other(self, kind: str) -> str:
        rng = self.rng
        if kind == "adj":
            return rng.choice(ADJECTIVES)
        if kind == "people":
            return rng.choice(PEOPLES)
        if kind == "number":
            return str(rng.choice((rng.randint(2, 99), rng.randint(100, 999), rng.randint(1, 40) * 1000)))
        if kind == "money":
            return rng.choice("$£€$") + str(rng.randint(1, 99)) + rng.choice(_AMOUNTS)
        if kind == "score":
            return f"{rng.randint(0, 6)}-{rng.randint(0, 4)}"
        if kind == "year":
            return str(rng.randint(1945, 2025))
        if kind == "age":
            return str(rng.randint(17, 89))
        if kind == "product" and rng.random() < 0.3:
            return f"{invent_word(rng)} {rng.choice(('X', '3', 'Pro', '500', 'Mini', 'GT'))}"
        return rng.choice(NO_NAMES[kind])
