"""Reading own-written texts with the bundled pipeline."""

from graph.articles import read_article
from graph.extract import extract
from graph.language.load import load_pipeline
from graph.model import Extraction
from graph.taxonomy import load_taxonomy


def read_text(text: str) -> Extraction:
    """Return what the bundled pipeline and the rules read out of a text."""
    return extract(read_article(text), load_pipeline(), load_taxonomy())


def actors_of(extraction: Extraction) -> set[tuple[str, str]]:
    """Return (name, kind) of each actor."""
    return {(chain.name, chain.kind) for chain in extraction.chains}
