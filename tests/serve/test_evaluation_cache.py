"""Evaluations come with each frame while there is time, and seldom enough where there is not."""

from typing import cast

import pytest

from app.serve.evaluation_cache import OLDEST, EvaluationCache
from app.training.evaluation import Evaluation
from app.training.trainer import Trainer

FRAME = 1 / 60


class Clockwork:
    """A clock that is set by hand, and a trainer whose evaluations take a given time."""

    def __init__(self, seconds: float) -> None:
        self.now, self.worked, self.evaluations, self.step = 100.0, 0.0, 0, 0
        self._seconds = seconds

    def evaluate(self) -> Evaluation:
        """Takes its time; the cost tells which it is."""
        self.worked += self._seconds
        self.evaluations += 1
        return Evaluation(float(self.evaluations), 0.0, 1.0, 1.0)


def evaluations(seconds: float, crowd: int, frames: int, interval: float = FRAME) -> int:
    """How many are made for so many frames."""
    work = Clockwork(seconds)
    cache = EvaluationCache(lambda: work.now, lambda: work.worked, lambda: crowd)
    for _ in range(frames):
        work.now += interval
        assert cache.of(cast(Trainer, work)).train_cost == work.evaluations
    return work.evaluations


def test_alone_each_frame_has_its_own_however_slowly_it_trains() -> None:
    assert evaluations(50e-6, crowd=1, frames=60) == 60
    assert evaluations(50e-6, crowd=1, frames=5, interval=0.2) == 5


def test_one_that_takes_long_takes_a_twentieth_of_the_time() -> None:
    assert evaluations(5e-3, crowd=1, frames=600) == pytest.approx(10 / 0.1, rel=0.1)


def test_a_crowd_shares_the_time() -> None:
    made = evaluations(50e-6, crowd=400, frames=170, interval=1 / 17)
    assert made * 50e-6 * 400 <= 10 / 20 * 1.1
    assert made >= 20


def test_none_is_older_than_a_second() -> None:
    assert evaluations(1.0, crowd=400, frames=80, interval=0.125) == 80 * 0.125 / OLDEST


def test_after_a_change_the_next_is_new() -> None:
    work = Clockwork(1.0)
    cache = EvaluationCache(lambda: work.now, lambda: work.worked, lambda: 1)
    cache.of(cast(Trainer, work))
    cache.of(cast(Trainer, work))
    assert work.evaluations == 1
    cache.forget()
    cache.of(cast(Trainer, work))
    assert work.evaluations == 2


def test_that_of_this_very_step_is_made_once() -> None:
    work = Clockwork(1.0)
    trainer = cast(Trainer, work)
    cache = EvaluationCache(lambda: work.now, lambda: work.worked, lambda: 1)
    cache.of(trainer)
    assert cache.exactly(trainer).train_cost == 1
    work.step = 1
    assert cache.of(trainer).train_cost == 1
    assert cache.exactly(trainer).train_cost == cache.exactly(trainer).train_cost == 2
    cache.forget()
    assert cache.exactly(trainer).train_cost == 3
