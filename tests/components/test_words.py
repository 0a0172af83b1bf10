from dataclasses import replace

from components.words import articles_of, counted, dated, plain_source, source_line
from graph.model import Article, EdgeView, Status


def test_words_count_in_the_plural_but_for_one():
    assert [counted(number, "relation") for number in (0, 1, 1204)] == ["0 relations", "1 relation", "1,204 relations"]


def test_words_tell_how_many_articles_are_independent():
    def edge(articles: int, reports: int) -> EdgeView:
        return EdgeView("e", "a", "b", "met", "met", "contact", Status.ASSERTED, True, 9, articles, reports, 0, 1)

    assert articles_of(edge(5, 2)) == "5 articles, 2 independent"
    assert articles_of(edge(1, 1)) == "1 article"


def test_words_write_a_date_out():
    assert dated("2017-05-10") == "10\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2017"
    assert dated("2017-05") == "May\N{NO-BREAK SPACE}2017"


def test_words_name_a_source_by_what_is_known():
    article = Article("a", "A", "Ann met Bob.", outlet="The Post", published="2017")
    assert source_line(article) == "The Post · 2017"
    assert source_line(replace(article, author="Mia Ross", published=None)) == "Mia Ross · The Post"
    assert source_line(replace(article, outlet=None, published=None)) == ""
    assert plain_source(replace(article, author="Mia Ross")) == "Mia Ross, The Post, 2017"
