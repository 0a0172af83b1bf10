"""The dialog of all corrections: who may be one and the same, to be decided by keys alone, and the log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon, kind_sign
from components.marking import marked_sentence
from components.words import counted, source_line
from graph.corrections import LogLine
from graph.model import Actor, Passage
from graph.review import Pair

MOST_LINES = 300
PROOFS = 2  # sentences of each side
# What can be decided of a pair: the act, its key and its words; assets/70-correcting.js listens to the keys.
_VERDICTS = (
    ("join", "s", "The same"),
    ("apart", "d", "Different"),
    ("never", "n", "Never ask again"),
    ("later", "l", "Later"),
)


def correction_buttons() -> list[Component]:
    """Return the buttons of the header: undo, redo, and all corrections."""
    return [
        html.Button(icon(sign), id=control, className="plain-icon", title=words, disabled=disabled, **aria(label=words))
        for control, sign, words, disabled in (
            (ids.UNDO, "undo", "Undo (Ctrl+Z)", True),
            (ids.REDO, "redo", "Redo (Ctrl+Shift+Z)", True),
            (ids.CORRECTIONS, "log", "Corrections", False),
        )
    ]


def corrections_dialog() -> Component:
    """Return the dialog with the pairs to decide on and the log."""
    tabs = dmc.Tabs(
        id=ids.CORRECTION_TABS,
        value="review",
        keepMounted=False,
        children=[
            dmc.TabsList([dmc.TabsTab("The same or not?", value="review"), dmc.TabsTab("Log", value="log")]),
            dmc.TabsPanel(html.Div(id=ids.REVIEW_PANEL, className="review"), value="review"),
            dmc.TabsPanel(html.Div(id=ids.CORRECTION_LOG, className="correction-log"), value="log"),
        ],
    )
    part: Component = dmc.Modal(
        tabs,
        id=ids.CORRECTIONS_DIALOG,
        title="Corrections",
        size="xl",
        closeButtonProps={"aria-label": "Close"},
    )
    return part


# --- The pairs ----------------------------------------------------------------------------------------


def review_panel(
    pair: Pair | None, ends: Sequence[Actor], proofs: Sequence[Sequence[Passage]], *, left: int, later: int
) -> list[Component]:
    """Return a pair of actors with what speaks for and against their being one; None where none is left.

    `ends` and `proofs` are the two actors and some sentences about each; `later` pairs were left for later.
    """
    if pair is None:
        return _nothing_left(later)
    sides = [_side(actor, sentences) for actor, sentences in zip(ends, proofs, strict=True)]
    verdicts = [
        html.Button(
            [words, html.Kbd(key.upper(), **aria(hidden="true"))],
            className="button primary" if act == "join" else "button",
            title=f"{words} ({key.upper()})",
            **data(verdict=act, key=key, first=pair.first, second=pair.second),
            **aria(keyshortcuts=key.upper()),
        )
        for act, key, words in _VERDICTS
    ]
    return [
        html.P(f"{counted(left, 'pair')} to decide on", className="quiet", role="status"),
        html.Div(
            [
                html.Div(sides, className="review-sides"),
                html.Ul(
                    [
                        *(html.Li(reason, className="speaks-for") for reason in pair.reasons),
                        *(html.Li(["but ", reason], className="speaks-against") for reason in pair.against),
                    ],
                    className="review-reasons",
                ),
                html.Div(verdicts, className="review-verdicts"),
            ],
            className="review-pair",
            tabIndex=-1,
            role="group",
            **data(pair=f"{pair.first} {pair.second}"),
            **aria(label=f"Is {ends[1].name} the same as {ends[0].name}?"),
        ),
    ]


def _nothing_left(later: int) -> list[Component]:
    if not later:
        return [html.P("Nobody here looks like somebody else. Pairs come up as articles come in.", className="quiet")]
    again = html.Button("Show them", className="text-button", **data(verdict="again"))
    return [html.P([f"{counted(later, 'pair')} left for later. ", again], className="quiet")]


def _side(actor: Actor, passages: Sequence[Passage]) -> Component:
    about = ", ".join(actor.roles[:3])
    quotes = [
        html.Figure(
            [
                html.Blockquote(marked_sentence(passage.text, passage.highlights)),
                html.Figcaption([passage.title, " · ", source_line(passage)]),
            ]
        )
        for passage in passages
    ]
    return html.Section(
        [
            html.Div([kind_sign(actor.kind), html.Span(actor.kind)], className="eyebrow"),
            html.H3(actor.name),
            html.P(about, className="roles") if about else None,
            *quotes,
        ]
    )


# --- The log ------------------------------------------------------------------------------------------


def correction_log(lines: Sequence[LogLine]) -> list[Component]:
    """Return the log, the latest first; every decision that holds can be taken back by itself."""
    if not lines:
        return [html.P("Nothing has been corrected yet. Use Correct beside an actor or a sentence.", className="quiet")]
    items = [html.Li(_line(line), className=_state(line)) for line in lines[:MOST_LINES]]
    parts: list[Component] = [html.Ol(items, className="log-lines")]
    if len(lines) > MOST_LINES:
        parts.append(html.P(f"{len(lines) - MOST_LINES:,} earlier lines are kept and not shown.", className="quiet"))
    return parts


def _state(line: LogLine) -> str:
    if not line.is_decision:
        return "log-step"
    return "log-holds" if line.holds else "log-undone"


def _line(line: LogLine) -> list[Component]:
    when = datetime.fromisoformat(line.at)
    who = html.Span([line.who, " · ", html.Time(f"{when:%-d %b %Y, %H:%M} UTC", dateTime=line.at)], className="log-who")
    words: list[Component | str] = [line.words]
    if line.is_decision and not line.holds:
        words.append(html.Span(" (undone)", className="quiet"))
    parts: list[Component] = [html.Div([html.Div(words), who])]
    if line.holds or line.can_return:
        step, said = ("undo", "Undo") if line.holds else ("redo", "Redo")
        button: dict[str, Any] = {**data(log=step, number=str(line.number)), **aria(label=f"{said}: {line.words}")}
        parts.append(html.Button(said, className="text-button", **button))
    return parts
