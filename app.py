"""The page of Dramatis: `create_app` makes it, `main` serves it on this machine."""

import gc

gc.disable()  # until all below is imported: a quarter of that time would go into rounds that find nothing to free

import os
import re
import sys
import webbrowser
from collections.abc import Iterable
from threading import Lock, Thread, Timer
from typing import TYPE_CHECKING, Any

from dash import Dash, html, set_props
from dash.development.base_component import Component
from flask import Flask, Response, has_request_context, redirect, request
from plotly import io as plotly_io
from waitress import create_server
from werkzeug import Response as WerkzeugResponse

from components import ids
from components.backups import serve_backup
from components.callbacks import register
from components.choices import find_choices
from components.columns import serve_columns
from components.exports import serve_exports
from components.opening import opening
from components.page import page
from components.selected import serve_selected
from components.sentences import serve_sentences
from graph import Library, Projects, Settings, load_settings
from graph.errors import DramatisError
from graph.projects import FIRST_PROJECT, OpenProject
from graph.readings import SEEDS_JOB

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse

gc.freeze()  # what is imported stays
gc.enable()

_PROJECT_PATH = re.compile(r"/p/([a-z0-9-]{1,80})(/.*)", re.DOTALL)
_SHARED = ("assets", "_dash-component-suites")
_UNUSED = re.compile(r'<script src="[^"]*/(?:polyfill@|dash_table/)[^"]*"></script>\n?')
_YEAR = 365 * 24 * 3600  # seconds
_THREADS = 12  # a browser asks for up to six things at once
_INDEX = """<!DOCTYPE html>
<html lang="en">
    <head>
        {%metas%}
        <title>{%title%}</title>
        {%favicon%}
        {%css%}
    </head>
    <body>
        {%app_entry%}
        <footer>
            {%config%}
            {%scripts%}
            {%renderer%}
        </footer>
    </body>
</html>"""


class _Page(Dash):
    """A page whose scripts and styles stand at one address for all projects, so that a browser loads them once.

    Dash's script for browsers of the time before 2017 is left out, as it puts its own, slower functions in the place of
    the browser's, and so are its tables, which are not used.
    """

    def interpolate_index(self, **parts: Any) -> str:  # type: ignore[override]
        """Return the page around the app, made of its `parts` (see Dash)."""
        html = _UNUSED.sub("", str(super().interpolate_index(**parts)))  # type: ignore[no-untyped-call]
        own = self.config.requests_pathname_prefix
        if own != "/":
            for folder in _SHARED:
                html = html.replace(f'"{own}{folder}/', f'"/{folder}/')
        return html


def create_app(settings: Settings, library: Library | None = None, *, opened: OpenProject | None = None) -> Dash:
    """Return the page as a Dash app, on a library of its own where none is given; nothing is served yet.

    With `opened` it is the page of that project, under its address among others.
    """
    plotly_io.json.config.default_engine = "json"  # for orjson it goes through all of a figure first: slower
    library = library or (Library(settings) if opened is None else opened.projects.library(opened.id))
    app = _Page(
        __name__,
        title=f"{library.name} · Dramatis",
        update_title="",
        serve_locally=True,
        compress=True,
        suppress_callback_exceptions=True,  # else the whole page stands in the first answer twice
        index_string=_INDEX,
        enable_mcp=False,
        requests_pathname_prefix="/" if opened is None else address_of(opened.id),
        routes_pathname_prefix="/",
        on_error=_tell,
    )
    app.layout = lambda: _layout(library, opened)
    register(app, library, opened)
    serve_columns(app.server, library)
    serve_sentences(app.server, library)
    serve_selected(app.server, library)
    serve_exports(app.server, library)
    if opened is not None:
        serve_backup(app.server, opened)
    _guard(app)
    return app


def _layout(library: Library, opened: OpenProject | None) -> Component:
    if has_request_context() and request.path == "/":  # Dash looks whether there is a layout, before it sends anything
        Thread(target=library.view, daemon=True, name="opening").start()  # while the browser reads the scripts
        return html.Div()
    return page(
        library.name,
        find_choices(library),
        questions=library.ask("").suggestions,
        selected=opening(library),
        is_sample=library.is_sample,
        job=_first_reading(library),
        renewal=library.renewal.progress,
        opened=opened,
    )


def _guard(app: Dash) -> None:
    """Let the page load nothing but what this server gives, whatever an article may have brought into it."""
    rules = (
        "default-src 'self'",
        f"script-src 'self' {' '.join(app.csp_hashes())}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )

    def add_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = "; ".join(rules)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        if request.path.startswith("/assets/") and "m" in request.args:  # what is changed has another address
            response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
        return response

    app.server.after_request(add_headers)


class Desk:
    """Serves each project under an address of its own; the bare address leads to the one that was open last."""

    def __init__(self, settings: Settings, projects: Projects) -> None:
        self._settings = settings
        self._projects = projects
        self._pages: dict[str, Flask] = {}
        self._lock = Lock()

    def __call__(self, environ: dict[str, Any], start_response: "StartResponse") -> Iterable[bytes]:
        """Answer a request (WSGI): /p/ID/... by that project's page, scripts and styles by any."""
        path = environ.get("PATH_INFO", "")
        if path.startswith(tuple(f"/{folder}/" for folder in _SHARED)):
            return self._any_page()(environ, start_response)
        match = _PROJECT_PATH.match(path)
        if match is None or self._projects.get(match[1]) is None:
            return self._lead_on(path, environ)(environ, start_response)
        if match[2] == "/":
            self._projects.opened(match[1])
        environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + match[0].removesuffix(match[2])
        environ["PATH_INFO"] = match[2]
        return self._page(match[1])(environ, start_response)

    def _page(self, project_id: str) -> Flask:
        with self._lock:
            if project_id not in self._pages:
                self._projects.library(project_id).show_former()  # after an update no page waits for all to be read
                app = create_app(self._settings, opened=OpenProject(self._projects, project_id))
                self._pages[project_id] = app.server
            return self._pages[project_id]

    def _any_page(self) -> Flask:
        with self._lock:
            opened = next(iter(self._pages.values()), None)
        return opened or self._page(self._projects.last_open)

    def _lead_on(self, path: str, environ: dict[str, Any]) -> WerkzeugResponse:
        if path not in ("", "/"):
            return Response("There is nothing at this address.", 404, mimetype="text/plain")
        asked = environ.get("QUERY_STRING", "")
        return redirect(address_of(self._projects.last_open) + (f"?{asked}" if asked else ""))


def address_of(project_id: str) -> str:
    """Return the address of a project on this server."""
    return f"/p/{project_id}/"


def _first_reading(library: Library) -> str | None:
    jobs = (SEEDS_JOB, library.readings.latest)
    return next((job for job in jobs if job and not library.readings.progress(job).finished), None)


def _read_on(library: Library, projects: Projects) -> None:
    """Read the sample story, and what the last process was reading when it ended."""
    library.add_seeds()
    projects.resume()


def _tell(problem: Exception) -> None:
    """Tell the reader of a problem where it is meant for readers; any other is a fault of ours and goes on."""
    if not isinstance(problem, DramatisError):
        raise problem
    set_props(ids.NOTICE, {"children": str(problem)})


def main() -> int:
    """Serve the page until it is stopped; open a browser where there is one to see."""
    try:
        settings = load_settings()
        projects = Projects(settings)
        library = projects.library(FIRST_PROJECT)
        server = create_server(Desk(settings, projects), host=settings.host, port=settings.port, threads=_THREADS)
    except DramatisError as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as problem:  # the port is taken, most often by another Dramatis
        print(
            f"The page cannot be served on {settings.host}:{settings.port} ({problem.strerror}); open the Dramatis "
            "that runs there already, or set DRAMATIS_PORT to another port.",
            file=sys.stderr,
        )
        return 1
    Thread(target=_read_on, args=(library, projects), daemon=True, name="seeds").start()
    address = f"http://{settings.host}:{settings.port}"
    print(f"Dramatis is on {address} (Ctrl+C stops it)", flush=True)
    if _has_display():
        Timer(0.5, webbrowser.open, [address]).start()
    server.run()
    return 0


def _has_display() -> bool:
    if os.environ.get("DRAMATIS_NO_BROWSER"):
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
