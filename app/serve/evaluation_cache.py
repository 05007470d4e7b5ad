"""How good a session's network is, evaluated as often as the process can afford."""

import math
from collections.abc import Callable

from app.serve.pace import CostEstimate
from app.training.evaluation import Evaluation
from app.training.trainer import Trainer

LARGEST_SHARE = 1 / 20
"""Of a session's part of the time, what evaluations may take before frames repeat the last one."""

OLDEST = 1.0
"""Seconds after which an evaluation is made anew whatever it takes."""


class EvaluationCache:
    """The newest evaluation of a trainer that trains between one frame and the next.

    While there is time, each frame has an evaluation of its own. In a crowd, whose size `crowd` tells, or
    with thousands of points a frame may repeat one that is at most `OLDEST` seconds old.
    """

    def __init__(
        self, clock: Callable[[], float], work_clock: Callable[[], float], crowd: Callable[[], int]
    ) -> None:
        self._clock = clock
        self._work_clock = work_clock
        self._crowd = crowd
        self._cost = CostEstimate(guess=0.0)
        self._newest: Evaluation | None = None
        self._made_at = -math.inf
        self._made_of = -1

    def forget(self) -> None:
        """Let the next one be new, as the network or the points are others."""
        self._newest = None

    def of(self, trainer: Trainer) -> Evaluation:
        """An evaluation that is new enough."""
        rest = self._cost.seconds * max(1, self._crowd()) / LARGEST_SHARE
        if self._newest is None or self._clock() >= self._made_at + min(rest, OLDEST):
            return self._make(trainer)
        return self._newest

    def exactly(self, trainer: Trainer) -> Evaluation:
        """The evaluation of this very step."""
        return self._newest if self._newest and self._made_of == trainer.step else self._make(trainer)

    def _make(self, trainer: Trainer) -> Evaluation:
        self._made_at, self._made_of = self._clock(), trainer.step
        started = self._work_clock()
        evaluation = self._newest = trainer.evaluate()
        self._cost.measured(self._work_clock() - started)
        return evaluation
