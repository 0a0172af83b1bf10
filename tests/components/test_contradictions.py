from dataclasses import replace

from components.contradictions import MOST_SHOWN, contradiction_list, shown_claims
from graph.filters import Filters
from tests.components.fakes import FakeLibrary
from tests.components.trees import found, text_of
from tests.question_story import question_story

LIBRARY = FakeLibrary(question_story())
FOUND = LIBRARY.contradictions()
ACTORS = LIBRARY.knowledge().actors
PROOFS = LIBRARY.proofs(shown_claims(FOUND))


def cards(contradictions):
    return found(contradiction_list(contradictions, PROOFS, ACTORS, Filters()), of="Article", className="contradiction")


def test_contradictions_stand_side_by_side_with_their_sentences():
    assert len(FOUND) > 1
    for each, card in zip(FOUND, cards(FOUND), strict=True):
        sides = [side for side in found(card, of="Section") if side.className.startswith("side")]
        for side, told in zip(sides, (each.first, each.second), strict=True):
            sentences = [text_of(sentence) for sentence in found(side, className="sentence")]
            assert sentences == [PROOFS[claim_id].text for claim_id in told.claim_ids]
            assert found(side, className=f"badge badge-{told.status.value}")
        assert each.why in text_of(card)
        assert {getattr(end, "data-id") for end in found(found(card, of="H2"), of="Button")} == {
            each.source,
            each.target,
        }


def test_contradictions_say_whose_words_they_are():
    heads = [text_of(head) for card in cards(FOUND) for head in found(card, className="side-head")]
    assert "deniedsaid by Halden Energy" in heads
    assert "stated as factin the words of the articles" in heads
    both = replace(FOUND[0].first, claim_ids=FOUND[0].first.claim_ids + FOUND[1].first.claim_ids)
    (card,) = cards([replace(FOUND[0], first=both)])
    (side,) = found(card, of="Section", className="side")
    assert "said by Pia Lund, and in the words of the articles" in text_of(side)


def test_contradictions_that_are_implied_say_so():
    assert "cannot be without" not in text_of(cards(FOUND[:1]))
    assert "cannot be without" in text_of(cards([replace(FOUND[0], implied=True)]))


def test_contradictions_fold_what_is_told_often_and_say_what_is_cut():
    often = replace(FOUND[0].first, claim_ids=FOUND[0].first.claim_ids * 5)
    (card,) = cards([replace(FOUND[0], first=often)])
    assert text_of(found(card, of="Summary")) == "Show 3 more sentences"
    many = contradiction_list([FOUND[0]] * (MOST_SHOWN + 2), PROOFS, ACTORS, Filters())
    assert "2 others" in text_of(many)


def test_contradictions_that_there_are_not_say_of_what():
    assert text_of(contradiction_list((), {}, ACTORS, Filters())).startswith("Nothing in these articles")
    filtered = contradiction_list((), {}, ACTORS, Filters(families=("legal",)))
    assert text_of(filtered).startswith("Among what passes the filters")
