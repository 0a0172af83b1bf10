"""Judgements: the words of the data, and what is said of a file that is wrong."""

from pathlib import Path

import pytest

from graph.data import DATA
from graph.errors import TaxonomyError
from graph.judgements import load_judgements

TEXT = (DATA / "judgements.toml").read_text(encoding="utf-8")


def test_judgements_tell_praise_from_blame() -> None:
    judgements = load_judgements()
    assert "genius" in judgements.approving
    assert "liar" in judgements.disapproving
    assert not judgements.approving & judgements.disapproving


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (TEXT.replace("naming = ", "names = "), "naming"),
        (TEXT.replace("hero, heroine", "hero, liar"), "'liar' both praises and blames"),
    ],
)
def test_wrong_judgements_are_told_with_their_cure(tmp_path: Path, text: str, word: str) -> None:
    (tmp_path / "judgements.toml").write_text(text, encoding="utf-8")
    with pytest.raises(TaxonomyError, match=word):
        load_judgements(tmp_path)
