"""Decisions about actors, applied: joined, split, renamed, of another kind, taken away."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from graph.curation.anchors import overlap
from graph.curation.decisions import Place
from graph.curation.state import Curated, regroup
from graph.model import Actor, Claim, Form, KnowledgeBase, Mention, Relation, Status, TextSpan
from graph.resolve import slug
from graph.taxonomy import Taxonomy

Key = tuple[str, int]  # an article and a chain in it
K = TypeVar("K")
V = TypeVar("V")


def rename(kb: KnowledgeBase, actor: Actor, name: str) -> KnowledgeBase:
    """Return the knowledge base with another name for an actor; its id stays, its former name becomes an alias."""
    aliases = tuple(alias for alias in dict.fromkeys((actor.name, *actor.aliases)) if alias != name)
    return with_actor(kb, replace(actor, name=name, aliases=aliases))


def with_actor(kb: KnowledgeBase, actor: Actor) -> KnowledgeBase:
    """Return the knowledge base with an actor in place of the one of its id."""
    return replace(kb, actors={**kb.actors, actor.id: actor})


def merge(before: Curated, taxonomy: Taxonomy, into: Actor, others: Iterable[Actor]) -> Curated:
    """Return the state in which all of some actors are one."""
    kb, joined = before.kb, [other for other in others if other.id != into.id]
    gone = {other.id for other in joined}
    if not gone:
        return before
    together = [into, *joined]
    names = dict.fromkeys(name for actor in together for name in (actor.name, *actor.aliases))
    order = {article_id: number for number, article_id in enumerate(kb.articles)}
    one = replace(
        into,
        aliases=tuple(name for name in names if name != into.name),
        roles=tuple(dict.fromkeys(role for actor in together for role in actor.roles)),
        reasons=tuple(
            dict.fromkeys(
                [
                    *(reason for actor in together for reason in actor.reasons),
                    *(f"joined with “{other.name}” by the reader" for other in joined),
                ]
            )
        ),
        mentions=tuple(
            sorted(
                (mention for actor in together for mention in actor.mentions),
                key=lambda mention: (order[mention.article_id], mention.span.start, mention.span.end),
            )
        ),
    )
    actors = {actor_id: one if actor_id == into.id else a for actor_id, a in kb.actors.items() if actor_id not in gone}
    actor_ids = {**kb.actor_ids, **{key: into.id for key, actor_id in kb.actor_ids.items() if actor_id in gone}}
    touched = touching(kb, gone)
    loose = claims_of(touched)
    kb = regroup(kb, taxonomy, gone=[r.id for r in touched], loose=loose, actors=actors, actor_ids=actor_ids)
    return replace(before, kb=kb, hidden=before.hidden - gone, notes=_moved_notes(before.notes, gone, into.id))


def split(before: Curated, taxonomy: Taxonomy, actor: Actor, places: Iterable[Place], name: str) -> Curated:
    """Return the state in which the mentions of an actor at some places mean another one.

    Where not all of an article's chain goes, what goes gets a chain of its own.
    """
    kb = before.kb
    going = _going(actor, places)
    if not going or len(going) == len(actor.mentions):
        return before
    chains = _new_chains(kb, actor, going)
    moved = {mention: replace(mention, chain=chains[mention.article_id, mention.chain]) for mention in going}
    other = _split_off(kb, actor, going, list(moved.values()), name)
    rest = _remainder(kb, actor, [mention for mention in actor.mentions if mention not in going], other)
    actors = {**kb.actors, rest.id: rest, other.id: other}
    actor_ids = {**kb.actor_ids, **{(article_id, chain): other.id for (article_id, _), chain in chains.items()}}
    touched = [r for r in kb.relations.values() if any(_is_moved(claim, chains) for claim in r.claims)]
    now = {_spot(mention): new for mention, new in moved.items()}
    loose = [_with_mentions(claim, now) for claim in (*claims_of(touched), *kb.inner)]
    kb = regroup(
        replace(kb, inner=()), taxonomy, gone=[r.id for r in touched], loose=loose, actors=actors, actor_ids=actor_ids
    )
    return replace(before, kb=kb, origins={**before.origins, other.id: actor.id})


def delete(before: Curated, taxonomy: Taxonomy, actor: Actor) -> Curated:
    """Return the state without an actor and its claims.

    What it was said to have said is then said by somebody unknown: such a claim is no fact of the article's.
    """
    kb = before.kb
    keys = {key for key, actor_id in kb.actor_ids.items() if actor_id == actor.id}

    def speaks(claim: Claim) -> bool:
        return claim.speaker is not None and (claim.speaker.article_id, claim.speaker.chain) in keys

    speakers = {r.id for r in kb.relations.values() for claim in r.claims if claim.speaker and speaks(claim)}
    touched = [r for r in kb.relations.values() if actor.id in (r.source, r.target) or r.id in speakers]
    loose = [_unspoken(claim) if speaks(claim) else claim for claim in claims_of(touched)]
    kb = regroup(
        kb,
        taxonomy,
        gone=[relation.id for relation in touched],
        loose=loose,
        actors=_without(kb.actors, [actor.id]),
        actor_ids=_without(kb.actor_ids, keys),
    )
    return replace(before, kb=kb, hidden=before.hidden - {actor.id})


def _without(kept: Mapping[K, V], keys: Iterable[K]) -> dict[K, V]:
    """Return a copy without some keys; where most stay, that is far quicker than to pick what stays."""
    rest = dict(kept)
    for key in keys:
        rest.pop(key, None)
    return rest


def free_id(actors: Collection[str], kind: str, name: str) -> str:
    """Return the id of a new actor, numbered if another has it."""
    wanted = free = f"{kind}:{slug(name)}"
    number = 1
    while free in actors:
        number += 1
        free = f"{wanted}-{number}"
    return free


def touching(kb: KnowledgeBase, actor_ids: Collection[str]) -> list[Relation]:
    """Return the relations that have one of the actors at an end."""
    return [r for r in kb.relations.values() if r.source in actor_ids or r.target in actor_ids]


def claims_of(relations: Iterable[Relation]) -> list[Claim]:
    """Return the claims of some relations."""
    return [claim for relation in relations for claim in relation.claims]


def text_of(kb: KnowledgeBase, mention: Mention) -> str:
    """Return the words of a mention."""
    return mention.span.of(kb.articles[mention.article_id].text)


def _moved_notes(notes: Mapping[str, str], gone: Collection[str], into: str) -> dict[str, str]:
    moved = {name: text for name, text in notes.items() if name not in gone}
    texts = [notes[name] for name in (into, *gone) if name in notes]
    return moved | {into: "\n".join(texts)} if texts else moved


def _unspoken(claim: Claim) -> Claim:
    return replace(claim, speaker=None, status=Status.HEDGED if claim.status is Status.ASSERTED else claim.status)


# --- What a split takes along -------------------------------------------------------------------------


def _going(actor: Actor, places: Iterable[Place]) -> dict[Mention, None]:
    """Return the mentions at the places, and each pronoun whose name before it goes (or after, before the first)."""
    wanted: dict[str, list[TextSpan]] = {}
    for place in places:
        wanted.setdefault(place.article_id, []).append(place.span)
    going: dict[Mention, None] = {}
    for mentions in _by_chain(actor.mentions).values():
        goes = None
        waiting: list[Mention] = []
        for mention in mentions:
            if mention.form is Form.PRONOUN:
                if goes is None:
                    waiting.append(mention)
                    continue
            else:
                goes = any(overlap(mention.span, span) for span in wanted.get(mention.article_id, ()))
            if goes:
                going |= dict.fromkeys([*waiting, mention])
            waiting = []
    return going


def _by_chain(mentions: Iterable[Mention]) -> dict[Key, list[Mention]]:
    chains: dict[Key, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.span.start):
        chains.setdefault((mention.article_id, mention.chain), []).append(mention)
    return chains


def _new_chains(kb: KnowledgeBase, actor: Actor, going: Collection[Mention]) -> dict[Key, int]:
    """Return the number that what goes of each chain gets: its own where the whole chain goes."""
    highest: dict[str, int] = {}
    for article_id, chain in kb.actor_ids:
        highest[article_id] = max(highest.get(article_id, 0), chain)
    numbers: dict[Key, int] = {}
    for (article_id, chain), mentions in _by_chain(actor.mentions).items():
        leaving = sum(mention in going for mention in mentions)
        if leaving == len(mentions):
            numbers[article_id, chain] = chain
        elif leaving:
            highest[article_id] += 1
            numbers[article_id, chain] = highest[article_id]
    return numbers


def _split_off(
    kb: KnowledgeBase, actor: Actor, going: Collection[Mention], moved: Collection[Mention], name: str
) -> Actor:
    texts = list(dict.fromkeys(text_of(kb, mention) for mention in going if mention.form is Form.NAME))
    aliases = [alias for alias in (actor.name, *actor.aliases) if alias in texts]
    usual, kind = (Counter(m.kind for m in mentions).most_common(1)[0][0] for mentions in (actor.mentions, going))
    if kind == usual:
        kind = actor.kind  # which the reader may have changed
    return Actor(
        id=free_id(kb.actors, kind, name),
        name=name,
        kind=kind,
        aliases=tuple(alias for alias in dict.fromkeys([*aliases, *texts]) if alias != name),
        roles=tuple(role for role in actor.roles if any(role in text for text in texts)),
        mentions=tuple(moved),
        reasons=(f"split from “{actor.name}” by the reader",),
    )


def _remainder(kb: KnowledgeBase, actor: Actor, staying: Collection[Mention], other: Actor) -> Actor:
    """Return what stays of an actor, without the aliases and roles that only what went had."""
    texts = {text_of(kb, mention) for mention in staying}
    lost = {alias for alias in (*other.aliases, other.name) if not any(alias in text for text in texts)}
    return replace(
        actor,
        aliases=tuple(alias for alias in actor.aliases if alias not in lost),
        roles=tuple(role for role in actor.roles if role not in other.roles or any(role in text for text in texts)),
        mentions=tuple(staying),
    )


def _mentions_of(claim: Claim) -> Iterator[Mention]:
    yield claim.source
    yield claim.target
    if claim.speaker is not None:
        yield claim.speaker


def _is_moved(claim: Claim, chains: Collection[Key]) -> bool:
    return any((mention.article_id, mention.chain) in chains for mention in _mentions_of(claim))


def _spot(mention: Mention) -> tuple[str, TextSpan, int]:
    return mention.article_id, mention.span, mention.chain


def _with_mentions(claim: Claim, now: Mapping[tuple[str, TextSpan, int], Mention]) -> Claim:
    """Return a claim whose mentions are those that were moved, where they were."""
    source, target = (now.get(_spot(mention), mention) for mention in (claim.source, claim.target))
    speaker = None if claim.speaker is None else now.get(_spot(claim.speaker), claim.speaker)
    return replace(claim, source=source, target=target, speaker=speaker)
