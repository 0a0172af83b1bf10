"""Tests of graph.export: what is common to all formats."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import ExportError
from graph.export import FORMATS, encode, export
from graph.model import KnowledgeBase
from tests.drafts import small_taxonomy
from tests.export.hostile import hostile_knowledge
from tests.knowledge_bases import sample_knowledge

TAXONOMY = small_taxonomy()


@pytest.mark.parametrize("format", FORMATS)
def test_export_writes_what_encode_returns(format, tmp_path):
    path = tmp_path / "story.out"
    export(sample_knowledge(), TAXONOMY, path, format=format)
    assert path.read_bytes() == encode(sample_knowledge(), TAXONOMY, format=format, name="story")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("kb", [KnowledgeBase(), hostile_knowledge()], ids=["nothing", "hostile"])
def test_export_takes_any_knowledge_and_repeats_itself(kb, format):
    content = encode(kb, TAXONOMY, format=format)
    assert content
    assert encode(kb, TAXONOMY, format=format) == content


def test_export_replaces_an_older_file_whole(tmp_path):
    path = tmp_path / "story.json"
    path.write_text("x" * 1_000_000)
    export(sample_knowledge(), TAXONOMY, path, format="json")
    assert path.read_bytes() == encode(sample_knowledge(), TAXONOMY, format="json")


def test_export_into_a_zip_makes_three_tables_of_csv(tmp_path):
    path = tmp_path / "story.ZIP"
    export(sample_knowledge(), TAXONOMY, path, format="csv")
    assert path.read_bytes() == encode(sample_knowledge(), TAXONOMY, format="csv-tables")


def test_export_names_the_formats_when_asked_for_another():
    with pytest.raises(ExportError, match="no export format 'pptx'; use one of json, graphml, gexf, csv"):
        encode(sample_knowledge(), TAXONOMY, format="pptx")


@pytest.mark.parametrize("place", ["missing/story.json", "."])
def test_export_says_where_it_cannot_write(place, tmp_path):
    with pytest.raises(ExportError, match=r"cannot be written to .* name a file in a folder"):
        export(sample_knowledge(), TAXONOMY, tmp_path / place, format="json")
    assert list(tmp_path.iterdir()) == []


def test_export_leaves_the_older_file_when_it_cannot_write(tmp_path, monkeypatch):
    path = tmp_path / "story.json"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ExportError, match="No space left on device"):
        export(sample_knowledge(), TAXONOMY, path, format="json")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_export_does_not_read_the_article_as_a_path(tmp_path):
    kb = sample_knowledge()
    articles = {id: replace(article, title="../../etc/passwd") for id, article in kb.articles.items()}
    export(replace(kb, articles=articles), TAXONOMY, tmp_path / "story.zip", format="csv")
    assert [path.name for path in tmp_path.iterdir()] == ["story.zip"]


@pytest.mark.parametrize("form", ["json", "csv", "html", "cypher", "turtle"])
def test_export_names_the_author_of_an_article(form):
    kb = sample_knowledge()
    articles = {article.id: replace(article, author="Mia <b>Ross</b>") for article in kb.articles.values()}
    assert "Mia " not in encode(kb, TAXONOMY, format=form).decode()
    told = encode(replace(kb, articles=articles), TAXONOMY, format=form).decode()
    assert "Mia " in told
    assert form != "html" or "<b>Ross" not in told
