"""A parse in plain Python: docs, sentences and tokens with just what the rules ask for, read once from spaCy's.

spaCy makes a new object for every token, child, span and text whenever one is asked for, and the rules ask for some
seventy a token. Here each is made once. Names and meanings are spaCy's, but that a slice of a doc is a list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc as SpacyDoc
    from spacy.vocab import Vocab

COLUMNS = ("HEAD", "SPACY", "ENT_IOB", "ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
FLAGS = ("IS_ALPHA", "IS_LOWER", "IS_PUNCT", "IS_SPACE", "IS_TITLE", "IS_UPPER", "LIKE_NUM", "LIKE_URL")
ENTITY_MARKS = ("", "I", "O", "B")
NEGATIVE = 1 << 63  # spaCy gives the way to a head as an unsigned number of 64 bits


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A token of a doc: the `i`-th, at the character `idx` of its text.

    What follows from the heads of all tokens (children, edges, sentence) is right once `Doc.link` has run.
    """

    doc: "Doc"
    i: int
    idx: int
    whitespace_: str
    ent_iob_: str
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    is_alpha: bool
    is_lower: bool
    is_punct: bool
    is_space: bool
    is_title: bool
    is_upper: bool
    like_num: bool
    like_url: bool
    head: "Token" = field(init=False)
    sent: "Span" = field(init=False)
    is_sent_start: bool = field(init=False)
    left_edge: "Token" = field(init=False)
    right_edge: "Token" = field(init=False)
    children: list["Token"] = field(init=False)
    lefts: list["Token"] = field(init=False)
    rights: list["Token"] = field(init=False)

    def __repr__(self) -> str:
        return self.text

    @property
    def ancestors(self) -> Iterator["Token"]:
        """Yield the head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> list["Token"]:
        """Return the token and all that depends on it, in order."""
        found: list[Token] = []
        for child in self.lefts:
            found += child.subtree
        found.append(self)
        for child in self.rights:
            found += child.subtree
        return found

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """Return the tokens that are coordinated with this one, directly or not."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def is_ancestor(self, descendant: "Token") -> bool:
        """Tell whether another token depends on this one, directly or not."""
        return any(token is self for token in descendant.ancestors)

    def nbor(self, distance: int = 1) -> "Token":
        """Return the token that stands so many further on."""
        return self.doc[self.i + distance]

    def hang_on(self, head: "Token") -> None:
        """Give the token another head; one that depends on it takes its place first, so that no circle comes about."""
        if self.head is head:
            return
        if self.is_ancestor(head):
            head.head, head.dep_ = (head if self.head is self else self.head), self.dep_
        self.head = head
        self.doc.link()


class Span(list[Token]):
    """The tokens of a doc from `start` up to `end`, half-open."""

    __slots__ = ("end", "start")

    def __init__(self, doc: "Doc", start: int, end: int) -> None:
        super().__init__(doc[start:end])
        self.start, self.end = start, end

    @property
    def text(self) -> str:
        """Return the text as it stands, without white space behind it."""
        return self[0].doc.text[self[0].idx : self[-1].idx + len(self[-1].text)] if self else ""

    @property
    def root(self) -> Token:
        """Return the token that is nearest to the root of its sentence, the first of several; a mark is none."""
        return min((t for t in self if t.head is t or not self.start <= t.head.i < self.end), key=_depth)


def _depth(token: Token) -> float:
    if token.head is token:
        return 0
    return inf if token.is_punct and not token.children else sum(1 for _ in token.ancestors)


class Doc(list[Token]):
    """The tokens of a text, in order; `blocks` holds the first one of each paragraph, `sents` the sentences.

    `quotations` is kept by `find_quotations`, for which several rules ask.
    """

    __slots__ = ("blocks", "quotations", "sents", "text")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.blocks: tuple[int, ...] = ()
        self.sents: list[Span] = []
        self.quotations: list[int] | None = None

    def span(self, start: int, end: int) -> Span:
        """Return the tokens from `start` up to `end`, half-open."""
        return Span(self, start, end)

    def link(self) -> None:
        """Work out from the heads what depends on what and where sentences begin."""
        for token in self:
            token.children, token.lefts, token.rights = [], [], []
            token.left_edge = token.right_edge = token
        downward = []
        for token in self:
            head = token.head
            if head is token:
                downward.append(token)
                continue
            head.children.append(token)
            (head.lefts if token.i < head.i else head.rights).append(token)
        roots = [token for token in downward if token.dep_]
        for token in downward:
            downward += token.children
        for token in reversed(downward):
            head = token.head
            if token.left_edge.i < head.left_edge.i:
                head.left_edge = token.left_edge
            if token.right_edge.i > head.right_edge.i:
                head.right_edge = token.right_edge
        self._cut(sorted({0, *(root.left_edge.i for root in roots)}))

    def _cut(self, starts: list[int]) -> None:
        self.sents = [Span(self, start, end) for start, end in pairwise([*starts, len(self)])]
        for sent in self.sents:
            for token in sent:
                token.sent, token.is_sent_start = sent, False
            sent[0].is_sent_start = True


def join_docs(docs: Sequence[Doc]) -> Doc:
    """Return one doc with the tokens of several, each of which is a block of it; the several are used up."""
    joined = Doc("".join(doc.text for doc in docs))
    blocks, characters = [], 0
    for doc in docs:
        first = len(joined)
        blocks.append(first)
        for token in doc:
            token.doc, token.i, token.idx = joined, token.i + first, token.idx + characters
        for sent in doc.sents:
            sent.start, sent.end = sent.start + first, sent.end + first
        joined += doc
        joined.sents += doc.sents
        characters += len(doc.text)
    joined.blocks = tuple(blocks)
    return joined


class DocReader:
    """Reads spaCy's docs of one vocabulary; each text is looked up once."""

    def __init__(self, vocab: "Vocab") -> None:
        self._texts = _Texts(vocab.strings)

    def read(self, doc: "SpacyDoc") -> Doc:
        """Return a doc of our own, of one block."""
        read, texts = Doc(doc.text), self._texts
        read.blocks = (0,)
        table = doc.to_array([*COLUMNS, *FLAGS]).tolist()
        idx = 0
        for i, (_, space, mark, orth, lower, lemma, pos, tag, dep, kind, *flags) in enumerate(table):
            text, whitespace = texts[orth], " " if space else ""
            words = texts[lower], texts[lemma], texts[pos], texts[tag], texts[dep], texts[kind]
            read.append(Token(read, i, idx, whitespace, ENTITY_MARKS[mark], text, *words, *map(bool, flags)))
            idx += len(text) + len(whitespace)
        for token, (way, *_) in zip(read, table, strict=True):
            token.head = read[token.i + (way if way < NEGATIVE else way - 2 * NEGATIVE)]
        read.link()
        return read


class _Texts(dict[int, str]):
    """The texts of spaCy's keys, each looked up once."""

    def __init__(self, store: "StringStore") -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        text = self[key] = self._store[key]
        return text
