from playwright.sync_api import expect


def ask(page, text):
    page.locator("#ask").fill(text)
    page.keyboard.press("Enter")


def test_asking_answers_a_question_by_the_keys_alone(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.keyboard.press("a")
    expect(page.locator("#ask")).to_be_focused()
    page.get_by_role("option", name="Who fired").wait_for()
    page.keyboard.type("who fired Tobias Ék?")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="who fired Tobias Ék?").wait_for()
    assert page.locator(".evidence .told-in-words").inner_text() == "Mara Venn: stated as fact in 2 sentences."
    assert page.locator(".evidence .sentence").first.inner_text() == "Mara Venn fired Tobias Ék in Port Selby."
    expect(page.locator("#answered")).to_have_text("Mara Venn: stated as fact in 2 sentences.")


def test_asking_for_a_name_selects_the_actor(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.locator("#ask").fill("hald")
    page.get_by_role("option", name="Halden Energy").wait_for()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Halden Energy", exact=True).wait_for()
    ask(page, "who met Venn?")
    page.get_by_role("heading", name="who met Venn?").wait_for()
    page.locator("#ask").fill("norl")
    page.get_by_role("option", name="Norland").click()
    page.get_by_role("heading", name="Norland", exact=True).wait_for()


def test_asking_what_is_refused_offers_what_can_be_asked(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    ask(page, "who fired Tobias Ekk?")
    page.get_by_role("button", name="who fired Tobias Ék?").click()
    page.get_by_role("heading", name="who fired Tobias Ék?").wait_for()
    expect(page.locator("#ask")).to_have_value("who fired Tobias Ék?")


def test_following_a_path_to_a_step(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    watched.click(*watched.places()["actor person:mara-venn"])
    page.get_by_role("textbox", name="How is Mara Venn tied to").click()
    page.keyboard.type("harbour")
    page.get_by_role("option", name="Harbour Court").click()
    page.get_by_text("weakest link").first.wait_for()
    expect(page.locator("#evidence")).to_be_focused()
    step = page.locator(".steps .told").first
    said = step.inner_text()
    step.click()
    expect(page.locator(".relation-title")).to_have_text(said, use_inner_text=True)


def test_comparing_selects_an_actor(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.get_by_role("tab", name="Contradictions").click()
    page.get_by_text("Nothing in these articles").wait_for()
    page.get_by_role("tab", name="Who matters").click()
    page.get_by_role("heading", name="Who is central").wait_for()
    page.locator(".measure .row", has_text="Halden Energy").first.click()
    page.locator(".evidence-head").get_by_role("heading", name="Halden Energy", exact=True).wait_for()
