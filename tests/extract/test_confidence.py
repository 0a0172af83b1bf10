"""Confidence: the signs of a claim and what each says for it."""

from pathlib import Path

import pytest

from graph.errors import TaxonomyError
from graph.extract.confidence import SIGNS, load_weights
from tests.extract.parses import read

PLAIN = "Ann/Ann/NNP/3/nsubj/B-PERSON Hale/Hale/NNP/1/flat/I-PERSON sued/sue/VBD/0/ROOT Google/Google/NNP/3/obj/B-ORG"
UNSEEN = "Ann/Ann/NNP/3/nsubj/B-PERSON Hale/Hale/NNP/1/flat/I-PERSON sued/sue/VBD/0/ROOT Google/Google/NNP/3/obj"


def confidence(rows: str) -> float:
    """Return the confidence of the one claim of a parse built by hand."""
    (claim,) = read(rows).claims
    return claim.confidence


def test_confidence_lies_between_nothing_and_certainty() -> None:
    assert 0 < confidence(PLAIN) < 1


def test_confidence_is_lower_where_the_pipeline_sees_no_name() -> None:
    assert confidence(UNSEEN) < confidence(PLAIN)


def test_confidence_has_a_weight_for_each_sign() -> None:
    assert load_weights().keys() == SIGNS


@pytest.mark.parametrize("text", ['"active" = 1.0', '"any" = "much"', ""])
def test_confidence_weights_that_are_wrong_are_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(text)
    with pytest.raises(TaxonomyError, match="confidence"):
        load_weights(path)
