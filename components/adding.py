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
from graph.articles import SUFFIXES
from graph.model import ReadingProgress
from graph.readings import SEEDS_JOB

_ACCEPTED = ",".join(sorted(SUFFIXES))
_MOST_BYTES = 50_000_000
_MOST_LISTED = 50


def add_dialog(job: str | None = None) -> Component:
    """Return the dialog to paste a text, to name addresses or to drop files and folders; a `job` may be under way."""
    paste = dmc.Textarea(
        id=ids.PASTED,
        label="Paste the text of an article",
        description="The first line is read as its title.",
        autosize=True,
        minRows=4,
        maxRows=12,
        value="",
    )
    address = dmc.Textarea(
        id=ids.ADDRESSES,
        label="Or name its address",
        description="Of an article or of a feed, one a line. It is fetched now, and nothing else ever is.",
        placeholder="https://",
        autosize=True,
        minRows=1,
        maxRows=6,
        value="",
    )
    dropped = [icon("drop"), html.Span(["Drop files, a folder or a zip here, or ", html.U("choose files")])]
    hint = "Texts, web pages, PDF, Word, mails, feeds; CSV and JSON lines with one article a row."
    part: Component = dmc.Modal(
        id=ids.ADD_DIALOG,
        title="Add articles",
        size="lg",
        keepMounted=True,
        closeButtonProps={"aria-label": "Close"},
        children=[
            paste,
            html.Div(
                html.Button("Read this text", id=ids.READ_PASTED, className="button primary"), className="dialog-action"
            ),
            address,
            html.Div(html.Button("Fetch and read", id=ids.FETCH, className="button"), className="dialog-action"),
            _upload(ids.UPLOAD, "drop", html.Div(dropped)),
            html.Div(
                [
                    html.P(hint, className="quiet"),
                    _upload(
                        ids.UPLOAD_FOLDER, "", html.Button("Choose a folder", className="text-button"), folder=True
                    ),
                ],
                className="drop-more",
            ),
            dmc.Checkbox(
                id=ids.ASK_COLUMNS,
                className="ask-columns",
                label="Let me choose the columns of CSV and JSON lines, in zips and at addresses too",
                size="xs",
                checked=False,
            ),
            _columns_form(),
            html.Div(id=ids.PROGRESS, className="progress", role="status", **aria(live="polite")),
            html.Div(
                html.Button("Stop reading", id=ids.CANCEL_READING, className="button", hidden=job in (None, SEEDS_JOB)),
                className="dialog-action",
            ),
            html.P(
                "Everything is read on this machine; nothing is sent anywhere. You may close this page meanwhile.",
                className="quiet",
            ),
        ],
    )
    return part


def _columns_form() -> Component:
    """Return where it is asked which columns of a table hold what (see components/table_columns.py)."""
    return html.Div(
        [
            html.Div(id=ids.COLUMNS),
            html.P(id=ids.COLUMNS_PROBLEM, className="problem", role="alert", hidden=True),
            html.Div(
                [
                    html.Button("Read nothing", id=ids.LEAVE_COLUMNS, className="button"),
                    html.Button("Read with these columns", id=ids.READ_COLUMNS, className="button primary"),
                ],
                className="dialog-action",
            ),
        ],
        id=ids.COLUMNS_ASKED,
        hidden=True,
    )


def _upload(name: str, style: str, children: Component, *, folder: bool = False) -> Component:
    return dcc.Upload(
        id=name,
        multiple=True,
        accept=_ACCEPTED,
        max_size=_MOST_BYTES,
        enable_folder_selection=folder,
        className=style,
        className_active=f"{style} drop-over",
        children=children,
    )


def progress_lines(progress: ReadingProgress) -> list[Component]:
    """Return how far a reading has come, or the report of what was read and what was not, and why."""
    bar = dmc.Progress(value=100 * progress.fraction, size="sm", attributes={"root": {"aria-hidden": "true"}})
    lines: list[Component] = [bar, html.P(_said(progress))] if progress.total else []
    if progress.finished and len(progress.read) == 1:
        lines.append(html.Button("Open it", className="text-button", **data(read=progress.read[0])))
    if progress.finished and progress.there:
        summary = html.Summary(f"{counted(len(progress.there), 'article')} was in the project already")
        if len(progress.there) > 1:
            summary = html.Summary(f"{counted(len(progress.there), 'article')} were in the project already")
        lines.append(html.Details([summary, html.Ul([html.Li(title) for title in progress.there[:_MOST_LISTED]])]))
    return [*lines, *problem_lines(progress.problems)]


def _said(progress: ReadingProgress) -> str:
    if not progress.finished:
        left = "" if progress.seconds_left is None else f" ({time_left(progress.seconds_left)})"
        return f"Reading {progress.done + 1:,} of {max(progress.total, progress.done + 1):,}{left}: {progress.current}"
    parts = [f"Read {counted(len(progress.read), 'article')}."]
    if progress.asked:
        parts.append(f"{progress.asked:,} could be read once it is said which columns hold what.")
    if progress.problems:
        parts.append(f"{len(progress.problems):,} could not be read.")
    if progress.cancelled:
        parts.append("The rest was left out, as you stopped it.")
    return " ".join(parts)


def time_left(seconds: float) -> str:
    """Return about how long something still takes: "a few seconds left", "about 3 minutes left"."""
    if seconds < 50:
        return "less than a minute left" if seconds > 10 else "a few seconds left"
    if seconds < 90 * 60:
        return f"about {counted(max(1, round(seconds / 60)), 'minute')} left"
    return f"about {counted(round(seconds / 3600), 'hour')} left"


def problem_lines(problems: Sequence[str]) -> list[Component]:
    """Return messages about what went wrong, one each; of very many only the first."""
    lines: list[Component] = [html.P(problem, className="problem", role="alert") for problem in problems[:_MOST_LISTED]]
    if len(problems) > _MOST_LISTED:
        lines.append(html.P(f"And {len(problems) - _MOST_LISTED:,} others.", className="problem"))
    return lines


def uploaded(contents: str) -> bytes:
    """Return the bytes of a dropped file, which the browser sends as a data address; b"" where it holds none."""
    _, _, encoded = contents.partition(";base64,")
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return b""
