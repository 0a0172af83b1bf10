"""The shape of a name: what its own words say of its kind, wherever it stands.

"Banco Meridial", "Ksenia Baranova", "T.S. Barlow", "AgroNexus", "Kivala Liberation Front" need no sentence around them.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from graph.data import folded
from graph.extract.joints import HYPHENS, INITIAL, PARTICLES
from graph.extract.lexicon import GROUP, ORGANISATION, PERSON, PLACE, Lexicon

if TYPE_CHECKING:
    from graph.extract.tokens import Span

# "Nordbank", "Gazprom-neft", "Biopharma": what the end of a made-up word says of its bearer.
COMPANY_ENDING = re.compile(
    "..(bank|corp|soft|tech|neft|gaz|gas|media|pharma|chem|telecom|telco|airways|airlines|energo|energy|leaks|coin|"
    "net(?:works|flix)|flix|tube|book|card|sys|works|ware|labs?|steel|invest|trans|neftegaz|motors)$"
)
# Endings of surnames of many languages: "Baranova", "Zelensky", "Horvatić", "Kettunen", "Einarsdóttir".
SURNAME_ENDING = re.compile(
    ".(ov|ova|ev|eva|yev|yeva|sky|skiy|skyi|ski|ska|enko|chuk|czyk|wicz|ić|vic|vić|escu|eanu|poulos|idis|akis|oglu|oğlu|"
    "yan|shvili|adze|idze|sson|dottir|dóttir|nen|zadeh|zade|singh|swamy|wala|berg|stein|mann|sen|ez|ini|elli|etti)$"
)
# "AgroNexus", "SoftBank", but not "McDonald" or "DeSantis".
INNER_CAPITAL = re.compile(
    r"(?!(?:Mc|Mac|De|Di|Du|Da|Le|La|Lo|Van|Von|Fitz|Des|Del|Al|El|O|D|Ní|St|Ab|Ap)[A-Z])\w*[a-z]\w?[A-Z]"
)
# "XIV", "M25", "AK-47", "F-16".
NUMERAL_OR_THING = re.compile("[IVXLC]{2,}|[AMBI][0-9]{1,3}|[A-Z][A-Za-z]{0,3}-[0-9]{1,4}[A-Z]?")
# Organs of a state that are named by a common word with a capital.
STATE_ORGANS = frozenset({"army", "navy", "parliament", "treasury", "congress", "senate", "police"})


class Shape(NamedTuple):
    """The votes of a name's own words; `lone` is a single word that no list knows."""

    votes: Counter[str]
    lone: bool = False


def name_key(text: str) -> str:
    """Return the form of a name under which its occurrences vote together."""
    key = " ".join(text.lower().split())
    return key.removeprefix("the ").removesuffix("'s").removesuffix("’s")


def is_common_body(key: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is but the common noun for a body: "committee", "court"."""
    gazetteer = lexicon.gazetteer
    common = key in gazetteer.organisation_endings | gazetteer.organisation_heads | gazetteer.common_bodies
    return common and key not in STATE_ORGANS and not gazetteer.is_known(key)


def find_shape(span: "Span", lexicon: Lexicon) -> Shape:
    """Return the votes that a name's own words give."""
    words = span.text.lower().split()
    if len(words) == 1:
        return _single(span, lexicon)
    votes = _of_lists(span.text, words, lexicon)
    gazetteer = lexicon.gazetteer
    if votes[""]:
        return Shape(votes)
    first, last = folded(words[0]), folded(words[-1])
    if votes[ORGANISATION] >= 5 and words[-1] in gazetteer.organisation_endings and last not in gazetteer.surnames:
        return Shape(votes)  # "Omar Al-Rashid University": whoever it is named after
    if INITIAL.fullmatch(words[0]) and not gazetteer.is_known(span[0].text):
        votes[PERSON] += 4
    if first in gazetteer.first_names:
        votes[PERSON] += 4
    elif len(words) <= 3 and first in gazetteer.family_names:
        votes[PERSON] += 3
    if first in gazetteer.place_starts:
        votes[PLACE] += 2
    if last in gazetteer.surnames or SURNAME_ENDING.search(words[-1]):
        votes[PERSON] += 2
    if any(word.split("-")[0] in PARTICLES and word != "la" for word in words[1:]) or words[0] in ("abu", "ibn", "bin"):
        votes[PERSON] += 3  # "Johanna von der Heyden", "Bashar al-Assad"
    if len(words) == 2 and gazetteer.place(span[0].text) and words[-1].endswith("s") and last not in gazetteer.surnames:
        votes[ORGANISATION] += 3  # "Chicago Bulls"
    if first in gazetteer.impersonal_starts:
        votes[ORGANISATION] += 2 * (not votes[GROUP])
    elif len(words) <= 3 and all(token.is_title or token.text in HYPHENS for token in span):
        votes[PERSON] += 1  # two capitalised words that nobody knows are most often a person
    if any(INNER_CAPITAL.match(token.text) for token in span):
        votes[ORGANISATION] += 2
    return Shape(votes)


def _of_lists(text: str, words: list[str], lexicon: Lexicon) -> Counter[str]:
    """Return the votes of the gazetteer and of the first and last words of bodies, places and things."""
    gazetteer = lexicon.gazetteer
    votes: Counter[str] = Counter()
    kind = gazetteer.kind_of(text)
    if kind:
        votes[kind] += 6 if len(words) == 1 else 12
    elif _is_no_actor(words, name_key(text), lexicon):
        votes[""] += 8
    if len(words) == 1:
        return votes
    first, last = words[0], words[-1]
    armed = last in gazetteer.group_endings or " ".join(words[-2:]) in gazetteer.group_endings
    if armed or first.split("-")[0] in gazetteer.group_starts:
        votes[GROUP] += 9
        return votes
    if last in gazetteer.organisation_endings or " ".join(words[-2:]) in gazetteer.organisation_endings:
        votes[ORGANISATION] += 5
    elif first in gazetteer.organisation_starts:
        votes[ORGANISATION] += 6
    elif len(words) > 2 and (first in gazetteer.organisation_heads or _has_body(words, lexicon)):
        votes[ORGANISATION] += 5
    if last in gazetteer.place_endings:
        votes[PLACE] += 4
    if len(words) > 2 and words[1] == "of" and first in gazetteer.place_endings:
        votes[PLACE] += 6  # "State of Uttarakhand"
    if not kind and (whole := _known_start(words, lexicon)):
        votes[whole] += 5
    if folded(text) in gazetteer.towns:
        votes[PLACE] += 4
    return votes


def _known_start(words: list[str], lexicon: Lexicon) -> str:
    """Return the kind of the known body or group that a longer name begins with: "Amnesty International Nigeria"."""
    for end in range(len(words) - 1, 0, -1):
        kind = lexicon.gazetteer.kind_of(" ".join(words[:end]).title() if end == 1 else " ".join(words[:end]))
        if kind in (ORGANISATION, GROUP):
            return kind
    return ""


def _has_body(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether a name has the word for a body before "of" or "for": "National Institute for Peace"."""
    heads = lexicon.gazetteer.organisation_heads
    return any(word in ("of", "for") and words[i] in heads for i, word in enumerate(words[1:]))


def _single(span: "Span", lexicon: Lexicon) -> Shape:
    """Return the votes of a single word, or of words joined by a hyphen."""
    gazetteer, text = lexicon.gazetteer, span.text
    votes = _of_lists(text, [text.lower()], lexicon)
    known = bool(votes)
    word = folded(text)
    parts = word.split("-")
    if span[0].like_url:
        votes[ORGANISATION] += 4
    elif NUMERAL_OR_THING.fullmatch(text) and not votes:
        votes[""] += 4
    elif COMPANY_ENDING.search(word):
        votes[ORGANISATION] += 5
    elif INNER_CAPITAL.match(text) and not text.isupper():
        votes[ORGANISATION] += 4
    elif text.isupper() and 2 <= len(text) <= 6:
        votes[ORGANISATION] += 2
    noted = parts[-1] in gazetteer.noted_surnames
    if word in gazetteer.towns and not noted:
        votes[PLACE] += 2
        known = True
    if parts[0] in gazetteer.first_names:
        votes[PERSON] += 1
        known = True
    surname = noted or parts[-1] in gazetteer.surnames or bool(SURNAME_ENDING.search(parts[-1]))
    if surname:
        votes[PERSON] += 3 if noted else 1
    return Shape(votes, lone=not known and not surname)


def _is_no_actor(words: list[str], key: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a day, a building, an event, a law: "Monday", "Harlow Prize", "Treaty of Rome"."""
    gazetteer = lexicon.gazetteer
    if words[-1] in gazetteer.not_actors or key in gazetteer.not_actors:
        return True
    if len(words) == 1:
        return False
    ending = " ".join(words[-2:])
    if ending in gazetteer.organisation_endings or gazetteer.is_known(ending.title()):
        return False  # "Ontario Teachers' Pension Plan", "Obama White House"
    if words[-1] in gazetteer.not_actor_heads or words[0] in gazetteer.not_actor_starts:
        return True
    return any(word == "of" and words[i] in gazetteer.not_actor_heads for i, word in enumerate(words[1:]))
