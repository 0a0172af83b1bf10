"""The network as a Plotly figure, in plain dicts: Plotly's own objects take seconds to build at a thousand actors.

Few traces, whatever the size: one for the lines of each family, status and width, one for the arrowheads of each
family, one for the handles in the middle of its lines, one for each kind of actor. Their `meta` says which they are:
"lines", "arrows", "handles" or "actors". The figure is drawn once; filters, selection and hovering are classes that
55-canvas.js puts on Plotly's elements. For it `customdata` names each marker and each stretch of a line: ["actor", id,
number of its relations that are not drawn] or ["relation", id, source, target], and for a handle its rank. `text` has
the names of the actors and the words of the relations, the most important first, raw: they are no part of the traces'
`mode`, as 56-labels.js writes those that have room.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.words import counted
from graph.filters import STATUS_WORDS
from graph.measures import Measures
from graph.model import EdgeView, GraphView, NodeView, Status
from graph.picture import (
    FONT,
    HULL_STRENGTH,
    SERIF,
    STATUS_DASHES,
    Canvas,
    Drawing,
    Encoding,
    Hull,
    Theme,
    actor_shape,
    actor_size,
    arrow_size,
    colour,
    find_hulls,
    handle_size,
    handle_symbol,
    lay_out,
    line_colour,
    line_width,
    sizes,
    word_of,
)

Trace = dict[str, Any]


def build_figure(
    view: GraphView,
    *,
    theme: Theme,
    canvas: Canvas | None = None,
    encoding: Encoding | None = None,
    measures: Measures | None = None,
) -> dict[str, Any]:
    """Return a view as a Plotly figure for a canvas: {"data": traces, "layout": ...}.

    `measures` are those of the whole network, where the encoding needs them. `layout.meta.whole` says whether the view
    is the whole network, so that no filter can ask for more.
    """
    canvas, encoding = canvas or Canvas(), encoding or Encoding()
    drawing = lay_out(view, canvas, sizes=sizes(view, encoding, measures))
    ties = Counter(end for edge in view.edges for end in (edge.source, edge.target))
    painter = _Painter(view, drawing, theme, ties, encoding, measures)
    traces = [*painter.lines(), *painter.arrows(), *painter.handles(), *painter.actors()]
    whole = (len(view.nodes), len(view.edges)) == (view.total_actors, view.total_relations)
    hulls = find_hulls(view, drawing, measures) if encoding.hulls and measures else []
    shapes = [_hull_shape(hull, theme) for hull in hulls]
    return {"data": traces, "layout": _layout(canvas, theme) | {"meta": {"whole": whole}, "shapes": shapes}}


@dataclass(frozen=True, slots=True)
class _Painter:
    """Turns a drawing into traces of one theme."""

    view: GraphView
    drawing: Drawing
    theme: Theme
    ties: Counter[str]
    encoding: Encoding
    measures: Measures | None

    def lines(self) -> Iterator[Trace]:
        """Give the lines, with one entry of `customdata` for each stretch between two None."""
        groups: dict[tuple[str, str, Status, float], list[int]] = defaultdict(list)
        for at, edge in enumerate(self.view.edges):
            groups[self._line_colour(edge), edge.family, edge.status, line_width(edge)].append(at)
        points = self.drawing.curves.points.round(1)
        for (colour_of_line, _, status, width), members in sorted(groups.items()):
            x: list[float | None] = []
            y: list[float | None] = []
            for at in members:
                x += [*points[at, :, 0].tolist(), None]
                y += [*points[at, :, 1].tolist(), None]
            yield {
                "type": "scatter",
                "mode": "lines",
                "meta": "lines",
                "x": x,
                "y": y,
                "line": {
                    "color": colour_of_line,
                    "width": width,
                    "dash": STATUS_DASHES[status],
                    "simplify": False,  # a stretch that Plotly left out would shift all the others
                },
                "customdata": [_relation_data(self.view.edges[at]) for at in members],
            }

    def arrows(self) -> Iterator[Trace]:
        """Give the arrowheads by family, which end at the rims of the targets; symmetric relations have none."""
        for directed in self._by_family(at for at, edge in enumerate(self.view.edges) if not edge.symmetric):
            yield self._arrow_trace(directed)

    def _arrow_trace(self, directed: Sequence[int]) -> Trace:
        edges = [self.view.edges[at] for at in directed]
        ends = [self.drawing.positions[edge.target] for edge in edges]
        return {
            "type": "scatter",
            "mode": "markers",
            "meta": "arrows",
            "x": [x for x, _ in ends],
            "y": [y for _, y in ends],
            "marker": {
                "symbol": "arrow",
                "size": [arrow_size(edge) for edge in edges],
                "angle": self.drawing.curves.angles[list(directed)].round(1).tolist(),
                "standoff": [self.drawing.diameters[edge.target] / 2 + 1.5 for edge in edges],
                "color": [self._line_colour(edge) for edge in edges],
                "opacity": 1,
                "line": {"width": 0},
            },
            "customdata": [_relation_data(edge) for edge in edges],
        }

    def handles(self) -> Iterator[Trace]:
        """Give the handles in the middle of the lines by family, each with its rank at the end of its `customdata`.

        The denied and the most told relations rank first.
        """
        edges = self.view.edges
        order = sorted(range(len(edges)), key=lambda at: (edges[at].status is not Status.NEGATED, -edges[at].weight))
        ranks = {at: rank for rank, at in enumerate(order)}
        names = {node.id: node.name for node in self.view.nodes}
        for members in self._by_family(order):
            yield self._handle_trace(members, ranks, names)

    def _handle_trace(self, members: Sequence[int], ranks: Mapping[int, int], names: Mapping[str, str]) -> Trace:
        edges = [self.view.edges[at] for at in members]
        middles = self.drawing.curves.middles[list(members)].round(1)
        return {
            "type": "scatter",
            "mode": "markers",
            "meta": "handles",
            "x": middles[:, 0].tolist(),
            "y": middles[:, 1].tolist(),
            "marker": {
                "symbol": [handle_symbol(edge) for edge in edges],
                "size": [handle_size(edge) for edge in edges],
                "color": [self.theme.family(edge.family) for edge in edges],
                "opacity": 1,
                "line": {"width": 1, "color": self.theme.page},
            },
            "text": [word_of(edge) for edge in edges],
            "textfont": {"family": SERIF, "size": 12, "style": "italic", "color": self.theme.muted},
            "customdata": [[*_relation_data(edge), ranks[at]] for at, edge in zip(members, edges, strict=True)],
            "hovertext": [_edge_hover(edge, names) for edge in edges],
        }

    def _by_family(self, members: Iterable[int]) -> Iterable[list[int]]:
        """Return the places of edges by family, so that a filter for one hides the others as a whole."""
        families: dict[str, list[int]] = defaultdict(list)
        for at in members:
            families[self.view.edges[at].family].append(at)
        return families.values()

    def actors(self) -> Iterator[Trace]:
        """Give a trace for each kind of actor, the most important actors first."""
        kinds: dict[str, list[NodeView]] = defaultdict(list)
        for node in sorted(self.view.nodes, key=lambda node: (-self.drawing.diameters[node.id], node.name)):
            kinds[node.kind].append(node)
        for kind, nodes in sorted(kinds.items()):
            yield self._kind_trace(kind, nodes)

    def _kind_trace(self, kind: str, nodes: Sequence[NodeView]) -> Trace:
        places = [self.drawing.positions[node.id] for node in nodes]
        fonts = [self.drawing.fonts[node.id] for node in nodes]
        return {
            "type": "scatter",
            "mode": "markers",
            "meta": "actors",
            "name": kind,
            "x": [x for x, _ in places],
            "y": [y for _, y in places],
            "marker": {
                "symbol": actor_shape(kind),
                "size": [actor_size(kind, self.drawing.diameters[node.id]) for node in nodes],
                "color": [colour(node, self.encoding, self.measures, self.theme) for node in nodes],
                "opacity": 1,
                "line": {"width": 2, "color": self.theme.page},
            },
            "text": [node.name for node in nodes],
            "textfont": {
                "family": FONT,
                "size": [font.size for font in fonts],
                "weight": [600 if font.bold else 500 for font in fonts],
                "color": self.theme.ink,
            },
            "customdata": [["actor", node.id, node.relations - self.ties[node.id]] for node in nodes],
            "hovertext": [_actor_hover(node) for node in nodes],
        }

    def _line_colour(self, edge: EdgeView) -> str:
        return line_colour(edge, self.theme, self.encoding, self.measures)


def _hull_shape(hull: Hull, theme: Theme) -> dict[str, Any]:
    """Return a hull as a Plotly shape; its `name` has its members' ids, by which 55-canvas.js hides it."""
    return {
        "type": "path",
        "path": "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in hull.outline) + "Z",
        "layer": "below",
        "fillcolor": theme.group(hull.number),
        "opacity": HULL_STRENGTH,
        "line": {"width": 0},
        "name": "\n".join(hull.members),
    }


def _layout(canvas: Canvas, theme: Theme) -> dict[str, Any]:
    axis = {"visible": False, "autorange": False, "fixedrange": False, "zeroline": False, "showgrid": False}
    return {
        "xaxis": {**axis, "range": [0, canvas.width]},
        "yaxis": {**axis, "range": [0, canvas.height]},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": theme.page,
        "plot_bgcolor": theme.page,
        "font": {"family": FONT, "color": theme.ink, "size": 13},
        "showlegend": False,
        "dragmode": False,
        "hovermode": False,  # Plotly would hover and click what the filters hide
        "uirevision": f"{canvas.width:.0f}x{canvas.height:.0f}",
        "autosize": True,
    }


def _relation_data(edge: EdgeView) -> list[str]:
    return ["relation", edge.id, edge.source, edge.target]


def _actor_hover(node: NodeView) -> str:
    return f"{node.name}\n{counted(node.mentions, 'mention')}, {counted(node.relations, 'relation')}"


def _edge_hover(edge: EdgeView, names: Mapping[str, str]) -> str:
    said = f"{STATUS_WORDS[edge.status]}, {counted(edge.weight, 'sentence')}"
    return f"{names[edge.source]} {edge.label} {names[edge.target]}\n{said}"
