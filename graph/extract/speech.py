"""Who says what: the speaker of each stretch of direct or indirect speech.

"Mr Lavrov said Russia wants ...", "“Putin doesn't want ...,” he said", "..., according to Mr Lavrov". Nested speech
belongs to the innermost speaker.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.mentions import Found
from graph.extract.roles import QUOTE_CLAUSE, is_passive, prepositional, surface_subjects

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPENING, CLOSING, EITHER = frozenset("“«"), frozenset("”»"), frozenset('"')

QUOTE_REACH = 120  # tokens from a speaker to the end of what he is quoted with

Speakers = dict[int, "Token"]


def find_speech(doc: "Doc", cues: Cues) -> Speakers:
    """Return for each token inside speech the token that names its speaker."""
    speakers: Speakers = {}
    for token in doc:  # outer speech first: inner speech is written over it
        if token.lemma_.lower() in cues.speech and not is_passive(token):
            speaker = next(iter(surface_subjects(token)), None)
            for part in _contents(token):
                if speaker is not None and speaker.i not in range(part.left_edge.i, part.right_edge.i + 1):
                    _mark(speakers, part, speaker, outside=token)
        for preposition, source in prepositional(token):
            if preposition == "according to":
                _mark(speakers, _clause_root(token), source, outside=source)
    _continue_quotes(doc, speakers)
    return speakers


def find_quotations(doc: "Doc") -> list[int]:
    """Return for each token the number of the quotation that it stands in, 0 outside of quotation marks."""
    numbers, number, is_open = [], 0, False
    for token in doc:
        if token.text in OPENING or (token.text in EITHER and not is_open):
            is_open, number = True, number + 1
        elif token.text in CLOSING or (token.text in EITHER and is_open):
            is_open = False
        numbers.append(number if is_open else 0)
    return numbers


def speaker_of(doc: "Doc", token: "Token", speakers: Speakers, at: Callable[["Token"], list[Found]]) -> Found | None:
    """Return the mention of the speaker in whose words a token stands, None for the article's own words."""
    speaker = speakers.get(token.i)
    if speaker is None:
        return None
    return next(iter(at(doc[speaker.i])), None)


def _contents(verb: "Token") -> Iterator["Token"]:
    """Yield the clauses that a speech verb reports, before, after or around it."""
    yield from (child for child in verb.children if child.dep_ == "ccomp")
    if verb.dep_ in QUOTE_CLAUSE or verb.dep_ == "advcl":
        inserted = verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and verb.i > verb.head.i)
        if inserted and not any(child.dep_ == "ccomp" for child in verb.children):
            yield verb.head
    yield from (c for c in verb.children if c.dep_ == "parataxis" and c.i < verb.i)


def _clause_root(token: "Token") -> "Token":
    while token.dep_ not in ("ROOT", "ccomp", "parataxis") and token.head.i != token.i:
        token = token.head
    return token


def _mark(speakers: Speakers, part: "Token", speaker: "Token", *, outside: "Token") -> None:
    """Give a clause its speaker, save the phrase that names the speaker."""
    own = {t.i for t in outside.subtree} if outside.i != part.i and part.is_ancestor(outside) else set()
    for token in part.subtree:
        if token.i not in own:
            speakers[token.i] = speaker


def _continue_quotes(doc: "Doc", speakers: Speakers) -> None:
    """Let a quotation that runs over several sentences keep the speaker of the sentence before."""
    speaker = None
    for token, quotation in zip(doc, find_quotations(doc), strict=True):
        if token.i in speakers:
            speaker = speakers[token.i]
        elif quotation and speaker is not None and abs(token.i - speaker.i) < QUOTE_REACH:
            speakers[token.i] = speaker
