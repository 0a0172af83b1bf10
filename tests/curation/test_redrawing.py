"""A story that takes over what it has in common with a former one is the story that is built whole."""

import random

import pytest

from graph.corrections import Corrections
from graph.errors import CurationError
from graph.filters import Filters
from graph.network import build_network
from graph.positions import place, settle
from graph.story import Positions, Story
from graph.taxonomy import load_taxonomy
from tests.curation.logs import correct, knowledge
from tests.curation.test_properties import edit

EDITS = 25
FILTERS = (Filters(), Filters(statuses=("asserted",), min_sentences=2), Filters(text="a"))


def tell(corrections: Corrections, positions: Positions, former: Story | None = None) -> Story:
    state = corrections.state()
    return Story(
        state.kb,
        load_taxonomy(),
        positions=settle(positions, state.kb.actors, state.origins),
        hidden=state.hidden,
        former=former,
    )


def check_same(told: Story, whole: Story) -> None:
    for filters in FILTERS:
        assert told.view(filters) == whole.view(filters)
    assert told.columns().written == whole.columns().written
    assert told.columns().version == whole.columns().version


@pytest.mark.parametrize("seed", range(4))
def test_redrawing_after_each_edit_and_undo_gives_the_whole_story(seed):
    chance, kb = random.Random(seed), knowledge(40, seed=seed)  # noqa: S311
    positions = place(build_network(kb))
    corrections = correct(kb)
    story = tell(corrections, positions)
    made = 0
    while made < EDITS:
        try:
            corrections.undo() if chance.random() < 0.2 else edit(corrections, chance)
        except CurationError:
            continue
        made += 1
        story = tell(corrections, positions, story)
        check_same(story, tell(corrections, positions))


def test_redrawing_takes_over_the_lines_that_have_not_changed():
    kb = knowledge(40)
    positions = place(build_network(kb))
    corrections = correct(kb)
    former = tell(corrections, positions)
    before = {edge.id: edge for edge in former.view(Filters()).edges}
    first = next(iter(kb.relations.values()))
    corrections.reject(first.claims[0].id)
    edges = tell(corrections, positions, former).view(Filters()).edges
    assert sum(before.get(edge.id) is not edge for edge in edges) < len(edges) / 5


def test_redrawing_with_other_articles_takes_over_nothing_false():
    kb, other = knowledge(40), knowledge(40, seed=1)
    former = tell(correct(kb), place(build_network(kb)))
    former.view(Filters())
    positions = place(build_network(other))
    check_same(tell(correct(other), positions, former), tell(correct(other), positions))
