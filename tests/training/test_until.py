"""Training stops at the very step at which what was asked for is reached, and says what it came to."""

from typing import Any

import numpy as np
import pytest

from app.training.checkpoint import Checkpoint
from app.training.trainer import Trainer
from app.training.until import Goal, Reached, Until
from tests.training.examples import start


def run(checkpoint: Checkpoint, until: Until, turns: list[int]) -> tuple[Trainer, Reached | None, int]:
    """Train in turns of so many updates until something is reached; with the updates that were made."""
    trainer = Trainer(checkpoint)
    goal = Goal(until, trainer)
    made = 0
    for updates in turns:
        done, reached = goal.run(updates)
        made += done
        if reached is not None:
            return trainer, reached, made
    return trainer, None, made


def first_step(checkpoint: Checkpoint, holds: Any, most: int = 3000) -> int:
    """By training singly, the first step at which this holds of the evaluation."""
    trainer = Trainer(checkpoint)
    while trainer.step < most:
        trainer.run(1)
        if holds(trainer.evaluate()):
            return trainer.step
    raise AssertionError("never")


EXPERIMENTS: list[dict[str, Any]] = [
    {"batch_size": 6, "learning_rate": 0.3},
    {"batch_size": 6, "optimizer": "adam", "learning_rate": 0.01, "schedule": "steps", "schedule_steps": 50},
    {"batch_size": 2000, "learning_rate": 0.5, "shuffle": False},
]


@pytest.mark.parametrize("fields", EXPERIMENTS)
@pytest.mark.parametrize("turns", [[4000], [1] * 3000, [7, 30, 500, 3000]], ids=len)
def test_it_stops_at_the_first_step_at_which_a_cost_or_a_share_is_reached(
    fields: dict[str, Any], turns: list[int]
) -> None:
    checkpoint = start(26, 3, test_points=4, **fields)
    first = Trainer(checkpoint).evaluate()
    cost = 0.8 * first.train_cost
    expected = first_step(checkpoint, lambda found: found.train_cost < cost)
    trainer, reached, made = run(checkpoint, Until(cost=cost), turns)
    assert reached is not None
    assert (reached.why, reached.step, trainer.step, made) == ("cost", expected, expected, expected)
    assert reached.value == trainer.evaluate().train_cost < cost
    share = first.train_accuracy + 0.1
    expected = first_step(checkpoint, lambda found: found.train_accuracy >= share)
    trainer, reached, _ = run(checkpoint, Until(share=share), turns)
    assert reached is not None
    assert (reached.why, reached.step, trainer.step) == ("share", expected, expected)


def test_it_stops_at_a_step_and_trains_as_without_one() -> None:
    checkpoint = start(22, 3, batch_size=6)
    trainer, reached, made = run(checkpoint, Until(step=37), [10, 1, 500])
    assert reached == Reached("step", 37, 37, 37, 37)
    assert made == trainer.step == 37
    plain = Trainer(checkpoint)
    plain.run(37)
    np.testing.assert_array_equal(plain.parameters, trainer.parameters)


@pytest.mark.parametrize("test_points", [0, 6])
@pytest.mark.parametrize("turns", [[400], [3] * 200], ids=len)
def test_it_stops_when_so_many_epochs_brought_no_lower_cost(test_points: int, turns: list[int]) -> None:
    ending: dict[str, Any] = {"schedule": "cosine", "schedule_steps": 100, "least_share": 0.0}
    checkpoint = start(26, 3, test_points=test_points, batch_size=5, learning_rate=1.0, **ending)
    singly = Trainer(checkpoint)
    costs: list[tuple[float, int]] = []

    def watch() -> None:
        found = singly.evaluate()
        costs.append((found.test_cost if test_points else found.train_cost, singly.step))

    watch()
    while len(costs) - 1 - min(range(len(costs)), key=lambda at: costs[at][0]) < 4:
        singly.run(singly.updates_to_epoch_end)
        watch()
    trainer, reached, _ = run(checkpoint, Until(patience=4), turns)
    lowest, at = min(costs)
    assert reached == Reached("patience", costs[-1][1], 4, lowest, at)
    assert trainer.step == costs[-1][1]


def test_whichever_comes_first_stops_it() -> None:
    checkpoint = start(26, 3, batch_size=6, learning_rate=0.3)
    _, reached, _ = run(checkpoint, Until(step=5000, cost=1e-9, share=0.6, patience=500), [6000])
    assert reached is not None
    assert reached.why == "share"


def test_what_holds_already_does_not_stop_it() -> None:
    checkpoint = start(26, 3, batch_size=6)
    trainer = Trainer(checkpoint)
    trainer.run(40)
    goal = Goal(Until(step=40, cost=1000.0, share=0.01), trainer)
    assert not goal.is_open
    assert goal.run(25) == (25, None)


def test_a_run_that_breaks_or_has_no_points_ends_without_a_reason() -> None:
    fields: dict[str, Any] = {
        "activation": "linear",
        "task": "regression",
        "output": "linear",
        "cost": "squared_error",
    }
    trainer = Trainer(start(22, **fields, learning_rate=100.0))
    _, reached = Goal(Until(cost=1e-9, patience=100000), trainer).run(5000)
    assert reached is None
    assert trainer.diverged is not None
    empty = Trainer(start(4, test_points=4))
    assert Goal(Until(cost=1e-9, share=1.0), empty).run(10) == (0, None)
