"""The actor behind a word: which mentions a noun, a pronoun or a noun phrase around a name stands for."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from graph.extract.appointments import Appointment
from graph.extract.lexicon import (
    COUNTRY_NOUNS,
    GROUP,
    GROUP_NOUNS,
    ORGANISATION,
    ORGANISATION_NOUNS,
    PERSON,
    PLACE,
)
from graph.extract.mentions import Found
from graph.extract.phrases import (
    SUBJECT,
    appositions,
    case_of,
    first_conjunct,
    is_verbal,
    modifiers,
    possessor,
    prepositional,
)
from graph.extract.subjects import antecedent, is_passive
from graph.nouns import load_nouns
from graph.taxonomy import Taxonomy

if TYPE_CHECKING:
    from graph.extract.tokens import Token

# "Russian forces", "the Assad regime", "FBI agents": collectives that act for the country, body or man they belong to.
ACTING_FOR = frozenset(
    "forces force troops army military navy soldiers marines commandos commanders officers agents spies "
    "intelligence peacekeepers hackers government regime authorities police officials authority administration "
    "leadership delegation negotiators ministers lawmakers investigators prosecutors "
    "regulators".split()
)
# "Israeli jets bombed", "shot down a Russian drone": they act, or suffer war, for their owner.
WEAPONS = frozenset(
    "warplane warplanes plane planes jet jets aircraft helicopter helicopters bomber bombers drone drones missile "
    "missiles rocket rockets tank tanks artillery shelling airstrike airstrikes strike strikes raid raids warship "
    "warships ship ships vessel vessels tanker tankers submarine submarines convoy".split()
)
# "shelled Hamas positions": these only suffer it.
SITES = frozenset(
    "base bases position positions target targets outpost outposts airfield airfields airbase airbases depot "
    "depots checkpoint checkpoints embassy consulate".split()
)
# "an investigation into Russian meddling", "blamed Iranian interference": who did the deed is whom it concerns.
DEEDS = frozenset(
    "meddling interference involvement actions action activities activity behaviour behavior aggression collusion ties "
    "links role conduct policy policies hacking influence expansionism".split()
)
# "the Taliban terror group", "Vantor company": a noun that only says what its name is.
TYPE_NOUNS = frozenset(
    "group organisation organization network militia party team company newspaper website movement agency firm "
    "gang cartel club militants insurgents fighters rebels".split()
)
# "members of the Taliban", "a group of Vantor": what is done to a part is done to the whole.
PARTS = frozenset({"member", "fighter", "militant", "leadership", "%", "percent", "half", "majority", "share", "part"})
DESCRIBING = {ORGANISATION: ORGANISATION_NOUNS, GROUP: GROUP_NOUNS, PLACE: COUNTRY_NOUNS}
NOBODY = frozenset({"nobody", "none"})  # "nobody at Vantor thanked Bob": Vantor did not
COLON_REACH = 7  # tokens


class ActorFinder:
    """Finds the mentions behind a token; the mentions have chains, and a taxonomy tells events from people."""

    def __init__(
        self, mentions: Iterable[Found], appointments: Iterable[Appointment] = (), taxonomy: Taxonomy | None = None
    ) -> None:
        self._taxonomy = taxonomy
        self._at: dict[int, list[Found]] = {}
        for mention in sorted(mentions, key=lambda m: m.start - m.end):  # of two inside one another the inner counts
            for i in range(mention.start, mention.end):
                here = self._at.get(i, ())
                beside = [m for m in here if (m.start, m.end) == (mention.start, mention.end)]  # "the two men"
                self._at[i] = [*beside, mention]
        for appointment in appointments:  # a title is part of its holder: "met with [Secretary] Rex Tillerson"
            if appointment.holder is not None and appointment.holder.start >= appointment.mention.end:
                for i in range(appointment.mention.start, appointment.mention.end):
                    self._at.setdefault(i, [appointment.holder])

    @property
    def named(self) -> Collection[int]:
        """Return the tokens that mention an actor, its titles among them."""
        return self._at.keys()

    def number_within(self, start: int, end: int) -> int:
        """Return how many different actors the tokens from `start` up to `end` mention."""
        return len({found.chain for i in range(start, end) for found in self._at.get(i, ())})

    def at(self, token: "Token") -> list[Found]:
        """Return the mentions that a token stands for: none, one, or several for "they" and "the two men"."""
        if token.i in self._at:
            return self._at[token.i]
        found = self._beside(token) or self._acting_for(token)
        return [found] if found is not None else []

    def owner(self, token: "Token") -> Found | None:
        """Return whose thing or doing a noun names: "Hale's plan", "an attack by Israel", "the courage of Ann Hale".

        What was done to somebody is not his doing: "the killing of Ann Hale", "Ann Hale's arrest".
        """
        nouns, lemma = load_nouns(), token.lemma_.lower()
        if lemma in nouns.people or any(lemma in listed for listed in nouns.collectives.values()):
            return None
        behind = list(prepositional(token))
        is_doer = any(p == "of" for p, _ in behind) or not self._is_undergone(lemma, "poss")
        owners = [owner for owner in (possessor(token),) if owner is not None and is_doer]
        owners += [noun for preposition, noun in behind if preposition in ("by", "from")]
        if not self._is_undergone(lemma, "prep:of"):
            owners += [noun for preposition, noun in behind if preposition == "of"]
        return next((found for noun in owners if (found := self._one_at(antecedent(noun))) is not None), None)

    def _is_undergone(self, lemma: str, slot: str) -> bool:
        return self._taxonomy is not None and self._taxonomy.is_undergone(lemma, slot)

    def _one_at(self, token: "Token") -> Found | None:
        """Return the mention at a token, where it is one alone."""
        found = self._at.get(token.i, ())
        return found[0] if len(found) == 1 else None

    def _beside(self, token: "Token") -> Found | None:
        """Return the name beside a noun that says who it is: "the diplomat, Ann Hale", "another guest: Ann Hale"."""
        if self._taxonomy is not None and self._taxonomy.is_event(token.lemma_.lower()):
            return None  # "the killing of his driver, Ann Hale": it is the driver who has the name
        beside = (*appositions(token), *_behind_colon(token), *_right_behind(token))
        named = (f for c in beside if (f := self._one_at(c)) is not None)
        return next((f for f in named if f.kind == PERSON or token.lower_ in DESCRIBING.get(f.kind, ())), None)

    def _acting_for(self, token: "Token") -> Found | None:
        """Return the actor for whom a collective acts, or whose part or type a noun names."""
        lower, lemma = token.lower_, token.lemma_.lower()
        names = [f for t in (*modifiers(token), possessor(token)) if t is not None and (f := self._one_at(t))]
        if lower in ACTING_FOR | DEEDS:
            names += [f for p, noun in prepositional(token) if p == "of" and (f := self._one_at(noun)) is not None]
        if lower in ACTING_FOR | DEEDS and names and names[-1].kind in (PLACE, PERSON, GROUP):
            return names[-1]
        if lower in ACTING_FOR and names and names[-1].kind == ORGANISATION:
            return names[-1] if not any(c.dep_ == "acl" for c in token.rights) else None  # "FBI agents based in Cork"
        if lower in WEAPONS | SITES and names and names[-1].kind in (PLACE, GROUP) and self._is_at_war(token):
            return names[-1]
        if lower in TYPE_NOUNS and names and names[-1].kind in (GROUP, ORGANISATION):
            return names[-1]
        if lemma in PARTS:
            wholes = (self._one_at(noun) or self._acting_for(noun) for p, noun in prepositional(token) if p == "of")
            return next((whole for whole in wholes if whole is not None and whole.kind in (GROUP, ORGANISATION)), None)
        if lemma in NOBODY or (lemma == "one" and any(c.lower_ == "no" for c in token.lefts)):
            wholes = (self._one_at(noun) for p, noun in prepositional(token) if p in ("at", "in", "of", "from"))
            return next((whole for whole in wholes if whole is not None and whole.kind in (GROUP, ORGANISATION)), None)
        return None

    def _is_at_war(self, weapon: "Token") -> bool:
        """Tell whether a weapon acts or is fought, which one that is bought does not and is not."""
        verb = first_conjunct(weapon).head
        if weapon.lower_ in WEAPONS and ((weapon.dep_ in SUBJECT and not is_passive(verb)) or case_of(weapon) == "by"):
            return True
        frames = () if self._taxonomy is None else self._taxonomy.frames_for(verb.lemma_.lower(), "verb")
        return is_verbal(verb) and any(relation_type.family == "conflict" for relation_type, _ in frames)


def _right_behind(noun: "Token") -> list["Token"]:
    """Return the name right behind a noun that describes its bearer, however it is parsed: "activist Ann Hale"."""
    after = noun.doc[noun.i + 1 : noun.i + 2]
    return list(after) if noun.tag_ == "NN" and len(after) and after[0].pos_ == "PROPN" else []


def _behind_colon(noun: "Token") -> list["Token"]:
    """Return the word behind a colon that follows a singular noun phrase, in a list that is empty for none."""
    if noun.tag_ != "NN":
        return []
    for token in noun.doc[noun.i + 1 : noun.i + COLON_REACH]:
        if token.text == ":":
            return list(noun.doc[token.i + 1 : token.i + 2])
        if token.is_sent_start or token.pos_ in ("VERB", "AUX", "PUNCT", "PROPN"):
            return []
    return []
