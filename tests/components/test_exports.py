import re

import pytest

from app import create_app
from components.exports import FORMS, export_links
from graph import load_settings
from graph.errors import ExportError
from graph.export import FORMATS, encode
from tests.components.fakes import FakeLibrary
from tests.components.trees import found
from tests.knowledge_bases import sample_knowledge

LIBRARY = FakeLibrary(sample_knowledge())


@pytest.fixture(scope="module")
def client():
    return create_app(load_settings({}), LIBRARY).server.test_client()


@pytest.mark.parametrize("form", FORMS)
def test_exports_are_files_that_no_browser_shows(client, form):
    answer = client.get(f"/export/{form}")
    assert answer.status_code == 200
    assert answer.data == encode(LIBRARY.shown(), LIBRARY.taxonomy, format=form, name=LIBRARY.name)
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    told = answer.headers["Content-Disposition"]
    assert re.fullmatch(rf"attachment; filename=dramatis-sample-story-\d{{4}}-\d\d-\d\d\.{FORMS[form].ending}", told)


@pytest.mark.parametrize("form", ["scorer", "pptx", "JSON"])
def test_exports_of_other_forms_are_not_there(client, form):
    assert client.get(f"/export/{form}").status_code == 404


def test_exports_have_a_link_each():
    links = found(export_links(), of="A")
    assert {link.href for link in links} == {f"export/{form}" for form in FORMATS if form != "scorer"}
    assert all(link.title for link in links)


def test_exports_that_cannot_be_made_say_why(client, monkeypatch):
    def fail(*_args, **_options):
        raise ExportError("There is no room on the disk.")

    monkeypatch.setattr("components.exports.encode", fail)
    answer = client.get("/export/html")
    assert (answer.status_code, answer.mimetype) == (500, "text/plain")
    assert answer.text == "There is no room on the disk"
