"""The frame of the page: header, filters, canvas with its lists, evidence, and what opens over them."""

from collections.abc import Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.adding import add_dialog
from components.asking import ask_box
from components.attributes import aria, data
from components.choices import Choices
from components.correcting import correction_form, correction_menus
from components.corrections import correction_buttons, corrections_dialog
from components.filter_panel import asked_bar, filter_fields, filter_search
from components.first_steps import first_steps
from components.glyphs import icon
from components.key_help import key_help, key_help_button
from components.legend import legend_strip
from components.look import look_menu
from components.matrix import matrix_pane
from components.more import more_button, more_menu
from components.outline import outline_pane
from components.paths import path_chooser
from components.picture import saving_menu
from components.plain import plain_place
from components.projects import project_button, project_form, project_menu
from components.reader import reader_pane
from components.renewal import renewal_line
from components.timeline import timeline_strip
from components.trial import trial_dialog
from graph.model import ReadingProgress
from graph.picture import LIGHT, mix
from graph.projects import OpenProject

_GRAPH_CONFIG: Any = {
    "displayModeBar": False,
    "scrollZoom": False,  # assets/57-gestures.js pans, zooms and clicks
    "doubleClick": False,
    "responsive": True,
    "showTips": False,
    "plotlyServerURL": "",
}

_WATCH = 5_000  # milliseconds between looks for what other windows have changed
_RENEWAL_BEAT = 2_000  # milliseconds between looks for how much is read anew

_FIGURE_LABEL = (
    "The network as a picture, moved by the arrow keys, plus, minus and 0; b selects actors by a box, l one by one. "
    "The tab Outline tells the same in words, the tabs Actors and Relations in tables."
)

_BOX_KEYS = "Arrow keys move the box, with Shift they change its size; Enter selects, Esc ends."
_WALK_KEYS = "Arrow keys go from actor to actor; Space marks one, Enter selects all that are marked, Esc ends."


def page(
    project: str,
    choices: Choices,
    *,
    questions: Sequence[str] = (),
    selected: dict[str, str] | None = None,
    is_sample: bool = False,
    job: str | None = None,
    renewal: ReadingProgress | None = None,
    opened: OpenProject | None = None,
) -> Component:
    """Return the whole page of a project, before anything is drawn.

    `questions` are some that the story answers, `selected` is what the page's store holds at first. The sample story
    comes with first steps. `job` is a reading under way, `renewal` one after an update; `opened` is the project, where
    there may be others.
    """
    part: Component = dmc.MantineProvider(
        theme=_mantine_theme(),
        defaultColorScheme="auto",
        children=[
            *_stores(job, choices, selected or {"what": "", "id": ""}),
            dcc.Interval(id=ids.RENEWAL_PULSE, interval=_RENEWAL_BEAT, disabled=not renewal or renewal.finished),
            html.A("Skip to the list of actors", href=f"#{ids.ACTOR_LIST}", className="skip", **data(tab="actors")),
            html.Div(
                [
                    _header(project, questions, opened),
                    _filters(choices),
                    _canvas(choices, is_sample, renewal_line(renewal) if renewal else []),
                    _evidence(),
                    _sheet_bar(),
                ],
                className="shell",
                **data(plain=" ".join(ids.PLAIN_PLACES)),
            ),
            reader_pane(),
            html.Div(className="scrim", **data(sheet="")),
            add_dialog(job),
            trial_dialog(),
            key_help(),
            *([] if opened is None else [project_menu(opened), project_form()]),
            more_menu(),
            *correction_menus(),
            correction_form(),
            corrections_dialog(),
            _notices(),
        ],
    )
    return part


def _notices() -> Component:
    """Return where it is told what became of something, and what cancels the making of a file."""
    cancel = html.Button("Cancel", id=ids.CANCEL_MAKING, className="notice-action", hidden=True)
    notice = html.Div(id=ids.NOTICE, className="notice", role="status", **aria(live="polite"))
    return html.Div([notice, cancel], className="notices")


def _stores(job: str | None, choices: Choices, selected: dict[str, str]) -> list[Component]:
    return [
        dcc.Store(id=ids.SELECTION, data=selected),
        dcc.Store(id=ids.FILTERS, data={}),
        dcc.Store(id=ids.CANVAS),
        dcc.Store(id=ids.SCHEME),
        dcc.Store(id=ids.VERSION, data=0),
        dcc.Store(id=ids.PICTURE_ASKED),
        dcc.Store(id=ids.PICTURE),
        dcc.Store(id=ids.ORDER, storage_type="local"),
        dcc.Store(id=ids.READER),
        dcc.Store(id=ids.READ),
        dcc.Store(id=ids.EXTENT, data={}),
        dcc.Store(id=ids.LOOK, data={}),
        dcc.Store(id=ids.JOB, data=job),
        dcc.Store(id=ids.TABLES),
        dcc.Store(id=ids.GROUPS),
        dcc.Store(id=ids.OFFERED, data=choices.key),
        dcc.Store(id=ids.PROJECT_ACT),
        dcc.Store(id=ids.PROJECT_GO),
        dcc.Store(id=ids.SEEN),
        dcc.Store(id=ids.CORRECT),
        dcc.Store(id=ids.TOLD),
        dcc.Store(id=ids.REVIEW, data={}),
        dcc.Interval(id=ids.PULSE, interval=500, disabled=job is None),
        dcc.Interval(id=ids.WATCH, interval=_WATCH),
    ]


def _header(project: str, questions: Sequence[str], opened: OpenProject | None) -> Component:
    name = html.Span(project, id=ids.PROJECT, className="project")
    return html.Header(
        [
            html.Div(
                [html.H1("Dramatis", className="wordmark"), name if opened is None else project_button(name)],
                className="brand",
            ),
            ask_box(questions),
            html.Div(
                [
                    *correction_buttons(),
                    _button(ids.TRIAL, "quote", "Try a sentence"),
                    _button(ids.ADD, "add", "Add article"),
                    saving_menu(project),
                    key_help_button(),
                    dmc.ColorSchemeToggle(
                        id=ids.SCHEME_TOGGLE,
                        lightIcon=icon("sun"),
                        darkIcon=icon("moon"),
                        variant="transparent",
                        className="plain-icon",
                        attributes={"root": {"title": "Light or dark"}},
                    ),
                    more_button(),
                ],
                className="actions",
            ),
        ],
        className="head",
    )


def _button(control: str, sign: str, words: str) -> Component:
    return html.Button(
        [icon(sign), html.Span(words, className="button-words")], id=control, className="button", title=words
    )


def _filters(choices: Choices) -> Component:
    return html.Aside(
        [
            _sheet_head("Filters"),
            html.Div(filter_search(), className="pane-head"),
            html.Div(filter_fields(choices), id=ids.FIELDS, className="fields"),
        ],
        id=ids.FILTERS_PANE,
        className="pane filters-pane",
        **aria(label="Filters"),
    )


def _canvas(choices: Choices, is_sample: bool, renewal: Sequence[Component]) -> Component:
    tabs = dmc.Tabs(
        id=ids.TABS,
        value="network",
        keepMounted=True,
        className="view-tabs",
        children=[
            dmc.TabsList(
                [
                    dmc.TabsTab("Network", value="network"),
                    dmc.TabsTab("Outline", value="outline"),
                    dmc.TabsTab("Actors", value="actors"),
                    dmc.TabsTab("Relations", value="relations"),
                    dmc.TabsTab("Matrix", value="matrix"),
                    dmc.TabsTab("Contradictions", value="contradictions"),
                    dmc.TabsTab("Who matters", value="measures"),
                ]
            ),
            asked_bar(renewal),
            dmc.TabsPanel(_network(choices, is_sample), value="network"),
            dmc.TabsPanel(outline_pane(), value="outline"),
            dmc.TabsPanel(_table_pane(ids.ACTOR_LIST), value="actors"),
            dmc.TabsPanel(_table_pane(ids.RELATION_LIST), value="relations"),
            dmc.TabsPanel(matrix_pane(), value="matrix"),
            dmc.TabsPanel(plain_place(ids.CONTRADICTION_LIST, className="list-pane"), value="contradictions"),
            dmc.TabsPanel(plain_place(ids.MEASURE_LIST, className="list-pane"), value="measures"),
        ],
    )
    return html.Main(tabs, id=ids.CANVAS_PANE, className="canvas-pane")


def _table_pane(control: str) -> Component:
    waiting = html.P("Laying out the table …", className="table-count table-head")
    return html.Div(waiting, id=control, className="table-pane", tabIndex=-1)


def _network(choices: Choices, is_sample: bool) -> Component:
    graph = dcc.Graph(id=ids.GRAPH, figure=_blank(), config=_GRAPH_CONFIG, responsive=True, className="network")
    zoom = [
        html.Button(icon(sign), id=control, className="plain-icon", title=words, **aria(label=words))
        for control, sign, words in (
            (ids.ZOOM_IN, "add", "Zoom in (+)"),
            (ids.ZOOM_OUT, "remove", "Zoom out (-)"),
            (ids.ZOOM_FIT, "fit", "Show the whole network (0)"),
            (ids.CAMERA_BACK, "back", "Back to the former view (Backspace)"),
            (ids.SELECT_BOX, "box", "Select actors by a box (b)"),
            (ids.SELECT_LASSO, "lasso", "Select actors by a lasso, or by keys one by one (l)"),
            (ids.UNPIN, "unpin", "Unpin the selected actors, or all (u)"),
        )
    ]
    stage = [
        html.Div(
            graph,
            className="figure",
            role="application",  # a screen reader leaves the arrow keys to what has this role, not to a picture
            tabIndex=0,
            **aria(
                label=_FIGURE_LABEL, keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown + - 0 b l t u f Backspace"
            ),
        ),
        html.Div(
            [
                html.Div(id=ids.DRAWN_NOTE),
                *(
                    html.Button(words, id=control, className="text-button", hidden=True)
                    for words, control in (
                        ("Draw its other relations", ids.EXPAND),
                        ("Draw its whole group", ids.EXPAND_GROUP),
                    )
                ),
            ],
            className="drawn-note",
        ),
        html.Div(html.P("Drawing the network …"), id=ids.CURTAIN, className="curtain"),
        html.Div(
            [
                html.P(id=ids.BOXED),
                html.P(_BOX_KEYS, id=ids.BOXED_KEYS, className="quiet", hidden=True),
                html.P(_WALK_KEYS, id=ids.WALK_KEYS, className="quiet", hidden=True),
            ],
            className="boxed unseen",
            role="status",
            **aria(live="polite", atomic="false"),  # the keys are told once, what is in the box as it changes
        ),
        html.Div(id=ids.HINT, className="hint", **aria(hidden="true")),
    ]
    return html.Div(
        [
            html.Div(stage, className="stage"),
            html.Div([*zoom, look_menu()], className="zoom"),
            *([first_steps()] if is_sample else []),
            *plain_place(ids.LEGEND, *legend_strip(choices), className="legend"),
            timeline_strip(choices),
        ],
        className="network-pane",
    )


def _evidence() -> Component:
    return html.Aside(
        [
            _sheet_head("Evidence"),
            html.Div(
                [
                    html.Div(id=ids.EVIDENCE_HEAD),
                    html.Div(path_chooser(), id=ids.TIED_PLACE, hidden=True),
                    html.Div(id=ids.EVIDENCE_BODY),
                ],
                id=ids.EVIDENCE,
                className="evidence",
                role="region",
                tabIndex=-1,
                **aria(label="Evidence"),
            ),
        ],
        id=ids.EVIDENCE_PANE,
        className="pane evidence-pane",
        **aria(label="Evidence"),
    )


def _sheet_head(title: str) -> Component:
    close = html.Button(
        icon("close"),
        className="plain-icon",
        title="Close",
        **data(sheet=""),
        **aria(label=f"Close {title.lower()}"),
    )
    return html.Div([html.Span(title), close], className="sheet-head")


def _sheet_bar() -> Component:
    """Return the buttons that open filters and evidence where there is no room for panes."""
    buttons = [
        html.Button(
            [icon(sheet), html.Span(sheet.capitalize())],
            className="sheet-button",
            **data(sheet=sheet),
            **aria(controls=pane, expanded="false"),
        )
        for sheet, pane in (("filters", ids.FILTERS_PANE), ("evidence", ids.EVIDENCE_PANE))
    ]
    return html.Nav(buttons, className="sheet-bar", **aria(label="Panes"))


def _blank() -> dict[str, Any]:
    axis = {"visible": False}
    clear = "rgba(0,0,0,0)"
    return {"data": [], "layout": {"xaxis": axis, "yaxis": axis, "paper_bgcolor": clear, "plot_bgcolor": clear}}


def _mantine_theme() -> dict[str, Any]:
    shades = [mix("#ffffff", LIGHT.accent, share / 10) for share in (1, 2, 3.5, 5, 6.5, 8, 9, 10)]
    return {
        "fontFamily": "var(--font)",
        "primaryColor": "harbour",
        "colors": {"harbour": [*shades, mix(LIGHT.accent, "#000000", 0.15), mix(LIGHT.accent, "#000000", 0.3)]},
        "defaultRadius": "sm",
        "respectReducedMotion": True,
        # A dialog that glides into its place takes what is pressed meanwhile from under the pointer.
        "components": {"Modal": {"defaultProps": {"transitionProps": {"transition": "fade", "duration": 120}}}},
    }
