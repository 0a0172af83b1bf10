"""Questions in plain English, read by grammar alone: no language model, and no pipeline to wait for.

    asker = Asker(kb, taxonomy)
    asker.ask("Who fired James Comey?").summary

A question is understood as a whole or refused with a reason: a word that is not understood may change everything.
"""

from functools import cached_property

from graph.model import KnowledgeBase
from graph.questions.answers import answer_claims, answer_path
from graph.questions.reading import QuestionReader, find_examples
from graph.questions.values import Answer, Asked, NotUnderstoodError
from graph.taxonomy import Taxonomy
from graph.ties import Ties, build_ties


class Asker:
    """Answers questions about one story; its names and words are made ready at the first question."""

    def __init__(self, kb: KnowledgeBase, taxonomy: Taxonomy) -> None:
        self._kb = kb
        self._taxonomy = taxonomy

    def ask(self, text: str) -> Answer:
        """Return what the articles say to a question, or why it is not understood; to none come some to ask."""
        if not text.strip():  # as each page asks when it opens: nothing is made ready for that
            return Answer(text, refusal="There is no question.", suggestions=self._examples)
        try:
            question = self._reader.read(text)
        except NotUnderstoodError as problem:
            return Answer(text, refusal=problem.reason, suggestions=problem.suggestions, unknown=problem.unknown)
        if question.asked is Asked.HOW:
            return answer_path(text, question, self._kb, self._taxonomy, self._ties)
        return answer_claims(text, question, self._kb, self._taxonomy)

    @cached_property
    def _examples(self) -> tuple[str, ...]:
        return tuple(find_examples(self._kb, self._taxonomy))

    @cached_property
    def _reader(self) -> QuestionReader:
        return QuestionReader(self._kb, self._taxonomy, self._examples)

    @cached_property
    def _ties(self) -> Ties:
        return build_ties(self._kb)
