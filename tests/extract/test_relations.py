"""Claims from verbs, nouns and adjectives, on parses built by hand in both label schemes."""

import pytest

from tests.extract.parses import claims_of, read


def test_relations_active_verb_gives_agent_to_patient() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON sued/sue/VBD/0/ROOT "
        "Bob/Bob/NNP/5/compound/B-PERSON Dorn/Dorn/NNP/3/obj/I-PERSON"
    )
    assert claims_of(read(rows)) == {("Ann Hale", "sued", "Bob Dorn", "asserted")}


@pytest.mark.parametrize(
    "rows",
    [
        # Universal Dependencies
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nsubj:pass/I-PERSON was/be/VBD/4/aux:pass "
        "sacked/sack/VBN/0/ROOT by/by/IN/7/case Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/4/obl:agent/I-PERSON",
        # ClearNLP
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nsubjpass/I-PERSON was/be/VBD/4/auxpass "
        "sacked/sack/VBN/0/ROOT by/by/IN/4/agent Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/pobj/I-PERSON",
    ],
)
def test_relations_passive_flips_the_roles(rows: str) -> None:
    assert claims_of(read(rows)) == {("Bob Dorn", "fired", "Ann Hale", "asserted")}


def test_relations_passive_without_agent_guesses_nobody() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nsubj:pass/I-PERSON was/be/VBD/4/aux:pass "
        "sacked/sack/VBN/0/ROOT after/after/IN/7/case Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/4/obl/I-PERSON"
    )
    assert claims_of(read(rows)) == set()


@pytest.mark.parametrize(
    "rows",
    [
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nsubj/I-PERSON has/have/VBZ/4/aux met/meet/VBN/0/ROOT "
        "with/with/IN/7/case Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/4/obl/I-PERSON",
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nsubj/I-PERSON has/have/VBZ/4/aux met/meet/VBN/0/ROOT "
        "with/with/IN/4/prep Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/pobj/I-PERSON",
    ],
)
def test_relations_prepositional_frame(rows: str) -> None:
    assert claims_of(read(rows)) == {("Ann Hale", "met", "Bob Dorn", "asserted")}


def test_relations_symmetric_verb_joins_each_pair_of_subjects_once() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/6/nsubj/I-PERSON and/and/CC/5/cc "
        "Bob/Bob/NNP/5/compound/B-PERSON Dorn/Dorn/NNP/2/conj/I-PERSON met/meet/VBD/0/ROOT"
    )
    assert claims_of(read(rows)) == {("Ann Hale", "met", "Bob Dorn", "asserted")}


def test_relations_second_verb_of_a_coordination_has_the_first_ones_subject() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON left/leave/VBD/0/ROOT and/and/CC/5/cc "
        "sued/sue/VBD/3/conj Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/obj/I-PERSON"
    )
    assert claims_of(read(rows)) == {("Ann Hale", "sued", "Bob Dorn", "asserted")}


def test_relations_infinitive_takes_the_subject_of_its_governor_and_is_planned() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON wants/want/VBZ/0/ROOT to/to/TO/5/mark "
        "meet/meet/VB/3/xcomp Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/obj/I-PERSON"
    )
    assert claims_of(read(rows)) == {("Ann Hale", "met", "Bob Dorn", "planned")}


def test_relations_refused_infinitive_is_negated() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON refused/refuse/VBD/0/ROOT to/to/TO/5/mark "
        "meet/meet/VB/3/xcomp Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/obj/I-PERSON"
    )
    assert claims_of(read(rows)) == {("Ann Hale", "met", "Bob Dorn", "negated")}


def test_relations_event_noun_with_possessor_and_preposition() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/4/nmod:poss/I-PERSON _'s/'s/POS/2/case talks/talk/NNS/8/nsubj "
        "with/with/IN/7/case Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/4/nmod/I-PERSON ended/end/VBD/0/ROOT"
    )
    assert ("Ann Hale", "Bob Dorn") in {(s, t) for s, _, t, _ in claims_of(read(rows))}


def test_relations_co_occurrence_is_no_claim() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON slept/sleep/VBD/0/ROOT while/while/IN/7/mark "
        "Bob/Bob/NNP/6/compound/B-PERSON Dorn/Dorn/NNP/7/nsubj/I-PERSON sang/sing/VBD/3/advcl"
    )
    extraction = read(rows)
    assert {chain.name for chain in extraction.chains} == {"Ann Hale", "Bob Dorn"}
    assert extraction.claims == ()


def test_relations_relative_clause_lends_its_antecedent() -> None:
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/7/nsubj/I-PERSON who/who/WP/4/nsubj sued/sue/VBD/2/acl:relcl "
        "Bob/Bob/NNP/6/compound/B-PERSON Dorn/Dorn/NNP/4/obj/I-PERSON left/leave/VBD/0/ROOT"
    )
    assert claims_of(read(rows)) == {("Ann Hale", "sued", "Bob Dorn", "asserted")}
