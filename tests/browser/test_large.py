"""A network too large to be read at once: a backbone is drawn, and more of it on demand."""

from playwright.sync_api import expect

from graph import Filters
from graph.picture.backbone import backbone

ACTORS = """() => window.dramatis.canvas.all().filter(({ what, shown }) => what === "actor" && shown).length"""

PICKED = "(id) => window.dramatis.canvas.find({ what: 'actor', id })?.elements[0].classList.contains('picked')"


def draws(watched, count: int) -> None:
    watched.page.wait_for_function(f"(count) => ({ACTORS})() === count", arg=count)


def test_large_opens_as_a_backbone_that_can_be_raised(visit, many):
    watched = visit(many)
    watched.network()
    draws(watched, 300)
    note = watched.page.locator(".drawn-note")
    expect(note).to_contain_text("The 300 most important of 700 actors are drawn.")
    note.get_by_role("button", name="600").click()
    draws(watched, 600)
    note.get_by_role("button", name="all 700").click()
    draws(watched, 700)
    expect(note).to_be_hidden()


def test_large_a_filter_draws_the_most_important_of_what_passes(visit, many):
    watched = visit(many)
    watched.network()
    draws(watched, 300)
    watched.page.locator(".choice label", has_text="Places").click()
    passing = many.library.view(Filters(kinds=("place",))).nodes
    assert 0 < len(passing) < 300
    draws(watched, len(passing))
    watched.page.locator("#clear-filters").click()
    draws(watched, 300)


def test_large_an_actor_is_opened_to_all_its_relations(visit, many):
    watched = visit(many)
    watched.network()
    draws(watched, 300)
    view = many.library.view(Filters())
    leader = max(view.nodes, key=lambda node: node.relations)
    drawn = sum(leader.id in (edge.source, edge.target) for edge in backbone(view).edges)
    assert drawn < leader.relations
    watched.click(*watched.places()[f"actor {leader.id}"])
    watched.page.get_by_role("button", name=f"Draw {leader.relations - drawn} more relations of {leader.name}").click()
    watched.page.wait_for_function(
        "([id, count]) => window.dramatis.canvas.find({ what: 'actor', id }).relations.length === count",
        arg=[leader.id, leader.relations],
    )
    expect(watched.page.locator("#expand")).to_be_hidden()


def test_large_what_is_picked_elsewhere_is_drawn(visit, many):
    watched = visit(many)
    watched.network()
    draws(watched, 300)
    view = many.library.view(Filters())
    least = min((node for node in view.nodes if node.relations), key=lambda node: (node.importance, node.id))
    watched.page.evaluate(
        "(id) => window.dash_clientside.set_props('selection', { data: { what: 'actor', id } })", least.id
    )
    watched.page.wait_for_function(PICKED, arg=least.id)
    watched.settle()
