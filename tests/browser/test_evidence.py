from playwright.sync_api import expect

VENN = "actor person:mara-venn"


def test_evidence_is_walked_ordered_and_copied_by_the_keys(visit, sample):
    watched = visit(sample, permissions=["clipboard-read", "clipboard-write"])
    watched.network()
    page = watched.page
    watched.click(*watched.places()[VENN])
    position, cards = page.locator(".position"), page.locator("#evidence .passage")
    expect(position).to_have_text("– of 6")
    page.keyboard.press("j")
    expect(cards.first).to_be_focused()
    expect(position).to_have_text("1 of 6")
    for _ in range(6):
        page.keyboard.press("j")
    expect(cards.last).to_be_focused()  # in a folded relation, which is unfolded
    page.get_by_role("button", name="Previous sentence").click()
    expect(position).to_have_text("5 of 6")
    page.get_by_role("button", name="Newest first").click()
    expect(page.get_by_role("button", name="Newest first")).to_have_attribute("aria-pressed", "true")
    first = cards.first
    first.get_by_role("button", name="Copy as citation").click()
    expect(page.locator("#notice")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"“{first.locator('.sentence').inner_text()}” — {first.locator('cite').inner_text()}")
    page.reload()
    watched.network()
    watched.click(*watched.places()[VENN])
    expect(page.get_by_role("button", name="Newest first")).to_have_attribute("aria-pressed", "true")


def test_evidence_of_an_answer_is_lit_on_the_canvas(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.locator("#ask").fill("who fired Tobias Ék?")
    page.keyboard.press("Enter")
    expect(page.locator("#network .point.picked")).to_have_count(3)  # two actors and the handle between them
    strong = "dramatis.canvas.all().filter((mark) => mark.strong).map((mark) => mark.id)"
    fired = "person:mara-venn>fired>person:tobias-ek"
    assert set(page.evaluate(strong)) == {"person:mara-venn", "person:tobias-ek", fired}


def test_evidence_and_its_article_follow_each_other(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    watched.click(*watched.places()[VENN])
    page.locator(".passage .open").first.click()
    page.locator("#here").wait_for()
    words, ticks = page.locator(".occurrence-words"), page.locator("#scroll-map i")
    expect(words).to_have_text("Mara Venn – of 3")
    expect(ticks).to_have_count(3)
    page.keyboard.press("n")
    expect(words).to_have_text("Mara Venn 1 of 3")
    expect(page.locator("mark.at")).to_be_focused()
    ticks.last.click()
    expect(words).to_have_text("Mara Venn 3 of 3")
    page.locator("mark.trigger", has_text="fired").click()
    page.locator(".relation-title .said", has_text="fired").wait_for()
    expect(page.locator("mark.chosen")).to_have_text(["fired"])
    assert page.evaluate("dramatis.canvas.picked().what") == "relation"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator(".evidence-head").get_by_role("heading", name="Tobias Ék", exact=True).wait_for()
    here = page.locator("#here").inner_text()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("#evidence .passage").nth(1)).to_be_focused()
    expect(page.locator("#here")).not_to_have_text(here)
    page.get_by_role("button", name="Previous article").click()
    page.locator(".article-head", has_text="Minister fires her adviser").wait_for()
    page.keyboard.press("Escape")
    expect(page.locator("#reader-pane")).to_be_hidden()
    page.get_by_role("heading", name="Tobias Ék", exact=True).wait_for()


def test_evidence_on_a_phone_leads_from_the_article_to_the_network(visit, sample):
    watched = visit(sample, width=390, height=844)
    watched.network()
    page = watched.page
    watched.click(*watched.places()[VENN])
    page.locator(".passage .open").first.click()
    page.locator("#here").wait_for()
    page.locator("mark.mention", has_text="Halden").first.click()
    expect(page.locator(".occurrence-words")).to_contain_text("Halden Energy 1 of")
    page.get_by_role("button", name="Show in network").click()
    expect(page.locator("#reader-pane")).to_be_hidden()
    page.get_by_role("heading", name="Halden Energy", exact=True).wait_for()
    expect(page.locator("#evidence-pane")).to_be_in_viewport()
