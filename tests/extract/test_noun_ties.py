"""Claims from nouns, on parses built by hand: what an event's ends are and whom a role is said of."""

import pytest

from tests.extract.parses import claims_of, read


def test_noun_ties_read_phrases_in_a_row_that_hang_on_one_another() -> None:
    rows = (
        "The/the/DT/2/det sacking/sacking/NN/9/nsubj of/of/IN/5/case Ann/Ann/NNP/5/compound/B-PERSON "
        "Hale/Hale/NNP/2/nmod/I-PERSON by/by/IN/8/case Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/5/nmod/I-PERSON "
        "hurt/hurt/VBD/0/ROOT"
    )
    assert claims_of(read(rows)) == {("Bob Dorn", "fired", "Ann Hale", "asserted")}


def test_noun_ties_leave_a_phrase_to_the_verb_before() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON saw/see/VBD/0/ROOT the/the/DT/5/det "
        "war/war/NN/3/obj with/with/IN/8/case Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/3/obl/I-PERSON"
    )
    assert not {claim for claim in claims_of(read(rows)) if claim[1] == "fought"}


def test_noun_ties_a_possessor_alone_says_nothing() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nmod:poss/I-PERSON _'s/'s/POS/2/case "
        "sacking/sacking/NN/5/nsubj hurt/hurt/VBD/0/ROOT Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/obj/I-PERSON"
    )
    assert not {claim for claim in claims_of(read(rows)) if claim[1] == "fired"}


def test_noun_ties_who_is_under_something_undergoes_it() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/5/nsubj/I-PERSON is/be/VBZ/5/cop under/under/IN/5/case "
        "investigation/investigation/NN/0/ROOT by/by/IN/8/case Bob/Bob/NNP/8/compound/B-PERSON "
        "Dorn/Dorn/NNP/5/nmod/I-PERSON"
    )
    assert claims_of(read(rows)) == {("Bob Dorn", "investigated", "Ann Hale", "asserted")}


@pytest.mark.parametrize(("past", "found"), [("fierce", True), ("former", False)])
def test_noun_ties_a_former_role_is_none(past: str, found: bool) -> None:
    rows = (
        f"Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/10/nsubj/I-PERSON ,/,/,/2/punct a/a/DT/6/det "
        f"{past}/{past}/JJ/6/amod critic/critic/NN/2/appos of/of/IN/9/case Bob/Bob/NNP/9/compound/B-PERSON "
        f"Dorn/Dorn/NNP/6/nmod/I-PERSON slept/sleep/VBD/0/ROOT"
    )
    assert (("Ann Hale", "criticised", "Bob Dorn", "asserted") in claims_of(read(rows))) is found


def test_noun_ties_a_verb_that_denies_leaves_what_stands_beside_it() -> None:
    rows = (
        "In/in/IN/2/case interview/interview/NN/9/obl with/with/IN/5/case Ann/Ann/NNP/5/compound/B-PERSON "
        "Hale/Hale/NNP/2/nmod/I-PERSON ,/,/,/2/punct Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/9/nsubj/I-PERSON "
        "denied/deny/VBD/0/ROOT it/it/PRP/9/obj"
    )
    assert claims_of(read(rows)) == {("Bob Dorn", "spoke_with", "Ann Hale", "asserted")}
