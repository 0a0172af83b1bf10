"""A web page's story, facts and the text around it are told apart; nothing is fetched and nothing is run."""

import socket

import pytest

from graph.articles import body_blocks, read_article
from graph.errors import ArticleError

STORY = [
    "The Port of Kelham dismissed its chief executive, Ellen Marsh, on Tuesday after auditors found missing invoices.",
    "Mayor Tom Oduya praised the decision and asked the police to look into the books of the last three years.",
    "“Nobody is above the law,” Mr Oduya said, while the lawyer of Ms Marsh called the accusations absurd.",
]
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><title>Harbour board sacks Marsh | Kelham Courier</title>
<meta property="og:site_name" content="Kelham Courier">
<meta property="article:published_time" content="2017-05-09T16:15:00Z">
<link rel="canonical" href="https://www.kelham.example/marsh"><style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div hidden>Secret words that nobody sees.</div><div style="display: none">Nor these ones here.</div>
<article><h1>Harbour board sacks Marsh</h1>
<p>{STORY[0].replace("Ellen Marsh", '<a href="javascript:alert(1)">Ellen <b>Mar</b>sh</a>')}</p>
<p>{STORY[1].replace(" asked", chr(10) + "   asked")}</p><p>{STORY[2]}</p></article>
<aside><h2>Most read</h2><ul><li><a>Ferry runs late again</a></li></ul></aside>
<footer>Sign up for our newsletter</footer>
<script>document.write("Injected words")</script></body></html>"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_args, **_options):
        raise AssertionError("a page asked for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_webpages_story_is_read_and_the_rest_is_removed():
    article = read_article(PAGE)
    assert [block.of(article.text) for block in body_blocks(article)] == ["Harbour board sacks Marsh", *STORY]
    around = article.removed[-1]
    assert around.reason == "outside the article"
    assert around.span.of(article.text).split("\n") == [
        "Home", "Sport", "Most read", "Ferry runs late again", "Sign up for our newsletter",
    ]  # fmt: skip


def test_webpages_facts_come_from_the_metadata():
    article = read_article(PAGE.encode())
    assert (article.title, article.outlet) == ("Harbour board sacks Marsh", "Kelham Courier")
    assert (article.published, article.url) == ("2017-05-09", "https://www.kelham.example/marsh")


def test_webpages_scripts_and_hidden_text_are_left_out():
    text = read_article(PAGE).text
    assert not any(words in text for words in ("Injected", "alert", "color", "Secret", "Nor these"))


def test_webpages_a_given_address_goes_before_the_pages_own():
    assert read_article(PAGE, url="https://mirror.example/x").url == "https://mirror.example/x"
    assert read_article(PAGE, url="javascript:alert(1)").url == "https://www.kelham.example/marsh"


def test_webpages_markup_in_a_title_stays_text():
    page = PAGE.replace("<h1>Harbour board sacks Marsh", "<h1>&lt;script&gt;alert(1)&lt;/script&gt; Marsh")
    page = page.replace("Harbour board sacks Marsh |", "&lt;script&gt;alert(1)&lt;/script&gt; Marsh |")
    assert "<script>alert(1)</script> Marsh" in read_article(page).text


def test_webpages_a_pasted_piece_of_a_page_is_read():
    article = read_article("<p>Ellen Marsh met Tom Oduya.</p><p>They quarrelled.</p>")
    assert [block.of(article.text) for block in body_blocks(article)] == [
        "Ellen Marsh met Tom Oduya.",
        "They quarrelled.",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav><a href='/a'>News</a> <a href='/b'>Sport</a></nav></body></html>",
        "<html><head><title>Ellen Marsh met Tom Oduya.</title></head><body></body></html>",
        "<!doctype html><html><script>var story = 'Ellen Marsh met Tom Oduya in Kelham on Tuesday.'</script></html>",
        "<p></p>",
    ],
)
def test_webpages_without_an_article_are_refused(page):
    with pytest.raises(ArticleError, match=r"'folder/a\.html' is a web page without an article in it; open"):
        read_article(page, name="folder/a.html")


def test_webpages_a_text_that_mentions_a_tag_is_no_page():
    text = "Why the <b> tag died\nEllen Marsh buried it in 1999, and <p> was next."
    assert read_article(text, name="a.txt").text == text
