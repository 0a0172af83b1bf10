"""Tests of graph.export.spreadsheet."""

import csv
from io import BytesIO, StringIO
from zipfile import ZipFile

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.export.proofs import clean
from graph.export.spreadsheet import _cell, claims_csv, zipped_tables
from graph.export.steps import whole
from graph.model import KnowledgeBase
from tests.drafts import small_taxonomy
from tests.export.hostile import hostile_knowledge
from tests.knowledge_bases import sample_knowledge


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def tables(kb: KnowledgeBase) -> dict[str, list[dict[str, str]]]:
    with ZipFile(BytesIO(whole(zipped_tables(kb, small_taxonomy())))) as archive:
        return {name: rows(archive.read(name)) for name in archive.namelist()}


def test_spreadsheet_has_a_row_for_each_claim_with_its_sentence():
    kb = sample_knowledge()
    found = rows(whole(claims_csv(kb, small_taxonomy())))
    assert len(found) == sum(len(relation.claims) for relation in kb.relations.values())
    for row in found:
        text = kb.articles[row["article_id"]].text
        assert row["sentence"] == text[int(row["start"]) : int(row["end"])]
        assert kb.relations[row["relation_id"]].type == row["type"]


def test_spreadsheet_reads_as_a_sentence():
    row = next(row for row in rows(whole(claims_csv(sample_knowledge(), small_taxonomy()))) if row["type"] == "funded")
    assert (row["source"], row["relation"], row["target"], row["status"], row["speaker"]) == (
        "Halden Energy",
        "funded",
        "River Guard",
        "hedged",
        "Mara Venn",
    )


def test_spreadsheet_says_when_how_surely_and_by_which_wording():
    row = next(
        row for row in rows(whole(claims_csv(sample_knowledge(), small_taxonomy()))) if row["type"] == "attacked"
    )
    assert (row["when"], row["confidence"], row["construction"], row["rule"]) == (
        "2023-05",
        "0.9",
        "active",
        "active: attacked",
    )


def test_spreadsheet_opens_in_pandas():
    frame = pd.read_csv(BytesIO(whole(claims_csv(sample_knowledge(), small_taxonomy()))))
    assert frame.columns[0] == "claim_id"
    assert frame["confidence"].dtype == float


def test_spreadsheet_tables_join_by_their_ids():
    found = tables(sample_knowledge())
    actors = {row["actor_id"] for row in found["actors.csv"]}
    relations = {row["relation_id"] for row in found["relations.csv"]}
    assert len(actors) == 8
    assert {row["source_id"] for row in found["relations.csv"]} <= actors
    assert {row["relation_id"] for row in found["claims.csv"]} == relations
    mentions = {(row["mention_id"], row["actor_id"]) for row in found["mentions.csv"]}
    for row in found["claims.csv"]:
        ends = {(row[f"{end}_mention"], row[f"{end}_id"]) for end in ("source", "target", "speaker")} - {("", "")}
        assert ends <= mentions


def test_spreadsheet_tables_say_where_who_is_named():
    kb = sample_knowledge()
    found = tables(kb)["mentions.csv"]
    assert len(found) == sum(len(actor.mentions) for actor in kb.actors.values())
    for row in found:
        text, sentence, at = kb.articles[row["article_id"]].text, row["sentence"], int(row["at"])
        assert row["text"] == text[int(row["start"]) : int(row["end"])] == sentence[at : at + len(row["text"])]
        assert text[int(row["sentence_start"]) :].startswith(sentence)
        assert kb.actors[row["actor_id"]].name == row["actor"]
    assert {row["form"] for row in found} == {"name", "pronoun"}


def test_spreadsheet_tables_count():
    found = tables(sample_knowledge())
    mara = next(row for row in found["actors.csv"] if row["actor_id"] == "person:mara-venn")
    assert (mara["mentions"], mara["relations"], mara["aliases"]) == ("5", "4", "Venn; Minister Venn")
    fired = next(row for row in found["relations.csv"] if row["type"] == "fired")
    assert (fired["sentences"], fired["articles"], fired["last_seen"]) == ("2", "2", "2024-03-09")


def test_spreadsheet_of_nothing_has_its_header():
    assert list(tables(KnowledgeBase())) == ["actors.csv", "relations.csv", "claims.csv", "mentions.csv"]
    assert whole(claims_csv(KnowledgeBase(), small_taxonomy())).startswith(b'\xef\xbb\xbf"claim_id"')


def test_spreadsheet_lets_no_cell_start_a_formula():
    cells = [cell for table in tables(hostile_knowledge()).values() for row in table for cell in row.values()]
    assert '\'=HYPERLINK("http://evil.example","x")' in cells
    assert not [cell for cell in cells if cell.strip()[:1] in set("=+-@＝＋－＠")]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\x00=", "\u00a0+", "＝"])
def test_spreadsheet_cell_defuses(sign):
    assert _cell(f"{sign}1").startswith("'")


@given(st.text())
def test_spreadsheet_cell_keeps_harmless_text(text):
    cell = _cell(text)
    assert cell in (clean(text), f"'{clean(text)}")
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
