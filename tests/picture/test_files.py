"""Pictures without a browser: PNG and PDF."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from graph.filters import Filters
from graph.picture.fonts import width_of
from graph.picture.pdf import write_pdf
from graph.picture.png import write_png
from graph.picture.request import Request, draw_story
from graph.picture.theme import DARK, LIGHT
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import sample_knowledge

LIBRARY = FakeLibrary(sample_knowledge())
REQUEST = Request("Who fired whom", size=(700, 480))


def drawn(**changes):
    return draw_story(LIBRARY, LIBRARY.articles(), replace(REQUEST, **changes), today=date(2024, 4, 2))


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGBA")


def colours(picture: Image.Image) -> set[str]:
    return {"#{:02x}{:02x}{:02x}".format(*colour[:3]) for _, colour in picture.getcolors(1 << 24) if colour[3] == 255}


@pytest.mark.parametrize("scale", [1, 2.5])
def test_png_has_the_size_asked_for(scale):
    scene = drawn()
    picture = opened(write_png(scene, scale=scale))
    assert picture.width == pytest.approx(700 * scale, abs=1)
    assert picture.height == pytest.approx(scene.height * scale, abs=1)


@pytest.mark.parametrize(("ground", "theme"), [("light", LIGHT), ("dark", DARK), ("transparent", LIGHT)])
def test_png_has_the_colours_of_the_ground_asked_for(ground, theme):
    picture = opened(write_png(drawn(ground=ground)))
    assert set(theme.kinds.values()) <= colours(picture)
    corner = "#{:02x}{:02x}{:02x}".format(*picture.getpixel((1, 1))[:3])
    assert picture.getpixel((1, 1))[3] == (0 if ground == "transparent" else 255)
    assert ground == "transparent" or corner == theme.page


def test_png_is_written_in_our_own_fonts():
    scene = drawn(legend=False, notes=False, filters=Filters(text="zzzz"))
    title = opened(write_png(scene, scale=2)).crop((0, 30, 1400, 100))
    left, _, right, _ = Image.eval(title.convert("L"), lambda tone: 255 if tone < 128 else 0).getbbox()
    assert right - left == pytest.approx(width_of("Who fired whom", "serif-strong", 50), rel=0.03)


def test_pdf_repeats_itself_and_holds_fonts_but_no_scripts():
    content = write_pdf(drawn())
    assert content == write_pdf(drawn())
    assert content.startswith(b"%PDF-1.")
    for words in (b"/FontFile2", b"/MediaBox [ 0 0 525 "):
        assert words in content
    for words in (b"/JavaScript", b"/URI", b"/OpenAction"):
        assert words not in content
