"""The gold graphs, hand-made and kept outside the repository, the graphs of our own, and how we fare against them."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.articles import read_article
from graph.export.scorer import scorer_document
from graph.extract import extract
from graph.knowledge import build_knowledge
from graph.language.load import load_pipeline
from graph.taxonomy import load_taxonomy

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
OWN = Path(__file__).resolve().parents[1] / "corpus"


def load_scorer() -> ModuleType:
    """Return the scorer that stands beside the gold graphs."""
    spec = importlib.util.spec_from_file_location("gold_scorer", GOLD / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{GOLD / 'score.py'} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(document: dict[str, Any], pipeline: str | None = None) -> dict[str, Any]:
    """Return our graph of a gold document's text, in the scorer's form."""
    taxonomy = load_taxonomy()
    extraction = extract(read_article(document["text"]), load_pipeline(pipeline), taxonomy)
    return scorer_document(build_knowledge([extraction], taxonomy), taxonomy, document["id"])
