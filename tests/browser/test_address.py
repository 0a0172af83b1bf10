"""The state in the address: a link opens the same picture, and back and forward lead through what was looked at."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import expect

from graph import Filters
from graph.days import Period

TOP = "dramatis.reader.state().top"
VENN = "actor person:mara-venn"
STANDS = "([view, wanted]) => Object.entries(wanted).every(([name, value]) => dramatis[view].state()[name] === value)"


def chips(page) -> list[str]:
    return [chip.inner_text() for chip in page.locator(".filter-chip").all()]


def at_rest(watched) -> None:
    watched.settle()
    watched.page.wait_for_function("() => !window.dramatis.camera.isMoving()")
    watched.settle()


def test_address_of_a_picture_opens_the_same_picture(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.locator(".choice label", has_text="Legal").click()
    watched.click(*watched.places()[VENN])
    page.locator(".evidence-head").get_by_role("heading", name="Mara Venn").wait_for()
    page.get_by_role("button", name="Look", exact=True).click()
    page.get_by_text("ties", exact=True).click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Zoom in").click()
    page.wait_for_url(lambda url: "camera=" in url)
    at_rest(watched)
    assert parse_qs(urlsplit(page.url).query)["size"] == ["ties"]
    other = visit(sample, path=urlsplit(page.url).query)
    other.network()
    expect(other.page.locator(".evidence-head").get_by_role("heading", name="Mara Venn")).to_be_visible()
    expect(other.page.locator(".filter-chip")).to_have_text(["legal ties"])
    other.page.wait_for_function("(url) => window.location.href === url", arg=page.url)
    at_rest(other)
    places = other.places()
    for name, (x, y) in watched.places().items():
        assert abs(places[name][0] - x) < 2, name
        assert abs(places[name][1] - y) < 2, name


def test_address_leads_back_and_forward(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.locator(".choice label", has_text="Legal").click()
    page.wait_for_url(lambda url: url.endswith("?family=legal"))
    page.get_by_role("tab", name="Who matters").click()
    page.wait_for_url(lambda url: "view=measures" in url)
    page.go_back()
    expect(page.get_by_role("tab", name="Network")).to_have_attribute("aria-selected", "true")
    assert chips(page) == ["legal ties"]
    page.go_back()
    expect(page.locator(".filter-chip")).to_have_count(0)
    expect(page.locator(".choice", has_text="Legal").get_by_role("checkbox")).not_to_be_checked()
    page.go_forward()
    expect(page.locator(".filter-chip")).to_have_text(["legal ties"])
    expect(page.locator("#description")).to_have_text("Legal ties")


def test_address_holds_the_article_and_the_order_of_its_sentences(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    watched.click(*watched.places()[VENN])
    page.get_by_role("button", name="Newest first").click()
    page.wait_for_url(lambda url: "order=newest" in url)
    page.locator(".passage .open").first.click()
    page.locator("#here").wait_for()
    page.wait_for_url(lambda url: "reader=" in url)
    words = page.locator(".here").all_inner_texts()

    other = visit(sample, path=urlsplit(page.url).query)
    expect(other.page.locator("#here")).to_be_visible()
    assert other.page.locator(".here").all_inner_texts() == words
    expect(other.page.get_by_role("button", name="Newest first")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(page.locator("#reader-pane")).to_be_hidden()
    page.go_forward()
    expect(page.locator("#here")).to_be_visible()


def test_address_holds_the_place_in_a_long_article(visit, sample):
    watched = visit(sample, height=300)
    page = watched.page
    page.wait_for_function("() => dramatis.story.now().story && dramatis.camera.isReady()")
    page.evaluate("dramatis.reader.restore({ article: dramatis.story.now().story.choices.articles[0] })")
    page.locator(".said").last.scroll_into_view_if_needed()
    page.wait_for_url(lambda url: "top" in url and '"top":0' not in unquote(url))
    top = page.evaluate(TOP)
    other = visit(sample, height=300, path=urlsplit(page.url).query)
    other.page.locator(".said").first.wait_for()
    other.page.wait_for_function(f"(top) => ({TOP}) === top", arg=top)


def test_address_holds_how_views_are_ordered(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.locator("#timeline-clock").get_by_text("Happened").click()
    page.locator("#timeline-mode").get_by_text("Sliding").click()
    page.get_by_role("tab", name="Matrix").click()
    page.locator("#matrix-order").get_by_text("Name").click()
    page.locator("#matrix-size").get_by_text("60").click()
    page.get_by_role("tab", name="Relations").click()
    page.locator("#relation-table .ag-header-cell", has_text="To whom").click()
    page.get_by_label("Did what Filter Input").fill("r")
    page.wait_for_url(lambda url: "sift" in url and "sort" in url and "matrix=" in url and "timeline=" in url)
    rows = page.locator("#relation-table .ag-row").all_inner_texts()
    assert 1 < len(rows) < 11

    other = visit(sample, path=urlsplit(page.url).query)
    expect(other.page.locator("#relation-table .ag-row")).to_have_text(
        [re.compile(r"\s*".join(map(re.escape, row.split()))) for row in rows]
    )
    expect(other.page.get_by_label("Did what Filter Input")).to_have_value("r")
    other.page.wait_for_function(STANDS, arg=["matrix", {"order": "name", "size": "60"}])
    other.page.wait_for_function(STANDS, arg=["timeline", {"clock": "happened", "mode": "sliding", "folded": False}])
    expect(other.page).to_have_url(page.url)


def test_address_reads_filters_as_the_library_writes_them(visit, sample):
    asked = Filters(
        kinds=("person",), statuses=("negated", "asserted"), min_sentences=2, min_confidence=0.5, text="a & b=c",
        published=Period("2024-01-01", "2024-12-31"), happened=Period("2024-02"),
    )  # fmt: skip
    watched = visit(sample, path=asked.to_query())
    watched.page.wait_for_function("() => Object.keys(window.dramatis?.story?.now().filters || {}).length === 7")
    got = watched.page.evaluate("window.dramatis.story.now().filters")
    assert set(got["statuses"]) == {"negated", "asserted"}
    assert (got["kinds"], got["text"], got["min_sentences"], got["min_confidence"]) == (["person"], "a & b=c", 2, 0.5)
    assert (got["published"], got["happened"]["first"]) == ({"first": "2024-01-01", "last": "2024-12-31"}, "2024-02-01")


def test_address_that_makes_no_sense_opens_the_whole(visit, sample):
    watched = visit(
        sample,
        path="view=nowhere&what=actor&id=nobody&camera=x,y,z&published=soon..late&family=<b>&matrix={&tables=[1]&reader=7&order=odd",
    )
    watched.network()
    watched.settle()
    expect(watched.page.get_by_role("heading", name="Every line is a claim")).to_be_visible()
