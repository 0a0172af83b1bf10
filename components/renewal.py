"""What is told while articles are read anew after an update."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from components.words import counted
from graph.model import ReadingProgress

_WHY = "Dramatis was updated. Until every article is read anew, this page tells what the former version read."


def renewal_line(progress: ReadingProgress) -> list[Component]:
    """Return how many articles are read anew; nothing where none is left to be."""
    if progress.finished or not progress.total:
        return []
    bar = dmc.Progress(value=100 * progress.fraction, size="sm", attributes={"root": {"aria-hidden": "true"}})
    after, count = html.Span(" after the update", className="wordy"), f": {progress.done:,} of {progress.total:,}"
    return [html.P(["Read anew", after, count], title=_WHY), bar]


def renewal_end(progress: ReadingProgress) -> str:
    """Return what became of a renewal that has finished."""
    if progress.problems:
        return f"Not all articles could be read anew after the update: {progress.problems[0]}"
    return f"{counted(progress.total, 'article')} read anew after the update; the page tells what is read in them now."
