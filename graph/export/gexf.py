"""The export for Gephi (`networkx.read_gexf(..., version="1.3")` reads it back)."""

from io import BytesIO
from xml.etree import ElementTree

from networkx.readwrite.gexf import GEXFWriter

from graph.export.flat import flat_network
from graph.export.proofs import clean
from graph.export.steps import InSteps, Steps
from graph.model import KnowledgeBase
from graph.network import build_network
from graph.positions import place
from graph.taxonomy import Taxonomy

_UNITS = 1000  # Gephi's canvas is so many units wide each way
_PASSES = 6  # over actors and relations, or what takes as long: positions one, the tree and the file two each


def gexf(kb: KnowledgeBase, taxonomy: Taxonomy) -> InSteps[bytes]:
    """Return GEXF 1.3 with the attributes of `flat_network`, and with the positions and sizes of the actors.

    Each edge has its relation type as `kind`, which keeps Gephi from merging the relations between two actors.
    """
    once = len(kb.actors) + len(kb.relations)
    steps = Steps(_PASSES * once)
    network = yield from flat_network(kb, taxonomy, steps)
    measured = build_network(kb)
    for actor_id, (x, y) in place(measured).items():
        size = 10 + 24 * float(measured.nodes[actor_id]["importance"]) ** 0.5
        spot = {"x": round(x * _UNITS, 1), "y": round(y * _UNITS, 1), "z": 0.0}
        network.nodes[clean(actor_id)]["viz"] = {"position": spot, "size": round(size, 1)}
    for _, _, key, values in network.edges(keys=True, data=True):
        values["id"] = key
    yield from steps.past(once)
    writer = GEXFWriter(version="1.3")
    writer.add_graph(network)
    yield from steps.past(2 * once)
    kinds = {key: values["relation_type"] for _, _, key, values in network.edges(keys=True, data=True)}
    for edge in writer.xml.iter("edge"):
        edge.set("kind", kinds[edge.get("id")])
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)  # else every day gives another file
    file = BytesIO()
    ElementTree.ElementTree(writer.xml).write(file, encoding="utf-8", xml_declaration=True)
    return file.getvalue()
