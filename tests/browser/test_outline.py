import re

from playwright.sync_api import expect

FIRED = "Mara Venn fired Tobias Ék , stated as fact , 2 sentences"


def test_outline_is_walked_and_read_by_the_keys_alone(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.get_by_role("tab", name="Outline").click()
    tree, focused = page.get_by_role("tree"), page.locator("[role=treeitem]:focus")
    expect(tree.locator("[aria-level='1']")).to_have_count(8)
    page.keyboard.press("Tab")
    expect(focused).to_have_attribute("aria-posinset", "1")
    page.keyboard.type("mara")
    expect(focused).to_have_accessible_name("Mara Venn , person, 4 relations")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(focused).to_have_attribute("aria-level", "2")
    expect(focused).to_have_accessible_name(FIRED)
    expect(focused).to_have_attribute("aria-setsize", "4")
    page.keyboard.press("Enter")
    page.locator(".relation-title .said", has_text="fired").wait_for()
    expect(focused).to_have_attribute("aria-current", "true")
    page.keyboard.press("ArrowRight")
    page.locator("[aria-level='3']").nth(1).wait_for()
    page.keyboard.press("ArrowDown")
    expect(focused).to_have_attribute("aria-level", "3")
    expect(focused).to_have_accessible_name(re.compile("“Mara Venn fired Tobias Ék in Port Selby.” Minister fires"))
    page.keyboard.press("Enter")
    expect(page.locator("#here")).to_have_text("Mara Venn fired Tobias Ék in Port Selby.")
    page.keyboard.press("Escape")
    expect(focused).to_have_attribute("aria-level", "3")
    for level in ("2", "2", "1", "1"):
        page.keyboard.press("ArrowLeft")
        expect(focused).to_have_attribute("aria-level", level)
    expect(focused).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("End")
    expect(focused).to_have_attribute("aria-posinset", "8")


def test_outline_shows_what_passes_the_filters_and_more_by_and_by(visit, many):
    watched = visit(many)
    watched.network()
    page = watched.page
    page.get_by_role("tab", name="Outline").click()
    actors = page.locator("#outline [aria-level='1']")
    expect(actors).to_have_count(201)
    expect(actors.first).to_have_attribute("aria-setsize", "700")
    page.get_by_text("Show 200 more of 700 actors").click()
    expect(actors).to_have_count(401)
    expect(actors.nth(200)).to_be_focused()
    page.locator(".choice label", has_text="Legal").click()
    expect(actors.first).not_to_have_attribute("aria-setsize", "700")


def test_outline_selects_several_by_keys_and_shows_what_is_selected_elsewhere(visit, many):
    watched = visit(many)
    watched.network()
    page = watched.page
    page.get_by_role("tab", name="Outline").click()
    current = page.locator("#outline [aria-current]")
    page.get_by_role("treeitem").first.focus()
    page.keyboard.press("Shift+Enter")
    expect(current).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Enter")
    expect(current).to_have_count(2)
    assert page.evaluate("dramatis.selection.now().ids.length") == 2
    page.keyboard.press("Shift+Enter")
    expect(current).to_have_count(1)
    page.get_by_role("tab", name="Outline").focus()
    page.evaluate("""() => {
        const { id, importance } = dramatis.story.now().story.actors;
        const least = [...id.keys()].sort((one, other) => importance[one] - importance[other])[0];
        dramatis.selection.choose({ what: "actor", id: id[least] });
    }""")
    expect(current).to_be_in_viewport()
    expect(current).to_have_attribute("tabindex", "0")
    assert int(current.get_attribute("aria-posinset")) > 200
    page.evaluate("dramatis.selection.choose({ what: 'relation', id: dramatis.story.now().story.relations.ids[0] })")
    expect(current).to_have_attribute("aria-level", "2")
    expect(current).to_be_in_viewport()
