"""Coreference: which descriptions and pronouns mean which named actor.

Conservative on purpose: a description or pronoun whose meaning is in doubt stays without an actor, since a missing
claim is better than one pinned on the wrong person.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.appointments import Appointment
from graph.extract.chains import ChainDraft, Role
from graph.extract.lexicon import (
    COUNTRY_NOUNS,
    GROUP,
    GROUP_NOUNS,
    ORGANISATION,
    ORGANISATION_NOUNS,
    PERSON,
    PERSON_NOUNS,
    PLACE,
)
from graph.extract.mentions import Found
from graph.extract.roles import OBJECT, POSSESSOR, SUBJECT, is_verbal, modifiers, surface_subjects
from graph.extract.speech import find_quotations
from graph.model import Form

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
POSSESSIVE = frozenset({"his", "her", "its", "their"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
# Offices that any servant of a country can be described by.
GENERIC_OFFICES = frozenset({"diplomat", "politician", "official", "envoy", "statesman", "minister"})
# What a mention right before a pronoun gains over one far away in the same sentence.
NEARNESS = 3.0
# How far back a description or a pronoun looks, in sentences.
REACH = 3


@dataclass(frozen=True, slots=True)
class Coreference:
    """All mentions of an article with chains, and the chains that they make."""

    mentions: tuple[Found, ...]
    chains: tuple[ChainDraft, ...]


def link_mentions(
    doc: "Doc", names: Sequence[Found], chains: Sequence[ChainDraft], appointments: Sequence[Appointment]
) -> Coreference:
    """Return names, descriptions and pronouns with their chains, in order.

    Roles are added to the chains of those who hold the offices, so that "the US President" finds its man.
    """
    add_roles(doc, chains, appointments)
    linker = _Linker(doc, names, chains)
    described = list(linker.describe(appointments))
    linker.add(described)
    linker.add(linker.pronouns())
    return Coreference(tuple(linker.mentions), tuple(chains))


def add_roles(doc: "Doc", chains: Sequence[ChainDraft], appointments: Iterable[Appointment]) -> None:
    """Note on each holder's chain the office that an appointment names."""
    for appointment in appointments:
        if appointment.holder is None:
            continue
        words = doc[appointment.mention.start : appointment.mention.end].text
        body = appointment.body
        text = f"{body.text} {words}" if body is not None else words
        role = Role(words.lower(), text, body.chain if body is not None else None)
        chain = chains[appointment.holder.chain]
        if role not in chain.roles:
            chain.roles.append(role)


class _Linker:
    """Looks back from each description and pronoun for the actor that it means."""

    def __init__(self, doc: "Doc", names: Sequence[Found], chains: Sequence[ChainDraft]) -> None:
        self._doc = doc
        self._chains = chains
        self.mentions = sorted(names, key=lambda f: f.start)
        self._sentence = [0] * len(doc)
        for index, sent in enumerate(doc.sents):
            for token in sent:
                self._sentence[token.i] = index
        self._quotation = find_quotations(doc)
        self._chain_at = {i: name.chain for name in names for i in range(name.start, name.end)}

    def add(self, found: Iterable[Found]) -> None:
        """Add mentions, keeping the order of the text."""
        self.mentions = sorted([*self.mentions, *found], key=lambda f: f.start)

    def describe(self, appointments: Sequence[Appointment]) -> Iterator[Found]:
        """Yield the descriptions that mean a named actor: "the US President", "the company"."""
        offices: set[int] = set()
        for appointment in appointments:
            offices.update(range(appointment.mention.start, appointment.mention.end))
            if appointment.holder is None and not appointment.former:
                chain = self._holder_of(appointment) or self._countryman(appointment)
                if chain is not None:
                    yield self._nominal(appointment.start, appointment.mention.end, PERSON, chain)
        for noun in self._doc:
            if noun.tag_ == "NN" and noun.i not in offices and noun.i not in self._chain_at and self._is_definite(noun):
                chain = self._described(noun)
                if chain is not None:
                    start = next(c.i for c in noun.lefts if c.lower_ in ("the", "this"))
                    yield self._nominal(start, noun.i + 1, chain.kind, chain)

    def pronouns(self) -> Iterator[Found]:
        """Yield the pronouns whose antecedent is clear."""
        for token in self._doc:
            if token.pos_ not in ("PRON", "DET") or token.i in self._chain_at:
                continue
            chain = self._antecedent(token)
            if chain is not None:
                self._chain_at[token.i] = chain
                kind = self._chains[chain].kind
                yield Found(token.i, token.i + 1, token.i, Form.PRONOUN, kind, token.text, chain=chain)

    def _nominal(self, start: int, end: int, kind: str, chain: ChainDraft) -> Found:
        text = self._doc[start:end].text
        return Found(start, end, self._doc[start:end].root.i, Form.NOMINAL, kind, text, chain=chain.index)

    def _holder_of(self, appointment: Appointment) -> ChainDraft | None:
        """Return who in the article holds an office: the last one named before, or the only one at all."""
        words = self._doc[appointment.mention.start : appointment.mention.end].text
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
        return self._last(noun, lambda c: c.kind == PERSON and any(r.body == body.chain for r in c.roles), reach=8)

    def _is_definite(self, noun: "Token") -> bool:
        return any(c.lower_ in ("the", "this") for c in noun.lefts)

    def _described(self, noun: "Token") -> ChainDraft | None:
        lemma = noun.lemma_.lower()
        named = [m for m in modifiers(noun) if m.i in self._chain_at]
        if lemma in PERSON_NOUNS and named:
            lands = {m.chain for m in self.mentions if any(m.start <= t.i < m.end for t in named)}
            return self._last(noun, lambda c: c.kind == PERSON and any(r.body in lands for r in c.roles), reach=8)
        if named or any(c.dep_ in ("acl", "acl:relcl", "relcl", "nmod") for c in noun.rights):
            return None
        if lemma in ORGANISATION_NOUNS:
            by_name = self._last(noun, lambda c: c.kind == ORGANISATION and lemma in c.name.lower().split(), reach=20)
            return by_name or self._last(noun, lambda c: c.kind == ORGANISATION)
        if lemma in GROUP_NOUNS:
            return self._last(noun, lambda c: c.kind == GROUP) or self._last(noun, lambda c: c.kind == ORGANISATION)
        if lemma in COUNTRY_NOUNS:
            return self._last(noun, lambda c: c.kind == PLACE)
        return None

    def _last(self, noun: "Token", fits: Callable[[ChainDraft], bool], *, reach: int = REACH) -> ChainDraft | None:
        """Return the chain of the last mention before a noun that fits, within reach."""
        excluded = self._fellow_arguments(noun)
        before = (m.chain for m in self._before(noun, reach) if m.chain not in excluded)
        return next((self._chains[i] for i in before if fits(self._chains[i])), None)

    def _fellow_arguments(self, word: "Token") -> set[int]:
        """Return the chains that act on a word as objects of one verb, which it cannot mean: "X sued [the company]"."""
        verb = word.head
        if word.dep_ in SUBJECT or not is_verbal(verb):
            return set()
        return {self._chain_at[t.i] for t in surface_subjects(verb) if t.i in self._chain_at}

    def _before(self, token: "Token", reach: int) -> Iterator[Found]:
        """Yield the mentions before a token, the last first, no further back than `reach` sentences."""
        here = self._sentence[token.i]
        for index in range(bisect_left(self.mentions, token.i, key=lambda m: m.start) - 1, -1, -1):
            mention = self.mentions[index]
            if here - self._sentence[mention.start] > reach:
                return
            if not mention.adjectival:
                yield mention

    def _antecedent(self, pronoun: "Token") -> int | None:
        """Return the chain of the most salient mention that a pronoun agrees with, None where two are as good."""
        lower, here = pronoun.lower_, self._sentence[pronoun.i]
        scores: dict[int, float] = {}
        if lower == "it" and pronoun.dep_ not in SUBJECT:
            return None  # "vowed to veto it": what is done to is most often a thing
        if lower in PLURAL and self._has_plural_subject(pronoun):
            return None
        reflexive = lower in REFLEXIVE or lower in POSSESSIVE
        excluded = set() if reflexive else self._fellow_arguments(pronoun)
        for mention in self._before(pronoun, REACH):
            if mention.chain in excluded:
                continue
            if not self._agrees(lower, mention) or self._shares_clause(pronoun, mention):
                continue
            if self._quotation[mention.start] not in (0, self._quotation[pronoun.i]):
                continue  # “Putin wants ...,” he said: whoever speaks, it is not Putin
            distance = here - self._sentence[mention.start]
            score = self._salience(mention) - 2.0 * distance + NEARNESS / (1 + pronoun.i - mention.end)
            scores[mention.chain] = max(score, scores.get(mention.chain, score))
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and lower in NEUTER | PLURAL and ranked[0][1] - ranked[1][1] < 0.5):
            return None
        return ranked[0][0]

    def _has_plural_subject(self, pronoun: "Token") -> bool:
        """Tell whether somebody unnamed could be "they": a plural or coordinated subject in the last sentences."""
        start = pronoun.sent.start
        first = self._doc[start - 1].sent.start if start else 0
        return any(
            token.dep_ in SUBJECT and (token.tag_ in ("NNS", "CD") or any(c.dep_ == "conj" for c in token.children))
            for token in self._doc[first : pronoun.i]
            if token.i not in self._chain_at
        )

    def _agrees(self, pronoun: str, mention: Found) -> bool:
        chain = self._chains[mention.chain]
        if pronoun in MASCULINE:
            return chain.kind == PERSON and chain.gender != "f"
        if pronoun in FEMININE:
            return chain.kind == PERSON and chain.gender != "m"
        if pronoun in NEUTER:
            return chain.kind in (ORGANISATION, PLACE, GROUP)
        return pronoun in PLURAL and chain.kind in (ORGANISATION, GROUP, PLACE)

    def _shares_clause(self, pronoun: "Token", mention: Found) -> bool:
        """Tell whether both are arguments of one verb, which a plain pronoun rules out: "Trump met him"."""
        if pronoun.lower_ in REFLEXIVE:
            return False
        head = self._doc[mention.head]
        if pronoun.dep_ in POSSESSOR or pronoun.lower_ in POSSESSIVE:
            return pronoun.head.i == head.i
        return pronoun.head.i == head.head.i

    def _salience(self, mention: Found) -> float:
        label = self._doc[mention.head].dep_
        if label in SUBJECT:
            return 3.0
        if label in OBJECT or label == "obl:agent":
            return 1.5
        return 1.0 if label not in POSSESSOR else 0.8


def _same_office(role: Role, words: str, body: int | None) -> bool:
    """Tell whether an office in the text can be a role: the same words or head, and no other body."""
    if body is not None and role.body is not None and body != role.body:
        return False
    mine, theirs = words.split(), role.office.split()
    return mine == theirs or (len(mine) == 1 and mine[0] == theirs[-1]) or _rank(mine) == _rank(theirs)


def _rank(office: list[str]) -> list[str]:
    """Return an office with words of one meaning made equal: a foreign secretary is a foreign minister."""
    return ["minister" if word == "secretary" else word for word in office]
