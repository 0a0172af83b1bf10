"""Coreference: which descriptions and pronouns mean which named actors.

Conservative on purpose: a description or pronoun whose meaning is in doubt stays without an actor, since a missing
claim is better than one pinned on the wrong person. One that means several ("the two men") is a mention of each.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.extract.actors import ActorFinder
from graph.extract.appointments import Appointment
from graph.extract.chains import ChainDraft, Role
from graph.extract.descriptions import Describer
from graph.extract.lexicon import PERSON, load_lexicon
from graph.extract.mentions import Found
from graph.extract.pronouns import CLASSES, PronounRanker, load_weights
from graph.extract.quotations import find_quotations
from graph.extract.referents import Referents
from graph.extract.speech import Speakers
from graph.model import Form
from graph.nouns import load_nouns
from graph.taxonomy import load_taxonomy

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
SPEAKERS_SIDE = frozenset({"we", "us", "our", "ours", "ourselves"})


@dataclass(frozen=True, slots=True)
class Coreference:
    """All mentions of an article with chains, and the chains that they make."""

    mentions: tuple[Found, ...]
    chains: tuple[ChainDraft, ...]


def link_mentions(
    doc: "Doc",
    names: Sequence[Found],
    chains: Sequence[ChainDraft],
    appointments: Sequence[Appointment],
    speakers: Speakers,
) -> Coreference:
    """Return names, descriptions and pronouns with their chains, in order.

    Roles are added to the chains of those who hold the offices, so that "the US President" finds its man.
    """
    add_roles(doc, chains, appointments)
    described = find_described(doc, names, chains, appointments)
    ranker = prepare_pronouns(doc, described, chains, appointments, speakers)
    linked = list(_third_person(doc, described, chains, ranker))
    spoken = list(_first_person(doc, [*described, *linked], chains, speakers))
    mentions = sorted([*described, *linked, *spoken], key=lambda f: f.start)
    return Coreference(tuple(mentions), tuple(chains))


def add_roles(doc: "Doc", chains: Sequence[ChainDraft], appointments: Iterable[Appointment]) -> None:
    """Note on each holder's chain the office that an appointment names."""
    for appointment in appointments:
        if appointment.holder is None:
            continue
        words = doc.span(appointment.mention.start, appointment.mention.end).text
        body = appointment.body
        text = f"{body.text} {words}" if body is not None else words
        role = Role(words.lower(), text, body.chain if body is not None else None, former=appointment.former)
        chain = chains[appointment.holder.chain]
        if role not in chain.roles:
            chain.roles.append(role)


def find_described(
    doc: "Doc", names: Sequence[Found], chains: Sequence[ChainDraft], appointments: Sequence[Appointment]
) -> list[Found]:
    """Return the names with the descriptions that mean somebody named: "the US President", "the company"."""
    described = Describer(doc, names, chains, load_nouns(), _sentences(doc), find_quotations(doc)).describe(
        appointments
    )
    return sorted([*names, *described], key=lambda f: f.start)


def prepare_pronouns(
    doc: "Doc",
    mentions: Sequence[Found],
    chains: Sequence[ChainDraft],
    appointments: Sequence[Appointment],
    speakers: Speakers,
) -> PronounRanker:
    """Return what ranks whom the pronouns of a doc may mean."""
    lexicon, nouns = load_lexicon(), load_nouns()
    sentences, quotations = _sentences(doc), find_quotations(doc)
    holders = {
        i: appointment.holder
        for appointment in appointments
        if appointment.holder is not None and appointment.holder.start >= appointment.mention.end
        for i in range(appointment.mention.start, appointment.mention.end)
    }
    referents = Referents(doc, mentions, holders, chains, nouns, lexicon.titles.offices, sentences, quotations)
    return PronounRanker(doc, referents, speakers, lexicon.cues, load_taxonomy(), load_weights(), sentences, quotations)


def is_third_person(token: "Token") -> bool:
    """Tell whether a token is a pronoun that a ranker can resolve."""
    return token.lower_ in CLASSES and token.pos_ in ("PRON", "DET")


def _third_person(
    doc: "Doc", mentions: Sequence[Found], chains: Sequence[ChainDraft], ranker: PronounRanker
) -> Iterator[Found]:
    taken = {i for m in mentions for i in range(m.start, m.end)}
    for token in doc:
        if is_third_person(token) and token.i not in taken:
            meant = ranker.resolve(token)
            if meant is not None:
                yield from (_pronoun(token, chain, chains) for chain in meant.chains)


def _first_person(
    doc: "Doc", mentions: Sequence[Found], chains: Sequence[ChainDraft], speakers: Speakers
) -> Iterator[Found]:
    """Yield who says "I" and for whom "we" is said in a quotation: “We sued them,” said Vantor's spokesman."""
    actors, quotations = ActorFinder(mentions), find_quotations(doc)
    for token in (doc[i] for i in sorted(speakers) if quotations[i]):
        if token.lower_ not in SPEAKER | SPEAKERS_SIDE:
            continue
        saying = {mention.chain for mention in actors.at(speakers[token.i])}
        if len(saying) != 1 or token.pos_ not in ("PRON", "DET"):
            continue
        speaker = chains[next(iter(saying))]
        himself = speaker if speaker.kind == PERSON else None
        meant = himself if token.lower_ in SPEAKER else _side_of(speaker, chains)
        if meant is not None:
            yield _pronoun(token, meant.index, chains)


def _side_of(speaker: ChainDraft, chains: Sequence[ChainDraft]) -> ChainDraft | None:
    """Return for whom a speaker says "we": himself if he is no person, else the one body of his offices."""
    if speaker.kind != PERSON:
        return speaker
    bodies = {role.body for role in speaker.roles if role.body is not None and not role.former}
    return chains[bodies.pop()] if len(bodies) == 1 else None


def _pronoun(token: "Token", chain: int, chains: Sequence[ChainDraft]) -> Found:
    return Found(token.i, token.i + 1, token.i, Form.PRONOUN, chains[chain].kind, token.text, chain=chain)


def _sentences(doc: "Doc") -> list[int]:
    """Return for each token the number of its sentence."""
    numbers: list[int] = []
    for number, sent in enumerate(doc.sents):
        numbers += [number] * (sent.end - sent.start)
    return numbers
