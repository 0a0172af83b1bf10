"""Title, date, outlet and address come from the text, its header lines or the file's name, or stay unknown."""

import pytest

from graph.articles import body_blocks, read_article
from graph.articles.facts import find_date, web_address

STORY = "Ellen Marsh met Tom Oduya in Kelham on 3 May 2016.\nThey talked about cranes."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Friday, July 21, 2017", "2017-07-21"),
        ("Published 10 May 2017, 15:20 BST", "2017-05-10"),
        ("10th of May 2017", "2017-05-10"),
        ("Sept. 3, 2008", "2008-09-03"),
        ("2017-05-10T12:00:00Z", "2017-05-10"),
        ("2017-05-10-trump-lavrov.txt", "2017-05-10"),
        ("20170510_story.html", "2017-05-10"),
        ("13/05/2017", "2017-05-13"),
        ("05/13/2017", "2017-05-13"),
        ("5/10/2017", None),
        ("31 February 2017", None),
        ("May 2017", None),
        ("report-12345678.txt", None),
        ("", None),
    ],
)
def test_facts_dates(line, day):
    assert find_date(line) == day


@pytest.mark.parametrize(
    ("value", "is_address"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://exa mple.org", False),
        ('https://example.org/"onclick="x', False),
        ("http://[bad", False),
        ("//example.org", False),
        ("", False),
        (None, False),
    ],
)
def test_facts_only_web_addresses_are_links(value, is_address):
    assert (web_address(value) == value) if is_address else (web_address(value) is None)


def test_facts_of_a_header_are_used_and_its_lines_are_not_read():
    head = (
        "Title: Marsh meets Oduya\nOutlet: Kelham Courier\nDate: 4 May 2016\nURL: https://example.org/a\nLicence: CC0"
    )
    article = read_article(f"{head}\n\n{STORY}")
    assert (article.title, article.outlet) == ("Marsh meets Oduya", "Kelham Courier")
    assert (article.published, article.url) == ("2016-05-04", "https://example.org/a")
    assert {part.reason for part in article.removed} == {"header"}
    blocks = [block.of(article.text) for block in body_blocks(article)]
    assert blocks == ["Marsh meets Oduya", *STORY.split("\n")]


def test_facts_of_a_fenced_header_are_used():
    article = read_article(f"---\nSource: Kelham Courier\n---\n{STORY}")
    assert article.outlet == "Kelham Courier"
    assert [block.of(article.text) for block in body_blocks(article)] == STORY.split("\n")


def test_facts_a_title_that_is_repeated_is_read_once():
    article = read_article(f"Title: Marsh meets Oduya\nDate: 2016-05-04\n\nMarsh meets Oduya\n{STORY}")
    blocks = [block.of(article.text) for block in body_blocks(article)]
    assert blocks.count("Marsh meets Oduya") == 1


@pytest.mark.parametrize(
    "first", ["Source: Marsh was warned twice", "Marsh: I was never warned", "Note: strike is over"]
)
def test_facts_a_headline_with_a_colon_is_no_header(first):
    article = read_article(f"{first}\n{STORY}")
    assert article.removed == ()
    assert article.title == first


def test_facts_a_headers_bad_address_is_dropped():
    assert read_article(f"Title: A\nURL: javascript:alert(1)\n\n{STORY}").url is None


def test_facts_a_date_line_is_the_articles_date_and_the_storys_dates_are_not():
    assert read_article(f"Marsh meets Oduya\nWednesday, May 4, 2016\n{STORY}").published == "2016-05-04"
    assert read_article(f"Marsh meets Oduya\n{STORY}").published is None


def test_facts_the_files_name_gives_the_date_if_the_text_does_not():
    assert read_article(STORY, name="news/2016-05-05 marsh.txt").published == "2016-05-05"
    assert read_article(f"Marsh meets Oduya\nMay 4, 2016\n{STORY}", name="2016-05-05.txt").published == "2016-05-04"


def test_facts_the_address_above_the_story_is_the_articles():
    above = read_article(f"Marsh meets Oduya\nhttps://www.kelham.example/a\n{STORY}")
    assert (above.url, above.outlet) == ("https://www.kelham.example/a", "kelham.example")
    assert read_article(f"Marsh meets Oduya\n{STORY}\nMore.\nhttps://other.example/b").url is None


def test_facts_an_outlet_names_itself_in_its_appeal():
    appeal = "Your support keeps us going. The Kelham Courier is free for its readers."
    assert read_article(f"Marsh meets Oduya\n{appeal}\n{STORY}").outlet == "The Kelham Courier"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Marsh meets Oduya\n" + STORY, "Marsh meets Oduya"),
        ("# Marsh meets Oduya\n\n" + STORY, "Marsh meets Oduya"),
        ("Ellen Marsh met Tom Oduya.", "Ellen Marsh met Tom Oduya."),
        ("LONDON (Reuters) - Ellen Marsh left.\nShe was sacked.", "Ellen Marsh left."),
        ("Ellen Marsh " + "never " * 30 + "left.", "Ellen Marsh " + "never " * 10 + "never…"),
        ("<b>Bold</b> claims\n" + STORY, "<b>Bold</b> claims"),
    ],
)
def test_facts_titles(text, title):
    assert read_article(text).title == title
