"""The HTML export, opened from a file with the network cut."""

from playwright.sync_api import expect

from graph.export import export
from tests.drafts import small_taxonomy
from tests.knowledge_bases import HOSTILE_NAME, sample_knowledge


def test_exported_page_filters_and_proves_offline(browser, tmp_path):
    path = tmp_path / "story.html"
    export(sample_knowledge(), small_taxonomy(), path, format="html")
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    page.goto(path.as_uri())
    expect(page.locator("#count")).to_have_text("8 of 8 actors, 11 of 11 relations")
    page.locator("[data-mark='person:mara-venn>fired>person:tobias-ek']").last.click()
    expect(page.get_by_role("heading", name="Mara Venn fired Tobias Ék")).to_be_visible()
    expect(page.locator("#told blockquote").first).to_have_text("Mara Venn fired Tobias Ék in Port Selby.")
    expect(page.locator("#told mark.trigger").first).to_have_text("fired")
    page.keyboard.press("Escape")
    page.get_by_label("legal").check()
    expect(page.locator("#count")).to_contain_text("6 of 8 actors")
    expect(page.locator("svg text", has_text="Port Selby")).to_be_hidden()
    page.get_by_label("legal").uncheck()
    page.get_by_label("Search names and sentences").fill("saturday")
    expect(page.locator("#count")).to_have_text("3 of 8 actors, 2 of 11 relations")
    page.locator("#told").get_by_text(HOSTILE_NAME).click()
    expect(page.locator("#told blockquote")).to_contain_text(HOSTILE_NAME)
    assert complaints == []
    context.close()


def test_exported_page_is_dark_where_the_system_is_and_light_on_paper(browser, tmp_path):
    path = tmp_path / "story.html"
    export(sample_knowledge(), small_taxonomy(), path, format="html")
    context = browser.new_context(color_scheme="dark", offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    inks = {}
    for medium in ("screen", "print"):
        page.emulate_media(media=medium, color_scheme="dark")
        inks[medium] = page.evaluate(
            """() => [getComputedStyle(document.body).backgroundColor,
                      getComputedStyle(document.querySelector("main svg rect[fill]")).fill]"""
        )
    assert inks == {"screen": ["rgb(21, 23, 27)"] * 2, "print": ["rgb(250, 249, 246)"] * 2}
    context.close()
