"""Traces against an independent automatic differentiation, and against the training they explain."""

from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from app.data.errors import UnknownPointError
from app.data.points import Points
from app.nn.optimizers import OPTIMIZERS
from app.nn.plan import replay
from app.training.errors import NoPointsError, UnknownParameterError
from app.training.experiment import Experiment
from app.training.inspection import inspect
from app.training.loop import settings_of
from app.training.trace import trace
from app.training.trainer import Trainer
from tests.thoroughness import some
from tests.training.examples import experiment_of, start_of

ACTIVATIONS = {
    "tanh": anp.tanh,
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "relu": lambda z: anp.maximum(z, 0.0),
    "leaky_relu": lambda z: anp.where(z > 0, z, 0.01 * z),
    "elu": lambda z: anp.where(z > 0, z, anp.expm1(z)),
    "gelu": lambda z: 0.5 * z * (1 + anp.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3))),
    "softplus": lambda z: anp.log1p(anp.exp(z)),
    "sine": anp.sin,
    "linear": lambda z: z,
}

CLASSIFIERS = [
    ("softmax", "cross_entropy"), ("sigmoid", "cross_entropy"), ("softmax", "squared_error"),
    ("sigmoid", "squared_error"), ("tanh", "huber"), ("linear", "squared_error"),
    ("one_sigmoid", "cross_entropy"), ("one_sigmoid", "squared_error"), ("one_tanh", "squared_error"),
]  # fmt: skip
SINGLE = {"one_sigmoid": (0.0, 1.0), "one_tanh": (-1.0, 1.0)}
"""The targets of the two classes where a single neuron tells them apart."""
DEPTHS = [(), (3,), (3, 2), (2, 3, 2, 3, 2, 3, 2, 3)]


def softmax(z: Any) -> Any:
    shifted = anp.exp(z - anp.max(z))
    return shifted / anp.sum(shifted)


def reference_cost(experiment: Experiment, blocks: list[Any], x: Any, y: Any) -> Any:
    """The cost of one sample, from the article's formulas; a block is (from + 1, to), biases last."""
    a = x
    for i, block in enumerate(blocks):
        z = anp.dot(a, block[:-1]) + block[-1]
        last = i == len(blocks) - 1
        if last and experiment.output == "softmax":
            a = softmax(z)
        else:
            a = ACTIVATIONS[experiment.output.removeprefix("one_") if last else experiment.activation](z)
    if experiment.cost == "squared_error":
        return 0.5 * anp.sum((a - y) ** 2)
    if experiment.cost == "huber":
        r = anp.abs(a - y)
        return anp.sum(anp.where(r <= 1, 0.5 * r**2, r - 0.5))
    if experiment.output == "softmax":
        return -anp.sum(y * anp.log(a))
    return -anp.sum(y * anp.log(a) + (1 - y) * anp.log(1 - a))


def blocks_of(experiment: Experiment, theta: Any) -> list[Any]:
    blocks, start = [], 0
    sizes = experiment.sizes
    for before, size in pairwise(sizes):
        blocks.append(anp.reshape(theta[start : start + (before + 1) * size], (before + 1, size)))
        start += (before + 1) * size
    return blocks


def assert_close(actual: Any, expected: Any) -> None:
    assert_allclose(actual, expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize(
    ("activation", "hidden", "output", "cost"),
    [
        (activation, hidden, *classifier)
        for turn, (classifier, activation) in enumerate(product(CLASSIFIERS, ACTIVATIONS))
        for hidden in some(DEPTHS, turn, 1)
    ],
    ids=str,
)
def test_every_derivative_of_a_trace_is_that_of_automatic_differentiation(
    activation: str, hidden: tuple[int, ...], output: str, cost: str
) -> None:
    experiment = experiment_of(hidden=hidden, activation=activation, output=output, cost=cost)
    checkpoint = start_of(experiment)
    theta = checkpoint.progress.parameters
    x = np.array([checkpoint.points.x1[4], checkpoint.points.x2[4]])
    named = int(checkpoint.points.target[4])
    y = np.array([SINGLE[output][named]]) if output in SINGLE else np.eye(2)[named]

    def cost_of(parameters: Any) -> Any:
        return reference_cost(experiment, blocks_of(experiment, parameters), x, y)

    sample = trace(checkpoint, 4).sample
    expected = autograd.grad(cost_of)(theta)
    assert_close(sample.cost, cost_of(theta))
    assert_close(sample.gradient, expected)
    # ∂C/∂b = δ (B3): the reference's derivatives of the biases are the deltas.
    for delta, block in zip(sample.deltas[2:], blocks_of(experiment, expected), strict=True):
        assert_close(delta, block[-1])
    architecture = experiment.architecture()
    for i in range(2, architecture.layers + 1):
        name = output.removeprefix("one_") if i == architecture.layers else activation
        slopes = sample.slopes[i]
        if name == "softmax":
            assert slopes is None
        else:
            assert slopes is not None
            assert_close(slopes, [autograd.grad(ACTIVATIONS[name])(z) for z in sample.pre_activations[i]])


@pytest.mark.parametrize("cost", ["squared_error", "huber"])
@pytest.mark.parametrize("output", ["linear", "tanh"])
def test_regression_and_features_too(output: str, cost: str) -> None:
    experiment = experiment_of(
        task="regression", output=output, cost=cost, features=("x1", "x2", "x1^2", "x1*x2", "sin x2")
    )
    checkpoint = start_of(experiment)
    x1, x2 = checkpoint.points.x1[2], checkpoint.points.x2[2]
    x = np.array([x1, x2, x1 * x1, x1 * x2, np.sin(x2)])
    y = checkpoint.points.target[2:3]

    def cost_of(parameters: Any) -> Any:
        return reference_cost(experiment, blocks_of(experiment, parameters), x, y)

    sample = trace(checkpoint, 2).sample
    assert_close(sample.gradient, autograd.grad(cost_of)(checkpoint.progress.parameters))
    assert_close(sample.activations[1], x)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(OPTIMIZERS)),
    st.sampled_from(CLASSIFIERS),
    st.booleans(),
    st.integers(1, 12),
    st.integers(1, 14),
    st.sampled_from([(), (3,), (3, 2)]),
    st.integers(0, 40),
)
def test_the_update_of_the_next_batch_is_the_one_that_training_makes_bit_for_bit(
    optimizer: str,
    pair: tuple[str, str],
    shuffle: bool,
    count: int,
    batch_size: int,
    hidden: tuple[int, ...],
    before: int,
) -> None:
    """For batches of one point, a short last one, full ones, and ones larger than the points are many."""
    experiment = experiment_of(
        hidden=hidden, optimizer=optimizer, output=pair[0], cost=pair[1], shuffle=shuffle,
        batch_size=batch_size, learning_rate=0.05, l2=0.01,
    )  # fmt: skip
    trainer = Trainer(start_of(experiment, count))
    trainer.run(before)
    for _ in range(4):
        told = trace(trainer.checkpoint(), None)
        assert told.batch is not None
        assert told.update is not None
        assert told.batch.next
        trainer.run(1)
        progress = trainer.progress()
        np.testing.assert_array_equal(told.update.after, progress.parameters)
        for name, vector in progress.optimizer.items():
            np.testing.assert_array_equal(told.update.state_after[name], vector)
        assert told.batch.cost == trainer.last_batch.cost


def test_the_batch_of_a_point_holds_it_and_its_gradient_is_the_mean_and_the_penalty() -> None:
    experiment = experiment_of(l1=0.02, l2=0.3)
    checkpoint = start_of(experiment)
    theta = checkpoint.progress.parameters
    seen = set()
    for point in checkpoint.points.id:
        told = trace(checkpoint, int(point))
        assert told.batch is not None
        assert point in checkpoint.points.id[told.batch.indices]
        assert told.batch.batches == 3
        seen.add(told.batch.index)
        samples = [
            trace(checkpoint, int(checkpoint.points.id[at])).sample.gradient for at in told.batch.indices
        ]
        weights = np.concatenate([
            np.append(np.ones(before * size), np.zeros(size))
            for before, size in zip(experiment.sizes, experiment.sizes[1:], strict=False)
        ])  # fmt: skip
        expected = np.mean(samples, axis=0) + weights * (0.02 * np.sign(theta) + 0.3 * theta)
        assert_allclose(told.batch.record.gradient, expected, rtol=1e-12, atol=1e-14)
    assert seen == {0, 1, 2}


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_terms_are_those_of_an_optimizer_that_ran_as_long(optimizer: str) -> None:
    """Whether they give the update, tests/nn/test_rules.py holds."""
    experiment = experiment_of(optimizer=optimizer, learning_rate=0.05)
    trainer = Trainer(start_of(experiment))
    trainer.run(4)
    told = trace(trainer.checkpoint(), None)
    assert told.update is not None
    ran = OPTIMIZERS[optimizer](np.zeros(3), settings_of(experiment))
    for _ in range(5):
        replay(ran.plan)
    assert told.update.terms == ran.terms


def test_a_test_point_is_traced_without_a_batch_or_an_update() -> None:
    checkpoint = start_of(experiment_of())
    mask = np.zeros(7, np.bool_)
    mask[2] = True
    told = trace(replace(checkpoint, points=checkpoint.points.with_test(mask)), 2)
    assert told.batch is None
    assert told.update is None
    assert told.sample.cost > 0


def test_what_cannot_be_traced_is_refused_by_name() -> None:
    checkpoint = start_of(experiment_of())
    with pytest.raises(UnknownPointError, match="not there any more"):
        trace(checkpoint, 99)
    with pytest.raises(NoPointsError):
        trace(replace(checkpoint, points=Points()), None)
    with pytest.raises(UnknownParameterError, match="no such weight or bias"):
        inspect(checkpoint, (2, 9, 0), 1)
