"""Work is done ahead by several threads, and taken in the order in which it was put."""

from threading import Event, current_thread

import pytest

from graph.ahead import PER_THREAD, Ahead, in_order


def test_ahead_gives_back_in_order_what_was_done_out_of_it():
    last_is_done = Event()
    last = 2 * PER_THREAD - 1

    def do(number):
        if number == 0:
            assert last_is_done.wait(20)
        if number == last:
            last_is_done.set()
        return number * 10

    ahead = Ahead(do, threads=2)
    for number in range(last + 1):
        ahead.put(number)
    assert ahead.is_full
    taken = [ahead.take() for _ in range(last + 1)]
    assert [(work, future.result()) for work, future in taken] == [(number, number * 10) for number in range(last + 1)]
    assert ahead.take() is None
    ahead.close()


def test_ahead_begins_a_thread_only_where_one_has_enough():
    go_on = Event()
    ahead = Ahead(lambda _: go_on.wait(20), threads=2)
    for number in range(PER_THREAD):
        ahead.put(number)
    assert ahead.current == (0,)
    ahead.put(PER_THREAD)
    assert ahead.current == (0, 1)
    go_on.set()
    assert sum(1 for _ in iter(ahead.take, None)) == PER_THREAD + 1
    ahead.close()


def test_ahead_drops_what_was_not_begun():
    begun, go_on = Event(), Event()

    def do(number):
        begun.set()
        assert go_on.wait(20)
        return number

    ahead = Ahead(do, threads=1)
    for number in range(4):
        ahead.put(number)
    assert begun.wait(20)
    ahead.drop()
    go_on.set()
    work, future = ahead.take()
    assert (work, future.result()) == (0, 0)
    assert ahead.take() is None
    ahead.close()


def test_ahead_hands_on_what_went_wrong_and_goes_on():
    ahead = Ahead(lambda number: 1 // number, threads=1)
    ahead.put(0)
    ahead.put(1)
    _, future = ahead.take()
    with pytest.raises(ZeroDivisionError):
        future.result()
    _, future = ahead.take()
    assert future.result() == 1
    ahead.close()


def test_ahead_ends_its_threads():
    ahead = Ahead(lambda _: current_thread(), threads=1)
    ahead.put(1)
    _, future = ahead.take()
    ahead.close()
    future.result().join(timeout=20)
    assert not future.result().is_alive()


def test_ahead_gives_what_is_made_of_each_in_order_and_ends_at_what_goes_wrong():
    assert list(in_order(lambda number: number * 10, range(50), threads=3)) == list(range(0, 500, 10))
    assert list(in_order(lambda number: number, [], threads=3)) == []
    begun = []

    def do(number):
        begun.append(number)
        return 1 // (number - 2)

    made = in_order(do, range(1_000), threads=1)
    assert [next(made), next(made)] == [-1, -1]
    with pytest.raises(ZeroDivisionError):
        next(made)
    assert len(begun) < 1_000
