from graph.filters import Filters
from graph.picture.backbone import backbone
from tests.components.fakes import FakeLibrary
from tests.knowledge_bases import synthetic_knowledge

VIEW = FakeLibrary(synthetic_knowledge(120)).view(Filters())


def test_backbone_of_a_small_view_is_the_view():
    assert backbone(VIEW, most=120) is VIEW


def test_backbone_keeps_the_most_important_actors_and_the_totals():
    part = backbone(VIEW, most=30)
    assert len(part.nodes) == 30
    least = min(node.importance for node in part.nodes)
    assert sum(node.importance > least for node in VIEW.nodes) < 30
    assert (part.total_actors, part.bounds) == (VIEW.total_actors, VIEW.bounds)


def test_backbone_draws_only_relations_with_both_ends():
    part = backbone(VIEW, most=30)
    drawn = {node.id for node in part.nodes}
    assert part.edges
    assert all({edge.source, edge.target} <= drawn for edge in part.edges)


def test_backbone_has_what_is_asked_for():
    least = min(VIEW.nodes, key=lambda node: (node.importance, node.id))
    assert least.id not in {node.id for node in backbone(VIEW, most=30).nodes}
    assert least.id in {node.id for node in backbone(VIEW, most=30, also={least.id}).nodes}
    shown = {edge.id for edge in backbone(VIEW, most=30).edges}
    edge = next(edge for edge in VIEW.edges if edge.id not in shown)
    assert edge.id in {e.id for e in backbone(VIEW, most=30, also={edge.id}).edges}


def test_backbone_draws_all_that_an_opened_actor_is_tied_to():
    ties = {node.id: 0 for node in VIEW.nodes}
    for edge in VIEW.edges:
        ties[edge.source] += 1
        ties[edge.target] += 1
    opened = max(ties, key=ties.__getitem__)
    part, more = backbone(VIEW, most=30), backbone(VIEW, most=30, opened={opened})
    assert {node.id for node in part.nodes} < {node.id for node in more.nodes}
    assert sum(opened in (edge.source, edge.target) for edge in part.edges) < ties[opened]
    assert sum(opened in (edge.source, edge.target) for edge in more.edges) == ties[opened]
