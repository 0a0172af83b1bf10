"""The columns of the story under an address of their own, for the browser to filter by; see `graph.columns`."""

from flask import Flask, Response, request
from flask.typing import ResponseReturnValue

from graph import Library

ADDRESS = "/story.json"  # assets/40-story.js asks for it
REVISION = "X-Revision"  # the header that tells of which revision of the library the columns are, or of an earlier one


def serve_columns(server: Flask, library: Library) -> None:
    """Let a server answer for the columns of a story, with a tag by which a browser need not load them twice."""

    def columns() -> ResponseReturnValue:
        revision = library.revision  # looked up first: what is decided meanwhile is then looked for again
        columns = library.columns()
        response = Response(columns.written, mimetype="application/json", headers={REVISION: str(revision)})
        response.set_etag(columns.version, weak=True)  # one tag, however the answer is packed
        response.cache_control.no_cache = True
        return response.make_conditional(request)

    server.add_url_rule(ADDRESS, "columns", columns, methods=["GET"])
