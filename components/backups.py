"""A project as one file, under an address beside the page's own."""

from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask, send_file
from flask.typing import ResponseReturnValue

from components.projects import BACKUP, backup_name
from graph.projects import OpenProject


def serve_backup(server: Flask, opened: OpenProject) -> None:
    """Let a server answer with a copy of the project as it is at that moment."""

    def backup() -> ResponseReturnValue:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "backup"
            opened.projects.back_up(opened.id, path)
            content = path.read_bytes()
        name = backup_name(opened.id, date.today().isoformat())
        return send_file(BytesIO(content), "application/octet-stream", as_attachment=True, download_name=name)

    server.add_url_rule(f"/{BACKUP}", BACKUP, backup, methods=["GET"])
