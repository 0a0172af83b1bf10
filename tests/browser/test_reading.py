import dataclasses
from threading import Event

import pytest
from playwright.sync_api import expect

from graph import Library, load_settings
from graph.fetching import Fetched
from tests.articles.made_files import zipped
from tests.browser.conftest import Served, serve
from tests.components.readers import PlainReader


class HeldReader(PlainReader):
    """Reads an article that says "wait" only when it may."""

    def __init__(self) -> None:
        self.may = Event()

    def read(self, article):
        assert "wait" not in article.text or self.may.wait(60)
        return super().read(article)


@pytest.fixture
def held():
    reader = HeldReader()
    yield reader
    reader.may.set()


@pytest.fixture
def empty(tmp_path, held):
    settings = load_settings({"DRAMATIS_DATABASE_URL": f"sqlite:///{tmp_path / 'library.sqlite'}"})
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    library = Library(dataclasses.replace(settings, seeds=seeds), reader=held)
    library.add_seeds()
    served, server = serve(library)
    yield served
    server.close()


def add_text(page, text: str) -> None:
    page.get_by_role("button", name="Add article").first.click()
    page.get_by_label("Paste the text of an article").fill(text)
    page.get_by_role("button", name="Read this text").click()


def test_reading_starts_from_an_empty_page(empty: Served, visit):
    watched = visit(empty)
    page = watched.page
    page.get_by_text("Nothing read yet").first.wait_for()
    add_text(page, "A new job\n\nAnn Lee fired Bob Ray. Bob Ray met Cam Fox.")
    page.get_by_text("Read 1 article.").wait_for()
    page.keyboard.press("Escape")
    watched.network()
    watched.shows("3 of 3")
    watched.click(*watched.places()["relation person:ann-lee>fired>person:bob-ray"])
    page.locator(".sentence", has_text="Ann Lee fired Bob Ray.").wait_for()
    assert page.locator(".choice", has_text="Personnel").is_visible()


def test_reading_another_article_keeps_the_filters(empty: Served, visit):
    empty.library.add("A story\n\nAnn Lee fired Bob Ray. Bob Ray met Cam Fox.")
    watched = visit(empty)
    watched.network()
    page = watched.page
    page.locator(".choice label", has_text="Personnel").click()
    watched.shows("2 of 3")
    add_text(page, "Another\n\nDan Orr fired Ann Lee.")
    page.get_by_text("Read 1 article.").wait_for()
    watched.shows("3 of 4")
    assert page.locator(".choice", has_text="Personnel").get_by_role("checkbox").is_checked()
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Actors").click()
    page.locator("#actor-list").get_by_text("Dan Orr").wait_for()


def test_reading_tells_what_could_not_be_read_and_goes_on(empty: Served, visit):
    watched = visit(empty)
    page = watched.page
    page.get_by_text("Nothing read yet").first.wait_for()
    page.get_by_role("button", name="Add article").first.click()
    page.locator("#upload input[type=file]").set_input_files(
        [
            {"name": "empty.txt", "mimeType": "text/plain", "buffer": b""},
            {"name": "good.txt", "mimeType": "text/plain", "buffer": b"A story\n\nAnn Lee met Bob Ray.\n"},
        ]
    )
    page.get_by_text("Read 1 article.").wait_for()
    problem = page.locator("#progress .problem")
    assert "empty.txt" in problem.inner_text()
    watched.shows("2 of 2")


def test_reading_of_markup_stays_text(empty: Served, visit):
    watched = visit(empty)
    page = watched.page
    page.on("dialog", lambda dialog: watched.complaints.append(dialog.message))
    page.get_by_text("Nothing read yet").first.wait_for()
    hostile = "A <b>story</b>\n\nAnn Lee met Bob Ray <img src=x onerror=alert(1)> in [town](javascript:alert(1))."
    add_text(page, hostile)
    page.get_by_text("Read 1 article.").wait_for()
    page.keyboard.press("Escape")
    watched.network()
    watched.click(*watched.places()["actor person:ann-lee"])
    page.locator(".passage .open").first.click()
    page.locator(".article-text").wait_for()
    assert page.locator(".article-text img, .article-text a, .passage a").count() == 0


def test_reading_takes_an_archive_and_reports_what_became_of_each(empty: Served, visit, tmp_path):
    made = {"a.txt": "Ann Lee fired Bob Ray.", "b.csv": "text\nBob Ray met Cam Fox.\n", "c.pdf": b"%PDF-1"}
    (tmp_path / "news.zip").write_bytes(zipped(made))
    page = visit(empty).page
    page.get_by_role("button", name="Add article").first.click()
    page.set_input_files("#upload input", tmp_path / "news.zip")
    page.get_by_text("Read 2 articles. 1 could not be read.").wait_for()
    assert page.get_by_text("'news.zip/c.pdf' is a damaged PDF").is_visible()
    assert page.get_by_role("button", name="Stop reading").is_hidden()
    page.get_by_label("Or name its address").fill("http://127.0.0.1/")
    page.get_by_role("button", name="Fetch and read").click()
    page.get_by_text("it leads into a private network").wait_for()


def test_reading_asks_which_columns_hold_what_by_keys(empty: Served, visit):
    page = visit(empty).page
    page.get_by_role("button", name="Add article").first.click()
    table = b"kicker;words\nLee fires <b>Ray</b>;Ann Lee fired Bob Ray.\n=1+1;Bob Ray met Cam Fox.\n"
    file = {"name": "rows.csv", "mimeType": "text/csv", "buffer": table}
    page.locator("#upload input[type=file]").set_input_files(file)
    question = page.get_by_role("group", name="Which columns of “rows.csv” hold what?")
    question.get_by_role("cell", name="Lee fires <b>Ray</b>").wait_for()
    page.get_by_role("button", name="Read with these columns").click()
    page.get_by_text("Choose the column that holds the text").wait_for()
    for part, column in (("Text", "words"), ("Title", "kicker")):
        question.get_by_role("textbox", name=part, exact=True).focus()
        page.keyboard.press("ArrowDown")
        page.get_by_role("option", name=column).wait_for()
        while not page.get_by_role("option", name=column, selected=True).count():
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
    page.get_by_role("button", name="Read with these columns").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Read 2 articles.").wait_for()
    assert question.is_hidden()
    assert [article.title for article in empty.library.articles()] == ["Lee fires <b>Ray</b>", "=1+1"]


def test_reading_asks_for_the_columns_of_a_table_in_a_zip(empty: Served, visit, tmp_path):
    made = {"in/rows.csv": "kicker;words\nLee fires;Ann Lee fired Bob Ray.\n", "a.txt": "Bob Ray met Cam Fox."}
    (tmp_path / "news.zip").write_bytes(zipped(made))
    page = visit(empty).page
    page.get_by_role("button", name="Add article").first.click()
    page.set_input_files("#upload input", tmp_path / "news.zip")
    question = page.get_by_role("group", name="Which columns of “news.zip/in/rows.csv” hold what?")
    question.get_by_role("textbox", name="Text", exact=True).click()
    page.get_by_role("option", name="words").click()
    page.get_by_role("button", name="Read with these columns").click()
    page.get_by_text("Read 2 articles.").wait_for()
    assert (
        sorted(article.text for article in empty.library.articles()) == [made["a.txt"], "Ann Lee fired Bob Ray."][::-1]
    )


def test_reading_asks_for_the_columns_of_a_table_at_an_address_until_it_is_told(empty: Served, visit, monkeypatch):
    asked = []

    def fetch(url: str) -> Fetched:
        asked.append(url)
        return Fetched(url, b"kicker;words\nLee fires;Ann Lee fired Bob Ray.\n")

    monkeypatch.setattr(empty.library.readings, "_fetch", fetch)
    page = visit(empty).page
    page.get_by_role("button", name="Add article").first.click()
    page.get_by_label("Or name its address").fill("https://a.example/rows.csv")
    page.get_by_role("button", name="Fetch and read").click()
    question = page.get_by_role("group", name="Which columns of “https://a.example/rows.csv” hold what?")
    question.wait_for()
    page.get_by_text("1 could be read once it is said").wait_for()
    page.reload()
    page.get_by_role("button", name="Add article").first.click()
    question.get_by_role("textbox", name="Text", exact=True).click()
    page.get_by_role("option", name="words").click()
    page.get_by_role("button", name="Read with these columns").click()
    page.get_by_text("Read 1 article.").wait_for()
    assert question.is_hidden()
    assert [article.url for article in empty.library.articles()] == ["https://a.example/rows.csv"]
    assert asked == ["https://a.example/rows.csv"]


def test_reading_anew_is_told_until_what_was_read_is_shown(tmp_path, held: HeldReader, visit):
    settings = load_settings({"DRAMATIS_DATABASE_URL": f"sqlite:///{tmp_path / 'library.sqlite'}"})
    former = PlainReader()
    former.version, held.version = "former", "new"
    old = Library(settings, reader=former)
    for text in ("Ann Lee fired Bob Ray.", "Cam Fox met Dan Orr. They wait."):
        old.add(text)
    library = Library(settings, reader=held)
    library.show_former()
    served, server = serve(library)
    watched = visit(served)
    watched.network()
    page = watched.page
    page.get_by_text("Read anew after the update: 1 of 2").wait_for()
    page.reload()
    page.get_by_text("Read anew after the update: 1 of 2").wait_for()
    watched.shows("4 of 4")
    seen = library.revision
    held.may.set()
    page.get_by_text("2 articles read anew after the update").wait_for()
    expect(page.locator("#renewal")).to_be_hidden()
    assert library.revision == seen + 1
    watched.settle()
    assert {extraction.version for extraction in library._extractions.of(library.articles())} == {"new"}
    watched.shows("4 of 4")
    server.close()


def test_reading_shows_what_was_read_so_far(empty: Served, visit, held: HeldReader):
    empty.library.add("A story\n\nAnn Lee fired Bob Ray.")
    watched = visit(empty)
    watched.network()
    watched.shows("2 of 2")
    page = watched.page
    watched.click(*watched.places()["relation person:ann-lee>fired>person:bob-ray"])
    proof = page.locator(".sentence", has_text="Ann Lee fired Bob Ray.")
    proof.wait_for()
    page.get_by_role("button", name="Add article").first.click()
    words = ("Bob Ray met Cam Fox.", "Cam Fox met Dan Orr. They wait.")
    files = [{"name": f"{n}.txt", "mimeType": "text/plain", "buffer": w.encode()} for n, w in enumerate(words)]
    page.locator("#upload input[type=file]").set_input_files(files)
    page.get_by_text("Reading 2 of 2").wait_for()
    watched.shows("3 of 3")
    assert page.get_by_text("Reading 2 of 2").is_visible()
    held.may.set()
    page.get_by_text("Read 2 articles.").wait_for()
    watched.shows("4 of 4")
    assert proof.is_visible()
