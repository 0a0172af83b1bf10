"""Referents: all that a text speaks of, named or not, as far as a pronoun may mean it.

An unnamed one matters too: where "a young woman" is the likelier "she", no named woman may take her place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.extract.chains import ChainDraft
from graph.extract.lexicon import PERSON
from graph.extract.mentions import Found
from graph.extract.phrases import MODIFIER, OBJECT, POSSESSOR, SUBJECT, appositions, conjuncts
from graph.extract.subjects import predicate_subject
from graph.model import Form
from graph.nouns import Nouns

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

THING = "thing"
KEPT = 60  # referents that a pronoun may still mean
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
INDEFINITE = frozenset({"a", "an", "another", "some", "one"})
TIMES = frozenset(
    "day week month year hour minute second time moment morning afternoon evening night spring summer autumn winter "
    "decade century season monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow percent "
    "% lot way kind sort".split()
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place where a referent is spoken of: its head token, its role there and how it is called.

    `coordination` is the first token of "Ann and Bob" where it stands in such a row, -1 elsewhere.
    """

    head: int
    sentence: int
    role: str
    form: str
    quotation: int
    opens: bool
    coordination: int


@dataclass(slots=True, eq=False)
class Referent:
    """Someone or something spoken of; `chains` are those that it is: several for "Ann and Bob", none if unnamed."""

    kind: str
    chains: tuple[int, ...] = ()
    gender: str = ""
    plural: bool = False
    count: int = 0
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def last(self) -> Sighting:
        """The latest place where it was spoken of."""
        return self.sightings[-1]


class Referents:
    """The referents of a doc, gathered from left to right; `upto` brings them up to a token.

    `holders` gives the name that follows the tokens of an office: "[US Ambassador to the UN] Nikki Haley".
    """

    def __init__(
        self,
        doc: "Doc",
        mentions: Sequence[Found],
        holders: Mapping[int, Found],
        chains: Sequence[ChainDraft],
        nouns: Nouns,
        jobs: Mapping[str, object],
        sentence: Sequence[int],
        quotation: Sequence[int],
    ) -> None:
        self._doc = doc
        self._chains = chains
        self._nouns = nouns
        self._jobs = jobs
        self._sentence = sentence
        self._quotation = quotation
        self._holders = holders
        self._told: set[int] = set()
        self._heads = {m.head: m for m in mentions if not m.adjectival}
        self._inside = {i for m in mentions for i in range(m.start, m.end)}
        self._of_chain: dict[tuple[int, ...], Referent] = {}
        self._of_lemma: dict[tuple[str, bool], Referent] = {}
        self._at: dict[int, Referent] = {}
        self._done = 0
        self._opened = -1
        self.recent: list[Referent] = []

    def upto(self, end: int) -> list[Referent]:
        """Return the referents spoken of before a token, the latest last."""
        for i in range(self._done, end):
            self._see(self._doc[i])
        self._done = max(self._done, end)
        return self.recent

    def is_somebody(self, noun: "Token") -> bool:
        """Tell whether a noun means a person: "reporter", "chief executive"."""
        return noun.lemma_.lower() in self._nouns.people or noun.lower_ in self._jobs

    def is_office(self, noun: "Token") -> bool:
        """Tell whether a noun means an office or job that is held of somebody: "captain", "chief executive"."""
        return noun.tag_ == "NN" and noun.lower_ in self._jobs

    def is_at(self, token: "Token", referent: Referent) -> bool:
        """Tell whether a token speaks of a referent, also one that is named there for the first time."""
        mention = self._heads.get(token.i)
        return self._at.get(token.i) is referent or (mention is not None and referent.chains == (mention.chain,))

    def add(self, token: "Token", referent: Referent, form: str) -> None:
        """Note that a token speaks of a referent."""
        sentence = self._sentence[token.i]
        opens = self._opened != sentence
        together = _coordination(token)
        sighting = Sighting(token.i, sentence, role_of(token), form, self._quotation[token.i], opens, together)
        self._opened = sentence
        referent.sightings.append(sighting)
        referent.count += 1
        self._at[token.i] = referent
        if referent in self.recent:
            self.recent.remove(referent)
        self.recent.append(referent)
        del self.recent[:-KEPT]

    def of_chain(self, chain: int) -> Referent:
        """Return the referent of a chain."""
        known = self._of_chain.get((chain,))
        if known is None:
            draft = self._chains[chain]
            known = self._of_chain[chain,] = Referent(draft.kind, (chain,), draft.gender)
        return known

    def _see(self, token: "Token") -> None:
        mention = self._heads.get(token.i)
        if mention is not None and token.i in self._told:
            self._at[token.i] = self.of_chain(mention.chain)
        elif mention is not None:
            self.add(token, self.of_chain(mention.chain), "name" if mention.form is Form.NAME else "nominal")
        elif token.i not in self._inside and token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "flat"):
            self._see_noun(token)
        self._see_several(token)

    def _see_noun(self, token: "Token") -> None:
        """Note an unnamed referent: "a young woman", "the tractor", "residents"."""
        lemma = token.lemma_.lower()
        if lemma in TIMES or self._is_named(token):
            return
        plural = token.tag_ in ("NNS", "NNPS")
        kind, gender = self._kind_of(token, lemma)
        before = {c.lower_ for c in token.lefts}
        form = "definite" if before & DEFINITE else "indefinite" if before & INDEFINITE else "bare"
        known = self._of_lemma.get((lemma, plural)) if form == "definite" else None
        if known is None or self._sentence[token.i] - known.last.sentence > 6:
            known = self._of_lemma[lemma, plural] = Referent(kind, (), gender, plural)
        self.add(token, known, form)

    def _is_named(self, token: "Token") -> bool:
        """Note that a noun says who somebody is, where it does: "the envoy Ann Hale", "Ann is the envoy"."""
        holder = self._holders.get(token.i)
        names = (self._heads[c.i] for c in appositions(token) if c.i in self._heads)
        mention = holder or next((m for m in names if m.kind == PERSON), None)
        if mention is not None:
            referent = self.of_chain(mention.chain)
            referent.gender = referent.gender or self._kind_of(token, token.lemma_.lower())[1]  # "his widow, Samira"
            self.add(token, referent, "name")
            self._told.add(mention.head)
            return True
        subject = token.head if token.dep_ in ("appos", "nmod:desc") else predicate_subject(token)
        if subject is not None and subject.i in self._at:
            self._at[token.i] = self._at[subject.i]
            return True
        return False

    def _kind_of(self, token: "Token", lemma: str) -> tuple[str, str]:
        gender = self._nouns.people.get(lemma)
        if gender is None and self.is_somebody(token):
            gender = "u"
        if gender is not None:
            return PERSON, "" if gender == "u" else gender
        if token.ent_type_ in ("PERSON", "PER"):
            return PERSON, ""
        kinds = (kind for kind, nouns in self._nouns.collectives.items() if lemma in nouns)
        return next(kinds, THING), ""

    def _see_several(self, token: "Token") -> None:
        """Note "Ann and Bob" as one referent of several, once the last of them is seen."""
        first = token
        while first.dep_ == "conj":
            first = first.head
        if first.i == token.i:
            return
        parts = conjuncts(first)
        if len(parts) < 2 or parts[-1].i != token.i or any(part.i not in self._at for part in parts):
            return
        members = [self._at[part.i] for part in parts]
        named = all(len(member.chains) == 1 for member in members)
        chains = tuple(dict.fromkeys(chain for member in members for chain in member.chains)) if named else ()
        if named and len(chains) < 2:
            return
        kinds = {member.kind for member in members}
        kind = kinds.pop() if len(kinds) == 1 else THING
        known = self._of_chain.get(chains) if chains else None
        if known is None:
            known = Referent(kind, chains, plural=True)
            if chains:
                self._of_chain[chains] = known
        at = self._at[token.i]
        self.add(first, known, "name" if named else "bare")
        self._at[first.i], self._at[token.i] = members[0], at


def _coordination(token: "Token") -> int:
    """Return the first token of the coordination that a token stands in, -1 for none."""
    if token.dep_ != "conj":
        return token.i if any(child.dep_ == "conj" for child in token.rights) else -1
    while token.dep_ == "conj":
        token = token.head
    return token.i


def role_of(token: "Token") -> str:
    """Return the role of a token: "subject", "object", "owner", "modifier" or "other", that of the first conjunct."""
    while token.dep_ == "conj":
        token = token.head
    label = token.dep_
    if label in SUBJECT:
        return "subject"
    if label in OBJECT:
        return "object"
    if label in POSSESSOR:
        return "owner"
    return "modifier" if label in MODIFIER else "other"
