"""The parse of an article: one doc over its body, and the way back from tokens to the article's text."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extract.mending import mend
from graph.extract.tokens import Doc, DocReader, Token, join_docs
from graph.model import Article, Sentence, TextSpan

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as SpacyDoc


SENTENCE_MARKS = frozenset(".!?…)]")
CLAUSE_MARK = ";"
COORDINATORS = frozenset({"and", "or"})  # after a semicolon they close a list: "Ann Hale, of Shell; and Bob Orr"
QUOTATION_MARKS = frozenset("\"'”’»")


@dataclass(frozen=True, slots=True)
class Parse:
    """A doc over the body of an article, whose blocks (paragraphs) were parsed one by one.

    `block_starts` gives for each block of the doc its first character in the article.
    """

    article: Article
    doc: Doc
    block_starts: tuple[int, ...]

    def start_of(self, token: Token) -> int:
        """Return the offset of a token in the article's text."""
        block = bisect_right(self.doc.blocks, token.i) - 1
        return self.block_starts[block] + token.idx - self.doc[self.doc.blocks[block]].idx

    def span_of(self, first: int, end: int) -> TextSpan:
        """Return the stretch of the article's text from token `first` up to token `end`, half-open."""
        last = self.doc[end - 1]
        return TextSpan(self.start_of(self.doc[first]), self.start_of(last) + len(last.text))

    def sentence_indices(self) -> list[int]:
        """Return for each token the index of its sentence in `sentences`."""
        indices, index = [0] * len(self.doc), 0
        for first, end in self._sentence_bounds():
            indices[first:end] = [index] * (end - first)
            index += any(not token.is_space for token in self.doc[first:end])
        return indices

    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of the body in order, trimmed of the white space around them."""
        found: list[Sentence] = []
        for first, end in self._sentence_bounds():
            tokens = [token.i for token in self.doc[first:end] if not token.is_space]
            if tokens:
                found.append(Sentence(self.article.id, len(found), self.span_of(tokens[0], tokens[-1] + 1)))
        return tuple(found)

    def _sentence_bounds(self) -> list[tuple[int, int]]:
        """Return the first token and the end of each sentence; the clauses at a semicolon are parsed one by one."""
        starts = [s.start for s in self.doc.sents if not (s.start and self.doc[s.start - 1].text == CLAUSE_MARK)]
        return list(pairwise([*starts, len(self.doc)]))


def parse(
    article: Article, blocks: Sequence[TextSpan], nlp: "Language", verb_forms: Mapping[str, str] | None = None
) -> Parse:
    """Return the parse of an article's body, given its blocks; mended with the lemmas of verb forms, where given.

    A block is parsed without its line breaks, which the pipeline never saw in training.
    """
    docs, starts, reader = [], [], DocReader(nlp.vocab)
    drafts = (_bounded(nlp.make_doc(_unbroken(block.of(article.text)))) for block in blocks)
    for block, parsed in zip(blocks, nlp.pipe(drafts), strict=True):
        if len(parsed):
            doc = reader.read(parsed)
            if verb_forms is not None:
                mend(doc, verb_forms)
            docs.append(doc)
            starts.append(block.start)
    return Parse(article, join_docs(docs), tuple(starts))


def _bounded(doc: "SpacyDoc") -> "SpacyDoc":
    """Return a doc in which no sentence may begin but behind a mark that can end one.

    A parser that is unsure of a rare name else takes it for a sentence of its own: "Norway jailed | Daniel Orrin." A
    quotation mark ends a sentence only behind another mark that does: never “It rained,” | Ann Hale said. What stands
    behind a semicolon is parsed by itself: "Ann Hale praised the plan; Bob Orr left", where a parser is lost else.
    """
    texts, spaces = [token.text for token in doc], [token.whitespace_ for token in doc]
    for i in range(1, len(texts)):
        if texts[i - 1] == CLAUSE_MARK:
            doc[i].is_sent_start = texts[i].lower() not in COORDINATORS
        elif not _may_end_sentence(texts, i - 1, is_spaced=bool(spaces[i - 1])):
            doc[i].is_sent_start = False
    return doc


def _may_end_sentence(texts: Sequence[str], i: int, *, is_spaced: bool) -> bool:
    """Tell whether a sentence may end with the `i`-th of some texts, behind which another stands."""
    last = texts[i][-1]
    if not is_spaced and texts[i + 1] in QUOTATION_MARKS:
        return False  # a closing mark belongs to the sentence before it
    if last not in QUOTATION_MARKS or i == 0:
        return last in SENTENCE_MARKS
    return texts[i - 1][-1] in SENTENCE_MARKS or texts[i - 1][-1] in QUOTATION_MARKS


def _unbroken(text: str) -> str:
    """Return a text of the same length whose line breaks and tabs are spaces."""
    return text.translate({ord(c): " " for c in "\n\r\t\v\f\u2028\u2029"})
