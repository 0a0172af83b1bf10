"""The box to ask in, and the answer: what was understood, what the articles say, and the sentences that say it."""

import re
from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon
from components.ordering import STRONGEST
from components.panel import actor_row, closable, titled_list
from components.passages import FIRST, passage_list
from components.paths import Actors, path_list
from components.words import counted
from graph.questions.values import Answer
from graph.search import Found

_MOST_EXAMPLES = 4
_FOUND = 5
_WHOLE = "Answered from the whole story: the filters are set, but a question looks behind them."


def ask_box(examples: Sequence[str]) -> Component:
    """Return the box that takes a question or a name; at first it offers examples of questions."""
    box = dmc.Autocomplete(
        id=ids.ASK,
        value="",
        data=ask_options((), examples),
        debounce=120,
        placeholder="Ask: who fired Comey?",
        leftSection=icon("ask"),
        filter={"function": "asFound"},
        renderOption={"function": "foundOption"},
        maxDropdownHeight=360,
        attributes={
            "input": {
                "aria-label": "Ask a question or find an actor",
                "aria-keyshortcuts": "a",
                "enterKeyHint": "search",
                "title": "Ask a question or find an actor (a)",
            }
        },
    )
    said = html.P(id=ids.ANSWERED, className="unseen", role="status", **aria(live="polite"))
    return html.Div([box, said], className="ask", role="search")


def ask_options(found: Sequence[Found], examples: Sequence[str]) -> list[dict[str, Any]]:
    """Return what the box offers: the actors that a search found, or questions that the story answers."""
    if found:
        return [
            {
                "value": one.actor_id,
                "label": one.name,
                "kind": one.kind,
                "also": "" if one.matched == one.name else one.matched,
                "what": "actor",
            }
            for one in found
        ]
    items = [{"value": text, "label": text, "what": "question"} for text in examples[:_MOST_EXAMPLES]]
    return [{"group": "The story answers, for one", "items": items}] if items else []


def answer_panel(
    answer: Answer,
    actors: Actors,
    found: Sequence[Found],
    *,
    filtered: bool = False,
    shown: int = FIRST,
    order: str = STRONGEST,
) -> list[Component]:
    """Return an answer with its sentences; for a refusal why, what to ask instead and the actors of that name.

    An answer is from the whole story; where the page is `filtered`, it says so.
    """
    head = html.Header(
        [html.Div(html.Span("You asked"), className="eyebrow"), html.H2(answer.text, className="question")],
        className="evidence-head",
    )
    if answer.refusal:
        return [closable(head), *_refused(answer, actors, found)]
    parts = [
        closable(head),
        html.P(answer.summary, className="told-in-words"),
        html.P(["Understood as: ", html.Span(answer.understood)], className="understood"),
    ]
    if filtered:
        parts.append(html.P(_WHOLE, className="understood"))
    proofs = {passage.claim_id: passage for passage in answer.passages if passage.claim_id}
    if answer.routes is not None:
        return [*parts, *path_list(answer.routes, proofs, actors)]
    named = [actor_row(actors[actor_id]) for actor_id in answer.actor_ids if actor_id in actors]
    if named:
        parts.append(titled_list("Named", named, folded_from=_FOUND))
    if answer.passages:
        parts += passage_list(answer.passages, shown, data(what="question", id=answer.text), order=order)
    if len(answer.claim_ids) > len(answer.passages):
        hidden = counted(len(answer.claim_ids) - len(answer.passages), "claim")
        parts.append(html.P(f"{hidden} more; ask more narrowly to read them.", className="quiet"))
    return parts


def answer_line(answer: Answer) -> str:
    """Return an answer in a line, to be read out."""
    return answer.refusal or answer.summary


def _refused(answer: Answer, actors: Actors, found: Sequence[Found]) -> list[Component]:
    parts: list[Component] = []
    if found:
        rows = [actor_row(actors[one.actor_id]) for one in found]
        parts.append(titled_list("Actors of that name", rows, folded_from=_FOUND))
    else:
        parts.append(html.P(answer.refusal, className="told-in-words"))
    if answer.suggestions:
        title = "Did you mean" if answer.unknown else "What can be asked"
        rows = [_question(_with(answer, suggestion)) for suggestion in answer.suggestions]
        parts.append(titled_list(title, rows))
    return parts


def _question(text: str) -> Component:
    words = html.Span(html.Span(text, className="name"), className="row-words")
    return html.Button([icon("ask"), words], className="row", **data(what="question", id=text))


def _with(answer: Answer, name: str) -> str:
    """Return the question with a name in the place of the unknown words, and of a last name that stands behind them."""
    if not answer.unknown or answer.unknown not in answer.text:
        return name
    last = re.escape(name.split()[-1])
    return re.sub(rf"{re.escape(answer.unknown)}(?:\s+{last}\b)?", lambda _: name, answer.text, count=1)
