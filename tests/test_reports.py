"""Copies of one report are told from articles that only share a passage, or a subject, with it."""

import random
from collections.abc import Mapping

import pytest

from graph.articles import read_article
from graph.filters import Filters
from graph.knowledge import build_knowledge
from graph.network import importance_of
from graph.reports import are_copies, find_reports, find_runs, look_over
from graph.tables import build_tables, narrow
from graph.taxonomy import load_taxonomy
from tests.copies import make_set, own_texts, score
from tests.fake_reader import extract_meetings

WIRE = (
    "Trump met Lavrov. The two spoke for more than an hour in the office, and neither of them said a word to the press "
    "before the evening. Aides carried maps and papers in and out of the room while the guards looked on in silence."
)


@pytest.mark.parametrize("seed", range(3, 7))  # the numbers in graph/reports.py were chosen by looking at 0 to 2
def test_reports_are_found_among_edited_copies(seed):
    made = make_set(seed=seed)
    found = find_reports(tuple(article for article, _ in made))
    precision, recall = score(found, {article.id: number for article, number in made})
    assert precision >= 0.95
    assert recall >= 0.90


@pytest.mark.parametrize("seed", range(6))
def test_reports_with_newcomers_are_those_found_anew(seed):
    articles = [article for article, _ in make_set(seed=seed)]
    chance = random.Random(seed)  # noqa: S311
    chance.shuffle(articles)
    known: Mapping[str, str] = {}
    here = 0
    while here < len(articles):
        here += chance.choice((1, 1, 1, 2, 10))
        known = find_reports(tuple(articles[:here]), known)
        assert known == find_reports(tuple(articles[:here]))


def test_reports_that_are_known_are_not_compared_again(monkeypatch):
    articles = tuple(article for article, _ in make_set(seed=3))
    known, compared = find_reports(articles), []
    monkeypatch.setattr("graph.reports.are_copies", lambda *runs: compared.append(runs) or are_copies(*runs))
    newcomer = read_article("Ann Hale met Bob Dorn at the harbour, and nobody else has told of it until this morning.")
    found = find_reports((*articles, newcomer), known)
    assert found == {**known, newcomer.id: newcomer.id}
    assert not compared


def test_reports_are_found_without_reading_again_what_was_looked_over(monkeypatch):
    articles = tuple(article for article, _ in make_set(seed=3))
    found = find_reports(articles)
    look_over(articles)
    monkeypatch.setattr("graph.reports.WORD", None)
    assert find_reports(articles) == found


def test_reports_of_our_own_articles_are_all_different():
    articles = tuple(map(read_article, own_texts()))
    assert find_reports(articles) == {article.id: article.id for article in articles}


def test_reports_are_named_after_the_first_article_and_do_not_hang_on_the_order():
    articles = [article for article, _ in make_set(seed=9, copies=2)]
    one, other = find_reports(tuple(articles)), find_reports(tuple(reversed(articles)))
    order = [article.id for article in articles]
    assert all(order.index(first) <= order.index(name) for name, first in one.items())
    assert {frozenset(n for n in one if one[n] == f) for f in one.values()} == {
        frozenset(n for n in other if other[n] == f) for f in other.values()
    }


def test_reports_of_short_texts_are_one_only_if_their_words_are_the_same():
    texts = ["Ann met Bob.", "Title: x\n\nAnn met Bob!", "Ann met Bob. Cam met Dan.", "Ann"]
    articles = tuple(map(read_article, texts))
    assert len(set(find_reports(articles).values())) == 4
    same = (read_article("Ann met Bob."), read_article("Ann met Bob!"))
    assert set(find_reports(same).values()) == {same[0].id}


def test_reports_leave_out_what_was_removed():
    plain = read_article(f"Trump and Lavrov meet\n\n{WIRE}")
    with_head = read_article(f"Title: Trump and Lavrov meet\nOutlet: The Post\nDate: 2017-05-10\n\n{WIRE}")
    assert find_runs(plain).tolist() == find_runs(with_head).tolist()


def test_reports_make_articles_independent():
    texts = [
        WIRE,
        f"Our headline\n\n{WIRE} More is to be told tomorrow.",
        "Trump met Lavrov. It rained.",
    ]
    extractions = [extract_meetings(read_article(text)) for text in texts]
    kb = build_knowledge(extractions, load_taxonomy())
    tables = build_tables(kb, importance_of(kb))
    shown = narrow(tables, Filters()).relations.iloc[0]
    assert (shown.article_count, shown.report_count) == (3, 2)
    assert len(narrow(tables, Filters(min_articles=2)).relations) == 1
    assert len(narrow(tables, Filters(min_articles=3)).relations) == 0
