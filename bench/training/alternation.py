"""Timing several workers in turn, in short repetitions: a busy moment of the machine hits them all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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
    """Updates per second: by the clock, and by the time that the process computed."""

    wall: Spread
    processor: Spread


def rates(runners: Sequence[Runner], effort: Effort) -> list[Rate]:
    """The rate of each runner, measured in alternation."""
    updates = [warmed_up(runner, effort.seconds) for runner in runners]
    timings: list[list[Timing]] = [[] for _ in runners]
    for _ in range(effort.repetitions):
        for runner, count, seen in zip(runners, updates, timings, strict=True):
            seen.append(runner.run(count))
    return [
        Rate(
            Spread.of([count / timing.wall for timing in seen]),
            Spread.of([count / timing.processor for timing in seen]),
        )
        for count, seen in zip(updates, timings, strict=True)
    ]


def warmed_up(runner: Runner, seconds: float) -> int:
    """Run until a repetition takes about so many seconds of computing; answer how many updates that are."""
    updates = 8
    while (taken := runner.run(updates).processor) < seconds / 2:
        updates *= 4 if taken < seconds / 8 else 2
    return max(1, round(updates * seconds / taken))
