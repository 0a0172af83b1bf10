"""Finds names in GUM's entity notes.

GUM marks whole mentions ("the young Mr Smith, who ..."); a name is the run of proper nouns around the mention's head,
without titles: see `find_gum_names`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.language.training.gold import Name, Word

LABELS = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
PROPER = frozenset(("NNP", "NNPS"))
INNER = frozenset("of and al bin van de la der von & - ' ’ 's ’s the for".split())
PERSON_INNER = frozenset("al bin van de la der von del di da el ibn - ' ’".split())
TITLES = frozenset(
    (
        "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president senator sen. rep. gov. governor general "
        "gen. colonel col. captain capt. sir lord lady judge justice chancellor minister secretary ambassador king "
        "queen prince princess pope saint st. rev. reverend chief coach director chairman mayor sheriff officer "
        "emperor empress earl duke duchess baron count protector speaker administrator commander lieutenant "
        "sergeant detective inspector bishop archbishop cardinal father mother brother sister uncle aunt premier "
        "congressman congresswoman representative"
    ).split()
)
# Persons whom GUM's annotators tagged as proper nouns, but who are called by an office, a party or a people.
NO_NAMES = TITLES | frozenset(
    "fellow chair petitioner respondent appellant plaintiff defendant counsel individual honor court mp democrat "
    "republican libertarian conservative hispanic black white asian native american indian african islander".split()
)
_PART = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")


@dataclass(frozen=True, slots=True)
class GumMention:
    """Words `start` to `end` (half-open) mention a chain; `heads` are the words GUM calls its core."""

    start: int
    end: int
    kind: str
    heads: tuple[int, ...]
    chain: str
    identity: str


def read_mentions(notes: Sequence[str]) -> list[GumMention]:
    """Mentions of one sentence from its words' `Entity=` notes; broken ones ("3[1/2]") are left out."""
    open_at: dict[str, list[tuple[int, list[str]]]] = {}
    mentions = []
    for index, note in enumerate(notes):
        for single, opened, closed in _PART.findall(note):
            if single or opened:
                fields = (single or opened).split("-", 6)
                open_at.setdefault(fields[0], []).append((index, fields))
            if single or closed:
                chain = fields[0] if single else closed
                if "[" not in chain and open_at.get(chain):
                    mentions.append(_build_mention(*open_at[chain].pop(), index + 1))
    return mentions


def _build_mention(start: int, fields: list[str], end: int) -> GumMention:
    # chain - kind - information status - salience - centering - core words, from 1 - link - identity
    rest = "-".join(fields[5:]).split("-", 2) if len(fields) > 5 else [""]
    heads = tuple(start + int(part) - 1 for part in rest[0].split(",") if part.isdigit())
    return GumMention(start, end, fields[1], heads or (start,), fields[0], rest[2] if len(rest) > 2 else "")


def find_gum_names(words: Sequence[Word], notes: Sequence[str]) -> tuple[Name, ...]:
    """Names of a sentence: longest first where they nest ("University of Portsmouth", not "Portsmouth")."""
    mentions = read_mentions(notes)
    found: list[Name] = []
    for mention in sorted(mentions, key=lambda m: m.start - m.end):
        name = _find_name(words, mention, mentions)
        if name and not any(name.start < other.end and other.start < name.end for other in found):
            found.append(name)
    return tuple(sorted(found, key=lambda name: name.start))


def _find_name(words: Sequence[Word], mention: GumMention, mentions: Sequence[GumMention]) -> Name | None:
    label = LABELS.get(mention.kind)
    head = _find_proper_head(words, mention)
    if label is None or head is None:
        return None
    if label == "PERSON" and (words[head].tag == "NNPS" or words[head].text.lower() in NO_NAMES):
        return None  # "Americans", "Republicans": a people, told by gazetteer
    barred = _find_barred(words, mention, mentions, label)
    inner = PERSON_INNER if label == "PERSON" else INNER
    start = _extend(words, head, mention.start, -1, inner, barred)
    end = _extend(words, head, mention.end - 1, 1, inner, barred) + 1
    while start < end and words[start].text.lower() in TITLES and label == "PERSON":
        start += 1
    return Name(start, end, label) if start <= head < end else None


def _find_proper_head(words: Sequence[Word], mention: GumMention) -> int | None:
    """The mention's head word if it is a proper noun; in "Editorial Manager Chet Clem" the flat "Chet"."""
    span = range(mention.start, mention.end)
    head = next((index for index in span if words[index].head in (None, index) or words[index].head not in span), None)
    if head is None or words[head].tag in PROPER:
        return head
    return next(
        (i for i in mention.heads if words[i].tag in PROPER and words[i].head == head and words[i].dep == "flat"), None
    )


def _find_barred(
    words: Sequence[Word], mention: GumMention, mentions: Sequence[GumMention], label: str
) -> frozenset[int]:
    """Words of the mention that are no part of its name: owners, and for a person titles and other names inside."""
    head = _find_proper_head(words, mention)
    outside = ("nmod:desc", "appos", "parataxis") if label == "PERSON" else ("appos", "parataxis")
    barred = {i for i in range(mention.start, mention.end) if words[i].dep in outside and i != head}
    coordinated = any(
        mention.start <= other.start
        and other.end <= mention.end
        and other.kind == mention.kind
        and other != mention
        and "and" in {word.text.lower() for word in words[mention.start : mention.end]}
        for other in mentions
    )
    if coordinated:
        barred |= {i for i in range(mention.start, mention.end) if words[i].text.lower() in ("and", "&")}
    for other in mentions:
        inside = mention.start <= other.start and other.end <= mention.end and head not in range(other.start, other.end)
        owner = any(words[i].dep == "nmod:poss" for i in range(other.start, other.end))
        if inside and (owner or (label == "PERSON" and other.kind != "person")):
            barred |= set(range(other.start, other.end))
    return frozenset(barred)


def _extend(
    words: Sequence[Word], head: int, limit: int, step: int, inner: frozenset[str], barred: frozenset[int]
) -> int:
    """The farthest proper noun from `head` towards `limit`, over proper nouns and `inner` words between them."""
    reached = head
    index = head + step
    while (index - limit) * step <= 0 and index not in barred:
        if words[index].tag in PROPER:
            reached = index
        elif words[index].text.lower() not in inner:
            break
        index += step
    return reached
