"""Correcting actors and claims: the menus that say what can be done, and the form for what needs words or a choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon
from components.words import counted
from graph.filters import STATUS_WORDS
from graph.model import Actor, Article, Claim, Form, KnowledgeBase, Mention
from graph.review import Pair
from graph.taxonomy import Taxonomy

Option = dict[str, Any]

THE_ARTICLE = "article"  # as a speaker
MOST_OFFERED = 30
_AROUND = 34  # characters around a mention

# What the menus offer: the act, its icon and its words; those with "…" open the form.
_ACTOR_ACTS = (
    ("rename", "pen", "Rename …"),
    ("kind", "evidence", "Change kind …"),
    ("merge", "join", "Same as another actor …"),
    ("split", "split", "Split …"),
    ("note", "note", "Note …"),
    ("hide", "hide", "Hide"),
    ("delete", "remove", "Delete: this is no actor"),
)
_CLAIM_ACTS = (
    ("confirm", "check", "The sentence says so"),
    ("reject", "close", "The sentence does not say so"),
    ("turn", "both", "Turn it round"),
    ("retype", "pen", "It says something else …"),
    ("status", "evidence", "Change status …"),
    ("speaker", "quote", "Change speaker …"),
)
TITLES = {
    "rename": "Rename this actor",
    "kind": "Change its kind",
    "merge": "The same as another actor",
    "split": "Split off another actor",
    "note": "A note",
    "retype": "What does the sentence say?",
    "status": "How far does the text commit itself?",
    "speaker": "Who says so?",
}


@dataclass(frozen=True, slots=True)
class ReaderSaid:
    """What the reader has said of an actor or a relation beside correcting it."""

    note: str = ""
    is_hidden: bool = False


NOTHING_SAID = ReaderSaid()


# --- Menus --------------------------------------------------------------------------------------------


def correction_menus() -> list[Component]:
    """Return the two menus, of actors and of claims; assets/70-correcting.js opens them beside what is corrected."""
    return [
        _menu(ids.ACTOR_MENU, "Correct this actor", _ACTOR_ACTS),
        _menu(ids.CLAIM_MENU, "Correct this claim", _CLAIM_ACTS),
    ]


def correct_actor(actor_id: str) -> Component:
    """Return the button that opens the menu of an actor."""
    return html.Button(
        [icon("pen"), "Correct"],
        className="text-button correct",
        **data(menu=ids.ACTOR_MENU, of=actor_id),
        **aria(haspopup="menu", expanded="false"),
    )


def correct_claim(claim_id: str) -> Component:
    """Return the button that opens the menu of a claim."""
    return html.Button(
        icon("pen"),
        className="plain-icon correct",
        title="Correct",
        **data(menu=ids.CLAIM_MENU, of=claim_id),
        **aria(label="Correct this claim", haspopup="menu", expanded="false"),
    )


def note_relation(relation_id: str) -> Component:
    """Return the button that opens the form for a note on a relation."""
    return html.Button([icon("note"), "Note"], className="text-button correct", **data(act="note", of=relation_id))


def noted(text: str) -> list[Component]:
    """Return the reader's note, if there is one."""
    return [html.P([html.Span("Your note: ", className="unseen"), text], className="note")] if text else []


def hidden_by_reader(actor_id: str) -> Component:
    """Return what is told of an actor that the reader has hidden, with the way back."""
    again = html.Button("Show it again", className="text-button", **data(act="show", of=actor_id))
    return html.P(["You have hidden this actor. ", again], className="quiet")


def _menu(menu: str, label: str, acts: Sequence[tuple[str, str, str]]) -> Component:
    items = [
        html.Button([icon(sign), words], className="menu-item", role="menuitem", tabIndex=-1, **data(act=act))
        for act, sign, words in acts
    ]
    return html.Div(items, id=menu, className="correct-menu", role="menu", hidden=True, **aria(label=label))


# --- The form -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FormState:
    """What the form asks for: fields that are None are not shown; `choices` are what `choice` is taken from.

    `places` are the mentions to be ticked. `words` says what the form is about.
    """

    act: str
    words: str
    name: str | None = None
    choice: str | None = None
    choices: tuple[Option, ...] = ()
    keep: tuple[Option, ...] = ()
    places: tuple[Option, ...] = ()
    text: str | None = None
    label: str = field(default="")


def correction_form() -> Component:
    """Return the dialog with all fields that any correction needs; `form_props` says which are shown."""
    part: Component = dmc.Modal(
        id=ids.FORM,
        title="",
        size="lg",
        keepMounted=True,
        closeButtonProps={"aria-label": "Close"},
        children=[
            html.P(id=f"{ids.FORM}-words", className="quiet"),
            dmc.CheckboxGroup(
                id=ids.FORM_PLACES, label="Which mentions go", value=[], children=[], className="split-places"
            ),
            dmc.TextInput(id=ids.FORM_NAME, label="Name", value=""),
            dmc.Select(
                id=ids.FORM_CHOICE,
                label="",
                data=[],
                searchable=True,
                allowDeselect=False,
                nothingFoundMessage="Nothing of that name",
                filter={"function": "offered"},
                maxDropdownHeight=260,
            ),
            dmc.RadioGroup(id=ids.FORM_KEEP, label="The name afterwards", value="this", children=[]),
            dmc.Textarea(id=ids.FORM_TEXT, label="Note", autosize=True, minRows=3, maxRows=10, value=""),
            html.P(id=ids.FORM_PROBLEM, className="problem", role="alert", hidden=True),
            html.Div(
                html.Button("Save", id=ids.FORM_SAVE, className="button primary"),
                className="dialog-action",
            ),
        ],
    )
    return part


def rename_form(actor: Actor) -> FormState:
    """Return the form for another name of an actor."""
    return FormState("rename", f"“{actor.name}” stays findable under its present name.", name=actor.name)


def kind_form(actor: Actor, taxonomy: Taxonomy) -> FormState:
    """Return the form for another kind of an actor."""
    choices = tuple(_option(kind, known.label) for kind, known in taxonomy.kinds.items())
    return FormState("kind", f"“{actor.name}” is …", choice=actor.kind, choices=choices, label="Kind")


def merge_form(actor: Actor, kb: KnowledgeBase, pairs: Sequence[Pair]) -> FormState:
    """Return the form to join an actor with another: first those offered whose names are alike."""
    alike = [other for pair in pairs for other in (pair.first, pair.second) if actor.id in (pair.first, pair.second)]
    ranked = sorted(kb.actors.values(), key=lambda each: (-len(each.mentions), each.name))
    offered = dict.fromkeys([*alike, *(each.id for each in ranked)])
    choices = [actor_option(kb.actors[other]) for other in offered if other != actor.id and other in kb.actors]
    keep = (_option("this", actor.name), _option("other", "that of the other"))
    return FormState(
        "merge",
        f"All that is said of “{actor.name}” is said of this one too.",
        choice=None,
        choices=tuple(choices[:MOST_OFFERED]),
        keep=keep,
        label="The same as",
    )


def split_form(actor: Actor, kb: KnowledgeBase) -> FormState:
    """Return the form to choose which mentions of an actor mean somebody else."""
    named = [mention for mention in actor.mentions if mention.form is not Form.PRONOUN]
    places = tuple(
        _option(f"{mention.article_id} {mention.span.start} {mention.span.end}", _in_context(mention, kb))
        for mention in named
    )
    words = "Tick the mentions that mean somebody else. Pronouns go with the name before them."
    return FormState("split", words, name="", places=places, label="Name of the other")


def note_form(about: str, kb: KnowledgeBase, taxonomy: Taxonomy, text: str) -> FormState:
    """Return the form for a note on an actor or a relation."""
    if relation := kb.relations.get(about):
        ends = (kb.actors[end].name for end in (relation.source, relation.target))
        name = f" {taxonomy.relation_type(relation.type).label} ".join(ends)
    else:
        name = kb.actors[about].name
    return FormState("note", f"On “{name}”. It is kept with the project and shown with the evidence.", text=text)


def retype_form(claim: Claim, words: str, taxonomy: Taxonomy) -> FormState:
    """Return the form for another relation type of a claim."""
    return FormState(
        "retype", words, choice=claim.relation_type, choices=tuple(type_options(taxonomy)), label="It says that the one"
    )


def status_form(claim: Claim, words: str) -> FormState:
    """Return the form for another status of a claim."""
    choices = tuple(_option(status.value, said) for status, said in STATUS_WORDS.items())
    return FormState("status", words, choice=claim.status.value, choices=choices, label="Status")


def speaker_form(claim: Claim, words: str, kb: KnowledgeBase) -> FormState:
    """Return the form for another speaker of a claim: the article itself, or who is in it."""
    here = [a for a in kb.actors.values() if any(mention.article_id == claim.article_id for mention in a.mentions)]
    choices = [_option(THE_ARTICLE, "The article itself"), *map(actor_option, here)]
    speaker = THE_ARTICLE if claim.speaker is None else kb.actor_of(claim.speaker).id
    return FormState("speaker", words, choice=speaker, choices=tuple(choices), label="Said by")


def type_options(taxonomy: Taxonomy) -> list[Option]:
    """Return all relation types, under their families."""
    groups: dict[str, list[Option]] = {}
    for type_id, known in taxonomy.types.items():
        groups.setdefault(known.family, []).append(_option(type_id, known.label))
    return [{"group": family.capitalize(), "items": groups[family]} for family in taxonomy.families if family in groups]


def actor_option(actor: Actor) -> Option:
    """Return an actor to choose."""
    return _option(actor.id, f"{actor.name} ({actor.kind}, {counted(len(actor.mentions), 'mention')})")


def form_props(state: FormState) -> Mapping[str, Any]:
    """Return the properties of the form's parts, by part."""
    return {
        "title": TITLES[state.act],
        "words": state.words,
        "name": state.name or "",
        "name_style": _shown(state.name is not None),
        "name_label": state.label or "Name",
        "choice": state.choice,
        "choices": list(state.choices),
        "choice_style": _shown(bool(state.choices)),
        "choice_label": state.label,
        "keep": [dmc.Radio(label=option["label"], value=option["value"]) for option in state.keep],
        "keep_style": _shown(bool(state.keep)),
        "places": [dmc.Checkbox(label=option["label"], value=option["value"], size="sm") for option in state.places],
        "places_style": _shown(bool(state.places)),
        "text": state.text or "",
        "text_style": _shown(state.text is not None),
    }


def _shown(is_shown: bool) -> dict[str, str]:
    return {} if is_shown else {"display": "none"}


def _option(value: str, label: str | list[Component | str]) -> Option:
    return {"value": value, "label": label}


def _in_context(mention: Mention, kb: KnowledgeBase) -> list[Component | str]:
    """Return a mention with the words around it and its article."""
    article: Article = kb.articles[mention.article_id]
    span, text = mention.span, article.text
    before = " ".join(text[max(0, span.start - _AROUND) : span.start].split("\n")[-1].split(" ")[1:])
    after = " ".join(text[span.end : span.end + _AROUND].split("\n")[0].split(" ")[:-1])
    return [
        html.Span(f"…\N{NO-BREAK SPACE}{before}", className="context"),
        html.Mark(span.of(text), className="mark mark-mention"),
        html.Span(f"{after}\N{NO-BREAK SPACE}…", className="context"),
        html.Cite(article.title),
    ]
