"""The canvas under the hand: it is drawn once, and what happens after is told by classes on what is drawn."""

import itertools
import re

import pytest
from playwright.sync_api import expect

VENN = "actor person:mara-venn"
EK = "actor person:tobias-ek"
COURT = "actor organisation:harbour-court"
FIRED = "relation person:mara-venn>fired>person:tobias-ek"
LIT_LINES = ".lit .js-line"
SEEN = """(wanted) => [...document.querySelectorAll(`.figure ${wanted}`)]
    .filter((mark) => mark.getClientRects().length && mark.checkVisibility({ opacityProperty: true })).length"""
MARK = """() => {
    window.drawings = 0;
    document.querySelector("#network .js-plotly-plot").on("plotly_afterplot", () => { window.drawings += 1; });
}"""
WRITTEN = """() => [...document.querySelectorAll(".labels text")]
    .filter((text) => text.getBoundingClientRect().width > 0)
    .map((text) => [text.textContent, text.getBoundingClientRect()])
    .map(([words, box]) => [words, box.left, box.top, box.right, box.bottom])"""
DISCS = """() => [...document.querySelectorAll(".figure .point")]
    .filter((mark) => mark.__data__?.data?.[0] === "actor")
    .map((mark) => mark.getBoundingClientRect())
    .map((box) => [box.left, box.top, box.right, box.bottom])"""


@pytest.fixture
def open_canvas(visit, sample):
    """Open the sample and wait until it is drawn and at rest."""

    def open_page(served=sample, **options):
        watched = visit(served, **options)
        watched.network()
        watched.settle()
        return watched

    return open_page


def shows(watched, wanted: str, count: int) -> None:
    """Wait until so many elements of the drawing are seen."""
    watched.page.wait_for_function(f"([wanted, count]) => ({SEEN})(wanted) === count", arg=[wanted, count])


def until_camera_rests(watched) -> None:
    watched.settle()
    watched.page.wait_for_function("() => !window.dramatis.camera.isMoving()")


def drag(watched, start, end, *, steps=6) -> None:
    mouse = watched.page.mouse
    mouse.move(*start)
    mouse.down()
    mouse.move(*end, steps=steps)
    mouse.up()


def test_canvas_a_filter_hides_lines_arrows_handles_and_actors_and_draws_nothing_anew(open_canvas):
    watched = open_canvas()
    page = watched.page
    page.evaluate(MARK)
    shows(watched, ".scatterlayer .js-line", 11)
    page.locator(".choice label", has_text="Legal").click()
    shows(watched, ".scatterlayer .js-line", 3)
    relations = sum(name.startswith("relation") for name in watched.places())
    assert relations == 3
    assert page.evaluate(SEEN, ".scatterlayer .point") == len(watched.places()) + relations  # each of them directed
    page.locator("#clear-filters").click()
    shows(watched, ".scatterlayer .js-line", 11)
    assert page.evaluate("window.drawings") == 0


def test_canvas_what_is_hidden_is_neither_hovered_nor_clicked(open_canvas):
    watched = open_canvas()
    page = watched.page
    where = watched.places()[COURT]
    page.mouse.move(*where)
    page.locator("#hint", has_text="Harbour Court").wait_for()
    page.locator(".choice label", has_text="Contact").click()
    shows(watched, ".scatterlayer .js-line", 1)
    assert COURT not in watched.places()
    page.mouse.move(*where)
    page.locator("#hint").wait_for(state="hidden")
    watched.click(*where)
    watched.settle()
    page.get_by_role("heading", name="Every line is a claim").wait_for()


def test_canvas_hovering_lights_the_neighbours_and_dims_the_rest(open_canvas, sample):
    watched = open_canvas()
    page = watched.page
    page.mouse.move(*watched.places()[VENN])
    expect(page.locator(".figure.focused")).to_have_count(1)
    kb = sample.library.knowledge()
    ties = [relation for relation in kb.relations.values() if "person:mara-venn" in (relation.source, relation.target)]
    expect(page.locator(LIT_LINES)).to_have_count(len(ties))
    page.wait_for_function("() => getComputedStyle(document.querySelector('#network .main-svg')).opacity < 0.2")
    words = {words for words, *_ in page.evaluate(WRITTEN)}
    assert {"fired", "criticised", "met"} <= words
    assert not {"investigated", "attacked"} & words
    page.mouse.move(5, 5)
    expect(page.locator(".figure.focused")).to_have_count(0)
    expect(page.locator(LIT_LINES)).to_have_count(0)


def test_canvas_classes_outlast_a_new_drawing(open_canvas):
    watched = open_canvas()
    page = watched.page
    watched.click(*watched.places()[VENN])
    page.locator(".choice label", has_text="Personnel").click()
    shows(watched, ".scatterlayer .js-line", 1)
    kinds = (".scatterlayer .js-line", LIT_LINES, ".lit .point", ".lit .point.picked")
    before = [page.evaluate(SEEN, wanted) for wanted in kinds]
    page.evaluate(MARK)
    page.get_by_role("button", name="Toggle color scheme").click()
    page.wait_for_function("() => window.drawings > 0")
    assert [page.evaluate(SEEN, wanted) for wanted in kinds] == before
    assert before[3] == 1


def test_canvas_double_click_focuses_on_an_actor_and_the_keys_lead_back(open_canvas):
    watched = open_canvas()
    page = watched.page
    before = watched.places()
    page.mouse.dblclick(*before[COURT])
    page.wait_for_function("() => document.querySelector('#network .js-plotly-plot')._fullLayout.xaxis.range[0] > 1")
    until_camera_rests(watched)
    after = watched.places()
    box = page.locator(".figure").bounding_box()
    for name in (COURT, "actor organisation:halden-energy"):
        assert box["x"] < after[name][0] < box["x"] + box["width"]
        assert box["y"] < after[name][1] < box["y"] + box["height"]
    assert abs(after[COURT][1] - after[VENN][1]) > 1.1 * abs(before[COURT][1] - before[VENN][1])
    page.locator(".figure").focus()
    page.keyboard.press("Backspace")
    until_camera_rests(watched)
    assert watched.places() == {name: pytest.approx(place, abs=1) for name, place in before.items()}


def test_canvas_goes_by_keys(open_canvas):
    watched = open_canvas()
    page = watched.page
    before = watched.places()
    page.locator(".figure").focus()
    for key, moves in (("ArrowRight", (-1, 0)), ("ArrowUp", (0, 1)), ("ArrowLeft", (1, 0)), ("ArrowDown", (0, -1))):
        start = watched.places()
        page.keyboard.press(key)
        until_camera_rests(watched)
        (x, y), (was_x, was_y) = watched.places()[VENN], start[VENN]
        assert (x - was_x) * moves[0] > 20 or (y - was_y) * moves[1] > 20
    page.keyboard.press("+")
    until_camera_rests(watched)
    near = watched.places()
    assert abs(near[VENN][0] - near[COURT][0]) > 1.2 * abs(before[VENN][0] - before[COURT][0])
    page.keyboard.press("0")
    until_camera_rests(watched)
    assert watched.places() == {name: pytest.approx(place, abs=1) for name, place in before.items()}


def test_canvas_a_dragged_actor_takes_its_lines_along_and_stays_pinned(open_canvas):
    watched = open_canvas()
    page = watched.page
    before = watched.places()
    page.evaluate(MARK)
    end = (before[VENN][0] + 60, before[VENN][1] - 50)
    mouse = page.mouse
    mouse.move(*before[VENN])
    mouse.down()
    mouse.move(*end, steps=5)
    line = page.evaluate(
        """() => {
            const box = (mark) => mark.getBoundingClientRect();
            const { line } = window.dramatis.canvas.find({
                what: "relation", id: "person:mara-venn>fired>person:tobias-ek",
            });
            const disc = box(window.dramatis.canvas.find({ what: "actor", id: "person:mara-venn" }).elements[0]);
            const start = line.getPointAtLength(0).matrixTransform(line.getScreenCTM());
            return [start.x, start.y, (disc.left + disc.right) / 2, (disc.top + disc.bottom) / 2];
        }"""
    )
    assert line == pytest.approx([*end, *end], abs=2)
    assert page.evaluate("window.drawings") == 0
    mouse.up()
    page.wait_for_function("() => window.drawings > 0")
    page.locator(".pin").wait_for(state="attached")
    watched.settle()
    after = watched.places()
    assert after[VENN] == pytest.approx(end, abs=2)
    still = {name for name in before if name.startswith("actor")} - {VENN}
    assert {name: after[name] for name in still} == {name: before[name] for name in still}
    page.get_by_role("heading", name="Every line is a claim").wait_for()  # a drag is no click
    page.get_by_role("button", name="Toggle color scheme").click()
    watched.settle()
    assert watched.places()[VENN] == pytest.approx(end, abs=2)
    page.get_by_role("button", name="Unpin the selected actors, or all").click()
    page.locator(".pin").wait_for(state="detached")
    watched.settle()
    assert watched.places() == before


def test_canvas_the_key_u_unpins_the_selected_actor_and_then_all(open_canvas):
    watched = open_canvas()
    page = watched.page
    before = watched.places()
    for actor in (VENN, COURT, next(name for name in before if name.startswith("actor") and name not in (VENN, COURT))):
        watched.click(*watched.places()[actor])
        page.locator(".figure").focus()
        page.keyboard.press("Shift+ArrowRight")
        watched.settle()
    expect(page.locator(".pin")).to_have_count(3)
    watched.click(*watched.places()[VENN])
    page.locator(".figure").focus()
    page.keyboard.press("u")
    expect(page.locator(".pin")).to_have_count(2)
    watched.settle()
    assert watched.places()[VENN] == pytest.approx(before[VENN], abs=1)
    assert watched.places()[COURT] != pytest.approx(before[COURT], abs=1)
    page.keyboard.press("u")  # the selected one is not pinned any more
    expect(page.locator(".pin")).to_have_count(0)


@pytest.mark.parametrize("tool", ["box", "lasso"])
def test_canvas_box_and_lasso_select_several_actors(open_canvas, tool):
    watched = open_canvas()
    page = watched.page
    places = watched.places()
    (x0, y0), (x1, y1) = (
        [f(places[name][side] for name in (VENN, EK)) + air for side in (0, 1)] for f, air in ((min, -25), (max, 25))
    )
    inside = [n for n, (x, y) in places.items() if n.startswith("actor") and x0 < x < x1 and y0 < y < y1]
    page.get_by_role("button", name=f"Select actors by a {tool}").click()
    if tool == "box":
        drag(watched, (x0, y0), (x1, y1))
    else:
        page.mouse.move(x0, y0)
        page.mouse.down()
        for corner in ((x1, y0), (x1, y1), (x0, y1)):
            page.mouse.move(*corner, steps=4)
        page.mouse.up()
    page.get_by_role("heading", name=f"{len(inside)} actors selected").wait_for()
    page.locator(".list-title", has_text="3 relations among them").wait_for()
    assert page.evaluate(SEEN, ".scatterlayer .point.picked") == len(inside)
    expect(page.locator(LIT_LINES)).to_have_count(3)
    drag(watched, (x0, y0 - 5), (x0 + 30, y0 - 5))  # the canvas is moved again
    until_camera_rests(watched)
    assert watched.places()[VENN][0] == pytest.approx(places[VENN][0] + 30, abs=2)


def test_canvas_a_click_with_shift_adds_an_actor(open_canvas):
    watched = open_canvas()
    page = watched.page
    places = watched.places()
    watched.click(*places[VENN])
    page.get_by_role("heading", name="Mara Venn", exact=True).wait_for()
    page.keyboard.down("Shift")
    watched.click(*places[COURT])
    page.get_by_role("heading", name="2 actors selected").wait_for()
    watched.click(*places[COURT])
    page.keyboard.up("Shift")
    page.get_by_role("heading", name="Mara Venn", exact=True).wait_for()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_canvas_no_label_overlaps_another_or_a_disc(open_canvas, forty, width, height):
    watched = open_canvas(forty, width=width, height=height)
    labels = watched.page.evaluate(WRITTEN)
    assert len(labels) > 25
    for (one, *box), (other, *other_box) in itertools.combinations(labels, 2):
        assert apart(box, other_box, across=1, up=3), (one, other)
    for (words, *box), disc in itertools.product(labels, watched.page.evaluate(DISCS)):
        assert apart(box, disc, across=2, up=3), words


def apart(one, other, *, across: float, up: float) -> bool:
    """Say whether two boxes overlap by no more than the empty rims of letters and discs."""
    return (
        one[2] <= other[0] + across or other[2] <= one[0] + across or one[3] <= other[1] + up or other[3] <= one[1] + up
    )


def test_canvas_a_closer_look_writes_more_names_without_the_server(open_canvas, forty):
    watched = open_canvas(forty, width=700, height=600)
    page = watched.page
    asked = []
    watch = '"id":"watch"'  # for what other windows change: it goes on at its own pace
    page.on("request", lambda request: watch in (request.post_data or "") or asked.append(request.url))
    before = {words for words, *_ in page.evaluate(WRITTEN)}
    page.get_by_role("button", name="Zoom in").click()
    until_camera_rests(watched)
    assert {words for words, *_ in page.evaluate(WRITTEN)} - before
    assert asked == []


def test_canvas_labels_move_with_the_network_while_it_is_panned(open_canvas):
    watched = open_canvas()
    page = watched.page
    box = page.locator(".figure").bounding_box()
    where = "() => document.querySelector('.labels .names text').getBoundingClientRect().left"
    before = page.evaluate(where)
    page.mouse.move(box["x"] + 15, box["y"] + box["height"] - 15)
    page.mouse.down()
    page.mouse.move(box["x"] + 65, box["y"] + box["height"] - 15, steps=4)
    page.wait_for_timeout(100)
    assert page.evaluate(where) == pytest.approx(before + 50, abs=2)
    page.mouse.up()


def test_canvas_size_colour_and_hulls_are_a_choice(open_canvas, forty):
    watched = open_canvas(forty)
    page = watched.page
    colours = "() => new Set([...document.querySelectorAll('.figure .point')].map((mark) => mark.style.fill)).size"
    before = watched.places(), page.evaluate(colours)
    page.get_by_role("button", name="Look").focus()
    page.keyboard.press("Enter")
    page.get_by_role("radiogroup", name="Colour of actors").get_by_text("group").click()
    page.wait_for_function(f"(before) => ({colours})() !== before", arg=before[1])
    page.get_by_role("switch", name="Hulls around groups").click()
    page.locator(".shapelayer path").first.wait_for(state="attached")
    watched.settle()
    assert watched.places() == before[0]
    page.locator("#filter-text").fill("no such words")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.shapelayer path')].every((hull) => hull.closest('.gone'))"
    )


def test_canvas_the_most_important_actors_of_a_dense_network_are_named(open_canvas, many):
    """Some by a leader from a name that stands farther off; hardly a label overlaps another or a disc."""
    page = open_canvas(many).page
    unnamed = page.evaluate(
        """() => {
            const texts = [...document.querySelectorAll(".labels .names text")];
            const written = new Set(texts.map((text) => text.textContent));
            const actors = window.dramatis.canvas.all().filter(({ what, shown }) => what === "actor" && shown);
            const important = actors.sort((one, other) => other.radius - one.radius).slice(0, 20);
            return important.map(({ text }) => text).filter((text) => !written.has(text));
        }"""
    )
    assert len(unnamed) <= 1
    labels, discs = page.evaluate(WRITTEN), page.evaluate(DISCS)
    met = sum(
        any(not apart(box, other, across=1, up=3) for _, *other in labels if other != box)
        or any(not apart(box, disc, across=2, up=3) for disc in discs)
        for _, *box in labels
    )
    assert met < 0.02 * len(labels)


def test_canvas_a_leader_goes_from_a_disc_to_its_name(open_canvas, many):
    page = open_canvas(many).page
    ends = page.evaluate(
        """() => {
            const { left, top } = document.querySelector(".labels").getBoundingClientRect();
            const actors = window.dramatis.canvas.all().filter(({ what, shown }) => what === "actor" && shown);
            const boxOf = (element) => {
                const box = element.getBoundingClientRect();
                return [box.left - left, box.top - top, box.right - left, box.bottom - top];
            };
            const texts = [...document.querySelectorAll(".labels .names text")];
            return [...document.querySelectorAll(".labels .leader")].map((leader) => {
                const { e: x, f: y } = leader.transform.baseVal[0].matrix;
                const near = ({ x: across, y: up }) => {
                    const [right, down] = window.dramatis.camera.toScreen({ x: across, y: up });
                    return Math.hypot(right - x, down - y);
                };
                const mark = actors.reduce((one, other) => (near(other) < near(one) ? other : one));
                const name = texts.find((text) => text.textContent === mark.text);
                return { leader: boxOf(leader), name: name && boxOf(name), distance: near(mark) };
            });
        }"""
    )
    assert ends
    for end in ends:
        assert end["distance"] < 1
        assert not apart(end["leader"], end["name"], across=-3, up=-3), end


OVER = ".zoom:visible, .drawn-note:visible, .chips:visible, .count:visible, .first-steps:visible"
BOXES = """(covers) => covers.map((cover) => cover.getBoundingClientRect())
    .map(({ left, top, right, bottom }) => [left, top, right, bottom])"""


def test_canvas_no_name_stands_under_what_covers_the_canvas(open_canvas, many):
    page = open_canvas(many, width=390, height=844, path="kind=person&kind=place&status=asserted").page
    covers = page.locator(OVER).evaluate_all(BOXES)
    assert len(covers) == 4
    for (words, *box), cover in itertools.product(page.evaluate(WRITTEN), covers):
        assert apart(box, cover, across=0, up=3), words


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1024, 768), (1440, 900)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("story", ["sample", "many"])
def test_canvas_nothing_stands_over_an_actor_when_the_whole_is_shown(
    open_canvas, request, story, width, height, scheme
):
    size = {"width": width, "height": height, "scheme": scheme}
    watched = open_canvas(request.getfixturevalue(story), path="kind=person&kind=organisation&kind=group", **size)
    page = watched.page
    page.locator(".filter-chip").nth(2).wait_for()
    show_whole(watched)
    if story == "many":
        expect(page.locator(".drawn-note")).to_be_visible()
    nothing_covered(watched)


def show_whole(watched) -> None:
    """Look closer, and then at the whole network."""
    for words in ("Zoom in", "Show the whole network"):
        watched.page.get_by_role("button", name=words).click()
        until_camera_rests(watched)


def nothing_covered(watched) -> None:
    """See that what stands over the canvas stands over no actor."""
    page = watched.page
    covers = page.locator(OVER).evaluate_all(BOXES)
    discs = [disc for disc in page.evaluate(DISCS) if disc[2] > disc[0]]  # what the filters leave
    assert len(discs) > 5
    stage = page.locator(".stage").bounding_box()
    for disc in discs:
        assert stage["x"] <= disc[0]
        assert disc[3] <= stage["y"] + stage["height"]
        assert all(apart(disc, cover, across=0, up=0) for cover in covers), disc


MANY_CHIPS = (
    "kind=person&kind=organisation&kind=group&kind=place&family=personnel&family=criticism&family=affiliation"
    "&family=contact&family=legal&status=asserted&status=hedged&status=planned&status=negated"
)


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1024, 768), (1440, 900)])
def test_canvas_chips_that_need_lines_are_folded_and_leave_the_actors_free(open_canvas, width, height):
    watched = open_canvas(path=MANY_CHIPS, width=width, height=height)
    page = watched.page
    chips = page.locator(".filter-chip")
    expect(chips).to_have_count(13)
    show_whole(watched)
    nothing_covered(watched)
    if width < 760:  # they stand in a row that is pushed by the finger
        expect(page.locator(".more-chips")).to_be_hidden()
        return
    more = page.get_by_role("button", name="more filters")
    folded = int(re.search(r"\d+", more.inner_text()).group())
    assert page.locator(".filter-chip:visible").count() == 13 - folded
    before = watched.places()
    more.focus()
    page.keyboard.press("Enter")
    expect(more).to_be_hidden()
    expect(page.locator(".filter-chip:visible")).to_have_count(13)
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    expect(page.locator(".filter-chip:visible")).to_have_count(13 - folded)
    more.click()
    chips.last.click()  # one that was folded; those that are left stay unfolded while the reader is at them
    expect(page.locator(".filter-chip:visible")).to_have_count(12)
    expect(page.locator(".filter-chip:focus")).to_have_count(1)
    page.locator(".description").click()
    expect(more).to_have_text(re.compile(rf"^\+{folded - 1} more"))
    assert {name: watched.places()[name] for name in before} == before
    page.locator("#clear-filters").click()
    expect(more).to_be_hidden()


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1024, 768), (1440, 900)])
def test_canvas_the_note_stays_on_one_line_whatever_is_offered(open_canvas, many, width, height):
    watched = open_canvas(many, width=width, height=height)
    page = watched.page
    note = page.locator(".drawn-note")
    line = note.bounding_box()["height"]
    page.evaluate(
        """() => {
            const mark = window.dramatis.canvas.all().find(({ undrawn }) => undrawn > 0);
            window.dramatis.selection.choose({ what: "actor", id: mark.id });
        }"""
    )
    page.get_by_role("button", name="Draw its whole group").wait_for()
    assert note.bounding_box()["height"] == line
    until_camera_rests(watched)
    page.evaluate("() => window.dramatis.camera.fit()")
    until_camera_rests(watched)
    nothing_covered(watched)
    if width > 760:  # else it is pushed by the finger
        assert note.evaluate("(box) => box.scrollWidth <= box.clientWidth")


def in_box(watched) -> set[str]:
    """Return the actors whose middles are within the box that is drawn."""
    canvas = watched.page.locator(".figure").bounding_box()
    points = watched.page.locator(".figure .outline polygon").get_attribute("points")
    left, top, _, _, right, bottom, *_ = map(float, re.split("[ ,]", points))
    return {
        name
        for name, (x, y) in watched.places().items()
        if name.startswith("actor") and left < x - canvas["x"] < right and top < y - canvas["y"] < bottom
    }


def press(watched, key: str, times: int) -> None:
    for _ in range(times):
        watched.page.keyboard.press(key)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_canvas_a_box_is_moved_and_selects_by_keys(open_canvas, width, height):
    watched = open_canvas(width=width, height=height)
    page = watched.page
    said = page.locator("#boxed")
    page.get_by_role("button", name="Select actors by a box").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".figure")).to_be_focused()
    expect(said).to_contain_text("in the box")
    expect(page.get_by_text("Arrow keys move the box")).to_be_visible()
    assert len(in_box(watched)) < 8
    in_the_way = "() => document.querySelector('.boxed').getBoundingClientRect().top"
    low = page.evaluate(in_the_way)
    press(watched, "ArrowDown", 60)
    assert page.evaluate(in_the_way) < low - 100  # the words make way
    until_camera_rests(watched)
    page.keyboard.press("0")
    until_camera_rests(watched)
    press(watched, "Shift+ArrowRight", 60)
    press(watched, "Shift+ArrowDown", 60)
    expect(said).to_have_text(re.compile(r"^8 actors in the box: [^,]+, [^,]+, .+ and 5 more$"))
    box = page.locator(".figure .outline polygon").bounding_box()
    press(watched, "Shift+ArrowUp", int(box["height"] / 24 / 2))
    now = in_box(watched)
    assert 1 < len(now) < 8
    expect(said).to_contain_text(f"{len(now)} actors in the box: ")
    place = page.locator(".figure .outline polygon").bounding_box()
    page.keyboard.press("ArrowDown")
    assert page.locator(".figure .outline polygon").bounding_box()["y"] == pytest.approx(place["y"] + 24, abs=1)
    now = in_box(watched)
    expect(said).to_contain_text(f"{len(now)} actors in the box: ")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=f"{len(now)} actors selected").wait_for()
    expect(said).to_contain_text(f"{len(now)} actors selected: ")
    picked = page.evaluate("() => window.dramatis.selection.now().ids")
    assert {f"actor {actor_id}" for actor_id in picked} == now
    expect(page.get_by_text("Arrow keys move the box")).to_be_hidden()
    assert page.locator(".figure").get_attribute("data-mode") == "pan"


def test_canvas_escape_ends_the_box_and_leaves_what_is_selected(open_canvas):
    watched = open_canvas()
    page = watched.page
    watched.click(*watched.places()[VENN])
    page.get_by_role("heading", name="Mara Venn", exact=True).wait_for()
    page.locator(".figure").focus()
    page.keyboard.press("b")
    expect(page.locator("#boxed")).to_contain_text("in the box")
    page.keyboard.press("Escape")
    expect(page.locator("#boxed")).to_be_empty()
    assert page.locator(".figure .outline polygon").get_attribute("points") == ""
    assert page.evaluate("() => window.dramatis.selection.now().id") == VENN.split()[1]
    before = watched.places()[VENN]
    page.keyboard.press("ArrowLeft")  # moves the view again
    until_camera_rests(watched)
    assert watched.places()[VENN][0] > before[0] + 20


def test_canvas_the_view_moves_where_the_box_stands_at_its_edge_and_the_words_follow(open_canvas):
    watched = open_canvas()
    page = watched.page
    page.locator(".figure").focus()
    page.keyboard.press("b")
    press(watched, "Shift+ArrowRight", 60)
    press(watched, "Shift+ArrowDown", 60)
    expect(page.locator("#boxed")).to_contain_text("8 actors in the box")
    before = watched.places()[VENN]
    press(watched, "ArrowRight", 7)
    until_camera_rests(watched)
    assert watched.places()[VENN][0] < before[0] - 100
    left = in_box(watched)
    assert len(left) < 8
    expect(page.locator("#boxed")).to_contain_text(re.compile(f"^{len(left) or 'No'} actors? in the box"))


def test_canvas_a_pointer_has_no_box_in_its_way(open_canvas):
    page = open_canvas().page
    page.get_by_role("button", name="Select actors by a box").click()
    expect(page.locator(".figure")).to_have_attribute("data-mode", "box")
    expect(page.locator("#boxed")).to_be_empty()
    page.keyboard.press("b")
    expect(page.locator(".figure")).to_have_attribute("data-mode", "pan")


def ringed(watched) -> str:
    """Return the actor that the ring of the walk stands around."""
    canvas = watched.page.locator(".figure").bounding_box()
    points = watched.page.locator(".figure .outline polygon").get_attribute("points")
    corners = [tuple(map(float, point.split(","))) for point in points.split()]
    x, y = (sum(sides) / len(corners) for sides in zip(*corners, strict=True))
    places = {name: place for name, place in watched.places().items() if name.startswith("actor")}
    return min(places, key=lambda name: abs(places[name][0] - canvas["x"] - x) + abs(places[name][1] - canvas["y"] - y))


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_canvas_actors_are_marked_one_by_one_and_selected_by_keys(open_canvas, width, height):
    watched = open_canvas(width=width, height=height)
    page = watched.page
    said = page.locator("#boxed")
    page.get_by_role("button", name="Select actors by a lasso").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".figure")).to_be_focused()
    expect(said).to_have_text(re.compile(r"^Mara Venn; \d+ mentions, \d+ relations\. None marked$"))
    expect(page.get_by_text("Arrow keys go from actor to actor")).to_be_visible()
    assert ringed(watched) == VENN
    page.keyboard.press("Space")
    expect(said).to_contain_text("; marked. 1 marked: Mara Venn")
    before = watched.places()
    seen = [VENN]
    for key, axis, way in (("ArrowLeft", 0, -1), ("ArrowRight", 0, 1), ("ArrowDown", 1, 1), ("ArrowUp", 1, -1)):
        page.keyboard.press(key)
        if (now := ringed(watched)) != seen[-1]:
            assert (before[now][axis] - before[seen[-1]][axis]) * way > 0
            seen.append(now)
    assert len(seen) > 2
    assert watched.places() == before  # the view stands still
    page.keyboard.press("n")
    while ringed(watched) == VENN:
        page.keyboard.press("n")
    other = ringed(watched)
    page.keyboard.press("Space")
    expect(said).to_contain_text("; marked. 2 marked: ")
    page.keyboard.press("n")
    page.keyboard.press("Space")
    expect(said).to_contain_text("3 marked: ")
    page.keyboard.press("Space")
    expect(said).to_contain_text("2 marked: ")
    assert page.locator(".figure .point.picked").count() >= 2
    assert page.evaluate("() => window.dramatis.selection.now().what") != "actors"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="2 actors selected").wait_for()
    expect(said).to_contain_text("2 actors selected: ")
    picked = page.evaluate("() => window.dramatis.selection.now().ids")
    assert {f"actor {actor_id}" for actor_id in picked} == {VENN, other}
    assert page.locator(".figure").get_attribute("data-mode") == "pan"


def test_canvas_marking_begins_with_what_is_selected_and_escape_leaves_that(open_canvas):
    watched = open_canvas()
    page = watched.page
    watched.click(*watched.places()[EK])
    page.get_by_role("heading", name="Tobias Ék", exact=True).wait_for()
    page.locator(".figure").focus()
    page.keyboard.press("l")
    expect(page.locator("#boxed")).to_contain_text("1 marked: Tobias Ék")
    assert ringed(watched) == EK
    page.keyboard.press("n")
    page.keyboard.press("Space")
    expect(page.locator("#boxed")).to_contain_text("2 marked: ")
    page.keyboard.press("Escape")
    expect(page.locator("#boxed")).to_be_empty()
    assert page.evaluate("() => window.dramatis.selection.now().id") == EK.split()[1]
    assert page.evaluate("() => window.dramatis.canvas.picked().id") == EK.split()[1]
    page.keyboard.press("l")
    expect(page.locator("#boxed")).to_contain_text("1 marked: Tobias Ék")


def test_canvas_marking_follows_the_filters_and_brings_an_actor_into_sight(open_canvas):
    watched = open_canvas(path="kind=organisation")
    page = watched.page
    page.locator(".figure").focus()
    press(watched, "+", 3)
    until_camera_rests(watched)
    page.keyboard.press("l")
    expect(page.locator("#boxed")).to_contain_text("None marked")
    seen = set()
    for _ in range(2):
        until_camera_rests(watched)
        stage, now = page.locator(".stage").bounding_box(), ringed(watched)
        x, y = watched.places()[now]
        assert stage["x"] < x < stage["x"] + stage["width"]
        assert stage["y"] < y < stage["y"] + stage["height"]
        seen.add(now)
        page.keyboard.press("n")
    assert seen == {COURT, "actor organisation:halden-energy"}


def test_canvas_shows_that_it_has_the_focus(open_canvas):
    page = open_canvas(width=390, height=844).page
    box = page.locator(".figure").bounding_box()
    edge = {"x": box["x"], "y": box["y"], "width": 2, "height": box["height"]}
    page.locator("#zoom-in").focus()
    before = page.screenshot(clip=edge)
    assert page.screenshot(clip=edge) == before
    page.locator(".figure").focus()
    assert page.screenshot(clip=edge) != before
