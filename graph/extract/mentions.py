"""Mentions of named actors in a parse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.extract.headlines import find_headlines, find_titles, headline_names
from graph.extract.joints import HYPHENS
from graph.extract.kinds import find_kinds
from graph.extract.lexicon import GROUP, ORGANISATION, PERSON, PLACE, Lexicon
from graph.extract.names import find_names
from graph.extract.offices import OfficeMention
from graph.extract.parse import Parse
from graph.extract.phrases import MODIFIER
from graph.extract.shapes import name_key
from graph.extract.splits import Name
from graph.extract.wholes import Span, tokens_of
from graph.model import Form, Mention

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

# "the Obama administration", "Mr Trump's campaign": an organisation that is named after its head.
NAMED_AFTER = frozenset({"administration", "government", "campaign", "cabinet", "white house", "foundation"})
TEAMS = frozenset({"team", "squad", "delegation"})  # "the Afghan team"
COALITIONS = frozenset({"coalition", "alliance"})  # "the US-led coalition"


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


def find_mentions(parse: Parse, offices: list[OfficeMention], wholes: Sequence[Span], lexicon: Lexicon) -> list[Found]:
    """Return the mentions of named actors in order, without chains; a name may stand in that of a collective.

    In a headline in title case every word looks like a name, so that only names known from elsewhere count there; what
    stands inside the title of a work is none.
    """
    doc = parse.doc
    headlines, titles = find_headlines(parse), find_titles(doc)
    capitalised = tokens_of([*headlines, *titles])
    whole_titles = {span for span in titles if lexicon.gazetteer.is_known(doc.span(*span).text)}
    names = [
        name
        for name in find_names(doc, offices, wholes, lexicon)
        if name.start not in capitalised or (name.start, name.end) in whole_titles
    ]
    kinds = find_kinds(doc, names, lexicon)
    found = [f for name in names if (f := _found(doc, name, kinds)) is not None]
    known = _known(found)
    for headline in headlines:
        for start, end, kind in headline_names(doc, headline, known, lexicon):
            found.append(Found(start, end, head_of(doc, start, end), Form.NAME, kind, doc.span(start, end).text))
    found.extend(_named_elsewhere(doc, found, tokens_of(titles)))
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
    text = doc.span(name.start, name.end).text
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


def _known(found: Sequence[Found]) -> dict[str, str]:
    """Return the kinds of the names in the body, in lower case, with the surnames of people."""
    known = {f.text.lower(): f.kind for f in found}
    for f in found:
        if f.kind == PERSON:
            known.setdefault(f.text.split()[-1].lower(), PERSON)
    return known


def _named_elsewhere(doc: "Doc", found: Sequence[Found], left_out: frozenset[int]) -> list[Found]:
    """Return the names that a tagger takes for other words, though the article has them as names elsewhere."""
    known = {f.text: f.kind for f in found if len(f.text) > 3}
    known |= {f.text.split()[-1]: PERSON for f in found if f.kind == PERSON and len(f.text.split()[-1]) > 3}
    taken = left_out.union(i for f in found for i in range(f.start, f.end))
    return [
        Found(t.i, t.i + 1, t.i, Form.NAME, known[t.text], t.text, adjectival=t.dep_ in MODIFIER and t.head.i > t.i)
        for t in doc
        if t.text in known and t.i not in taken and t.text[0].isupper() and not (t.is_sent_start and t.pos_ != "PROPN")
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
        return _named(found, led[2].i, GROUP, doc.span(found.start, led[2].i + 1).text)
    return None


def _named(found: Found, head: int, kind: str, text: str) -> Found:
    return Found(found.start, head + 1, head, Form.NAME, kind, text)
