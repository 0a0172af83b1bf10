"""One actor across articles: chains joined to actors, with a canonical name, an id and the reasons for each merge."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.model import Actor, Chain, Extraction, Mention

PERSON = "person"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Actors by id, and the actor id of each (article id, chain index)."""

    actors: dict[str, Actor]
    actor_ids: dict[tuple[str, int], str]


@dataclass(slots=True)
class _Draft:
    """An actor while chains are still being added to it."""

    kind: str
    names: Counter[str] = field(default_factory=Counter)
    roles: dict[str, None] = field(default_factory=dict)
    reasons: dict[str, None] = field(default_factory=dict)
    chains: list[tuple[str, int]] = field(default_factory=list)


def resolve(extractions: Sequence[Extraction]) -> Resolution:
    """Return the actors of all articles.

    Chains of one kind join under the same name. A person's bare surname joins the only full name that has it in the
    whole library; where several people have it, it stays an actor of its own.
    """
    drafts: dict[tuple[str, str], _Draft] = {}
    surnames = _surnames(extractions)
    for extraction in extractions:
        for chain in extraction.chains:
            key, reason = _key(chain, surnames)
            draft = drafts.setdefault(key, _Draft(chain.kind))
            draft.names.update([chain.name, *chain.aliases])
            draft.roles.update(dict.fromkeys(chain.roles))
            draft.reasons.update(dict.fromkeys([*chain.reasons, *reason]))
            draft.chains.append((extraction.article.id, chain.index))
    return _finished(drafts, _mentions(extractions))


@lru_cache(1 << 16)
def slug(name: str) -> str:
    """Return a name as part of an id: lower case, letters and digits of any script, with hyphens between."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", plain.lower()).strip("-") or "unnamed"


def _surnames(extractions: Iterable[Extraction]) -> dict[str, set[str]]:
    """Return for each surname the slugs of the full names that end in it."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for chain in extraction.chains:
            if chain.kind == PERSON and " " in chain.name:
                full[slug(chain.name.split()[-1])].add(slug(chain.name))
    return full


def _key(chain: Chain, surnames: dict[str, set[str]]) -> tuple[tuple[str, str], list[str]]:
    name = slug(chain.name)
    bearers = surnames.get(name, set()) if chain.kind == PERSON else set()
    if len(bearers) == 1:
        return (chain.kind, next(iter(bearers))), [f"“{chain.name}” is the surname of one person only in the library"]
    return (chain.kind, name), []


def _mentions(extractions: Iterable[Extraction]) -> dict[tuple[str, int], list[Mention]]:
    found: defaultdict[tuple[str, int], list[Mention]] = defaultdict(list)
    for extraction in extractions:
        for mention in extraction.mentions:
            found[mention.article_id, mention.chain].append(mention)
    return found


def _finished(drafts: dict[tuple[str, str], _Draft], mentions: dict[tuple[str, int], list[Mention]]) -> Resolution:
    actors: dict[str, Actor] = {}
    actor_ids: dict[tuple[str, int], str] = {}
    for (kind, name_slug), draft in drafts.items():
        actor_id = f"{kind}:{name_slug}"
        name = next(n for n in draft.names if slug(n) == name_slug)
        actors[actor_id] = Actor(
            id=actor_id,
            name=name,
            kind=kind,
            aliases=tuple(n for n, _ in draft.names.most_common() if n != name),
            roles=tuple(draft.roles),
            mentions=tuple(m for chain in draft.chains for m in mentions.get(chain, ())),
            reasons=tuple(draft.reasons),
        )
        actor_ids.update(dict.fromkeys(draft.chains, actor_id))
    return Resolution(actors, actor_ids)
