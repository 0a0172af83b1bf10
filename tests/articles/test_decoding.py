"""Text in any common encoding is read, and what is no text is refused in words."""

import re

import pytest

from graph.articles.decoding import MAX_BYTES, MAX_CHARACTERS, check_length, decode
from graph.errors import ArticleError

TEXT = "“Señor Müller met the Czech premier,” the café owner said — naïvely."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_decoding_reads_common_encodings(encoding):
    assert decode(TEXT.encode(encoding), what="it") == TEXT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_decoding_reads_utf16_without_a_mark(encoding):
    assert decode("Donald Trump met Sergei Lavrov.".encode(encoding), what="it") == "Donald Trump met Sergei Lavrov."


def test_decoding_guesses_other_scripts():
    text = "Президент встретился с министром иностранных дел в Москве вчера вечером."
    assert decode(text.encode("cp1251"), what="it") == text


def test_decoding_believes_the_charset_of_a_web_page():
    page = '<html><head><meta charset="iso-8859-2"></head><p>Wałęsa spotkał się z Łukaszem.</p></html>'
    assert "Wałęsa" in decode(page.encode("iso-8859-2"), what="it")


def test_decoding_keeps_the_rest_of_a_damaged_file():
    damaged = ("Müller met Łukasz, and Zoë met Šárka. " * 20).encode()[:-1] + b"\xc3"
    assert decode(damaged, what="it").startswith("Müller met Łukasz")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "has no words"),
        (" \n\t\u00a0 ", "has no words"),
        ("\x00\u200b\ufeff", "has no words"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"PK\x03\x04\x14\x00", "zip archive or an office document"),
        (bytes(range(256)) * 40, "no readable text"),
        (b"x" * (MAX_BYTES + 1), "at most 10 MB"),
    ],
)
def test_decoding_refuses_what_is_no_text(raw, reason):
    with pytest.raises(ArticleError, match=re.escape(reason)) as caught:
        decode(raw, what="'a.txt'")
    assert str(caught.value).startswith("'a.txt' ")
    assert str(caught.value).endswith(".")


def test_decoding_refuses_too_long_a_text():
    check_length("x" * MAX_CHARACTERS, what="it")
    with pytest.raises(ArticleError, match="2,000,001 characters"):
        check_length("x" * (MAX_CHARACTERS + 1), what="it")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("e\u0301", "é"),
        ("Mr\u00a0Trump\tmet", "Mr Trump met"),
        ("Le\u00adga\u200bcy \x00\x07ok", "Legacy ok"),
        ("\u202eevil\u202c \ud800", "evil"),
        ("👩\u200d👩\u200d👧 ok", "👩\u200d👩\u200d👧 ok"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_decoding_settles_one_form(raw, text):
    assert decode(raw, what="it") == text
