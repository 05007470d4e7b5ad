"""Asked speeds are met exactly on average, and measured speeds are those of the last half second."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.serve.pace import CostEstimate, RateMeter, UpdateClock


@pytest.mark.parametrize(("rate", "seconds"), [(0.1, 900), (3, 900), (59.94, 900), (12_345.6, 60), (1e6, 9)])
def test_an_asked_speed_is_met_to_the_update(rate: float, seconds: int) -> None:
    clock = UpdateClock(rate, now=5.0)
    made = 0
    for frame in range(1, seconds * 60 + 1):
        due = clock.due(5.0 + frame / 60)
        clock.made(due)
        made += due
    assert made == pytest.approx(rate * seconds, abs=1)


@given(st.lists(st.floats(0.0001, 0.2), min_size=1, max_size=60), st.floats(0.1, 1e6))
def test_however_irregular_the_turns_no_update_is_due_twice_or_lost(turns: list[float], rate: float) -> None:
    clock, now, made = UpdateClock(rate, now=0.0), 0.0, 0
    for seconds in turns:
        now += seconds
        due = clock.due(now)
        clock.made(due)
        made += due
    assert abs(made - rate * now) <= 1 + 1e-6 * rate


def test_updates_that_were_due_and_not_made_stay_due() -> None:
    clock = UpdateClock(100, now=0.0)
    assert clock.due(0.1) == 10
    clock.made(4)
    assert clock.due(0.1) == 6


def test_a_server_that_cannot_keep_up_catches_up_a_quarter_of_a_second_at_most() -> None:
    clock = UpdateClock(100, now=0.0)
    assert clock.due(60.0) == 25
    clock.made(25)
    assert clock.due(60.0) == 0
    assert clock.due(60.1) == 10


def test_a_slow_speed_keeps_its_one_update_however_long_it_takes() -> None:
    clock = UpdateClock(0.1, now=0.0)
    assert clock.due(9.9) == 0
    assert clock.due(10.0) == 1


def test_the_measured_rate_is_that_of_the_last_half_second() -> None:
    meter, step = RateMeter(), 0
    for frame in range(120):
        step += 10 if frame < 60 else 50
        meter.saw(frame / 60, step)
    assert meter.rate() == pytest.approx(3000)
    meter.clear()
    assert meter.rate() == 0


def test_an_estimate_follows_what_is_measured() -> None:
    estimate = CostEstimate(guess=1.0)
    assert (estimate.seconds, estimate.known) == (1.0, False)
    estimate.measured(0.25)
    assert (estimate.seconds, estimate.known) == (0.25, True)
    for _ in range(50):
        estimate.measured(0.5)
    assert estimate.seconds == pytest.approx(0.5, rel=1e-3)
    estimate.forget()
    assert estimate.seconds == 1.0


def test_an_estimate_believes_no_leap_but_gets_there() -> None:
    estimate = CostEstimate(guess=1.0)
    estimate.measured(0.001)
    assert estimate.measured(10.0) == pytest.approx(0.004)
    assert estimate.seconds < 0.002
    for _ in range(30):
        believed = estimate.measured(1.0)
    assert believed == 1.0
