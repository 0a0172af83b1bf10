"""Metonyms: seats of power and peoples that stand for a government where they act: "the Kremlin accused Estonia"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.lexicon import GROUP, ORGANISATION, PLACE, Lexicon
from graph.extract.mentions import Found, head_of
from graph.extract.phrases import OBJECT, POSSESSOR, SUBJECT, is_verbal
from graph.extract.subjects import is_passive
from graph.model import Form
from graph.taxonomy import Taxonomy

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

# What governments do to one another; a city does other things too ("London beat Madrid").
POLITICAL = frozenset({"criticism", "praise", "directive", "legal", "conflict"})
# Houses that are organisations of their own.
OWN_HOUSES = frozenset({"white house", "buckingham palace", "oval office", "capitol hill", "westminster"})


def find_metonyms(doc: "Doc", names: Sequence[Found], lexicon: Lexicon, taxonomy: Taxonomy) -> Iterator[Found]:
    """Yield the seats of power that act and that are no names yet: "[Downing Street] urged Spain to ..."."""
    metonyms = lexicon.gazetteer.metonyms
    openings = {phrase.split()[0] for phrase in metonyms}
    taken = {i for name in names for i in range(name.start, name.end)}
    for token in doc:
        if token.lower_ not in openings or not token.text[0].isupper() or token.i in taken:
            continue
        for end in range(min(token.i + 3, len(doc)), token.i, -1):
            text = doc.span(token.i, end).text
            if text.lower() in metonyms and text.lower() not in OWN_HOUSES:
                head = head_of(doc, token.i, end)
                if _acts(doc[head], lexicon.cues, taxonomy):
                    yield Found(token.i, end, head, Form.NAME, PLACE, text)
                break


def acting_names(doc: "Doc", names: Sequence[Found], lexicon: Lexicon, taxonomy: Taxonomy) -> frozenset[int]:
    """Return the starts of the names that do or suffer what governments do to one another."""
    return frozenset(
        name.start
        for name in names
        if name.kind in (PLACE, GROUP, ORGANISATION)
        and (name.kind != GROUP or (name.start and doc[name.start - 1].lower_ == "the"))
        and _acts(doc[name.head], lexicon.cues, taxonomy)
    )


def _acts(head: "Token", cues: Cues, taxonomy: Taxonomy) -> bool:
    """Tell whether a name is subject of a verb of speech or of politics, object of one of politics."""
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in POSSESSOR:  # "Tehran's threat to Israel"
        return any(kind.family in POLITICAL for kind, _ in taxonomy.frames_for(head.head.lemma_.lower(), "noun"))
    verb = head.head
    if not is_verbal(verb) or head.dep_ not in SUBJECT | OBJECT:
        return False
    lemma = verb.lemma_.lower()
    if head.dep_ in SUBJECT and not is_passive(verb) and lemma in cues.speech:
        return True
    return any(kind.family in POLITICAL for kind, _ in taxonomy.frames_for(lemma, "verb"))
