"""Saving a picture: the dialog, what the reader asks of it, and the picture as the page then saves it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria
from components.exports import export_links
from components.glyphs import icon
from components.state import Camera, read_camera, read_ids
from graph.model import EdgeView, GraphView
from graph.picture import DARK, LIGHT, Canvas, Emphasis, Theme

FORMATS = {"png": "PNG", "svg": "SVG"}
SCALES = ("1", "2", "3", "4")
GROUNDS = {"light": "Light", "dark": "Dark", "clear": "Transparent"}
_DIMMED = 0.16  # how strongly that is drawn which does not stand out; as assets/35-canvas.css has it
_FILTERED = 0.14  # and what does not pass the filters, where it is not hidden
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Request:
    """What the reader wants a picture of: `seen`, `dimmed` and `filtered` are actors and relations on the canvas."""

    title: str = ""
    ground: str = "light"
    legend: bool = True
    notes: bool = True
    camera: Camera | None = None
    seen: frozenset[str] = frozenset()
    dimmed: frozenset[str] = frozenset()
    filtered: frozenset[str] = frozenset()
    picked: frozenset[str] = frozenset()

    @property
    def theme(self) -> Theme:
        """Return the colours: those for a light ground also where there is none."""
        return DARK if self.ground == "dark" else LIGHT

    @property
    def emphasis(self) -> Emphasis:
        """Return how strongly all is drawn."""
        strengths = dict.fromkeys(self.dimmed, _DIMMED) | dict.fromkeys(self.filtered, _FILTERED)
        return Emphasis(strengths, self.picked)


def read_request(data: Mapping[str, Any] | None, canvas: Canvas) -> Request:
    """Return what a store holds; whatever is out of shape counts as not asked for."""
    data = data if isinstance(data, Mapping) else {}
    title, ground = data.get("title"), data.get("ground")
    return Request(
        title=" ".join(title.split())[:_LONGEST_TITLE] if isinstance(title, str) else "",
        ground=ground if ground in GROUNDS else "light",
        legend=data.get("legend") is not False,
        notes=data.get("notes") is not False,
        camera=read_camera(data.get("camera"), canvas),
        **{name: read_ids(data.get(name)) for name in ("seen", "dimmed", "filtered", "picked")},
    )


def saving_menu(project: str) -> Component:
    """Return the button that opens the choices for a picture, and these; Enter saves."""
    button = html.Button(
        [icon("save"), html.Span("Save picture", className="button-words")],
        id=ids.SAVE,
        className="button",
        title="Save a picture (s)",
        **aria(keyshortcuts="s", label="Save picture"),
    )
    choices = [
        dmc.TextInput(
            id=ids.PICTURE_TITLE,
            label="Title",
            value=project,
            size="sm",
            attributes={"input": {"maxLength": _LONGEST_TITLE}},
        ),
        html.Div(
            [
                _choice(ids.PICTURE_FORMAT, "Format", FORMATS, "png"),
                _choice(ids.PICTURE_SCALE, "Size", {scale: f"{scale}×" for scale in SCALES}, "2"),
            ],
            className="saving-pair",
        ),
        _choice(ids.PICTURE_GROUND, "Background", GROUNDS, "light"),
        _choice(ids.PICTURE_PART, "Part", {"seen": "What is seen", "whole": "Whole network"}, "seen"),
        dmc.Switch(id=ids.PICTURE_LEGEND, label="Legend", checked=True, size="xs"),
        dmc.Switch(id=ids.PICTURE_NOTES, label="Numbered sentences and sources", checked=True, size="xs"),
        html.Button("Save", id=ids.SAVE_NOW, className="button primary", title="Save (Enter)"),
        export_links(),
    ]
    part: Component = dmc.Popover(
        [dmc.PopoverTarget(button), dmc.PopoverDropdown(html.Div(choices, className="saving"))],
        id=ids.SAVING,
        position="bottom-end",
        shadow="md",
        withRoles=False,  # they would stand on a wrapper that is no button
        trapFocus=True,
        returnFocus=True,
        keepMounted=True,
    )
    return part


def _choice(control: str, title: str, words: Mapping[str, str], value: str) -> Component:
    data = [{"value": choice, "label": label} for choice, label in words.items()]
    segments = dmc.SegmentedControl(
        id=control, data=data, value=value, size="xs", fullWidth=True, attributes={"root": {"aria-label": title}}
    )
    return html.Div([html.Span(title, className="look-title"), segments], className=control)


def part_on_canvas(drawn: GraphView, passing: GraphView, request: Request) -> GraphView:
    """Return of what is drawn what the reader sees; what passes the filters as they leave it."""
    wanted = request.seen | request.dimmed | request.filtered
    narrowed = {edge.id: edge for edge in passing.edges}
    nodes = tuple(node for node in drawn.nodes if node.id in wanted)
    ends = {node.id for node in nodes}

    def is_wanted(edge: EdgeView) -> bool:
        return edge.id in wanted and edge.source in ends and edge.target in ends

    edges = tuple(narrowed.get(edge.id, edge) for edge in drawn.edges if is_wanted(edge))
    return replace(drawn, nodes=nodes, edges=edges)
