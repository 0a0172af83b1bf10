"""Names that are known to be one whole before any is looked for: known names of several words, and defined acronyms.

"Law and Justice" and "King's College London" look like two names each, and nothing in their grammar tells otherwise.
"The Rail and Road Authority (RRA)" says by its acronym where it begins.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.extract.lexicon import Lexicon

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

ARTICLES = frozenset({"al", "el", "an", "as"})  # small first words: "al-Nusra Front"
# Words that an acronym leaves out, or takes in as a small letter: "AfD", "MoD".
SKIPPED = frozenset(
    {"of", "and", "for", "the", "in", "on", "to", "de", "du", "des", "del", "di", "y", "et", "&", "-", "'s", "’s", ","}
)
LONGEST_ACRONYM = 8
Span = tuple[int, int]


def find_wholes(doc: "Doc", lexicon: Lexicon) -> list[Span]:
    """Return the spans of tokens that are one name each, in order and without overlaps."""
    defined = list(_defined(doc))
    found = [*_known(doc, lexicon), *defined, *_again(doc, defined)]
    wholes: list[Span] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not wholes or start >= wholes[-1][1]:
            wholes.append((start, end))
    return wholes


def tokens_of(spans: Sequence[Span]) -> frozenset[int]:
    """Return the tokens that some spans hold."""
    return frozenset(i for start, end in spans for i in range(start, end))


def is_acronym(text: str) -> bool:
    """Tell whether a word is built of initials: "NFCA", "AfD"."""
    capitals = sum(letter.isupper() for letter in text)
    return 2 <= len(text) <= LONGEST_ACRONYM and text.isalnum() and capitals >= 2 and 2 * capitals > len(text)


def is_in_brackets(doc: "Doc", i: int) -> bool:
    """Tell whether a token stands alone in brackets: "(FBI)"."""
    return 0 < i < len(doc) - 1 and doc[i - 1].text == "(" and doc[i + 1].text == ")"


def _known(doc: "Doc", lexicon: Lexicon) -> Iterator[Span]:
    """Yield the longest known name of several words at each token, where it is written as a name."""
    lengths = lexicon.gazetteer.phrase_lengths
    for token in doc:
        longest = lengths.get(token.lower_)
        if longest is None or not (token.text[0].isupper() or token.lower_ in ARTICLES):
            continue
        for end in range(min(len(doc), token.i + longest), token.i + 1, -1):
            if doc[end - 1].text[0].isalnum() and lexicon.gazetteer.is_known(doc.span(token.i, end).text):
                if 2 * sum(t.text[0].isupper() for t in doc[token.i : end]) >= end - token.i - 1:
                    yield token.i, end
                break


def _defined(doc: "Doc") -> Iterator[Span]:
    """Yield the names whose initials stand in brackets behind them: "Rail and Road Authority (RRA)"."""
    for token in doc:
        if is_acronym(token.text) and is_in_brackets(doc, token.i):
            start = _start_of_initials(doc, token.i - 2, token.text)
            if token.i - 1 - start > 1:
                yield start, token.i - 1


def _start_of_initials(doc: "Doc", last: int, acronym: str) -> int:
    """Return the first of the tokens up to `last` whose initials an acronym is made of, beyond `last` for none."""
    left, i = list(acronym), last
    start = last + 1
    while left and i >= 0:
        word = doc[i].text
        if word[0].isupper() and word[0] == left[-1].upper():
            left.pop()
            start = i
        elif word[0] == left[-1] and word in SKIPPED:
            left.pop()
        elif word not in SKIPPED and not (i and doc[i - 1].text == "-"):
            return last + 1
        if doc[i].is_sent_start:
            break
        i -= 1
    return last + 1 if left else start


def _again(doc: "Doc", spans: list[Span]) -> Iterator[Span]:
    """Yield where the names at some spans stand again."""
    names = {doc[start].text: tuple(t.text for t in doc[start:end]) for start, end in spans}
    if not names:
        return
    for token in doc:
        words = names.get(token.text)
        if words is not None and tuple(t.text for t in doc[token.i : token.i + len(words)]) == words:
            yield token.i, token.i + len(words)
