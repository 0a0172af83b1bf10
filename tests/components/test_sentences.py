import dataclasses
import json

import pytest

from app import create_app
from components.sentences import sentence_rows
from graph import load_settings
from graph.model import Selection, Status
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import sample_knowledge

LIBRARY = FakeLibrary(sample_knowledge())
FIRED = "person:mara-venn>fired>person:tobias-ek"


@pytest.fixture
def ask():
    client = create_app(load_settings({}), LIBRARY).server.test_client()
    return lambda **query: client.get("/sentences.json", query_string=query).get_json()


def test_sentences_are_told_with_their_source():
    passages = LIBRARY.passages(Selection("relation", FIRED))
    row = next(sentence_rows(passages))
    assert row["text"] == passages[0].text
    assert row["source"].startswith("Minister fires her adviser, The Selby Post · 1")
    article = LIBRARY.knowledge().articles[row["article"]]
    assert article.text[row["start"] : row["end"]] == row["text"]


def test_sentences_say_how_far_they_go_and_who_says_them():
    first = LIBRARY.passages(Selection("relation", FIRED))[0]
    said = [
        next(sentence_rows([dataclasses.replace(first, status=status, speaker=speaker)]))["said"]
        for status, speaker in ((Status.ASSERTED, None), (Status.NEGATED, None), (Status.HEDGED, "Mara Venn"))
    ]
    assert said == ["", "denied", "uncertain, said by Mara Venn"]


def test_sentences_of_a_relation_obey_the_filters(ask):
    assert ask(relation=FIRED)["total"] == len(ask(relation=FIRED)["sentences"]) == 2
    kept = ask(relation=FIRED, filters=json.dumps({"outlets": ["Norland Daily"]}))
    assert [row["source"].partition(",")[0] for row in kept["sentences"]] == ["Court looks into Halden"]


def test_sentences_of_nothing_are_none(ask):
    nothing = {"total": 0, "sentences": []}
    assert ask() == ask(relation="person:gone>met>person:gone") == nothing
    for wild in ("[1]", "{", "null"):
        assert ask(relation=FIRED, filters=wild)["total"] == 2
