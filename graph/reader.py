"""The reader: article -> Extraction by the language pipeline, which is loaded when the first article is read.

graph/processes.py has one that reads in other processes.
"""

from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

from graph.extract import extract, rules_version
from graph.language.load import load_pipeline, pipeline_version
from graph.model import Article, Extraction
from graph.taxonomy import Taxonomy


class Reader(Protocol):
    """Whoever reads articles; `version` changes whenever it would read one differently."""

    @property
    def version(self) -> str:
        """Return the name under which what was read can be kept."""

    @property
    def at_once(self) -> int:
        """Return how many articles are read at the same time, if so many threads ask."""

    def wake(self) -> None:
        """Get ready for an article that will come soon; it may come before that is done."""

    def read(self, article: Article) -> Extraction:
        """Return what an article says."""


@dataclass(frozen=True)
class PipelineReader:
    """Reads by a spaCy pipeline and the rules of graph/extract, one article at a time, from any thread."""

    version: str
    pipeline: str | None
    taxonomy: Taxonomy
    at_once: int = 1
    _turn: Lock = field(default_factory=Lock)

    def wake(self) -> None:
        """Load the pipeline. Raises PipelineError where it cannot be loaded."""
        with self._turn:
            load_pipeline(self.pipeline)

    def read(self, article: Article) -> Extraction:
        """Return what an article says. Raises PipelineError where the pipeline cannot be loaded."""
        # spaCy's pipelines are not made for several threads at once.
        with self._turn:
            return extract(article, load_pipeline(self.pipeline), self.taxonomy, version=self.version)


def make_reader(pipeline: str | None, taxonomy: Taxonomy) -> PipelineReader:
    """Return a reader by the pipeline of that name (None for the bundled one); nothing is loaded yet.

    Raises PipelineError where the pipeline is not there.
    """
    version = f"{pipeline_version(pipeline)} taxonomy {taxonomy.version} rules {rules_version()}"
    return PipelineReader(version, pipeline, taxonomy)
