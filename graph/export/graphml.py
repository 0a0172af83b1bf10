"""The export for Cytoscape, yEd, igraph and networkx (`networkx.read_graphml` reads it back)."""

from io import BytesIO

import networkx as nx

from graph.export.flat import flat_network
from graph.model import KnowledgeBase
from graph.taxonomy import Taxonomy


def graphml(kb: KnowledgeBase, taxonomy: Taxonomy) -> bytes:
    """Return GraphML with the attributes of `flat_network`; an edge's id is the relation's."""
    file = BytesIO()
    nx.write_graphml_xml(flat_network(kb, taxonomy), file)
    return file.getvalue()
