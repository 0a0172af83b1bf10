"""The first steps of a newcomer to the sample story: three hints in a row, which can be dismissed for good."""

from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon

# A heading, what to do, and what on the page it speaks of (a selector).
_STEPS = (
    (
        "Every line is a claim",
        "One is selected: beside it stand the sentences that say so. Click another line or an actor; j and k walk "
        "through the sentences.",
        f"#{ids.EVIDENCE_HEAD}",
    ),
    (
        "Ask, or narrow it down",
        "Type a name or a question above, such as “who met Kislyak?”, or tick filters: the counts say beforehand what "
        "is left.",
        f"#{ids.FILTERS_PANE}, #{ids.ASK}",
    ),
    (
        "Take it with you",
        "“Save picture” draws what you see, with numbered sentences as its proof. “Add article” reads a text of your "
        "own.",
        f"#{ids.SAVE}, #{ids.ADD}",
    ),
)


def first_steps() -> Component:
    """Return the hints, which assets/82-first-steps.js shows to those who have not dismissed them before."""
    last = len(_STEPS) - 1
    steps = [
        html.Div(
            [
                html.Div([html.H2(title), html.P(words)]),
                html.Div(
                    [
                        html.Span(f"{at + 1} of {len(_STEPS)}", className="quiet"),
                        html.Button("Done" if at == last else "Next", className="button primary", **data(hint="next")),
                    ],
                    className="steps-foot",
                ),
            ],
            hidden=at > 0,
            className="first-step",
            **data(about=about),
        )
        for at, (title, words, about) in enumerate(_STEPS)
    ]
    close = html.Button(
        icon("close"),
        className="plain-icon",
        title="Do not show this again",
        **data(hint="dismiss"),
        **aria(label="Do not show the first steps again"),
    )
    return html.Aside([*steps, close], id=ids.FIRST_STEPS, className="first-steps", **aria(label="First steps"))
