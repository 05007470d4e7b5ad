"""Timing several workers in turn, in short repetitions: a busy moment of the machine hits them all."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any, Protocol

from bench.report import Spread
from bench.training.worker import Timing


class Runner(Protocol):
    """What is timed."""

    def run(self, updates: int) -> Timing:
        """Make this many updates."""


@dataclass(frozen=True)
class Effort:
    """How much is measured: repetitions of about so many seconds each, after a warm-up of as long."""

    repetitions: int
    seconds: float


@dataclass(frozen=True)
class Rate:
    """Updates per second, by the clock and by the time that was computed; `rounds` has both of each round."""

    wall: Spread
    processor: Spread
    rounds: tuple[tuple[float, float], ...]

    def to_json(self) -> dict[str, Any]:
        """The spreads; the rounds are for ratios."""
        return {"wall": asdict(self.wall), "processor": asdict(self.processor)}

    def times(self, other: "Rate") -> tuple[float, float]:
        """How many times the other's rate, by clock and processor: the medians of the ratios of each round.

        A machine that changes its speed between two rounds changes it for both sides of each ratio.
        """
        ratios = [
            (mine[0] / theirs[0], mine[1] / theirs[1])
            for mine, theirs in zip(self.rounds, other.rounds, strict=True)
        ]
        return median(wall for wall, _ in ratios), median(processor for _, processor in ratios)


def rates(runners: Sequence[Runner], effort: Effort) -> list[Rate]:
    """The rate of each runner, measured in alternation."""
    updates = [warmed_up(runner, effort.seconds) for runner in runners]
    timings: list[list[Timing]] = [[] for _ in runners]
    for _ in range(effort.repetitions):
        for runner, count, seen in zip(runners, updates, timings, strict=True):
            seen.append(runner.run(count))
    rounds = [
        tuple((count / timing.wall, count / timing.processor) for timing in seen)
        for count, seen in zip(updates, timings, strict=True)
    ]
    return [
        Rate(Spread.of([wall for wall, _ in each]), Spread.of([processor for _, processor in each]), each)
        for each in rounds
    ]


def warmed_up(runner: Runner, seconds: float) -> int:
    """Run until a repetition takes about so many seconds of computing; answer how many updates that are."""
    updates = 8
    while (taken := runner.run(updates).processor) < seconds / 2:
        updates *= 4 if taken < seconds / 8 else 2
    return max(1, round(updates * seconds / taken))
