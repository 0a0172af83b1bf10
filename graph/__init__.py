"""Text -> knowledge -> network -> what is to be drawn: the door of the package, in ten names.

    from graph import Library, load_settings

    library = Library(load_settings())
    library.add("Donald Trump met Sergei Lavrov.")
    library.knowledge().relations

The values that these speak of stand in `graph.model`, the errors in `graph.errors`; docs/python.md shows all at work.
"""

from graph.articles import read_article
from graph.curation import Place
from graph.export import export
from graph.filters import Filters
from graph.library import Library
from graph.model import Selection
from graph.picture.request import draw
from graph.projects import Projects
from graph.settings import Settings, load_settings

__all__ = [
    "Filters",
    "Library",
    "Place",
    "Projects",
    "Selection",
    "Settings",
    "draw",
    "export",
    "load_settings",
    "read_article",
]
