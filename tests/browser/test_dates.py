"""Tests of assets/47-dates.js: claims as bars over time."""

import json

import pytest

from graph.columns import write_columns
from graph.network import importance_of
from graph.settings import ROOT
from graph.tables import build_tables
from graph.taxonomy import load_taxonomy
from tests.knowledge_bases import synthetic_knowledge

PLAN = """([spans, clock]) => {
    const { Float64Array: Days } = window;
    const story = spans ? { claims: { first: Days.from(spans, ([first]) => first ?? Infinity),
        last: Days.from(spans, ([, last]) => last ?? -Infinity) } } : window.story;
    const plan = dramatis.dates.planBars(story, clock);
    return plan && { size: plan.size, edges: plan.edges.map(dramatis.dates.isoOf), bars: [...plan.bars],
        ticks: dramatis.dates.ticksOf(plan.edges, 6) };
}"""
PERIODS = """(spans) => {
    const { Float64Array: Days } = window;
    const claims = {
        first: Days.from(spans, ([first]) => first ?? Infinity),
        last: Days.from(spans, ([, last]) => last ?? -Infinity),
    };
    const { choices, from, until } = dramatis.dates.periodsOf({ claims }, "happened");
    return { choices, spans: [...from].map((one, at) => [one, until[at]]) };
}"""
COUNT = """(clock) => {
    const plan = dramatis.dates.planBars(story, clock);
    const { counts, undated, vague } = dramatis.dates.countBars(plan, dramatis.narrow(story, {}).claims);
    return { counts: [...counts], undated, vague };
}"""
MAY = 17287  # 1 May 2017, counted from 1970


@pytest.fixture(scope="module")
def page(browser):
    kb = synthetic_knowledge(40)
    tables = build_tables(kb, importance_of(kb))
    made = browser.new_page()
    for name in ("41-narrow.js", "47-dates.js"):
        made.add_script_tag(path=ROOT / "assets" / name)
    columns = json.loads(write_columns(tables, load_taxonomy(), kb.actors))
    made.evaluate("(columns) => { window.story = dramatis.readStory(columns); }", columns)
    made.tables = tables
    yield made
    made.close()


def plan(page, *spans):
    return page.evaluate(PLAN, [spans, "happened"])


def test_dates_have_bars_as_wide_as_the_time_is_long(page):
    day, month = (MAY, MAY), (MAY, MAY + 30)
    assert plan(page, day, (MAY + 8, MAY + 8))["size"] == "day"
    weeks = plan(page, day, (MAY + 300, MAY + 300))
    assert weeks["size"] == "week"
    assert weeks["edges"][:2] == ["2017-05-01", "2017-05-08"]  # from Monday to Monday
    assert plan(page, day, (MAY + 2000, MAY + 2000))["size"] == "month"
    assert plan(page, day, (MAY + 20000, MAY + 20000))["size"] == "year"
    assert plan(page, month, (MAY + 31, MAY + 60), day)["size"] == "month"  # most are dated no closer


def test_dates_tell_apart_what_has_no_bar(page):
    found = plan(page, (MAY, MAY), (MAY + 1, MAY + 1), (None, None), (MAY - 120, MAY + 244), (MAY + 3, MAY + 3))
    assert found["bars"] == [0, 1, -1, -2, 3]
    assert found["edges"] == ["2017-05-01", "2017-05-02", "2017-05-03", "2017-05-04", "2017-05-05"]


def test_dates_are_none_where_all_fall_into_one_bar(page):
    assert plan(page, (MAY, MAY), (MAY, MAY)) is None
    assert plan(page, (None, None)) is None


def test_dates_have_few_ticks_that_name_each_year_once(page):
    ticks = plan(page, (MAY, MAY), (MAY + 400, MAY + 400))["ticks"]
    assert len(ticks) <= 6
    assert [words for _, words in ticks] == ["Jun 2017", "Sept", "Dec", "Mar 2018", "Jun"] or len(ticks) >= 3
    assert sum("2018" in words for _, words in ticks) == 1


@pytest.mark.parametrize("clock", ["published", "happened"])
def test_dates_count_each_claim_once(page, clock):
    counted = page.evaluate(COUNT, clock)
    assert sum(counted["counts"]) + counted["undated"] + counted["vague"] == len(page.tables.claims)
    assert counted["undated"] > 0


def test_dates_are_told_in_as_few_words_as_they_need(page):
    words = page.evaluate("(spans) => spans.map((span) => dramatis.dates.stretchWords(...span))", [
        [MAY, MAY], [MAY, MAY + 30], [MAY + 8, MAY + 11], [MAY + 8, MAY + 34], [MAY, MAY + 365], [MAY - 120, MAY + 244],
    ])  # fmt: skip
    assert words == [
        "1 May 2017",
        "May 2017",
        "9 – 12 May 2017",
        "9 May – 4 Jun 2017",
        "1 May 2017 – 1 May 2018",
        "2017",
    ]


def test_dates_offer_the_periods_that_hold_claims(page):
    offered = page.evaluate(PERIODS, [[MAY, MAY], [MAY + 3, MAY + 3], [None, None], [MAY - 120, MAY + 244]])
    assert offered["choices"] == ["", "2017-05-01..2017-05-01", "2017-05-04..2017-05-04"]
    assert offered["spans"][:2] == [[1, 2], [2, 3]]
    assert offered["spans"][3] == [1, 3]  # some day of that year may be any of both
    assert offered["spans"][2][0] >= offered["spans"][2][1]  # what has no date is of none
