from components.marking import marked_sentence, marked_stretch
from graph.model import Highlight, Mark, TextSpan
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


def test_marking_a_stretch_marks_only_what_lies_in_it():
    text = "Comey met Trump. Trump met Lavrov."
    marks = [Mark(TextSpan(at, at + 5), "person:t", "person") for at in (0, 10, 17)]
    tree = marked_stretch(text, 17, len(text), marks, {"person:t": "Donald Trump"})
    assert text_of(tree) == "Trump met Lavrov."
    assert len(found(tree, of="Mark", data_id="person:t", title="Donald Trump")) == 1


def test_marking_leaves_markup_as_text():
    hostile = "<script>alert(1)</script> [link](javascript:alert(1))"
    assert marked_sentence(hostile, []) == [hostile]
