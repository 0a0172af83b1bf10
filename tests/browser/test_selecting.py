"""Selecting more than one actor, and finding again on the canvas what is selected elsewhere."""

import pytest
from playwright.sync_api import expect

VENN, EK, COURT = "person:mara-venn", "person:tobias-ek", "organisation:harbour-court"
CHOSEN = "() => { const { id, ids } = window.dramatis.selection.now(); return ids || [id]; }"
RESTS = "() => !window.dramatis.camera.isMoving()"


@pytest.fixture
def watched(visit, sample):
    """The sample, drawn and at rest."""
    return opened(visit(sample))


def opened(watched):
    watched.network()
    watched.settle()
    return watched


def neighbours(library, ids: set[str]) -> set[str]:
    relations = library.knowledge().relations.values()
    pairs = [{relation.source, relation.target} for relation in relations]
    return ids.union(*(pair for pair in pairs if pair & ids))


def is_in_sight(watched, name: str) -> bool:
    watched.settle()
    watched.page.wait_for_function(RESTS)
    box, (x, y) = watched.page.locator(".figure").bounding_box(), watched.places()[name]
    return box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]


def look_away(watched, name: str) -> None:
    """Zoom in beside an actor until it is out of sight."""
    page = watched.page
    page.locator(".figure").focus()
    for _ in range(3):
        page.keyboard.press("+")
    for _ in range(40):
        if not is_in_sight(watched, name):
            return
        page.keyboard.press("ArrowUp")


def test_selecting_by_name_brings_an_actor_into_sight_and_no_other_view(watched):
    page = watched.page
    look_away(watched, f"actor {COURT}")
    seen = page.evaluate("() => window.dramatis.camera.seen()")
    page.locator("#ask").fill("harbour")
    page.get_by_role("option", name="Harbour Court").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Harbour Court", exact=True).wait_for()
    assert is_in_sight(watched, f"actor {COURT}")
    near = page.evaluate("() => window.dramatis.camera.seen()")
    assert near[1] - near[0] == pytest.approx(seen[1] - seen[0])  # as close as before
    watched.click(*watched.places()[f"actor {COURT}"])
    assert page.evaluate("() => window.dramatis.camera.seen()") == near  # what is in sight stays where it is
    page.locator(".figure").focus()
    page.keyboard.press("Backspace")
    watched.settle()
    assert page.evaluate("() => window.dramatis.camera.seen()") == pytest.approx(seen)


def test_selecting_in_another_view_brings_into_sight_when_the_network_is_seen_again(watched):
    page = watched.page
    look_away(watched, f"actor {COURT}")
    page.get_by_role("tab", name="Outline").click()
    page.get_by_role("treeitem", name="Harbour Court").first.click()
    page.get_by_role("heading", name="Harbour Court", exact=True).wait_for()
    page.get_by_role("tab", name="Network").click()
    assert is_in_sight(watched, f"actor {COURT}")


def test_selecting_brings_into_sight_what_had_first_to_be_drawn(visit, many):
    watched = opened(visit(many))
    page = watched.page
    drawn = page.evaluate("() => window.dramatis.canvas.all().map(({ id }) => id)")
    view = many.library.knowledge().actors.values()
    page.locator(".figure").focus()
    for _ in range(6):
        page.keyboard.press("+")
    watched.settle()
    hidden = next(actor for actor in view if actor.id not in drawn)
    page.evaluate("(id) => window.dramatis.selection.choose({ what: 'actor', id })", hidden.id)
    page.wait_for_function("(id) => window.dramatis.canvas.has(id)", arg=hidden.id)
    assert is_in_sight(watched, f"actor {hidden.id}")


def test_selecting_widens_step_by_step_by_key_and_button(watched, sample):
    page = watched.page
    watched.click(*watched.places()[f"actor {COURT}"])
    page.get_by_role("heading", name="Harbour Court", exact=True).wait_for()
    page.locator(".figure").focus()
    page.keyboard.press("t")
    one = neighbours(sample.library, {COURT})
    page.get_by_role("heading", name=f"{len(one)} actors selected").wait_for()
    assert set(page.evaluate(CHOSEN)) == one
    expect(page.locator("#boxed")).to_contain_text(f"{len(one)} actors selected: ")
    two = neighbours(sample.library, one)
    assert two > one
    page.get_by_role("button", name="Select those tied to them as well").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=f"{len(two)} actors selected").wait_for()
    expect(page.locator("#evidence")).to_be_focused()
    assert set(page.evaluate(CHOSEN)) == two


def test_selecting_widens_only_by_what_passes_the_filters(watched, sample):
    page = watched.page
    watched.click(*watched.places()[f"actor {VENN}"])
    page.locator(".choice label", has_text="Personnel").click()
    page.get_by_role("button", name="Select those tied to this actor as well").click()
    page.get_by_role("heading", name="2 actors selected").wait_for()
    assert set(page.evaluate(CHOSEN)) == {VENN, EK} < neighbours(sample.library, {VENN})


def test_selecting_by_a_box_with_shift_adds_to_what_is_selected(watched):
    page = watched.page
    places = watched.places()
    watched.click(*places[f"actor {COURT}"])
    page.get_by_role("heading", name="Harbour Court", exact=True).wait_for()
    for shift, chosen in ((True, {COURT, EK}), (False, {EK})):
        page.get_by_role("button", name="Select actors by a box").click()
        x, y = places[f"actor {EK}"]
        page.mouse.move(x - 20, y - 20)
        if shift:
            page.keyboard.down("Shift")
        page.mouse.down()
        page.mouse.move(x + 20, y + 20, steps=4)
        page.mouse.up()
        page.keyboard.up("Shift")
        assert set(page.evaluate(CHOSEN)) == chosen


def test_selecting_two_actors_offers_how_they_are_tied(watched):
    page = watched.page
    places = watched.places()
    watched.click(*places[f"actor {COURT}"])
    page.keyboard.down("Shift")
    watched.click(*places[f"actor {EK}"])
    page.keyboard.up("Shift")
    page.get_by_role("button", name="How are they tied?").click()
    page.get_by_text("weakest link").first.wait_for()
    expect(page.locator("#evidence")).to_be_focused()
    assert page.evaluate("() => window.dramatis.selection.now()") == {"what": "path", "ids": [COURT, EK]}


def test_selecting_the_other_end_of_a_path_by_its_name_and_enter(watched):
    page = watched.page
    watched.click(*watched.places()[f"actor {VENN}"])
    page.get_by_role("textbox", name="How is Mara Venn tied to").click()
    page.keyboard.type("harbour")
    page.get_by_role("option", name="Harbour Court").wait_for()
    page.keyboard.press("Enter")
    page.get_by_text("weakest link").first.wait_for()
    assert page.evaluate(CHOSEN) == [VENN, COURT]
