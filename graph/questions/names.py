"""Names in a question: which words of it mean which actors of the story."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from graph.model import Actor, KnowledgeBase
from graph.questions.tokens import Token, read_tokens
from graph.questions.values import NotUnderstoodError
from graph.titles import Titles

# How well a wording means an actor; the better keeps the worse away ("Russia" is the country, not "Russia Today").
NAME, ALIAS, SURNAME, ROLE = range(4)
JOINED = {"and": True, "or": False}
POSSESSIVE, COMMA = "'s", ","
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
        self._longest = max(map(len, self._meant), default=0)
        self._words = {word for words in self._meant for word in words}

    def join(self, tokens: Sequence[Token]) -> list[Token]:
        """Return the tokens with those of a name joined to one, titles and fillers dropped, lists of names made one.

        Raises NotUnderstoodError where a name may mean several actors.
        """
        titled = self._without_titles(list(self._spot(tokens)))
        bare = [token for token in titled if token.is_name or token.text not in self._fillers]
        return [token for token in _join_lists(bare) if token.text != COMMA]

    def nearest(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the names that are spelled most like some words, best first."""
        known = {" ".join(wording): wording for wording in self._meant}
        found = get_close_matches(" ".join(words), known, n=5, cutoff=0.7)
        found += [
            " ".join(w) for word in get_close_matches(words[0], self._words, cutoff=0.75) for w in self._with(word)
        ]
        actors = (self._actors[min(next(iter(self._meant[known[name]].values())))] for name in found)
        return tuple(dict.fromkeys(actor.name for actor in actors))[:3]

    def _with(self, word: str) -> Iterator[tuple[str, ...]]:
        return (wording for wording in self._meant if word in wording)

    def _spot(self, tokens: Sequence[Token]) -> Iterator[Token]:
        start = 0
        while start < len(tokens):
            for length in range(min(self._longest, len(tokens) - start), 0, -1):
                part = tokens[start : start + length]
                ranks = self._meant.get(tuple(token.text for token in part))
                following = tokens[start + length].text if start + length < len(tokens) else ""
                if ranks and not self._is_common(part, start) and not (min(ranks) == ROLE and following in OF_WHOM):
                    yield self._named(part, ranks)
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

    def _named(self, part: Sequence[Token], ranks: dict[int, set[str]]) -> Token:
        ids = ranks[min(ranks)]
        wording = " ".join(token.raw for token in part)
        if len(ids) > 1:
            meant = tuple(sorted(self._actors[actor_id].name for actor_id in ids))
            raise NotUnderstoodError(f"“{wording}” may mean {' or '.join(meant)}; write the full name.", meant)
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


def _wordings(actor: Actor) -> Iterator[tuple[int, str]]:
    yield NAME, actor.name
    for alias in actor.aliases:
        yield ALIAS, alias
    if actor.kind == "person" and " " in actor.name:
        yield SURNAME, actor.name.split()[-1]
    for role in actor.roles:
        yield ROLE, role


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
