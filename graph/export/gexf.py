"""The export for Gephi (`networkx.read_gexf(..., version="1.3")` reads it back)."""

from collections.abc import Mapping

from graph.export.flat import flat_network
from graph.export.markup import Fields, attributes
from graph.export.proofs import clean
from graph.export.steps import InSteps, Steps
from graph.model import KnowledgeBase
from graph.network import build_network
from graph.positions import place
from graph.taxonomy import Taxonomy

_UNITS = 1000  # Gephi's canvas is so many units wide each way
_PASSES = 3  # over actors and relations, or what takes as long: flat values, positions, the file
_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>Dramatis</creator></meta>
<graph defaultedgetype="directed" mode="static">
"""


def gexf(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return GEXF 1.3 with the attributes of `flat_network`, and with the positions and sizes of the actors.

    Each edge has its relation type as `kind`, which keeps Gephi from merging the relations between two actors.
    """
    once = len(kb.actors) + len(kb.relations)
    steps = Steps(_PASSES * once)
    network = yield from flat_network(kb, taxonomy, steps)
    spots = {clean(actor_id): at for actor_id, at in place(build_network(kb)).items()}
    yield from steps.past(once)
    fields = Fields()
    nodes = yield from steps.each(
        _node(fields, actor_id, values, spots[actor_id]) for actor_id, values in network.nodes(data=True)
    )
    edges = yield from steps.each(
        _edge(fields, source, target, relation_id, values)
        for source, target, relation_id, values in network.edges(keys=True, data=True)
    )
    body = [*_declared(fields), "<nodes>\n", *nodes, "</nodes>\n<edges>\n", *edges, "</edges>\n"]
    return "".join([_HEAD, *body, "</graph>\n</gexf>\n"]).encode()


def _node(fields: Fields, actor_id: str, values: dict[str, object], at: tuple[float, float]) -> str:
    spot = {axis: round(place * _UNITS, 1) for axis, place in zip("xyz", (*at, 0.0), strict=True)}
    size = {"value": round(10 + 24 * float(str(values["importance"])) ** 0.5, 1)}
    drawn = f"<viz:position{attributes(spot)}/><viz:size{attributes(size)}/>"
    head = attributes({"id": actor_id, "label": values.pop("label")})
    return f"<node{head}>{_values(fields, 'node', values)}{drawn}</node>\n"


def _edge(fields: Fields, source: str, target: str, relation_id: str, values: dict[str, object]) -> str:
    head = {"id": relation_id, "source": source, "target": target, "kind": values["relation_type"]}
    head |= {name: values.pop(name) for name in ("label", "weight")}
    return f"<edge{attributes(head)}>{_values(fields, 'edge', values)}</edge>\n"


def _values(fields: Fields, what: str, values: Mapping[str, object]) -> str:
    given = (f"<attvalue{attributes({'for': key, 'value': value})}/>" for key, value in fields.of(what, values))
    return f"<attvalues>{''.join(given)}</attvalues>"


def _declared(fields: Fields) -> list[str]:
    """Return what values nodes and edges may have."""
    declared = {"node": "", "edge": ""}
    for field in fields.met():
        declared[field.of] += f"<attribute{attributes({'id': field.key, 'title': field.name, 'type': field.type})}/>"
    return [f'<attributes class="{what}" mode="static">{listed}</attributes>\n' for what, listed in declared.items()]
