"""Third-person pronouns: whom each means, by a ranking of all that was spoken of before it.

A log-linear ranking in the manner of Denis and Baldridge (2007, "A ranking approach to pronoun resolution"): each
referent that agrees with a pronoun gets the sum of the weights of its features, and so does "none of them"; shares
follow by softmax. The weights were learnt from GUM (graph/language/training/pronouns.py) and are data. A pronoun
is linked only where one named actor has a clear share, so that two equally good candidates leave it without an actor.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.data import DATA, read_table
from graph.extract.lexicon import GROUP, ORGANISATION, PERSON, PLACE
from graph.extract.phrases import is_verbal
from graph.extract.referents import THING, Referent, Referents, role_of
from graph.extract.speech import Speakers
from graph.extract.subjects import surface_subjects
from graph.extract.wording import judged_because, pleonastic, says_more, says_of_himself, says_of_itself
from graph.taxonomy import Taxonomy

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

CLASSES = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "person"),
    **dict.fromkeys(("it", "its", "itself"), "thing"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "several"),
}
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
OWNING = frozenset({"his", "her", "hers", "its", "their", "theirs"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
# The families of what only somebody does, no thing: "it sued", but not "it killed", which a bomb may do.
DEEDS = frozenset({"praise", "criticism", "directive", "legal", "personnel", "business"})
OWNED_DEEDS = frozenset({"contact", "cooperation", "conflict", "opposition"})
REACH = 4  # sentences
TOLD = "told by it"  # the feature of whose words a pronoun stands in
MOST = 24  # candidates
RECENT = 6  # sightings of a candidate that are looked at
# The share of the whole that a named actor must have to be meant, by the class of the pronoun: a wrong "they" is the
# likeliest mistake, save for "Ann and Bob ... they".
LEAST_SHARE = {"person": 0.55, "thing": 0.55, "several": 0.7}
SURE = 0.85

Weights = Mapping[str, Mapping[str, float]]


@cache
def load_weights(folder: Path = DATA) -> Weights:
    """Return the weight of each feature, by the class of the pronoun."""
    table = read_table(folder / "pronouns.toml")
    return {
        name: {str(feature): float(weight) for feature, weight in table[name].items()} for name in set(CLASSES.values())
    }


@dataclass(frozen=True, slots=True)
class Candidate:
    """A referent that a pronoun may mean, with what speaks for and against it; None is "none of them".

    `passed_over` marks one after which another that agrees was the subject of a sentence.
    """

    referent: Referent | None
    features: tuple[str, ...]
    passed_over: bool = False


class PronounRanker:
    """Ranks what each pronoun of a doc may mean."""

    def __init__(
        self,
        doc: "Doc",
        referents: Referents,
        speakers: Speakers,
        cues: Cues,
        taxonomy: Taxonomy,
        weights: Weights,
        sentence: Sequence[int],
        quotation: Sequence[int],
    ) -> None:
        self._doc = doc
        self._referents = referents
        self._speakers = speakers
        self._cues = cues
        self._taxonomy = taxonomy
        self._weights = weights
        self._own_words: dict[int, set[int]] = {}  # the quotations that each speaker is quoted with
        for i, told_by in speakers.items():
            if quotation[i] and not quotation[told_by.i]:
                self._own_words.setdefault(told_by.i, set()).add(quotation[i])
        self._sentence = sentence
        self._quotation = quotation

    def resolve(self, pronoun: "Token") -> Referent | None:
        """Return what a pronoun means, noting that it is spoken of once more; None where that is in doubt."""
        best, share = self.best(pronoun)
        meant = best.referent if best is not None else None
        self.note(pronoun, meant if share >= 0.4 else None)
        if meant is not None and not meant.gender and share >= SURE:
            meant.gender = GENDERS.get(pronoun.lower_, "")  # "Kim ... he": from now on no "she"
        if meant is None:
            return None
        least = LEAST_SHARE["person" if meant.plural else CLASSES[pronoun.lower_]]
        return meant if share >= least else None

    def note(self, pronoun: "Token", meant: Referent | None) -> None:
        """Note what a pronoun means: None makes a referent of its own, for the pronouns after it."""
        lower = pronoun.lower_
        kind = {"person": PERSON, "thing": THING, "several": THING}[CLASSES[lower]]
        own = Referent(kind, (), GENDERS.get(lower, ""), CLASSES[lower] == "several")
        self._referents.add(pronoun, meant or own, "pronoun")

    def best(self, pronoun: "Token") -> tuple[Candidate | None, float]:
        """Return the likeliest candidate with its share of all, None where another is as good.

        "Ann Hale and Eve Dorn shared a taxi. She ...": either. "Ann Hale sued. Eve Dorn wept. She ...": hardly Ann.
        """
        candidates = self.ranked(pronoun)
        if self._owns_office(pronoun):  # "their captain": somebody has him
            candidates = [c for c in candidates if c.referent is not None] or candidates
        weights = self._weights[CLASSES[pronoun.lower_]]
        scores = [sum(weights.get(f, 0.0) for f in c.features) for c in candidates]
        top = max(range(len(scores)), key=scores.__getitem__)
        best = candidates[top]
        if (plain := self._plainly(pronoun, candidates)) is not None:
            return plain, 1.0
        if best.passed_over:
            return None, 0.0
        if best.referent is not None and not best.referent.plural:
            row = best.referent.last.coordination
            if row >= 0 and any(_is_beside(c.referent, best.referent, row) for c in candidates):
                return None, 0.0
        return best, 1.0 / sum(math.exp(score - scores[top]) for score in scores)

    def ranked(self, pronoun: "Token") -> list[Candidate]:
        """Return the candidates for a pronoun, "none of them" at the end."""
        self._referents.upto(pronoun.i)
        return list(self._candidates(pronoun))

    def _candidates(self, pronoun: "Token") -> Iterator[Candidate]:
        """Yield the referents that agree with a pronoun, the latest first, and "none of them" at the end."""
        lower = pronoun.lower_
        excluded = self._excluded(pronoun)
        role, deed = role_of(pronoun), self.is_deed(pronoun)
        view = _View(pronoun, role, self._sentence[pronoun.i], self._quotation[pronoun.i])
        subjects = self._subjects_above(pronoun)
        own = set(subjects[:1]) if lower in REFLEXIVE else None  # "shot himself"
        speaker = self._speakers.get(pronoun.i)
        speaks = self._speaks(pronoun)
        own_words = self._own_words.get(pronoun.i, set())
        rank = passed = 0  # later candidates, and those of them that are subjects of the sentences between
        nearest = REACH
        for referent in reversed(self._referents.recent):
            last = referent.last
            if view.sentence - last.sentence >= REACH or rank >= MOST:
                break
            if not _agrees(lower, referent) or last.head in excluded or (own is not None and last.head not in own):
                continue
            if deed and referent.kind == THING and not referent.plural:
                continue
            nearest = min(nearest, view.sentence - last.sentence)
            if own_words and any(s.quotation in own_words for s in referent.sightings[-RECENT:]):
                continue  # “I respect Marco,” he said: he is not Marco
            told = speaker is not None and self._referents.is_at(speaker, referent)
            if told and view.quotation:
                continue  # “He betrayed Lumora,” Victor Osei said: whoever he is, it is not Osei
            features = list(_features(view, referent, rank))
            if told:
                features.append(TOLD)
            if last.head in subjects:
                features.append(f"subject above:{min(subjects.index(last.head), 2)}:{view.role}")
            if self._speaks(self._doc[last.head]):
                features.append(f"spoke:{view.sentence - last.sentence}:{bool(view.quotation)}")
                if speaks:
                    features.append("speaks again")
            features.append(f"passed over:{min(passed, 3)}")
            yield Candidate(referent, tuple(features), passed > 0)
            rank += 1
            passed += last.role == "subject" and view.sentence > last.sentence
        expletive = "expletive" if pronoun.dep_ == "expl" else "full"
        yield Candidate(
            None,
            (
                "none",
                f"none:{lower}",
                f"none:{expletive}",
                f"none:nearest:{nearest}",
                f"none:rivals:{min(rank, 5)}",
                f"none:{view.role}",
                f"none:quoted:{bool(view.quotation)}",
                f"none:deed:{deed}",
                *pleonastic(pronoun),
            ),
        )

    def _excluded(self, pronoun: "Token") -> set[int]:
        """Return the heads that grammar rules out: fellow arguments of one verb, save for reflexives and owners.

        "Trump met him": not Trump. "Marek told Ito to call him": not Ito.
        """
        lower = pronoun.lower_
        if lower in REFLEXIVE:
            return set()
        if lower in OWNING and not (lower == "her" and pronoun.tag_ == "PRP"):
            return set(_phrases_around(pronoun))
        verb = pronoun.head
        if not is_verbal(verb):
            verb = verb.head if pronoun.head.pos_ in ("ADP", "PART") else verb
        excluded = {child.i for child in verb.children}
        excluded |= {grandchild.i for c in verb.children if c.pos_ == "ADP" for grandchild in c.children}
        if role_of(pronoun) != "subject" and is_verbal(verb):
            excluded |= {t.i for t in surface_subjects(verb)}
        excluded.add(verb.i)
        return excluded

    def _subjects_above(self, pronoun: "Token") -> list[int]:
        """Return the subjects of the verbs that a pronoun stands under, the nearest first."""
        found: list[int] = []
        for above in pronoun.ancestors:
            if is_verbal(above):
                found.extend(t.i for t in surface_subjects(above) if t.i < pronoun.i and t.i not in found)
        return found

    def _plainly(self, pronoun: "Token", candidates: Sequence[Candidate]) -> Candidate | None:
        """Return the candidate that the wording itself points to, None where it points to nobody."""
        told = next((c for c in candidates if TOLD in c.features), None)
        if told is not None and (says_of_itself(pronoun) or says_of_himself(pronoun)):
            return told
        if says_more(pronoun, self._speaks(pronoun)):
            return next(
                (c for c in candidates if c.referent is not None and self._spoke_before(c.referent, pronoun)), None
            )
        judged = judged_because(pronoun, self._taxonomy)
        return next((c for c in candidates if c.referent is not None and c.referent.last.head in judged), None)

    def _spoke_before(self, referent: Referent, pronoun: "Token") -> bool:
        """Tell whether a referent said something in the sentence before."""
        before = self._sentence[pronoun.i] - 1
        return any(s.sentence == before and self._speaks(self._doc[s.head]) for s in referent.sightings[-RECENT:])

    def is_deed(self, pronoun: "Token") -> bool:
        """Tell whether a pronoun does or owns what only an actor does or owns: "it sued", "its lawsuit"."""
        word, role = pronoun.head, role_of(pronoun)
        lemma = word.lemma_.lower()
        if role == "subject":
            frames = self._taxonomy.frames_for(lemma, "verb") if is_verbal(word) else ()
            return any(relation_type.family in DEEDS for relation_type, _ in frames)
        if role == "owner" and self._referents.is_somebody(word):  # "its chief executive"
            return True
        frames = self._taxonomy.frames_for(lemma, "noun") if role == "owner" else ()
        return any(relation_type.family in DEEDS | OWNED_DEEDS for relation_type, _ in frames)

    def _owns_office(self, pronoun: "Token") -> bool:
        return pronoun.lower_ in ("its", "their") and self._referents.is_office(pronoun.head)

    def _speaks(self, token: "Token") -> bool:
        return role_of(token) == "subject" and token.head.lemma_.lower() in self._cues.speech


@dataclass(frozen=True, slots=True)
class _View:
    """A pronoun with what is asked of it again and again."""

    pronoun: "Token"
    role: str
    sentence: int
    quotation: int


def _phrases_around(owner: "Token") -> Iterator[int]:
    """Yield the heads of the phrases that an owner stands in, none of which it can mean: "Ann Hale, his wife"."""
    token = owner
    while token.head.i != token.i and token.dep_ != "conj" and not is_verbal(token.head):
        token = token.head
        yield token.i


def _is_beside(one: Referent | None, other: Referent, row: int) -> bool:
    """Tell whether a referent stands in the same row as another: "Ann and Bob"."""
    return one is not None and one is not other and not one.plural and one.last.coordination == row


def _agrees(lower: str, referent: Referent) -> bool:
    kind = referent.kind
    if lower in GENDERS:
        return kind == PERSON and not referent.plural and referent.gender in ("", GENDERS[lower])
    if CLASSES[lower] == "thing":
        return kind != PERSON and not referent.plural
    if referent.plural or kind in (ORGANISATION, GROUP, PLACE):
        return True
    return kind == PERSON and not referent.chains and not referent.gender  # "a witness said they ..."


def _features(view: _View, referent: Referent, rank: int) -> Iterator[str]:
    last = referent.last
    distance = view.sentence - last.sentence
    yield f"sentences:{distance}"
    yield f"rank:{min(rank, 6)}"
    words = view.pronoun.i - last.head
    yield f"words:{0 if words < 4 else 1 if words < 9 else 2 if words < 18 else 3 if words < 36 else 4}"
    yield f"role:{last.role}"
    yield f"roles:{last.role}:{view.role}:{min(distance, 1)}"
    yield f"form:{last.form}"
    yield f"named:{bool(referent.chains)}"
    if last.coordination >= 0 and not referent.plural:
        yield "coordinated"
    if last.opens:
        yield f"opens:{min(distance, 2)}"
    count = referent.count
    yield f"count:{1 if count == 1 else 2 if count == 2 else 3 if count < 5 else 4 if count < 9 else 5}"
    yield f"kind:{referent.kind}"
    if referent.plural:
        yield "plural"
    if len(referent.chains) > 1:
        yield "several"
    if view.pronoun.lower_ in GENDERS:
        yield f"gender:{bool(referent.gender)}"
    if last.form == "pronoun":
        same = CLASSES.get(view.pronoun.doc[last.head].lower_) == CLASSES[view.pronoun.lower_]
        yield f"same pronoun:{same}:{distance}"
    if view.quotation != last.quotation:
        yield f"into speech:{distance}" if view.quotation and not last.quotation else f"out of speech:{last.form}"
    elif view.quotation:
        yield "in one speech"
