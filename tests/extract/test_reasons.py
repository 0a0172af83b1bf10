"""Reasons: the construction of each claim and the words of it as they stand, on parses built by hand."""

import pytest

from graph.model import Construction
from tests.extract.parses import read


def reasons(rows: str) -> list[tuple[Construction, str]]:
    return [(claim.construction, claim.rule) for claim in read(rows).claims]


@pytest.mark.parametrize(
    "rows",
    [
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/5/nsubj:pass/I-PERSON was/be/VBD/5/aux:pass "
        "abruptly/abruptly/RB/5/advmod sacked/sack/VBN/0/ROOT by/by/IN/8/case "
        "Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/5/obl:agent/I-PERSON",
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/5/nsubjpass/I-PERSON was/be/VBD/5/auxpass "
        "abruptly/abruptly/RB/5/advmod sacked/sack/VBN/0/ROOT by/by/IN/5/agent "
        "Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/6/pobj/I-PERSON",
    ],
    ids=["universal", "clearnlp"],
)
def test_reasons_of_a_passive_leave_out_its_adverb(rows):
    assert reasons(rows) == [(Construction.PASSIVE, "passive: was sacked by")]


def test_reasons_keep_a_negation_as_it_is_written():
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/5/nsubj/I-PERSON did/do/VBD/5/aux _n't/not/RB/5/advmod "
        "sue/sue/VB/0/ROOT Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/obj/I-PERSON"
    )
    assert reasons(rows) == [(Construction.ACTIVE, "active: didn't sue")]


def test_reasons_of_a_relative_clause_have_its_pronoun():
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/8/nsubj/I-PERSON ,/,/,/5/punct who/who/WP/5/nsubj "
        "sued/sue/VBD/2/acl:relcl Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/obj/I-PERSON left/leave/VBD/0/ROOT"
    )
    assert reasons(rows) == [(Construction.RELATIVE, "relative clause: who sued")]


def test_reasons_of_an_infinitive_and_of_a_participle():
    wants = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON wants/want/VBZ/0/ROOT to/to/TO/5/mark "
        "sue/sue/VB/3/xcomp Bob/Bob/NNP/7/compound/B-PERSON Dorn/Dorn/NNP/5/obj/I-PERSON"
    )
    assert reasons(wants) == [(Construction.INFINITIVE, "infinitive: to sue")]
    after = (
        "After/after/IN/2/mark suing/sue/VBG/8/advcl Bob/Bob/NNP/4/compound/B-PERSON Dorn/Dorn/NNP/2/obj/I-PERSON "
        ",/,/,/2/punct Ann/Ann/NNP/7/compound/B-PERSON Hale/Hale/NNP/8/nsubj/I-PERSON left/leave/VBD/0/ROOT"
    )
    assert reasons(after) == [(Construction.PARTICIPLE, "participle: suing")]


def test_reasons_of_a_light_verb_join_verb_noun_and_preposition():
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON held/hold/VBD/0/ROOT long/long/JJ/5/amod "
        "talks/talk/NNS/3/obj with/with/IN/8/case Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/5/nmod/I-PERSON "
        "and/and/CC/11/cc Cam/Cam/NNP/11/compound/B-PERSON Fox/Fox/NNP/8/conj/I-PERSON"
    )
    assert reasons(rows) == [(Construction.LIGHT_VERB, "light verb: held talks with")] * 2


def test_reasons_of_a_noun_take_in_no_verb_that_only_stands_near():
    rows = (
        "Under/under/IN/2/case pressure/pressure/NN/9/obl from/from/IN/5/case Ann/Ann/NNP/5/compound/B-PERSON "
        "Hale/Hale/NNP/2/nmod/I-PERSON ,/,/,/2/punct Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/9/nsubj/I-PERSON "
        "resigned/resign/VBD/0/ROOT"
    )
    assert all(construction is Construction.NOUN for construction, _ in reasons(rows))


def test_reasons_of_coming_under_something_are_a_light_verb():
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON came/come/VBD/0/ROOT under/under/IN/5/case "
        "fire/fire/NN/3/obl from/from/IN/8/case Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/3/obl/I-PERSON"
    )
    assert reasons(rows) == [(Construction.LIGHT_VERB, "light verb: came under fire from")]


def test_reasons_of_a_perfect_participle():
    rows = (
        "Having/have/VBG/2/aux sued/sue/VBN/8/advcl Bob/Bob/NNP/4/compound/B-PERSON Dorn/Dorn/NNP/2/obj/I-PERSON "
        ",/,/,/2/punct Ann/Ann/NNP/7/compound/B-PERSON Hale/Hale/NNP/8/nsubj/I-PERSON left/leave/VBD/0/ROOT"
    )
    assert reasons(rows) == [(Construction.PARTICIPLE, "participle: having sued")]


def test_reasons_of_a_noun_show_by_a_sign_that_an_actor_is_left_out():
    rows = (
        "The/the/DT/2/det sacking/sacking/NN/10/nsubj of/of/IN/5/case Ann/Ann/NNP/5/compound/B-PERSON "
        "Hale/Hale/NNP/2/nmod/I-PERSON by/by/IN/8/case Bob/Bob/NNP/8/compound/B-PERSON Dorn/Dorn/NNP/2/nmod/I-PERSON "
        "was/be/VBD/10/cop sudden/sudden/JJ/0/ROOT"
    )
    assert reasons(rows) == [(Construction.NOUN, "noun: sacking of … by")]


def test_reasons_of_a_verb_that_no_frame_names():
    rows = (
        "Ann/Ann/NNP/2/compound/B-PERSON Hale/Hale/NNP/3/nsubj/I-PERSON outwitted/outwit/VBD/0/ROOT "
        "Bob/Bob/NNP/5/compound/B-PERSON Dorn/Dorn/NNP/3/obj/I-PERSON"
    )
    assert reasons(rows) == [(Construction.OTHER_VERB, "other verb: outwitted")]
