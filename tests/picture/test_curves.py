import numpy as np
import pytest

from graph.model import EdgeView, Status
from graph.picture.curves import bend_curves

PLACES = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (100.0, 0.0)}
RIMS = {"a": 10.0, "b": 10.0, "c": 10.0}


def edge(source="a", target="b", lane=0, lanes=1) -> EdgeView:
    return EdgeView("e", source, target, "met", "met", "contact", Status.ASSERTED, False, 1, 1, 1, lane, lanes)


def bend(*edges: EdgeView):
    return bend_curves(edges, PLACES, RIMS, samples=9)


def test_curves_run_from_source_to_target():
    points = bend(edge()).points[0]
    assert points.shape == (9, 2)
    assert points[0] == pytest.approx((0, 0))
    assert points[-1] == pytest.approx((100, 0))


def test_curves_bend_gently():
    assert 5 < abs(bend(edge()).middles[0][1]) < 20


def test_curves_of_both_directions_do_not_lie_on_each_other():
    there, back = bend(edge(lane=0, lanes=2), edge("b", "a", lane=1, lanes=2)).middles
    assert abs(there[1] - back[1]) >= 20


def test_curves_in_many_lanes_have_middles_apart():
    heights = sorted(bend(*(edge(lane=lane, lanes=5) for lane in range(5))).middles[:, 1])
    assert np.diff(heights).min() >= 20


def test_curves_arrows_point_at_the_target():
    right, left = bend(edge(), edge("b", "a")).angles
    assert 80 < right < 125  # degrees from up, clockwise; bent lines do not arrive level
    assert -125 < left < -80


def test_curves_between_actors_at_one_place_are_finite():
    assert np.isfinite(bend(edge("b", "c")).points).all()


def test_curves_of_nothing_are_empty():
    assert bend().points.shape == (0, 9, 2)


def test_curves_a_handle_makes_way_for_a_disc_on_the_middle():
    ends = {"a": (0.0, 0.0), "b": (200.0, 0.0)}
    (middle,) = bend_curves([edge("a", "b")], ends, {"a": 8.0, "b": 8.0}, samples=9).middles
    covered = {**ends, "c": (float(middle[0]), float(middle[1]))}
    (handle,) = bend_curves([edge("a", "b")], covered, {"a": 8.0, "b": 8.0, "c": 10.0}, samples=9).middles
    assert 15.0 <= abs(handle[0] - middle[0]) < 60
