from dataclasses import replace

from components.measures import measure_list
from graph.model import KnowledgeBase
from tests.components.fakes import FakeLibrary
from tests.components.trees import found, text_of
from tests.question_story import question_story

LIBRARY = FakeLibrary(question_story())
MEASURES = LIBRARY.measures()
ACTORS = LIBRARY.knowledge().actors


def sections(measures):
    parts = found(measure_list(measures, ACTORS), of="Section", className="measure")
    return {text_of(found(part, of="H2")): part for part in parts}


def test_measures_name_who_stands_out_and_why():
    parts = sections(MEASURES)
    for title, findings in (
        ("Who is central", MEASURES.central),
        ("Who bridges", MEASURES.bridges),
        ("Who holds parts together", MEASURES.joints),
    ):
        rows = found(parts[title], of="Button", data_what="actor")
        assert [getattr(row, "data-id") for row in rows] == [finding.actor_id for finding in findings]
        for row, finding in zip(rows, findings, strict=True):
            assert text_of(row) == f"{ACTORS[finding.actor_id].name} {finding.why}"


def test_measures_name_the_groups_and_their_members():
    part = sections(MEASURES)["Which groups there are"]
    for group in MEASURES.groups:
        assert group.name in text_of(part)
        assert group.why in text_of(part)
    members = {getattr(member, "data-id") for member in found(part, of="Button", className="member")}
    assert members == {actor_id for group in MEASURES.groups for actor_id in group.actor_ids}


def test_measures_fold_a_large_group():
    large = replace(MEASURES.groups[0], actor_ids=tuple(ACTORS)[:15])
    assert "and 3 more" in text_of(sections(replace(MEASURES, groups=(large,)))["Which groups there are"])


def test_measures_say_how_they_were_reckoned():
    assert MEASURES.note in text_of(measure_list(MEASURES, ACTORS))


def test_measures_without_a_finding_say_why():
    parts = sections(replace(MEASURES, joints=()))
    assert "the others stay tied" in text_of(parts["Who holds parts together"])
    nothing = FakeLibrary(KnowledgeBase()).measures()
    assert "Nobody is tied to anybody yet" in text_of(measure_list(nothing, {}))
