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
    expect(page.locator("#network .point.picked").nth(3)).to_be_attached()  # two actors, an arrow and its handle
    strong = "dramatis.canvas.all().filter((mark) => mark.strong).map((mark) => mark.id)"
    fired = "person:mara-venn>fired>person:tobias-ek"
    assert set(page.evaluate(strong)) == {"person:mara-venn", "person:tobias-ek", fired}
