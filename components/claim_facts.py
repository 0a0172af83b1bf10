"""What is told of a claim beside its words: status, date, speaker, the wording it is read from, and how sure it is."""

from dash import html
from dash.development.base_component import Component

from components.attributes import aria
from components.glyphs import icon, status_sign
from components.words import dated
from graph.filters import STATUS_WORDS
from graph.model import Construction, Status
from graph.words import confidence_word

_SURE = "How sure Dramatis is that the words say this"


def status_badge(status: Status) -> Component:
    """Return a status in words beside the line in which it is drawn."""
    return html.Span([status_sign(status), STATUS_WORDS[status]], className=f"badge badge-{status.value}")


def claim_notes(status: Status, when: str | None, speaker: str | None) -> list[Component]:
    """Return how far the text commits itself to a claim, when it happens and who says it, as far as that is known."""
    notes: list[Component] = [status_badge(status)]
    if when:
        notes.append(
            html.Span(
                [icon("calendar"), html.Span("when: ", className="unseen"), html.Time(dated(when), dateTime=when)],
                className="when",
                title="When it happens, as the text says",
            )
        )
    if speaker:
        notes.append(html.Span(["said by ", html.Strong(speaker)], className="speaker"))
    return notes


def claim_reason(rule: str) -> Component:
    """Return the wording that a claim is read from: passive “was fired by”."""
    construction, _, words = rule.partition(": ")
    said: list[Component | str] = [html.Span(construction, className="construction")]
    if words:
        is_quoted = construction != Construction.RECALLED
        said += [html.Span(": ", className="unseen"), html.Q(words, className="wording") if is_quoted else words]
    return html.Span(said, className="reason", title="The wording that it is read from")


def claim_sureness(confidence: float) -> Component:
    """Return how sure a claim is as a word and as bars."""
    word = confidence_word(confidence)
    bars = html.Span([html.I(), html.I(), html.I()], className="bars", **aria(hidden="true"))
    return html.Span(
        [bars, f"{word} confidence"], className=f"sure sure-{word}", title=f"{_SURE}: {confidence:.2f} of 1"
    )
