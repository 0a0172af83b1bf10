"""Mended parses: trees that break English grammar, built by hand, and trees that are possible and stay as they are."""

import pytest

from graph.extract.mending import mend
from graph.extract.tokens import Doc
from tests.extract.parses import build_parse

FORMS = {"lent": "lend", "met": "meet", "sentenced": "sentence"}


def mended(rows: str) -> Doc:
    """Return the mended doc of a parse built by hand."""
    doc = build_parse(rows).doc
    mend(doc, FORMS)
    return doc


def arcs(doc: Doc, *words: str) -> set[tuple[str, str, str]]:
    """Return (word, label, head) of some words."""
    return {(t.text, t.dep_, t.head.text) for t in doc if t.text in words}


def test_mending_hangs_a_second_name_on_the_first_as_a_whole() -> None:
    doc = mended(
        "Ann/Ann/NNP/6/nsubj Hale/Hale/NNP/1/flat and/and/CC/4/cc Bob/Bob/NNP/2/conj Dorn/Dorn/NNP/4/flat "
        "met/meet/VBD/0/ROOT"
    )
    assert arcs(doc, "Bob") == {("Bob", "conj", "Ann")}


def test_mending_gives_the_main_verb_the_subject_that_an_inserted_clause_cut_off() -> None:
    doc = mended(
        "Hale/Hale/NNP/0/ROOT/B-PERSON ,/,/,/4/punct who/who/WP/4/nsubj slept/sleep/VBD/1/acl:relcl ,/,/,/6/punct "
        "lost/lose/VBN/4/advcl to/to/IN/8/case Dorn/Dorn/NNP/6/obl/B-PERSON ./././1/punct"
    )
    assert arcs(doc, "Hale", "lost") == {("Hale", "nsubj", "lost"), ("lost", "ROOT", "lost")}
    assert doc[5].tag_ == "VBD"


def test_mending_leaves_a_caption_without_a_verb_alone() -> None:
    rows = (
        "Hale/Hale/NNP/0/ROOT/B-PERSON ,/,/,/3/punct accused/accuse/VBN/1/acl of/of/IN/5/case fraud/fraud/NN/3/obl "
        "./././1/punct"
    )
    assert arcs(mended(rows), "Hale", "accused") == {("Hale", "ROOT", "Hale"), ("accused", "acl", "Hale")}


def test_mending_gives_a_verb_of_telling_its_clause() -> None:
    doc = mended(
        "Hale/Hale/NNP/2/nsubj told/tell/VBD/0/ROOT Reuters/Reuters/NNP/2/iobj that/that/WDT/6/obj "
        "Shell/Shell/NNP/6/nsubj paid/pay/VBD/3/acl:relcl Dorn/Dorn/NNP/6/obj"
    )
    assert arcs(doc, "paid", "that") == {("paid", "ccomp", "told"), ("that", "mark", "paid")}


def test_mending_leaves_a_relative_clause_behind_a_noun_alone() -> None:
    doc = mended(
        "Hale/Hale/NNP/2/nsubj sued/sue/VBD/0/ROOT the/the/DT/4/det firm/firm/NN/2/obj that/that/WDT/7/obj "
        "Shell/Shell/NNP/7/nsubj bought/buy/VBD/4/acl:relcl"
    )
    assert arcs(doc, "bought") == {("bought", "acl:relcl", "firm")}


def test_mending_gives_a_verb_both_its_objects() -> None:
    doc = mended(
        "Apple/Apple/NNP/2/nsubj repaid/repay/VBD/0/ROOT Ireland/Ireland/NNP/4/nsubj €/€/$/2/ccomp 13/13/CD/4/nummod"
    )
    assert arcs(doc, "Ireland", "€") == {("Ireland", "iobj", "repaid"), ("€", "obj", "repaid")}


@pytest.mark.parametrize(
    ("governor", "label"), [("failed/fail/VBD", "xcomp"), ("spoke/speak/VBD", "compound")], ids=["infinitive", "noun"]
)
def test_mending_reads_an_infinitive_only_behind_a_verb_that_takes_one(governor: str, label: str) -> None:
    doc = mended(
        f"Hale/Hale/NNP/2/nsubj {governor}/0/ROOT to/to/IN/5/case coach/coach/NN/5/compound Dorn/Dorn/NNP/2/obl"
    )
    assert next(iter(arcs(doc, "coach")))[1] == label


def test_mending_finds_the_verb_of_a_clause_between_two_names() -> None:
    doc = mended(
        "Hale/Hale/NNP/2/compound lent/lent/NN/3/compound Dorn/Dorn/NNP/0/ROOT money/money/NN/3/dep ./././3/punct"
    )
    assert arcs(doc, "Hale", "lent", "Dorn") == {
        ("Hale", "nsubj", "lent"),
        ("lent", "ROOT", "lent"),
        ("Dorn", "obj", "lent"),
    }
    assert doc[1].lemma_ == "lend"


def test_mending_finds_the_verb_of_a_headline() -> None:
    doc = mended("Hale/Hale/NNP/2/compound/B-PERSON fires/fire/NNS/0/ROOT Dorn/Dorn/NNP/2/compound/B-PERSON")
    assert arcs(doc, "Hale", "Dorn") == {("Hale", "nsubj", "fires"), ("Dorn", "obj", "fires")}
    assert doc[1].pos_ == "VERB"


def test_mending_coordinates_a_past_tense_with_a_past_tense() -> None:
    doc = mended(
        "Hale/Hale/NNP/2/nsubj accused/accuse/VBD/0/ROOT Dorn/Dorn/NNP/2/obj of/of/IN/5/mark lying/lie/VBG/2/advcl "
        "and/and/CC/7/cc sued/sue/VBD/5/conj him/he/PRP/7/obj"
    )
    assert arcs(doc, "sued") == {("sued", "conj", "accused")}


def test_mending_gives_a_noun_both_its_owners() -> None:
    doc = mended(
        "Iran/Iran/NNP/6/nsubj and/and/CC/3/cc Iraq/Iraq/NNP/5/nmod:poss _'s/'s/POS/3/case talks/talk/NNS/6/nsubj "
        "failed/fail/VBD/0/ROOT"
    )
    assert arcs(doc, "Iran", "Iraq") == {("Iran", "nmod:poss", "talks"), ("Iraq", "conj", "Iran")}


def test_mending_makes_one_phrase_of_a_name_whose_first_word_became_the_root() -> None:
    doc = mended(
        "Lars/Lars/NNP/0/ROOT/B-PERSON Holm/Holm/NNP/3/nsubj sued/sue/VBD/1/ccomp Ivo/Ivo/NNP/3/xcomp/B-PERSON "
        "Brandt/Brandt/NNP/4/flat/I-PERSON ./././3/punct"
    )
    assert arcs(doc, "Lars", "Holm", "sued", "Ivo") == {
        ("Lars", "nsubj", "sued"),
        ("Holm", "flat", "Lars"),
        ("sued", "ROOT", "sued"),
        ("Ivo", "obj", "sued"),
    }


def test_mending_leaves_a_name_in_one_piece_alone() -> None:
    rows = "Lars/Lars/NNP/3/nsubj/B-PERSON Holm/Holm/NNP/1/flat/I-PERSON left/leave/VBD/0/ROOT ./././3/punct"
    assert arcs(mended(rows), "Lars", "Holm") == {("Lars", "nsubj", "left"), ("Holm", "flat", "Lars")}


def test_tokens_stay_a_tree_when_one_is_hung_below_itself() -> None:
    doc = build_parse("Hale/Hale/NNP/0/ROOT sued/sue/VBD/1/acl Dorn/Dorn/NNP/2/obj").doc
    doc[0].hang_on(doc[2])
    assert {(t.text, t.head.text) for t in doc} == {("Hale", "Dorn"), ("sued", "Hale"), ("Dorn", "Dorn")}
    assert doc[2].dep_ == "ROOT"
