"""How the figure is to be read: as a strip below it, and as Plotly's own legend in a saved picture."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.attributes import aria
from components.choices import Choices
from components.glyphs import family_sign, kind_sign, status_sign
from graph import STATUS_WORDS
from graph.model import GraphView, Status
from graph.picture import DENIED_GLYPH, FAMILY_GLYPHS, KIND_SHAPES, STATUS_DASHES, Theme


def legend_strip(choices: Choices) -> list[Component]:
    """Return the signs that the whole network uses, with their meanings; no filter changes it, nor thus the canvas."""
    items = [
        *(html.Li([kind_sign(kind), kind]) for kind, _ in choices.kinds),
        *(html.Li([family_sign(family), family]) for family in choices.families),
        *(html.Li([status_sign(status), STATUS_WORDS[status]]) for status in choices.statuses),
    ]
    return [html.Ul(items, className="legend-items", **aria(label="Legend"))] if items else []


def legend_traces(view: GraphView, theme: Theme) -> list[dict[str, Any]]:
    """Return traces that draw nothing but their entries in the legend of a saved picture."""
    kinds, families, statuses = _used(view)
    shapes = [
        _entry(kind, {"symbol": KIND_SHAPES.get(kind, "circle"), "size": 11, "color": theme.kind(kind)})
        for kind in kinds
    ]
    lines = [
        _entry(
            family,
            {"symbol": FAMILY_GLYPHS.get(family, "circle-open"), "size": 8, "color": theme.family(family)},
            {"color": theme.family(family), "width": 2},
        )
        for family in families
    ]
    dashes = [
        _entry(
            STATUS_WORDS[status],
            {"symbol": DENIED_GLYPH, "size": 11, "color": theme.muted} if status is Status.NEGATED else None,
            {"color": theme.muted, "width": 1.5, "dash": STATUS_DASHES[status]},
        )
        for status in statuses
    ]
    return shapes + lines + dashes


def _used(view: GraphView) -> tuple[list[str], list[str], list[Status]]:
    """Return the kinds, families and statuses that a view shows, in the order of their showing."""
    kinds = {node.kind for node in view.nodes}
    families = {edge.family for edge in view.edges}
    statuses = {edge.status for edge in view.edges}
    return (
        [kind for kind in KIND_SHAPES if kind in kinds],
        [family for family in FAMILY_GLYPHS if family in families],
        [status for status in Status if status in statuses],
    )


def _entry(name: str, marker: dict[str, Any] | None, line: dict[str, Any] | None = None) -> dict[str, Any]:
    mode = "+".join(part for part, style in (("lines", line), ("markers", marker)) if style)
    entry: dict[str, Any] = {"type": "scatter", "mode": mode, "name": name, "x": [None], "y": [None]}
    if marker:
        entry["marker"] = {**marker, "opacity": 1}
    if line:
        entry["line"] = line
    return {**entry, "showlegend": True, "hoverinfo": "skip"}
