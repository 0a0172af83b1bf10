"""The canvas under the hand: it is drawn once, and what happens after is told by classes on what is drawn."""

from playwright.sync_api import expect

VENN = "actor person:mara-venn"
COURT = "actor organisation:harbour-court"
SEEN = """(wanted) => [...document.querySelectorAll(`.figure .scatterlayer ${wanted}`)]
    .filter((mark) => getComputedStyle(mark).display !== "none").length"""
MARK = """() => {
    window.drawings = 0;
    document.querySelector("#network .js-plotly-plot").on("plotly_afterplot", () => { window.drawings += 1; });
}"""


def start_hover(watched, name) -> None:
    watched.page.mouse.move(*watched.places()[name])


def test_canvas_a_filter_hides_lines_arrows_handles_and_actors_and_draws_nothing_anew(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.settle()
    page = watched.page
    page.evaluate(MARK)
    assert page.evaluate(SEEN, ".js-line") == 11
    page.locator(".choice label", has_text="Legal").click()
    watched.shows("6 of 8")
    watched.settle()
    relations = sum(name.startswith("relation") for name in watched.places())
    assert 0 < relations < 11
    assert page.evaluate(SEEN, ".js-line") == relations
    assert page.evaluate(SEEN, ".point") == len(watched.places()) + relations  # each of them directed
    page.locator("#clear-filters").click()
    watched.shows("8 of 8")
    assert page.evaluate(SEEN, ".js-line") == 11
    assert page.evaluate("window.drawings") == 0


def test_canvas_what_is_hidden_is_neither_hovered_nor_clicked(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.settle()
    page = watched.page
    where = watched.places()[COURT]
    start_hover(watched, COURT)
    page.locator("#hint", has_text="Harbour Court").wait_for()
    page.locator(".choice label", has_text="Contact").click()
    watched.settle()
    assert COURT not in watched.places()
    page.mouse.move(*where)
    page.locator("#hint").wait_for(state="hidden")
    watched.click(*where)
    watched.settle()
    page.get_by_role("heading", name="Every line is a claim").wait_for()


def test_canvas_hovering_lights_the_neighbours_and_dims_the_rest(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.settle()
    start_hover(watched, VENN)
    expect(watched.page.locator(".figure.focused")).to_have_count(1)
    kb = sample.library.knowledge()
    ties = [relation for relation in kb.relations.values() if "person:mara-venn" in (relation.source, relation.target)]
    assert watched.page.evaluate(SEEN, ".js-line.strong") == len(ties)
    opacity = "(wanted) => getComputedStyle(document.querySelector(wanted)).strokeOpacity"
    assert watched.page.evaluate(opacity, ".figure .js-line.strong") == "1"
    assert float(watched.page.evaluate(opacity, ".figure .js-line:not(.strong)")) < 0.2
    watched.page.mouse.move(5, 5)
    expect(watched.page.locator(".figure.focused")).to_have_count(0)


def test_canvas_classes_outlast_a_new_drawing(visit, sample):
    watched = visit(sample)
    watched.network()
    watched.click(*watched.places()[VENN])
    page = watched.page
    page.locator(".choice label", has_text="Personnel").click()
    watched.settle()
    before = [page.evaluate(SEEN, wanted) for wanted in (".js-line", ".point.strong", ".point.picked")]
    page.evaluate(MARK)
    page.get_by_role("button", name="Toggle color scheme").click()
    page.wait_for_function("window.drawings > 0")
    assert [page.evaluate(SEEN, wanted) for wanted in (".js-line", ".point.strong", ".point.picked")] == before
    assert before[2] == 1
