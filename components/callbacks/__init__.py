"""The wiring of the page: what happens when a reader does something."""

from dash import Dash

from components.callbacks import (
    asking,
    browser,
    comparing,
    correcting,
    drawing,
    evidence,
    filtering,
    following,
    reading,
    reviewing,
    saving,
    tables,
    trying,
)
from graph import Library

_PARTS = (
    browser,
    filtering,
    drawing,
    evidence,
    reading,
    trying,
    asking,
    following,
    comparing,
    saving,
    tables,
    correcting,
    reviewing,
)


def register(app: Dash, library: Library) -> None:
    """Wire a page to a library."""
    for part in _PARTS:
        part.register(app, library)
