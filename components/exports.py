"""The whole story in other forms, to be downloaded from addresses beside the page's own."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date

from dash import html
from dash.development.base_component import Component
from flask import Flask, Response, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from components.attributes import aria
from graph import Library
from graph.errors import DramatisError
from graph.export import InSteps, encode_in_steps, whole

ADDRESS = "export"
SHARES = "shares"
_FILE = b"\0"


@dataclass(frozen=True, slots=True)
class Form:
    """A form as the reader sees it: its name, for whom it is, and the ending of its files."""

    name: str
    use: str
    ending: str


FORMS: Mapping[str, Form] = {
    "html": Form("HTML page", "One file to send: the drawing, filters and sentences, in any browser", "html"),
    "json": Form("JSON", "For programs: everything; Dramatis reads it back", "json"),
    "graphml": Form("GraphML", "For Cytoscape, yEd, igraph and networkx", "graphml"),
    "gexf": Form("GEXF", "For Gephi", "gexf"),
    "csv": Form("CSV", "For spreadsheets: one row a claim", "csv"),
    "csv-tables": Form("CSV tables", "For databases: actors, relations, claims and mentions in a zip archive", "zip"),
    "cypher": Form("Cypher", "For Neo4j", "cypher"),
    "turtle": Form("RDF", "Turtle, each claim quoted from its article", "ttl"),
}


def export_links() -> Component:
    """Return a link for each form."""
    links = [
        html.A(form.name, href=f"{ADDRESS}/{name}", download="", className="chip", title=form.use)
        for name, form in FORMS.items()
    ]
    return html.Div(
        [html.Span("Or the whole story as", className="look-title"), html.Div(links, className="forms")],
        role="group",
        **aria(label="The whole story in other forms"),
    )


def serve_exports(server: Flask, library: Library) -> None:
    """Let a server answer with the story in each of FORMS, always as a file to be kept and never shown as a page.

    Asked for `?shares`, it tells while the file is made how far it is: bytes 1 to 99, the percentage, and a byte 0
    before the file. It sees by this whether somebody still waits, and makes nothing for nobody.
    """

    def export(form: str) -> ResponseReturnValue:
        if form not in FORMS:
            raise NotFound
        try:
            work = encode_in_steps(library.shown(), library.taxonomy, format=form, name=library.name)
        except DramatisError as problem:
            return str(problem).rstrip("."), 500, {"Content-Type": "text/plain; charset=utf-8"}
        name = f"{file_name(library.name)}-{date.today().isoformat()}.{FORMS[form].ending}"
        answer = Response(_told(work) if SHARES in request.args else whole(work), mimetype="application/octet-stream")
        answer.headers.set("Content-Disposition", "attachment", filename=name)
        return answer

    server.add_url_rule(f"/{ADDRESS}/<form>", ADDRESS, export, methods=["GET"])


def _told(work: InSteps[bytes]) -> Iterator[bytes]:
    """Give the percentages of a work and then, after a byte 0, what was made; closed, it closes the work."""
    with closing(work):
        try:
            while True:
                yield bytes([next(work)])
        except StopIteration as end:
            yield _FILE
            yield end.value


def file_name(project: str) -> str:
    """Return what a file of a project is called, without its date and ending."""
    plain = unicodedata.normalize("NFKD", project).encode("ascii", "ignore").decode()
    return f"dramatis-{re.sub(r'[^a-z0-9]+', '-', plain.lower()).strip('-')[:60] or 'network'}"
