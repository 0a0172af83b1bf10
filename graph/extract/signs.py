"""Signs of a name's kind in the words around one occurrence of it.

"Shares in Vantor", "the town of Obo", "Makoni, 42, was born": a careful reader knows what a name stands for before
knowing the name.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.extract.lexicon import GROUP, ORGANISATION, PERSON, PLACE, Lexicon
from graph.extract.phrases import MODIFIER, OBJECT, OBLIQUE, RECIPIENT, SUBJECT, first_conjunct, is_verbal
from graph.extract.splits import Name
from graph.extract.subjects import is_passive
from graph.extract.wholes import is_acronym, is_in_brackets

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

# What a sign is, for which kind it speaks, and how much.
Sign = tuple[str, str, int]

PLACE_PREPOSITIONS = {
    **{"in": 3, "near": 3, "throughout": 3, "towards": 2, "across": 2, "outside": 2, "inside": 2, "off": 2},
    **{"from": 1, "to": 1, "between": 1, "through": 1, "into": 1, "around": 1},
}
# Before "group" and "movement": elsewhere they are organisations.
ARMED = frozenset(
    "armed rebel militant jihadist insurgent terrorist terror islamist extremist separatist paramilitary guerrilla "
    "secessionist criminal fundamentalist militia hacker hacking hacktivist ransomware protest ethnic".split()
)
# What people have in somebody.
TRUST = frozenset({"confidence", "trust", "faith", "interest", "belief", "hope", "role", "stake", "share", "shares"})
# What is named after somebody: "the Magnitsky law".
NAMED_THINGS = frozenset(
    "law laws act bill prize award medal trophy disease syndrome theorem scale cup doctrine".split()
)
# What of an organisation's stands before which preposition: "shares in", "workers at", "the spokesman for".
HOLDING = frozenset({"share", "shares", "stake", "stakes", "investor", "investors", "shareholder", "shareholders"})
HOLDING_PREPOSITIONS = frozenset({"of", "at", "for"})
# Words before the name of a place that somebody is elected for.
SEATS = frozenset(
    (office, preposition)
    for office in ("mp", "mep", "mayor", "governor", "senator", "congressman", "congresswoman", "councillor")
    for preposition in ("for", "of", "from")
)
POSSESSIVES = frozenset({"'s", "’s"})
DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "another", "one"})
PERSONAL, NEUTER = frozenset("he his him himself she her hers herself".split()), frozenset({"it", "its", "itself"})
DISTANCES = frozenset({"east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest"})
REACH = 12  # tokens in which a pronoun is looked for
APPOSITION = 9  # tokens in which the noun of an apposition is looked for


def find_signs(doc: "Doc", name: Name, lexicon: Lexicon) -> Iterator[Sign]:
    """Yield the signs that one occurrence of a name gives."""
    if name.honorific or name.office:
        yield "title", PERSON, 6
    yield from _before(doc, name, lexicon)
    yield from _behind(doc, name, lexicon)
    head = _head(doc, name)
    yield from _in_clause(head, lexicon)
    if head.dep_ in SUBJECT:
        yield from _pronouns(doc, name)


def _before(doc: "Doc", name: Name, lexicon: Lexicon) -> Iterator[Sign]:
    """ "Insurer Vantor", "the town of Obo", "in Obo", "shares in Vantor"."""
    if not name.start or doc[name.start].is_sent_start:
        return
    first = name.start - 1
    before = doc[first]
    if before.text in POSSESSIVES and _is_company(doc, first - 1, lexicon):
        yield "made by", "", 4  # "CNBC's Squawk Box"
    counted = before.lower_ in ("a", "an") or before.like_num
    if counted and name.end - name.start > 1 and _is_company(doc, name.start, lexicon):
        yield "made by", "", 12  # "a Toyota Hilux"
    if before.lower_ == "the":
        if not name.adjectival:  # "the Trump administration"
            yield "the", PERSON, -2
        first -= 1
        if first < 0:
            return
    preposition = doc[first].lower_
    evidence = lexicon.evidence
    if before.is_lower and before.pos_ != "VERB":
        kind = _described_by(doc, first, lexicon)
        if kind is not None:
            yield "described", kind, 8
    elif before.text == "," or (before.lower_ == "the" and doc[first].text == ","):
        yield from _behind_noun(doc, name, doc[name.start - 1 if before.text == "," else first].i - 1, lexicon)
    noun = doc[first - 1].lower_ if first else ""
    if (noun, preposition) in SEATS:
        yield "seat", PLACE, 6
    elif preposition == "of" and (kind := evidence.describing.get(noun)) == PLACE:
        yield "described", PLACE, 6  # "the town of Obo"
    elif doc[first].pos_ == "ADP" and (kind := evidence.belonging.get(noun)):
        if kind == ORGANISATION:
            if preposition in HOLDING_PREPOSITIONS or (preposition == "in" and noun in HOLDING):
                yield "belonging", ORGANISATION, 5
                return
        elif kind == PLACE or preposition == "of":
            yield "belonging", kind, 3
    elif before.lower_ == "at" and first:
        person = _described_by(doc, first - 1, lexicon) == PERSON
        yield "at", (ORGANISATION if person else PLACE), 2  # "an analyst at Vantor", "the church at Obo"
    if preposition in PLACE_PREPOSITIONS and noun not in TRUST:
        yield "where", PLACE, PLACE_PREPOSITIONS[preposition]


def _is_company(doc: "Doc", i: int, lexicon: Lexicon) -> bool:
    """Tell whether a token ends or is the name of an organisation, by gazetteer or label."""
    return doc[i].ent_type_ == "ORG" or lexicon.gazetteer.kind_of(doc[i].text) == ORGANISATION


def _behind_noun(doc: "Doc", name: Name, noun: int, lexicon: Lexicon) -> Iterator[Sign]:
    """ "His lawyer, Vasil Petrov, denied it", "two tankers, the Bintang Laut and ...": the noun stands first."""
    closes = name.end < len(doc) and (doc[name.end].pos_ == "PUNCT" or doc[name.end].lower_ == "and")
    if noun >= 0 and closes and doc[noun].pos_ == "NOUN":
        kind = _described_by(doc, noun, lexicon)
        if kind is not None:
            yield "described", kind, 7


def _described_by(doc: "Doc", noun: int, lexicon: Lexicon) -> str | None:
    """Return the kind that a noun says somebody is of, "" for a thing, None where it does not say."""
    describing, token = lexicon.evidence.describing, doc[noun]
    if noun and doc[noun - 1].text == "-" and noun > 1 and (doc[noun - 2].like_num or doc[noun - 2].lower_ == "all"):
        return None  # "the three-man Presidential Council"
    if token.lower_ in ("group", "groups", "movement"):
        return GROUP if noun and doc[noun - 1].lower_ in ARMED else ORGANISATION
    return describing.get(token.lower_, describing.get(token.lemma_.lower()))


def _behind(doc: "Doc", name: Name, lexicon: Lexicon) -> Iterator[Sign]:
    """ "Makoni, who", "Makoni, 42,", "Vantor's shares", "Vantor shares", "Obo, a town", "the Ghent-based firm"."""
    end = name.end
    after = doc[end] if end < len(doc) else None
    beyond = doc[end + 1] if end + 1 < len(doc) else None
    if after is None or beyond is None:
        return
    belonging = lexicon.evidence.belonging
    if after.text in POSSESSIVES:
        if kind := belonging.get(beyond.lower_):
            yield "belonging", kind, 4
    elif after.pos_ == "NOUN" and belonging.get(after.lower_) == ORGANISATION and not name.honorific:
        yield "belonging", ORGANISATION, 3
    elif after.text == "(" and name.end - name.start > 1 and end + 2 < len(doc) and is_in_brackets(doc, end + 1):
        if is_acronym(beyond.text) and beyond.text[0] == doc[name.start].text[0]:
            yield "acronym", ORGANISATION, 5  # "Central Unitaria de Trabajadores (CUT)"
    elif after.text == "-" and beyond.lower_ in ("based", "born", "bound"):
        yield "from there", PLACE, 6
    if after.lower_ in NAMED_THINGS and not name.honorific:
        yield "named after", "", 4
    elif after.lower_ in ("who", "whose"):
        yield "who", PERSON, 3
    elif after.text == ",":
        yield from _behind_comma(doc, end + 1, lexicon)


def _behind_comma(doc: "Doc", i: int, lexicon: Lexicon) -> Iterator[Sign]:
    token = doc[i]
    if token.text.isdigit() and len(token.text) == 2:
        yield "age", PERSON, 4
    elif token.lower_ in ("who", "whose", "whom"):
        yield "who", PERSON, 4
    elif token.lower_ == "which":
        yield "which", PERSON, -4
    elif token.lower_ in DETERMINERS or token.pos_ in ("NOUN", "ADJ"):
        for j in range(i, min(i + APPOSITION, len(doc) - 1)):
            word = doc[j]
            if word.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "ADP", "PRON") and word.text != "-":
                return
            if word.lower_ == "up" and doc[j - 1].text == "-":  # "start-up"
                yield "described", ORGANISATION, 6
                return
            if word.pos_ == "NOUN" and doc[j + 1].pos_ not in ("NOUN", "PROPN") and doc[j + 1].text != "-":
                kind = _described_by(doc, j, lexicon)
                if kind is not None:
                    yield "described", kind, 6
                return


def _head(doc: "Doc", name: Name) -> "Token":
    """Return the token that ties a name to its sentence, seen through coordination; one with a role is preferred."""
    outward = [t for t in doc[name.start : name.end] if not name.start <= t.head.i < name.end or t.head.i == t.i]
    role = next((token for token in outward if token.dep_ not in MODIFIER), None)
    return first_conjunct(role or (outward or [doc[name.end - 1]])[0])


def _in_clause(head: "Token", lexicon: Lexicon) -> Iterator[Sign]:
    """ "Makoni married", "police arrested Makoni", "rebels fled to Obo", "Vantor is an insurer"."""
    evidence, verb = lexicon.evidence, head.head
    lemma = verb.lemma_.lower()
    if head.dep_ in SUBJECT:
        yield "part", ORGANISATION, 0
        if not is_verbal(verb):
            kind = evidence.describing.get(lemma, "") if any(c.lemma_ == "be" for c in verb.lefts) else ""
            if kind:
                yield "described", kind, 6
            return
        if is_passive(verb):
            if lemma == "bear":
                yield "born", PERSON, 6
            if kind := evidence.object.get(lemma, ""):
                yield "done to", kind, 3
            return
        if kind := evidence.subject.get(lemma, ""):
            yield "doing", kind, 4
        if lemma in evidence.acting:
            yield "acting", PLACE, -2
    elif head.dep_ in OBJECT or head.dep_ in RECIPIENT:
        yield "part", ORGANISATION, 0
        if kind := evidence.object.get(lemma, ""):
            yield "done to", kind, 4 if kind == PLACE else 3
    elif head.dep_ in OBLIQUE and is_verbal(verb):
        preposition = next((c.lower_ for c in head.lefts if c.pos_ == "ADP"), "")
        if preposition and (kind := evidence.phrase.get(f"{lemma} {preposition}", "")):
            yield "phrase", kind, 2


def _pronouns(doc: "Doc", name: Name) -> Iterator[Sign]:
    """ "Makoni said she", "Vantor raised its forecast": the first pronoun, if no other name stands before it."""
    for i in range(name.end, min(name.end + REACH, len(doc))):
        token = doc[i]
        if token.is_sent_start or token.pos_ == "PROPN":
            return
        if token.lower_ in PERSONAL:
            yield "he or she", PERSON, 2
            return
        if token.lower_ in NEUTER:
            yield "it", PERSON, -3 if token.lower_ == "its" else -1
            return
