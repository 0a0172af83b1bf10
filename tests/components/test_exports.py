import re
from http.client import IncompleteRead
from socket import create_connection
from threading import Event
from urllib.request import urlopen

import pytest

from app import create_app
from components.exports import FORMS, export_links
from graph import load_settings
from graph.errors import ExportError
from graph.export import FORMATS, encode
from tests.browser.conftest import serve
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
    assert answer.content_length == len(answer.data)
    assert answer.mimetype == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    told = answer.headers["Content-Disposition"]
    assert re.fullmatch(rf"attachment; filename=dramatis-sample-story-\d{{4}}-\d\d-\d\d\.{FORMS[form].ending}", told)


@pytest.mark.parametrize("form", FORMS)
def test_exports_tell_how_far_they_are_before_the_file(client, form):
    shares, _, file = client.get(f"/export/{form}?shares").data.partition(b"\0")
    assert shares
    assert list(shares) == sorted(set(shares))
    assert 1 <= shares[0] <= shares[-1] <= 99
    assert file == client.get(f"/export/{form}").data


def test_exports_for_which_nobody_waits_any_more_end(monkeypatch):
    ended = Event()

    def endless(*_args, **_options):
        try:
            while True:
                yield 1
                ended.wait(0.01)
        finally:
            ended.set()

    monkeypatch.setattr("components.exports.encode_in_steps", endless)
    served, server = serve(LIBRARY)
    host, port = served.address.removeprefix("http://").split(":")
    with create_connection((host, int(port))) as asking:
        asking.sendall(b"GET /export/json?shares HTTP/1.1\r\nHost: x\r\n\r\n")
        assert asking.recv(12).startswith(b"HTTP/1.1 200")
        assert not ended.is_set()
    assert ended.wait(30)
    server.close()


def test_exports_that_break_off_are_not_whole(monkeypatch):
    def broken(*_args, **_options):
        yield 1
        raise MemoryError

    monkeypatch.setattr("components.exports.encode_in_steps", broken)
    served, server = serve(LIBRARY)
    with urlopen(f"{served.address}/export/json?shares") as answer, pytest.raises(IncompleteRead):  # noqa: S310
        answer.read()
    server.close()


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

    monkeypatch.setattr("components.exports.encode_in_steps", fail)
    answer = client.get("/export/html?shares")
    assert (answer.status_code, answer.mimetype) == (500, "text/plain")
    assert answer.text == "There is no room on the disk"
