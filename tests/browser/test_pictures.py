import re
from io import BytesIO
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import expect

from graph.picture.fonts import width_of
from graph.picture.labels import MOST_URGED, NAME_SIDES, Label, settle_names
from graph.picture.room import Room, box_around
from graph.picture.scene import Run
from graph.picture.theme import DARK, LIGHT
from tests.knowledge_bases import HOSTILE_NAME

ASSETS = Path(__file__).parents[2] / "assets"
# Places labels, { id, at, radius, half }, as assets/56-labels.js does; gives [id, across, down] of those with a place.
PLACED = """([labels, crossings, sides, urged]) => {
    const room = window.dramatis.room({ width: 600, height: 400 });
    const { settle, displace, lead } = window.dramatis.places;
    for (const label of labels) {
        const [[x, y], { radius }] = [label.at, label];
        room.take([x - radius, y - radius, x + radius, y + radius], label);
        label.gap = Math.max(radius / 0.8 + 1, radius + 2.3);
    }
    for (const point of crossings) room.count(point, 1);
    room.sum();
    return labels.map((mark) => ({ mark, at: mark.at, half: mark.half, gap: mark.gap, size: 12, sides }))
        .filter((label, rank) => settle(label, room) || (rank < urged && (displace(label, room) || lead(label, room))))
        .map(({ mark, move }) => [mark.id, ...move]);
}"""
SVG = "{http://www.w3.org/2000/svg}"


def choose(page, *names: str) -> None:
    for name in names:
        page.locator(".saving .mantine-SegmentedControl-label", has_text=re.compile(f"^{name}$")).click()


def saved(page, act) -> tuple[str, bytes]:
    """Return the name and the content of the file that an act saves."""
    with page.expect_download() as download:
        act()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def open_menu(page) -> None:
    page.get_by_role("button", name="Save picture").click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()


def press_save(page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()


def colours(picture: Image.Image) -> set[str]:
    return {"#{:02x}{:02x}{:02x}".format(*colour[:3]) for _, colour in picture.getcolors(1 << 24)}


def test_pictures_are_saved_in_two_clicks_as_seen(visit, sample):
    watched = visit(sample, scheme="dark")
    watched.network()
    watched.settle()
    page = watched.page
    open_menu(page)
    name, content = saved(page, lambda: press_save(page))
    assert re.fullmatch(r"dramatis-sample-story-\d{4}-\d\d-\d\d\.png", name)
    page.get_by_text(f"Saved {name}").wait_for()
    picture = Image.open(BytesIO(content)).convert("RGB")
    figure = page.locator(".figure").bounding_box()
    assert abs(picture.width - 2 * figure["width"]) <= 2
    assert picture.height > 2 * figure["height"] + 400
    assert set(DARK.kinds.values()) <= colours(picture)
    assert picture.getpixel((2, 2)) == tuple(int(DARK.page[at : at + 2], 16) for at in (1, 3, 5))
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_hidden()


def test_pictures_have_the_size_and_the_ground_that_is_chosen(visit, sample):
    watched = visit(sample, scheme="dark", width=1024, height=768)
    watched.network()
    watched.settle()
    page = watched.page
    width = page.locator(".figure").bounding_box()["width"]
    sizes = {}
    for scale in ("1", "3", "4"):
        open_menu(page)
        choose(page, f"{scale}×", "Transparent")
        _, content = saved(page, lambda: page.get_by_label("Title").press("Enter"))
        picture = Image.open(BytesIO(content))
        sizes[int(scale)] = picture.size
        assert picture.getpixel((1, 1))[3] == 0
        assert set(LIGHT.kinds.values()) <= colours(picture)
    assert abs(sizes[1][0] - width) <= 1
    assert {size: (wide / sizes[1][0], high / sizes[1][1]) for size, (wide, high) in sizes.items()} == {
        size: (size, size) for size in sizes
    }


def test_pictures_as_svg_hold_what_passes_the_filters_with_its_sentences(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.locator(".choice label", has_text="People").click()
    watched.shows("3 of 8")
    watched.settle()
    page.keyboard.press("s")
    page.get_by_label("Title").fill("Wer <feuerte> wen & warum")
    choose(page, "SVG", "Dark", "Whole network")
    name, content = saved(page, lambda: press_save(page))
    assert name.endswith(".svg")
    root = etree.fromstring(content)
    said = ["".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")]
    assert root.findtext(f"{SVG}title") == "Wer <feuerte> wen & warum"
    assert {"Wer <feuerte> wen & warum", "Mara Venn", "Tobias Ék", HOSTILE_NAME} <= set(said)
    assert "Halden Energy" not in said
    below = " ".join(" ".join(said).split())
    assert "3 of 8 actors, 4 of 11 relations: people" in below
    assert "Mara Venn fired Tobias Ék (stated as fact, 2 sentences): “Mara Venn fired Tobias Ék" in below
    assert not {"script", "foreignObject", "image", "a"} & {element.tag.removeprefix(SVG) for element in root.iter()}
    assert DARK.kinds["person"].encode() in content
    assert DARK.kinds["organisation"].encode() not in content


def test_pictures_show_what_stands_out(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    watched.click(*watched.places()["actor group:river-guard"])
    page.get_by_role("heading", name="River Guard", exact=True).wait_for()
    page.keyboard.press("s")
    choose(page, "SVG")
    _, content = saved(page, lambda: press_save(page))
    root = etree.fromstring(content)
    faint = {"".join(text.itertext()) for text in root.iter(f"{SVG}text") if text.get("opacity")}
    assert "Mara Venn" in faint
    assert not {"River Guard", "Halden Energy"} & faint
    below = "".join(root.itertext())
    assert "River Guard" in below
    assert "Mara Venn fired Tobias" not in below


def test_pictures_that_cannot_be_saved_say_why(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); }")
    open_menu(page)
    press_save(page)
    page.get_by_text("The picture could not be saved: the browser has no room").wait_for()


def test_pictures_menu_makes_files_of_other_forms_and_tells_of_them(visit, sample):
    watched = visit(sample)
    watched.network()
    page, held = watched.page, []
    page.route("**/export/gexf?shares", lambda route: held.append(route))
    notice = page.locator("#notice")
    open_menu(page)
    with page.expect_request("**/export/gexf?shares"):
        page.get_by_role("link", name="GEXF").click()
    expect(notice).to_have_text("Making the file (GEXF) …")
    assert notice.evaluate("notice => getComputedStyle(notice).animationName") == "none"
    name, content = saved(page, lambda: held.pop().continue_())
    assert re.fullmatch(r"dramatis-sample-story-\d{4}-\d\d-\d\d\.gexf", name)
    assert b"<gexf" in content
    expect(notice).to_have_text(f"Saved {name}")
    assert notice.evaluate("notice => getComputedStyle(notice).animationName") == "notice"


def test_pictures_menu_cancels_by_keys_what_takes_long(visit, sample):
    watched = visit(sample)
    watched.network()
    page, held = watched.page, []
    page.route("**/export/json?shares", lambda route: held.append(route))
    cancel = page.get_by_role("button", name="Cancel", exact=True)
    open_menu(page)
    expect(cancel).to_be_hidden()
    page.get_by_role("link", name="JSON", exact=True).click()
    expect(cancel).to_be_visible()
    with page.expect_event("requestfailed", lambda asked: asked.url.endswith("/export/json?shares")):
        cancel.press("Enter")
    expect(page.locator("#notice")).to_have_text("Cancelled: no file was made (JSON).")
    expect(cancel).to_be_hidden()
    expect(page.get_by_role("button", name="Save picture")).to_be_focused()
    page.unroute("**/export/json?shares")
    open_menu(page)
    name, _ = saved(page, lambda: page.get_by_role("link", name="JSON", exact=True).click())
    expect(page.locator("#notice")).to_have_text(f"Saved {name}")


def test_pictures_menu_tells_how_far_a_file_is_and_ends_its_making(visit, sample, monkeypatch):
    ended = Event()

    def endless(*_args, **_options):
        try:
            while True:
                yield 41
                ended.wait(0.05)
        finally:
            ended.set()

    monkeypatch.setattr("components.exports.encode_in_steps", endless)
    watched = visit(sample)
    watched.network()
    page = watched.page
    open_menu(page)
    page.get_by_role("link", name="JSON", exact=True).click()
    expect(page.locator("#notice")).to_have_text("Making the file (JSON): 41% …")
    assert not ended.is_set()
    page.get_by_role("button", name="Cancel", exact=True).press("Enter")
    expect(page.locator("#notice")).to_have_text("Cancelled: no file was made (JSON).")
    assert ended.wait(30)


def test_pictures_menu_keeps_no_file_that_broke_off(visit, sample, monkeypatch):
    def broken(*_args, **_options):
        yield 1
        raise MemoryError

    monkeypatch.setattr("components.exports.encode_in_steps", broken)
    watched = visit(sample)
    watched.network()
    saved = []
    watched.page.on("download", lambda file: saved.append(file))
    open_menu(watched.page)
    watched.page.get_by_role("link", name="JSON", exact=True).click()
    expect(watched.page.locator("#notice")).to_have_text(
        "The file could not be made: the connection broke off; try again."
    )
    assert saved == []
    watched.complaints.clear()  # the browser complains of what was cut


def test_pictures_menu_says_why_a_file_was_not_made(visit, sample):
    watched = visit(sample)
    watched.network()
    page = watched.page
    page.route("**/export/json?shares", lambda route: route.abort())
    open_menu(page)
    page.get_by_role("link", name="JSON", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("The file could not be made: Dramatis does not answer")
    watched.complaints.clear()  # the browser complains of what was cut


def test_pictures_place_names_as_the_page_does(browser):
    """The rules stand twice: in graph.picture.labels, and in the scripts of the page."""
    draw = np.random.default_rng(4)
    radii = -np.sort(-draw.uniform(3, 14, 90))
    places = draw.uniform((0, 0), (600, 400), (90, 2))
    spots = [((float(x), float(y)), float(radius)) for (x, y), radius in zip(places, radii, strict=True)]
    crossings = draw.uniform((0, 0), (600, 400), (400, 2))
    runs = [Run("Name of " + "x" * (number % 9), "sans", "#111111") for number in range(len(spots))]
    labels = [
        Label(at, radius, run, 12, NAME_SIDES, "#ffffff", mark=str(number))
        for number, ((at, radius), run) in enumerate(zip(spots, runs, strict=True))
    ]
    room = Room((0, 0, 600, 400), crossings, np.zeros((0, 2)))
    for at, radius in spots:
        room.take(box_around(at, radius), radius)
    names = settle_names(labels, room)
    page = browser.new_page()
    for script in ("53-room.js", "54-places.js"):
        page.add_script_tag(path=ASSETS / script)
    asked = [
        {"radius": label.radius, "at": label.at, "half": width_of(label.run.words, "sans", 12) / 2, "id": label.mark}
        for label in labels
    ]
    placed = page.evaluate(PLACED, [asked, crossings.tolist(), NAME_SIDES, MOST_URGED])
    page.close()
    assert any(name.place.leader for name in names)
    assert any(name.place.move not in [place.move for place in name.beside] for name in names)
    assert placed == [[name.label.mark, *map(pytest.approx, name.place.move)] for name in names]
