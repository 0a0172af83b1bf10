"""What is told of an actor: its sentences under the relations that they tell of."""

from collections.abc import Iterator, Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from components.attributes import data
from components.ordering import by_relation
from components.panel import relation_heading
from components.passages import more_button, no_sentences, passage_card, passage_head
from components.words import articles_of, counted
from graph.model import EdgeView, GraphView, Passage

_UNFOLDED = 6  # sentences that stand open at once, of the first relations
_LONG = 4  # sentences of one relation, before the others are to be unfolded
_MOST_ROWS = 60


def told_by_relation(
    actor_id: str, passages: Sequence[Passage], view: GraphView, *, shown: int, order: str
) -> list[Component]:
    """Return an actor's relations in the view, each with its sentences, and what only mentions the actor.

    Of at most `shown` sentences the text stands there; further relations are rows that open their own evidence.
    """
    if not passages:
        return [no_sentences()]
    edges = {edge.id: edge for edge in view.edges}
    names = {node.id: node.name for node in view.nodes}
    groups = by_relation(passages, order)
    bare = groups.pop("", [])
    told = {edges[name]: sentences for name, sentences in groups.items() if name in edges}
    parts = [
        *passage_head(passages, order),
        html.Ul(list(_relations(actor_id, told, names, shown)), className="told-by"),
    ]
    if len(told) > _MOST_ROWS:
        parts.append(html.P(f"{len(told) - _MOST_ROWS:,} other relations: narrow the filters.", className="quiet"))
    left = shown - sum(map(len, told.values()))
    if bare and left > 0:
        title = f"Mentioned in {counted(len(bare), 'other sentence' if told else 'sentence')}"
        mentions = [html.H3(title, className="list-title"), *_cards(bare[:left])]
        parts.append(html.Section(mentions, className="list", **data(key=actor_id)))
    if len(passages) > shown:
        parts.append(more_button(len(passages), shown, data(what="actor", id=actor_id)))
    return parts


def _relations(
    actor_id: str, told: Mapping[EdgeView, Sequence[Passage]], names: Mapping[str, str], shown: int
) -> Iterator[Component]:
    """Give the relations: the first unfolded, others folded, and those behind `shown` sentences as headings alone."""
    before = 0
    for edge, sentences in list(told.items())[:_MOST_ROWS]:
        parts: list[Component] = [html.H4(relation_heading(edge, names, seen_from=actor_id))]
        if there := sentences[: max(0, shown - before)]:
            words = f"{counted(edge.weight, 'sentence')} in {articles_of(edge)}"
            is_open = before == 0 or before + len(sentences) <= _UNFOLDED
            parts.append(html.Details([html.Summary(words), *_cards(there)], open=is_open, className="told-in"))
        else:
            parts.append(html.P(f"{counted(edge.weight, 'sentence')}", className="told-in quiet"))
        before += len(sentences)
        yield html.Li(parts, **data(key=edge.id))


def _cards(sentences: Sequence[Passage]) -> list[Component]:
    items = [html.Li(passage_card(passage, told=False)) for passage in sentences]
    parts: list[Component] = [html.Ol(items[:_LONG], className="passages")]
    if len(items) > _LONG:
        rest = html.Ol(items[_LONG:], className="passages")
        parts.append(html.Details([html.Summary(f"Show {len(items) - _LONG:,} more"), rest], className="more"))
    return parts
