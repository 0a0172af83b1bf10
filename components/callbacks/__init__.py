"""The wiring of the page: what happens when a reader does something."""

from dash import Dash

from components.callbacks import (
    articles,
    asking,
    browser,
    comparing,
    correcting,
    drawing,
    dropping,
    filtering,
    following,
    projects,
    reading,
    renewing,
    reviewing,
    saving,
    tables,
    telling,
    trying,
)
from graph import Library
from graph.projects import OpenProject

_PARTS = (
    browser,
    filtering,
    drawing,
    articles,
    reading,
    dropping,
    renewing,
    trying,
    asking,
    following,
    comparing,
    saving,
    tables,
    correcting,
    reviewing,
    telling,
)


def register(app: Dash, library: Library, opened: OpenProject | None = None) -> None:
    """Wire a page to a library, and to the project that it is, where there may be others."""
    for part in _PARTS:
        part.register(app, library)
    if opened is not None:
        projects.register(app, opened)
