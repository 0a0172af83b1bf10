"""Wording: a question as it was understood, in words."""

from datetime import date

from graph.filters import STATUS_WORDS
from graph.intervals import Interval
from graph.model import KnowledgeBase, Status
from graph.questions.values import Asked, End, Pattern, Question
from graph.taxonomy import Taxonomy
from graph.words import dated


def describe(question: Question, kb: KnowledgeBase, taxonomy: Taxonomy) -> str:
    """Return what was understood: "claims of type “fired” whose target is James Comey, stated as fact or uncertain"."""
    names = " and ".join(kb.actors[actor_id].name for actor_id in question.actor_ids)
    if question.asked is Asked.HOW:
        return f"the shortest paths between {names}"
    if question.asked is Asked.WHO_IS:
        return f"what is said of {names}: roles, affiliations and kin"
    wording = _Wording(kb, taxonomy)
    parts = [" or ".join(wording.pattern(pattern) for pattern in question.patterns)]
    if question.asked is Asked.SPEAKERS:
        parts[0] = f"the speakers of {parts[0]}"
    if len(question.statuses) < len(Status):
        parts.append(" or ".join(STATUS_WORDS[status] for status in question.statuses))
    if question.also_denied:
        parts.append("where a denial stands against it")
    if question.within:
        parts.append(f"that happened, or if undated were reported, {describe_interval(question.within)}")
    return ", ".join(parts)


def describe_interval(within: Interval) -> str:
    """Return days in words: "from 1 May 2017 to 31 May 2017", "since 1 May 2017", "on 9 May 2017"."""
    first, last = (dated(day.isoformat()) for day in within)
    if within[0] == within[1]:
        return f"on {first}"
    if within[1] == date.max:
        return f"since {first}"
    return f"until {last}" if within[0] == date.min else f"from {first} to {last}"


class _Wording:
    """Puts patterns into words."""

    def __init__(self, kb: KnowledgeBase, taxonomy: Taxonomy) -> None:
        self._kb = kb
        self._taxonomy = taxonomy

    def pattern(self, pattern: Pattern) -> str:
        labels = [f"“{self._taxonomy.relation_type(type_id).label}”" for type_id in pattern.types]
        claims = f"claims of type {' or '.join(labels)}" if labels else "claims"
        ends = (("source", pattern.source), ("target", pattern.target))
        if pattern.either_way:
            whom = [self.end(end) for _, end in ends if end.ids or end.kinds]
            claims += f" {'between' if len(whom) > 1 else 'that concern'} {' and '.join(whom)}" if whom else ""
        else:
            told = [f"whose {which} is {self.end(end)}" for which, end in ends if end.ids or end.kinds]
            claims += f" {' and '.join(told)}" if told else ""
        speakers = " or ".join(self._kb.actors[actor_id].name for actor_id in pattern.speakers)
        return f"{claims}, said by {speakers}" if speakers else claims

    def end(self, end: End) -> str:
        if end.ids:
            joined = " and also " if end.every else " or "
            return joined.join(self._kb.actors[actor_id].name for actor_id in end.ids)
        kinds = (self._taxonomy.kinds.get(kind) for kind in end.kinds)
        return " or ".join(f"among the {kind.plural}" for kind in kinds if kind)
