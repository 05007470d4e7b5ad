"""Changes between two updates: what they change, what they keep, and that a refused one changes nothing."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.data.errors import (
    DuplicatePointError,
    InvalidValueError,
    LimitError,
    RefusedError,
    UnknownPointError,
)
from app.data.points import Points
from app.training.checkpoint import initial
from app.training.errors import UnknownParameterError
from app.training.experiment import Experiment
from app.training.limits import Limits
from app.training.trainer import Trainer
from tests.training.examples import points_at, start
from tests.training.resume_worker import to_json

Change = Callable[[Trainer], object]


def point(number: int, x1: float = 0.5, target: float = 0.0, test: bool = False) -> Points:
    """One point with this id."""
    return Points(np.array([number]), np.array([x1]), np.zeros(1), np.array([target]), np.array([test]))


CHANGES: list[Change] = [
    lambda trainer: trainer.run(3),
    lambda trainer: trainer.run(40),
    lambda trainer: trainer.configure({"learning_rate": 0.03}),
    lambda trainer: trainer.configure({"momentum": 0.5, "decay": 0.9}),
    lambda trainer: trainer.configure({"optimizer": "adam"}),
    lambda trainer: trainer.configure({"optimizer": "momentum"}),
    lambda trainer: trainer.configure({"batch_size": 5}),
    lambda trainer: trainer.configure({"batch_size": 100}),
    lambda trainer: trainer.configure({"shuffle": False}),
    lambda trainer: trainer.configure({"shuffle": True}),
    lambda trainer: trainer.configure({"l2": 0.01, "activation": "relu"}),
    lambda trainer: trainer.configure({"hidden": (3,)}),
    lambda trainer: trainer.configure({"features": ("x1", "x2", "sin x1")}),
    lambda trainer: trainer.configure({"classes": 3}),
    lambda trainer: trainer.configure({"task": "regression"}),
    lambda trainer: trainer.configure({"task": "classification"}),
    lambda trainer: trainer.configure({"seed": 9}),
    lambda trainer: trainer.add_layer(2, 3),
    lambda trainer: trainer.set_parameter(2, 0, None, 0.25),
    lambda trainer: trainer.reset(),
    lambda trainer: trainer.reset(4),
    lambda trainer: trainer.replace_points(points_at((1, 1, 0), (-1, 2, 1), (0, 1, 0), test=[1])),
    lambda trainer: trainer.split(0.25, 3),
    lambda trainer: trainer.generate("blobs3", 21, 0.2, 0.3, 1),
    lambda trainer: trainer.generate("plane", 12, 0.2, 0.0, 1),
    lambda trainer: trainer.move_points(trainer.points.id[:1].tolist(), [0.3], [-0.2]),
    lambda trainer: trainer.set_targets(trainer.points.id[-2:].tolist(), 1.0),
    lambda trainer: trainer.remove_points(trainer.points.id[::4].tolist()),
    lambda trainer: trainer.add_points(point(int(trainer.points.id.max(initial=0)) + 1, -0.4)),
]


@settings(max_examples=80)
@given(st.lists(st.sampled_from(CHANGES), max_size=8))
def test_after_any_changes_a_trainer_goes_on_as_one_made_from_its_checkpoint(changes: list[Change]) -> None:
    trainer = Trainer(start(17, test_points=3, hidden=(3, 2), batch_size=4, optimizer="nesterov"))
    for change in changes:
        change(trainer)
    trainer.checkpoint().check(Limits())
    fresh = Trainer(trainer.checkpoint())
    assert fresh.run(13) == trainer.run(13)
    assert to_json(fresh.checkpoint()) == to_json(trainer.checkpoint())
    assert np.array_equal(fresh.evaluate(), trainer.evaluate(), equal_nan=True)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda trainer: trainer.configure({"learning_rate": 0.0}), InvalidValueError),
        (lambda trainer: trainer.configure({"output": "tanh", "cost": "cross_entropy"}), InvalidValueError),
        (lambda trainer: trainer.configure({"hidden": (17,)}), LimitError),
        (lambda trainer: trainer.configure({"learning_rate": 0.5, "seed": -1}), InvalidValueError),
        (lambda trainer: trainer.add_layer(2, 17), LimitError),
        (lambda trainer: trainer.add_layer(9, 2), UnknownParameterError),
        (lambda trainer: trainer.remove_layer(4), UnknownParameterError),
        (lambda trainer: trainer.add_neuron(1), UnknownParameterError),
        (lambda trainer: trainer.remove_neuron(2, 4), UnknownParameterError),
        (lambda trainer: trainer.set_parameter(2, 4, 0, 1.0), UnknownParameterError),
        (lambda trainer: trainer.set_parameter(2, 0, 0, float("nan")), InvalidValueError),
        (lambda trainer: trainer.set_parameter(2, 0, None, float("inf")), InvalidValueError),
        (lambda trainer: trainer.reset(-1), InvalidValueError),
        (lambda trainer: trainer.add_points(point(3)), DuplicatePointError),
        (lambda trainer: trainer.add_points(point(99, x1=101.0)), InvalidValueError),
        (lambda trainer: trainer.move_points([0, 99], [1.0, 1.0], [1.0, 1.0]), UnknownPointError),
        (lambda trainer: trainer.remove_points([0, 99]), UnknownPointError),
        (lambda trainer: trainer.set_targets([0], 2.0), InvalidValueError),
        (lambda trainer: trainer.replace_points(point(1, target=0.5)), InvalidValueError),
        (lambda trainer: trainer.generate("xor", 5001, 0.1, 0.0, 1), LimitError),
    ],
)
def test_a_refused_change_changes_nothing(change: Change, error: type[RefusedError]) -> None:
    trainer = Trainer(start(11, hidden=(4, 3), batch_size=4, optimizer="adam"))
    trainer.run(5)
    before, last = to_json(trainer.checkpoint()), trainer.last_batch
    with pytest.raises(error):
        change(trainer)
    assert to_json(trainer.checkpoint()) == before
    assert trainer.last_batch is last


@pytest.mark.parametrize(
    ("change", "batch"),
    [
        (lambda trainer: trainer.move_points([0], [1.0], [1.0]), 2),
        (lambda trainer: trainer.set_targets([0], 1.0), 2),
        (lambda trainer: trainer.configure({"learning_rate": 0.5}), 2),
        (lambda trainer: trainer.add_neuron(2), 2),
        (lambda trainer: trainer.set_parameter(2, 0, 0, 1.0), 2),
        (lambda trainer: trainer.add_points(point(99, test=True)), 2),
        (lambda trainer: trainer.add_points(point(99)), 0),
        (lambda trainer: trainer.remove_points([0]), 0),
        (lambda trainer: trainer.split(0.5, 1), 0),
        (lambda trainer: trainer.configure({"batch_size": 5}), 0),
        (lambda trainer: trainer.configure({"shuffle": False}), 0),
    ],
)
def test_a_pass_starts_anew_when_its_batches_are_others(change: Change, batch: int) -> None:
    """11 points in batches of 4: 8 updates are 2 passes of 3 and 2 batches."""
    trainer = Trainer(start(11, batch_size=4))
    trainer.run(8)
    change(trainer)
    assert (trainer.step, trainer.epoch, trainer.batch) == (8, 2, batch)


def test_a_new_rate_keeps_the_optimizers_state_and_the_last_batch() -> None:
    trainer = Trainer(start(optimizer="momentum"))
    trainer.run(5)
    velocity, last = trainer.progress().optimizer["velocity"], trainer.last_batch
    trainer.configure({"learning_rate": 0.01})
    assert trainer.progress().optimizer["velocity"].tolist() == velocity.tolist()
    assert trainer.last_batch is last


def test_another_optimizer_starts_without_a_state_from_the_same_parameters() -> None:
    trainer = Trainer(start(optimizer="momentum"))
    trainer.run(5)
    parameters = trainer.parameters.tolist()
    trainer.configure({"optimizer": "rmsprop"})
    assert trainer.parameters.tolist() == parameters
    assert not trainer.progress().optimizer["squares"].any()
    assert trainer.step == 5


@pytest.mark.parametrize("changes", [{"seed": 3}, {"initializer": "he"}, {"seed": 1}])
def test_a_seed_or_an_initializer_starts_from_step_0(changes: dict[str, Any]) -> None:
    trainer = Trainer(start(optimizer="adam"))
    trainer.run(5)
    trainer.configure(changes)
    expected = initial(trainer.experiment, trainer.points)
    assert to_json(trainer.checkpoint()) == to_json(expected)
    assert {name: getattr(trainer.experiment, name) for name in changes} == changes


@pytest.mark.parametrize("seed", [None, 8])
def test_reset_goes_back_to_the_parameters_of_the_seed_and_keeps_the_points(seed: int | None) -> None:
    checkpoint = start(9, test_points=2, optimizer="adam")
    trainer = Trainer(checkpoint)
    trainer.run(5)
    trainer.reset(seed)
    assert trainer.experiment.seed == (seed or 1)
    assert to_json(trainer.checkpoint()) == to_json(initial(trainer.experiment, checkpoint.points))


def test_a_parameter_set_by_hand_is_the_one_that_the_notation_names() -> None:
    """In 2-3-2 the weight from neuron 1 of layer 2 to neuron 0 of layer 3 has the index 9 + 1 · 2 + 0."""
    trainer = Trainer(start(hidden=(3,)))
    before = trainer.parameters.copy()
    trainer.set_parameter(3, 0, 1, 7.5)
    trainer.set_parameter(2, 2, None, -7.5)
    assert np.flatnonzero(trainer.parameters != before).tolist() == [8, 11]
    assert trainer.parameters[[8, 11]].tolist() == [-7.5, 7.5]


@pytest.mark.parametrize(
    ("dataset", "task", "classes", "output", "cost"),
    [
        ("circle", "classification", 2, "softmax", "cross_entropy"),
        ("quadrants4", "classification", 4, "softmax", "cross_entropy"),
        ("plane", "regression", 2, "linear", "squared_error"),
        ("blank", "classification", 2, "softmax", "cross_entropy"),
    ],
)
def test_a_data_set_brings_the_task_and_classes_that_it_needs(
    dataset: str, task: str, classes: int, output: str, cost: str
) -> None:
    trainer = Trainer(start(30, test_points=4))
    trainer.run(20)
    trainer.generate(dataset, 40, 0.1, 0.25, 2)
    experiment = trainer.experiment
    assert (experiment.task, experiment.classes) == (task, classes)
    assert (experiment.output, experiment.cost) == (output, cost)
    assert (trainer.step, trainer.batch) == (20, 0)
    assert len(trainer.points) == (0 if dataset == "blank" else 40)
    assert np.count_nonzero(trainer.points.test) == (0 if dataset == "blank" else 10)


def test_with_another_data_set_the_network_can_start_anew() -> None:
    """At step 0, with the weights that a new network of this seed has."""
    trainer = Trainer(start(30, test_points=4))
    first = trainer.parameters.copy()
    trainer.run(20)
    assert not np.array_equal(trainer.parameters, first)
    trainer.generate("circle", 40, 0.1, 0.25, 2, fresh=True)
    assert (trainer.step, trainer.epoch, len(trainer.points)) == (0, 0, 40)
    np.testing.assert_array_equal(trainer.parameters, first)


def test_a_parameter_set_by_hand_is_no_part_of_the_last_update() -> None:
    trainers = Trainer(start()), Trainer(start())
    for trainer in trainers:
        trainer.run(3)
    trainers[0].set_parameter(2, 0, 0, 5.0)
    assert trainers[0].last_batch.update.tolist() == trainers[1].last_batch.update.tolist()


def test_the_last_batch_keeps_the_cost_that_it_had_when_its_points_change_class() -> None:
    trainers = Trainer(start()), Trainer(start())
    for trainer in trainers:
        trainer.run(3)
    trainers[0].set_targets([0, 1, 2], 1.0)
    assert trainers[0].last_batch.cost == trainers[1].last_batch.cost


def deep(count: int = 12) -> Points:
    """Points whose class is told by a further column, and by nothing else."""
    target = np.arange(float(count)) % 2
    zeros = np.zeros(count)
    return Points(np.arange(count), zeros, zeros, target, zeros > 0, 2 * target[:, np.newaxis] - 1)


def test_what_only_a_further_column_tells_is_learned_by_it() -> None:
    trainer = Trainer(initial(Experiment(features=("x1", "x2"), hidden=(3,), learning_rate=1.0), deep()))
    trainer.run(200)
    assert trainer.evaluate().train_accuracy == 0.5
    trainer.configure({"features": ("x1", "x2", "x3")})
    trainer.run(200)
    assert trainer.evaluate().train_accuracy == 1.0


def test_an_input_that_no_point_has_holds_0_and_a_data_set_of_the_plane_takes_it_away() -> None:
    trainer = Trainer(initial(Experiment(features=("x1", "x3", "x7")), deep()))
    weights = trainer.parameters.copy()
    trainer.run(20)
    first = trainer.experiment.architecture().blocks(trainer.parameters - weights)[2]
    assert (first[1] != 0).all()
    assert (first[2] == 0).all()
    trainer.generate("moons", 20, 0.1, 0.2, 1)
    assert list(trainer.experiment.features) == ["x1"]
    trainer.configure({"features": ("x4",)})
    trainer.generate("moons", 20, 0.1, 0.2, 1)
    assert list(trainer.experiment.features) == ["x1", "x2"]
