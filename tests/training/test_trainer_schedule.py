"""Training with a schedule and with clipping: exact from any moment, and told as it was made."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from app.nn.optimizers import OPTIMIZERS
from app.training.experiment import CHOICES
from app.training.loop import Loop
from app.training.trace import trace
from app.training.trainer import Trainer
from tests.training.examples import blobs, start

PACED: dict[str, Any] = {"warm_up": 4, "schedule_steps": 9, "schedule_factor": 0.3, "largest_norm": 0.2}
SCHEDULED = [(schedule, optimizer) for schedule in CHOICES["schedule"] for optimizer in OPTIMIZERS]


@pytest.mark.parametrize(("schedule", "optimizer"), SCHEDULED)
def test_going_on_from_any_moment_is_never_having_stopped(schedule: str, optimizer: str) -> None:
    checkpoint = start(22, 3, schedule=schedule, optimizer=optimizer, batch_size=6, **PACED)
    whole = Trainer(checkpoint)
    for stop in (1, 3, 6, 12):
        whole.run(stop)
        resumed = Trainer(whole.checkpoint())
        reference = Trainer(checkpoint)
        reference.run(whole.step + 17)
        resumed.run(17)
        np.testing.assert_array_equal(resumed.parameters, reference.parameters)


@pytest.mark.parametrize(("schedule", "optimizer"), SCHEDULED)
def test_a_trace_tells_the_next_update_with_its_rate_and_its_norm(schedule: str, optimizer: str) -> None:
    trainer = Trainer(start(22, 3, schedule=schedule, optimizer=optimizer, batch_size=6, **PACED))
    for _ in range(3):
        trainer.run(5)
        told = trace(trainer.checkpoint(), None)
        assert told.update is not None
        assert told.batch is not None
        settings = trainer.experiment.rate_schedule()
        assert told.update.learning_rate == 0.1 * settings.share_at(trainer.step)
        norm = float(np.linalg.norm(told.batch.record.gradient))
        assert told.update.norm == pytest.approx(norm, rel=1e-9)
        assert told.update.share == pytest.approx(min(1, 0.2 / (norm + 1e-6)), rel=1e-9)
        after = told.update.after
        trainer.run(1)
        np.testing.assert_array_equal(after, trainer.parameters)


def test_without_a_schedule_and_clipping_the_calls_of_an_update_are_as_many_as_without_the_settings() -> None:
    for optimizer in OPTIMIZERS:
        plain = start(22, 3, optimizer=optimizer, batch_size=6)
        other = replace(plain, experiment=replace(plain.experiment, schedule_steps=3, least_share=0.5))
        loops = [Loop(each.experiment, each.points, each.progress) for each in (plain, other)]
        for loop in loops:
            loop.advance(9)
        calls = [[call[0] for call in loop._calls] for loop in loops]
        assert [len(each) for each in calls] == [len(calls[0])] * 2
        assert all(isinstance(call.__self__, np.ndarray) or not hasattr(call.__self__, "step")
                   for call in calls[0] if hasattr(call, "__self__"))  # fmt: skip
        assert told_norm(plain) is None
        np.testing.assert_array_equal(loops[0].parameters, loops[1].parameters)


def told_norm(checkpoint: object) -> float | None:
    told = trace(checkpoint, None)  # type: ignore[arg-type]
    assert told.update is not None
    return told.update.norm


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_changes_in_the_middle_of_a_pass_count_from_the_next_update_and_keep_all_else(optimizer: str) -> None:
    trainer = Trainer(start(22, 3, optimizer=optimizer, batch_size=6))
    trainer.run(6)
    before = trainer.checkpoint()
    trainer.configure({"schedule": "cosine", "schedule_steps": 12, "largest_norm": 0.1})
    assert trainer.batch == 2
    np.testing.assert_array_equal(trainer.parameters, before.progress.parameters)
    for name, vector in trainer.progress().optimizer.items():
        np.testing.assert_array_equal(vector, before.progress.optimizer[name])
    other = Trainer(trainer.checkpoint())
    for one in (trainer, other):
        one.run(7)
        one.configure({"schedule": "constant", "largest_norm": 0.0})
        one.run(7)
    np.testing.assert_array_equal(trainer.parameters, other.parameters)


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_schedule_that_was_taken_back_leaves_no_trace(optimizer: str) -> None:
    plain, other = (Trainer(start(22, 3, optimizer=optimizer, batch_size=6)) for _ in range(2))
    for trainer in (plain, other):
        trainer.run(5)
    other.configure({"schedule": "steps", "warm_up": 3, "largest_norm": 1.0})
    other.configure({"schedule": "constant", "warm_up": 0, "largest_norm": 0.0})
    for trainer in (plain, other):
        trainer.run(9)
    np.testing.assert_array_equal(plain.parameters, other.parameters)


def test_what_breaks_under_a_schedule_breaks_at_the_same_update_in_one_run_and_singly() -> None:
    fields: dict[str, Any] = {
        "activation": "linear",
        "learning_rate": 100.0,
        "schedule": "restarts",
        "schedule_steps": 40,
    }
    task: dict[str, Any] = {"task": "regression", "output": "linear", "cost": "squared_error"}
    trainers = [Trainer(start(22, **fields, **task)) for _ in range(2)]
    trainers[0].run(3000)
    while trainers[1].diverged is None:
        trainers[1].run(1)
    found = [trainer.diverged for trainer in trainers]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].step == found[1].step
    np.testing.assert_array_equal(found[0].progress.parameters, found[1].progress.parameters)


def test_clipping_holds_what_would_diverge() -> None:
    fields: dict[str, Any] = {"activation": "relu", "learning_rate": 3.0, "hidden": (8, 8)}
    task: dict[str, Any] = {"task": "regression", "output": "linear", "cost": "squared_error"}
    wild, clipped = (Trainer(start(22, **fields, **task, largest_norm=most)) for most in (0.0, 0.01))
    wild.run(2000)
    clipped.run(2000)
    assert wild.diverged is not None
    assert clipped.diverged is None


def test_points_that_change_leave_the_schedule_where_it_is() -> None:
    trainer = Trainer(start(22, 3, schedule="exponential", schedule_steps=5, batch_size=6))
    trainer.run(7)
    trainer.add_points(replace(blobs(1), id=np.array([99])))
    told = trace(trainer.checkpoint(), None).update
    assert told is not None
    assert told.learning_rate == 0.1 * 0.5 ** (7 / 5)
