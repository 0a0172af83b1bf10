"""Knowledge bases for tests and benchmarks: a small hand-made one, and large ones drawn by a seeded generator."""

import random
from dataclasses import replace

from graph.model import Actor, KnowledgeBase, Status
from tests.drafts import FAMILIES, DraftArticle, DraftClaim, DraftSentence, make_knowledge

HOSTILE_NAME = "<script>alert(1)</script> مريم سعيد"


def sample_knowledge() -> KnowledgeBase:
    """Return two articles about eight actors of all kinds with eleven relations of every status.

    Among them are two relations from Mara Venn to Tobias Ék and one back, a symmetric one, a denied one, an actor
    without a relation (Port Selby), and an actor whose name holds a script tag and right-to-left letters.
    """
    return make_knowledge(_sample_articles(), _sample_actors())


def _sample_actors() -> tuple[Actor, ...]:
    return (
        Actor(
            "person:mara-venn",
            "Mara Venn",
            "person",
            aliases=("Venn", "Minister Venn"),
            roles=("Energy Minister",),
            reasons=("'Venn' is the surname of 'Mara Venn'",),
        ),
        Actor("person:tobias-ek", "Tobias Ék", "person", aliases=("Ék",)),
        Actor("person:script", HOSTILE_NAME, "person"),
        Actor("organisation:halden-energy", "Halden Energy", "organisation", aliases=("Halden",)),
        Actor("organisation:harbour-court", "Harbour Court", "organisation"),
        Actor("place:norland", "Norland", "place"),
        Actor("place:port-selby", "Port Selby", "place"),
        Actor("group:river-guard", "River Guard", "group"),
    )


def _sample_articles() -> tuple[DraftArticle, DraftArticle]:
    mara, tobias, script = "[person:mara-venn|{}]", "[person:tobias-ek|{}]", f"[person:script|{HOSTILE_NAME}]"
    halden, court = "[organisation:halden-energy|{}]", "[organisation:harbour-court|Harbour Court]"
    norland, guard = "[place:norland|Norland]", "[group:river-guard|River Guard]"
    venn, ek, firm = "person:mara-venn", "person:tobias-ek", "organisation:halden-energy"
    first = DraftArticle(
        "a1f0c2d4e6b8",
        "Minister fires her adviser",
        (
            DraftSentence(
                f"{mara.format('Mara Venn')} fired {tobias.format('Tobias Ék')} in [place:port-selby|Port Selby].",
                (DraftClaim(venn, "fired", ek, "fired"),),
            ),
            DraftSentence(
                f"{mara.format('She')} criticised {tobias.format('him')} for work at {halden.format('Halden Energy')}.",
                (
                    DraftClaim(venn, "criticised", ek, "criticised"),
                    DraftClaim(ek, "works_for", firm, "work at"),
                ),
            ),
            DraftSentence(
                f"“{halden.format('Halden')} may have funded the {guard},” {mara.format('Venn')} said.",
                (DraftClaim(firm, "funded", "group:river-guard", "funded", Status.HEDGED, venn),),
            ),
            DraftSentence(
                f"{halden.format('Halden Energy')} did not pay the {guard}, a spokesman said.",
                (DraftClaim(firm, "paid", "group:river-guard", "pay", Status.NEGATED),),
            ),
            DraftSentence(
                f"{norland} will sanction the {guard}, which attacked {norland} in May.",
                (
                    DraftClaim("place:norland", "sanctioned", "group:river-guard", "sanction", Status.PLANNED),
                    DraftClaim("group:river-guard", "attacked", "place:norland", "attacked", when="2023-05"),
                ),
            ),
        ),
        outlet="The Selby Post",
        published="2024-03-01",
        url="https://selby-post.example/minister-fires-her-adviser",
        boilerplate="Sign up for our newsletter.",
    )
    second = DraftArticle(
        "b7e9d1c3a5f2",
        "Court looks into Halden",
        (
            DraftSentence(
                f"{court} is investigating {halden.format('Halden Energy')}.",
                (DraftClaim("organisation:harbour-court", "investigated", firm, "investigating"),),
            ),
            DraftSentence(
                f"{mara.format('Minister Venn')}, who fired {tobias.format('Ék')}, met {script} on Saturday.",
                (
                    DraftClaim(venn, "fired", ek, "fired"),
                    DraftClaim(venn, "met", "person:script", "met", when="2024-03-09"),
                ),
            ),
            DraftSentence(
                f"If the court agrees, {tobias.format('Ék')} would sue {mara.format('her')}.",
                (DraftClaim(ek, "sued", venn, "sue", Status.CONDITIONAL),),
            ),
            DraftSentence(
                f"Has {norland} warned {halden.format('Halden')}?",
                (DraftClaim("place:norland", "warned", firm, "warned", Status.ASKED),),
            ),
        ),
        outlet="Norland Daily",
        published="2024-03-09",
    )
    return first, second


# --- Large ones ---------------------------------------------------------------------------------------

_KINDS = ("person", "organisation", "place", "group")
_HEADS = ("Al", "Bren", "Cor", "Dal", "Es", "Fen", "Gor", "Hal", "Ir", "Jor", "Kel", "Lor", "Mar", "Nor", "Or", "Pel")
_TAILS = ("a", "dan", "eth", "ick", "ia", "lund", "mere", "no", "o", "rin", "sen", "ton", "ulf", "vik", "wen", "yra")
_DATES = (None, None, "2024", "2024-02", "2024-W09", "2024-02-28", "2024-03-02", "2023-12-31")
_STATUS_SHARES = {
    Status.ASSERTED: 78,
    Status.HEDGED: 9,
    Status.PLANNED: 6,
    Status.NEGATED: 4,
    Status.CONDITIONAL: 2,
    Status.ASKED: 1,
}


def synthetic_knowledge(actors: int, *, seed: int = 0, copies: int = 0) -> KnowledgeBase:
    """Return a scale-free knowledge base with communities: `actors` actors and three times as many relations.

    About one actor in fifty has no relation. The same numbers give the same knowledge base. A pair of actors may have
    several relations. Small numbers of actors may give fewer relations, as no pair has one type twice. So many `copies`
    of articles, cut short, are added.
    """
    chance = random.Random(seed)  # noqa: S311 - drawn data, no secret
    cast = _draw_actors(actors, chance)
    ties = _draw_ties([actor.id for actor in cast], 3 * actors, chance)
    articles = _draw_articles(cast, ties, chance)
    copied = (
        replace(
            article, id=f"c{article.id[1:]}", outlet="Wire", sentences=article.sentences[: len(article.sentences) // 2]
        )
        for article in articles[:copies]
    )
    return make_knowledge((*articles, *copied), cast)


def _draw_actors(count: int, chance: random.Random) -> list[Actor]:
    cast = []
    for number in range(count):
        kind = chance.choices(_KINDS, (55, 25, 12, 8))[0]
        words = [chance.choice(_HEADS) + chance.choice(_TAILS) for _ in range(1 if kind == "place" else 2)]
        name = f"{' '.join(words)} {_roman(number)}" if number else " ".join(words)
        cast.append(Actor(f"{kind}:{name.lower().replace(' ', '-')}", name, kind, aliases=(words[-1],)))
    return cast


def _roman(number: int) -> str:
    """Return a short tag of letters that makes a name unique."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _draw_ties(ids: list[str], count: int, chance: random.Random) -> list[tuple[str, str, str]]:
    """Draw ties by preferential attachment, nine in ten within a community of about 40."""
    connected = ids[: max(2, round(len(ids) * 0.98))]
    groups = max(1, len(connected) // 40)
    group_of = {actor_id: number % groups for number, actor_id in enumerate(connected)}
    everyone = list(connected)
    members: list[list[str]] = [[] for _ in range(groups)]
    for number, actor_id in enumerate(connected):  # each community has a few leading figures from the start
        members[number % groups] += [actor_id] * (1 + 30 // (1 + number // groups))
    types = list(FAMILIES)
    ties: dict[tuple[str, str, str], None] = {}
    for attempt in range(4 * count):
        if len(ties) == count:
            break
        source = connected[attempt % len(connected)] if attempt < len(connected) else chance.choice(everyone)
        pool = members[group_of[source]] if chance.random() < 0.9 else everyone
        target = chance.choice(pool)
        if source == target:
            continue
        ties[source, chance.choice(types), target] = None
        for end in (source, target):  # who has ties gets more
            everyone.append(end)
            members[group_of[end]].append(end)
    return list(ties)


def _draw_articles(
    cast: list[Actor], ties: list[tuple[str, str, str]], chance: random.Random
) -> tuple[DraftArticle, ...]:
    names = {actor.id: actor.name for actor in cast}
    details = random.Random(len(cast))  # noqa: S311 - apart, so that details change nothing else
    lines: list[list[DraftSentence]] = [[] for _ in range(max(2, len(cast) // 10))]
    for source, type_id, target in ties:
        for _ in range(chance.choices((1, 2, 3, 6), (70, 18, 9, 3))[0]):
            status = chance.choices(list(_STATUS_SHARES), list(_STATUS_SHARES.values()))[0]
            ends = f"[{source}|{names[source]}] {type_id} [{target}|{names[target]}]"
            words = f"{ends} at the harbour on day {chance.randrange(99)}."
            speaker = details.choices((None, source, target), (6, 2, 2))[0]
            when, confidence = details.choice(_DATES), details.randrange(30, 100) / 100
            claim = DraftClaim(source, type_id, target, f" {type_id} ", status, speaker, when, confidence)
            chance.choice(lines).append(DraftSentence(words, (claim,)))
    tied = {end for source, _, target in ties for end in (source, target)}
    for actor in cast:
        if actor.id not in tied:
            chance.choice(lines).append(DraftSentence(f"[{actor.id}|{actor.name}] was there."))
    return tuple(
        DraftArticle(
            id=f"{number:012x}",
            title=f"Story {number}",
            sentences=tuple(said),
            outlet=None if number % 7 == 3 else f"Paper {number % 7}",
            published=None if number % 13 == 2 else f"2024-{1 + number % 12:02d}-{1 + number % 28:02d}",
        )
        for number, said in enumerate(lines)
    )
