"""Tests of assets/41-narrow.js: what it shows and counts is what graph/tables.py says, for any filters."""

import json
import sys
import unicodedata
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.columns import write_columns
from graph.days import Period
from graph.filters import CHOICE_FIELDS, PERIOD_FIELDS, STEPS, Filters, fold
from graph.network import importance_of
from graph.settings import ROOT
from graph.tables import build_tables, narrow
from graph.taxonomy import load_taxonomy
from tests.asked import filters_for
from tests.knowledge_bases import sample_knowledge, synthetic_knowledge

NARROW = """(filters) => {
    const found = dramatis.narrow(story, filters);
    const picked = (mask, ids) => ids.filter((_, at) => mask[at]);
    const lists = { ...story.choices, ...story.steps };
    const counts = Object.entries(found.counts).map(
        ([field, numbers]) => [field, Object.fromEntries(lists[field].map((id, at) => [id, numbers[at]]))]);
    return {
        actors: picked(found.actors, story.actors.id), relations: picked(found.relations, story.relations.ids),
        claims: [...found.claims.keys()].filter((at) => found.claims[at]),
        weights: [...found.weights].filter(Boolean), totals: [found.actorCount, found.relationCount],
        counts: Object.fromEntries(counts),
    };
}"""


class Engine:
    """A story in a page of its own, and its tables here."""

    def __init__(self, browser, kb):
        self.kb = kb
        self.tables = build_tables(kb, importance_of(kb))
        self.page = browser.new_page()
        for name in ("41-narrow.js", "47-dates.js"):
            self.page.add_script_tag(path=ROOT / "assets" / name)
        columns = json.loads(write_columns(self.tables, load_taxonomy(), kb.actors))
        self.page.evaluate("(columns) => { window.story = dramatis.readStory(columns); }", columns)

    def narrow(self, filters: Filters):
        return self.page.evaluate(NARROW, json.loads(json.dumps(asdict(filters))))

    def count(self, filters: Filters, field: str, choice: object) -> int:
        """Return how much a choice alone would show, the plain way."""
        value = float(choice) if field.startswith("min_") else (choice,)
        if field in PERIOD_FIELDS:
            value = Period(*choice.split("..")) if choice else Period()
        shown = narrow(self.tables, replace(filters, **{field: value}))
        return len(shown.actors) if field == "kinds" else len(shown.relations)


@pytest.fixture(scope="module", params=["sample", "drawn", "copied"])
def engine(browser, request):
    made = Engine(
        browser,
        sample_knowledge()
        if request.param == "sample"
        else synthetic_knowledge(40, copies=3 * (request.param == "copied")),
    )
    yield made
    made.page.close()


@settings(max_examples=300)
@given(data=st.data())
def test_narrow_shows_what_the_tables_show(engine, data):
    filters = data.draw(filters_for(engine.kb))
    shown, found = narrow(engine.tables, filters), engine.narrow(filters)
    assert set(found["actors"]) == shown.actors
    assert found["relations"] == list(shown.relations.index)
    assert set(engine.tables.claims["id"].iloc[found["claims"]]) == shown.claims
    assert found["weights"] == shown.relations["weight"].tolist()
    assert found["totals"] == [len(shown.actors), len(shown.relations)]


@settings(max_examples=40)
@given(data=st.data())
def test_narrow_counts_what_each_choice_alone_would_show(engine, data):
    filters = data.draw(filters_for(engine.kb))
    counts = engine.narrow(filters)["counts"]
    assert set(counts) == {*CHOICE_FIELDS, *PERIOD_FIELDS, *STEPS}
    field = data.draw(st.sampled_from(sorted(counts)))
    assert counts[field] == {choice: engine.count(filters, field, choice) for choice in counts[field]}


def test_narrow_folds_text_as_the_tables_do(engine):
    """The case of Cherokee is folded upwards by one and downwards by the other, which no search can tell."""
    assigned = (
        chr(code) for code in range(0x20, sys.maxunicode) if unicodedata.category(chr(code)) not in ("Cn", "Cs")
    )
    letters = [letter for letter in assigned if not unicodedata.name(letter, "").startswith("CHEROKEE")]
    folded = engine.page.evaluate("(letters) => letters.map((letter) => dramatis.fold(`a${letter}b`))", letters)
    wrong = [hex(ord(one)) for one, other in zip(letters, folded, strict=True) if fold(f"a{one}b") != other]
    assert wrong == []
