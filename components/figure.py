"""The network as a Plotly figure, in plain dicts: Plotly's own objects take seconds to build at a thousand actors.

Few traces, whatever the size: one for the lines of each family, status and width, one for all arrowheads, one for the
handles in the middle of the lines (Plotly lets nobody click a line), two for each kind of actor. Every marker carries
`customdata` ["actor" or "relation", id].
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from components.drawing import HANDLE, Canvas, Drawing, Name, StandingOut, lay_out, word_of
from components.theme import (
    DENIED_GLYPH,
    FAMILY_GLYPHS,
    FONT,
    KIND_SHAPES,
    SERIF,
    STATUS_DASHES,
    Theme,
)
from components.words import counted
from graph import STATUS_WORDS
from graph.model import EdgeView, GraphView, NodeView, Selection, Status

Trace = dict[str, Any]

_WIDTHS = ((4, 2.8), (2, 2.0), (0, 1.3))  # sentences from, pixels
_LINE_STRENGTH = 0.86
_DIMMED = 0.16
_DIMMED_TEXT = 0.42
_ARROW_SIZE = 8.5
_UNNAMED = Name("", 12.0, False, "middle right")
_SQUARED = {"square": 0.89, "diamond": 1.1}  # so that all shapes look equally large


def build_figure(
    view: GraphView, *, theme: Theme, canvas: Canvas | None = None, selection: Selection | None = None
) -> dict[str, Any]:
    """Return a view as a Plotly figure for a canvas: {"data": traces, "layout": ...}.

    The selected actor is ringed; it, its neighbours and its relations keep their strength and the rest is dimmed.
    """
    canvas = canvas or Canvas()
    standing_out = _standing_out(view, selection or Selection())
    drawing = lay_out(view, canvas, standing_out=standing_out)
    painter = _Painter(view, drawing, theme, standing_out)
    traces = [*painter.lines(), *painter.arrows(), *painter.handles()]
    if selection and selection.what == "actor":
        traces += painter.ring(selection.id)
    traces += painter.actors()
    return {"data": traces, "layout": _layout(canvas, theme)}


def _standing_out(view: GraphView, selection: Selection) -> StandingOut | None:
    """Return what is selected with its neighbours, or None where the view does not show it."""
    edges = [edge for edge in view.edges if selection.id in (edge.id, edge.source, edge.target)]
    actors = {end for edge in edges for end in (edge.source, edge.target)}
    actors |= {node.id for node in view.nodes if node.id == selection.id}
    return StandingOut(frozenset(actors), frozenset(edge.id for edge in edges)) if actors else None


@dataclass(frozen=True, slots=True)
class _Painter:
    """Turns a drawing into traces of one theme."""

    view: GraphView
    drawing: Drawing
    theme: Theme
    standing_out: StandingOut | None

    def lines(self) -> Iterator[Trace]:
        """Give the lines, the dimmed ones first so that they lie beneath."""
        groups: dict[tuple[bool, str, Status, float], list[int]] = defaultdict(list)
        for at, edge in enumerate(self.view.edges):
            strong = self._is_strong(edge)
            groups[strong, edge.family if strong else "other", edge.status, _line_width(edge)].append(at)
        points = self.drawing.curves.points.round(1)
        for (strong, family, status, width), members in sorted(groups.items()):
            x: list[float | None] = []
            y: list[float | None] = []
            for at in members:
                x += [*points[at, :, 0].tolist(), None]
                y += [*points[at, :, 1].tolist(), None]
            line = {"color": self._line_colour(family, strong), "width": width, "dash": STATUS_DASHES[status]}
            yield {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}

    def arrows(self) -> Iterator[Trace]:
        """Give the arrowheads, which end at the rims of the targets; symmetric relations have none."""
        directed = [at for at, edge in enumerate(self.view.edges) if not edge.symmetric]
        if not directed:
            return
        edges = [self.view.edges[at] for at in directed]
        ends = [self.drawing.positions[edge.target] for edge in edges]
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [x for x, _ in ends],
            "y": [y for _, y in ends],
            "marker": {
                "symbol": "arrow",
                "size": [_ARROW_SIZE + _line_width(edge) - 1 for edge in edges],
                "angle": self.drawing.curves.angles[directed].round(1).tolist(),
                "standoff": [self.drawing.diameters[edge.target] / 2 + 1.5 for edge in edges],
                "color": [self._line_colour(edge.family, self._is_strong(edge)) for edge in edges],
                "opacity": 1,
                "line": {"width": 0},
            },
            "customdata": [["relation", edge.id] for edge in edges],
            "hoverinfo": "skip",
        }

    def handles(self) -> Iterator[Trace]:
        """Give the handles in the middle of the lines, with the relation's word where there is room for it."""
        edges = self.view.edges
        if not edges:
            return
        names = {node.id: node.name for node in self.view.nodes}
        words = self.drawing.words
        strong = [self._is_strong(edge) for edge in edges]
        middles = self.drawing.curves.middles.round(1)
        yield {
            "type": "scatter",
            "mode": "markers+text",
            "x": middles[:, 0].tolist(),
            "y": middles[:, 1].tolist(),
            "marker": {
                "symbol": [_handle_symbol(edge) for edge in edges],
                "size": [HANDLE + 4 if edge.status is Status.NEGATED else HANDLE for edge in edges],
                "color": [self._glyph_colour(edge, full) for edge, full in zip(edges, strong, strict=True)],
                "opacity": 1,
                "line": {"width": 1, "color": self.theme.page},
            },
            "text": [_escaped(word_of(edge)) if edge.id in words else "" for edge in edges],
            "textposition": [words.get(edge.id, "top center") for edge in edges],
            "textfont": {"family": SERIF, "size": 12, "style": "italic", "color": self.theme.muted},
            "customdata": [["relation", edge.id] for edge in edges],
            "hovertext": [_edge_hover(edge, names) for edge in edges],
            "hoverinfo": "text",
            "cliponaxis": False,
        }

    def ring(self, actor_id: str) -> Iterator[Trace]:
        """Give the ring round the selected actor, if it is in the view."""
        if actor_id not in self.drawing.positions:
            return
        x, y = self.drawing.positions[actor_id]
        marker = {
            "symbol": "circle-open",
            "size": self.drawing.diameters[actor_id] + 13,
            "color": self.theme.accent,
            "line": {"width": 2.5, "color": self.theme.accent},
            "opacity": 1,
        }
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [x],
            "y": [y],
            "marker": marker,
            "customdata": [["actor", actor_id]],
            "hoverinfo": "skip",
        }

    def actors(self) -> Iterator[Trace]:
        """Give two traces for each kind of actor: those without a name, and above all of these those with one."""
        kinds: dict[tuple[bool, str], list[NodeView]] = defaultdict(list)
        for node in self.view.nodes:
            kinds[node.id in self.drawing.names, node.kind].append(node)
        for (_, kind), nodes in sorted(kinds.items()):
            yield self._kind_trace(kind, nodes)

    def _kind_trace(self, kind: str, nodes: Sequence[NodeView]) -> Trace:
        shape = KIND_SHAPES.get(kind, "circle")
        colour = self.theme.kind(kind)
        strong = [self.standing_out is None or node.id in self.standing_out.actors for node in nodes]
        names = [self.drawing.names.get(node.id, _UNNAMED) for node in nodes]
        fills = (self.theme.faded(colour, _DIMMED), colour)
        inks = (self.theme.faded(self.theme.ink, _DIMMED_TEXT), self.theme.ink)
        places = [self.drawing.positions[node.id] for node in nodes]
        return {
            "type": "scatter",
            "mode": "markers+text",
            "name": kind,
            "x": [x for x, _ in places],
            "y": [y for _, y in places],
            "marker": {
                "symbol": shape,
                "size": [round(self.drawing.diameters[node.id] * _SQUARED.get(shape, 1), 1) for node in nodes],
                "color": [fills[full] for full in strong],
                "opacity": 1,
                "line": {"width": 2, "color": self.theme.page},
            },
            "text": [_escaped(name.text) for name in names],
            "textposition": [name.side for name in names],
            "textfont": {
                "family": FONT,
                "size": [name.size for name in names],
                "weight": [600 if name.bold else 500 for name in names],
                "color": [inks[full] for full in strong],
            },
            "customdata": [["actor", node.id] for node in nodes],
            "hovertext": [_actor_hover(node) for node in nodes],
            "hoverinfo": "text",
            "cliponaxis": False,
        }

    def _is_strong(self, edge: EdgeView) -> bool:
        return self.standing_out is None or edge.id in self.standing_out.relations

    def _line_colour(self, family: str, strong: bool) -> str:
        return self.theme.faded(self.theme.family(family), _LINE_STRENGTH if strong else _DIMMED)

    def _glyph_colour(self, edge: EdgeView, strong: bool) -> str:
        return self.theme.faded(self.theme.family(edge.family), 1.0 if strong else _DIMMED)


def _layout(canvas: Canvas, theme: Theme) -> dict[str, Any]:
    x0, y0, x1, y1 = canvas.window or (0, 0, canvas.width, canvas.height)
    axis = {"visible": False, "autorange": False, "fixedrange": False, "zeroline": False, "showgrid": False}
    return {
        "xaxis": {**axis, "range": [x0, x1]},
        "yaxis": {**axis, "range": [y0, y1]},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": theme.page,
        "plot_bgcolor": theme.page,
        "font": {"family": FONT, "color": theme.ink, "size": 13},
        "showlegend": False,
        "dragmode": "pan",
        "hovermode": "closest",
        "clickanywhere": True,  # so that a click beside everything clears the selection
        "hoverdistance": 14,
        "hoverlabel": {
            "bgcolor": theme.panel,
            "bordercolor": theme.rule,
            "align": "left",
            "font": {"family": FONT, "size": 13, "color": theme.ink},
        },
        "uirevision": f"{canvas.width:.0f}x{canvas.height:.0f}",
        "autosize": True,
    }


def _line_width(edge: EdgeView) -> float:
    return next(width for least, width in _WIDTHS if edge.weight >= least)


def _handle_symbol(edge: EdgeView) -> str:
    if edge.status is Status.NEGATED:
        return DENIED_GLYPH
    return FAMILY_GLYPHS.get(edge.family, FAMILY_GLYPHS["other"])


def _actor_hover(node: NodeView) -> str:
    return f"<b>{_escaped(node.name)}</b><br>{counted(node.mentions, 'mention')}, {counted(node.relations, 'relation')}"


def _edge_hover(edge: EdgeView, names: dict[str, str]) -> str:
    ends = (_escaped(names[edge.source]), _escaped(names[edge.target]))
    said = f"{STATUS_WORDS[edge.status]}, {counted(edge.weight, 'sentence')}"
    return f"{ends[0]} <i>{_escaped(edge.label)}</i> {ends[1]}<br>{said}"


def _escaped(text: str) -> str:
    """Return text that Plotly, which reads a little HTML in its labels, draws letter by letter."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
