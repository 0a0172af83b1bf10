"""The filters under the hand: counts, chips, highlighting, the way back from nothing, and two visitors at once."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_canvas import SEEN

LEGAL, PEOPLE, CONTACT = "Legal", "People", "Contact"


@pytest.fixture
def opened(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.shows("8 of 8")
    return watched


def tick(watched, words: str) -> None:
    watched.page.locator(".choice label", has_text=words).first.click()


def count_of(page, field: str, choice: str):
    return page.locator(f'.choice-count[data-field="{field}"][data-choice="{choice}"]')


def chips(page) -> list[str]:
    return page.locator(".filter-chip").all_inner_texts()


def test_filtering_counts_each_choice_before_it_is_made(opened):
    page = opened.page
    expect(count_of(page, "families", "legal")).to_have_text("3")
    expect(count_of(page, "statuses", "negated")).to_have_text("1")
    expect(count_of(page, "kinds", "person")).to_have_text("3")
    tick(opened, PEOPLE)
    expect(count_of(page, "families", "legal")).to_have_text("1")
    expect(count_of(page, "families", "conflict")).to_have_text("0")
    tick(opened, LEGAL)
    opened.shows("2 of 8")
    expect(page.locator("#count")).to_contain_text("1 of 11 relations")


def test_filtering_chips_are_removed_by_click_and_by_key(opened):
    page = opened.page
    for words in (PEOPLE, LEGAL, CONTACT):
        tick(opened, words)
    page.locator("#filter-text").fill("venn")
    expect(page.locator(".filter-chip")).to_have_count(4)
    assert set(chips(page)) == {"people", "legal ties", "contact ties", "“venn”"}
    expect(page.locator("#description")).to_have_text("People, legal and contact ties, with “venn”")
    page.get_by_role("button", name="Remove the filter: legal ties").click()
    expect(page.locator(".filter-chip")).to_have_count(3)
    page.get_by_role("button", name="Remove the filter: people").focus()
    page.keyboard.press("Delete")
    expect(page.locator(".filter-chip")).to_have_count(2)
    expect(page.locator(".filter-chip:focus")).to_have_count(1)  # the next one takes the focus
    assert not page.locator(".choice", has_text=PEOPLE).get_by_role("checkbox").is_checked()
    page.keyboard.press("Delete")
    page.keyboard.press("Delete")
    expect(page.locator(".filter-chip")).to_have_count(0)
    expect(page.locator("#filter-text")).to_have_value("")
    expect(page.locator("#description")).to_have_text("Everything")
    opened.shows("8 of 8")


def test_filtering_by_an_actor_is_found_without_accents(opened):
    page = opened.page
    page.locator("#filter-actors").click()
    page.keyboard.type("EK")
    option = page.get_by_role("option", name="Tobias Ék")
    option.wait_for()
    expect(option.locator(".option-count")).to_have_text("4")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    opened.shows("3 of 8")
    assert chips(page) == ["with Tobias Ék"]


def test_filtering_by_a_name_and_enter_takes_the_first_that_holds_it(opened):
    page = opened.page
    box = page.locator("#filter-actors")
    box.click()
    page.keyboard.type("nobody")
    page.keyboard.press("Enter")
    assert chips(page) == []
    box.fill("EK")
    page.get_by_role("option", name="Tobias Ék").wait_for()
    page.keyboard.press("Enter")
    opened.shows("3 of 8")
    assert chips(page) == ["with Tobias Ék"]
    box.fill("ek")
    page.keyboard.press("Enter")  # who is chosen already is not taken away
    opened.settle()
    assert chips(page) == ["with Tobias Ék"]


def test_filtering_by_speaker_date_and_certainty_stands_under_more(opened):
    page = opened.page
    page.locator("#more-filters summary").click()
    page.locator("#filter-speakers").click()
    page.get_by_role("option", name="Mara Venn").click()
    opened.shows("2 of 8")
    page.get_by_role("button", name="Remove the filter: said by Mara Venn").click()
    page.get_by_label("Happened from").fill("2024-01-01")
    expect(page.locator("#count")).to_contain_text("1 of 11 relations")
    expect(page.locator(".filter-chip")).to_have_text("happened since 1 Jan 2024")
    page.locator("#clear-filters").click()
    expect(page.get_by_label("Happened from")).to_have_value("")
    page.locator("#more-filters .choice", has_text="2 or more").first.locator("label").click()
    opened.shows("2 of 8")
    expect(page.locator(".filter-chip")).to_have_text("at least 2 sentences")


def test_filtering_by_a_period_counts_what_each_day_holds(opened):
    page = opened.page
    page.locator("#more-filters summary").click()
    published = page.get_by_role("group", name="Published")
    expect(published.locator(".choice")).to_have_text(["Any time11", "1 Mar 20247", "9 Mar 20245"])
    expect(published.get_by_label("Any time")).to_be_checked()
    published.get_by_label("1 Mar 2024").check()
    expect(page.locator("#count")).to_contain_text("7 of 11 relations")
    expect(page.locator(".filter-chip")).to_have_text("published on 1 Mar 2024")
    expect(page.get_by_label("Published until")).to_have_value("2024-03-01")
    tick(opened, LEGAL)
    expect(count_of(page, "published", "2024-03-09..2024-03-09")).to_have_text("2")
    tick(opened, LEGAL)
    page.get_by_label("Published until").fill("2024-03-05")
    expect(published.locator(".period-count")).to_have_text("7 of 11 relations are from these days")
    expect(published.locator(":checked")).to_have_count(0)
    page.get_by_label("Published until").fill("0002-03-05")  # a year that is still being typed
    expect(page.locator(".filter-chip")).to_have_text("published 1 – 5 Mar 2024")


def test_filtering_is_not_undone_by_what_controls_tell_back(opened):
    """A control of Dash's tells some time later what it was told to hold; by then the reader wants something else."""
    page = opened.page
    page.evaluate("""async () => {
        const quickly = () => new Promise((done) => setTimeout(done));
        for (let turn = 0; turn < 20; turn += 1) {
            dramatis.story.ask({ text: "venn", types: ["fired"], actors: ["person:mara-venn"] });
            await quickly();
            dramatis.story.ask({ kinds: ["person"] });
            await new Promise((done) => dramatis.story.afterPaint(done));
            dramatis.story.ask({ text: "ek" });
            await quickly();
        }
    }""")
    opened.settle()
    assert page.evaluate("dramatis.story.now().filters") == {"text": "ek"}
    expect(page.locator("#filter-text")).to_have_value("ek")
    page.locator("#filter-text").fill("venn")
    expect(page.locator(".filter-chip")).to_have_text("“venn”")


def test_filtering_lasts_when_the_choices_are_made_anew(opened):
    page = opened.page
    asked = {"types": ["fired"], "published": {"first": "2024-03-01", "last": ""}, "kinds": ["person"]}
    page.evaluate("(asked) => dramatis.story.ask(asked)", asked)
    expect(page.locator(".mantine-MultiSelect-pill")).to_have_text("fired")
    opened.settle()
    page.evaluate("dash_clientside.set_props('offered', { data: '' })")
    page.evaluate("dash_clientside.set_props('version', { data: 7 })")
    opened.settle()
    expect(page.locator(".mantine-MultiSelect-pill")).to_have_text("fired")
    assert page.evaluate("dramatis.story.now().filters") == asked
    expect(page.get_by_label("Published from")).to_have_value("2024-03-01")
    expect(page.locator(".choice", has_text=PEOPLE).get_by_role("checkbox")).to_be_checked()


def test_filtering_highlights_in_place_of_hiding(opened):
    page = opened.page
    tick(opened, CONTACT)
    opened.shows("2 of 8")
    page.wait_for_function(f"() => ({SEEN})('.scatterlayer .js-line') === 1")
    page.locator(".others").get_by_text("Only highlight").click()
    page.wait_for_function(f"() => ({SEEN})('.scatterlayer .js-line') === 11")
    faint = page.evaluate("getComputedStyle(document.querySelector('.figure .trace.gone')).opacity")
    assert float(faint) < 0.2
    page.locator(".others").get_by_text("Hide the others").click()
    page.wait_for_function(f"() => ({SEEN})('.scatterlayer .js-line') === 1")


def test_filtering_down_to_nothing_says_why_and_leads_back(opened):
    page = opened.page
    tick(opened, PEOPLE)
    page.locator("#filter-text").fill("zeppelin")
    page.get_by_role("button", name="Clear “with ‘zeppelin’”").click()
    opened.shows("3 of 8")
    assert chips(page) == ["people"]


def test_filtering_visitors_never_see_each_others_filters(visit, sample):
    one, other = visit(sample), visit(sample)
    for watched in (one, other):
        watched.network()
        watched.shows("8 of 8")
    tick(one, LEGAL)
    one.shows("6 of 8")
    tick(other, CONTACT)
    other.shows("2 of 8")
    one.settle()
    assert chips(one.page) == ["legal ties"]
    expect(one.page.locator("#description")).to_have_text("Legal ties")
    expect(other.page.locator("#description")).to_have_text("Contact ties")


def test_filtering_moves_nothing_on_the_page(visit, sample):
    for width, height in ((1440, 900), (1024, 768), (390, 844)):
        watched = visit(sample, width=width, height=height, reduced_motion="reduce")
        watched.network()
        watched.shows("8 of 8")
        box = watched.page.locator(".figure").bounding_box()
        watched.page.evaluate("dramatis.story.ask({ kinds: ['person'] })")
        watched.page.locator(".filter-chip").wait_for()
        watched.settle()
        assert watched.page.locator(".figure").bounding_box() == box
        assert watched.page.evaluate("document.documentElement.scrollWidth") == width


def test_filtering_by_an_article_among_many(visit, many):
    watched = visit(many)
    watched.network()
    page = watched.page
    lines = page.locator("#article-choices .choice-line")
    expect(lines).to_have_count(60)
    page.get_by_role("button", name=re.compile(r"^Show \d+ more of")).click()
    expect(lines.nth(60).get_by_role("checkbox")).to_be_focused()
    title = lines.last.locator(".article-title").inner_text()
    page.get_by_role("searchbox", name="Find an article").fill(title.upper())
    expect(lines.first.locator(".article-title")).to_have_text(title)
    box = lines.first.get_by_role("checkbox")
    box.check()
    expect(page.locator(".filter-chip")).to_have_text(title)
    page.get_by_role("button", name=f"Remove the filter: {title}").click()
    expect(box).not_to_be_checked()
    page.get_by_role("searchbox", name="Find an article").fill("no such title")
    expect(page.locator("#article-choices")).to_have_text("No article of that title or author")


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1024, 768), (1440, 900)])
def test_filtering_chips_stand_over_no_list(visit, sample, width, height):
    watched = visit(sample, path="kind=person&status=asserted", width=width, height=height)
    watched.network()
    page = watched.page
    for name in ("Outline", "Actors", "Matrix", "Contradictions", "Who matters"):
        page.get_by_role("tab", name=name, exact=True).click()
        chips = page.locator(".filter-chips").bounding_box()
        panel = page.get_by_role("tabpanel", name=name).bounding_box()
        assert chips["height"] > 20
        assert chips["y"] + chips["height"] <= panel["y"], name
