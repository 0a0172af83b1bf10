"""What a newcomer sees first."""

from components.opening import opening
from graph.model import Status
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import sample_knowledge


def test_opening_of_the_sample_selects_a_fact():
    library = FakeLibrary(sample_knowledge())
    library.is_sample = True
    selected = opening(library)
    (edge,) = [edge for edge in library.view().edges if edge.id == selected["id"]]
    assert selected["what"] == "relation"
    assert edge.status is Status.ASSERTED
    assert edge.weight == max(edge.weight for edge in library.view().edges)


def test_opening_of_another_story_selects_nothing():
    assert opening(FakeLibrary(sample_knowledge())) == {"what": "", "id": ""}
