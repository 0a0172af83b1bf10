"""Evidence: what words say of a name's kind, and what loading says of a list that contradicts itself."""

from pathlib import Path

import pytest

from graph.errors import TaxonomyError
from graph.evidence import load_evidence
from graph.taxonomy import load_taxonomy


def test_evidence_speaks_of_kinds_that_there_are() -> None:
    evidence = load_evidence()
    parts = (evidence.describing, evidence.belonging, evidence.subject, evidence.object, evidence.phrase)
    assert {kind for part in parts for kind in part.values()} <= {"", *load_taxonomy().kinds}


def test_evidence_examples() -> None:
    evidence = load_evidence()
    assert (evidence.describing["insurer"], evidence.describing["tanker"]) == ("organisation", "")
    assert evidence.phrase["flee to"] == "place"
    assert "say" in evidence.acting


def test_evidence_says_what_is_wrong_with_a_list(tmp_path: Path) -> None:
    (tmp_path / "evidence.toml").write_text('[describing]\nperson = "boss"\n')
    with pytest.raises(TaxonomyError, match=r"acting.*is missing"):
        load_evidence(tmp_path)
