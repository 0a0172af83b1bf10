import base64
import gzip
import json
import re
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from werkzeug.test import Client

import app
from graph import Projects, Settings, load_settings
from graph.errors import StoreError
from graph.model import KnowledgeBase
from graph.projects import FIRST_PROJECT, OpenProject
from tests.components.fakes import FakeLibrary
from tests.components.wire import Wire, said
from tests.fake_reader import FakeReader
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge

ROOT = Path(__file__).parent.parent
STRANGE = re.compile(r"""(?:src|href)=["'](?:https?:)?//""")


@pytest.fixture
def client():
    return app.create_app(load_settings({}), FakeLibrary(sample_knowledge())).server.test_client()


class OneProject:
    """Projects with one library only."""

    def __init__(self, library: FakeLibrary) -> None:
        self.library = lambda _project_id: library
        self.resume = lambda: None


@pytest.fixture
def desk(tmp_path):
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'library.sqlite'}", seeds=tmp_path / "none")
    projects = Projects(settings, reader=FakeReader())
    projects.library(FIRST_PROJECT).add("Title: One\n\nTrump met Lavrov.")
    return SimpleNamespace(projects=projects, client=Client(app.Desk(settings, projects)))


def scripts_and_styles(html: str) -> list[str]:
    return re.findall(r'<(?:script|link)[^>]+(?:src|href)="([^"]+)"', html)


def test_app_does_nothing_when_imported():
    check = "import app, sys, threading; print('spacy' in sys.modules, threading.active_count())"
    answer = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["False", "1"]


def test_app_two_pages_live_in_one_process():
    one = Wire(app.create_app(load_settings({}), FakeLibrary(sample_knowledge())))
    other = Wire(app.create_app(load_settings({}), FakeLibrary(KnowledgeBase())))
    assert "Mara Venn" in said(one.select({}))
    assert "Mara Venn" not in said(other.select({}))


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


def test_app_sends_no_script_that_the_page_does_not_need(client):
    page = client.get("/").get_data(as_text=True)
    scripts = re.findall(r'<script src="([^"]+)"', page)
    assert [script for script in scripts if "polyfill" in script or "dash_table" in script] == []
    places = [next(at for at, script in enumerate(scripts) if name in script) for name in ("regenerator", "/dcc/")]
    assert places == sorted(places)  # what needs it comes after it


def test_app_lets_the_browser_load_nothing_else(client):
    rules = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in rules
    assert "unsafe-eval" not in rules
    assert "'unsafe-inline'" not in rules.split("script-src")[1].split(";")[0]


def test_app_hands_out_the_columns_of_the_story_once_for_each_version(client):
    answer = client.get("/story.json", headers={"Accept-Encoding": "gzip"})
    assert answer.content_type == "application/json"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert "no-cache" in answer.headers["Cache-Control"]
    columns = json.loads(gzip.decompress(answer.data))
    assert columns["actors"]["id"] == list(sample_knowledge().actors)
    for packing in ("gzip", "zstd", ""):
        asked = {"If-None-Match": answer.headers["ETag"], "Accept-Encoding": packing}
        again = client.get("/story.json", headers=asked)
        assert (again.status_code, again.data) == (304, b"")
    other = app.create_app(load_settings({}), FakeLibrary(KnowledgeBase())).server.test_client()
    assert other.get("/story.json").headers["ETag"] != answer.headers["ETag"]
    assert client.get("/story.json", headers={"Accept-Encoding": ""}).get_json() == columns


def test_app_tells_of_which_revision_the_columns_are_at_the_latest():
    class Corrected(FakeLibrary):
        def columns(self):
            self.revision += 1  # somebody decides something meanwhile
            return super().columns()

    library = Corrected(sample_knowledge())
    client = app.create_app(load_settings({}), library).server.test_client()
    before = library.revision
    answer = client.get("/story.json")
    assert answer.headers["X-Revision"] == str(before)
    unchanged = client.get("/story.json", headers={"If-None-Match": answer.headers["ETag"]})
    assert (unchanged.status_code, unchanged.headers["X-Revision"]) == (304, str(before + 1))


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
    told = Wire(app.create_app(load_settings({}), library)).select({})
    assert told["problem"].startswith("The library cannot be read")


def test_app_main_tells_of_a_wrong_setting(monkeypatch, capsys):
    monkeypatch.setenv("DRAMATIS_PORT", "many")
    assert app.main() == 1
    assert "DRAMATIS_PORT is 'many'" in capsys.readouterr().err


def test_app_main_tells_that_the_port_is_taken(monkeypatch, capsys):
    monkeypatch.setattr(app, "Projects", lambda _settings: OneProject(FakeLibrary(sample_knowledge())))
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
    monkeypatch.setattr(app, "Projects", lambda _settings: OneProject(library))
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


def test_app_desk_leads_to_the_project_that_was_open_last(desk):
    assert desk.client.get("/?view=1").headers["Location"] == "/p/library/?view=1"
    made = desk.projects.create("B")
    assert desk.client.get(f"/p/{made.id}/").status_code == 200
    assert desk.client.get("/").headers["Location"] == "/p/b/"
    for address in ("/nothing", "/p/nobody/", "/p/../x/", "/p/library"):
        assert desk.client.get(address).status_code == 404, address


def test_app_desk_keeps_projects_apart(desk):
    desk.projects.create("B")
    one, other = (desk.client.get(f"/p/{name}/story.json").get_json() for name in ("library", "b"))
    assert [len(story["actors"]["id"]) for story in (one, other)] == [2, 0]
    html = desk.client.get("/p/b/").get_data(as_text=True)
    for address in scripts_and_styles(html):
        assert desk.client.get(address).status_code == 200, address
    assert "../library/" in said(desk.client.get("/p/b/_dash-layout").get_json())


def test_app_desk_gives_a_backup_that_comes_back(desk, tmp_path):
    answer = desk.client.get("/p/library/backup")
    assert re.fullmatch(
        r"attachment; filename=library-\d{4}-\d\d-\d\d\.dramatis", answer.headers["Content-Disposition"]
    )
    (tmp_path / "backup").write_bytes(answer.data)
    assert desk.projects.restore(tmp_path / "backup").articles == 1


@pytest.mark.parametrize(
    ("act", "name", "told"),
    [("new", "Kelham", "../kelham/"), ("duplicate", "Copy", "../copy/"), ("rename", "Mine", "./")],
)
def test_app_desk_goes_where_a_form_leads(desk, act, name, told):
    opened = OpenProject(desk.projects, FIRST_PROJECT)
    wire = Wire(app.create_app(load_settings({}), opened=opened))
    assert wire.ask("project-form.opened", project_act={"act": act})["project-form"]["opened"] is True
    form = {"project_act": {"act": act}, "project_save": 1}
    answer = wire.ask("project-go.data", by="project-save", project_name=name, **form)
    assert answer["project-go"]["data"] == told
    assert name in [project.name for project in desk.projects.all()]
    refused = wire.ask("project-go.data", by="project-save", project_name=" ", **form)
    assert refused["project-problem"] == {"children": "Write a name for the project.", "hidden": False}


def test_app_desk_puts_projects_aside_and_brings_backups_back(desk, tmp_path):
    made = desk.projects.create("B")
    wire = Wire(app.create_app(load_settings({}), opened=OpenProject(desk.projects, made.id)))
    assert (
        wire.ask("project-go.data", by="project-act", project_act={"act": "archive"})["project-go"]["data"]
        == "../library/"
    )
    assert desk.projects.get(made.id).is_archived
    assert wire.ask("project-go.data", by="project-act", project_act={"act": "return"})["project-go"]["data"] == "./"
    desk.projects.back_up(FIRST_PROJECT, tmp_path / "backup")
    content = base64.b64encode((tmp_path / "backup").read_bytes()).decode()
    form = {"project_act": {"act": "restore"}, "project_save": 1, "project_file__contents": f"data:;base64,{content}"}
    answer = wire.ask("project-go.data", by="project-save", project_name="Back", **form)
    assert answer["project-go"]["data"] == "../back/"
    assert desk.projects.get("back").articles == 1


def test_app_gives_scripts_and_styles_one_address_for_all_projects(desk):
    other = desk.projects.create("B").id
    pages = [desk.client.get(f"/p/{name}/").get_data(as_text=True) for name in (FIRST_PROJECT, other)]
    one, two = map(scripts_and_styles, pages)
    own = [path for path in one if path.startswith("/p/")]
    assert [path for path in one if path not in own] == [path for path in two if not path.startswith("/p/")]
    assert all("favicon" in path for path in own)
    for path in one:
        answer = desk.client.get(path)
        assert answer.status_code == 200
        assert ("immutable" in answer.headers.get("Cache-Control", "")) == path.startswith("/assets/")
    assert desk.client.get("/assets/../app.py").status_code == 404
    assert desk.client.get("/_dash-layout").status_code == 404


def test_app_sends_the_page_around_the_network_before_the_articles_are_loaded(desk, monkeypatch):
    library = desk.projects.library(FIRST_PROJECT)
    may, load = threading.Event(), library.view
    monkeypatch.setattr(library, "view", lambda *asked: may.wait(20) and load(*asked))
    assert desk.client.get(f"/p/{FIRST_PROJECT}/").status_code == 200
    may.set()
    assert "network" in desk.client.get(f"/p/{FIRST_PROJECT}/_dash-layout").get_data(as_text=True)
