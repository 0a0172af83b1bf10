"""The whole of Dramatis as a newcomer meets it: the real reader, the real library, the sample story."""

import itertools

import pytest
from PIL import Image, ImageColor
from playwright.sync_api import expect

from graph import Library, load_settings
from graph.picture import THEMES
from graph.settings import ROOT
from tests.browser.conftest import Served, serve
from tests.browser.test_page import NAMES

SCREENS = ROOT / "build" / "screenshots"  # kept, to be looked at
SHOWS = {  # what is there once a view is filled
    "Network": ".scatterlayer .point",
    "Outline": "[role=treeitem]",
    "Actors": "#actor-table .ag-cell",
    "Relations": "#relation-table .ag-cell",
    "Matrix": ".matrix-table .tie",
    "Contradictions": ".contradiction",
    "Who matters": ".measure",
}
FIRED = "relation person:donald-trump>fired>person:james-comey"


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    folder = tmp_path_factory.mktemp("library")
    library = Library(load_settings({"DRAMATIS_DATABASE_URL": f"sqlite:///{folder / 'library.sqlite'}"}))
    library.add_seeds()
    served, server = serve(library)
    yield served
    server.close()


def test_story_proves_that_trump_fired_comey(visit, story: Served):
    watched = visit(story)
    watched.network()
    page = watched.page
    assert page.locator(".project").inner_text() == "Sample story"
    expect(page.locator(".relation-title")).to_contain_text("fired")  # what the sample opens with
    watched.click(*watched.places()["actor person:sergei-lavrov"])
    page.locator(".evidence-head").get_by_role("heading", name="Sergei Lavrov").wait_for()
    watched.click(*watched.places()[FIRED])
    expect(page.locator(".relation-title")).to_contain_text("James Comey")
    sentences = page.locator(".sentence").all_inner_texts()
    assert any("sack" in sentence or "fire" in sentence or "firing" in sentence for sentence in sentences)
    texts = [article.text for article in story.library.articles()]
    assert all(any(sentence in text for text in texts) for sentence in sentences)
    page.locator(".passage .open").first.click()
    assert page.locator("#here").inner_text() in sentences
    assert page.locator(".removed").count() >= 1


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
def test_story_names_do_not_overlap(visit, story: Served, size):
    width, height = size
    watched = visit(story, width=width, height=height)
    watched.network()
    watched.settle()
    boxes = watched.page.evaluate(NAMES)
    for one, other in itertools.combinations(boxes, 2):
        apart = one[3] <= other[1] + 1 or other[3] <= one[1] + 1 or one[4] <= other[2] + 3 or other[4] <= one[2] + 3
        assert apart, (one, other)
    words = {box[0] for box in boxes}
    assert {"Donald Trump", "Sergei Lavrov", "James Comey", "Russia"} <= words


def test_story_explains_a_sentence_and_keeps_nothing_of_it(visit, story: Served):
    kept = story.library.articles()
    watched = visit(story)
    watched.network()
    page = watched.page
    page.get_by_role("button", name="Try a sentence").click()
    page.get_by_role("button", name="Passive").click()
    claim = page.locator(".claim", has_text="fired")
    claim.wait_for()
    assert claim.locator(".claim-end").all_inner_texts() == ["Donald Trump", "James Comey"]
    assert "was fired by" in claim.inner_text()
    assert "stated as fact" in claim.inner_text()
    assert story.library.articles() == kept


def test_story_reads_a_pasted_article(visit, story: Served):
    watched = visit(story)
    watched.network()
    page = watched.page
    page.get_by_role("button", name="Add article").click()
    page.get_by_label("Paste the text of an article").fill(
        "Merkel meets Macron\n\nAngela Merkel met Emmanuel Macron in Berlin on Friday. <script>alert(1)</script>"
    )
    page.get_by_role("button", name="Read this text").click()
    page.get_by_text("Read 1 article.").wait_for()
    page.keyboard.press("Escape")
    page.locator("#filter-text").fill("Macron")
    page.get_by_role("tab", name="Relations").click()
    page.locator("#relation-table .ag-row", has_text="Angela Merkel").first.click()
    page.locator(".sentence", has_text="Angela Merkel met Emmanuel Macron in Berlin on Friday.").wait_for()


LOOKS = [
    *itertools.product([(1440, 900), (1024, 768), (390, 844)], ["light", "dark"]),
    ((720, 450), "light"),  # 1440x900 at 200 %
]


@pytest.mark.parametrize(("size", "scheme"), LOOKS)
def test_story_is_seen_on_every_view(visit, story: Served, size, scheme):
    width, height = size
    watched = visit(story, width=width, height=height, scheme=scheme, reduced_motion="reduce")
    watched.network()
    page = watched.page
    SCREENS.mkdir(parents=True, exist_ok=True)
    for view in ("Network", "Outline", "Actors", "Relations", "Matrix", "Contradictions", "Who matters"):
        page.get_by_role("tab", name=view).click()
        page.locator(SHOWS[view]).first.wait_for()
        watched.settle()
        name = f"{width}x{height}-{scheme}-{view.lower().replace(' ', '-')}.png"
        page.screenshot(path=SCREENS / name)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    with Image.open(SCREENS / f"{width}x{height}-{scheme}-network.png") as picture:
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
    assert ImageColor.getrgb(THEMES[scheme].kind("person")) in colours
