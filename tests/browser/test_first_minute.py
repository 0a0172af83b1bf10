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


def test_first_minute_shows_a_proof_at_once_and_saves_a_picture(newcomer, visit):
    watched = visit(newcomer)
    watched.network()
    page = watched.page
    expect(page.locator(".relation-title")).to_contain_text("Mara Venn")
    expect(page.locator(".passage .sentence").first).to_be_visible()
    with page.expect_download() as saved:
        page.locator("#save-picture").click()
        page.keyboard.press("Enter")
    assert saved.value.suggested_filename.endswith(".png")


def test_first_minute_hints_are_dismissed_for_good(newcomer, visit):
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


@pytest.mark.parametrize(("width", "height"), [(390, 844), (720, 450), (1024, 768), (1440, 900)])
def test_first_minute_hints_stand_over_no_actor_and_move_nothing_as_they_go_on(newcomer, visit, width, height):
    watched = visit(newcomer, width=width, height=height)
    watched.network()
    watched.settle()
    page = watched.page
    steps = page.get_by_role("complementary", name="First steps")
    expect(steps).to_be_visible()
    canvas = page.locator(".figure").bounding_box()
    assert canvas["height"] > 120
    assert steps.bounding_box()["y"] >= canvas["y"] + canvas["height"]
    before = watched.places()
    steps.get_by_role("button", name="Next").click()
    expect(steps.get_by_role("heading")).to_have_text("Ask, or narrow it down")
    watched.settle()
    assert page.locator(".figure").bounding_box() == canvas
    assert watched.places() == before
    steps.get_by_role("button", name="Do not show").click()
    expect(steps).to_be_hidden()
    watched.settle()
    assert page.locator(".figure").bounding_box()["height"] > canvas["height"]


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
