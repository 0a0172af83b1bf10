"""What docs/python.md shows is what happens, and what docs/comparison.md says has a source."""

import doctest
import re

import graph
from graph.settings import ROOT

PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")


def test_docs_python_examples_do_what_they_show(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    blocks = "\n".join(re.findall(r"^```pycon\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE))
    example = doctest.DocTestParser().get_doctest(blocks, {}, "python.md", "docs/python.md", 0)
    told: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=told.append)
    assert len(example.examples) > 30
    assert not told, "".join(told)


def test_docs_python_names_are_those_of_the_door():
    named = re.findall(
        r"`(\w+)`", "\n".join(line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `"))
    )
    assert len(named) == 10
    assert set(named) == set(graph.__all__)


def test_docs_python_shows_each_name_at_work():
    shown = "\n".join(re.findall(r"^>>> (.*)$", PAGE, flags=re.MULTILINE))
    assert [name for name in graph.__all__ if not re.search(rf"\b{name}\(", shown)] == []


def test_docs_comparison_names_each_of_its_sources_and_no_other():
    text = (ROOT / "docs" / "comparison.md").read_text("utf-8")
    said, sources = text.split("## Sources")
    assert set(re.findall(r"\[([GBK]\d+)\]", said)) == set(
        re.findall(r"^(?:.*: )?\[([GBK]\d+)\] \[", sources, re.MULTILINE)
    )


def test_docs_comparison_has_a_cell_for_each_in_every_row():
    text = (ROOT / "docs" / "comparison.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) > 30
    assert {len(row.strip("|").split("|")) for row in rows} == {5}
    assert all(cell.strip() for row in rows for cell in row.strip("|").split("|"))
