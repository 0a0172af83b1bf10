"""The columns of the story under an address of their own, for the browser to filter by; see `graph.columns`."""

from flask import Flask, Response, request
from flask.typing import ResponseReturnValue

from graph import Library

ADDRESS = "/story.json"  # assets/40-story.js asks for it


def serve_columns(server: Flask, library: Library) -> None:
    """Let a server answer for the columns of a story, with a tag by which a browser need not load them twice."""

    def columns() -> ResponseReturnValue:
        columns = library.columns()
        response = Response(columns.written, mimetype="application/json")
        response.set_etag(columns.version, weak=True)  # one tag, however the answer is packed
        response.cache_control.no_cache = True
        return response.make_conditional(request)

    server.add_url_rule(ADDRESS, "columns", columns, methods=["GET"])
