"""Reading a question: from its words to what it asks for, or why it is not understood."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import KnowledgeBase, Status
from graph.questions.clauses import ANYONE, ClauseReader
from graph.questions.forms import read_form
from graph.questions.lexicon import build_lexicon, load_wordings
from graph.questions.names import POSSESSIVE, Names
from graph.questions.sentences import SentenceReader
from graph.questions.times import CALENDAR, take_times
from graph.questions.tokens import Token, read_tokens
from graph.questions.values import Asked, NotUnderstoodError, Question
from graph.questions.verbs import AUXILIARIES
from graph.taxonomy import Taxonomy
from graph.titles import load_titles

_PLAIN = "who whom what which when how if whether that there us it i not no he she they nobody and or but neither nor"
_FUNCTION_WORDS = AUXILIARIES | ANYONE | set(_PLAIN.split())
_ALSO_DENIED = re.compile(
    r" (?:but|and|yet)(?: later| then)? (?:denied|denies|has denied)(?: it| this| that| doing so)?$"
)
_LONGEST = 300


class QuestionReader:
    """Understands questions about one story. Building it takes a moment, a question then next to none."""

    def __init__(self, kb: KnowledgeBase, taxonomy: Taxonomy, examples: tuple[str, ...] = ()) -> None:
        """Make its names and words ready; `examples` are suggested where a question is not understood."""
        self._wordings = load_wordings()
        others = {relation.type for relation in kb.relations.values()} - taxonomy.types.keys()
        verbs = self._wordings.saying | self._wordings.planning | self._wordings.refusing | self._wordings.denying
        self._lexicon = build_lexicon(taxonomy, sorted(others), extra_verbs=verbs)
        self._titles = load_titles()
        common = frozenset(self._lexicon.forms) | _FUNCTION_WORDS | self._lexicon.prepositions
        self._names = Names(kb, self._titles, common=common, fillers=self._wordings.fillers)
        clauses = ClauseReader(self._lexicon, self._wordings, kb.actors)
        kinds = {actor.id: actor.kind for actor in kb.actors.values()}
        self._sentences = SentenceReader(self._lexicon, self._wordings, self._titles, clauses, kinds)
        self._examples = examples

    def read(self, text: str) -> Question:
        """Return what a question asks for. Raises NotUnderstoodError, with a reason, rather than guess."""
        if len(text) > _LONGEST:
            raise NotUnderstoodError(f"Ask in at most {_LONGEST} characters.")
        tokens, within = take_times(self._without_opening(read_tokens(text)))
        self._refuse_ambiguous(tokens)
        tokens, speakers = _take_source(_turn_negation(self._names.join(tokens)))
        tokens, also_denied = _take_denial(tokens)
        if not tokens:
            raise NotUnderstoodError("There is no question.", self._examples)
        try:
            question = read_form(tokens) or self._sentences.read(tokens)
        except NotUnderstoodError as problem:
            raise self._explained(tokens, problem) from None
        if speakers:
            patterns = tuple(replace(pattern, speakers=speakers) for pattern in question.patterns)
            question = replace(question, patterns=patterns)
        return self._checked(replace(question, within=within, also_denied=also_denied), speakers)

    def _checked(self, question: Question, speakers: Sequence[str]) -> Question:
        """Return a question; raises NotUnderstoodError where its parts do not go together."""
        if question.asked is Asked.HOW and (question.within or speakers):
            raise NotUnderstoodError("A path is taken through all that is told; ask without dates and speakers.")
        is_bound = question.within or any(p.source.ids or p.target.ids or p.speakers for p in question.patterns)
        if question.asked is Asked.CLAIMS and not is_bound:
            raise NotUnderstoodError("Of whom, or when? Name an actor or a date.", self._examples)
        if question.also_denied and question.asked is not Asked.ACTORS:
            raise NotUnderstoodError("“... but denied it” is understood of “who ...” only.")
        return question

    def _without_opening(self, tokens: list[Token]) -> list[Token]:
        """Leave out what comes before the question: "Can you tell me who ..."."""
        for opening in self._wordings.openings:
            words = opening.split()
            if len(tokens) > len(words) and [token.text for token in tokens[: len(words)]] == words:
                return tokens[len(words) :]
        return tokens

    def _refuse_ambiguous(self, tokens: Sequence[Token]) -> None:
        """Refuse what may mean two things: "let X go"."""
        for wording, meanings in self._wordings.ambiguous.items():
            words = iter(token.text for token in tokens)
            first, *rest = wording.split()
            if first in words and all(word in words for word in rest):
                raise NotUnderstoodError(f"“{wording}” may mean {meanings}; say which.")

    def _explained(self, tokens: Sequence[Token], problem: NotUnderstoodError) -> NotUnderstoodError:
        """Return the problem, or that a word is unknown that looks like a name."""
        known = (*self._lexicon.forms, *self._lexicon.nouns, *self._lexicon.plurals, *self._titles.offices)
        known_words = {
            *known,
            *self._lexicon.prepositions,
            *_FUNCTION_WORDS,
            *self._wordings.kinds,
            *CALENDAR,
            POSSESSIVE,
        }
        unknown = [token for token in tokens if not token.is_name and token.text not in known_words]
        strange = [token for token in unknown if token.raw[0].isupper() and token is not tokens[0]]
        for run in [strange] if strange else [[token] for token in unknown]:
            names = self._names.nearest([token.text for token in run])
            if names or strange:
                words = " ".join(token.raw for token in run)
                return NotUnderstoodError(f"No actor of these articles is called “{words}”.", names, words)
        return NotUnderstoodError(problem.reason, problem.suggestions or self._examples)


def _turn_negation(tokens: list[Token]) -> list[Token]:
    """Return the tokens with "did not N" as "did N not": "Didn't she meet him?"."""
    turned = list(tokens)
    for place in range(len(tokens) - 2):
        if turned[place].text in AUXILIARIES and turned[place + 1].text == "not" and turned[place + 2].is_name:
            turned[place + 1], turned[place + 2] = turned[place + 2], turned[place + 1]
    return turned


def find_examples(kb: KnowledgeBase, taxonomy: Taxonomy) -> Iterator[str]:
    """Yield questions about the best told relation of a story, to be shown when another one is not understood."""
    if not kb.relations:
        return
    told = max(kb.relations.values(), key=lambda relation: (relation.weight, relation.status is Status.ASSERTED))
    source, target = kb.actors[told.source].name, kb.actors[told.target].name
    yield f"Who {taxonomy.relation_type(told.type).label} {target}?"
    yield f"What did {source} do to {target}?"
    yield f"How is {source} tied to {target}?"
    yield f"What is alleged about {source}?"
    yield f"Who is {source}?"


def _take_source(tokens: list[Token]) -> tuple[list[Token], tuple[str, ...]]:
    """Return the tokens without "according to N", and who N is."""
    for place in range(len(tokens) - 2):
        if [token.text for token in tokens[place : place + 3]] == ["according", "to", "N"]:
            return tokens[:place] + tokens[place + 3 :], tokens[place + 2].ids
    return tokens, ()


def _take_denial(tokens: list[Token]) -> tuple[list[Token], bool]:
    """Return the tokens without "but denied it" at their end, and whether that was there."""
    words = " ".join(token.text for token in tokens)
    match = _ALSO_DENIED.search(words)
    return (tokens, False) if match is None else (tokens[: -len(match[0].split())], True)
