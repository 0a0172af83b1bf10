"""The dialog that takes in more articles, and what is told while they are read."""

import base64
import binascii
from collections.abc import Sequence

import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from components import ids
from components.attributes import aria, data
from components.glyphs import icon
from components.words import counted
from graph.model import ReadingProgress

_ACCEPTED = ".txt,.md,.html,.htm,text/plain,text/html"
_MOST_BYTES = 20_000_000


def add_dialog() -> Component:
    """Return the dialog to paste a text or to drop files."""
    paste = dmc.Textarea(
        id=ids.PASTED,
        label="Paste the text of an article",
        description="The first line is read as its title.",
        autosize=True,
        minRows=6,
        maxRows=12,
        value="",
    )
    drop = dcc.Upload(
        id=ids.UPLOAD,
        multiple=True,
        accept=_ACCEPTED,
        max_size=_MOST_BYTES,
        className="drop",
        className_active="drop drop-over",
        children=html.Div([icon("drop"), html.Span(["Drop .txt or .html files here, or ", html.U("choose them")])]),
    )
    part: Component = dmc.Modal(
        id=ids.ADD_DIALOG,
        title="Read another article",
        size="lg",
        keepMounted=True,
        closeButtonProps={"aria-label": "Close"},
        children=[
            paste,
            html.Div(
                html.Button("Read this text", id=ids.READ_PASTED, className="button primary"), className="dialog-action"
            ),
            drop,
            html.Div(id=ids.PROGRESS, className="progress", role="status", **aria(live="polite")),
            html.P("Everything is read on this machine; nothing is sent anywhere.", className="quiet"),
        ],
    )
    return part


def progress_lines(progress: ReadingProgress) -> list[Component]:
    """Return how far a reading has come, and what could not be read and why."""
    if progress.finished:
        said = f"Read {counted(len(progress.read), 'article')}."
    else:
        said = f"Reading {progress.done + 1} of {progress.total}: {progress.current}"
    bar = dmc.Progress(value=100 * progress.fraction, size="sm", attributes={"root": {"aria-hidden": "true"}})
    lines: list[Component] = [bar, html.P(said)] if progress.total else []
    if progress.finished and len(progress.read) == 1:
        lines.append(html.Button("Open it", className="text-button", **data(read=progress.read[0])))
    return [*lines, *problem_lines(progress.problems)]


def problem_lines(problems: Sequence[str]) -> list[Component]:
    """Return messages about what went wrong, one each."""
    return [html.P(problem, className="problem", role="alert") for problem in problems]


def uploaded(contents: str) -> bytes:
    """Return the bytes of a dropped file, which the browser sends as a data address; b"" where it holds none."""
    _, _, encoded = contents.partition(";base64,")
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return b""
