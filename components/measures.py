"""Who matters: measures of the whole network in plain words, each with its reason."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from components.attributes import data
from components.glyphs import kind_sign
from components.panel import actor_row
from components.words import counted
from graph.measures import Finding, Group, Measures
from graph.model import Actor

_FIRST = 5  # findings of a kind, before the others are to be unfolded
_MEMBERS = 12
_GROUPS = 6


def measure_list(measures: Measures, actors: Mapping[str, Actor]) -> list[Component]:
    """Return who stands out and why, and the groups; where nobody does, why not."""
    if not measures.central:
        words = "Nobody is tied to anybody yet, so nobody stands out. Add an article that tells who did what to whom."
        return [html.P(words, className="empty")]
    parts = [
        _findings("Who is central", "Tied to the most others.", measures.central, actors),
        _findings(
            "Who bridges",
            "On the most of the shortest paths between others.",
            measures.bridges,
            actors,
            "Nobody: no two others are tied only over a third.",
        ),
        _findings(
            "Who holds parts together",
            "Without whom others would not be tied at all.",
            measures.joints,
            actors,
            "Nobody: whoever is left out, the others stay tied.",
        ),
        _groups(measures.groups, actors),
    ]
    return [html.Div(parts, className="measures"), html.P(measures.note, className="quiet")]


def _findings(
    title: str, meaning: str, found: Sequence[Finding], actors: Mapping[str, Actor], nobody: str = ""
) -> Component:
    rows = [html.Li(actor_row(actors[one.actor_id], one.why)) for one in found]
    if not rows:
        return _section(title, meaning, html.P(nobody, className="quiet"))
    parts: list[Component] = [html.Ol(rows[:_FIRST], className="rows")]
    if len(rows) > _FIRST:
        rest = html.Ol(rows[_FIRST:], className="rows", start=str(_FIRST + 1))
        parts.append(html.Details([html.Summary(f"Show {len(rows) - _FIRST} more"), rest], className="more"))
    return _section(title, meaning, *parts)


def _groups(groups: Sequence[Group], actors: Mapping[str, Actor]) -> Component:
    title, meaning = "Which groups there are", "More ties among themselves than with the rest."
    cards: list[Component] = [html.Li(_group(group, actors)) for group in groups]
    parts: list[Component] = [html.Ul(cards[:_GROUPS], className="communities")]
    if len(cards) > _GROUPS:
        more = html.Summary(f"Show {counted(len(cards) - _GROUPS, 'smaller group')}")
        parts.append(html.Details([more, html.Ul(cards[_GROUPS:], className="communities")], className="more"))
    return _section(title, meaning, *parts)


def _group(group: Group, actors: Mapping[str, Actor]) -> list[Component]:
    members = [
        html.Li(
            html.Button(
                [kind_sign(actors[member].kind), actors[member].name],
                className="member",
                **data(what="actor", id=member),
            )
        )
        for member in group.actor_ids[:_MEMBERS]
    ]
    rest = len(group.actor_ids) - len(members)
    if rest > 0:
        members.append(html.Li(f"and {rest:,} more", className="quiet"))
    return [html.H3(group.name), html.P(group.why, className="quiet"), html.Ul(members, className="members")]


def _section(title: str, meaning: str, *parts: Component) -> Component:
    return html.Section([html.H2(title), html.P(meaning, className="meaning"), *parts], className="measure")
