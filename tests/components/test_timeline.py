from components.choices import find_choices
from components.timeline import timeline_strip
from graph.model import KnowledgeBase
from tests.components.fakes import FakeLibrary
from tests.components.trees import found
from tests.knowledge_bases import sample_knowledge

STRIP = timeline_strip(find_choices(FakeLibrary(sample_knowledge())))


def test_timeline_is_there_where_dates_differ():
    assert STRIP.hidden is False
    assert timeline_strip(find_choices(FakeLibrary(KnowledgeBase()))).hidden is True


def test_timeline_offers_both_clocks_and_both_ways_to_play():
    clocks, modes = found(STRIP, of="SegmentedControl")
    assert [option["value"] for option in clocks.data] == ["published", "happened"]
    assert [option["value"] for option in modes.data] == ["growing", "sliding"]


def test_timeline_has_two_sliders_for_the_keys():
    sliders = found(STRIP, role="slider")
    assert [getattr(slider, "aria-label") for slider in sliders] == ["Period from", "Period until"]
    assert all(slider.tabIndex == 0 for slider in sliders)
