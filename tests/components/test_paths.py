from dataclasses import replace

from components.paths import path_list, path_offers, path_options, path_panel
from graph.filters import Filters
from graph.paths import NearPair
from tests.components.fakes import FakeLibrary
from tests.components.trees import found, text_of
from tests.question_story import question_story

LIBRARY = FakeLibrary(question_story())
ACTORS = LIBRARY.knowledge().actors
KARL, KATZ = "person:karl-weiss", "person:oren-katz"


def followed(source, target, library=LIBRARY, filters=None):
    filters = filters or Filters()
    routes, shared = library.paths(source, target, filters), library.shared(source, target, filters)
    hops = [hop for route in routes.best for hop in route.hops]
    hops += [hop for tie in shared for hop in (tie.first, tie.second)]
    ends = [ACTORS[end] for end in (source, target) if end in ACTORS]
    return routes, path_panel(ends, routes, shared, library.proofs([hop.claim_id for hop in hops]), ACTORS)


def test_paths_tell_each_step_with_its_sentence_and_its_status():
    routes, panel = followed(KARL, KATZ)
    proofs = LIBRARY.proofs([hop.claim_id for route in routes.best for hop in route.hops])
    assert len(routes.best) > 1
    for route, steps in zip(routes.best, found(panel, of="Ol", className="steps"), strict=True):
        quotes = [text_of(quote) for quote in found(steps, of="Blockquote")]
        assert quotes == [proofs[hop.claim_id].text for hop in route.hops]
        picked = [getattr(button, "data-id") for button in found(steps, of="Button", data_what="relation")]
        assert picked == [proofs[hop.claim_id].relation_id for hop in route.hops]
        assert len(found(steps, className="badge badge-asserted")) == sum(
            hop.status == "asserted" for hop in route.hops
        )


def test_paths_name_the_weakest_link_of_each():
    routes, panel = followed(KARL, KATZ)
    for route, steps in zip(routes.best, found(panel, of="Ol", className="steps"), strict=True):
        (weak,) = [at for at, step in enumerate(steps.children) if "weakest link" in text_of(step)]
        assert route.hops[weak].strength == route.strength


def test_paths_of_one_step_have_no_weakest_link_and_tell_who_is_tied_to_both():
    _, panel = followed("person:mara-venn", "person:tobias-ek")
    assert "weakest link" not in text_of(panel)
    shared = LIBRARY.shared("person:mara-venn", "person:tobias-ek")
    rows = found(panel, of="Button", className="row")
    assert [getattr(row, "data-id") for row in rows] == [tie.actor_id for tie in shared]
    assert shared


def test_paths_unfold_the_firmest_and_fold_the_others():
    routes, panel = followed(KARL, KATZ)
    assert len(found(panel, of="Section", className="path")) == 1
    assert len(found(panel, of="Details")) == len(routes.best) - 1


def test_paths_that_there_are_not_offer_the_nearest():
    only = Filters(families=("kinship",))
    routes, panel = followed(KARL, KATZ, filters=only)
    assert routes.best == ()
    assert text_of(found(panel, className="told-in-words")) == routes.explanation
    (nearest,) = found(panel, of="Ul", className="nearest")
    pairs = [getattr(button, "data-id") for button in found(nearest, of="Button")]
    assert pairs == [end for pair in routes.nearest for end in (pair.first, pair.second)]
    assert text_of(nearest).endswith("named together in 1 article")
    far = NearPair("person:anna-weiss", KATZ, first_steps=1, second_steps=0, sentences=2, articles=1)
    told = text_of(path_list(replace(routes, nearest=(far,)), {}, ACTORS))
    assert told.endswith("Anna Weiss, 1 step from Karl Weiss, and Oren Katz, named together in 2 sentences")


def test_paths_to_an_actor_that_is_gone_say_so():
    routes, panel = followed(KARL, "person:gone")
    assert routes.explanation in text_of(panel)
    assert found(panel, of="Ol") == []


def test_path_chooser_offers_the_others_the_most_important_first():
    view = LIBRARY.view(Filters())
    offered = [option["value"] for option in path_offers(ACTORS[KARL], view)]
    importance = {node.id: node.importance for node in view.nodes}
    assert KARL not in offered
    assert offered[0] == max(importance, key=importance.get)
    options = path_options(LIBRARY.search("weiss"), but=KARL)
    assert [option["value"] for option in options] == ["person:anna-weiss"]
