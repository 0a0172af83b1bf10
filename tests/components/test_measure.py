import pytest

from components.measure import shortened, text_width


def test_measure_knows_wide_and_narrow_letters():
    assert text_width("WWWW", 12) > 2 * text_width("iiii", 12)


def test_measure_grows_with_size_and_weight():
    assert text_width("Comey", 20) == pytest.approx(2 * text_width("Comey", 10))
    assert text_width("Comey", 12, bold=True) > text_width("Comey", 12)


def test_measure_takes_accents_as_their_letter():
    assert text_width("Ék", 12) == text_width("Ek", 12) == text_width("E\u0301k", 12)


def test_measure_takes_unknown_letters_as_wide_enough():
    assert text_width("中", 10) == 10
    assert text_width("م", 10) > 5


def test_measure_shortens_with_an_ellipsis():
    assert shortened("James Comey", 30) == "James Comey"
    assert shortened("several individuals close to him", 20) == "several individuals…"
    assert len(shortened("a" * 99, 30)) == 30
