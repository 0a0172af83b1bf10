"""The wiring of the page: what happens when a reader does something."""

from dash import Dash

from components.callbacks import (
    asking,
    browser,
    comparing,
    drawing,
    evidence,
    filtering,
    following,
    reading,
    tables,
    trying,
)
from graph import Library


def register(app: Dash, library: Library) -> None:
    """Wire a page to a library."""
    for part in (browser, filtering, drawing, evidence, reading, trying, asking, following, comparing, tables):
        part.register(app, library)
