"""Exports: a knowledge base in forms that other programs read, every claim with its sentence.

| format     | for whom                                                                          |
|------------|-----------------------------------------------------------------------------------|
| json       | programs: everything, in networkx's node-link form                                |
| graphml    | Cytoscape, yEd, igraph, networkx                                                  |
| gexf       | Gephi                                                                             |
| csv        | spreadsheets: one row a claim                                                     |
| csv-tables | databases: a zip archive with actors, relations, claims and mentions, a table each |
| html       | the editor: one file with the drawing, filters and sentences, offline             |
| cypher     | Neo4j                                                                             |
| turtle     | RDF: claims with their sources                                                    |
| scorer     | the scoring of predicted against gold graphs                                      |
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from graph.errors import ExportError
from graph.export.cypher import cypher
from graph.export.gexf import gexf
from graph.export.graphml import graphml
from graph.export.html import html_page
from graph.export.node_link import node_link_json
from graph.export.scorer import scorer_json
from graph.export.spreadsheet import claims_csv, zipped_tables
from graph.export.steps import InSteps, whole
from graph.export.turtle import turtle
from graph.model import KnowledgeBase
from graph.taxonomy import Taxonomy
from graph.writing import write_file

__all__ = ["FORMATS", "InSteps", "encode", "encode_in_steps", "export", "whole"]

FORMATS: Mapping[str, Callable[[KnowledgeBase, Taxonomy, str], InSteps[bytes]]] = MappingProxyType(
    {
        "json": lambda kb, taxonomy, _: node_link_json(kb, taxonomy),
        "graphml": lambda kb, taxonomy, _: graphml(kb, taxonomy),
        "gexf": lambda kb, taxonomy, _: gexf(kb, taxonomy),
        "csv": lambda kb, taxonomy, _: claims_csv(kb, taxonomy),
        "csv-tables": lambda kb, taxonomy, _: zipped_tables(kb, taxonomy),
        "html": html_page,
        "cypher": lambda kb, taxonomy, _: cypher(kb, taxonomy),
        "turtle": lambda kb, taxonomy, _: turtle(kb, taxonomy),
        "scorer": scorer_json,
    }
)


def encode(kb: KnowledgeBase, taxonomy: Taxonomy, *, format: str, name: str = "dramatis") -> bytes:
    """Return a file's content, the same for the same knowledge base; `name` is that of the document or page.

    Raises ExportError for a format that is not in FORMATS.
    """
    return whole(encode_in_steps(kb, taxonomy, format=format, name=name))


def encode_in_steps(kb: KnowledgeBase, taxonomy: Taxonomy, *, format: str, name: str) -> InSteps[bytes]:
    """Return what `encode` does as work that may be ended before it is done (see `graph.export.steps`)."""
    if format not in FORMATS:
        raise ExportError(f"There is no export format {format!r}; use one of {', '.join(FORMATS)}.")
    return FORMATS[format](kb, taxonomy, name)


def export(kb: KnowledgeBase, taxonomy: Taxonomy, path: Path, *, format: str, name: str | None = None) -> None:
    """Write a knowledge base to a file: whole, or not at all.

    A path that ends in ".zip" turns the format "csv" into "csv-tables". `name` is what is exported, for the scorer and
    the page: that of the file without its ending, if none is given. Raises ExportError for a format that is not in
    FORMATS or a place that cannot be written.
    """
    if format == "csv" and path.suffix.lower() == ".zip":
        format = "csv-tables"
    write_file(path, encode(kb, taxonomy, format=format, name=name or path.stem))
