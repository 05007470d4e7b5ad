"""A checkpoint is checked against itself, and the first one is a function of the experiment."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from app.data.errors import RefusedError
from app.data.generate import generated
from app.data.points import Points
from app.training.checkpoint import Checkpoint, LastBatch, initial
from app.training.experiment import CHOICES, Experiment
from app.training.limits import Limits

POINTS = generated("blobs2", 50, 0.1, 0.2, seed=1)
GOOD = initial(Experiment(hidden=(3,), optimizer="adam", batch_size=16), POINTS)


def with_progress(**changes: Any) -> Checkpoint:
    return replace(GOOD, progress=replace(GOOD.progress, **changes))


def with_state(**changes: Any) -> Checkpoint:
    return with_progress(optimizer={**GOOD.progress.optimizer, **changes})


def with_last_batch(**changes: Any) -> Checkpoint:
    return with_progress(last_batch=LastBatch(0.5, 16, np.ones(17))._replace(**changes))


def with_experiment(**changes: Any) -> Checkpoint:
    return replace(GOOD, experiment=replace(GOOD.experiment, **changes))


def with_number(value: float) -> Any:
    vector = GOOD.progress.parameters.copy()
    vector[2] = value
    return vector


def doubled_id() -> Checkpoint:
    arrays = [np.concatenate([array, array[:1]]) for array in POINTS.arrays()]
    return replace(GOOD, points=Points(*arrays))


# 2-3-2 has (2 + 1) * 3 + (3 + 1) * 2 = 17 parameters; 40 training points make 3 batches of up to 16.
REFUSED: dict[str, tuple[Callable[[], Checkpoint], str, str]] = {
    "a negative step": (lambda: with_progress(step=-1), "bad_checkpoint", "progress.step"),
    "a step that no float holds": (lambda: with_progress(step=2**53), "bad_checkpoint", "progress.step"),
    "more passes than updates": (lambda: with_progress(step=4, epoch=5), "bad_checkpoint", "progress.epoch"),
    "a batch after the last": (lambda: with_progress(batch=3), "bad_checkpoint", "progress.batch"),
    "too few parameters": (
        lambda: with_progress(parameters=np.zeros(16)), "bad_checkpoint", "progress.parameters",
    ),
    "parameters as a matrix": (
        lambda: with_progress(parameters=np.zeros((17, 1))), "bad_checkpoint", "progress.parameters",
    ),
    "a parameter that is no number": (
        lambda: with_progress(parameters=with_number(np.nan)), "bad_checkpoint", "progress.parameters.2",
    ),
    "an infinite parameter": (
        lambda: with_progress(parameters=with_number(-np.inf)), "bad_checkpoint", "progress.parameters.2",
    ),
    "no optimizer state": (lambda: with_progress(optimizer={}), "bad_checkpoint", "progress.optimizer"),
    "a state vector too many": (
        lambda: with_state(velocity=np.zeros(17)), "bad_checkpoint", "progress.optimizer",
    ),
    "a state vector too short": (
        lambda: with_state(mean=np.zeros(1)), "bad_checkpoint", "progress.optimizer.mean",
    ),
    "an infinite state": (
        lambda: with_state(mean=with_number(np.inf)), "bad_checkpoint", "progress.optimizer.mean.2",
    ),
    "negative squares": (
        lambda: with_state(squares=with_number(-1e-9)), "bad_checkpoint", "progress.optimizer.squares",
    ),
    "a negative count of updates": (
        lambda: with_state(updates=np.array([-1.0])), "bad_checkpoint", "progress.optimizer.updates",
    ),
    "a last batch of another network": (
        lambda: with_last_batch(update=np.zeros(16)), "bad_checkpoint", "progress.last_batch.update",
    ),
    "a last update that is no number": (
        lambda: with_last_batch(update=with_number(np.nan)), "bad_checkpoint", "progress.last_batch.update.2",
    ),
    "a last update that is infinite": (
        lambda: with_last_batch(update=with_number(np.inf)), "bad_checkpoint", "progress.last_batch.update.2",
    ),
    "a last batch of no samples": (
        lambda: with_last_batch(samples=0), "bad_checkpoint", "progress.last_batch.samples",
    ),
    "a last batch that is too large": (
        lambda: with_last_batch(samples=2001), "bad_checkpoint", "progress.last_batch.samples",
    ),
    "an infinite cost of the last batch": (
        lambda: with_last_batch(cost=np.inf), "bad_checkpoint", "progress.last_batch.cost",
    ),
    "half an update": (
        lambda: with_progress(step=4, optimizer={**GOOD.progress.optimizer, "updates": np.array([0.5])}),
        "bad_checkpoint", "progress.optimizer.updates",
    ),
    "more of the optimizer's updates than updates": (
        lambda: with_state(updates=np.array([1.0])), "bad_checkpoint", "progress.optimizer.updates",
    ),
    "a cost that the output does not go with": (
        lambda: with_experiment(cost="huber"), "invalid", "experiment.cost",
    ),
    "too many hidden layers": (lambda: with_experiment(hidden=(1,) * 9), "limit", "experiment.hidden"),
    "too many neurons": (lambda: with_experiment(hidden=(17,)), "limit", "experiment.hidden.0"),
    "an id twice": (doubled_id, "duplicate_point", "points.50.id"),
    "a class that there is not": (
        lambda: replace(GOOD, points=POINTS.set_targets([7], 2, classes=3)), "invalid", "points.7.target",
    ),
    "another architecture": (lambda: with_experiment(hidden=(4,)), "bad_checkpoint", "progress.parameters"),
}  # fmt: skip


def test_a_good_checkpoint_passes() -> None:
    GOOD.check(Limits())
    with_progress(batch=2, step=2**53 - 1).check(Limits())
    # More samples than there are points: some were removed since. A cost that is not known is NaN.
    with_last_batch(samples=2000).check(Limits(max_points=50))
    with_last_batch(cost=np.nan).check(Limits())


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_code_and_field(name: str) -> None:
    make, code, field = REFUSED[name]
    with pytest.raises(RefusedError) as caught:
        make().check(Limits())
    assert (caught.value.code, caught.value.field) == (code, field)
    assert caught.value.allowed
    assert caught.value.message.endswith(".")


def test_more_points_than_the_limit_are_refused() -> None:
    with pytest.raises(RefusedError) as caught:
        GOOD.check(Limits(max_points=49))
    assert (caught.value.code, caught.value.field, caught.value.given) == ("limit", "points", 50)


def test_without_training_points_no_batch_can_have_been_used() -> None:
    empty = replace(GOOD, points=Points())
    empty.check(Limits())
    with pytest.raises(RefusedError) as caught:
        replace(empty, progress=replace(GOOD.progress, batch=1)).check(Limits())
    assert caught.value.field == "progress.batch"


@pytest.mark.parametrize("optimizer", sorted(CHOICES["optimizer"]))
@pytest.mark.parametrize("initializer", sorted(CHOICES["initializer"]))
def test_the_first_checkpoint_is_good_and_depends_on_the_seed(optimizer: str, initializer: str) -> None:
    experiment = Experiment(optimizer=optimizer, initializer=initializer)
    first, again = initial(experiment, POINTS), initial(experiment, POINTS)
    first.check(Limits())
    assert (first.progress.step, first.progress.epoch, first.progress.batch) == (0, 0, 0)
    assert first.progress.parameters.tolist() == again.progress.parameters.tolist()
    other = initial(replace(experiment, seed=2), POINTS).progress.parameters
    assert (other.tolist() == first.progress.parameters.tolist()) == (initializer == "zeros")
    assert not any(vector.any() for vector in first.progress.optimizer.values())
