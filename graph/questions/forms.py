"""Fixed forms of questions: those that no verb of a relation decides ("how is N tied to N", "what did N say about N").

A question is matched as its words in folded form, each name or list of names an "N", without articles and dates.
"""

import re
from collections.abc import Callable, Sequence

from graph.model import Status
from graph.questions.tokens import Token
from graph.questions.values import ANYBODY, FACTS, Asked, End, NotUnderstoodError, Pattern, Question

Build = Callable[[re.Match[str], Sequence[End]], Question]

_DO = r"(?:do|does|did|has|have|had)"
_BE = r"(?:is|are|was|were|has been|have been)"
_TIED = r"(?:tied|linked|connected|related|bound|associated)"
_TIE = r"(?:tie|ties|link|links|connection|connections|relation|relations|relationship|path|association|bond)"
_TIES = r"(?:ties|tie|links|link|connects|connect|joins|join|binds|bind|relates|unites)"
_SAID = r"(?:say|says|said|claim|claims|claimed|state|stated|tell us|write|written|announce|announced)"
_ABOUT = r"(?:about|of|on|regarding|concerning)"
_ALL = tuple(Status)
STATUS_OF = {
    "alleged": (Status.HEDGED,),
    "claimed": (Status.HEDGED,),
    "suspected": (Status.HEDGED,),
    "rumoured": (Status.HEDGED,),
    "rumored": (Status.HEDGED,),
    "uncertain": (Status.HEDGED,),
    "planned": (Status.PLANNED,),
    "expected": (Status.PLANNED,),
    "denied": (Status.NEGATED,),
    "disputed": (Status.NEGATED,),
    "known": (Status.ASSERTED,),
    "certain": (Status.ASSERTED,),
    "confirmed": (Status.ASSERTED,),
    "asked": (Status.ASKED,),
    "said": _ALL,
    "reported": _ALL,
    "told": _ALL,
    "written": _ALL,
}


def read_form(tokens: Sequence[Token]) -> Question | None:
    """Return the question that a fixed form asks, None where none fits.

    Raises NotUnderstoodError for what cannot be told from claims: reasons, places and numbers.
    """
    words = " ".join(token.text for token in tokens)
    ends = [End(token.ids, every=token.every) for token in tokens if token.is_name]
    for pattern, reason in _REFUSED:
        if pattern.match(words):
            raise NotUnderstoodError(reason)
    for form, build in _FORMS:
        if match := form.fullmatch(words):
            return build(match, ends)
    return None


def _how(_: re.Match[str], ends: Sequence[End]) -> Question:
    ids = tuple(dict.fromkeys(actor_id for end in ends for actor_id in end.ids))
    if len(ids) != 2:
        raise NotUnderstoodError("A path has two ends; name two different actors.")
    return Question(Asked.HOW, actor_ids=ids, statuses=_ALL)


def _who_is(_: re.Match[str], ends: Sequence[End]) -> Question:
    (end,) = ends
    return Question(Asked.WHO_IS, (Pattern(source=end),), actor_ids=end.ids)


def _done_by(_: re.Match[str], ends: Sequence[End]) -> Question:
    return Question(Asked.CLAIMS, (Pattern(source=ends[0], target=ends[1] if len(ends) > 1 else ANYBODY),))


def _done_to(_: re.Match[str], ends: Sequence[End]) -> Question:
    return Question(Asked.CLAIMS, (Pattern(target=ends[0], source=ends[1] if len(ends) > 1 else ANYBODY),))


def _who_did(_: re.Match[str], ends: Sequence[End]) -> Question:
    return Question(Asked.ACTORS, (Pattern(source=End(is_asked=True), target=ends[0]),))


def _between(_: re.Match[str], ends: Sequence[End]) -> Question:
    ids = [actor_id for end in ends for actor_id in end.ids]
    if len(ids) != 2:
        raise NotUnderstoodError("Between whom? Name two actors.")
    pair = Pattern(source=End((ids[0],)), target=End((ids[1],)), either_way=True)
    return Question(Asked.CLAIMS, (pair,), _ALL)


def _said_by(_: re.Match[str], ends: Sequence[End]) -> Question:
    about = ends[1] if len(ends) > 1 else ANYBODY
    return Question(Asked.CLAIMS, (Pattern(source=about, either_way=True, speakers=ends[0].ids),), _ALL)


def _said_of(match: re.Match[str], ends: Sequence[End]) -> Question:
    speakers = ends[1].ids if len(ends) > 1 else ()
    pattern = Pattern(source=ends[0], either_way=True, speakers=speakers)
    return Question(Asked.CLAIMS, (pattern,), STATUS_OF[match["status"]])


def _who_said(_: re.Match[str], ends: Sequence[End]) -> Question:
    return Question(Asked.SPEAKERS, (Pattern(source=ends[0], either_way=True),), _ALL)


def _denied_by(_: re.Match[str], ends: Sequence[End]) -> Question:
    about = ends[1] if len(ends) > 1 else ANYBODY
    own = Pattern(source=ends[0], target=about)  # "he denied meeting her": nobody's words, but his denial
    said = Pattern(source=about, either_way=True, speakers=ends[0].ids)
    return Question(Asked.CLAIMS, (own, said), (Status.NEGATED,))


def _planned_by(_: re.Match[str], ends: Sequence[End]) -> Question:
    pattern = Pattern(source=ends[0], target=ends[1] if len(ends) > 1 else ANYBODY)
    return Question(Asked.CLAIMS, (pattern,), (Status.PLANNED,))


def _accused_of(_: re.Match[str], ends: Sequence[End]) -> Question:
    source = ends[1] if len(ends) > 1 else ANYBODY
    return Question(Asked.CLAIMS, (Pattern(("accused",), source, ends[0]),), FACTS)


def _anything(_: re.Match[str], __: Sequence[End]) -> Question:
    return Question(Asked.CLAIMS, (Pattern(),))


def _about(_: re.Match[str], ends: Sequence[End]) -> Question:
    return Question(Asked.CLAIMS, (Pattern(source=ends[0], either_way=True),), _ALL)


_REFUSED = tuple(
    (re.compile(pattern), reason)
    for pattern, reason in (
        (r"(?:\S+ )?why\b|what made\b|for what reason\b|what caused\b", "Reasons are not kept; only who did what."),
        (r"(?:from )?where\b", "Places of deeds are not kept; only who did what to whom."),
        (r"how (?:many|much|often|long|old)\b", "Numbers are not kept; ask who, and count the answer."),
        (r"whose\b", "“Whose” is not understood; ask who is somebody's ...: “who is Comey's lawyer?”"),
    )
)
_FORMS: tuple[tuple[re.Pattern[str], Build], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (rf"how {_BE} N {_TIED}(?: (?:to|with) N)?(?: together)?", _how),
        (rf"{_BE} N {_TIED}(?: together)?(?: (?:to|with) N)?", _how),
        (rf"(?:what|which|where) {_BE} {_TIE} (?:between|of|from) N(?: (?:and|to|with) N)?", _how),
        (rf"{_BE} there (?:any )?{_TIE} (?:between|from) N(?: (?:and|to|with) N)?", _how),
        (rf"what {_TIE} {_BE} there between N", _how),
        (rf"{_DO} N have (?:any )?{_TIE} (?:to|with) N", _how),
        (rf"what {_TIE} {_DO} N have (?:to|with) N", _how),
        (rf"(?:what|who) {_TIES} N(?: (?:to|and|with) N)?(?: together)?", _how),
        (r"(?:how|from where) (?:do|does|did) N know(?: N| each other)?", _how),
        (r"(?:who|what) (?:is|was|are|were) N", _who_is),
        (rf"what {_DO} N (?:do|done)(?: (?:to|with|for|against) N)?", _done_by),
        (r"what (?:is|was|were|are) N doing(?: (?:to|with|for|against) N)?", _done_by),
        (r"what (?:was|is|were|has been) done (?:to|with|against) N(?: by N)?", _done_to),
        (r"what (?:has |have )?(?:happened|happens) to N", _done_to),
        (r"who (?:did|has done|does) (?:what|something|anything|things) (?:to|with|against) N", _who_did),
        (r"what (?:has |have )?(?:happened|happens)|what was done", _anything),
        (r"what (?:has |have )?(?:happened|happens|went on|passed) between N(?: and N)?", _between),
        (rf"what {_DO} N {_SAID}(?: {_ABOUT} N)?", _said_by),
        (rf"what {_BE} (?P<status>{'|'.join(STATUS_OF)}) {_ABOUT} N(?: by N)?", _said_of),
        (
            rf"who {_DO}?\s?(?:said|says|say|wrote|claims|claimed)"
            rf"(?: (?:what|something|anything))? {_ABOUT} N",
            _who_said,
        ),
        (rf"what {_DO} N (?:deny|denied)(?: {_ABOUT} N)?", _denied_by),
        (rf"what {_DO} N (?:plan|planned|intend|want)(?: to do)?(?: (?:to|with|for|against) N)?", _planned_by),
        (r"what (?:is|was|are|were) N (?:planning|going)(?: to do)?(?: (?:to|with|for|against) N)?", _planned_by),
        (r"what (?:is|was|has|were|are) N(?: been)? accused of(?: by N)?", _accused_of),
        (r"(?:what )?about N|everything about N|what do (?:you|we) know about N", _about),
    )
)
