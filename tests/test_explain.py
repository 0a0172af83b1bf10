"""Explanations: every claim with its words, status and rule; every merge with its reason."""

from graph.explain import explain
from graph.model import Article, Extraction
from graph.taxonomy import load_taxonomy
from tests.extract.parses import read


def test_explain_names_the_rule_of_each_claim():
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nsubj:pass/I-PERSON was/be/VBD/4/aux:pass "
        "sacked/sack/VBN/0/ROOT by/by/IN/7/case Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/4/obl:agent/I-PERSON"
    )
    told = explain(read(rows), load_taxonomy())
    assert told.splitlines() == [
        "Sentence 1: Ann Hale was sacked by Bob Dorn",
        "  “Ann Hale” (name) means Ann Hale (person)",
        "  “Bob Dorn” (name) means Bob Dorn (person)",
        "  → Bob Dorn fired Ann Hale",
        "      stated as fact; confidence 0.90",
        "      because of “sacked”: passive: was sacked by",
    ]


def test_explain_says_so_where_there_is_nothing():
    assert explain(Extraction(Article("a", "", ""), (), (), (), (), ""), load_taxonomy()) == "There is no sentence."
