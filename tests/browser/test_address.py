"""The state in the address: a link opens the same picture, and back and forward lead through what was looked at."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from graph import Filters
from graph.days import Period

VENN = "actor person:mara-venn"


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
        sample, path="view=nowhere&what=actor&id=nobody&camera=x,y,z&published=soon..late&family=<b>&matrix={"
    )
    watched.network()
    watched.settle()
    expect(watched.page.get_by_role("heading", name="Every line is a claim")).to_be_visible()
