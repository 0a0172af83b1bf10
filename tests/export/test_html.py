"""Tests of graph.export.html: what stands in the file; tests/browser/test_exported.py opens it."""

import json
import re
from base64 import b64encode
from hashlib import sha256

from lxml import html

from graph.export.html import html_page
from graph.export.schemes import merge, page_colours
from graph.export.steps import whole
from graph.picture import LIGHT
from tests.drafts import small_taxonomy
from tests.export.hostile import NAMES, hostile_knowledge
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge
from tests.picture.test_theme import contrast


def read(kb, name="Story"):
    content = whole(html_page(kb, small_taxonomy(), name)).decode()
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


def test_html_colours_have_contrast_in_light_and_dark():
    colours = page_colours()
    for scheme in (0, 1):
        grounds = [colours[f"--{name}"][scheme] for name in ("page", "panel", "wash", "end", "trigger")]
        for name in ("ink", "muted"):
            assert min(contrast(colours[f"--{name}"][scheme], ground) for ground in grounds) >= 4.5
        assert min(contrast(colours["--accent"][scheme], ground) for ground in grounds[:3]) >= 4.5
        assert contrast(colours["--edge"][scheme], colours["--panel"][scheme]) >= 3


def test_html_names_every_colour_that_differs_and_no_text():
    names = "#aabbcc, #1d1c1a"
    light, dark = (f'<path fill="{ink}" stroke="#808080"/>{names}' for ink in ("#1d1c1a", "#e9e6e0"))
    drawing, pairs = merge(light, dark)
    assert drawing == f'<path fill="var(--d0)" stroke="#808080"/>{names}'
    assert pairs == {"--d0": ("#1d1c1a", "#e9e6e0")}


def test_html_leaves_no_light_colour_in_the_drawing():
    content, _ = read(sample_knowledge())
    drawing = content[content.index("<svg") : content.index("</svg>")]
    assert LIGHT.page not in drawing
    assert set(re.findall(r"var\((--d\d+)\)", drawing)) == set(re.findall(r"(--d\d+):", content))
