"""Names in a question: which words of it mean which actors of the story."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches

from graph.model import Actor, KnowledgeBase, Status
from graph.questions.tokens import Token, read_tokens
from graph.questions.values import NotUnderstoodError
from graph.titles import LEADS, WORKS_FOR, Titles

# How well a wording means an actor; the better keeps the worse away ("Russia" is the country, not "Russia Today").
NAME, ALIAS, SURNAME, ROLE = range(4)
JOINED = {"and": True, "or": False}
MOST_OFFERED = 3
POSSESSIVE, COMMA = "'s", ","
_PARTICLE = re.compile(r"^(?:al|el|as|ash|ad|an|ar|at|az)-", re.IGNORECASE)  # "al-Assad" is called "Assad"
ARTICLES = {"the", "a", "an"}
OF_WHOM = {"of", "to", "for", "at", "in"}  # "the coach of X" asks who that is, and is not the coach that is known


class Names:
    """All by which the actors of a story may be called, ready to be found in questions."""

    def __init__(self, kb: KnowledgeBase, titles: Titles, *, common: frozenset[str], fillers: frozenset[str]) -> None:
        """Read the names; those that are `common` words are names only where they are written with a capital.

        `fillers` are words that mean nothing between names.
        """
        self._actors = kb.actors
        self._titles = titles
        self._common = common
        self._fillers = fillers
        self._meant: defaultdict[tuple[str, ...], defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for actor in kb.actors.values():
            for rank, name in _wordings(actor):
                words = tuple(token.text for token in read_tokens(name))
                if words:
                    self._meant[words][rank].add(actor.id)
                    if words[0] == "the" and len(words) > 1:
                        self._meant[words[1:]][rank].add(actor.id)
        for actor_id, wording in _offices(kb):
            self._meant[tuple(token.text for token in read_tokens(wording))][ROLE].add(actor_id)
        self._longest = max(map(len, self._meant), default=0)

    def join(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens with those of a name joined to one, titles and fillers dropped, lists of names made one.

        Raises NotUnderstoodError where a name may mean several actors.
        """
        titled = self._without_titles(list(self._spot(tokens)))
        bare = [token for token in titled if token.is_name or token.text not in self._fillers]
        return [token for token in _join_lists(bare) if token.text != COMMA]

    def nearest(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the names that are spelled most like some words, best first."""
        known = {" ".join(wording): ids for wording, ranks in self._meant.items() if (ids := _named(ranks))}
        by_word: defaultdict[str, list[str]] = defaultdict(list)
        for name in known:
            for word in name.split():
                by_word[word].append(name)
        found = get_close_matches(" ".join(words), known, n=5, cutoff=0.7)
        found += [name for word in get_close_matches(words[0], by_word, cutoff=0.75) for name in by_word[word]]
        names = dict.fromkeys(self._actors[actor_id].name for name in found for actor_id in sorted(known[name]))
        return tuple(names)[:MOST_OFFERED]

    def _spot(self, tokens: Sequence[Token]) -> Iterator[Token]:
        start = 0
        while start < len(tokens):
            for length in range(min(self._longest, len(tokens) - start), 0, -1):
                part = tokens[start : start + length]
                ranks = self._meant.get(tuple(token.text for token in part))
                if ranks and not self._is_common(part, start) and not _asks_for_holder(tokens, start, length, ranks):
                    yield self._token(part, ranks)
                    start += length
                    break
            else:
                yield tokens[start]
                start += 1

    def _is_common(self, part: Sequence[Token], start: int) -> bool:
        """Tell whether a would-be name is but a word of the question: "will", "us", "may"."""
        if len(part) > 1 or part[0].text not in self._common:
            return False
        return not start or not part[0].raw[0].isupper()

    def _token(self, part: Sequence[Token], ranks: dict[int, set[str]]) -> Token:
        ids = ranks[min(ranks)]
        wording = " ".join(token.raw for token in part)
        if len(ids) > 1:
            meant = tuple(sorted(self._actors[actor_id].name for actor_id in ids))
            raise NotUnderstoodError(f"“{wording}” may mean {' or '.join(meant)}; write the full name.", meant, wording)
        return Token("N", wording, tuple(ids), is_role=min(ranks) == ROLE)

    def _without_titles(self, tokens: list[Token]) -> list[Token]:
        """Leave out titles before a name: "President Trump", "the coach Bruno Tate", "FBI director James Comey"."""
        kept: list[Token] = []
        for token in tokens:
            if token.is_name:
                first = len(kept)
                while first and self._is_title(kept[first - 1], after_article=kept[first - 2 : first - 1]):
                    first -= 1
                if first < len(kept):
                    if first and kept[first - 1].is_name:  # the body of which the office is held
                        first -= 1
                    del kept[first:]
            kept.append(token)
        return kept

    def _is_title(self, token: Token, *, after_article: list[Token]) -> bool:
        """Tell whether a word before a name is a title; one that may be a verb is so behind an article only."""
        titles, word = self._titles, token.text
        is_noun = word not in self._common or any(before.text in ARTICLES for before in after_article)
        known = word in titles.honorifics or word in titles.offices or word in titles.modifiers or word in titles.past
        return token.is_role or (known and is_noun and not token.is_name)


def _named(ranks: Mapping[int, set[str]]) -> set[str]:
    """Return who goes by a wording that is a name and no office."""
    return {actor_id for rank, ids in ranks.items() if rank != ROLE for actor_id in ids}


def _asks_for_holder(tokens: Sequence[Token], start: int, length: int, ranks: Collection[int]) -> bool:
    """Tell whether an office is asked about: "who is the coach of X", "who is X's coach"; it names nobody there."""
    before = tokens[start - 1].text if start else ""
    behind = tokens[start + length].text if start + length < len(tokens) else ""
    is_possessive = any(token.text == POSSESSIVE for token in tokens[start : start + length])
    is_predicate = is_possessive and before in {"is", "was", "are", "were"}
    return min(ranks) == ROLE and (behind in OF_WHOM or before == POSSESSIVE or is_predicate)


def _wordings(actor: Actor) -> Iterator[tuple[int, str]]:
    yield NAME, actor.name
    for alias in actor.aliases:
        yield ALIAS, alias
    if actor.kind == "person" and " " in actor.name:
        surname = actor.name.split()[-1]
        yield SURNAME, surname
        yield SURNAME, _PARTICLE.sub("", surname)
    for role in actor.roles:
        yield ROLE, role


def _offices(kb: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """Yield who holds an office of whom, and how it may be called: "US President", "Vantor's chief executive"."""
    for relation in kb.relations.values():
        if relation.type in {LEADS, WORKS_FOR} and relation.status is Status.ASSERTED:
            body = kb.actors[relation.target]
            for role in kb.actors[relation.source].roles:
                for name in (body.name, *body.aliases):
                    yield relation.source, f"{name} {role}"
                    yield relation.source, f"{name}'s {role}"


def _join_lists(tokens: list[Token]) -> list[Token]:
    """Return the tokens with "X and Y", "X or Y" and "X, Y and Z" made one."""
    joined: list[Token] = []
    for token in tokens:
        links: list[str] = []
        while token.is_name and joined and joined[-1].text in JOINED.keys() | {COMMA} and len(links) < 2:
            links.append(joined.pop().text)
        if links and joined and joined[-1].is_name:
            every = next((JOINED[link] for link in links if link in JOINED), joined[-1].every)
            joined[-1] = _with(joined[-1], token, every=every)
        else:
            joined += [Token(link, link) for link in reversed(links)]
            joined.append(token)
    return joined


def _with(first: Token, second: Token, *, every: bool) -> Token:
    return Token("N", f"{first.raw} {second.raw}", (*first.ids, *second.ids), every)
