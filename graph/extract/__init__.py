"""Extraction: what one article says of whom, read by rules over a trained pipeline's parse."""

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.articles import body_blocks
from graph.extract.actors import ActorFinder
from graph.extract.affiliations import find_affiliations, nested_countries
from graph.extract.appointments import Appointment, find_appointments, holders_of
from graph.extract.chains import ChainDraft, NameLinker, defined_acronyms, local_names
from graph.extract.claims import find_claims
from graph.extract.coreference import link_mentions
from graph.extract.kin_lists import find_kin_lists
from graph.extract.lexicon import load_lexicon
from graph.extract.mentions import Found, MentionMaker, find_mentions
from graph.extract.metonyms import acting_names, find_metonyms
from graph.extract.office_ties import office_ties
from graph.extract.offices import find_offices
from graph.extract.parse import Parse, parse
from graph.extract.relations import find_ties
from graph.extract.shared_offices import find_shared
from graph.extract.speech import Reports, find_reports, speakers_of
from graph.extract.wholes import find_wholes
from graph.model import Article, Claim, Extraction, Mention
from graph.taxonomy import Taxonomy

if TYPE_CHECKING:
    from spacy.language import Language

# What an extraction depends on beside the article, the pipeline and the taxonomy.
SOURCES = (Path(__file__).parent, Path(__file__).parent.parent / "articles")


@cache
def rules_version() -> str:
    """Return twelve characters that change whenever the code that reads an article does; they serve as a cache key."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in SOURCES for path in folder.glob("*.[pt]*") if path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def extract(article: Article, nlp: "Language", taxonomy: Taxonomy, *, version: str = "") -> Extraction:
    """Return the mentions, chains and claims of an article's body; `version` is noted in the result."""
    return read_parse(parse(article, body_blocks(article), nlp, taxonomy.verb_forms), taxonomy, version=version)


def read_parse(parsed: Parse, taxonomy: Taxonomy, *, version: str = "") -> Extraction:
    """Return what a parse says; the parse may come from a pipeline or be built by hand."""
    doc, lexicon = parsed.doc, load_lexicon()
    named = read_names(parsed, taxonomy)
    names, reports = named.names, named.reports
    appointments = [*named.appointments, *named.shared]
    linked = link_mentions(doc, names, named.chains, appointments, speakers_of(reports))
    actors = ActorFinder(linked.mentions, named.appointments, taxonomy)
    mention_of = MentionMaker(parsed)
    claims = find_claims(
        parsed,
        [
            *office_ties(doc, appointments, linked.mentions, actors, lexicon.titles),
            *find_affiliations(doc, names, lexicon, holders_of(appointments)),
            *find_kin_lists(doc, names, actors),
            *find_ties(doc, actors, taxonomy, lexicon, reports),
        ],
        reports,
        actors,
        lexicon.cues,
        taxonomy,
        mention_of,
    )
    return _assemble(parsed, linked.mentions, linked.chains, claims, mention_of, version)


@dataclass(frozen=True, slots=True)
class Named:
    """What a parse names, before descriptions and pronouns are linked: names with chains, offices, reported speech.

    `shared` are the offices that several people hold together.
    """

    names: list[Found]
    chains: list[ChainDraft]
    appointments: list[Appointment]
    shared: list[Appointment]
    reports: Reports


def read_names(parsed: Parse, taxonomy: Taxonomy) -> Named:
    """Return what a parse names, who holds which office, and whose words it reports."""
    doc, lexicon = parsed.doc, load_lexicon()
    wholes = find_wholes(doc, lexicon)
    offices = find_offices(doc, wholes, lexicon)
    found = find_mentions(parsed, offices, wholes, lexicon)
    found = sorted([*found, *nested_countries(doc, found, lexicon)], key=lambda f: f.start)
    found = sorted([*found, *find_metonyms(doc, found, lexicon, taxonomy)], key=lambda f: f.start)
    acting = acting_names(doc, found, lexicon, taxonomy)
    linker = NameLinker(lexicon)
    names = linker.link(found, local_names(doc, found), defined_acronyms(doc, found), acting)
    appointments = find_appointments(doc, offices, names, lexicon)
    shared = list(find_shared(doc, names, lexicon))
    return Named(names, linker.chains, appointments, shared, find_reports(doc, lexicon.cues))


def _assemble(
    parsed: Parse,
    mentions: tuple[Found, ...],
    chains: tuple[ChainDraft, ...],
    claims: tuple[Claim, ...],
    mention_of: MentionMaker,
    version: str,
) -> Extraction:
    """Return the extraction of the chains that are really spoken of.

    A nationality alone ("Russian weather") makes no actor: it counts where its chain acts or is named otherwise.
    """
    acting = {end.chain for c in claims for end in (c.source, c.target)} | {
        c.speaker.chain for c in claims if c.speaker
    }
    people = load_lexicon().gazetteer.people
    named = {m.chain for m in mentions if not (m.adjectival and people(m.text))}
    kept = sorted(acting | named)
    numbers = {old: new for new, old in enumerate(kept)}

    def renumbered(mention: Mention) -> Mention:
        return replace(mention, chain=numbers[mention.chain])

    return Extraction(
        article=parsed.article,
        sentences=parsed.sentences(),
        mentions=tuple(renumbered(mention_of(m)) for m in mentions if m.chain in numbers),
        chains=tuple(replace(chains[old].finished(), index=new) for old, new in numbers.items()),
        claims=tuple(
            replace(
                c,
                source=renumbered(c.source),
                target=renumbered(c.target),
                speaker=renumbered(c.speaker) if c.speaker is not None else None,
            )
            for c in claims
        ),
        version=version,
    )
