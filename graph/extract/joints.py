"""What joins the parts of one name: particles, hyphens, "of", "and", a possessive, a nickname in quotation marks.

"Luiz Inácio Lula da Silva", "Park Ji-hoon", "Ministry of Labour and Social Welfare", "Teachers' Union", but not
"Peter Lindqvist and Anna Holm", "Russia's Foreign Ministry" or "the Bank and Halden Group".
"""

import re
from typing import TYPE_CHECKING

from graph.extract.lexicon import Lexicon
from graph.extract.wholes import is_acronym, is_in_brackets

if TYPE_CHECKING:
    from graph.extract.tokens import Doc, Token

# Small words inside a person's name. With "e" and "y" two surnames are joined: "Santos e Silva".
PARTICLES = frozenset(
    "al el wal bin bint ibn abu ap arap de del dela della di da das do dos du la las le les los lo van von vom zum zur "
    "der den ter ten zu af av".split()
)
LINKS = frozenset({"e", "y"})
HYPHENS = frozenset({"-", "–", "‑"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
OPENING, CLOSING = frozenset("“\"'‘"), frozenset("”\"'’")
BEFORE_MONTHS = frozenset(
    "in of on by since until till last next this early late mid from to through before after during between".split()
)
FLOWING = frozenset({",", "(", "'s", "’s", "'", "’", "%"})  # behind these a sentence runs on in small letters
JUNIOR = frozenset({"jr", "jr.", "sr", "sr."})
NAME_LABELS = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "NORP", "FAC", "GROUP"})
# Whose something an organisation's name may say: "People's Bank of China", "St John's College".
OWNERS = frozenset(
    "people peoples women men children workers teachers farmers lawyers writers citizens students veterans king queen "
    "prince princess lord bishop mothers nurses doctors miners magistrates builders bakers employers players "
    "prosecutors attorneys ministers painters publishers".split()
)
# The second syllable of a Korean, Chinese or Vietnamese first name: "Ji-hoon", "Ing-wen".
SYLLABLE = re.compile("(?:[bcdfghjklmnpqrstwxyz]|ch|sh|zh|ts|hs|ph|th|kh|ng)?[aeiouüŏŭ]{1,3}(?:n|ng|k|m|l|p|t|r|h)?")
# What else a hyphen joins to a name: "US-led", "Moscow-run".
JOINED_WORDS = frozenset("led run era fed hit ban man men war win won like tax pro due wide made held deal age".split())
INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
# What a campaign is there to do: "Committee to Protect Journalists".
GOALS = frozenset({"protect", "save", "defend", "end", "stop", "abolish", "elect", "re-elect", "prevent", "support"})
PAPERS = frozenset("times telegraph mirror express mail nation world mercury post herald tribune star sun".split())
NICKNAME = 4  # words in quotation marks at the most


def is_name_token(token: "Token", lexicon: Lexicon) -> bool:
    """Tell whether a token can be a part of a name by itself."""
    text, lower = token.text, token.lower_
    if token.like_url and "/" not in text and "@" not in text:
        return True  # "Gawker.com"
    if not text[0].isupper() and not (token.ent_type_ in NAME_LABELS and token.pos_ == "PROPN" and text[0].isdigit()):
        return False
    if INITIAL.fullmatch(text) and text[0].isupper():
        return True
    if lower == "may" and _is_month(token):
        return False
    if lower.endswith("day") and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in PAPERS:
        return text.istitle()  # "the Sunday Nation"
    if lower in lexicon.gazetteer.not_actors or (
        token.is_sent_start and token.pos_ in ("DET", "PRON", "ADP", "SCONJ", "CCONJ")
    ):
        return False
    if token.pos_ == "PROPN" or (token.ent_type_ in NAME_LABELS and token.pos_ in ("NOUN", "ADJ")):
        return True
    if lexicon.gazetteer.people(text) or (text.isupper() and lexicon.gazetteer.organisation(text)):
        return True
    if is_acronym(text) and is_in_brackets(token.doc, token.i):
        return True
    if token.pos_ == "ADJ":  # "Green Book"
        after = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return not _opens(token) and after.pos_ in ("PROPN", "NOUN") and after.text[0].isupper()
    return token.pos_ in ("NOUN", "X") and not _opens(token)


def continues_name(token: "Token", lexicon: Lexicon) -> bool:
    """Tell whether a token behind a name token belongs to the name.

    The last word does however it is tagged: a tagger sees a verb in "Indonesia Corruption Watch".
    """
    if is_name_token(token, lexicon):
        return True
    gazetteer = lexicon.gazetteer
    lower = token.lower_
    if not token.text[0].isupper() or _opens(token):
        return False
    return lower in gazetteer.organisation_endings or lower in gazetteer.not_actor_heads


def _is_month(token: "Token") -> bool:
    """Tell whether "May" is the month: "in early May", "9 May", "May 2017", but not "Theresa May", "May resigned"."""
    before = token.nbor(-1) if token.i else None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return bool(
        (before is not None and (before.lower_ in BEFORE_MONTHS or before.like_num or before.text[0].isdigit()))
        or (after is not None and after.text[0].isdigit())
    )


def _opens(token: "Token") -> bool:
    """Tell whether a capital may be owed to the place of a word: at the start of a sentence, a quotation, a list."""
    return bool(token.is_sent_start) or not (
        token.nbor(-1).text[-1].isalnum() or token.nbor(-1).text in (",", "(", "'s", "’s")
    )


def opens_with_particle(doc: "Doc", i: int, lexicon: Lexicon) -> bool:
    """Tell whether a name begins with a small word here: "al-Zarqawi", "bin Laden", "van der Lubbe"."""
    if doc[i].lower_ not in PARTICLES or i + 1 >= len(doc) or not doc[i].is_lower:
        return False
    if doc[i + 1].text in HYPHENS:
        return i + 2 < len(doc) and not doc[i + 1].whitespace_ and is_name_token(doc[i + 2], lexicon)
    if i and doc[i - 1].pos_ in ("DET", "ADJ", "NUM"):
        return False  # "a white van Toyota recalled"
    after = _past_particles(doc, i)
    return after < len(doc) and is_name_token(doc[after], lexicon)


def _past_particles(doc: "Doc", i: int) -> int:
    """Return the first token from `i` on that is no particle, nor the hyphen behind one."""
    first = i
    while i < len(doc) and i - first < 3 and (doc[i].lower_ in PARTICLES or doc[i].text in LINKS):
        i += 1
    if i > first and i < len(doc) and doc[i].text in HYPHENS and not doc[i].whitespace_:
        i += 1  # "Bashar al-Assad"
    return i


def end_of_joint(doc: "Doc", start: int, i: int, lexicon: Lexicon) -> int:
    """Return the end of the name part behind the joint at `i`, or 0 where the name that `start` begins ends at `i`."""
    token, lower = doc[i], doc[i].lower_
    after = _past_particles(doc, i)
    if after > i:
        return after + 1 if after < len(doc) and is_name_token(doc[after], lexicon) else 0
    after = i + 1
    if after >= len(doc) or doc[after].is_sent_start:
        return 0
    if token.text in HYPHENS:
        return _behind_hyphen(doc, start, i, lexicon)
    if token.text in POSSESSIVES and doc[i - 1].text[-1] not in "sS" and token.text in "'’" and not token.whitespace_:
        return after + 1 if is_name_token(doc[after], lexicon) else 0  # "D ' Souza"
    if token.text in POSSESSIVES:
        return _behind_owner(doc, start, i, lexicon)
    if token.text == "&":
        return after + 1 if is_name_token(doc[after], lexicon) else 0
    if token.text in OPENING:
        return _behind_nickname(doc, i, lexicon)
    if token.text == ",":
        return _behind_comma(doc, start, i, lexicon)
    if lower == "to":  # "Campaign to Protect Rural England"
        heads = doc[i - 1].lower_ in lexicon.gazetteer.organisation_heads
        return after + 1 if heads and doc[after].text.istitle() and doc[after].lower_ in GOALS else 0
    if lower in ("of", "for"):
        return _behind_of(doc, start, i, lexicon)
    if lower == "and":
        return _behind_and(doc, start, i, lexicon)
    return 0


def _behind_hyphen(doc: "Doc", start: int, i: int, lexicon: Lexicon) -> int:
    after = i + 1
    if doc[i - 1].whitespace_ or doc[i].whitespace_:
        return 0
    if is_name_token(doc[after], lexicon):
        return 0 if _are_two(doc, i, lexicon) else after + 1
    word = doc[after].text
    if not word.islower() or word in JOINED_WORDS or not SYLLABLE.fullmatch(word):
        return 0
    follows = after + 1 < len(doc) and is_name_token(doc[after + 1], lexicon)
    return after + 1 if i - start > 1 or follows else 0


def _are_two(doc: "Doc", hyphen: int, lexicon: Lexicon) -> bool:
    """Tell whether a hyphen stands between two known names: "the US-China talks", but not "Guinea-Bissau"."""
    known = lexicon.gazetteer.is_known
    one, two = doc[hyphen - 1].text, doc[hyphen + 1].text
    return known(one) and known(two) and not known(f"{one}-{two}")


def _behind_owner(doc: "Doc", start: int, i: int, lexicon: Lexicon) -> int:
    """ "People's Bank", "St Mary's Hospital", "Lilongwe Magistrates' Court", but not "Ghana's Foreign Ministry"."""
    if not is_name_token(doc[i + 1], lexicon):
        return 0
    saint = i - start >= 2 and doc[i - 2].lower_ in ("st", "st.", "saint")
    return i + 2 if saint or doc[i - 1].lower_ in OWNERS or doc[i - 1].lower_.rstrip("s") in OWNERS else 0


def _behind_nickname(doc: "Doc", i: int, lexicon: Lexicon) -> int:
    """ "Joaquín “El Toro” Mendieta": words in quotation marks between a first name and a surname."""
    if doc[i - 1].lower_ not in lexicon.gazetteer.first_names:
        return 0
    for end in range(i + 2, min(i + 2 + NICKNAME, len(doc) - 1)):
        if doc[end].text in CLOSING:
            return end + 2 if is_name_token(doc[end + 1], lexicon) and doc[end + 1].lower_ not in PARTICLES else 0
    return 0


def _behind_comma(doc: "Doc", start: int, i: int, lexicon: Lexicon) -> int:
    """ "Robert Hale, Jr.", "Department for Culture, Media and Sport": a row of topics that ends in "and"."""
    topics = lexicon.gazetteer.topics
    if doc[i + 1].lower_ in JUNIOR:
        return i + 2
    if doc[start].lower_ not in lexicon.gazetteer.organisation_heads or doc[i - 1].lower_ not in topics:
        return 0
    for j in range(i + 1, min(i + 8, len(doc) - 1)):
        if doc[j].lower_ == "and":
            return j + 2 if doc[j - 1].lower_ in topics and _is_topic(doc[j + 1], lexicon) else 0
        if doc[j].text != "," and not _is_topic(doc[j], lexicon):
            return 0
    return 0


def _behind_of(doc: "Doc", start: int, i: int, lexicon: Lexicon) -> int:
    """ "Bank of England", "Institute for Peace", "Treaty of Lisbon", but not "Peter Lind of Oxfam"."""
    gazetteer = lexicon.gazetteer
    after = i + 2 if doc[i + 1].lower_ == "the" else i + 1
    if after >= len(doc) or not is_name_token(doc[after], lexicon):
        return 0
    head = doc[i - 1].lower_
    inside = any(doc[j].lower_ == "for" for j in range(start + 1, i))
    if inside and doc[start].lower_ in gazetteer.organisation_heads and doc[i].lower_ == "of":
        return after + 1  # "Forum for the Restoration of Democracy"
    if head in gazetteer.organisation_heads or (doc[i].lower_ == "of" and head in gazetteer.not_actor_heads):
        return after + 1
    return after + 1 if _one_entity(doc, i) or gazetteer.is_known(doc.span(start, after + 1).text) else 0


def _behind_and(doc: "Doc", start: int, i: int, lexicon: Lexicon) -> int:
    """Say where "and" joins parts of one name.

    It does in front of a head that both share, "Competition and Consumer Commission", and behind one,
    "Ministry of Labour and Social Welfare": there what is joined are topics. "The Bank and Halden Group" are two.
    """
    after = i + 1
    if not is_name_token(doc[after], lexicon):
        return 0
    gazetteer = lexicon.gazetteer
    end = after + 1
    while end < len(doc) and is_name_token(doc[end], lexicon) and not doc[end].is_sent_start:
        end += 1
    shares_head = doc[end - 1].lower_ in gazetteer.organisation_endings and end - after > 1
    behind_head = any(doc[j].lower_ in ("of", "for") for j in range(start + 1, i))
    one_entity = _one_entity(doc, i)
    if behind_head and doc[start].lower_ in gazetteer.organisation_heads:
        if all(_is_topic(doc[j], lexicon) for j in range(after, end)):
            return after + 1
        topics = _is_topic(doc[i - 1], lexicon) and _is_topic(doc[after], lexicon)
        return after + 1 if (topics or one_entity) and not shares_head else 0
    if not shares_head:
        return 0
    if _is_topic(doc[i - 1], lexicon) and i - start <= 2:
        return after + 1
    bodies = gazetteer.organisation_endings | gazetteer.organisation_heads
    defined = start > 0 and doc[start - 1].lower_ == "the"
    return after + 1 if one_entity and defined and doc[i - 1].lower_ not in bodies else 0


def _is_topic(token: "Token", lexicon: Lexicon) -> bool:
    return token.text[0].isupper() and token.lower_ in lexicon.gazetteer.topics


def _one_entity(doc: "Doc", i: int) -> bool:
    """Tell whether the pipeline sees one name across token `i`."""
    return doc[i].ent_iob_ == "I" and i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I"
