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
