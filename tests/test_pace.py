from graph.pace import LEAST, SHARE, Pace


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def after(pace, clock, seconds):
    clock.now += seconds
    return pace.is_due()


def test_pace_is_due_at_once_and_then_by_the_least_time():
    clock = Clock()
    pace = Pace(clock)
    assert pace.is_due()
    assert not after(pace, clock, 0.9 * LEAST)
    assert after(pace, clock, 0.2 * LEAST)


def test_pace_takes_no_more_than_its_share():
    clock = Clock()
    pace = Pace(clock)
    assert pace.is_due()
    for _ in range(2):  # in parts
        with pace.measured():
            clock.now += LEAST
    assert not after(pace, clock, 0.9 * 2 * LEAST / SHARE)
    assert after(pace, clock, 0.2 * 2 * LEAST / SHARE)
    with pace.measured():
        clock.now += 0.1  # cheaper this time: it is known only after a round that the next may come sooner
    assert not after(pace, clock, LEAST)
    assert after(pace, clock, 2 * LEAST / SHARE)
    assert after(pace, clock, 2 * LEAST)
