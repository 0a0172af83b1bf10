"""The network as lists: all that the figure shows, to be read and walked with the keys."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.attributes import aria, data
from components.glyphs import family_sign, kind_sign, status_sign
from graph import STATUS_WORDS
from graph.model import EdgeView, GraphView, NodeView

_MOST = 300


def actor_list(view: GraphView) -> list[Component]:
    """Return the actors of a view as a table, the most important first."""
    nodes = sorted(view.nodes, key=lambda node: (-node.importance, node.name))
    rows = [_actor_row(node) for node in nodes[:_MOST]]
    return [_table(("Actor", "Kind", "Mentions", "Relations"), rows), *_cut(len(nodes), "actors")]


def relation_list(view: GraphView) -> list[Component]:
    """Return the relations of a view as a table, the most told first."""
    names = {node.id: node.name for node in view.nodes}
    edges = sorted(view.edges, key=lambda edge: (-edge.weight, names[edge.source], edge.label))
    rows = [_relation_row(edge, names) for edge in edges[:_MOST]]
    return [
        _table(("Who", "Did what", "To whom", "Status", "Sentences"), rows),
        *_cut(len(edges), "relations"),
    ]


def _actor_row(node: NodeView) -> Component:
    name = html.Button(node.name, className="cell-button", **data(what="actor", id=node.id))
    return html.Tr(
        [
            html.Th(name, scope="row"),
            html.Td([kind_sign(node.kind), " ", node.kind]),
            html.Td(f"{node.mentions:,}", className="number"),
            html.Td(f"{node.relations:,}", className="number"),
        ]
    )


def _relation_row(edge: EdgeView, names: dict[str, str]) -> Component:
    said = f"{names[edge.source]} {edge.label} {names[edge.target]}"
    button = html.Button(
        [family_sign(edge.family), html.Span(edge.label)],
        className="cell-button",
        **data(what="relation", id=edge.id),
        **aria(label=said),
    )
    return html.Tr(
        [
            html.Td(names[edge.source]),
            html.Th(button, scope="row"),
            html.Td(names[edge.target]),
            html.Td([status_sign(edge.status), " ", STATUS_WORDS[edge.status]]),
            html.Td(f"{edge.weight:,}", className="number"),
        ]
    )


def _table(heads: Sequence[str], rows: list[Component]) -> Component:
    numbers = {"Mentions", "Relations", "Sentences"}
    cells = [html.Th(head, scope="col", className="number" if head in numbers else None) for head in heads]
    return html.Table([html.Thead(html.Tr(cells)), html.Tbody(rows)], className="listing")


def _cut(total: int, what: str) -> list[Component]:
    if total == 0:
        return [html.P(f"No {what} pass the filters.", className="quiet")]
    if total <= _MOST:
        return []
    return [html.P(f"The first {_MOST} of {total:,} {what}; narrow the filters to see the others.", className="quiet")]
