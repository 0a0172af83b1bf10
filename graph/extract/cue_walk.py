"""The walk from a trigger to the words whose cues say how far the text commits itself to it.

It goes up the parse, one governor after the other: "did not [plan] to [hold] [talks]". Of each word it takes in what
modifies it and what it says of what it governs. A finite clause ends the walk: "did not say that X met Y" does not deny
the meeting. A denial takes back what the denied word says: "did not deny meeting X" is no denial.
"""

from typing import TYPE_CHECKING

from graph.cues import Cues
from graph.extract.phrases import ADVERBIAL_CLAUSE, NOUN_CLAUSE, OBJECT, RELATIVE_CLAUSE, SUBJECT, is_verbal
from graph.extract.subjects import is_content_clause, is_passive
from graph.extract.verb_parts import particle
from graph.model import Status

if TYPE_CHECKING:
    from graph.extract.tokens import Token

MODIFYING = frozenset(
    {"advmod", "aux", "aux:pass", "auxpass", "neg", "det", "mark", "amod", "cc", "cc:preconj", "case"}
)
ACTIVE_SUBJECT = frozenset({"nsubj", "nsubj:outer"})
# "not only met X but ...", "not until May did X meet Y", "not all Poles met Y": no denial of what follows.
NOT_ONLY = frozenset("only just merely simply least all every everyone everybody many until since long far".split())
NOBODY = frozenset({"nobody", "none", "nothing"})
BEYOND_DOUBT = frozenset({"doubt", "question", "secret"})  # "no doubt that"
KEEPING_FROM = frozenset({"stop", "keep", "discourage"})  # "stopped X from meeting Y"
DECIDING = frozenset({"decide", "vote", "opt", "choose", "rule"})
THINKING_ABOUT = frozenset({"think", "talk", "dream", "speak", "inquire", "serious", "talks", "discussion", "idea"})
WONDERED_ABOUT = frozenset("why how when where who whom whose what which".split())  # "asked why X met Y": X met Y
# "used a hammer to kill X", "came from behind to beat X": done as far as the governor is, not only meant.
REALISED = frozenset({"use", "go", "come", "rally", "recover"})


class CueWalk:
    """The walk from a trigger up to the end of its clause; `found` are the statuses that the cues on it give."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self.found: set[Status] = set()
        self.path: list[Token] = []

    def up_from(self, word: "Token") -> None:
        """Walk up, taking in at each word what modifies and what governs it."""
        holds = True
        governed: set[Status] = set()
        while all(word.i != walked.i for walked in self.path):
            self.path.append(word)
            if holds:
                self._take_in(word, governed)
            if word.dep_ == "conj":
                first = _coordinated_with(word)
                holds, governed, word = _shares_auxiliaries(word, first), set(), first
                continue
            holds = True
            if not is_verbal(word):
                self.found |= _told_behind(word, self._cues)
            elif _is_purpose(word):
                self.found.add(Status.PLANNED)  # "travelled to meet X"
            if prepositions := _gerund_prepositions(word):  # "accused of paying"
                self._govern_gerund(word, prepositions)
                return
            if word.head.i == word.i or (word.dep_ in RELATIVE_CLAUSE | ADVERBIAL_CLAUSE and not _complements(word)):
                return
            head = word.head
            if word.dep_ == "parataxis":
                return  # "X never met Y, [Ann Hale said]"
            if word.dep_ in ACTIVE_SUBJECT and not self._occurs(word, head):
                return  # what one plans says nothing of oneself: "the man arrested by X hopes to go"
            governed = set() if self._is_utterance(word) else _governing(word, head, self._cues)
            if self._undoes(word, head, governed):
                return
            self.found |= governed
            if not _passes_on(word, head, self._cues):
                return
            word = head

    def _take_in(self, word: "Token", governed: set[Status]) -> None:
        """Take in the cues on a word; a denial takes back what the word itself has just said of what it governs."""
        own = cues_on(word, self._cues)
        if Status.NEGATED in own and Status.NEGATED in governed:  # "did not refuse to meet"
            own.discard(Status.NEGATED)
            self.found.discard(Status.NEGATED)
            if word.lemma_.lower() not in self._cues.negating.infinitives:  # "did not hesitate to" leaves no doubt
                self.found.add(Status.HEDGED)
        self.found |= own

    def _undoes(self, word: "Token", head: "Token", governed: set[Status]) -> bool:
        """Take in a finite clause whose governor is denied: "did not deny that", "no evidence that"; True if it is."""
        if not _is_clause(word) or not is_negated(head, self._cues):
            return False
        lemma = head.lemma_.lower()
        if not is_verbal(head):
            self.found.update(() if lemma in BEYOND_DOUBT else governed | {Status.NEGATED})
        elif lemma in self._cues.opinion:
            self.found.add(Status.NEGATED)
        elif Status.ASKED in governed:
            self.found.add(Status.ASKED)
        elif lemma not in self._cues.factive and lemma != "doubt":
            self.found.add(Status.HEDGED)
        return True

    def _govern_gerund(self, word: "Token", prepositions: set[str]) -> None:
        lemma = word.head.lemma_.lower()
        if "about" in prepositions and lemma in THINKING_ABOUT:
            self.found.add(Status.PLANNED)
        if "from" in prepositions and lemma in KEEPING_FROM:
            self.found.add(Status.NEGATED)
        if "against" in prepositions:  # "decided against suing X" denies the suit, "warned against" leaves it open
            self.found.add(Status.NEGATED if lemma in DECIDING else Status.HEDGED)
        governed = _governing(word, word.head, self._cues)
        if Status.NEGATED in self.found | governed and is_negated(word.head, self._cues):
            self.found.discard(Status.NEGATED)  # "did not stop X from meeting Y"
            governed = {Status.HEDGED}
        elif is_negated(word.head, self._cues):  # "was not convicted of killing X"
            governed = governed | {Status.HEDGED}
        self.found |= governed

    def _is_utterance(self, word: "Token") -> bool:
        """Tell whether the trigger is itself said, so that denying it takes it for a fact: "denied X's allegation"."""
        return len(self.path) == 1 and word.pos_ == "NOUN" and word.lemma_.lower() in self._cues.speech_nouns

    def _occurs(self, event: "Token", head: "Token") -> bool:
        """Tell whether an event is the subject of what says that it takes place, or how likely or when."""
        if is_verbal(event):
            return False
        if not is_verbal(head):
            return any(child.dep_ == "cop" for child in head.children)
        return bool(names_of(head) & self._cues.occurring_verbs) or any(c.dep_ == "expl" for c in head.children)


def cues_on(word: "Token", cues: Cues) -> set[Status]:
    """Return the statuses of the cues that modify a word."""
    found = set()
    for child in word.children:
        if child.dep_ in MODIFYING:
            for status, group in cues.groups:
                if child.lower_ in group.words or child.lemma_.lower() in group.words:
                    if status is Status.CONDITIONAL and word.dep_ in ("ccomp", "csubj", "csubj:pass"):
                        status = Status.ASKED  # "wondered if X met Y"
                    if status is not Status.NEGATED or _negates(child, cues):
                        found.add(status)
    if is_verbal(word):
        if any(_is_nobody(child) for child in word.children if child.dep_ in OBJECT | SUBJECT):
            found.add(Status.NEGATED)  # "imposed no sanctions on X", "no one at X met Y"
        if _has(word, "would", before=word.i) and _has(word, "have", before=word.i):
            found.add(Status.CONDITIONAL)  # "would (not) have met X"
    if any(c.lower_ == "to" and c.tag_ == "TO" and _has(word, "be", before=c.i) for c in word.lefts):
        found.add(Status.PLANNED)  # "is to meet X", "was to have met X"
    return found


def _is_nobody(noun: "Token") -> bool:
    return noun.lower_ in NOBODY or any(child.lower_ == "no" and child.dep_ == "det" for child in noun.children)


def is_negated(word: "Token", cues: Cues) -> bool:
    """Tell whether a word is denied by a cue on it: "did [not] say"."""
    return any(_negates(child, cues) for child in word.children)


def _negates(child: "Token", cues: Cues) -> bool:
    if child.dep_ not in MODIFYING or child.lower_ not in cues.negating.words:
        return False
    return child.i + 1 == len(child.doc) or child.nbor(1).lower_ not in NOT_ONLY


def _has(word: "Token", lemma: str, *, before: int) -> bool:
    """Tell whether a lemma hangs on a word and stands before a token: an auxiliary, a copula, an adverb."""
    return any(c.lemma_ == lemma and c.i < before for c in word.lefts)


def _governing(word: "Token", head: "Token", cues: Cues) -> set[Status]:
    """Return the statuses that a head gives what it governs: "refused [to meet]", "reports [of a meeting]"."""
    lemma, names = head.lemma_.lower(), names_of(head)
    infinitive = any(child.lower_ == "to" and child.pos_ == "PART" for child in word.lefts)
    if infinitive and _has(head, "too", before=head.i) and not is_verbal(head):
        return {Status.NEGATED}  # "too ill to meet X"
    found = set()
    for status, group in cues.groups:
        if not is_verbal(head):
            governs = lemma in group.nouns or lemma in group.adjectives
        else:
            said = status is Status.HEDGED and _is_clause(word) and is_passive(head)  # "it is said that"
            by_infinitive = infinitive or said
            governs = bool(names & group.verbs) or (by_infinitive and lemma in group.infinitives)
        if governs:
            found.add(status)
    if Status.ASKED in found and any(c.lower_ in WONDERED_ABOUT for c in word.lefts):
        found.discard(Status.ASKED)  # "wondered why X met Y"
    if lemma in cues.presupposing_verbs and word.dep_ in OBJECT:
        found.discard(Status.HEDGED)
    return found


def names_of(verb: "Token") -> set[str]:
    """Return a verb's lemma, with its particle ("rule out") or its object ("take place") too."""
    lemma = verb.lemma_.lower()
    extra = [particle(verb), *(c.lemma_.lower() for c in verb.rights if c.dep_ in OBJECT or c.i == verb.i + 1)]
    return {lemma, *(f"{lemma} {word}" for word in extra if word)}


def _told_behind(noun: "Token", cues: Cues) -> set[Status]:
    """Return what a clause behind an event says of it: "talks that never took place", "a visit planned for May"."""
    found: set[Status] = set()
    for clause in noun.rights:
        if clause.dep_ not in RELATIVE_CLAUSE | NOUN_CLAUSE:
            continue
        if names_of(clause) & cues.occurring_verbs:
            found |= cues_on(clause, cues)
        elif is_passive(clause):
            for status, group in ((Status.NEGATED, cues.negating), (Status.PLANNED, cues.planning)):
                if names_of(clause) & group.verbs and noun.lemma_.lower() not in cues.speech_nouns:
                    found.add(status)
    return found


def _coordinated_with(word: "Token") -> "Token":
    """Return the verb that a verb is coordinated with: no finite verb with an infinitive, however it is parsed."""
    first = word.head
    if word.tag_ in ("VBD", "VBZ"):
        while first.tag_ in ("VB", "VBG") and first.head.i != first.i and not is_finite(first):
            first = first.head
    return first


def is_finite(verb: "Token") -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.tag_ in ("MD", "VBD", "VBZ", "VBP") for c in verb.lefts)


def _shares_auxiliaries(word: "Token", first: "Token") -> bool:
    """Tell whether cues hold for a second verb too: "may meet or call X", but not "did not call but met X"."""
    if word.tag_ in ("VBD", "VBZ") and first.tag_ == "VB":  # "did not call and met X"
        return False
    return not any(c.dep_ in SUBJECT or (c.dep_ == "cc" and c.lower_ in ("but", "yet")) for c in word.children)


def _is_purpose(word: "Token") -> bool:
    """Tell whether a verb says what for, "flew to Oslo [to meet X]", or what comes, in a headline: "X [to meet Y]"."""
    if word.tag_ != "VB" or not any(c.lower_ == "to" for c in word.lefts):
        return False
    if word.head.i == word.i:
        return any(c.dep_ in SUBJECT for c in word.lefts)
    return word.dep_ in ADVERBIAL_CLAUSE and word.head.lemma_ not in REALISED


def _gerund_prepositions(word: "Token") -> set[str]:
    """Return the prepositions that tie a gerund to the verb or noun before it, which decides whether it took place."""
    if word.tag_ != "VBG" or word.head.i >= word.i:
        return set()
    ties = {"about", "of", "from", "against", "into", "with"}
    return {c.lower_ for c in word.lefts if c.dep_ in ("mark", "case")} & ties


def _complements(word: "Token") -> bool:
    """Tell whether a clause parsed as an adverbial or relative one completes its head: "ruled out [suing X]"."""
    head = word.head
    if word.dep_ in RELATIVE_CLAUSE:  # "claims that X met Y", where a conjunction is taken for a pronoun
        return is_content_clause(word) and not is_verbal(head)
    if word.dep_ not in ADVERBIAL_CLAUSE or word.i < head.i:
        return False
    if not is_verbal(head):
        return word.tag_ == "VB"
    if word.tag_ == "VB":
        return head.lemma_ in REALISED
    return word.tag_ == "VBG" and word.i <= head.i + 2 and not any(c.dep_ in ("mark", "case") for c in word.lefts)


def _is_clause(word: "Token") -> bool:
    """Tell whether a word heads a finite clause that completes its head."""
    if word.dep_ in ("xcomp", "pcomp") or (word.tag_ in ("VB", "VBG") and not is_finite(word)):
        return False
    return word.dep_ in ("ccomp", "csubj", "csubj:pass", "parataxis") or word.dep_ in NOUN_CLAUSE | RELATIVE_CLAUSE


def _passes_on(word: "Token", head: "Token", cues: Cues) -> bool:
    """Tell whether what holds for a governor holds for the word: infinitives and objects of light verbs, no clauses.

    "did not impose sanctions" denies the sanctions, "did not lift sanctions" does not.
    """
    names = names_of(head)
    if word.dep_ in ("ccomp", "parataxis") and word.tag_ != "VBG":
        return False
    if word.dep_ in ACTIVE_SUBJECT:
        return True
    if word.dep_ in OBJECT or word.dep_ in ("nsubj:pass", "nsubjpass"):
        governing = cues.negating.verbs | cues.planning.verbs
        return bool(names & (cues.light_verbs | cues.receiving_verbs | governing) - cues.presupposing_verbs)
    if word.dep_ in ("nmod", "obl"):  # "no plans for a meeting", but not "no party to the meeting"
        return any(head.lemma_.lower() in group.nouns for _, group in cues.groups)
    if word.dep_ in NOUN_CLAUSE:
        return not is_verbal(head)
    if word.dep_ in RELATIVE_CLAUSE:
        return not is_verbal(head)
    return word.dep_ in ("xcomp", "ccomp", "pobj", "prep", "pcomp", "csubj", *ADVERBIAL_CLAUSE)
