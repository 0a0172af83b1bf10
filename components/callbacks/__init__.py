"""The wiring of the page: what happens when a reader does something."""

from dash import Dash

from components.callbacks import browser, drawing, evidence, filtering, reading, trying
from graph import Library


def register(app: Dash, library: Library) -> None:
    """Wire a page to a library."""
    for part in (browser, filtering, drawing, evidence, reading, trying):
        part.register(app, library)
