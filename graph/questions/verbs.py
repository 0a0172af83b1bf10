"""Verb groups: "was fired", "did not want to meet", "is said to have met": which verb, in which voice and status."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.model import Status
from graph.questions.lexicon import BASE, GERUND, PARTICIPLE, PAST, PRESENT, Lexicon, Wordings
from graph.questions.tokens import Token
from graph.questions.values import FACTS, NotUnderstoodError

BE = {"is", "are", "was", "were", "am", "be", "been", "being"}
HAVE = {"has", "have", "had", "having"}
GET = {"get", "gets", "got", "getting"}
DO = {"do", "does", "did"}
MODALS = {
    "will": (Status.PLANNED,),
    "shall": (Status.PLANNED,),
    "would": (Status.PLANNED, Status.CONDITIONAL),
    "may": (Status.HEDGED,),
    "might": (Status.HEDGED,),
    "could": (Status.HEDGED,),
}
AUXILIARIES = BE | HAVE | DO | MODALS.keys()
NEGATIONS = {"not", "never"}
AHEAD = {"going", "about", "due", "set", "expected", "scheduled"}
UNKNOWABLE = {"should", "must", "can", "cannot", "ought", "need"}


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The main verb's lemmas (a form may belong to several), its voice, and the statuses that the group asks for.

    `end` is the place behind it.
    """

    lemmas: frozenset[str]
    statuses: tuple[Status, ...]
    passive: bool
    end: int


@dataclass(frozen=True, slots=True)
class _State:
    """What the words so far lead to: the last auxiliary, and what they say of the status."""

    auxiliary: str = ""
    statuses: tuple[Status, ...] = FACTS
    negated: bool = False


def read_verbs(tokens: Sequence[Token], lexicon: Lexicon, wordings: Wordings, *, auxiliary: str = "") -> VerbGroup:
    """Return the verb group that tokens begin with; `auxiliary` is one that stood before the subject.

    Raises NotUnderstoodError where there is none, or one of which no claim can tell ("should meet").
    """
    state, place = _with_auxiliary(_State(), auxiliary) if auxiliary else _State(), 0
    while place < len(tokens):
        word = tokens[place].text
        if tokens[place].is_name:
            break
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        step = _lead(state, word, following, lexicon, wordings)
        if step is None:
            return _main(state, word, place, lexicon)
        state, width = step
        place += width
    raise NotUnderstoodError("No verb says what is to have happened.")


def _lead(state: _State, word: str, following: str, lexicon: Lexicon, wordings: Wordings) -> tuple[_State, int] | None:
    """Return what a word before the main verb leads to and how many words it takes; None for the main verb."""
    if word in UNKNOWABLE:
        raise NotUnderstoodError(f"What somebody {word} do is an opinion; only what is told can be found.")
    if word in NEGATIONS:
        return replace(state, negated=not state.negated), 1
    if word in GET and lexicon.lemmas(following, PARTICIPLE):
        return replace(state, auxiliary="is"), 1
    if word in HAVE and not _leads_on(following, lexicon):
        return None
    if word in AUXILIARIES:
        return _with_auxiliary(state, word), 1
    if state.auxiliary in BE and word in AHEAD and following == "to":
        return replace(state, statuses=(Status.PLANNED,), auxiliary="to"), 2
    if word in wordings.doubting and state.auxiliary in BE and following == "to":
        return replace(state, statuses=(Status.HEDGED,), auxiliary="to"), 2
    if word in wordings.doubting and word.endswith(("ly", "perhaps")):
        return replace(state, statuses=(Status.HEDGED,)), 1
    lemmas = lexicon.lemmas(word, *_expected(state))
    if following == "to" and lemmas & wordings.planning:
        return replace(state, statuses=(Status.PLANNED,), auxiliary="to"), 2
    if following == "to" and lemmas & wordings.refusing:
        return replace(state, negated=not state.negated, auxiliary="to"), 2
    if lemmas & wordings.denying and (following == "having" or lexicon.lemmas(following, GERUND)):
        return replace(state, negated=not state.negated, auxiliary="of"), 1
    return None


def _leads_on(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a form of "have" before a word is an auxiliary: "had met", "has not been", but not "had a talk"."""
    return word in BE | NEGATIONS or word.endswith("ly") or bool(lexicon.lemmas(word, PARTICIPLE))


def _with_auxiliary(state: _State, word: str) -> _State:
    if word in MODALS:
        return replace(state, auxiliary="do", statuses=MODALS[word])
    if word in BE:
        return replace(state, auxiliary="is")
    return replace(state, auxiliary="have" if word in HAVE else "do")


def _expected(state: _State) -> tuple[str, ...]:
    """Return the forms that a verb may have behind an auxiliary."""
    return {
        "": (PAST, PRESENT, BASE),
        "is": (PARTICIPLE, GERUND),
        "have": (PARTICIPLE,),
        "do": (BASE,),
        "to": (BASE,),
        "of": (GERUND,),
    }[state.auxiliary]


def _main(state: _State, word: str, place: int, lexicon: Lexicon) -> VerbGroup:
    lemmas = lexicon.lemmas(word, *_expected(state))
    if not lemmas:
        other = f"“{word}” is no verb of a relation that I know"
        raise NotUnderstoodError(f"{other} in this place." if word in lexicon.forms else f"{other}.")
    passive = state.auxiliary == "is" and bool(lexicon.lemmas(word, PARTICIPLE))
    statuses = (Status.NEGATED,) if state.negated else state.statuses
    return VerbGroup(lemmas, statuses, passive, place + 1)
