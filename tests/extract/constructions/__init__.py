"""Own-written sentences by construction, as data: what must be read out of each, and nothing else.

Each TOML file holds the cases of one part of the reader's craft. A case has

    [[case]]
    about = "passive with agent"              # the construction, in the field's terms
    text = "Daniel Orrin was dismissed by Helen Marsh."
    claims = ["Helen Marsh | fired | Daniel Orrin"]

`claims` lists all the claims, no more and no less; it may be empty, and left out where a case is not about claims.
Behind source, type and target may stand, each behind another bar: a status ("negated"; "asserted" if none is given),
"by NAME" for the speaker (none if not given), "on 2026-03-03" or "undated" (any date if not given). Names are the
canonical ones. Symmetric types stand in either order. Also, all optional:

    published = "2026-03-04"                  # the article's date
    actors = ["Helen Marsh: person"]          # all the actors, no more and no less
    chains = [["Helen Marsh", "she"]]         # texts that mean one actor: one mention of each at the least
    apart = [["Bill Clinton", "Ms Clinton"]]  # texts of which no two mentions mean the same actor
    fails = "why"                             # a known failure; the test fails once it works
"""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from graph.articles import read_article
from graph.extract import extract
from graph.language.load import load_pipeline
from graph.model import Claim, Extraction, Status
from graph.taxonomy import load_taxonomy

FOLDER = Path(__file__).parent
STATUSES = frozenset(Status)


@dataclass(frozen=True, slots=True)
class Case:
    """One text with what must be read out of it; None where it does not matter."""

    file: str
    about: str
    text: str
    published: str | None = None
    claims: tuple[str, ...] | None = None
    actors: tuple[str, ...] | None = None
    chains: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    fails: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """A claim as a case writes it; `when` is None where any date will do."""

    ends: tuple[str, str]
    relation_type: str
    status: str
    speaker: str
    when: str | None


def load_cases() -> list[Case]:
    """Return the cases of all files, in order of file and place."""
    return [
        _case(path.stem, entry)
        for path in sorted(FOLDER.glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def read_case(case: Case) -> Extraction:
    """Return what the bundled pipeline and the rules read out of a case's text."""
    article = replace(read_article(case.text), published=case.published)
    return extract(article, load_pipeline(), load_taxonomy())


def find_faults(case: Case, extraction: Extraction) -> list[str]:
    """Return in words what is wrong with a reading, nothing for a right one."""
    return [
        *_claim_faults(case, extraction),
        *_actor_faults(case, extraction),
        *_chain_faults(case, extraction),
    ]


def _case(file: str, entry: dict[str, Any]) -> Case:
    lists = {key: tuple(entry[key]) for key in ("claims", "actors") if key in entry}
    groups = {key: tuple(tuple(texts) for texts in entry.get(key, ())) for key in ("chains", "apart")}
    rest = {key: value for key, value in entry.items() if key not in lists and key not in groups}
    return Case(file=file, **rest, **lists, **groups)


@cache
def _symmetric(relation_type: str) -> bool:
    return load_taxonomy().relation_type(relation_type).symmetric


def _ends(source: str, relation_type: str, target: str) -> tuple[str, str]:
    return (min(source, target), max(source, target)) if _symmetric(relation_type) else (source, target)


def parse_expected(line: str) -> Expected:
    """Return a claim from the line that writes it; a field that means nothing is a ValueError."""
    source, relation_type, target, *more = (field.strip() for field in line.split("|"))
    status, speaker, when = str(Status.ASSERTED), "", None
    for field in more:
        if field in STATUSES:
            status = field
        elif field.startswith("by "):
            speaker = field.removeprefix("by ")
        elif field == "undated":
            when = ""
        elif field.startswith("on "):
            when = field.removeprefix("on ")
        else:
            raise ValueError(f"{field!r} in {line!r} is no status, speaker or date")
    return Expected(_ends(source, relation_type, target), relation_type, status, speaker, when)


def _found(claim: Claim, names: dict[int, str]) -> Expected:
    return Expected(
        _ends(names[claim.source.chain], claim.relation_type, names[claim.target.chain]),
        claim.relation_type,
        str(claim.status),
        names[claim.speaker.chain] if claim.speaker is not None else "",
        claim.when or "",
    )


def _claim_faults(case: Case, extraction: Extraction) -> list[str]:
    if case.claims is None:
        return []
    names = {chain.index: chain.name for chain in extraction.chains}
    found = [_found(claim, names) for claim in extraction.claims]
    missing = []
    for expected in map(parse_expected, case.claims):
        same = next((f for f in found if expected in (f, replace(f, when=None))), None)
        if same is None:
            missing.append(f"missing: {expected}")
        else:
            found.remove(same)
    return [*missing, *(f"invented: {claim}" for claim in found)]


def _actor_faults(case: Case, extraction: Extraction) -> list[str]:
    if case.actors is None:
        return []
    found = {f"{chain.name}: {chain.kind}" for chain in extraction.chains}
    wanted = set(case.actors)
    return [
        *(f"missing actor: {actor}" for actor in sorted(wanted - found)),
        *(f"invented actor: {actor}" for actor in sorted(found - wanted)),
    ]


def _chain_faults(case: Case, extraction: Extraction) -> list[str]:
    chains: dict[str, set[int]] = {}
    for mention in extraction.mentions:
        chains.setdefault(mention.span.of(case.text), set()).add(mention.chain)
    faults = []
    for group in case.chains:
        if not set.intersection(*(chains.get(text, set()) for text in group)):
            faults.append(f"not one actor: {[(text, sorted(chains.get(text, ()))) for text in group]}")
    for group in case.apart:
        for one, other in combinations(group, 2):
            if chains.get(one, set()) & chains.get(other, set()):
                faults.append(f"one actor: {one!r} and {other!r}")
    return faults
