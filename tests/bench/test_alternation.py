"""Rates come from counts and seconds, and nobody is timed twice in a row."""

from dataclasses import astuple

import pytest

from bench.report import Spread
from bench.training.alternation import Effort, Rate, rates, warmed_up
from bench.training.worker import Timing


class Steady:
    """Makes a given number of updates a second of computing; the clock shows twice as much."""

    def __init__(self, name: str, per_second: float, log: list[str]) -> None:
        self.name, self.per_second, self.log = name, per_second, log

    def run(self, updates: int) -> Timing:
        self.log.append(self.name)
        seconds = updates / self.per_second
        return Timing(wall=2 * seconds, processor=seconds)


@pytest.mark.parametrize("per_second", [3.0, 950.0, 200_000.0])
def test_a_warm_up_finds_how_much_fills_a_repetition(per_second: float) -> None:
    updates = warmed_up(Steady("a", per_second, []), 0.25)
    assert updates == max(1, round(per_second / 4))


def test_rates_by_the_clock_and_by_the_processor() -> None:
    (rate,) = rates([Steady("a", 1000.0, [])], Effort(3, 0.1))
    assert astuple(rate.processor) == pytest.approx([1000.0] * 3)
    assert astuple(rate.wall) == pytest.approx([500.0] * 3)


def test_repetitions_alternate() -> None:
    log: list[str] = []
    rates([Steady("a", 1000.0, log), Steady("b", 50.0, log)], Effort(3, 0.1))
    assert log[-6:] == ["a", "b"] * 3


def test_a_ratio_is_that_of_the_same_round() -> None:
    """A machine that slows down in the middle of a case changes rates, not ratios."""
    spread = Spread.of([1.0])
    ours = Rate(spread, spread, ((300.0, 330.0), (150.0, 165.0), (600.0, 660.0)))
    peer = Rate(spread, spread, ((100.0, 110.0), (50.0, 55.0), (100.0, 110.0)))
    assert ours.times(peer) == pytest.approx((3.0, 3.0))
