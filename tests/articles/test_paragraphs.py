"""Paragraphs, glued sentences and long blocks are cut at the right places and nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.articles.paragraphs import MAX_BLOCK, cut_glued, cut_long, find_paragraphs, find_story
from graph.model import RemovedSpan, TextSpan


def glued(text):
    return [span.of(text) for span in cut_glued(text, TextSpan(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("makes all the difference.President Trump", ["makes all the difference.", "President Trump"]),
        ("with Mr Trump.Mr Lavrov called", ["with Mr Trump.", "Mr Lavrov called"]),
        ('it was "not at all."The man', ['it was "not at all."', "The man"]),
        ('he said."The deal is done," he', ["he said.", '"The deal is done," he']),
        ("he left!“No,” she said", ["he left!", "“No,” she said"]),
        ("“Yes.”She went", ["“Yes.”", "She went"]),
        ("(so it was.)The end", ["(so it was.)", "The end"]),
        ("in 2017.The next", ["in 2017.", "The next"]),
        ("at the café.Éric left", ["at the café.", "Éric left"]),
    ],
)
def test_paragraphs_glued_sentences_are_parted(text, pieces):
    assert glued(text) == pieces


@pytest.mark.parametrize(
    "text",
    [
        "the U.S.President said",
        "Gawker.com and Amazon.Com said",
        "see https://example.org/a.Html and www.Example.Org",
        "a Ph.D.Student of Mr.Trump",
        "J.K. Rowling and J.R.R.Tolkien",
        "write to ann.Lee@example.org",
        "version v2.Beta",
        "It ended. The next day began.",
    ],
)
def test_paragraphs_points_inside_words_part_nothing(text):
    assert glued(text) == [text]


def test_paragraphs_are_lines_without_blanks_and_bullets():
    text = "  One line. \n\n- A bullet\n## A heading\n"
    assert [span.of(text) for span in find_paragraphs(text)] == ["One line.", "A bullet", "A heading"]


def test_paragraphs_wrapped_lines_are_joined():
    text = (
        "The Port of Kelham dismissed its chief executive, Ellen Marsh, on\n"
        "Tuesday after auditors had found that invoices for three cranes were\n"
        "missing, and the mayor demanded an inquiry into the whole board.\n\n"
        "The union welcomed the decision, while the chamber of commerce called\n"
        "it premature and asked the court to stop it.\n"
    )
    paragraphs = [span.of(text) for span in find_paragraphs(text)]
    assert len(paragraphs) == 2
    assert paragraphs[1].startswith("The union")


def test_paragraphs_lists_of_titles_are_not_joined():
    text = (
        "Dock strike ends in Kelham\nWho is Tom Oduya?\nNew cranes for the port of Kelham arrive\nWeather\nSport today"
    )
    assert len(find_paragraphs(text)) == 5


def test_paragraphs_of_one_length_are_not_joined():
    text = "\n".join(
        f"Ellen Marsh met Tom Oduya for the {number}th time to talk of cranes and ships." for number in range(9)
    )
    assert len(find_paragraphs(text)) == 9


@given(st.lists(st.sampled_from(["word", "word.", "said.The", "x" * 30, "A", "…", "“Yes.”"]), max_size=900))
def test_paragraphs_long_blocks_are_short_enough_and_complete(words):
    text = " ".join(words)
    pieces = [span.of(text) for span in cut_long(text, TextSpan(0, len(text)), limit=100)]
    assert all(0 < len(piece) <= 100 for piece in pieces)
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_paragraphs_long_blocks_end_with_sentences_where_there_are_any():
    text = "A short sentence stands here. " * 200
    pieces = cut_long(text, TextSpan(0, len(text)))
    assert all(piece.of(text).endswith(".") for piece in pieces)
    assert max(piece.end - piece.start for piece in pieces) <= MAX_BLOCK


@pytest.mark.parametrize("text", ["x" * 5_000, "." * 5_000, '"' * 5_000, "a.'" * 2_000])
def test_paragraphs_a_text_without_blanks_is_cut_all_the_same(text):
    assert max(piece.end - piece.start for piece in cut_long(text, TextSpan(0, len(text)))) <= MAX_BLOCK


def test_paragraphs_story_leaves_out_removed_parts_within_and_across_paragraphs():
    text = "DATE - One.\nTwo.\nThree. Four."
    removed = tuple(RemovedSpan(TextSpan(*span), "x") for span in [(0, 7), (14, 19)])
    assert [span.of(text) for span in find_story(text, removed)] == ["One.", "Tw", "ree. Four."]
