"""Contradictions: what is said and what stands against it, side by side."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from components.attributes import data
from components.claim_facts import status_badge
from components.passages import passage_card
from components.words import counted
from graph import Filters
from graph.contradictions import Contradiction, Side
from graph.model import Actor, Passage

MOST_SHOWN = 50
_SENTENCES = 2  # of a side, before the others are to be unfolded


def shown_claims(found: Sequence[Contradiction]) -> list[str]:
    """Return the claims whose sentences the list shows."""
    sides = (side for each in found[:MOST_SHOWN] for side in (each.first, each.second))
    return [claim_id for side in sides for claim_id in side.claim_ids]


def contradiction_list(
    found: Sequence[Contradiction], proofs: Mapping[str, Passage], actors: Mapping[str, Actor], filters: Filters
) -> list[Component]:
    """Return the contradictions, the weightiest first; where there is none, what that means."""
    if not found:
        among = "Among what passes the filters, nothing" if filters.active else "Nothing in these articles"
        words = f"{among} is said in one sentence and denied, or called uncertain, in another."
        return [html.P(words, className="empty")]
    words = (
        f"{counted(len(found), 'pair')} of claims that cannot all be true, or of which one speaker is surer than "
        "another. Both sides stand as they were written; which is right is for you to judge."
    )
    cards = [_card(each, proofs, actors) for each in found[:MOST_SHOWN]]
    parts = [html.P(words, className="list-lead"), *cards]
    if len(found) > MOST_SHOWN:
        parts.append(html.P(f"{len(found) - MOST_SHOWN:,} others: narrow the filters to see them.", className="quiet"))
    return parts


def _card(each: Contradiction, proofs: Mapping[str, Passage], actors: Mapping[str, Actor]) -> Component:
    ends = [
        html.Button(actors[end].name, className="told", **data(what="actor", id=end))
        for end in (each.source, each.target)
    ]
    head = html.Header(
        [
            html.H2([ends[0], html.Span(" and ", className="and"), ends[1]]),
            html.P(each.opposition.value.capitalize(), className="opposition"),
        ]
    )
    sides = [_side(side, proofs) for side in (each.first, each.second)]
    why = [each.why]
    if each.implied:
        why.append("The first cannot be without what the second denies.")
    return html.Article(
        [head, html.Div(sides, className="sides"), html.P(". ".join(why), className="quiet")],
        className="contradiction",
    )


def _side(side: Side, proofs: Mapping[str, Passage]) -> Component:
    voices = list(dict.fromkeys(proofs[claim_id].speaker for claim_id in side.claim_ids))
    cards = [passage_card(proofs[claim_id]) for claim_id in side.claim_ids]
    parts: list[Component] = [
        html.Div([status_badge(side.status), html.Span(_whose(voices))], className="side-head"),
        *cards[:_SENTENCES],
    ]
    if len(cards) > _SENTENCES:
        more = f"Show {counted(len(cards) - _SENTENCES, 'more sentence')}"
        parts.append(html.Details([html.Summary(more), *cards[_SENTENCES:]], className="more"))
    return html.Section(parts, className="side one-voice" if len(voices) == 1 else "side")


def _whose(voices: Sequence[str | None]) -> str:
    """Return whose words the claims of a side are; None stands for the articles."""
    speakers = [voice for voice in voices if voice]
    if not speakers:
        return "in the words of the articles"
    said = f"said by {' and '.join(speakers)}"
    return f"{said}, and in the words of the articles" if None in voices else said
