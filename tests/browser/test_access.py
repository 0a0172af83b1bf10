"""What axe-core (tests/browser/vendor, MPL 2.0) finds wrong for readers with other senses; nothing, it is hoped."""

from pathlib import Path

import pytest

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
FINDINGS = """async () => {
    const found = await axe.run(document, { resultTypes: ["violations"] });
    return found.violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => [id, nodes.length, nodes[0].html.slice(0, 200)]);
}"""
GIVEN_BACK = "() => !document.activeElement.closest('[role=dialog]')"  # the focus, by a dialog that closes
SCREENS = [(1440, 900, "light"), (1440, 900, "dark"), (390, 844, "light"), (390, 844, "dark")]


@pytest.mark.parametrize(("width", "height", "scheme"), SCREENS)
def test_access_has_no_serious_findings(visit, sample, width, height, scheme):
    watched = visit(sample, width=width, height=height, scheme=scheme, reduced_motion="reduce")
    watched.network()
    watched.settle()
    page = watched.page
    page.evaluate(AXE + "; undefined")

    def findings() -> list[object]:
        watched.settle()
        return page.evaluate(FINDINGS)

    assert findings() == []
    watched.click(*watched.places()["actor person:mara-venn"])
    page.get_by_role("heading", name="Mara Venn", exact=True).wait_for()
    assert findings() == []
    page.locator(".passage .open").first.click()
    page.locator("#here").wait_for()
    assert findings() == []
    page.keyboard.press("Escape")
    page.locator("#here").wait_for(state="hidden")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Relations").click()
    page.locator("#relation-table .ag-cell").first.wait_for()
    assert findings() == []
    page.get_by_role("tab", name="Matrix").click()
    page.locator(".matrix-table .tie").first.wait_for()
    assert findings() == []
    page.get_by_role("tab", name="Outline").click()
    page.get_by_role("treeitem").first.click()
    page.locator("[aria-level='2']").first.wait_for()
    assert findings() == []
    page.get_by_role("tab", name="Contradictions").click()
    page.locator(".contradiction, .empty").first.wait_for()
    assert findings() == []
    page.get_by_role("tab", name="Who matters").click()
    page.locator(".measure").first.wait_for()
    assert findings() == []
    for asked in ("how is Venn tied to Harbour Court?", "who met Venn?", "who fired Tobias Ekk?"):
        page.locator("#ask").fill(asked)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name=asked).wait_for()
        assert findings() == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Try a sentence").click()
    page.get_by_label("A sentence, or a few").fill("Ann Lee fired Bob Ray.")
    page.get_by_role("button", name="Read it").click()
    page.locator(".claim").wait_for()
    assert findings() == []
    page.keyboard.press("Escape")
    page.locator(".claim").wait_for(state="hidden")
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Paste the text of an article").wait_for()
    assert findings() == []


@pytest.mark.parametrize(("width", "height", "scheme"), SCREENS)
def test_access_of_what_opens_has_no_serious_findings(visit, sample, width, height, scheme):
    watched = visit(sample, width=width, height=height, scheme=scheme, reduced_motion="reduce")
    watched.network()
    watched.settle()
    page = watched.page
    page.evaluate(AXE + "; undefined")
    page.keyboard.press("s")
    page.get_by_label("Title").wait_for()
    assert page.evaluate(FINDINGS) == []
    page.keyboard.press("Escape")
    page.get_by_label("Title").wait_for(state="hidden")
    page.wait_for_function(GIVEN_BACK)
    watched.settle()
    page.keyboard.press("?")
    page.get_by_role("dialog", name="Keys").wait_for()
    assert page.evaluate(FINDINGS) == []
    page.keyboard.press("Escape")
    page.get_by_role("dialog", name="Keys").wait_for(state="hidden")
    page.wait_for_function(GIVEN_BACK)
    if width < 760:
        page.get_by_role("button", name="More", exact=True).click()
        page.get_by_role("menuitem", name="Keys").wait_for()
        assert page.evaluate(FINDINGS) == []
        sizes = page.locator(".head button:visible, [role=menuitem]:visible").evaluate_all(
            "(buttons) => buttons.map((button) => button.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 44
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Filters", exact=True).click()
    page.locator("#more-filters summary").click()
    page.get_by_label("Published from").wait_for()
    watched.settle()
    assert page.evaluate(FINDINGS) == []
    if width < 760:
        page.get_by_role("button", name="Close filters").click()
    watched.click(*watched.places()["actor person:mara-venn"])
    page.locator("[data-menu=actor-menu]").first.click()
    page.get_by_role("menuitem").first.wait_for()
    assert page.evaluate(FINDINGS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_access_a_finger_hits_the_buttons_and_chips_over_the_canvas_of_a_phone(visit, sample, scheme):
    watched = visit(sample, width=390, height=844, scheme=scheme, has_touch=True)
    watched.network()
    page = watched.page
    page.get_by_role("button", name="Filters", exact=True).tap()
    page.locator(".choice label", has_text="Places").tap()
    page.get_by_role("button", name="Close filters").tap()
    page.locator(".filter-chip").first.wait_for()
    watched.settle()
    reached = page.locator(".zoom button:visible, .filter-chip").evaluate_all(
        """(buttons) => buttons.map((button) => {
            const { left, top, width, height } = button.getBoundingClientRect();
            const [x, y] = [left + width / 2, top + height / 2];
            const isHit = (down) => button.contains(document.elementFromPoint(x, y + down));
            return [width, isHit(-21) && isHit(21)];
        })"""
    )
    assert len(reached) == 8
    for width, is_hit in reached:
        assert width >= 44
        assert is_hit


def test_access_keys_and_undo_are_in_a_menu_on_a_phone(visit, sample):
    watched = visit(sample, width=390, height=844)
    watched.network()
    page = watched.page
    page.get_by_role("button", name="More", exact=True).click()
    assert page.get_by_role("menuitem", name="Undo").is_disabled() == page.locator("#undo").is_disabled()
    page.get_by_role("menuitem", name="Light or dark").click()
    page.wait_for_function("() => document.documentElement.dataset.mantineColorScheme === 'dark'")
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("menuitem", name="Keys").click()
    page.get_by_role("dialog", name="Keys").wait_for()
