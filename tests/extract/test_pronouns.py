"""Whom a pronoun means, on parses built by hand, and the data that decides it."""

import pytest

from graph.extract.pronouns import CLASSES, load_weights
from graph.model import Extraction
from graph.nouns import load_nouns
from tests.extract.parses import read


def meant_by(extraction: Extraction, text: str) -> set[str]:
    """Return the names of the actors that a stretch of the text means."""
    names = {chain.index: chain.name for chain in extraction.chains}
    spans = [(m.span.of(extraction.article.text), m.chain) for m in extraction.mentions]
    return {names[chain] for found, chain in spans if found == text}


def test_pronouns_mean_the_subject_of_the_sentence_before() -> None:
    rows = (
        "Ann/Ann/NNP/3/nsubj/B-PERSON Hale/Hale/NNP/1/flat/I-PERSON left/leave/VBD/0/ROOT ;/;/:/3/punct "
        "she/she/PRP/6/nsubj slept/sleep/VBD/3/parataxis"
    )
    assert meant_by(read(rows), "she") == {"Ann Hale"}


def test_pronouns_behind_two_names_in_a_row_mean_neither() -> None:
    rows = (
        "Ann/Ann/NNP/6/nsubj/B-PERSON Hale/Hale/NNP/1/flat/I-PERSON and/and/CC/4/cc Eve/Eve/NNP/1/conj/B-PERSON "
        "Dorn/Dorn/NNP/4/flat/I-PERSON left/leave/VBD/0/ROOT ;/;/:/6/punct she/she/PRP/9/nsubj "
        "slept/sleep/VBD/6/parataxis"
    )
    assert meant_by(read(rows), "she") == set()


def test_pronouns_of_several_mean_each_name_in_a_row() -> None:
    rows = (
        "Ann/Ann/NNP/6/nsubj/B-PERSON Hale/Hale/NNP/1/flat/I-PERSON and/and/CC/4/cc Eve/Eve/NNP/1/conj/B-PERSON "
        "Dorn/Dorn/NNP/4/flat/I-PERSON left/leave/VBD/0/ROOT ;/;/:/6/punct they/they/PRP/9/nsubj "
        "slept/sleep/VBD/6/parataxis"
    )
    assert meant_by(read(rows), "they") == {"Ann Hale", "Eve Dorn"}


def test_pronouns_agree_in_gender() -> None:
    rows = (
        "Ann/Ann/NNP/3/nsubj/B-PERSON Hale/Hale/NNP/1/flat/I-PERSON left/leave/VBD/0/ROOT ;/;/:/3/punct "
        "he/he/PRP/6/nsubj slept/sleep/VBD/3/parataxis"
    )
    assert meant_by(read(rows), "he") == set()


def test_pronouns_are_no_fellow_argument() -> None:
    rows = "Ann/Ann/NNP/3/nsubj/B-PERSON Hale/Hale/NNP/1/flat/I-PERSON saw/see/VBD/0/ROOT her/she/PRP/3/obj"
    assert meant_by(read(rows), "her") == set()


@pytest.mark.parametrize("pronouns", sorted(set(CLASSES.values())))
def test_pronouns_weights_are_there_for_each_class(pronouns: str) -> None:
    assert load_weights()[pronouns]["none"] != 0


def test_nouns_give_people_a_gender() -> None:
    nouns = load_nouns()
    assert (nouns.people["widow"], nouns.people["brother"], nouns.people["witness"]) == ("f", "m", "u")
    assert "company" in nouns.collectives["organisation"]
    assert "airways" in nouns.hints["airline"]
