"""Imports: a knowledge base out of a graph that was exported, or that another program made.

| ending    | what comes back                                                                              |
|-----------|----------------------------------------------------------------------------------------------|
| .json     | our own JSON: the same knowledge base                                                        |
| .graphml  | actors with their names, kinds, roles and mentions, relations with status and sentences      |
| .csv      | our claims, with speaker, date and source; or any list of edges with a source and a target   |
| .zip      | our CSV tables: actors, relations and mentions as from GraphML                               |

An edge without a sentence is told by its row, so that nothing is drawn that cannot be quoted.
"""

from pathlib import Path

from graph.errors import GraphFileError
from graph.importing.edge_list import read_csv
from graph.importing.graphml import read_graphml
from graph.importing.node_link import read_node_link
from graph.importing.tables import MOST_BYTES, read_tables
from graph.model import KnowledgeBase
from graph.taxonomy import Taxonomy

ENDINGS = (".json", ".graphml", ".csv", ".zip")


def read_graph(path: Path, taxonomy: Taxonomy) -> KnowledgeBase:
    """Return what a graph's file says; raises GraphFileError for one that is no graph or cannot be read."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise GraphFileError(f"{str(path)!r} is no graph that can be read; name a file in {', '.join(ENDINGS)}.")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise GraphFileError(f"{str(path)!r} is larger than {MOST_BYTES // 1_000_000} MB; take a part of it.")
        content = path.read_bytes()
    except OSError as error:
        raise GraphFileError(f"{str(path)!r} cannot be read ({error.strerror}); check the path.") from error
    return decode_graph(content, ending, taxonomy, name=path.stem)


def decode_graph(content: bytes, ending: str, taxonomy: Taxonomy, *, name: str) -> KnowledgeBase:
    """Return what a file's content says; `name` stands for the article where the file names none."""
    if ending == ".json":
        return read_node_link(content, name=name)
    if ending == ".graphml":
        return read_graphml(content, taxonomy, name=name)
    if ending == ".zip":
        return read_tables(content, taxonomy, name=name)
    return read_csv(content, taxonomy, name=name)
