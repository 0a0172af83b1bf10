"""Tests of graph.export.html: what stands in the file; tests/browser/test_exported.py opens it."""

import json
import re
from base64 import b64encode
from hashlib import sha256

from lxml import html

from graph.export.html import html_page
from tests.drafts import small_taxonomy
from tests.export.hostile import NAMES, hostile_knowledge
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge


def read(kb, name="Story"):
    content = html_page(kb, small_taxonomy(), name).decode()
    return content, html.document_fromstring(content)


def test_html_holds_every_sentence_and_its_source():
    kb = sample_knowledge()
    _, page = read(kb)
    data = json.loads(page.get_element_by_id("data").text)
    assert {relation["id"] for relation in data["relations"]} == set(kb.relations)
    fired = next(relation for relation in data["relations"] if relation["label"] == "fired")
    assert fired["claims"][0]["sentence"] == "Mara Venn fired Tobias Ék in Port Selby."
    assert fired["claims"][0]["outlet"] == "The Selby Post"
    assert {element.get("data-mark") for element in page.xpath("//*[@data-mark]")} == {*kb.actors, *kb.relations}


def test_html_runs_no_script_but_its_own_and_loads_nothing():
    content, page = read(hostile_knowledge(), "</title><script>alert(1)</script>")
    data, own = page.xpath("//script")
    assert data.get("type") == "application/json"
    digest = b64encode(sha256(own.text.encode()).digest()).decode()
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content")
    assert policy.startswith(f"default-src 'none'; script-src 'sha256-{digest}';")
    assert page.findtext(".//title") == "</title><script>alert(1)</script> · Dramatis"
    assert not page.xpath("//@src | //@href | //@onclick | //@onload")
    assert not re.findall(r"url\((?!data:font/ttf|#frame)", content)
    names = {actor["name"] for actor in json.loads(data.text)["actors"]}
    assert NAMES["group:xml"] in names
    data = json.loads(read(sample_knowledge())[1].get_element_by_id("data").text)
    assert HOSTILE_NAME in {actor["name"] for actor in data["actors"]}
