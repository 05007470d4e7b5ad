"""Divergence: noticed, traced back to its update, and left at the last finite parameters."""

from typing import Any

import numpy as np
import pytest

from app.data.points import Points
from app.nn.optimizers import OPTIMIZERS
from app.training import loop
from app.training.checkpoint import Checkpoint, Progress, initial
from app.training.errors import DivergedError
from app.training.experiment import Experiment
from app.training.loop import Loop
from app.training.trainer import Trainer
from tests.training.examples import points_at, start


def growing(weight: float, rate: float) -> Checkpoint:
    """One linear neuron, x = (1, 0), y = 0, b = w: z = 2 w, and an update takes 2 rate w off both."""
    experiment = Experiment(
        hidden=(), task="regression", output="linear", cost="squared_error", learning_rate=rate,
    )  # fmt: skip
    points = points_at((1.0, 0.0, 0.0))
    return Checkpoint(experiment, points, Progress(0, 0, 0, np.array([weight, 0.0, weight]), {}))


def test_the_update_that_diverged_is_found_by_hand() -> None:
    """At rate 50.5 each update makes w and b −100 times as large: w = 10^(2k) after k updates.

    C = 2 w²; before update 78, where w = 10^154, that is 2 · 10^308, which is no float any more.
    """
    trainer = Trainer(growing(1.0, 50.5))
    assert trainer.run(500) == 77
    divergence = trainer.diverged
    assert divergence is not None
    assert (divergence.step, divergence.what) == (78, "cost")
    assert divergence.progress.step == trainer.step == 77
    assert abs(divergence.progress.parameters[0]) == pytest.approx(1e154, rel=1e-12)
    assert trainer.parameters.tobytes() == divergence.progress.parameters.tobytes()


def test_a_parameter_can_break_while_the_cost_is_finite_by_hand() -> None:
    """2-1-1, linear with Huber: at x = 0 the answer is the last bias, 5, whatever v is, and δ³ = 1.

    With v = 10^308 the gradient of the hidden bias is v, finite, but 100 times that is not.
    """
    experiment = Experiment(
        hidden=(1,), activation="linear", task="regression", output="linear", cost="huber",
        learning_rate=100.0,
    )  # fmt: skip
    parameters = np.array([0.0, 0.0, 0.0, 1e308, 5.0])
    points = points_at((0.0, 0.0, 0.0))
    trainer = Trainer(Checkpoint(experiment, points, Progress(0, 0, 0, parameters, {})))
    assert trainer.run(1) == 0
    assert trainer.diverged is not None
    assert (trainer.diverged.step, trainer.diverged.what) == (1, "parameter")
    assert trainer.parameters.tolist() == parameters.tolist()


@pytest.mark.parametrize("portion", [1, 7, 500])
def test_the_step_does_not_depend_on_the_portions(portion: int) -> None:
    trainer = Trainer(growing(1.0, 50.5))
    for _ in range(500 // portion):
        trainer.run(portion)
    assert trainer.diverged is not None
    assert trainer.diverged.step == 78


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("activation", ["relu", "linear", "elu"])
def test_what_is_left_is_finite_and_reached_by_as_many_updates(activation: str, optimizer: str) -> None:
    fields: dict[str, Any] = {
        "task": "regression", "output": "linear", "cost": "squared_error", "activation": activation,
        "optimizer": optimizer, "learning_rate": 100.0, "hidden": (8, 8), "batch_size": 3,
    }  # fmt: skip
    checkpoint = start(7, **fields)
    trainer = Trainer(checkpoint)
    made = trainer.run(3000)
    again = Trainer(checkpoint)
    again.run(made)
    progress = trainer.progress()
    assert again.parameters.tobytes() == progress.parameters.tobytes()
    assert all(np.isfinite(vector).all() for vector in (progress.parameters, *progress.optimizer.values()))
    assert (made < 3000) == (trainer.diverged is not None)


def test_a_diverged_trainer_waits_for_a_change() -> None:
    trainer = Trainer(growing(1.0, 50.5))
    trainer.run(500)
    assert trainer.run(1) == 0
    with pytest.raises(DivergedError, match="step 78"):
        trainer.check_ready()
    trainer.configure({"learning_rate": 0.25})
    trainer.check_ready()
    assert trainer.run(100) == 100
    assert trainer.diverged is None
    assert abs(trainer.parameters[0]) < 1e124


@pytest.mark.parametrize("change", ["reset", "set_parameter", "points"])
def test_other_changes_take_the_divergence_back(change: str) -> None:
    trainer = Trainer(growing(1.0, 50.5))
    trainer.run(500)
    if change == "reset":
        trainer.reset()
    elif change == "set_parameter":
        trainer.set_parameter(2, 0, 0, 0.0)
    else:
        trainer.move_points([0], [0.0], [0.0])
    assert trainer.diverged is None
    trainer.check_ready()


@pytest.mark.parametrize("portion", [1, 3, 500])
def test_of_large_updates_few_are_repeated_to_find_the_one_that_diverged(
    monkeypatch: pytest.MonkeyPatch, portion: int
) -> None:
    """Nobody else is served meanwhile. This network has three parameters and one sample."""
    monkeypatch.setattr(loop, "WORK_AT_ONCE", 3 * 5)
    trainer = Trainer(growing(1.0, 50.5))
    advance, made = Loop.advance, 0

    def counted(self: Loop, updates: int) -> None:
        nonlocal made
        made += updates
        advance(self, updates)

    monkeypatch.setattr(Loop, "advance", counted)
    while trainer.diverged is None:
        trainer.run(portion)
    assert trainer.diverged.step == 78
    # Up to 5 since the last copy and 5 since the last look, besides the 77 and those of the last look.
    assert made <= 77 + 5 + 10


def test_the_largest_updates_are_looked_at_every_few() -> None:
    """Six of the largest take a tenth of a second; a thousand would take a quarter of a minute."""
    trainer = Trainer(initial(Experiment(hidden=(16,) * 8, batch_size=2000), Points()))
    trainer.generate("plane", 2000, 0.1, 0.0, 1)
    assert trainer._loop.updates_at_once <= 6
