"""The parse of an article: one spaCy doc over its body, and the way back from tokens to the article's text."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.extract.mending import mend
from graph.model import Article, Sentence, TextSpan

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token


SENTENCE_MARKS = frozenset(".!?…)]")
CLAUSE_MARK = ";"
COORDINATORS = frozenset({"and", "or"})  # after a semicolon they close a list: "Ann Hale, of Shell; and Bob Orr"
QUOTATION_MARKS = frozenset("\"'”’»")
BLOCKS = "blocks"  # where a doc keeps the first tokens of its blocks


@dataclass(frozen=True, slots=True)
class Parse:
    """A doc over the body of an article, whose blocks (paragraphs) were parsed one by one.

    `block_tokens` and `block_starts` give for each block its first token and its first character in the article.
    """

    article: Article
    doc: "Doc"
    block_tokens: tuple[int, ...]
    block_starts: tuple[int, ...]

    def start_of(self, token: "Token") -> int:
        """Return the offset of a token in the article's text."""
        block = bisect_right(self.block_tokens, token.i) - 1
        return self.block_starts[block] + token.idx - self.doc[self.block_tokens[block]].idx

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
    docs, starts = [], []
    drafts = (_bounded(nlp.make_doc(_unbroken(block.of(article.text)))) for block in blocks)
    for block, doc in zip(blocks, nlp.pipe(drafts), strict=True):
        if len(doc):
            if verb_forms is not None:
                mend(doc, verb_forms)
            docs.append(doc)
            starts.append(block.start)
    return join(article, docs, starts, nlp)


def join(article: Article, docs: Sequence["Doc"], starts: Sequence[int], nlp: "Language") -> Parse:
    """Return one parse over docs whose texts stand at `starts` in the article."""
    if not docs:
        return Parse(article, nlp.make_doc(""), (), ())
    tokens = [0]
    for doc in docs[:-1]:
        tokens.append(tokens[-1] + len(doc))
    merged = type(docs[0]).from_docs(list(docs), ensure_whitespace=False)
    merged.user_data[BLOCKS] = tuple(tokens)
    return Parse(article, merged, tuple(tokens), tuple(starts))


def block_starts(doc: "Doc") -> tuple[int, ...]:
    """Return the first token of each block (paragraph) of a doc that `join` made."""
    return tuple(doc.user_data.get(BLOCKS, ()))


def _bounded(doc: "Doc") -> "Doc":
    """Return a doc in which no sentence may begin but behind a mark that can end one.

    A parser that is unsure of a rare name else takes it for a sentence of its own: "Norway jailed | Daniel Orrin." A
    quotation mark ends a sentence only behind another mark that does: never “It rained,” | Ann Hale said. What stands
    behind a semicolon is parsed by itself: "Ann Hale praised the plan; Bob Orr left", where a parser is lost else.
    """
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.text == CLAUSE_MARK:
            token.is_sent_start = token.lower_ not in COORDINATORS
        elif not _may_end_sentence(before):
            token.is_sent_start = False
    return doc


def _may_end_sentence(token: "Token") -> bool:
    last = token.text[-1]
    if token.i + 1 < len(token.doc) and not token.whitespace_ and token.nbor(1).text in QUOTATION_MARKS:
        return False  # a closing mark belongs to the sentence before it
    if last not in QUOTATION_MARKS or token.i == 0:
        return last in SENTENCE_MARKS
    return token.nbor(-1).text[-1] in SENTENCE_MARKS or token.nbor(-1).text[-1] in QUOTATION_MARKS


def _unbroken(text: str) -> str:
    """Return a text of the same length whose line breaks and tabs are spaces."""
    return text.translate({ord(c): " " for c in "\n\r\t\v\f\u2028\u2029"})
