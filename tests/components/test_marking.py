from components.marking import Marking, marked_sentence, marked_stretch
from graph.model import ClaimMark, Highlight, Mark, Status, TextSpan
from tests.components.trees import found, text_of


def test_marking_keeps_every_letter():
    text = "Donald Trump fired James Comey."
    roles = [Highlight(0, 12, "source"), Highlight(13, 18, "trigger"), Highlight(19, 30, "target")]
    tree = marked_sentence(text, roles)
    assert text_of(tree) == text
    assert [mark.children for mark in found(tree, of="Mark")] == ["Donald Trump", "fired", "James Comey"]


def test_marking_tells_roles_by_class_and_title():
    marks = found(marked_sentence("A met B", [Highlight(0, 1, "source"), Highlight(6, 7, "target")]), of="Mark")
    assert [mark.className for mark in marks] == ["mark mark-source", "mark mark-target"]
    assert len({mark.title for mark in marks}) == 2


def test_marking_of_overlapping_or_wild_highlights_loses_nothing():
    text = "Mr Trump's team"
    for roles in (
        [Highlight(0, 15, "source"), Highlight(3, 8, "target")],
        [Highlight(3, 8, "target"), Highlight(5, 15, "source")],
        [Highlight(3, 99, "source")],
        [],
    ):
        assert text_of(marked_sentence(text, roles)) == text


def claim(start, end, name="r", status=Status.ASSERTED):
    return ClaimMark(TextSpan(start, end), name, "contact", status, f"told of {name}")


def picked(tree):
    return [(mark.children, getattr(mark, "data-picks").split("\n")) for mark in found(tree, of="Mark")]


def test_marking_a_stretch_marks_only_what_lies_in_it():
    text = "Comey met Trump. Trump met Lavrov."
    marks = [Mark(TextSpan(at, at + 5), "person:t", "person") for at in (0, 10, 17)]
    tree = marked_stretch(Marking(text, marks, [claim(6, 9)], {"person:t": "Donald Trump"}), 17, len(text))
    assert text_of(tree) == "Trump met Lavrov."
    assert picked(tree) == [("Trump", ["actor person:t"])]
    assert getattr(found(tree, of="Mark")[0], "aria-description") == "Donald Trump"


def test_marking_a_stretch_cuts_what_is_nested_or_overlaps_into_pieces():
    text = "FBI chief Comey met and praised Trump"
    marks = [Mark(TextSpan(0, 15), "person:c", "person"), Mark(TextSpan(32, 37), "person:t", "person")]
    claims = [claim(0, 9, "leads"), claim(16, 31, "met"), claim(24, 37, "praised", Status.NEGATED)]
    tree = marked_stretch(Marking(text, marks, claims, {}), 0, len(text))
    assert text_of(tree) == text
    assert picked(tree) == [
        ("FBI chief", ["relation leads", "actor person:c"]),
        (" Comey", ["actor person:c"]),
        ("met and ", ["relation met"]),
        ("praised", ["relation met", "relation praised"]),
        (" ", ["relation praised"]),
        ("Trump", ["relation praised", "actor person:t"]),
    ]


def test_marking_a_stretch_tells_status_by_class_and_word():
    tree = marked_stretch(Marking("never met", (), [claim(6, 9, status=Status.NEGATED)], {}), 0, 9)
    (mark,) = found(tree, of="Mark")
    assert mark.className == "trigger family-contact status-negated"
    assert getattr(mark, "aria-description") == "told of r, denied"


def test_marking_a_word_that_makes_several_claims_offers_each_once():
    claims = [claim(0, 3, "one"), claim(0, 3, "two"), claim(0, 3, "one")]
    assert picked(marked_stretch(Marking("met", (), claims, {}), 0, 3)) == [("met", ["relation one", "relation two"])]


def test_marking_leaves_markup_as_text():
    hostile = "<script>alert(1)</script> [link](javascript:alert(1))"
    assert marked_sentence(hostile, []) == [hostile]
