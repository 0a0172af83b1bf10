"""The page of Dramatis: `create_app` makes it, `main` serves it on this machine."""

import os
import sys
import webbrowser
from threading import Thread, Timer

from dash import Dash, set_props
from flask import Response
from waitress import create_server

from components import ids
from components.callbacks import register
from components.choices import find_choices
from components.columns import serve_columns
from components.page import page
from graph import SEEDS_JOB, Library, Settings, load_settings
from graph.errors import DramatisError

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


def create_app(settings: Settings, library: Library | None = None) -> Dash:
    """Return the page as a Dash app, on a library of its own where none is given; nothing is served yet."""
    library = library or Library(settings)
    app = Dash(
        __name__,
        title=f"{library.name} · Dramatis",
        update_title="",
        serve_locally=True,
        compress=True,
        suppress_callback_exceptions=True,  # else the whole page stands in the first answer twice
        index_string=_INDEX,
        enable_mcp=False,
        on_error=_tell,
    )
    app.layout = lambda: page(library.name, find_choices(library), job=_first_reading(library))
    register(app, library)
    serve_columns(app.server, library)
    _guard(app)
    return app


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
        return response

    app.server.after_request(add_headers)


def _first_reading(library: Library) -> str | None:
    return None if library.progress(SEEDS_JOB).finished else SEEDS_JOB


def _tell(problem: Exception) -> None:
    """Tell the reader of a problem where it is meant for readers; any other is a fault of ours and goes on."""
    if not isinstance(problem, DramatisError):
        raise problem
    set_props(ids.NOTICE, {"children": str(problem)})


def main() -> int:
    """Serve the page until it is stopped; open a browser where there is one to see."""
    try:
        settings = load_settings()
        library = Library(settings)
        server = create_server(
            create_app(settings, library).server, host=settings.host, port=settings.port, threads=_THREADS
        )
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
    Thread(target=library.add_seeds, daemon=True, name="seeds").start()
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
