"""The dialog to try a sentence: what would be read out of it and why, without keeping it."""

from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.claim_facts import claim_notes, claim_reason, claim_sureness
from components.glyphs import family_sign, icon, kind_sign
from components.marking import marked_mentions
from components.words import counted
from graph.explain import ExplainedClaim, ExplainedSentence, Explanation
from graph.library import MOST_TRIED
from graph.model import Chain, Form

# Each shows another thing that is read out of a sentence.
EXAMPLES = (
    ("Passive", "James Comey, the FBI director, was fired by Donald Trump on 9 May 2017."),
    ("Denial", "“Vladimir Putin has never met Michael Flynn,” Sergei Lavrov said."),
    ("Pronoun", "Nikki Haley criticised Russia. She also warned Iran and North Korea."),
    ("Plan", "Angela Merkel wants to hold talks with Emmanuel Macron in June 2018."),
    ("Noun", "The FBI's investigation of Michael Flynn, a former adviser to Donald Trump, began in 2016."),
)


def trial_dialog() -> Component:
    """Return the dialog with the field for the sentence, examples, and the place of the result."""
    field = dmc.Textarea(
        id=ids.TRIAL_TEXT,
        label="A sentence, or a few",
        description=f"Up to {MOST_TRIED:,} characters. Nothing of it is kept.",
        autosize=True,
        minRows=3,
        maxRows=6,
        value="",
        attributes={"input": {"data-autofocus": "true"}},
    )
    examples = [html.Button(name, className="chip", title=text, **data(example=text)) for name, text in EXAMPLES]
    part: Component = dmc.Modal(
        id=ids.TRIAL_DIALOG,
        title="Try a sentence",
        size=760,
        keepMounted=True,
        className="trial",
        closeButtonProps={"aria-label": "Close"},
        children=[
            field,
            html.Div(
                [
                    html.Div(
                        [html.Span("Examples"), *examples],
                        className="examples",
                        role="group",
                        **aria(label="Examples"),
                    ),
                    html.Button("Read it", id=ids.TRIAL_READ, className="button primary", title="Read it (Ctrl+Enter)"),
                ],
                className="trial-action",
            ),
            html.Div(
                [
                    html.P(id=ids.TRIAL_BUSY, className="trial-busy", role="status", **aria(live="polite")),
                    html.P(
                        "Here you will see who is named, who did what to whom, and which words say so.",
                        id=ids.TRIAL_SUMMARY,
                        className="trial-summary",
                        role="status",
                        **aria(live="polite"),
                    ),
                    html.Div(
                        id=ids.TRIAL_RESULT,
                        className="trial-result",
                        role="region",
                        **aria(label="What is read out of it"),
                    ),
                ],
                className="trial-answer",
            ),
        ],
    )
    return part


def trial_busy() -> list[Component]:
    """Return what is told while a sentence is read; it takes longer where the pipeline is not loaded yet."""
    return [
        html.Span(className="spinner", **aria(hidden="true")),
        html.Span("Reading …"),
        html.Span("The first time takes a few seconds.", className="late"),
    ]


def trial_summary(explanation: Explanation) -> str:
    """Return in a line what was found."""
    claims = sum(len(sentence.claims) for sentence in explanation.sentences)
    if not explanation.sentences:
        return "Nothing in this text reads as a sentence of a story."
    if not claims:
        return f"No claim, {counted(len(explanation.chains), 'actor')}."
    return f"{counted(claims, 'claim')}, {counted(len(explanation.chains), 'actor')}."


def trial_result(explanation: Explanation) -> list[Component]:
    """Return the sentences with their mentions and claims, and the actors."""
    parts = [_sentence(sentence) for sentence in explanation.sentences]
    if explanation.chains:
        parts.append(_actors(explanation))
    parts += [html.P(f"Left out ({reason}): {text}", className="quiet") for text, reason in explanation.left_out]
    return parts


def _sentence(sentence: ExplainedSentence) -> Component:
    quote = html.Blockquote(marked_mentions(sentence.text, sentence.mentions), className="tried")
    if not sentence.claims:
        return html.Section([quote, html.P("It says nothing of one named actor and another.", className="quiet")])
    return html.Section([quote, html.Ul([html.Li(_claim(claim)) for claim in sentence.claims], className="claims")])


def _claim(claim: ExplainedClaim) -> Component:
    said = html.Div(
        [
            _end(claim.source_kind, claim.source),
            " ",
            html.Span(
                [
                    family_sign(claim.family),
                    html.Em(claim.relation),
                    icon("both" if claim.symmetric else "arrow"),
                ],
                className=f"claim-between family-{claim.family}",
            ),
            " ",
            _end(claim.target_kind, claim.target),
        ],
        className="claim-said",
    )
    facts = [*claim_notes(claim.status, claim.when, claim.speaker), claim_reason(claim.rule)]
    return html.Div([said, html.Div([*facts, claim_sureness(claim.confidence)], className="notes")], className="claim")


def _end(kind: str, name: str) -> Component:
    return html.Span([kind_sign(kind), html.Span(name)], className="claim-end")


def _actors(explanation: Explanation) -> Component:
    rows = [html.Li(_actor(chain, _names(explanation, chain))) for chain in explanation.chains]
    return html.Section([html.H3("Who is named", className="list-title"), html.Ul(rows, className="named")])


def _actor(chain: Chain, names: Sequence[str]) -> list[Component]:
    known = [html.Span(chain.name, className="name"), html.Span(f" {chain.kind}", className="kind")]
    parts: list[Component] = [kind_sign(chain.kind), html.Span(known)]
    if names:
        parts.append(html.Span(["also ", *_joined(names)], className="also"))
    if chain.reasons:
        parts.append(html.Ul([html.Li(reason) for reason in chain.reasons], className="reasons"))
    return parts


def _names(explanation: Explanation, chain: Chain) -> list[str]:
    """Return what else the text calls an actor, in its order; pronouns in lower case."""
    said = (
        words.lower() if mention.form is Form.PRONOUN else words
        for sentence in explanation.sentences
        for mention in sentence.mentions
        if (mention.actor, mention.kind) == (chain.name, chain.kind)
        and (words := " ".join(sentence.text[mention.start : mention.end].split())) != chain.name
    )
    return list(dict.fromkeys(said))


def _joined(names: Sequence[str]) -> list[Component | str]:
    parts: list[Component | str] = []
    for name in names:
        parts += [", "] if parts else []
        parts.append(html.Q(name))
    return parts
