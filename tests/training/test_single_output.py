"""Two classes by a single output neuron: cost and accuracy by hand, and what a change leaves of it."""

from dataclasses import replace
from math import exp, log1p, tanh

import numpy as np
import pytest

from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer
from tests.training.examples import points_at

POINTS = points_at((-2, 0, 0), (0.5, 0, 0), (1, 0, 1), (-0.25, 0, 1))
"""By z = x1 the first and the third are right."""


def trainer_of(output: str, cost: str) -> Trainer:
    """No hidden layer, and z = x1."""
    start = initial(Experiment(hidden=(), output=output, cost=cost), POINTS)
    return Trainer(replace(start, progress=replace(start.progress, parameters=np.array([1.0, 0.0, 0.0]))))


def test_a_sigmoid_costs_by_its_two_sides_and_decides_at_a_half() -> None:
    found = trainer_of("one_sigmoid", "cross_entropy").evaluate()
    by_hand = [log1p(exp(-2)), log1p(exp(0.5)), log1p(exp(-1)), log1p(exp(0.25))]
    assert found.train_cost == pytest.approx(sum(by_hand) / 4, rel=1e-14)
    assert found.train_accuracy == 0.5


def test_a_tanh_aims_at_minus_1_and_1_and_decides_at_0() -> None:
    found = trainer_of("one_tanh", "squared_error").evaluate()
    by_hand = [(tanh(-2) + 1) ** 2, (tanh(0.5) + 1) ** 2, (tanh(1) - 1) ** 2, (tanh(-0.25) - 1) ** 2]
    assert found.train_cost == pytest.approx(sum(by_hand) / 8, rel=1e-14)
    assert found.train_accuracy == 0.5


def test_the_first_update_is_that_of_the_rule() -> None:
    """δ = a − y, and w ← w − η Σ x δ / 4."""
    trainer = trainer_of("one_sigmoid", "cross_entropy")
    trainer.run(1)
    a = [1 / (1 + exp(-z)) for z in (-2, 0.5, 1, -0.25)]
    delta = [a[0], a[1], a[2] - 1, a[3] - 1]
    pull = sum(x * d for x, d in zip((-2, 0.5, 1, -0.25), delta, strict=True)) / 4
    np.testing.assert_allclose(trainer.parameters, [1 - 0.1 * pull, 0, -0.1 * sum(delta) / 4], rtol=1e-14)


def test_one_neuron_and_one_for_each_class_are_different_neurons() -> None:
    """What leads into the output starts anew; what leads into the hidden layer stays."""
    trainer = Trainer(initial(Experiment(hidden=(2,)), POINTS))
    before = trainer.parameters.copy()
    trainer.configure({"output": "one_sigmoid"})
    assert trainer.parameters.size == 9
    np.testing.assert_array_equal(trainer.parameters[:6], before[:6])
    assert not np.isin(trainer.parameters[6:8], before).any()
    trainer.configure({"output": "one_tanh"})
    kept = trainer.parameters.copy()
    trainer.configure({"output": "one_sigmoid"})
    np.testing.assert_array_equal(trainer.parameters, kept)


def test_a_third_class_brings_an_output_with_a_neuron_for_each() -> None:
    trainer = trainer_of("one_sigmoid", "cross_entropy")
    trainer.configure({"classes": 3})
    experiment = trainer.experiment
    assert (experiment.output, experiment.cost, experiment.sizes) == ("softmax", "cross_entropy", (2, 3))
