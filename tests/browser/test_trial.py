import itertools
import re
import threading

import pytest
from playwright.sync_api import expect

from graph.library import MOST_TRIED

HOSTILE = "Ann Lee fired Bob Ray <img src=x onerror=alert(1)><script>alert(2)</script>."
SIZES = [(1440, 900), (1024, 768), (390, 844)]
BOXES = """() => [...document.querySelectorAll(".trial-answer .claim, .trial-answer .tried, .trial-answer .named > li")]
    .map((part) => part.getBoundingClientRect()).map(({ left, top, right, bottom }) => [left, top, right, bottom])"""


def opened(watched):
    watched.network()
    page = watched.page
    page.get_by_role("button", name="Try a sentence").click()
    page.get_by_label("A sentence, or a few").wait_for()
    return page


def test_trial_goes_by_keys_alone(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.get_by_role("button", name="Try a sentence").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("A sentence, or a few")).to_be_focused()
    page.keyboard.type("Ann Lee fired Bob Ray. Bob Ray met Cam Fox.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#trial-summary")).to_have_text("2 claims, 3 actors.")
    assert page.locator("#trial-summary").get_attribute("role") == "status"
    assert page.locator(".claim-said").first.text_content() == "Ann Lee fired Bob Ray"
    page.keyboard.press("Escape")
    page.locator("#trial-summary").wait_for(state="hidden")
    expect(page.get_by_role("button", name="Try a sentence")).to_be_focused()


def test_trial_an_example_is_read_at_once(visit, sample):
    page = opened(visit(sample))
    chip = page.locator("[data-example]").first
    chip.click()
    expect(page.get_by_label("A sentence, or a few")).to_have_value(chip.get_attribute("data-example"))
    page.locator(".tried").wait_for()
    assert page.locator(".tried").inner_text() == chip.get_attribute("data-example")


def test_trial_says_that_it_reads(visit, sample, monkeypatch):
    free = threading.Event()
    explain = sample.library.explain
    monkeypatch.setattr(sample.library, "explain", lambda text: free.wait(20) and explain(text))
    page = opened(visit(sample))
    page.get_by_label("A sentence, or a few").fill("Ann Lee fired Bob Ray.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#trial-busy")).to_contain_text("Reading")
    expect(page.get_by_text("The first time takes a few seconds.")).to_have_css("opacity", "1")
    free.set()
    page.locator(".claim").wait_for()
    expect(page.locator("#trial-busy")).to_be_empty()


@pytest.mark.parametrize(("text", "told"), [("", "There is no text yet"), ("x" * (MOST_TRIED + 1), "too long")])
def test_trial_tells_what_it_cannot_read(visit, sample, text, told):
    page = opened(visit(sample))
    page.get_by_label("A sentence, or a few").fill(text)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#trial-result [role=alert]")).to_contain_text(told)


def test_trial_hostile_text_stays_text(visit, sample):
    watched = visit(sample)
    page = opened(watched)
    page.on("dialog", lambda dialog: watched.complaints.append(dialog.message))
    page.get_by_label("A sentence, or a few").fill(HOSTILE)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".tried").first).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#trial-result :is(img, script, a)").count() == 0


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_trial_fits_the_screen_and_stands_still(visit, sample, width, height):
    page = opened(visit(sample, width=width, height=height, reduced_motion="reduce"))
    dialog = page.get_by_role("dialog", name="Try a sentence")
    page.wait_for_timeout(300)
    before = dialog.bounding_box()
    names = "Ann Lee fired Bob Ray. Bob Ray met Cam Fox. Cam Fox fired Dan Orr. Dan Orr met Eve Poe."
    page.get_by_label("A sentence, or a few").fill(names)
    page.get_by_role("button", name="Read it").click()
    page.locator(".claim").nth(3).wait_for()
    assert dialog.bounding_box() == before
    assert before["x"] >= 0
    assert before["x"] + before["width"] <= width
    assert before["y"] + before["height"] <= height
    assert page.evaluate("document.documentElement.scrollWidth") == width
    boxes = page.evaluate(BOXES)
    assert all(above[3] <= below[1] + 1 for above, below in itertools.pairwise(boxes))
    assert all(box[2] <= before["x"] + before["width"] for box in boxes)
    assert re.search("Who is named", page.locator("#trial-result").inner_text())
