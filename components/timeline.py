"""The timeline below the network: its frame and its choices; assets/48-timeline.js draws it from the story."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.choices import Choices
from components.glyphs import icon

_CLOCKS = {"published": "Published", "happened": "Happened"}
_MODES = {"growing": "Growing", "sliding": "Sliding"}


def timeline_strip(choices: Choices) -> Component:
    """Return the strip of the timeline, hidden where there are no two dates to set apart."""
    dated = any(period.first != period.last for period in (choices.published, choices.happened))
    words = html.P(className="timeline-words")
    play = html.Button(
        icon("play"),
        id=ids.PLAY,
        className="plain-icon",
        title="Play the story over time",
        **aria(label="Play the story over time"),
    )
    head = [
        html.Button([icon("fold"), html.Span("Timeline")], className="timeline-fold"),
        html.Div(_choice(ids.TIMELINE_CLOCK, "Which dates", _CLOCKS), className="timeline-folds"),
        words,
        html.Div(_choice(ids.TIMELINE_MODE, "How the period plays", _MODES), className="timeline-folds timeline-mode"),
        play,
    ]
    return html.Section(
        [html.Div(head, className="timeline-head"), html.Div(_plot(), className="timeline-body")],
        id=ids.TIMELINE,
        className="timeline",
        hidden=not dated,
        **aria(label="Timeline"),
    )


def _choice(control: str, title: str, words: dict[str, str]) -> Component:
    data = [{"value": choice, "label": label} for choice, label in words.items()]
    part: Component = dmc.SegmentedControl(
        id=control, data=data, value=next(iter(words)), size="xs", attributes={"root": {"aria-label": title}}
    )
    return part


def _plot() -> list[Component]:
    handles = [
        html.Div(
            className=f"timeline-handle timeline-{end}",
            role="slider",
            tabIndex=0,
            **data(end=end),
            **aria(label=words, orientation="horizontal", valuemin="0", valuemax="0", valuenow="0"),
        )
        for end, words in (("from", "Period from"), ("until", "Period until"))
    ]
    return [
        html.Span(className="timeline-most", **aria(hidden="true")),
        html.Div(
            [
                html.Div(className="timeline-bars", **aria(hidden="true")),
                html.Div(className="timeline-brush", **aria(hidden="true")),
                *handles,
            ],
            className="timeline-plot",
        ),
        html.Div(className="timeline-axis", **aria(hidden="true")),
    ]
