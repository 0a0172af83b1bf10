"""The kind of each name, by evidence from the whole article: one sense for one name.

Gazetteers, the shape of the name, the words around it and the pipeline's own label each give votes; all occurrences
of a name vote together, since a careful reader takes "Jordan" for the same thing throughout.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extract.lexicon import GROUP, ORGANISATION, PERSON, PLACE, Lexicon
from graph.extract.shapes import find_shape, is_common_body, name_key
from graph.extract.signs import Sign, find_signs
from graph.extract.splits import Name
from graph.extract.wholes import is_acronym, is_in_brackets

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

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
# A name needs this many votes to be an actor at all; one label of the pipeline is enough.
LEAST_VOTES = 2
# The pipeline makes the same mistake again and again, so that its label counts no more than three times.
MOST_LABELS = 3
MOST_OF_A_SIGN = 2
SURE = 5  # votes ahead of the next kind
JOINING = frozenset({",", "and", "or", "&"})  # a comma alone may stand before an apposition


@dataclass(slots=True)
class _Ballot:
    """The votes for one name; `lone` is as in `Shape`."""

    lone: bool = False
    votes: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    signs: Counter[Sign] = field(default_factory=Counter)

    def count(self) -> None:
        """Turn signs and labels into votes."""
        for (_, kind, weight), times in self.signs.items():
            self.votes[kind] += weight * min(times, MOST_OF_A_SIGN)
        cues = {cue for cue, _, _ in self.signs}
        unfounded = self.lone and self.votes[PERSON] <= 0
        acts = "part" in cues or self.labels[PERSON] or self.labels[ORGANISATION]
        if unfounded and self.votes[PLACE] <= 0 and acts and "the" not in cues:
            # Papers give a person's full name at first: a single word that nothing else speaks for is a company's.
            self.votes[ORGANISATION] += 2
        if "part" in cues:  # towns seldom act
            for kind in (PERSON, ORGANISATION):
                self.votes[kind] += bool(self.votes[kind] > 0 or (self.labels[kind] and not unfounded))
        for kind, times in self.labels.items():
            self.votes[kind] += 1 if unfounded and kind == PERSON else 2 * min(times, MOST_LABELS)

    def winner(self) -> str:
        """Return the kind with the most votes, "" for no actor."""
        kind = max(self.votes, key=lambda kind: (self.votes[kind], self.labels[kind]), default="")
        return kind if self.votes[kind] >= LEAST_VOTES else ""

    def lead(self) -> int:
        """Return by how many votes the winner is ahead."""
        ranked = [count for _, count in self.votes.most_common(2)]
        return ranked[0] - max(0, ranked[1] if len(ranked) > 1 else 0) if ranked else 0


def find_kinds(doc: "Doc", names: Sequence[Name], lexicon: Lexicon) -> Mapping[str, str]:
    """Return the kind of each name by its `name_key`, "" for a name that is no actor."""
    ballots: defaultdict[str, _Ballot] = defaultdict(_Ballot)
    keys = [name_key(doc.span(name.start, name.end).text) for name in names]
    for key, name in zip(keys, names, strict=True):
        ballot = ballots[key]
        if not ballot.votes and not ballot.signs:
            shape = find_shape(doc.span(name.start, name.end), lexicon)
            ballot.votes.update(shape.votes)
            ballot.lone = shape.lone
        ballot.signs.update(find_signs(doc, name, lexicon))
        ballot.labels.update(_label(doc, name))
    _share_with_full_names(ballots)
    for ballot in ballots.values():
        ballot.count()
    _share_with_companies(ballots)
    _share_with_neighbours(doc, names, keys, ballots)
    kinds = {key: ballot.winner() for key, ballot in ballots.items()}
    return {key: kind if not _is_bare(key, kinds, lexicon) else "" for key, kind in kinds.items()}


def _label(doc: "Doc", name: Name) -> list[str]:
    """Return the kind that the pipeline's label gives one occurrence, in a list that is empty for no label."""
    label = Counter(token.ent_type_ for token in doc[name.start : name.end]).most_common(1)[0][0]
    return [LABELS.get(label, "")] if label in LABELS or label in NO_ACTOR_LABELS else []


def _share_with_full_names(ballots: Mapping[str, _Ballot]) -> None:
    """Let "Comey" be what "James Comey" is, unless it has clear votes of its own."""
    parts: Counter[str] = Counter()
    for key, ballot in ballots.items():
        words = key.split()
        likely = ballot.votes[PERSON] + 2 * ballot.labels[PERSON]
        if len(words) > 1 and likely > ballot.votes[ORGANISATION] + ballot.votes[PLACE] + ballot.votes[GROUP]:
            parts[words[0]] = max(parts[words[0]], 2)
            for first in range(1, len(words)):
                parts[" ".join(words[first:])] = 5
    for key, ballot in ballots.items():
        if key in parts:
            ballot.votes[PERSON] += parts[key]
            ballot.lone = False


def _share_with_companies(ballots: Mapping[str, _Ballot]) -> None:
    """Let an unknown "Seatrium" be a company where "Seatrium Marine" is one."""
    firsts = {key.split()[0] for key, ballot in ballots.items() if " " in key and ballot.winner() == ORGANISATION}
    for key, ballot in ballots.items():
        if key in firsts and ballot.lone:
            ballot.votes[ORGANISATION] += 4


def _share_with_neighbours(
    doc: "Doc", names: Sequence[Name], keys: Sequence[str], ballots: Mapping[str, _Ballot]
) -> None:
    """Let an unsure name be what the sure one beside it is: "Brimmon and Samsung", "Party of Renewal (PRS)"."""
    for (one, other), (first, second) in zip(pairwise(names), pairwise(keys), strict=True):
        between = doc[one.end : other.start]
        if not 1 <= len(between) <= 2 or first == second:
            continue
        mine, theirs = ballots[first], ballots[second]
        if between[-1].text == "(" and is_in_brackets(doc, other.start) and is_acronym(doc[other.start].text):
            theirs.votes[mine.winner()] += 4
            continue
        if any(token.text not in JOINING for token in between) or [t.text for t in between] == [","]:
            continue
        sure, unsure = (mine, theirs) if mine.lead() >= theirs.lead() else (theirs, mine)
        if sure.lead() >= SURE and unsure.lead() < 2 and sure.winner():
            unsure.votes[sure.winner()] += 2


def _is_bare(key: str, kinds: Mapping[str, str], lexicon: Lexicon) -> bool:
    """Tell whether a name is a common noun in a capital, with no full name in the article: "the Committee"."""
    if not is_common_body(key, lexicon):
        return False
    return not any(
        kind == ORGANISATION and other != key and key in (other.split()[0], other.split()[-1])
        for other, kind in kinds.items()
    )
