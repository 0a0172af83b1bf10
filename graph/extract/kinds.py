"""The kind of each name, by evidence from the whole article: one sense for one name.

Gazetteers, titles, the shape of the name, the words around it and the pipeline's own label each give votes; all
occurrences of a name vote together, since a careful reader takes "Jordan" for the same thing throughout.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extract.lexicon import (
    GROUP,
    GROUP_NOUNS,
    ORGANISATION,
    ORGANISATION_NOUNS,
    PERSON,
    PERSON_NOUNS,
    PLACE,
    Lexicon,
)
from graph.extract.names import Name
from graph.extract.roles import SUBJECT

if TYPE_CHECKING:
    from spacy.tokens import Doc

LABELS = {
    "PERSON": PERSON,
    "PER": PERSON,
    "ORG": ORGANISATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "NORP": GROUP,
    "GROUP": GROUP,
}
NO_ACTOR_LABELS = frozenset({"EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "TIME", "MISC", "FAC"})
PLACE_PREPOSITIONS = frozenset({"in", "at", "near", "across", "throughout", "outside", "inside"})
# Words before the name of a place that somebody is elected for.
SEATS = frozenset(
    (office, preposition)
    for office in ("mp", "mep", "mayor", "governor", "senator", "congressman", "congresswoman", "councillor")
    for preposition in ("for", "of", "from")
)
# "Nordbank", "Gazprom-neft", "Biopharma": what the end of a made-up word says of its bearer.
COMPANY_ENDING = re.compile("..(bank|corp|soft|tech|neft|media|pharma|chem|telecom|airways|energo|leaks|coin)$")
ROMAN = re.compile("[IVXLC]{2,}")
DESCRIBING = {PERSON: PERSON_NOUNS, ORGANISATION: ORGANISATION_NOUNS, GROUP: GROUP_NOUNS}
# A name needs this many votes to be an actor at all; one label of the pipeline is enough.
LEAST_VOTES = 2
# The pipeline makes the same mistake again and again, so that its label counts no more than three times.
MOST_LABEL_VOTES = 6


def name_key(text: str) -> str:
    """Return the form of a name under which its occurrences vote together."""
    key = " ".join(text.lower().split())
    return key.removeprefix("the ").removesuffix("'s").removesuffix("’s")


def find_kinds(doc: "Doc", names: Sequence[Name], lexicon: Lexicon) -> Mapping[str, str]:
    """Return the kind of each name by its `name_key`, "" for a name that is no actor."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        text = doc[name.start : name.end].text
        ballot = votes[name_key(text)]
        if not ballot:
            ballot.update(_votes_of_form(doc, name, lexicon))
        ballot.update(_votes_of_place(doc, name))
        labels[name_key(text)].update(_label(doc, name))
    for key, given in labels.items():
        votes[key].update({kind: min(2 * count, MOST_LABEL_VOTES) for kind, count in given.items()})
    _share_with_full_names(votes)
    return {key: _winner(ballot) for key, ballot in votes.items()}


def _votes_of_form(doc: "Doc", name: Name, lexicon: Lexicon) -> Counter[str]:
    """Return the votes that the name's own words give, the same at each occurrence."""
    span = doc[name.start : name.end]
    tokens = [token.lower_ for token in span]
    gazetteer = lexicon.gazetteer
    ballot: Counter[str] = Counter()
    if kind := gazetteer.kind_of(span.text):
        ballot[kind] += 6
    elif _is_no_actor(tokens, span.text, lexicon):
        ballot[""] += 8
    if tokens[-1] in gazetteer.organisation_endings or (len(tokens) > 2 and tokens[0] in gazetteer.organisation_heads):
        ballot[ORGANISATION] += 5
    if tokens[-1] in gazetteer.place_endings and len(tokens) > 1:
        ballot[PLACE] += 4
    if tokens[0] in gazetteer.first_names:
        ballot[PERSON] += 4 if len(tokens) > 1 else 1
    if 2 <= len(tokens) <= 3 and all(t.is_alpha and t.is_title for t in span):
        ballot[PERSON] += 1  # two capitalised words that nobody knows are most often a person
    if len(tokens) == 1 and (span[0].like_url or ROMAN.fullmatch(span.text)):
        ballot[ORGANISATION if span[0].like_url else ""] += 4
    elif len(tokens) == 1 and COMPANY_ENDING.search(tokens[0]):
        ballot[ORGANISATION] += 8
    elif len(tokens) == 1 and doc[name.start].text.isupper() and 2 <= len(tokens[0]) <= 6:
        ballot[ORGANISATION] += 2
    return ballot


def _is_no_actor(tokens: list[str], name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a day, a building, an event, a law: "Monday", "Oval Office", "Harlow Prize"."""
    gazetteer = lexicon.gazetteer
    if tokens[-1] in gazetteer.not_actors or name_key(name) in gazetteer.not_actors:
        return True
    return len(tokens) > 1 and tokens[-1] in gazetteer.not_actor_heads


def _votes_of_place(doc: "Doc", name: Name) -> Counter[str]:
    """Return the votes that one occurrence gives: its title, the pipeline's label, the words around it."""
    ballot: Counter[str] = Counter()
    if name.honorific or name.office:
        ballot[PERSON] += 6
    span = doc[name.start : name.end]
    before = doc[name.start - 1] if name.start else None
    after = doc[name.end] if name.end < len(doc) else None
    if before is not None and before.lower_ in PLACE_PREPOSITIONS and not doc[name.start].is_sent_start:
        ballot[PLACE] += 1
    for kind, nouns in DESCRIBING.items():  # "insurer Vantor", "striker Ann Hale"
        if before is not None and before.pos_ == "NOUN" and before.lower_ in nouns:
            ballot[kind] += 8
    if before is not None and before.lower_ == "the":
        ballot[PERSON] -= 1
    if tuple(token.lower_ for token in doc[max(0, name.start - 2) : name.start]) in SEATS:
        ballot[PLACE] += 6  # "the MP for Leeds East"
    if span[0].dep_ in SUBJECT or span[-1].dep_ in SUBJECT:
        ballot[PERSON] += 1
    if after is not None and after.lower_ in ("who", "whose"):
        ballot[PERSON] += 3
    if after is not None and after.text == "," and name.end + 1 < len(doc) and doc[name.end + 1].text.isdigit():
        ballot[PERSON] += 3 if len(doc[name.end + 1].text) == 2 else 0  # "Jane Roe, 42,"
    return ballot


def _label(doc: "Doc", name: Name) -> list[str]:
    """Return the kind that the pipeline's label gives one occurrence, in a list that is empty for no label."""
    label = Counter(token.ent_type_ for token in doc[name.start : name.end]).most_common(1)[0][0]
    return [LABELS.get(label, "")] if label in LABELS or label in NO_ACTOR_LABELS else []


def _share_with_full_names(votes: Mapping[str, Counter[str]]) -> None:
    """Let "Comey" be what "James Comey" is, unless it has clear votes of its own."""
    surnames = {key.split()[-1] for key, ballot in votes.items() if " " in key and _winner(ballot) == PERSON}
    for key, ballot in votes.items():
        if key in surnames:
            ballot[PERSON] += 5


def _winner(ballot: Counter[str]) -> str:
    ranked = ballot.most_common()
    return ranked[0][0] if ranked and ranked[0][1] >= LEAST_VOTES else ""
