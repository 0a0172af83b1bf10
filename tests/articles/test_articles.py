"""Whatever is read gives an article whose offsets hold, or a message for the reader."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.articles import MAX_BLOCK, body_blocks, read_article
from graph.errors import ArticleError

PIECES = (
    "Trump|met.Lavrov|“said”|Your support|Comments|\n|\n\n|<p>|</p>|Title: x|---|\x00|e\u0301|👩\u200d👧|\u202e|مرحبا"
)
WORDS = st.sampled_from([*PIECES.split("|"), "10 May 2017", "- ", "x" * 50, "https://example.org"])


def check(article):
    text = article.text
    assert text == text.strip()
    assert article.title
    ends = [0]
    for part in article.removed:
        assert ends[-1] <= part.span.start < part.span.end <= len(text)
        assert part.reason
        ends.append(part.span.end)
    last = 0
    for block in body_blocks(article):
        assert last <= block.start < block.end <= len(text)
        assert block.end - block.start <= MAX_BLOCK
        assert block.of(text) == block.of(text).strip()
        assert not any(part.span.start < block.end and block.start < part.span.end for part in article.removed)
        last = block.end


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=300) | st.binary(max_size=300))
@example("Trump Trump Trump Trump Trump Trump Trump Trump <p> <p>")
@settings(max_examples=300, deadline=None)
def test_articles_any_input_gives_sound_offsets_or_a_message(raw):
    try:
        article = read_article(raw, name="fuzz.html")
    except ArticleError as error:
        assert str(error).endswith(".")
    else:
        check(article)
        assert read_article(raw, name="fuzz.html") == article


def test_articles_ids_depend_on_the_text_alone():
    text = "Trump met Lavrov.\nThey talked."
    assert read_article(text).id == read_article(text.replace("\n", "\r\n").encode(), name="a.txt").id
    assert read_article(text).id != read_article(text + " Twice.").id


def test_articles_a_hundred_thousand_words_without_a_stop_are_cut_into_blocks():
    article = read_article("word " * 100_000)
    check(article)
    assert len(body_blocks(article)) > 200


@pytest.mark.parametrize(
    "text",
    [
        "مرحبا التقى ترامب لافروف. ثم غادر.",
        "🎉 Trump met Lavrov 🇷🇺. 👩\u200d👩\u200d👧 came too.",
        "javascript:alert(1) met <img src=x onerror=alert(1)> today.",
        "=cmd|' /C calc'!A0 met Mr Lavrov.",
        "../../etc/passwd met Mr Lavrov.",
    ],
)
def test_articles_odd_text_is_kept_as_it_is(text):
    article = read_article(text)
    check(article)
    assert article.text == text
    assert article.url is None


@pytest.mark.parametrize(
    "text",
    [
        'a."A ' * 100_000,
        "." * 500_000 + " x",
        "\n" * 500_000 + "x y",
        "<!--" * 100_000 + "x",
        "<div>" * 50_000 + "Trump met Lavrov.",
        ("share " * 190 + "\n") * 300,
        ("AA" * 590 + "\n") * 300,
        ("(" * 1_000 + "x\n") * 300,
        "By " + "A. " * 150_000,
    ],
)
def test_articles_no_text_makes_the_reading_endless(text):
    try:
        check(read_article(text))
    except ArticleError as error:
        assert "web page without an article" in str(error)
