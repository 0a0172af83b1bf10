"""Corrections in a real browser: by menu, form and keys, taken back by key, and seen in another window."""

import dataclasses
import threading

import pytest
from playwright.sync_api import expect
from waitress.server import create_server

from app import Desk
from graph import Projects, load_settings
from graph.projects import FIRST_PROJECT
from tests.browser.conftest import Served
from tests.components.readers import PlainReader

STORY = "A job\n\nAnn Lee fired Bob Ray. Bob Ray met Cam Fox. Dan Orr met Anne Lee."
MARK = """(words) => {
    const said = [...document.querySelectorAll("#reader-body .said")].find((one) => one.textContent.includes(words));
    const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const [from, to] = [said.textContent.indexOf(words), said.textContent.indexOf(words) + words.length];
    for (let at = 0, node; (node = walker.nextNode()); at += node.length) {
        if (at <= from && from < at + node.length) range.setStart(node, from - at);
        if (at < to && to <= at + node.length) range.setEnd(node, to - at);
    }
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}"""


@pytest.fixture
def desk(tmp_path):
    settings = load_settings({"DRAMATIS_DATABASE_URL": f"sqlite:///{tmp_path / 'library.sqlite'}"})
    projects = Projects(dataclasses.replace(settings, seeds=tmp_path / "seeds"), reader=PlainReader())
    (tmp_path / "seeds").mkdir()
    projects.library(FIRST_PROJECT).add_seeds()
    projects.library(FIRST_PROJECT).add(STORY)
    server = create_server(Desk(settings, projects), host="127.0.0.1", port=0, threads=12)
    threading.Thread(target=server.run, daemon=True).start()
    yield Served(f"http://127.0.0.1:{server.effective_port}", projects.library(FIRST_PROJECT))
    server.close()


def log_of(desk: Served) -> list[str]:
    return [line.words for line in desk.library.corrections.lines()]


def test_correcting_by_menus_forms_and_keys(desk, visit):
    watched, other = visit(desk), visit(desk)
    page = watched.page
    for window in (watched, other):
        window.network()
        window.shows("5 of 5")
    # by keys alone: the menu of an actor, its form, and back
    watched.click(*watched.places()["actor person:bob-ray"])
    page.locator(".eyebrow .correct").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="Rename this actor").wait_for()
    page.locator("#correct-name").fill("Robert Ray")
    page.keyboard.press("Enter")
    expect(page.locator("#evidence h2")).to_have_text("Robert Ray")
    # a claim at once; the other window is told without being touched
    page.locator(".passage .correct").first.click()
    page.get_by_role("menuitem", name="The sentence does not say so").click()
    expect(page.locator("#notice")).to_contain_text("Rejected “Ann Lee fired Robert Ray”")
    expect(other.page.locator("#count")).to_contain_text("2 of 2 relations")
    page.keyboard.press("Control+z")
    expect(page.locator("#count")).to_contain_text("3 of 3 relations")
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("#count")).to_contain_text("2 of 2 relations")
    # who may be one and the same, by keys alone
    page.get_by_role("button", name="Corrections").click()
    expect(page.locator(".review-pair")).to_contain_text("Anne Lee")
    expect(page.locator(".review-pair")).to_be_focused()
    page.keyboard.press("s")
    expect(page.locator(".review")).to_contain_text("Nobody here looks like somebody else")
    watched.shows("4 of 4")
    page.get_by_role("tab", name="Log").click()
    page.get_by_role("button", name="Undo: Joined").click()
    watched.shows("5 of 5")
    page.keyboard.press("Escape")
    assert log_of(desk)[0].startswith("Undid: Joined")


def test_correcting_is_seen_in_a_window_that_was_loading_meanwhile(desk, visit):
    watched = visit(desk)
    watched.network()
    watched.shows("5 of 5")
    page, corrections, held = watched.page, desk.library.corrections, []

    def hold(route) -> None:
        answer = route.fetch()  # as the story is before the next decision
        if not held:
            corrections.delete("person:cam-fox")
            held.append(answer)
        route.fulfill(response=answer)

    page.route("**/story.json", hold)
    corrections.delete("person:dan-orr")
    page.wait_for_function("() => !window.dramatis.story.now().story.actors.rows.has('person:cam-fox')")
    assert held


def test_correcting_adds_a_claim_and_a_project(desk, visit):
    watched = visit(desk)
    page = watched.page
    watched.network()
    watched.click(*watched.places()["actor person:bob-ray"])
    page.locator(".passage [data-read]").first.click()
    page.locator("#tell-claim").click()
    for key, words in (("1", "Bob Ray"), ("2", "met"), ("3", "Cam Fox")):
        page.evaluate(MARK, words)
        page.keyboard.press(key)
        expect(page.locator(f".tell-slot[data-key='{key}']")).to_contain_text(words)
    page.locator("#tell-type").fill("warned")
    page.get_by_role("option", name="warned", exact=True).click()
    page.get_by_role("button", name="Add this claim").click()
    expect(page.locator("#notice")).to_contain_text("Added “Bob Ray warned Cam Fox”")
    expect(page.locator("#count")).to_contain_text("4 of 4 relations")
    page.get_by_role("button", name="Close the article").click()
    page.locator(".project-button").click()
    page.get_by_role("menuitem", name="New project").click()
    page.locator("#project-name").fill("Kelham")
    page.keyboard.press("Enter")
    page.wait_for_url("**/p/kelham/")
    page.get_by_text("Nothing read yet").first.wait_for()
    page.locator(".project-button").click()
    page.get_by_role("menuitem", name="My articles").click()
    page.wait_for_url("**/p/library/**")
    watched.shows("5 of 5")
    expect(page.locator("#evidence h2")).to_have_text("Bob Ray")  # where the reader was


def test_correcting_adds_a_claim_by_keys_alone(desk, visit):
    watched = visit(desk)
    page = watched.page
    watched.network()
    watched.click(*watched.places()["actor person:bob-ray"])
    page.locator(".passage [data-read]").first.focus()
    page.keyboard.press("Enter")
    page.locator(".article-text .said.here").first.wait_for()
    page.locator("#tell-claim").focus()
    page.keyboard.press("Enter")
    said = page.locator("#tell-said")
    page.keyboard.press("ArrowDown")
    for _ in range(4):  # to the first sentence
        page.keyboard.press("ArrowUp")
    expect(said).to_have_text("Ann Lee fired Bob Ray. Chosen: Ann")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(said).to_have_text("Ann Lee fired")
    page.keyboard.press("Shift+ArrowLeft")
    expect(said).to_have_text("Ann Lee")
    page.keyboard.press("1")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("2")
    expect(page.locator(".tell-slot[data-key='2']")).to_contain_text("fired")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("3")
    for key, words in (("1", "Ann Lee"), ("2", "fired"), ("3", "Bob Ray")):
        expect(page.locator(f".tell-slot[data-key='{key}']")).to_contain_text(words)
    page.locator("#tell-type").focus()
    page.keyboard.type("warned")
    page.get_by_role("option", name="warned", exact=True).wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add this claim").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("Added “Ann Lee warned Bob Ray”")
