import itertools
import re

import pytest
from playwright.sync_api import expect

from graph.picture.theme import LIGHT
from tests.knowledge_bases import HOSTILE_NAME

VENN = "actor person:mara-venn"
FIRED = "relation person:mara-venn>fired>person:tobias-ek"
NAMES = """() => [...document.querySelectorAll(".labels text")]
    .filter((text) => text.getBoundingClientRect().width > 0)
    .map((text) => [text.textContent, text.getBoundingClientRect()])
    .map(([words, box]) => [words, box.left, box.top, box.right, box.bottom])"""
OUTLINE = """() => {
    const style = getComputedStyle(document.activeElement);
    return [style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


def evidence(page) -> str:
    return page.locator("#evidence").inner_text()


def test_page_shows_the_network_and_its_counts(visit, sample):
    watched = visit(sample)
    watched.network()
    assert watched.page.locator("#count").inner_text().startswith("8 of 8 actors")
    assert len(watched.places()) == 8 + 11
    assert watched.page.locator("#legend").inner_text().split()[:2] == ["person", "organisation"]


def test_page_a_filter_changes_the_counts_and_moves_nothing(visit, sample):
    watched = visit(sample)
    watched.network()
    before = watched.places()
    watched.page.locator(".choice label", has_text="Legal").click()
    watched.shows("6 of 8")
    watched.settle()
    after = watched.places()
    assert 0 < len(after) < len(before)
    assert after == {name: before[name] for name in after}
    expect(watched.page.locator("#description")).to_have_text("Legal ties")
    watched.page.locator("#clear-filters").click()
    watched.shows("8 of 8")
    watched.settle()
    assert watched.places() == before


def test_page_filters_keep_the_camera(visit, sample):
    watched = visit(sample)
    watched.network()
    far = watched.places()
    watched.page.locator("#zoom-in").click()
    watched.settle()
    near = watched.places()
    (x, y), (other_x, other_y) = near[VENN], near["actor place:norland"]
    (far_x, far_y), (far_other_x, far_other_y) = far[VENN], far["actor place:norland"]
    assert abs(other_x - x) == pytest.approx(abs(far_other_x - far_x) / 0.7, rel=0.02)
    assert abs(other_y - y) == pytest.approx(abs(far_other_y - far_y) / 0.7, rel=0.02)
    watched.page.locator(".choice label", has_text="Legal").click()
    watched.settle()
    after = watched.places()
    assert after == {name: pytest.approx(near[name], abs=1) for name in after}


def test_page_double_click_shows_the_whole_again(visit, sample):
    watched = visit(sample)
    watched.network()
    whole = watched.places()
    box = watched.page.locator(".figure").bounding_box()
    watched.page.mouse.move(box["x"] + 300, box["y"] + 300)
    watched.page.mouse.wheel(0, -400)
    watched.settle()
    assert watched.places() != whole
    watched.page.mouse.dblclick(box["x"] + 30, box["y"] + 30)
    watched.settle()
    assert watched.places() == whole


def test_page_search_narrows_to_names_and_sentences(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("Harbour Court")
    watched.shows("2 of 8")
    watched.page.locator("#filter-text").fill("no such words")
    watched.page.get_by_role("button", name="Clear all filters").click()
    watched.shows("8 of 8")


def test_page_click_on_an_actor_and_on_a_relation_shows_the_sentences(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.click(*watched.places()[VENN])
    watched.page.get_by_role("heading", name="Mara Venn", exact=True).wait_for()
    watched.settle()
    watched.click(*watched.places()[FIRED])
    watched.page.locator(".evidence-pane .list-title", has_text="2 sentences").wait_for()
    first = watched.page.locator(".sentence").first
    assert first.inner_text() == "Mara Venn fired Tobias Ék in Port Selby."
    assert first.locator(".mark-trigger").inner_text() == "fired"


def test_page_click_beside_everything_clears_the_selection(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.click(*watched.places()[VENN])
    watched.page.get_by_role("heading", name="Mara Venn", exact=True).wait_for()
    box = watched.page.locator(".figure").bounding_box()
    watched.click(box["x"] + 8, box["y"] + box["height"] - 8)
    watched.page.get_by_role("heading", name="Every line is a claim").wait_for()


def test_page_opens_the_article_at_the_sentence(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.click(*watched.places()[FIRED])
    watched.page.locator(".passage .open").first.click()
    here = watched.page.locator("#here")
    here.wait_for()
    assert here.inner_text() == "Mara Venn fired Tobias Ék in Port Selby."
    assert "Halden Energy" in watched.page.locator(".article-text").inner_text()
    removed = watched.page.locator(".article-text details")
    assert "Not part of the story" in removed.inner_text()
    watched.page.keyboard.press("Escape")
    watched.page.locator("#here").wait_for(state="hidden")
    assert "2 sentences" in evidence(watched.page)


def test_page_names_do_not_overlap_at_forty_actors(visit, forty):
    for width, height in ((1440, 900), (1024, 768), (390, 844)):
        watched = visit(forty, width=width, height=height)
        watched.network()
        watched.settle()
        boxes = watched.page.evaluate(NAMES)
        assert len(boxes) > 25
        for one, other in itertools.combinations(boxes, 2):
            apart = one[3] <= other[1] + 1 or other[3] <= one[1] + 1 or one[4] <= other[2] + 3 or other[4] <= one[2] + 3
            assert apart, (one, other)


def test_page_everything_goes_by_keys(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # "Skip to the list of actors"
    page.get_by_role("tab", name="Actors", selected=True).wait_for()
    page.locator("#actor-list .ag-cell").first.focus()
    page.keyboard.press("Enter")
    page.locator(".evidence-head").wait_for()
    page.locator("#evidence .row").first.focus()
    page.keyboard.press("Enter")
    page.get_by_text(re.compile(r"\d sentences?$")).first.wait_for()
    page.locator(".passage .open").first.focus()
    page.keyboard.press("Enter")
    page.locator("#here").wait_for()
    page.keyboard.press("Escape")
    page.locator("#here").wait_for(state="hidden")
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Every line is a claim").wait_for()


def test_page_focus_can_be_seen(visit, sample):
    watched = visit(sample)
    watched.network()
    for _ in range(4):
        watched.page.keyboard.press("Tab")
        style = watched.page.evaluate(OUTLINE)
        assert style[0] == "solid"
        assert style[1] >= 2


def test_page_hostile_text_stays_text(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.on("dialog", lambda dialog: watched.complaints.append(dialog.message))
    page.get_by_role("tab", name="Actors").click()
    page.locator("#actor-list").get_by_text(HOSTILE_NAME).click()
    page.get_by_role("heading", name=HOSTILE_NAME, exact=True).wait_for()
    page.get_by_role("tab", name="Network").click()
    page.mouse.move(*watched.places()["actor person:script"])
    page.locator("#hint", has_text=HOSTILE_NAME).wait_for()
    assert page.evaluate("document.querySelectorAll('.stage script, #evidence script').length") == 0


def test_page_pasted_text_is_handed_over(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Paste the text of an article").fill("Ann <script>alert(1)</script> met Bob.")
    page.get_by_role("button", name="Read this text").click()
    page.get_by_text("Reading 1 of 1").wait_for()
    assert sample.library.readings.asked[-1] == ("pasted text", "Ann <script>alert(1)</script> met Bob.")


def test_page_dropped_files_are_handed_over(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.get_by_role("button", name="Add article").click()
    page.locator("#upload input[type=file]").set_input_files(
        [
            {"name": "a.txt", "mimeType": "text/plain", "buffer": b"one"},
            {"name": "b.html", "mimeType": "text/html", "buffer": b"<p>two"},
        ]
    )
    page.get_by_text("Reading 1 of 2").wait_for()
    assert sample.library.readings.asked[-2:] == [("a.txt", b"one"), ("b.html", b"<p>two")]


def test_page_a_file_dragged_over_it_opens_the_dialog(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.page.evaluate(
        """() => {
            const files = new DataTransfer();
            files.items.add(new File(["one"], "a.txt"));
            document.body.dispatchEvent(new DragEvent("dragenter", { bubbles: true, dataTransfer: files }));
        }"""
    )
    watched.page.get_by_label("Paste the text of an article").wait_for()


def test_page_follows_the_scheme_of_the_system_and_the_switch(visit, sample):
    watched = visit(sample, scheme="dark")
    watched.network()
    page = watched.page
    expect(page.locator("body")).to_have_css("background-color", "rgb(21, 23, 27)")
    page.get_by_role("button", name="Toggle color scheme").click()
    expect(page.locator("body")).to_have_css("background-color", "rgb(250, 249, 246)")
    ground = "(wanted) => document.querySelector('#network .js-plotly-plot').layout.paper_bgcolor === wanted"
    page.wait_for_function(ground, arg=LIGHT.page)


def test_page_folds_to_a_phone(visit, sample):
    watched = visit(sample, width=390, height=844, has_touch=True)
    watched.network()
    page = watched.page
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert not page.locator("#filters-pane").is_visible()
    assert not page.locator("#evidence").is_visible()
    page.get_by_role("button", name="Filters", exact=True).click()
    page.locator("#filters-pane .choice", has_text="People").wait_for()
    page.keyboard.press("Escape")
    page.locator("#filters-pane").wait_for(state="hidden")
    page.touchscreen.tap(*watched.places()[VENN])
    page.get_by_role("heading", name="Mara Venn", exact=True).wait_for()
    page.get_by_role("button", name="Close evidence").click()
    page.locator("#evidence").wait_for(state="hidden")


def test_page_respects_reduced_motion(visit, sample):
    watched = visit(sample, width=390, height=844, reduced_motion="reduce")
    watched.network()
    moving = watched.page.evaluate("getComputedStyle(document.getElementById('evidence-pane')).transitionDuration")
    assert all(float(part.strip().removesuffix("s")) <= 0.002 for part in moving.split(","))
