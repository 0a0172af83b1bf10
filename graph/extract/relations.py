"""Ties in a parse: a trigger whose frame names a relation type, and the mentions at its two ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph.extract.actors import ActorFinder
from graph.extract.adjective_ties import AdjectiveTies
from graph.extract.judging_ties import JudgingTies
from graph.extract.lexicon import Lexicon
from graph.extract.noun_ties import NounTies
from graph.extract.speech import Reports
from graph.extract.ties import Deed, FrameFiller, Tie
from graph.extract.verb_ties import VerbTies
from graph.model import Construction
from graph.taxonomy import Taxonomy

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

RECALLED = (Construction.RECALLED, "the article says elsewhere who did it")


def find_ties(doc: "Doc", actors: ActorFinder, taxonomy: Taxonomy, lexicon: Lexicon, reports: Reports) -> list[Tie]:
    """Return what verbs, nouns and adjectives say of two different actors.

    Deeds whose doer stands elsewhere in the article ("the Comey dismissal") come last.
    """
    frames = FrameFiller(actors, taxonomy)
    verbs, adjectives = VerbTies(frames, lexicon.cues), AdjectiveTies(frames)
    nouns = NounTies(frames, lexicon.cues, lexicon.titles.past)
    judgements = JudgingTies(frames, lexicon.cues, reports)
    ties: list[Tie] = []
    for sent in doc.sents:
        number = actors.number_within(sent.start, sent.end)
        for token in sent if number else ():
            is_noun = token.pos_ in ("NOUN", "PROPN")
            if number > 1 and (token.pos_ == "VERB" or (is_noun and token.lower_.endswith("ing"))):
                ties += verbs.of(token)
            if number > 1 and (token.i in reports or token.pos_ == "VERB"):
                ties += judgements.of(token)
            if is_noun:
                ties += nouns.of(token)  # in a sentence with one actor too, for the deeds of which it names no doer
            if number > 1 and taxonomy.frames_for(token.lower_, "adjective"):
                ties += adjectives.of(token)
    return [*ties, *recall_doers(ties, frames.deeds)]


def recall_doers(ties: Iterable[Tie], deeds: Iterable[Deed]) -> Iterator[Tie]:
    """Yield a tie for each deed that one actor alone is said to have done to its target elsewhere in the article."""
    doers: defaultdict[tuple[str, int], dict[int, Tie]] = defaultdict(dict)
    for tie in ties:
        doers[tie.relation_type, tie.target.chain].setdefault(tie.source.chain, tie)
    for deed in deeds:
        known = list(doers[deed.relation_type, deed.target.chain].values())
        if len(known) == 1:
            told, at = known[0], deed.trigger
            ends = told.source, deed.target
            yield Tie(deed.relation_type, *ends, at, at, at, deed.lemma, *RECALLED, told_at=told.trigger)
