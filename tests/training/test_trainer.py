"""A trainer's updates, counters and evaluation, against passes worked out apart from it."""

import json
from dataclasses import replace
from math import isnan, log
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.data.datasets import DATASETS, Dataset
from app.data.generate import generated
from app.data.points import Points
from app.data.randomness import generator
from app.nn.optimizers import OPTIMIZERS
from app.training.checkpoint import Checkpoint, Progress, fresh_state, initial
from app.training.errors import NoPointsError
from app.training.experiment import Experiment
from app.training.limits import Limits
from app.training.trainer import Trainer
from tests.nn import reference
from tests.repository import ROOT
from tests.training.examples import blobs, points_at, start

TORCH = json.loads((ROOT / "tests/fixtures/torch/optimizers.json").read_text())


def inputs_and_targets(points: Points, classes: int) -> tuple[reference.Array, reference.Array]:
    """The plain coordinates (2, samples) and one-hot targets (classes, samples)."""
    return np.stack([points.x1, points.x2]), np.eye(classes)[points.target.astype(int)].T


@pytest.mark.parametrize("shuffle", [False, True])
@pytest.mark.parametrize("classes", [2, 3])
def test_three_epochs_with_a_short_last_batch_by_hand(shuffle: bool, classes: int) -> None:
    """7 points in batches of 3, 3 and 1; each update is θ − η times the gradient of its batch's own mean."""
    checkpoint = start(7, classes, hidden=(4,), batch_size=3, learning_rate=0.2, shuffle=shuffle, l2=0.01)
    architecture = checkpoint.experiment.architecture()
    inputs, targets = inputs_and_targets(checkpoint.points, classes)
    trainer, theta = Trainer(checkpoint), checkpoint.progress.parameters.copy()
    shuffled = generator(1, "shuffle").permuted(np.tile(np.arange(7), (16, 1)), axis=1)
    for epoch in range(3):
        order = shuffled[epoch] if shuffle else np.arange(7)
        for number, batch in enumerate((order[:3], order[3:6], order[6:])):
            assert (trainer.step, trainer.epoch, trainer.batch) == (3 * epoch + number, epoch, number)
            assert trainer.updates_to_epoch_end == 3 - number
            case = inputs[:, batch], targets[:, batch]
            cost = reference.cost(architecture, theta, *case)
            update = -0.2 * reference.gradient(architecture, theta, *case)
            assert trainer.run(1) == 1
            theta = theta + update
            np.testing.assert_allclose(trainer.parameters, theta, 1e-12, 1e-14)
            np.testing.assert_allclose(trainer.last_batch.update, update, 1e-10, 1e-14)
            assert trainer.last_batch.cost == pytest.approx(cost, rel=1e-12)
            assert trainer.last_batch.samples == len(batch)


@pytest.mark.parametrize("run", TORCH["runs"], ids=lambda run: run["optimizer"])
def test_twenty_steps_of_each_optimizer_equal_pytorch(run: dict[str, Any]) -> None:
    case = TORCH["case"]
    experiment = Experiment(
        hidden=(3,), optimizer=run["optimizer"], batch_size=3, shuffle=False, l2=case["l2"],
    )  # fmt: skip
    experiment = replace(experiment, **run["settings"])
    x1, x2 = case["inputs"]
    points = points_at(*zip(x1, x2, np.argmax(case["targets"], axis=0), strict=True))
    progress = Progress(0, 0, 0, np.array(case["parameters"]), fresh_state(experiment))
    trainer = Trainer(Checkpoint(experiment, points, progress))
    for expected in run["steps"]:
        trainer.run(1)
        np.testing.assert_allclose(trainer.parameters, expected, 1e-12, 1e-14)


@settings(max_examples=40)
@given(
    st.lists(st.integers(0, 30), max_size=6),
    st.sampled_from(sorted(OPTIMIZERS)),
    st.booleans(),
    st.sampled_from([1, 4, 7, 50]),
)
def test_updates_in_any_portions_come_to_the_same_bits(
    portions: list[int], optimizer: str, shuffle: bool, batch_size: int
) -> None:
    checkpoint = start(13, hidden=(3,), optimizer=optimizer, shuffle=shuffle, batch_size=batch_size)
    whole, cut = Trainer(checkpoint), Trainer(checkpoint)
    assert whole.run(sum(portions)) == sum(portions)
    for portion in portions:
        cut.run(portion)
    assert cut.parameters.tobytes() == whole.parameters.tobytes()
    assert (cut.step, cut.epoch, cut.batch) == (whole.step, whole.epoch, whole.batch)
    assert cut.last_batch.update.tobytes() == whole.last_batch.update.tobytes() or portions[-1] == 0


def test_before_the_first_update_there_is_no_last_batch() -> None:
    last = Trainer(start()).last_batch
    assert isnan(last.cost)
    assert last.samples == 0
    assert not last.update.any()


def test_without_training_points_nothing_runs() -> None:
    trainer = Trainer(start(3, test_points=2))
    trainer.remove_points([0])
    assert trainer.updates_to_epoch_end == 0
    assert trainer.run(10) == 0
    with pytest.raises(NoPointsError):
        trainer.check_ready()


def test_test_points_do_not_train() -> None:
    checkpoint = start(9, test_points=2, batch_size=3)
    without = replace(checkpoint, points=blobs(9).remove([7, 8]))
    trainers = Trainer(checkpoint), Trainer(without)
    for trainer in trainers:
        trainer.run(20)
    assert trainers[0].parameters.tobytes() == trainers[1].parameters.tobytes()


@pytest.mark.parametrize(("count", "test_points"), [(7, 2), (300, 0), (900, 300)])
def test_evaluation_is_over_all_points(count: int, test_points: int) -> None:
    trainer = Trainer(start(count, 3, test_points, l1=0.01))
    trainer.run(50)
    architecture = trainer.experiment.architecture()
    inputs, targets = inputs_and_targets(trainer.points, 3)
    chosen = trainer.points.test
    evaluation = trainer.evaluate()
    expected = reference.cost(architecture, trainer.parameters, inputs[:, ~chosen], targets[:, ~chosen])
    assert evaluation.train_cost == pytest.approx(expected, rel=1e-12)
    if test_points:
        expected = reference.cost(architecture, trainer.parameters, inputs[:, chosen], targets[:, chosen])
        assert evaluation.test_cost == pytest.approx(expected, rel=1e-12)
    else:
        assert isnan(evaluation.test_cost)
        assert isnan(evaluation.test_accuracy)


def test_accuracy_counts_points_of_the_likeliest_class_by_hand() -> None:
    """z = (x1, 0), so that class 0 is likelier where x1 > 0: two of three training points are right."""
    points = points_at((1.0, 0.0, 0), (-2.0, 0.0, 1), (3.0, 0.0, 1), (0.5, 0.0, 1), test=[3])
    experiment = Experiment(hidden=())
    parameters = np.array([1.0, 0.0, 0.0, 0.0, 0.0, 0.0])
    evaluation = Trainer(Checkpoint(experiment, points, Progress(0, 0, 0, parameters, {}))).evaluate()
    assert evaluation.train_accuracy == 2 / 3
    assert evaluation.test_accuracy == 0.0
    assert evaluation.test_cost == pytest.approx(log(1 + np.exp(0.5)), rel=1e-14)


def test_regression_has_costs_but_no_accuracy() -> None:
    """A network of zeros answers 0: the cost of the targets 1 and −3 is (½ + 4½) / 2."""
    experiment = Experiment(task="regression", output="linear", cost="squared_error", initializer="zeros")
    points = points_at((0.0, 0.0, 1.0), (1.0, 1.0, -3.0))
    progress = Progress(0, 0, 0, np.zeros(experiment.architecture().parameter_count), {})
    evaluation = Trainer(Checkpoint(experiment, points, progress)).evaluate()
    assert evaluation.train_cost == 2.5
    assert isnan(evaluation.train_accuracy)


def test_evaluation_disturbs_nothing() -> None:
    trainers = [Trainer(start(10, batch_size=4, optimizer="adam")) for _ in range(2)]
    for _ in range(5):
        trainers[0].run(3)
        trainers[0].evaluate()
        trainers[1].run(3)
    assert trainers[0].parameters.tobytes() == trainers[1].parameters.tobytes()


@pytest.mark.parametrize(
    ("classes", "fields"),
    [(2, {}), (3, {"output": "sigmoid"}), (4, {"output": "softmax", "cost": "squared_error"})],
)
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_every_optimizer_learns_blobs(classes: int, fields: dict[str, Any], optimizer: str) -> None:
    rate = {"adam": 0.02, "rmsprop": 0.02, "momentum": 0.05, "nesterov": 0.05}.get(optimizer, 0.3)
    trainer = Trainer(start(60, classes, learning_rate=rate, optimizer=optimizer, **fields))
    before = trainer.evaluate().train_cost
    trainer.run(600)
    after = trainer.evaluate()
    assert after.train_cost < 0.6 * before
    assert after.train_accuracy > 0.85


def test_networks_may_be_larger_than_the_page_allows() -> None:
    checkpoint = start(100, 3, hidden=(64, 64), batch_size=64)
    trainer = Trainer(checkpoint, Limits(max_neurons=64))
    before = trainer.evaluate().train_cost
    assert trainer.run(40) == 40
    assert trainer.evaluate().train_cost < before


@pytest.mark.parametrize(("output", "cost"), [("softmax", "cross_entropy"), ("sigmoid", "cross_entropy")])
def test_points_are_classified_by_the_sums_where_outputs_are_rounded_alike(output: str, cost: str) -> None:
    """Four classes with z = b hundreds apart, or all far out: outputs are the same 0 or 1 to the last bit.

    Class 3 wins. Of softmax it costs ln(1 + 1/e), classes 0 and 1 cost 800 and 300 more.
    """
    biases = {"softmax": [-400.0, 100.0, 399.0, 400.0], "sigmoid": [40.0, 50.0, 60.0, 70.0]}[output]
    experiment = Experiment(hidden=(), classes=4, output=output, cost=cost)
    parameters = np.concatenate([np.zeros(8), biases])
    points = points_at((1.0, 0.0, 3.0), (0.0, 1.0, 3.0), (1.0, 1.0, 0.0), (2.0, 0.0, 1.0))
    found = Trainer(Checkpoint(experiment, points, Progress(0, 0, 0, parameters, {}))).evaluate()
    assert found.train_accuracy == 0.5
    costs = {
        "softmax": log(1 + np.exp(-1.0)) + (800 + 300) / 4,
        "sigmoid": (2 * (40 + 50 + 60) + (50 + 60 + 70) + (40 + 60 + 70)) / 4,
    }
    assert found.train_cost == pytest.approx(costs[output], rel=1e-14)


@pytest.mark.parametrize("dataset", [dataset for dataset in DATASETS.values() if dataset.suited])
def test_what_a_data_set_suggests_can_learn_it(dataset: Dataset) -> None:
    """Within 3,000 updates nearly all training points are right, from three first networks of three."""
    points = generated(dataset.name, 200, 0.1, 0.2, seed=1)
    suited: dict[str, Any] = dict(dataset.suited)
    for seed in (1, 2, 3):
        trainer = Trainer(initial(replace(Experiment(seed=seed), **suited), points))
        trainer.run(3000)
        assert trainer.evaluate().train_accuracy >= 0.99
