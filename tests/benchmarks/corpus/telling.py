"""How made articles tell: sentences of our own, in which a cast takes the places that are left open."""

import random
import re
import tomllib
from dataclasses import dataclass, field

from tests.benchmarks.corpus.cast import HERE, Cast, Organisation, Person, draw

CHOICE = re.compile(r"\[([^\[\]]*)\]")
SLOT = re.compile(r"\{(\w+)\}")
WITH_OPENER, WITH_TAIL = 0.2, 0.6  # of the sentences
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SENTENCES = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))
COMMON, OPENERS, TAILS = (tuple(SENTENCES[key].strip().split("\n")) for key in ("common", "openers", "tails"))
THEMES = {theme: tuple(text.strip().split("\n")) for theme, text in SENTENCES["themes"].items()}


@dataclass(frozen=True, slots=True)
class Affair:
    """What articles come back to: a theme, and who has to do with it."""

    theme: str
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[str, ...]


@dataclass
class Teller:
    """Fills sentences for one article; it knows who was introduced, and how its outlet speaks of people."""

    cast: Cast
    affair: Affair
    courteous: bool
    rng: random.Random
    _named: set[Person | Organisation] = field(default_factory=set)

    def tell(self, sentence: str) -> str:
        """Return a sentence with all choices made and all places taken."""
        chosen = CHOICE.sub(lambda match: self.rng.choice(match[1].split("|")), self._lengthen(sentence))
        people = iter(self.rng.sample(self.affair.people, 3))
        organisations = iter(self.rng.sample(self.affair.organisations, 2))
        places = iter(self.rng.sample(self.affair.places, 2))
        words: dict[str, str] = {}
        first: Person | None = None
        for slot in SLOT.findall(chosen):
            if slot in ("p", "q", "r", "x") and slot not in words:
                person = self.cast.stranger(self.rng) if slot == "x" else next(people)
                first = first or person
                words[slot] = self._name(person, strange=slot == "x")
            elif slot in ("o", "s") and slot not in words:
                words[slot] = self._call(next(organisations))
            elif slot in ("c", "d") and slot not in words:
                words[slot] = next(places)
        pronouns = ("she", "her", "her") if first and first.is_woman else ("he", "his", "him")
        words |= dict(zip(("he", "his", "him"), pronouns, strict=True))
        words |= {"n": str(self.rng.randint(3, 90)), "money": f"${self.rng.randint(2, 900)} million"}
        words |= {"day": f"on {self.rng.choice(DAYS)}", "day2": self.rng.choice(DAYS)}
        told = SLOT.sub(lambda match: words[match[1]], chosen)
        told = re.sub(r",(?=[,.;])", "", told)  # where an apposition ends together with its clause
        return told[0].upper() + told[1:]

    def headline(self) -> str:
        """Return a short sentence on two of those who have to do with it."""
        one, other = self.rng.sample(self.affair.people, 2)
        place = draw(self.affair.places, self.rng)
        verb = self.rng.choice(("answers", "criticises", "defends", "meets", "sues", "turns against", "warns"))
        return f"{one.surname} {verb} {other.surname} in {place}"

    def _lengthen(self, sentence: str) -> str:
        """Return a sentence with what news says around it; quotations stay as they are."""
        if '"' in sentence:
            return sentence
        if sentence.startswith("{") and self.rng.random() < WITH_OPENER:
            sentence = f"{self.rng.choice(OPENERS)} {sentence}"
        if self.rng.random() < WITH_TAIL:
            sentence = f"{sentence[:-1]}, {self.rng.choice(TAILS)}."
        return sentence

    def _name(self, person: Person, *, strange: bool) -> str:
        if person not in self._named:
            shared = any(isinstance(one, Person) and one.surname == person.surname for one in self._named)
            self._named.add(person)
            if strange or shared or not person.post:
                return person.name
            titled = person.title and self.rng.random() < 0.6
            return f"{person.title} {person.name}" if titled else f"{person.name}, {person.post},"
        if any(isinstance(one, Person) and one.surname == person.surname and one != person for one in self._named):
            return person.name
        if self.courteous:
            return f"{'Ms' if person.is_woman else 'Mr'} {person.surname}"
        return person.surname

    def _call(self, organisation: Organisation) -> str:
        known = organisation in self._named
        self._named.add(organisation)
        # "{o}" opens a sentence more often than not; a body's name takes no article there, as in headlines.
        return organisation.short if known else organisation.name
