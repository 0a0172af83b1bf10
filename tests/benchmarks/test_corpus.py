"""The made corpus: the same for the same seed, of the size asked for, with copies that are found and no others."""

import sys

import pytest

from graph.articles import read_article
from graph.reports import find_reports
from tests.benchmarks.corpus import FIRST_DAY, __main__, made_articles


def test_corpus_is_the_same_for_the_same_seed_and_grows_at_its_end():
    few, many = list(made_articles(5)), list(made_articles(12))
    assert many[:5] == few
    assert few != list(made_articles(5, seed=7))


def test_corpus_articles_are_as_long_as_asked_for():
    assert all(500 <= len(article.text.split()) <= 800 for article in made_articles(60))
    (long,) = made_articles(1, 5_000)
    assert 4_900 <= len(long.text.split()) <= 5_200


def test_corpus_fills_every_place_of_its_sentences():
    for article in made_articles(60):
        assert not set("[]{}|") & set(article.source)
        assert ",," not in article.text
        assert ",." not in article.text


def test_corpus_brings_its_people_back():
    (first, *later) = made_articles(200)
    surname = first.title.split()[0]
    assert any(article.copy_of is None and surname in article.text for article in later)


def test_corpus_articles_tell_their_title_outlet_and_day():
    for made in made_articles(20):
        article = read_article(made.source)
        assert (article.title, article.outlet, article.published) == (made.title, made.outlet, made.published)
        assert made.published >= FIRST_DAY.isoformat()


def test_corpus_copies_fold_and_nothing_else_does():
    made = list(made_articles(120))
    articles = tuple(read_article(article.source) for article in made)
    assert len({article.id for article in articles}) == len(articles)
    reports = find_reports(articles)
    sources = [number if article.copy_of is None else article.copy_of for number, article in enumerate(made)]
    assert len(set(sources)) < len(made)
    assert [reports[article.id] for article in articles] == [articles[source].id for source in sources]


def test_corpus_is_written_to_a_folder(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "argv", ["corpus", str(tmp_path / "news"), "--count", "3", "--words", "60"])
    __main__.main()
    written = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "news").iterdir())]
    assert written == [article.source for article in made_articles(3, 60)]
