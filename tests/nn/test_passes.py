"""The record of a pass: true values, by hand and by the equations."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.nn.activations import ACTIVATIONS
from app.nn.architecture import Architecture
from app.nn.passes import Pass
from app.nn.plan import replay
from tests.nn import reference

CLASSIFIER = Architecture((2, 4, 3, 3), "tanh", "softmax", "cross_entropy")
PENALIZED = [
    Architecture((2, 3, neurons), "gelu", *pair, l1=0.1, l2=0.1)
    for pair in reference.PAIRS
    for neurons in (2, 3)
]
"""Each output with each of its costs, for two neurons and for more."""


def filled(architecture: Architecture, samples: int, seed: int = 0) -> Pass:
    """A pass with random parameters that went both ways."""
    parameters, inputs, targets = reference.batch(architecture, samples, seed)
    record = Pass(architecture, parameters, samples)
    record.inputs[:], record.targets[:] = inputs, targets
    record.feedforward()
    record.backpropagate()
    return record


def test_a_network_of_one_neuron_a_layer_by_hand() -> None:
    """1-1-1, sigmoid, linear output, squared error, x = 2, y = 1; w = 0.5, b = -1, then w = 3, b = 0.25.

    z² = 0, a² = 0.5; z³ = a³ = 1.75; C = 0.75² / 2; δ³ = 0.75; δ² = 3 · 0.75 · 0.25.
    """
    architecture = Architecture((1, 1, 1), "sigmoid", "linear", "squared_error")
    record = Pass(architecture, np.array([0.5, -1.0, 3.0, 0.25]), 1)
    record.inputs[:], record.targets[:] = 2.0, 1.0
    record.feedforward()
    record.backpropagate()
    assert [a.item() for a in record.activations[1:]] == [2.0, 0.5, 1.75]
    assert [z.item() for z in record.pre_activations[2:]] == [0.0, 1.75]
    assert record.slopes[2].item() == 0.25
    assert [delta.item() for delta in record.deltas[2:]] == [0.5625, 0.75]
    assert record.gradient.tolist() == [2 * 0.5625, 0.5625, 0.5 * 0.75, 0.75]
    assert record.cost() == 0.28125


def test_without_a_hidden_layer_by_hand() -> None:
    """2-2 with zeros: softmax gives ½, ½; two samples of class 1: δ = (½ − 1, ½) / 2, C = ln 2."""
    record = Pass(Architecture((2, 2), "tanh", "softmax", "cross_entropy"), np.zeros(6), 2)
    record.inputs[:] = [[1.0, 2.0], [4.0, -2.0]]
    record.targets[0] = 1.0
    record.feedforward()
    record.backpropagate()
    assert record.activations[2].tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert record.deltas[2].tolist() == [[-0.25, -0.25], [0.25, 0.25]]
    assert record.gradient.reshape(3, 2).tolist() == [[-0.75, 0.75], [-0.5, 0.5], [-0.5, 0.5]]
    assert record.cost() == pytest.approx(math.log(2), rel=1e-15)


@pytest.mark.parametrize("activation", reference.ACTIVATIONS)
@pytest.mark.parametrize("neurons", [2, 3])
def test_the_record_fulfils_the_equations(activation: str, neurons: int) -> None:
    architecture = Architecture((2, 4, 3, neurons), activation, "softmax", "cross_entropy")
    record = filled(architecture, samples=6)
    weights, biases = architecture.weights(record.parameters), architecture.biases(record.parameters)
    a, z, deltas = record.activations, record.pre_activations, record.deltas
    for i in (1, 2, 3):
        np.testing.assert_allclose(
            z[i + 1], weights[i + 1] @ a[i] + biases[i + 1][:, None], 1e-13, 1e-15
        )  # (F1)
    for i in (2, 3):
        np.testing.assert_allclose(a[i], reference.ACTIVATIONS[activation](z[i]), 1e-13, 1e-15)  # (F1)
        np.testing.assert_allclose(record.slopes[i], ACTIVATIONS[activation].derivative(z[i]), 1e-13, 1e-15)
        np.testing.assert_allclose(
            deltas[i], weights[i + 1].T @ deltas[i + 1] * record.slopes[i], 1e-13
        )  # (B2)
    np.testing.assert_allclose(a[4].sum(axis=0), 1.0, 1e-15)
    np.testing.assert_allclose(deltas[4], (a[4] - record.targets) / 6, 1e-13, 1e-16)  # (B1)
    for i in (2, 3, 4):
        slopes = architecture.biases(record.gradient)[i], architecture.weights(record.gradient)[i]
        np.testing.assert_allclose(slopes[0], deltas[i].sum(axis=1), 1e-13, 1e-16)  # (B3)
        np.testing.assert_allclose(slopes[1], deltas[i] @ a[i - 1].T, 1e-13, 1e-16)  # (B4)


@settings(max_examples=50)
@given(st.lists(st.integers(1, 4), max_size=3), st.sampled_from(reference.PAIRS), st.integers(1, 7))
def test_a_batch_is_the_mean_of_its_samples(hidden: list[int], pair: tuple[str, str], samples: int) -> None:
    architecture = Architecture((2, *hidden, 2), "tanh", *pair)
    whole = filled(architecture, samples)
    single = Pass(architecture, whole.parameters, 1)
    costs, gradients = [], []
    for column in range(samples):
        single.inputs[:], single.targets[:] = whole.inputs[:, [column]], whole.targets[:, [column]]
        single.feedforward()
        single.backpropagate()
        costs.append(single.cost())
        gradients.append(single.gradient.copy())
    np.testing.assert_allclose(whole.sample_costs(), costs, 1e-12, 1e-15)
    np.testing.assert_allclose(whole.cost(), np.mean(costs), 1e-12)
    np.testing.assert_allclose(whole.gradient, np.mean(gradients, axis=0), 1e-11, 1e-15)


@pytest.mark.parametrize("architecture", PENALIZED, ids=str)
def test_a_plan_on_another_block_does_what_the_methods_do(architecture: Architecture) -> None:
    expected = filled(architecture, samples=5)
    record = Pass(architecture, expected.parameters, 5)
    block = expected.block.copy()
    replay(record.plan(block))
    np.testing.assert_allclose(record.gradient, expected.gradient, 1e-14, 1e-16)
    assert record.sample_costs(record.targets_of(block)).tolist() == expected.sample_costs().tolist()


@pytest.mark.parametrize("architecture", PENALIZED, ids=str)
def test_a_factor_multiplies_deltas_and_gradient_alone(architecture: Architecture) -> None:
    expected = filled(architecture, samples=5)
    record = Pass(architecture, expected.parameters, 5)
    record.block[:] = expected.block
    for factor in (0.03, 0.0, 4.0):
        record.scale(factor)
        record.feedforward()
        record.backpropagate()
        np.testing.assert_allclose(record.gradient, factor * expected.gradient, 1e-12, 1e-16)
        for mine, true in zip(record.deltas[2:], expected.deltas[2:], strict=True):
            np.testing.assert_allclose(mine, factor * true, 1e-12, 1e-16)
        assert record.activations[-1].tolist() == expected.activations[-1].tolist()
        assert record.cost() == expected.cost()


@pytest.mark.parametrize("neurons", [2, 3])
def test_targets_may_come_after_feedforward(neurons: int) -> None:
    architecture = Architecture((2, 3, neurons), "tanh", "softmax", "cross_entropy")
    expected = filled(architecture, samples=5)
    record = Pass(architecture, expected.parameters, 5)
    record.inputs[:] = expected.inputs
    record.feedforward()
    record.targets[:] = expected.targets
    record.backpropagate()
    assert record.gradient.tolist() == expected.gradient.tolist()


def test_a_pass_sees_the_newest_parameters_and_writes_the_gradient_it_is_given() -> None:
    expected = filled(CLASSIFIER, samples=4)
    parameters, gradient = np.zeros_like(expected.parameters), np.zeros_like(expected.parameters)
    record = Pass(CLASSIFIER, parameters, 4, gradient)
    parameters[:] = expected.parameters
    record.inputs[:], record.targets[:] = expected.inputs, expected.targets
    record.feedforward()
    record.backpropagate()
    assert record.gradient is gradient
    assert gradient.tolist() == expected.gradient.tolist()


@pytest.mark.parametrize("neurons", [2, 3, 4])
@pytest.mark.parametrize("output", ["softmax", "sigmoid"])
@pytest.mark.parametrize("size", [1e3, 1e6, 1e150])
def test_cross_entropy_is_finite_for_any_finite_z(output: str, neurons: int, size: float) -> None:
    """One neuron says `size`, the others −size, and the target is one of those: a cost of 2 size."""
    record = Pass(Architecture((1, neurons), "tanh", output, "cross_entropy"), np.zeros(2 * neurons), 1)
    record.parameters[neurons:] = -size
    record.parameters[neurons] = size
    record.targets[1] = 1.0
    record.feedforward()
    record.backpropagate()
    assert record.cost() == pytest.approx(2 * size, rel=1e-12)
    assert record.deltas[2][:2, 0] == pytest.approx([1.0, -1.0])


@pytest.mark.parametrize("difference", [0.0, 0.5, 5.0, 30.0, 300.0])
def test_the_cost_of_a_confident_answer_is_exact(difference: float) -> None:
    """−ln a = ln(1 + e^−d), which is e^−d in all its digits where a is 1 to the last."""
    record = Pass(Architecture((1, 2), "tanh", "softmax", "cross_entropy"), np.zeros(4), 1)
    record.parameters[2:] = difference / 2, -difference / 2
    record.targets[0] = 1.0
    record.feedforward()
    assert record.cost() == pytest.approx(math.log1p(math.exp(-difference)), rel=1e-14)


@pytest.mark.parametrize("neurons", [2, 3])
@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_parameter_that_is_not_finite_is_not_hidden(neurons: int, value: float) -> None:
    for activation in ACTIVATIONS:
        architecture = Architecture((2, 3, neurons), activation, "softmax", "cross_entropy")
        record = filled(architecture, samples=2)
        architecture.biases(record.parameters)[3][0] = value
        record.feedforward()
        assert not np.isfinite(record.cost())


def test_huber_by_hand() -> None:
    """Residuals ½, −3 and 1 cost 0.125, 2.5 and 0.5, and pull by ½, −1 and 1."""
    record = Pass(Architecture((1, 1), "tanh", "linear", "huber"), np.zeros(2), 3)
    record.targets[:] = [[-0.5, 3.0, -1.0]]
    record.feedforward()
    record.backpropagate()
    assert record.sample_costs().tolist() == [0.125, 2.5, 0.5]
    assert (3 * record.deltas[2]).tolist() == [[0.5, -1.0, 1.0]]
