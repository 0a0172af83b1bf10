import gzip
import json
import re
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import app
from components import ids
from graph import load_settings
from graph.errors import StoreError
from graph.model import KnowledgeBase
from tests.components.fakes import FakeLibrary
from tests.components.wire import Wire, said
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge

ROOT = Path(__file__).parent.parent
STRANGE = re.compile(r"""(?:src|href)=["'](?:https?:)?//""")


@pytest.fixture
def client():
    return app.create_app(load_settings({}), FakeLibrary(sample_knowledge())).server.test_client()


def scripts_and_styles(html: str) -> list[str]:
    return re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', html)


def test_app_does_nothing_when_imported():
    check = "import app, sys, threading; print('spacy' in sys.modules, threading.active_count())"
    answer = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "1"]


def test_app_two_pages_live_in_one_process():
    one = Wire(app.create_app(load_settings({}), FakeLibrary(sample_knowledge())))
    other = Wire(app.create_app(load_settings({}), FakeLibrary(KnowledgeBase())))
    assert "Mara Venn" in said(one.ask("evidence-body-tree.data", filters={}))
    assert "Mara Venn" not in said(other.ask("evidence-body-tree.data", filters={}))


def test_app_serves_all_it_needs_itself(client):
    html = client.get("/").get_data(as_text=True)
    assert not STRANGE.search(html)
    addresses = scripts_and_styles(html)
    assert len(addresses) > 8
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_app_serves_the_fonts_of_its_styles(client):
    css = (ROOT / "assets" / "10-tokens.css").read_text()
    fonts = set(re.findall(r"url\((fonts/[^)]+)\)", css))
    assert fonts
    for font in fonts:
        assert client.get(f"/assets/{font}").status_code == 200, font


def test_app_styles_and_scripts_name_no_other_server():
    for path in [*(ROOT / "assets").glob("*.css"), *(ROOT / "assets").glob("[1-9]*.js")]:
        strange = [found for found in re.findall(r"https?://[^\s\"')]+", path.read_text()) if "www.w3.org" not in found]
        assert strange == [], path.name


def test_app_plotly_bundle_is_of_the_version_that_plotly_has():
    from plotly.offline import get_plotlyjs_version

    head = (ROOT / "assets" / "00-plotly-basic.min.js").read_text()[:200]
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}" in head


def test_app_lets_the_browser_load_nothing_else(client):
    rules = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in rules
    assert "unsafe-eval" not in rules
    assert "'unsafe-inline'" not in rules.split("script-src")[1].split(";")[0]


def test_app_hands_out_the_columns_of_the_story_once_for_each_version(client):
    answer = client.get("/story.json", headers={"Accept-Encoding": "gzip"})
    assert answer.content_type == "application/json"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "no-cache" in answer.headers["Cache-Control"]
    columns = json.loads(gzip.decompress(answer.data))
    assert columns["actors"]["id"] == list(sample_knowledge().actors)
    again = client.get("/story.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = app.create_app(load_settings({}), FakeLibrary(KnowledgeBase())).server.test_client()
    assert other.get("/story.json").headers["ETag"] != answer.headers["ETag"]
    assert client.get("/story.json", headers={"Accept-Encoding": ""}).get_json() == columns


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_app_takes_no_columns_from_outside(client, method):
    assert getattr(client, method)("/story.json").status_code == 405


def test_app_first_answer_holds_no_article_text(client):
    assert "<script>alert" not in client.get("/").get_data(as_text=True)
    assert HOSTILE_NAME not in client.get("/").get_data(as_text=True)


def test_app_tells_a_reader_of_an_error(monkeypatch):
    library = FakeLibrary(sample_knowledge())

    def refuse(*_values):
        raise StoreError("The library cannot be read; close the other program.")

    monkeypatch.setattr(library, "view", refuse)
    told = Wire(app.create_app(load_settings({}), library)).ask_all("evidence-body-tree.data", filters={})
    assert told["sideUpdate"][ids.NOTICE]["children"].startswith("The library cannot be read")


def test_app_main_tells_of_a_wrong_setting(monkeypatch, capsys):
    monkeypatch.setenv("DRAMATIS_PORT", "many")
    assert app.main() == 1
    assert "DRAMATIS_PORT is 'many'" in capsys.readouterr().err


def test_app_main_tells_that_the_port_is_taken(monkeypatch, capsys):
    monkeypatch.setattr(app, "Library", lambda _settings: FakeLibrary(sample_knowledge()))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setenv("DRAMATIS_PORT", str(other.getsockname()[1]))
        assert app.main() == 1
    assert "set DRAMATIS_PORT to another port" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "opened"),
    [({"DISPLAY": ":0"}, True), ({"DISPLAY": ":0", "DRAMATIS_NO_BROWSER": "1"}, False), ({}, False)],
)
def test_app_main_opens_a_browser_only_where_there_is_one_to_see(monkeypatch, capsys, environment, opened):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "DRAMATIS_NO_BROWSER"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DRAMATIS_PORT", "8051")
    calls = []
    library = FakeLibrary(sample_knowledge())
    library.add_seeds = lambda: calls.append("seeds")
    monkeypatch.setattr(app, "Library", lambda _settings: library)
    server = SimpleNamespace(run=lambda: calls.append("served"))
    monkeypatch.setattr(app, "create_server", lambda _server, **options: calls.append(options["port"]) or server)
    monkeypatch.setattr(app.webbrowser, "open", lambda address: calls.append(address))
    monkeypatch.setattr(
        app, "Timer", lambda _wait, action, values: type("Now", (), {"start": lambda _self: action(*values)})()
    )
    assert app.main() == 0
    assert "http://127.0.0.1:8051" in capsys.readouterr().out
    assert ("http://127.0.0.1:8051" in calls) is opened
    assert calls[0] == 8051
    assert calls[-1] == "served"
    assert "seeds" in calls
