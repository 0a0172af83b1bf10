"""The first minute of a newcomer: one relation proved at once, hints that go for good, keys that are told."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serve
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import sample_knowledge


@pytest.fixture(scope="module")
def newcomer():
    library = FakeLibrary(sample_knowledge())
    library.is_sample = True
    served, server = serve(library)
    yield served
    server.close()


def test_first_minute_shows_a_proof_at_once_and_saves_a_picture(visit, newcomer):
    watched = visit(newcomer)
    watched.network()
    page = watched.page
    expect(page.locator(".relation-title")).to_contain_text("Mara Venn")
    expect(page.locator(".passage .sentence").first).to_be_visible()
    with page.expect_download() as saved:
        page.locator("#save-picture").click()
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename.endswith(".png")


def test_first_minute_hints_are_dismissed_for_good(visit, newcomer):
    watched = visit(newcomer)
    watched.network()
    page = watched.page
    steps = page.get_by_role("complementary", name="First steps")
    expect(steps.get_by_role("heading")).to_have_text("Every line is a claim")
    steps.get_by_role("button", name="Next").click()
    page.keyboard.press("Enter")
    expect(steps.get_by_role("heading")).to_have_text("Take it with you")
    expect(page.locator("#save-picture.spoken-of")).to_have_count(1)
    steps.get_by_role("button", name="Done").click()
    expect(steps).to_be_hidden()
    page.reload()
    watched.network()
    watched.settle()
    expect(steps).to_be_hidden()
    expect(page.locator(".spoken-of")).to_have_count(0)


def test_first_minute_tells_the_keys(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("Back to the former view")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()


def test_first_minute_keys_focus_and_move_what_is_selected(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    actor = "actor person:mara-venn"
    watched.click(*watched.places()[actor])
    page.locator(".evidence-head").get_by_role("heading", name="Mara Venn").wait_for()
    page.locator(".figure").focus()
    before = watched.places()[actor]
    page.keyboard.press("Shift+ArrowRight")
    page.locator(".pin").wait_for(state="attached")
    watched.settle()
    assert watched.places()[actor][0] == pytest.approx(before[0] + 12, abs=2)
    page.keyboard.press("f")
    page.wait_for_url(lambda url: "camera=" in url)
