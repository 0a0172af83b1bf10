"""The other views of the one selection: tables, matrix and timeline, under the hand and by the keys."""

import re

import pytest
from playwright.sync_api import expect

from tests.knowledge_bases import HOSTILE_NAME

VENN, FIRED = "person:mara-venn", "person:mara-venn>fired>person:tobias-ek"
PICK = "(selection) => dash_clientside.set_props('selection', { data: selection })"
COPIED = "navigator.clipboard.readText()"


@pytest.fixture
def opened(visit, sample):
    watched = visit(sample, permissions=["clipboard-read", "clipboard-write"])
    watched.network()
    watched.shows("8 of 8")
    return watched


def tick(watched, words: str) -> None:
    watched.page.locator(".choice label", has_text=words).first.click()


def row(page, table: str, row_id: str):
    escaped = row_id.replace(">", "&gt;")  # as the grid writes it
    return page.locator(f'#{table} .ag-row[row-id="{escaped}"]')


def test_views_tables_come_late_follow_the_filters_and_select(opened):
    page, asked = opened.page, []
    loaded = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('ag_grid')).length"
    assert page.evaluate(loaded) == 0
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("tab", name="Relations").click()
    row(page, "relation-table", FIRED).wait_for()
    assert any("async-community" in url for url in asked)
    expect(page.locator("#relation-table-count")).to_have_text("11 relations")
    expect(page.locator("#relation-table .ag-row", has_text="denied")).to_have_count(1)

    tick(opened, "Legal")
    expect(page.locator("#relation-table-count")).to_have_text("3 relations")
    expect(page.locator("#relation-table .ag-row")).to_have_count(3)
    tick(opened, "Legal")
    page.get_by_label("Did what Filter Input").fill("fired")
    expect(page.locator("#relation-table-count")).to_have_text("1 of these 11 relations")
    page.get_by_label("Did what Filter Input").fill("")
    expect(page.locator("#relation-table-count")).to_have_text("11 relations")

    row(page, "relation-table", FIRED).locator(".ag-cell").first.click()
    page.locator(".evidence-pane .list-title", has_text="2 sentences").wait_for()
    expect(row(page, "relation-table", FIRED)).to_have_class(re.compile("ag-row-selected"))
    page.get_by_role("tab", name="Actors").click()
    expect(row(page, "actor-table", VENN)).to_have_class(re.compile("tied"))
    expect(page.locator("#actor-table .tied")).to_have_count(2)
    page.evaluate(PICK, {"what": "actor", "id": "place:norland"})
    expect(row(page, "actor-table", "place:norland")).to_have_class(re.compile("ag-row-selected"))
    expect(page.locator("#actor-table .tied")).to_have_count(0)
    assert page.locator("#actor-table script").count() == 0
    expect(page.locator("#actor-table .ag-row", has_text=HOSTILE_NAME)).to_have_count(1)


def test_views_tables_are_walked_and_copied_by_keys(opened):
    page = opened.page
    page.get_by_role("tab", name="Actors").click()
    row(page, "actor-table", VENN).wait_for()
    page.locator("#actor-table .ag-header-cell", has_text="Actor").click()  # sorts by name
    page.get_by_role("button", name="Copy the actors shown").click()
    page.get_by_text("8 actors copied").wait_for()
    lines = page.evaluate(COPIED).split("\n")
    assert lines[0] == "Actor\tKind\tMentions\tRelations"
    assert [line.split("\t")[0] for line in lines[1:]] == [
        HOSTILE_NAME,
        "Halden Energy",
        "Harbour Court",
        "Mara Venn",
        "Norland",
        "Port Selby",
        "River Guard",
        "Tobias Ék",
    ]
    row(page, "actor-table", VENN).locator(".ag-cell").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+c")
    page.get_by_text("Cell copied").wait_for()
    assert page.evaluate(COPIED) == "place"
    page.keyboard.press("Enter")
    page.locator(".evidence-head", has_text="Norland").wait_for()
    page.keyboard.press("Control+c")
    page.get_by_text("1 row copied").wait_for()
    assert page.evaluate(COPIED).startswith("Norland\tplace\t")
    page.keyboard.press("Tab")
    expect(page.locator("#actor-table :focus")).to_have_count(0)


def test_views_matrix_tells_who_acts_on_whom(opened):
    page = opened.page
    page.get_by_role("tab", name="Matrix").click()
    expect(page.locator("#matrix-count")).to_have_text("8 actors, 11 relations")
    tie = page.get_by_role("gridcell", name="Mara Venn → Tobias Ék")
    expect(tie).to_have_attribute("aria-label", "Mara Venn → Tobias Ék; fired: 2 sentences; criticised: 1 sentence")
    expect(page.locator(".matrix-table .several")).to_have_count(2)
    funded = page.get_by_role("gridcell", name="Halden Energy → River Guard")  # that it paid them is denied
    expect(funded.locator(".status-hedged")).to_have_count(1)
    tick(opened, "Denied")
    expect(funded.locator(".status-negated")).to_have_count(1)
    expect(page.locator(".matrix-table .tie")).to_have_count(1)
    tick(opened, "Denied")
    met = [
        page.get_by_role("gridcell", name=name)
        for name in (f"Mara Venn → {HOSTILE_NAME}", f"{HOSTILE_NAME} → Mara Venn")
    ]
    for side in met:  # to meet somebody holds both ways
        expect(side).to_have_count(1)

    tie.hover()
    expect(page.locator("#matrix > .hint")).to_contain_text("fired: 2 sentences")
    tie.click()
    page.locator(".evidence-pane .list-title", has_text="2 sentences").wait_for()
    expect(page.locator(".matrix-table .picked")).to_have_count(1)
    page.evaluate(PICK, {"what": "actor", "id": VENN})
    expect(page.locator(".matrix-table .crossed")).to_have_count(
        9 + 9 - 1
    )  # its row and its column, with their headings, which cross once

    tick(opened, "Legal")
    expect(page.locator("#matrix-count")).to_have_text("6 actors, 3 relations")
    expect(page.get_by_role("rowheader")).to_have_count(6)
    names = page.get_by_role("rowheader").all_inner_texts()
    page.locator("#matrix-order").get_by_text("Name").click()
    expect(page.get_by_role("rowheader")).to_have_text(sorted(names))
    assert page.evaluate("dramatis.matrix.state()") == {"order": "name", "size": "30"}


def test_views_matrix_is_walked_by_keys(opened):
    page = opened.page
    page.get_by_role("tab", name="Matrix").click()
    page.evaluate("dramatis.matrix.restore({ order: 'name' })")
    expect(page.get_by_role("rowheader").first).to_have_text(HOSTILE_NAME)
    expect(page.locator(".matrix-table [tabindex='0']")).to_have_count(1)
    page.locator(".matrix-table [tabindex='0']").focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "End"):  # Mara Venn's row, Tobias Ék's column
        page.keyboard.press(key)
    expect(page.locator(":focus")).to_have_attribute("aria-label", re.compile("^Mara Venn → Tobias Ék"))
    expect(page.locator("#matrix > .hint")).to_contain_text("criticised: 1 sentence")
    page.keyboard.press("Enter")
    page.locator(".evidence-pane .list-title", has_text="2 sentences").wait_for()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Mara Venn").first.wait_for()
    expect(page.locator(".matrix-table [tabindex='0']")).to_have_count(1)


def test_views_timeline_sets_a_period_by_keys_and_by_hand(opened):
    page = opened.page
    words, until = page.locator(".timeline-words"), page.get_by_role("slider", name="Period until")
    expect(words).to_have_text("12 claims by day")
    expect(page.locator(".timeline-bars > span")).to_have_count(9)  # 1 to 9 March
    until.focus()
    page.keyboard.press("ArrowLeft")
    expect(until).to_have_attribute("aria-valuetext", "8 Mar 2024")
    expect(words).to_have_text("7 of 12 claims, 1 – 8 Mar 2024")
    expect(page.locator(".filter-chip")).to_have_text("published until 8 Mar 2024")
    expect(page.locator("#description")).to_have_text("Published until 8 March 2024")
    expect(page.locator("[data-period=published][data-end=last]")).to_have_value("2024-03-08")
    for _ in range(5):
        page.keyboard.press("Home")
        page.keyboard.press("End")
    opened.shows("8 of 8")
    opened.settle()
    expect(page.locator(".filter-chip")).to_have_count(0)
    expect(page.locator("#description")).to_have_text("Everything")

    box = page.locator(".timeline-plot").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.6, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.97, middle, steps=4)
    page.mouse.up()
    expect(page.locator(".filter-chip")).to_have_text("published since 6 Mar 2024")
    expect(words).to_contain_text("5 of 12 claims")
    page.get_by_role("button", name="Remove the filter: published since 6 Mar 2024").click()
    expect(words).to_have_text("12 claims by day")
    expect(page.get_by_role("slider", name="Period from")).to_have_attribute("aria-valuetext", "1 Mar 2024")

    page.evaluate(PICK, {"what": "relation", "id": FIRED})
    page.locator(".evidence-pane .list-title", has_text="2 sentences").wait_for()
    page.mouse.move(box["x"] + 6, middle)
    expect(words).to_contain_text(re.compile(r"^1 Mar 2024: 7 claims, .*of what is selected$"))
    page.locator("#timeline-clock").get_by_text("Happened").click()
    expect(words).to_have_text("12 claims by month · 10 without a date")
    assert page.evaluate("dramatis.timeline.state()") == {"clock": "happened", "mode": "growing", "folded": False}


def test_views_timeline_plays_and_folds(opened):
    page = opened.page
    heights = page.evaluate("document.querySelector('.stage').clientHeight")
    steps = page.evaluate("history.length")
    page.get_by_role("button", name="Play the story over time").click()
    expect(page.locator(".filter-chip")).to_have_text("published until 1 Mar 2024")
    page.get_by_role("button", name="Pause").wait_for()
    page.get_by_role("button", name="Play the story over time").wait_for()  # it has come to the end by itself
    opened.shows("8 of 8")
    expect(page.locator(".filter-chip")).to_have_count(0)
    assert page.evaluate("history.length") <= steps + 1  # one way back, to before the play
    page.get_by_role("button", name="Timeline").click()
    expect(page.locator(".timeline-plot")).to_be_hidden()
    page.wait_for_url(lambda url: "timeline=" in url)
    assert page.evaluate("document.querySelector('.stage').clientHeight") > heights
    page.evaluate("dramatis.timeline.restore({ mode: 'sliding', folded: false })")
    expect(page.locator(".timeline-plot")).to_be_visible()
    page.get_by_role("button", name="Play the story over time").click()
    expect(page.locator(".filter-chip")).to_have_text("published since 8 Mar 2024")
    page.get_by_role("button", name="Play the story over time").wait_for()


def test_views_timeline_is_folded_on_a_phone(visit, sample):
    watched = visit(sample, width=390, height=844)
    watched.network()
    fold = watched.page.get_by_role("button", name="Timeline")
    expect(fold).to_have_attribute("aria-expanded", "false")
    fold.click()
    expect(watched.page.locator(".timeline-plot")).to_be_visible()
    assert watched.page.evaluate("document.documentElement.scrollWidth") == 390
