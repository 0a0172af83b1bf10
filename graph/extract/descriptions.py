"""Descriptions: noun phrases that mean somebody named: "the US President", "the company", "the two men"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extract.appointments import Appointment
from graph.extract.chains import ChainDraft, Role
from graph.extract.introductions import find_introductions
from graph.extract.lexicon import GROUP, ORGANISATION, PERSON, PLACE
from graph.extract.mentions import Found
from graph.extract.phrases import OBJECT, POSSESSOR, RELATIVE_CLAUSE, SUBJECT, is_verbal, modifiers
from graph.extract.subjects import predicate_subject, surface_subjects
from graph.model import Form
from graph.nouns import Nouns

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

# Offices that any servant of a country can be described by.
GENERIC_OFFICES = frozenset({"diplomat", "politician", "official", "envoy", "statesman", "minister"})
# Organisations that an article may speak of though none of their kind is named ("the court", "the police"): such a
# noun means one only whose name has it.
ONLY_BY_NAME = frozenset(
    "court university ministry department council committee commission church institute institution foundation "
    "association federation league museum parliament senate congress government army military police embassy school "
    "college hospital library administration authority legislature board cabinet fund exchange bureau alliance factory "
    "union bloc body website network outlet label studio chain side magazine publisher producer developer maker".split()
)
# What every company may be called; "the airline" needs a name of an airline, or no other organisation near.
ANY_ORGANISATION = frozenset({"company", "firm", "group", "business", "organisation", "organization", "club", "team"})
AGE = re.compile(r"\d{1,3}-year-old")
COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}
# People in general, and those of whom an article speaks as one of many.
ANYBODY = frozenset(
    "citizen person individual reader user customer voter human child baby adult consumer resident".split()
)
# Of whom one says so, an office of this sort was told: "both executives".
EXECUTIVES = frozenset("executive chief boss founder president chairman chairwoman director manager ceo head".split())
TOWNS = frozenset({"city", "town", "village"})
TWOSOMES = frozenset({"couple", "pair", "duo"})
# Fighters of whom an article speaks as a body: "the rebels".
FIGHTERS = frozenset("rebel insurgent militant guerrilla separatist jihadist".split())
MEN, WOMEN = frozenset({"man", "boy", "brother"}), frozenset({"woman", "girl", "sister"})
LOCATIVE = frozenset("in to into from across throughout around inside within".split())
REACH = 3  # sentences
FAR_REACH = 8  # sentences, for what only one can be meant by
CLEAR = 1.0  # by how much the best of several must lead


class Describer:
    """Finds the descriptions in a doc that mean named actors."""

    def __init__(
        self,
        doc: "Doc",
        names: Sequence[Found],
        chains: Sequence[ChainDraft],
        nouns: Nouns,
        sentences: Sequence[int],
        quotations: Sequence[int],
    ) -> None:
        self._doc = doc
        self._chains = chains
        self._nouns = nouns
        self._sentence = sentences
        self._quotation = quotations
        self._names = sorted((n for n in names if not n.adjectival), key=lambda f: f.start)
        self._starts = [name.start for name in self._names]
        self._party_people = [n for n in names if n.adjectival and n.kind in (GROUP, ORGANISATION)]
        self._chain_at = {i: name.chain for name in names for i in range(name.start, name.end)}
        self._countries = {c.index for c in chains if c.kind == PLACE and c.is_country}
        self._introductions = find_introductions(doc, names, nouns)

    def describe(self, appointments: Sequence[Appointment]) -> Iterator[Found]:
        """Yield the descriptions that mean named actors, those of offices first."""
        taken: set[int] = set()
        for appointment in appointments:
            words = range(appointment.mention.start, appointment.mention.end)
            if _is_said(self._doc.span(words.start, words.stop).root):
                taken.update(words)
            elif appointment.holder is None and not appointment.former:
                chain = self._holder_of(appointment) or self._countryman(appointment)
                if chain is not None:
                    taken.update(words)
                    yield self._nominal(appointment.start, appointment.mention.end, PERSON, chain)
            else:
                taken.update(words)
        for noun in self._doc:
            if noun.i in taken or noun.i in self._chain_at or noun.pos_ not in ("NOUN", "ADJ", "PRON", "DET"):
                continue
            if AGE.fullmatch(noun.lower_) or (noun.lower_ == "old" and noun.i and self._doc[noun.i - 1].text == "-"):
                yield from self._of_age(noun)
            elif noun.tag_ == "NN" and _is_definite(noun):
                chain = self._described(noun)
                if chain is not None:
                    yield self._nominal(_start(noun), noun.i + 1, chain.kind, chain)
            elif noun.tag_ == "NNS" and noun.lemma_.lower() in FIGHTERS and _is_definite(noun):
                chain = self._fighters(noun)
                if chain is not None:
                    yield self._nominal(_start(noun), noun.i + 1, chain.kind, chain)
            if noun.tag_ == "NNS" or noun.lower_ in TWOSOMES or noun.lower_ == "both":
                yield from self._several(noun)

    def _nominal(self, start: int, end: int, kind: str, chain: ChainDraft) -> Found:
        text = self._doc.span(start, end).text
        return Found(start, end, self._doc.span(start, end).root.i, Form.NOMINAL, kind, text, chain=chain.index)

    # --- offices ---------------------------------------------------------------------------------------

    def _holder_of(self, appointment: Appointment) -> ChainDraft | None:
        """Return who in the article holds an office: the last one named before, or the only one at all."""
        words = self._doc.span(appointment.mention.start, appointment.mention.end).text
        body = appointment.body.chain if appointment.body is not None else None
        fitting = {c.index for c in self._chains if any(_same_office(r, words.lower(), body) for r in c.roles)}
        if body is not None:
            exact = {i for i in fitting if any(r.body == body for r in self._chains[i].roles)}
            fitting = exact or (fitting if appointment.definite else set())
        elif not appointment.definite:
            return None
        if len(fitting) == 1:
            return self._chains[fitting.pop()]
        before = self._before(self._doc[appointment.start], len(self._doc))
        return next((self._chains[m.chain] for m in before if m.chain in fitting), None)

    def _countryman(self, appointment: Appointment) -> ChainDraft | None:
        """Return who was last named of those who serve a country, for "the Russian diplomat"."""
        body, noun = appointment.body, self._doc[appointment.mention.end - 1]
        if body is None or not appointment.definite or noun.lower_ not in GENERIC_OFFICES:
            return None
        return self._servant(noun, {body.chain})

    def _servant(self, noun: "Token", lands: set[int]) -> ChainDraft | None:
        excluded = self._fellow_arguments(noun)
        for mention in self._before(noun, FAR_REACH):
            chain = self._chains[mention.chain]
            serves = any(role.body in lands for role in chain.roles)
            if chain.kind == PERSON and serves and chain.index not in excluded:
                return chain
        return None

    # --- one --------------------------------------------------------------------------------------------

    def _described(self, noun: "Token") -> ChainDraft | None:
        lemma = noun.lemma_.lower()
        if predicate_subject(noun) is not None or noun.dep_ in ("appos", "conj"):
            return None
        named = [m for m in modifiers(noun) if m.i in self._chain_at]
        if lemma in self._nouns.people and named:
            only = len(modifiers(noun)) == len(named)
            return self._servant(noun, {self._chain_at[m.i] for m in named}) if only else None
        if any(c.dep_ in ("acl", "acl:relcl", "relcl", "nmod", "appos") for c in noun.rights):
            return None
        if any(m.dep_ in ("compound", "nmod:poss") for m in noun.lefts) or self._is_title(noun):
            return None
        if not named and (introduced := self._introduced(noun, lemma)) is not None:
            return introduced
        for kind, described in self._nouns.collectives.items():
            if lemma in described and not (kind == PLACE and named):
                found = self._collective(noun, kind, named=bool(named))
                if found is not None or kind != GROUP:
                    return found
        return self._only_person(noun) if lemma in self._nouns.people and not named else None

    def _introduced(self, noun: "Token", lemma: str) -> ChainDraft | None:
        """Return the only one that the article introduces by a noun: "Minura, the UN mission, ... the mission"."""
        if lemma in ANY_ORGANISATION:
            return None  # others may be called so too
        excluded = self._fellow_arguments(noun)
        known = self._introductions.get(lemma, {})
        before = [chain for chain, first in known.items() if first < noun.i and chain not in excluded]
        return self._chains[before[0]] if len(before) == len(known) == 1 else None

    def _fighters(self, noun: "Token") -> ChainDraft | None:
        """Return the only body that the article introduces as fighters, or its only armed group: "the rebels"."""
        if any(m.dep_ in ("compound", "nmod:poss") for m in noun.lefts) or self._is_title(noun):
            return None
        known = {chain for lemma in FIGHTERS for chain in self._introductions.get(lemma, ())}
        groups = known or {n.chain for n in self._names if n.kind == GROUP}
        return self._chains[groups.pop()] if len(groups) == 1 else None

    def _collective(self, noun: "Token", kind: str, *, named: bool) -> ChainDraft | None:
        """Return the organisation, group or place that a noun means: by its name, or the clearest of those near."""
        lemma = noun.lemma_.lower()
        excluded = self._fellow_arguments(noun)
        near = {i: s for i, s in self._near(noun, REACH).items() if i not in excluded}
        if lemma == "party" and self._has_party_people(noun):
            return None  # "the Conservative peer ... the party": his, or another that is named
        if kind == ORGANISATION:
            far = self._near(noun, FAR_REACH)
            hints = self._nouns.hints.get(lemma, frozenset()) | {lemma}
            by_name = [i for i in far if i not in excluded and hints & set(self._chains[i].name.lower().split())]
            if len(by_name) == 1 or lemma in ONLY_BY_NAME:
                return self._chains[by_name[0]] if len(by_name) == 1 else None
        wanted = (GROUP, ORGANISATION) if lemma == "group" else (kind,)
        fitting = {i: s for i, s in near.items() if self._chains[i].kind in wanted and self._is_such(i, lemma)}
        if len(fitting) > 1 and (named or (kind == ORGANISATION and lemma not in ANY_ORGANISATION)):
            return None  # "the airline", where Airbus too is near
        if not fitting and lemma in TOWNS and not named:
            towns = {n.chain for n in self._names if n.kind == PLACE} - self._countries
            return self._chains[towns.pop()] if len(towns) == 1 else None
        if kind == PLACE and (scene := self._scene(noun, fitting)) is not None:
            return self._chains[scene]
        ranked = sorted(fitting.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < CLEAR):
            return None
        return self._chains[ranked[0][0]]

    def _scene(self, noun: "Token", chains: Collection[int]) -> int | None:
        """Return the country where things happen: "Ghana wants peace in [Mali] and sent troops to the country"."""
        if not self._is_scene(noun.i):
            return None
        near = (m for m in self._before(noun, 1) if m.chain in chains and self._is_scene(m.start))
        return next((mention.chain for mention in near), None)

    def _is_scene(self, first: int) -> bool:
        before = self._doc[max(0, first - 2) : first]
        return any(token.lower_ in LOCATIVE for token in before)

    def _has_party_people(self, noun: "Token") -> bool:
        here = self._sentence[noun.i]
        return any(0 <= here - self._sentence[n.start] <= REACH for n in self._party_people if n.start < noun.i)

    def _is_such(self, chain: int, lemma: str) -> bool:
        """Tell whether what a noun says can be said of a chain: a country is no "city", a ministry no "company"."""
        draft = self._chains[chain]
        if draft.kind == PLACE:
            return (lemma in ("country", "nation", "kingdom", "republic", "emirate")) == (chain in self._countries)
        return draft.kind != ORGANISATION or not (ONLY_BY_NAME | self._own_nouns(lemma)) & set(
            draft.name.lower().split()
        )

    def _own_nouns(self, lemma: str) -> frozenset[str]:
        return self._nouns.collectives[ORGANISATION] - {lemma, "group", "company", "corporation", "bank"}

    def _only_person(self, noun: "Token") -> ChainDraft | None:
        """Return the person whom a job describes where no other person is near: "The striker thanked ..."."""
        if noun.dep_ not in SUBJECT or self._quotation[noun.i] or noun.lemma_.lower() in ANYBODY or noun.text.istitle():
            return None
        gender = self._nouns.people[noun.lemma_.lower()]
        near = [self._chains[i] for i in self._near(noun, 1) if self._chains[i].kind == PERSON]
        fits = len(near) == 1 and (gender == "u" or near[0].gender in ("", gender))
        return near[0] if fits and not self._other_people(noun) else None

    def _of_age(self, noun: "Token") -> Iterator[Found]:
        """Yield "the 41-year-old", for the only person near."""
        start = next((c.i for c in self._doc[max(0, noun.i - 5) : noun.i] if c.lower_ == "the"), -1)
        words = self._doc.span(start + 1, noun.i + 1).text
        behind = self._doc[noun.i + 1 : noun.i + 2]
        if (
            start < 0
            or not AGE.fullmatch(words.replace(" ", ""))
            or (len(behind) and behind[0].pos_ in ("NOUN", "PROPN"))
        ):
            return
        near = [self._chains[i] for i in self._near(noun, REACH) if self._chains[i].kind == PERSON]
        if len(near) == 1:
            yield self._nominal(start, noun.i + 1, PERSON, near[0])

    def _other_people(self, noun: "Token") -> bool:
        """Tell whether people without a name are spoken of in this sentence or the one before."""
        start = noun.sent.start
        first = self._doc[start - 1].sent.start if start else 0
        return any(
            t.pos_ == "NOUN" and t.i not in self._chain_at and t.lemma_.lower() in self._nouns.people
            for t in self._doc[first : noun.i]
        )

    def _is_title(self, noun: "Token") -> bool:
        """Tell whether a name stands right behind a noun, which describes that one then: "the lender Vantor"."""
        behind = noun.i + 2 if noun.i + 2 < len(self._doc) and self._doc[noun.i + 1].text == "," else noun.i + 1
        if behind >= len(self._doc) or behind not in self._chain_at:
            return False
        return behind == noun.i + 1 or self._doc[behind].head.i == noun.i

    # --- several -----------------------------------------------------------------------------------------

    def _several(self, noun: "Token") -> Iterator[Found]:
        """Yield "the two men", "both sides", "the pair" once for each whom they mean."""
        lemma = noun.lemma_.lower()
        counting = [c for c in noun.lefts if c.lower_ in COUNTS]
        if lemma in TWOSOMES and not _is_definite(noun):
            return
        if lemma == "both":
            if noun.dep_ not in SUBJECT:
                return
            count = 2
        elif lemma in TWOSOMES:
            count = 2
        elif counting and (counting[0].lower_ == "both" or _is_definite(noun)):
            count = COUNTS[counting[0].lower_]
        else:
            return
        if any(c.dep_ in ("acl", "acl:relcl", "relcl", "nmod", "appos", "conj") for c in noun.rights):
            return
        for kind in (PERSON, PLACE, ORGANISATION, GROUP):
            if lemma != "both" and lemma not in self._nouns.several[kind]:
                continue
            meant = self._last_few(noun, kind, count, lemma)
            if lemma in TWOSOMES and not self._are_joined(meant, noun):
                return
            if meant:
                start = min([noun.i, *(c.i for c in noun.lefts)])
                yield from (self._nominal(start, noun.i + 1, kind, chain) for chain in meant)
                return

    def _last_few(self, noun: "Token", kind: str, count: int, lemma: str) -> list[ChainDraft]:
        """Return the actors of a kind that one of the last two sentences names, if they are as many as is said."""
        here, excluded = self._sentence[noun.i], self._fellow_arguments(noun)
        for back in range(3):
            named = (self._chains[i] for i in self._named_in(here - back, noun.i) if i not in excluded)
            near = [chain for chain in named if chain.kind == kind and not _has_other_office(chain, lemma)]
            if kind == PLACE:
                near = [c for c in near if c.index in self._countries or lemma in ("city", "capital", "side")]
            if lemma in MEN | WOMEN:
                near = [c for c in near if c.gender in ("", "m" if lemma in MEN else "f")]
            if len(near) >= count:
                return near if len(near) == count else []
        return []

    def _are_joined(self, chains: Sequence[ChainDraft], noun: "Token") -> bool:
        """Tell whether an "and" joins two chains shortly before a noun: "Ann Hale and Bob Dorn ... the pair"."""
        wanted = {chain.index for chain in chains}
        heads = (self._doc[m.head] for m in self._before(noun, REACH) if m.chain in wanted)
        return any(h.dep_ == "conj" and self._chain_at.get(h.head.i) in wanted - {self._chain_at[h.i]} for h in heads)

    def _named_in(self, sentence: int, end: int) -> list[int]:
        """Return the chains that a sentence names before token `end`, in order."""
        found: dict[int, None] = {}
        for mention in self._before(self._doc[end], self._sentence[end] - sentence):
            if self._sentence[mention.start] == sentence:
                found[mention.chain] = None
        return list(found)[::-1]

    # --- what stands before --------------------------------------------------------------------------------

    def _near(self, noun: "Token", reach: int) -> Mapping[int, float]:
        """Return the chains that the sentences before name, with how much each stands out."""
        here = self._sentence[noun.i]
        found: dict[int, float] = {}
        for mention in self._before(noun, reach):
            score = self._salience(mention) - 1.5 * (here - self._sentence[mention.start])
            found[mention.chain] = max(score, found.get(mention.chain, score)) + 0.2
        return found

    def _before(self, token: "Token", reach: int) -> Iterator[Found]:
        """Yield the names before a token, the last first, no further back than `reach` sentences."""
        here = self._sentence[token.i]
        for index in range(bisect_left(self._starts, token.i) - 1, -1, -1):
            mention = self._names[index]
            if here - self._sentence[mention.start] > reach:
                return
            yield mention

    def _salience(self, mention: Found) -> float:
        label = self._doc[mention.head].dep_
        if label in SUBJECT:
            return 3.0
        if label in OBJECT or label == "obl:agent":
            return 1.5
        return 1.0 if label not in POSSESSOR else 2.0

    def _fellow_arguments(self, word: "Token") -> set[int]:
        """Return the chains that a word cannot mean: "X sued [the company]", "[the company] said X would stay"."""
        verb = word.head
        if word.dep_ in SUBJECT and is_verbal(verb):  # "[the company] said Lumora would keep all jobs"
            return {self._chain_at[t.i] for t in verb.subtree if t.i > verb.i and t.i in self._chain_at}
        if not is_verbal(verb):
            return set()
        return {self._chain_at[i] for s in surface_subjects(verb) for i in self._own_words(s) if i in self._chain_at}

    def _own_words(self, subject: "Token") -> Iterator[int]:
        """Yield the tokens of a subject, without what a clause tells of a person: "Ann Hale, whom X fired, sued X"."""
        clauses = [c for c in subject.rights if c.dep_ in RELATIVE_CLAUSE]
        is_person = subject.i in self._chain_at and self._chains[self._chain_at[subject.i]].kind == PERSON
        told = {t.i for c in clauses for t in c.subtree} if is_person else set()
        yield from (t.i for t in subject.subtree if t.i not in told)


def _is_said(office: "Token") -> bool:
    """Tell whether an office is said of somebody or only modifies: "she was the writer", "the [major] league"."""
    first = office.head if office.dep_ == "conj" else office
    gerund = office.head.lower_.endswith("ing")  # "the president greeting Ann Hale", taken for a compound
    return predicate_subject(first) is not None or office.dep_ == "appos" or (office.dep_ == "compound" and not gerund)


def _is_definite(noun: "Token") -> bool:
    return any(c.lower_ in ("the", "this") for c in noun.lefts)


def _start(noun: "Token") -> int:
    return next(c.i for c in noun.lefts if c.lower_ in ("the", "this"))


def _same_office(role: Role, words: str, body: int | None) -> bool:
    """Tell whether an office in the text can be a role: the same words or head, and no other body."""
    if role.former or (body is not None and role.body is not None and body != role.body):
        return False
    mine, theirs = words.split(), role.office.split()
    return mine == theirs or (len(mine) == 1 and mine[0] == theirs[-1]) or _rank(mine) == _rank(theirs)


def _has_other_office(chain: ChainDraft, lemma: str) -> bool:
    """Tell whether nobody said that somebody is an executive: "Senator Ann Hale and her aide ... both executives"."""
    return lemma == "executive" and not any(set(role.office.split()) & EXECUTIVES for role in chain.roles)


def _rank(office: list[str]) -> list[str]:
    """Return an office with words of one meaning made equal: a foreign secretary is a foreign minister."""
    return ["minister" if word == "secretary" else word for word in office]
