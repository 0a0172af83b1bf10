"""Chains of names: all the names in an article that mean one actor, with the reason for each merge.

Two names join only on proof: the same name, a known alias, an acronym, a part of a longer name that only one actor
has. A surname that two people share joins neither, unless an honorific or a first name tells them apart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.extract.joints import HYPHENS, PARTICLES
from graph.extract.lexicon import GROUP, ORGANISATION, PERSON, PLACE, Lexicon
from graph.extract.mentions import Found
from graph.extract.metonyms import OWN_HOUSES
from graph.extract.shapes import name_key
from graph.extract.wholes import is_in_brackets
from graph.model import Chain

if TYPE_CHECKING:
    from graph.extract.tokens import Doc

# A capital before such a word or after such a preposition is the city, elsewhere its government.
LOCAL_PREPOSITIONS = frozenset({"in", "at", "from", "near", "to", "around", "outside", "through", "across", "into"})
TOWNS = frozenset({"city", "town", "capital", "port", "village", "district", "suburb"})  # "the city of Moscow"
HEADLINE_GAP = 25  # tokens between two people of one surname that let a headline mean the first
NOWHERE = 10**9
SMALL_WORDS = frozenset({"of", "the", "and", "for", "on", "in", "de", "&"})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})


@dataclass(slots=True)
class ChainDraft:
    """A chain while names are still being added to it.

    `introduced` is the token where a name of several words first stands, `called` gives where each name first does.
    """

    index: int
    kind: str
    names: Counter[str] = field(default_factory=Counter)
    canonical: str = ""
    gender: str = ""
    is_country: bool = False
    introduced: int = NOWHERE
    called: dict[str, int] = field(default_factory=dict)
    roles: list["Role"] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The canonical name where a gazetteer gives one, else the longest name seen, else the most frequent."""
        if self.canonical:
            return self.canonical
        return max(self.names, key=lambda n: (len(n.split()), self.names[n], len(n), n))

    def join(self, found: Found, reason: str = "") -> Found:
        """Add a name and return the mention with this chain."""
        self.names[found.text] += 1
        self.called[found.text] = min(found.start, self.called.get(found.text, NOWHERE))
        if " " in found.text:
            self.introduced = min(self.introduced, found.start)
        if reason and reason not in self.reasons:
            self.reasons.append(reason)
        return replace(found, chain=self.index, kind=self.kind)

    def finished(self) -> Chain:
        """Return the chain as a value."""
        aliases = tuple(n for n, _ in self.names.most_common() if n != self.name)
        roles = tuple(dict.fromkeys(role.text for role in self.roles))
        return Chain(self.index, self.name, self.kind, aliases, roles, tuple(self.reasons))


@dataclass(frozen=True, slots=True)
class Role:
    """An office that someone holds: `office` in lower case, `text` as it stands, `body` the chain it belongs to.

    `former` marks one no longer held.
    """

    office: str
    text: str
    body: int | None
    former: bool = False


class NameLinker:
    """Gives each name of an article its chain."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._countries: set[str] = set()
        self._acronyms: Mapping[str, str] = {}
        self._acting: frozenset[int] = frozenset()
        self._by_word: dict[str, dict[int, None]] = {}  # the chains that a name can be of, by what it may share
        self.chains: list[ChainDraft] = []

    def link(
        self,
        names: Sequence[Found],
        local: frozenset[int],
        acronyms: Mapping[str, str] | None = None,
        acting: frozenset[int] = frozenset(),
    ) -> list[Found]:
        """Return the names with chains, in order.

        `local` holds the starts of names that say where something is; `acronyms` gives the names that the article
        itself defines them by; `acting` holds the starts of names that act as governments do.
        """
        self._acronyms = acronyms or {}
        self._acting = acting
        self._countries = {c for name in names if name.kind == PLACE and (c := self._country(name.text))}
        shared = _shared_surnames(names)
        linked: dict[tuple[int, int], Found] = {}
        decided: dict[tuple[str, str, str, bool, bool, bool], tuple[ChainDraft, str]] = {}
        # Longer names first, so that a short one finds the whole actor it is a part of wherever it stands.
        for found in sorted(names, key=lambda f: (-_length(f), f.start)):
            is_local = found.start in local
            key = (found.kind, found.text, found.honorific, bool(found.office), is_local, found.start in acting)
            chain, reason = decided.get(key) or self._chain_for(found, is_local=is_local)
            if found.kind != PERSON or _parts(found.text)[-1] not in shared:  # what a shared surname means may change
                decided[key] = chain, reason
            if found.text not in chain.names:
                self._index(found.text, chain)
            linked[found.start, found.end] = chain.join(found, reason)
            if found.kind == PERSON:
                chain.gender = chain.gender or self._gender(found)
        return [linked[f.start, f.end] for f in names]

    def _chain_for(self, found: Found, *, is_local: bool) -> tuple[ChainDraft, str]:
        if found.kind == PERSON:
            return self._person(found)
        if found.kind == PLACE:
            return self._place(found, is_local=is_local)
        return self._government(found) or self._collective(found)

    def _government(self, found: Found) -> tuple[ChainDraft, str] | None:
        """Return the country for which a seat of power or a people stands where it acts: "the Kremlin", "the Russians".

        A people stands for its country only where the article names that too.
        """
        gazetteer, key = self._lexicon.gazetteer, name_key(found.text)
        if found.start not in self._acting or key in OWN_HOUSES:
            return None
        country = gazetteer.metonyms.get(key)
        if country is None and found.kind == GROUP and gazetteer.people(found.text) in self._countries:
            country = gazetteer.people(found.text)
        if not country:
            return None
        return self._country_chain(country), f"“{found.text}” stands for the government of {country}"

    def _country_chain(self, country: str) -> ChainDraft:
        known = (c for c in self._alike(PLACE, country.lower()) if c.canonical.lower() == country.lower())
        chain = next(known, None) or self._new(PLACE, country)
        chain.is_country = True
        return chain

    def _new(self, kind: str, canonical: str = "") -> ChainDraft:
        chain = ChainDraft(len(self.chains), kind, canonical=canonical)
        self.chains.append(chain)
        return chain

    def _index(self, name: str, chain: ChainDraft) -> None:
        """Note under what a name may be looked for: its words, its initials, the name that a gazetteer has for it."""
        for word in (*_words(name), _initials(name), self._canonical(name), chain.canonical.lower()):
            if word:
                self._by_word.setdefault(word, {})[chain.index] = None

    def _alike(self, kind: str, *words: str) -> list[ChainDraft]:
        """Return the chains of a kind with a name that shares one of some words, in order."""
        found = {i for word in words for i in self._by_word.get(word, ())}
        return [chain for i in sorted(found) if (chain := self.chains[i]).kind == kind]

    def _person(self, found: Found) -> tuple[ChainDraft, str]:
        parts, gender = _parts(found.text), self._gender(found)
        alike = self._alike(PERSON, *_words(found.text))
        people = [c for c in alike if not (gender and c.gender and gender != c.gender)]
        if len(parts) > 1:
            people = [c for c in people if not _is_namesake(found.text, c)]
            if same := [c for c in people if parts in map(_parts, c.names)]:
                return same[0], ""
        whole = [c for c in people if self._is_part(found, c)]
        if len(whole) > 1 and not _suffix(
            found.text
        ):  # a son is told from his father by his suffix: "Mr Hale" is not Jr.
            whole = [c for c in whole if not any(map(_suffix, c.names))] or whole
        if len(whole) > 1 and gender:
            whole = [c for c in whole if c.gender == gender]
        if len(whole) == 1:
            return whole[0], f"“{found.text}” is part of the name “{whole[0].name}”"
        if len(whole) > 1 and (only := _so_far(found, whole)) is not None:
            return (
                only,
                f"“{found.text}” means “{only.name}” where it stands: no other of that name comes before or nearer",
            )
        bare = [c for c in people if all(_parts(name) == parts for name in c.names)]
        return (bare[0], "") if bare else (self._new(PERSON), "")

    def _is_part(self, found: Found, chain: ChainDraft) -> bool:
        """Tell whether a name can be short for one of a chain's: "Trump", "D. Trump", "Donald J. Trump"."""
        parts = _parts(found.text)
        for name in chain.names:
            whole = _parts(name)
            if len(parts) == 1:
                if len(whole) > 1 and parts[0] in (whole[-1], whole[0]) and (parts[0] == whole[-1] or not found.office):
                    return True
                if len(whole) > 2 and parts[0] == whole[-2] and not self._is_first_name(parts[0]):
                    return True  # "Ibáñez" for "María Ibáñez Ruiz"
                continue
            same_surname = whole[-1] == parts[-1] and _same_first_name(whole[0], parts[0])
            if same_surname or (len(whole) > len(parts) and whole[-len(parts) :] == parts):
                return True
        return False

    def _is_first_name(self, word: str) -> bool:
        return len(word) == 1 or word in self._lexicon.gazetteer.first_names or word in PARTICLES

    def _gender(self, found: Found) -> str:
        by_title = self._lexicon.titles.honorifics.get(found.honorific.lower(), "")
        first = found.text.split()[0]
        first = "" if first in PARTICLES else first.lower()  # "van der Lubbe"
        by_name = self._lexicon.gazetteer.first_name_gender.get(first, "") if " " in found.text else ""
        return by_title if by_title in ("m", "f") else by_name if by_name in ("m", "f") else ""

    def _place(self, found: Found, *, is_local: bool) -> tuple[ChainDraft, str]:
        gazetteer, key = self._lexicon.gazetteer, name_key(found.text)
        country = self._country(found.text)
        reason = f"“{found.text}” is another name for {country}" if country and country.lower() != key else ""
        power = gazetteer.metonyms.get(key) or gazetteer.capitals.get(key)
        if not country and not is_local and power and (power in self._countries or found.start in self._acting):
            country = power
            reason = f"“{found.text}” stands for the government of {country}"
        if country:
            return self._country_chain(country), reason
        canonical = gazetteer.place(found.text) or found.text
        known = (c for c in self._alike(PLACE, canonical.lower()) if c.canonical.lower() == canonical.lower())
        return next(known, None) or self._new(PLACE, canonical), reason

    def _country(self, name: str) -> str:
        """Return the country that a name or a nationality means, "" for none; capitals do not count."""
        gazetteer = self._lexicon.gazetteer
        return gazetteer.countries.get(name_key(name)) or gazetteer.people(name) or ""

    def _collective(self, found: Found) -> tuple[ChainDraft, str]:
        key = name_key(found.text)
        known = self._canonical(found.text)
        defined = self._acronyms.get(found.text, "")
        alike = self._alike(found.kind, *_words(found.text), found.text, known, *_words(defined))
        for chain in alike:
            if any(name_key(n) == key for n in chain.names):
                return chain, ""
            if known and known == self._known(chain):
                return chain, f"“{found.text}” is another name for {known}"
            if defined in chain.names:
                return chain, f"“{found.text}” stands in brackets behind “{defined}”"
        fitting = [c for c in alike if c.kind == ORGANISATION and self._is_short(found.text, c)]
        if len(fitting) == 1 and not known:
            return fitting[0], f"“{found.text}” is short for “{fitting[0].name}”"
        if len(fitting) == 1 and found.text.isupper() and _initials(fitting[0].name) == found.text:
            return fitting[0], f"“{found.text}” are the initials of “{fitting[0].name}”"
        # "a Tory" is one of the Tories, whose name the text need not say.
        return self._new(found.kind, known if _is_plural(known, found.text) else ""), ""

    def _known(self, chain: ChainDraft) -> str:
        return next((known for name in chain.names if (known := self._canonical(name))), "")

    def _canonical(self, name: str) -> str:
        """Return the name under which a gazetteer keeps an organisation or group, "" for an unknown one."""
        return self._lexicon.gazetteer.organisation(name) or self._lexicon.gazetteer.group(name) or ""

    def _is_short(self, text: str, chain: ChainDraft) -> bool:
        """Tell whether a name is an acronym or the first or last words of a chain's longer name."""
        for name in chain.names:
            if text.isupper() and len(text) > 1 and text == _initials(name):
                return True
            short, whole = name_key(text).split(), name_key(name).split()
            if len(short) < len(whole) and (whole[: len(short)] == short or whole[-len(short) :] == short):
                return not self._lexicon.gazetteer.is_known(text)
        return False


def local_names(doc: "Doc", names: Sequence[Found]) -> frozenset[int]:
    """Return the starts of the names that say where something is: "in Moscow", "the Amsterdam side"."""
    return frozenset(
        name.start
        for name in names
        if (name.start and doc[name.start - 1].lower_ in LOCAL_PREPOSITIONS)
        or (name.start > 1 and doc[name.start - 1].lower_ == "of" and doc[name.start - 2].lower_ in TOWNS)
        or (name.adjectival and doc[min(name.end, len(doc) - 1)].text not in HYPHENS)
    )


def defined_acronyms(doc: "Doc", names: Sequence[Found]) -> dict[str, str]:
    """Return the names that stand right before an acronym in brackets, by it: "Left Bloc (BE)"."""
    at_end = {name.end: name.text for name in names if name.kind in (ORGANISATION, GROUP)}
    return {
        name.text: at_end[name.start - 1]
        for name in names
        if name.end - name.start == 1 and name.start - 1 in at_end and is_in_brackets(doc, name.start)
    }


def _so_far(found: Found, bearers: Sequence[ChainDraft]) -> ChainDraft | None:
    """Return whom a shared surname means where it stands, None for no one or one of several.

    That is the only bearer introduced so far ("Emil Sandberg ... Sandberg ... his brother, Oskar Sandberg"), later the
    one who was called so before the others came in; in a headline, the one whom the text opens with.
    """
    first, second = sorted(bearers, key=lambda c: c.introduced)[:2]
    if first.introduced < found.start:
        alone = found.start < second.introduced
        return first if alone or first.called.get(found.text, NOWHERE) < second.introduced else None
    return first if second.introduced - first.introduced > HEADLINE_GAP else None


def _shared_surnames(names: Sequence[Found]) -> frozenset[str]:
    """Return the last names that several full names of people end in."""
    full: dict[str, set[str]] = {}
    for name in names:
        if name.kind == PERSON and " " in name.text:
            parts = _parts(name.text)
            full.setdefault(parts[-1], set()).add(parts[0])
    return frozenset(surname for surname, firsts in full.items() if len(firsts) > 1)


def _same_first_name(one: str, other: str) -> bool:
    """Tell whether two first names can be one, an initial among them: "D." and "Donald"."""
    return one == other or (one[0] == other[0] and 1 in (len(one), len(other)))


def _is_plural(name: str, one: str) -> bool:
    """Tell whether a name of several is the plural of that of one: "Republicans" and "Republican"."""
    return name.lower() in (f"{one}s".lower(), f"{one[:-1]}ies".lower())


def _suffix(name: str) -> str:
    """Return what tells a son from his father: "jr" of "Robert Hale Jr.", "" for none."""
    last = name.split()[-1].strip(".,").lower()
    return last if last in SUFFIXES else ""


def _is_namesake(name: str, chain: ChainDraft) -> bool:
    """Tell whether a full name and a chain with the same are those of father and son: one alone has a suffix."""
    full = [known for known in chain.names if _parts(known)[-1] == _parts(name)[-1] and len(_parts(known)) > 1]
    return bool(full) and _suffix(name) not in map(_suffix, full)


def _length(found: Found) -> int:
    return len(found.text.split())


def _words(name: str) -> set[str]:
    """Return the words under which a name is found, in lower case, without those that any name may have."""
    return {*_parts(name), *name_key(name).split()} - SMALL_WORDS


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    words = (word.strip(".,") for word in name.lower().replace("’", "'").split())
    return tuple(word for word in words if word not in SUFFIXES)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word.lower() not in SMALL_WORDS).upper()
