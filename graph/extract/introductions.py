"""Introductions: the noun by which a body or group is introduced, and by which alone it may be called later.

"Adnoc, the oil company", "the observatory ALMA", "the insurgents, known as the M23", "the M23 rebels".
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graph.extract.lexicon import GROUP, ORGANISATION
from graph.extract.mentions import Found
from graph.nouns import Nouns

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

REACH = 8  # tokens of a noun phrase
INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "ADV"})
# What may follow the noun of an aside; a verb would make it a subject: "After it sued Orbix, the company [said] ...".
CLOSING = frozenset(", . ; : ) — – of which that in for with whose behind based owned founded run led".split())
OPENING = frozenset({"a", "an", "the", "its", "their", "his", "her", "another"})
# "the M23 [rebels]", "the ALMA [observatory]": behind a name these say what its bearer is.
TYPES = frozenset(
    "rebel insurgent militant guerrilla separatist jihadist fighter militia movement gang cartel observatory telescope "
    "union charity airline newspaper magazine university museum foundation mission party bank retailer chain".split()
)

Introductions = Mapping[str, Mapping[int, int]]


def find_introductions(doc: "Doc", names: Sequence[Found], nouns: Nouns) -> Introductions:
    """Return by the lemma of a noun the chains that it introduces, each with the first token that does so."""
    found: dict[str, dict[int, int]] = {}
    for name in names:
        if name.kind not in (ORGANISATION, GROUP) or doc[name.head].pos_ == "ADJ":  # "the Kurdish rebels"
            continue
        if name.kind == ORGANISATION and name.end - name.start > 1 and not name.adjectival:
            word = doc[name.end - 1].lower_  # "the Hartley Library Trust ... the trust"
            found.setdefault(word, {}).setdefault(name.chain, name.start)
        for noun in (*_behind(doc, name), *_before(doc, name)):
            lemma = noun.lemma_.lower()
            if noun.tag_ == "NNS" and lemma not in TYPES:
                continue
            if lemma in nouns.people and lemma not in TYPES:
                continue
            known = found.setdefault(lemma, {})
            known[name.chain] = min(noun.i, known.get(name.chain, noun.i))
    return found


def _behind(doc: "Doc", name: Found) -> Iterator["Token"]:
    """Yield the noun of an aside or of a type behind a name: "Adnoc, the oil [company]", "the M23 [rebels]"."""
    i = name.end
    if i + 2 >= len(doc):
        return
    if doc[i].text == "," and doc[i + 1].lower_ in OPENING:
        end = i + 2
        while end < min(len(doc) - 1, i + REACH) and _is_inside(doc[end]):
            end += 1
        if doc[end - 1].pos_ == "NOUN" and doc[end].lower_ in CLOSING:
            yield doc[end - 1]
    elif doc[i].pos_ == "NOUN" and doc[i].lemma_.lower() in TYPES and doc[i + 1].pos_ not in ("NOUN", "PROPN", "PART"):
        yield doc[i]


def _before(doc: "Doc", name: Found) -> Iterator["Token"]:
    """Yield the noun before a name that says what it is: "the [observatory] ALMA", "the [rebels], known as the M23"."""
    i = name.start - 1
    if name.adjectival:
        return
    if i > 0 and doc[i].lower_ == "the":
        i -= 1
    if i > 1 and doc[i].lower_ == "as" and doc[i - 1].lower_ in ("known", "described"):
        i -= 2
        i -= doc[i].text == ","
    elif doc[i].text == ",":
        closes = name.end >= len(doc) or doc[name.end].lower_ in CLOSING
        i -= 1
        if not closes or i < 1 or doc[i].tag_ != "NN":
            return
    elif i != name.start - 1:
        return
    if i < 1 or doc[i].pos_ != "NOUN":
        return
    start = i
    while start > max(0, i - REACH) and _is_inside(doc[start - 1]):
        start -= 1
    if start and doc[start - 1].lower_ in OPENING:
        yield doc[i]


def _is_inside(token: "Token") -> bool:
    return token.pos_ in INSIDE or token.tag_ in ("VBN", "VBG", "HYPH")
