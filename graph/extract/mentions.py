"""Mentions of named actors in a parse."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extract.kinds import find_kinds, name_key
from graph.extract.lexicon import GROUP, ORGANISATION, PERSON, PLACE, Lexicon
from graph.extract.names import HYPHENS, Name, OfficeMention, find_names
from graph.extract.parse import Parse
from graph.extract.roles import MODIFIER
from graph.model import Form, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc

# "the Obama administration", "Mr Trump's campaign": an organisation that is named after its head.
NAMED_AFTER = frozenset({"administration", "government", "campaign", "cabinet", "white house", "foundation"})
TEAMS = frozenset({"team", "squad", "delegation"})  # "the Afghan team"
COALITIONS = frozenset({"coalition", "alliance"})  # "the US-led coalition"
HEADLINE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Found:
    """A mention in tokens, before and after it is given a chain.

    `head` is the token that carries the mention's grammar; `honorific`, `office` and `adjectival` are as in `Name`.
    """

    start: int
    end: int
    head: int
    form: Form
    kind: str
    text: str
    honorific: str = ""
    office: str = ""
    office_start: int = -1
    adjectival: bool = False
    chain: int = -1


class MentionMaker:
    """Turns mentions in tokens into mentions in characters; `sentence_of` gives the sentence of each token."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse
        self.sentence_of = parse.sentence_indices()

    def __call__(self, found: Found) -> Mention:
        """Return a mention with its place in the article's text."""
        span = self._parse.span_of(found.start, found.end)
        sentence = self.sentence_of[found.head]
        return Mention(self._parse.article.id, sentence, span, found.form, found.kind, found.chain)


def find_mentions(parse: Parse, offices: list[OfficeMention], lexicon: Lexicon) -> list[Found]:
    """Return the mentions of named actors in order, without chains; a name may stand in that of a collective.

    In a headline in title case every word looks like a name, so that only names known from elsewhere count there.
    """
    doc = parse.doc
    headlines = [block for block in _blocks(parse) if _is_title_case(doc, *block)]
    names = [n for n in find_names(doc, offices, lexicon) if not any(a <= n.start < b for a, b in headlines)]
    kinds = find_kinds(doc, names, lexicon)
    found = [f for name in names if (f := _found(doc, name, kinds)) is not None]
    for start, end in headlines:
        found.extend(_known_names(doc, start, end, found, lexicon))
    found.extend(_named_elsewhere(doc, found))
    whole: list[Found] = []
    for name in found:
        collective = _collective(doc, name)
        whole.extend([name] if collective is None else [collective, replace(name, adjectival=True)])
    return sorted(whole, key=lambda f: f.start)


def head_of(doc: "Doc", start: int, end: int) -> int:
    """Return the token in start..end that ties it to the rest of the sentence.

    Where a parse splits a name, several tokens have a head outside; one that fills a slot of its own is preferred to
    one that only modifies.
    """
    outward = [i for i in range(start, end) if not start <= doc[i].head.i < end or doc[i].head.i == i]
    filling = [i for i in outward if doc[i].dep_ not in MODIFIER]
    return next(iter(filling or outward), end - 1)


def _found(doc: "Doc", name: Name, kinds: Mapping[str, str]) -> Found | None:
    text = doc[name.start : name.end].text
    kind = kinds[name_key(text)]
    if not kind:
        return None
    return Found(
        name.start,
        name.end,
        head_of(doc, name.start, name.end),
        Form.NAME,
        kind,
        text,
        name.honorific,
        name.office if kind == PERSON else "",
        name.office_start,
        name.adjectival,
    )


def _blocks(parse: Parse) -> Iterator[tuple[int, int]]:
    ends = (*parse.block_tokens[1:], len(parse.doc))
    return zip(parse.block_tokens, ends, strict=True)


def _is_title_case(doc: "Doc", start: int, end: int) -> bool:
    """Tell whether a block is a headline whose Words Are Capitalised or ALL IN CAPITALS."""
    words = [t for t in doc[start + 1 : end] if t.is_alpha and len(t) > 3]
    if len(words) < 3 or doc[end - 1].text in (".", "!", "”", '"') or end - start > 30:
        return False
    return sum(t.text[0].isupper() for t in words) > HEADLINE_SHARE * len(words) and any(
        t.text[0].isupper() and (t.text.isupper() or t.lower_.endswith(("ed", "ing", "s"))) for t in words
    )


def _known_names(doc: "Doc", start: int, end: int, found: Sequence[Found], lexicon: Lexicon) -> Iterator[Found]:
    """Yield the names in a headline that the body or a gazetteer knows, the longest first."""
    known = {f.text.lower(): f.kind for f in found}
    for f in found:
        if f.kind == PERSON:
            known.setdefault(f.text.split()[-1].lower(), PERSON)
    i = start
    while i < end:
        for stop in range(min(end, i + 6), i, -1):
            text = doc[i:stop].text
            kind = known.get(text.lower()) or lexicon.gazetteer.kind_of(text)
            if kind and text[0].isupper():
                yield Found(i, stop, head_of(doc, i, stop), Form.NAME, kind, text)
                i = stop - 1
                break
        i += 1


def _named_elsewhere(doc: "Doc", found: Sequence[Found]) -> list[Found]:
    """Return the names that a tagger takes for other words, though the article has them as names elsewhere."""
    known = {f.text: f.kind for f in found if len(f.text) > 3}
    known |= {f.text.split()[-1]: PERSON for f in found if f.kind == PERSON and len(f.text.split()[-1]) > 3}
    taken = {i for f in found for i in range(f.start, f.end)}
    return [
        Found(t.i, t.i + 1, t.i, Form.NAME, known[t.text], t.text, adjectival=t.dep_ in MODIFIER and t.head.i > t.i)
        for t in doc
        if t.text in known and t.i not in taken and t.text[0].isupper()
    ]


def _collective(doc: "Doc", found: Found) -> Found | None:
    """Return what is named after an actor: its administration, its team, the coalition that it leads; None for none."""
    head = doc[found.head].head
    if found.kind == PERSON and head.lower_ in NAMED_AFTER and found.end <= head.i <= found.end + 1:
        return _named(found, head.i, ORGANISATION, f"{found.text} {head.text}")
    if found.kind == PLACE and found.adjectival and head.lower_ in TEAMS and head.i == found.end:
        return _named(found, head.i, ORGANISATION, f"{found.text} {head.text}")
    led = doc[found.end : found.end + 3]
    if len(led) == 3 and led[0].text in HYPHENS and led[1].lower_ == "led" and led[2].lower_ in COALITIONS:
        return _named(found, led[2].i, GROUP, doc[found.start : led[2].i + 1].text)
    return None


def _named(found: Found, head: int, kind: str, text: str) -> Found:
    return Found(found.start, head + 1, head, Form.NAME, kind, text)
