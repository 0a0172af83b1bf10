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
    saving,
    tables,
    trying,
)
from graph import Library


def register(app: Dash, library: Library) -> None:
    """Wire a page to a library."""
    parts = browser, filtering, drawing, evidence, reading, trying, asking, following, comparing, saving, tables
    for part in parts:
        part.register(app, library)
