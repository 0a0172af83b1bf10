"""Names in a parse: runs of proper nouns and of what joins them, cut where a title, an office or another name ends."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from graph.extract.joints import continues_name, end_of_joint, is_name_token, opens_with_particle
from graph.extract.lexicon import Lexicon
from graph.extract.offices import OfficeMention
from graph.extract.splits import Name, Splitter
from graph.extract.wholes import Span, tokens_of

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

COMPANY_FORMS = frozenset({"inc.", "corp.", "ltd.", "co.", "plc."})  # that end a name, and a sentence may begin behind


def find_names(doc: "Doc", offices: list[OfficeMention], wholes: Sequence[Span], lexicon: Lexicon) -> list[Name]:
    """Return the names in a doc in order; which of them are actors is for `kinds` to say."""
    starts = {office.start: office for office in offices}
    inner = frozenset(i for office in offices for i in range(office.start + 1, office.end))
    splitter = Splitter(doc, starts, tokens_of(wholes) - {start for start, _ in wholes}, lexicon)
    found: list[Name] = []
    for start, end in _runs(doc, inner, wholes, lexicon):
        found.extend(splitter.split(start, end))
    return found


def _runs(doc: "Doc", inner: frozenset[int], wholes: Sequence[Span], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the longest stretches of name tokens, of known wholes and of the joints between them.

    Tokens in `inner` stand inside an office of several words, which a small word does not cut: "Secretary of State".
    """
    end_of_whole = dict(wholes)
    i = 0
    while i < len(doc):
        if i in end_of_whole:
            end = end_of_whole[i]
        elif is_name_token(doc[i], lexicon) or opens_with_particle(doc, i, lexicon):
            end = i + 1
        else:
            i += 1
            continue
        while end < len(doc) and not doc[end].is_sent_start:
            if end in end_of_whole:
                end = end_of_whole[end]
            elif doc[end - 1].lower_ in COMPANY_FORMS:
                break  # "News Corp. B&M named ..."
            elif continues_name(doc[end], lexicon) or (end in inner and end + 1 in inner):
                end += 1
            elif after := end_of_joint(doc, i, end, lexicon):
                end = max(after, end_of_whole.get(after - 1, 0))
            else:
                break
        yield i, end
        i = end
