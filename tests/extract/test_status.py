"""Status and speaker on parses built by hand."""

import pytest

from tests.extract.parses import claims_of, read

ANN = "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/{head}/nsubj/I-PERSON"


def _bob(start: int, head: int) -> str:
    return f"Bob/Bob/NNP/{start + 1}/compound/B-PERSON Dorn/Dorn/NNP/{head}/obj/I-PERSON"


@pytest.mark.parametrize(
    ("governor", "status"),
    [
        ("refused/refuse/VBD", "negated"),
        ("plans/plan/VBZ", "planned"),
        ("tried/try/VBD", "hedged"),
        ("managed/manage/VBD", "asserted"),
    ],
)
def test_status_is_that_of_what_governs_an_infinitive(governor: str, status: str) -> None:
    rows = f"{ANN.format(head=3)} {governor}/0/ROOT to/to/TO/5/mark meet/meet/VB/3/xcomp {_bob(6, 5)}"
    assert claims_of(read(rows)) == {("Ann Hale", "met", "Bob Dorn", status)}


@pytest.mark.parametrize(
    ("governor", "status"),
    [("refuse/refuse/VB", "hedged"), ("want/want/VB", "negated"), ("hesitate/hesitate/VB", "asserted")],
)
def test_status_of_what_a_denied_verb_governs(governor: str, status: str) -> None:
    rows = (
        f"{ANN.format(head=5)} did/do/VBD/5/aux not/not/RB/5/advmod {governor}/0/ROOT to/to/TO/7/mark "
        f"meet/meet/VB/5/xcomp {_bob(8, 7)}"
    )
    assert claims_of(read(rows)) == {("Ann Hale", "met", "Bob Dorn", status)}


def test_status_a_condition_outweighs_a_denial() -> None:
    rows = (
        "If/if/IN/6/mark Ann/Ann/NNP/3/compound/B-PERSON Hale/Hale/NNP/6/nsubj/I-PERSON does/do/VBZ/6/aux "
        f"not/not/RB/6/advmod sue/sue/VB/9/advcl {_bob(7, 6)} leaves/leave/VBZ/0/ROOT"
    )
    assert claims_of(read(rows)) == {("Ann Hale", "sued", "Bob Dorn", "conditional")}


def test_status_not_only_denies_nothing() -> None:
    rows = f"{ANN.format(head=5)} not/not/RB/5/advmod only/only/RB/5/advmod sued/sue/VBD/0/ROOT {_bob(6, 5)}"
    assert claims_of(read(rows)) == {("Ann Hale", "sued", "Bob Dorn", "asserted")}


def test_speaker_is_not_whom_the_sentence_denies_to_have_spoken() -> None:
    rows = (
        "Cem/Cem/NNP/2/compound/B-PERSON Kaya/Kaya/NNP/5/nsubj/I-PERSON did/do/VBD/5/aux not/not/RB/5/advmod "
        "say/say/VB/0/ROOT that/that/IN/9/mark Ann/Ann/NNP/8/compound/B-PERSON Hale/Hale/NNP/9/nsubj/I-PERSON "
        f"sued/sue/VBD/5/ccomp {_bob(10, 9)}"
    )
    (claim,) = read(rows).claims
    assert claim.speaker is None
    assert claim.status == "hedged"
