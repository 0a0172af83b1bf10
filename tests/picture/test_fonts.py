from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from graph.picture.fonts import FACES, part_of_font, width_of


@pytest.mark.parametrize("face", FACES)
def test_fonts_give_a_picture_what_it_needs_and_no_more(face):
    part = part_of_font(face, "Ék “fired” Mara — 2017 مريم")
    letters = {chr(code) for code in TTFont(BytesIO(part)).getBestCmap()}
    assert letters == set("Ék “fired” Mara — 2017")
    assert len(part) < 12_000
    assert part == part_of_font(face, "Mara Ék “fired” — 2017")


def test_fonts_measure_words():
    assert width_of("iii", "sans", 10) < width_of("WWW", "sans", 10)
    assert width_of("Mara Venn", "sans", 20) == pytest.approx(2 * width_of("Mara Venn", "sans", 10))
    assert width_of("Mara", "sans-strong", 10) > width_of("Mara", "sans", 10)
    assert width_of("漢字", "sans", 10) == 20  # some other font will write these
    assert width_of("e\N{COMBINING ACUTE ACCENT}", "serif-italic", 10) <= 10
