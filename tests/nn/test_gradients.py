"""Backpropagation against automatic differentiation, against PyTorch, and against central differences."""

import json
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.nn.activations import ACTIVATIONS
from app.nn.architecture import Architecture
from app.nn.gradient_check import central_differences
from app.nn.passes import Pass
from tests.nn import reference
from tests.repository import ROOT
from tests.thoroughness import some

DEPTHS: list[tuple[int, ...]] = [(), (4,), (4, 3), (3, 5, 2)]
TORCH: list[dict[str, Any]] = json.loads((ROOT / "tests/fixtures/torch/gradients.json").read_text())


def run(
    architecture: Architecture, parameters: reference.Array, inputs: reference.Array, targets: reference.Array
) -> Pass:
    """A pass both ways through one batch."""
    record = Pass(architecture, parameters, inputs.shape[1])
    record.inputs[:], record.targets[:] = inputs, targets
    record.feedforward()
    record.backpropagate()
    return record


@pytest.mark.parametrize(
    ("activation", "output", "cost", "hidden"),
    [
        (activation, *pair, hidden)
        for turn, (pair, activation) in enumerate(product(reference.PAIRS, reference.ACTIVATIONS))
        for hidden in some(DEPTHS, turn, 1)
    ],
    ids=str,
)
def test_gradient_equals_automatic_differentiation(
    activation: str, output: str, cost: str, hidden: tuple[int, ...]
) -> None:
    for neurons in (2, 3):
        architecture = Architecture((2, *hidden, neurons), activation, output, cost)
        case = reference.batch(architecture, samples=5, seed=neurons)
        record = run(architecture, *case)
        np.testing.assert_allclose(record.gradient, reference.gradient(architecture, *case), 1e-12, 1e-14)
        np.testing.assert_allclose(record.cost(), reference.cost(architecture, *case), 1e-12)


@pytest.mark.parametrize("hidden", [(3,) * 8, (16, 16), (64, 64)], ids=str)
@pytest.mark.parametrize("activation", reference.ACTIVATIONS)
def test_gradient_of_deep_and_of_wide_networks(activation: str, hidden: tuple[int, ...]) -> None:
    architecture = Architecture((7, *hidden, 4), activation, "softmax", "cross_entropy")
    parameters, inputs, targets = reference.batch(architecture, samples=9, seed=3)
    case = parameters / max(hidden) ** 0.5, inputs, targets
    expected = reference.gradient(architecture, *case)
    np.testing.assert_allclose(run(architecture, *case).gradient, expected, 1e-12, 1e-14)


@pytest.mark.parametrize(("l1", "l2"), [(0.1, 0.0), (0.0, 0.2), (0.1, 0.2)])
def test_the_penalty_pulls_at_weights_but_not_at_biases(l1: float, l2: float) -> None:
    architecture = Architecture((2, 3, 2), "tanh", "softmax", "cross_entropy", l1, l2)
    case = reference.batch(architecture, samples=4, seed=0)
    record = run(architecture, *case)
    np.testing.assert_allclose(record.gradient, reference.gradient(architecture, *case), 1e-12, 1e-14)
    np.testing.assert_allclose(record.cost(), reference.cost(architecture, *case), 1e-13)
    plain = run(Architecture((2, 3, 2), "tanh", "softmax", "cross_entropy"), *case)
    pulled = record.gradient - plain.gradient
    assert all((bias == 0).all() for bias in architecture.biases(pulled)[2:])


@pytest.mark.parametrize(
    "case", TORCH, ids=lambda case: f"{case['activation']}-{case['output']}-{case['cost']}"
)
def test_cost_and_gradient_equal_pytorch(case: dict[str, Any]) -> None:
    architecture = Architecture(
        tuple(case["sizes"]), case["activation"], case["output"], case["cost"], case["l1"], case["l2"]
    )
    record = run(architecture, *(np.array(case[name]) for name in ("parameters", "inputs", "targets")))
    np.testing.assert_allclose(record.gradient, case["gradient"], 1e-12, 1e-14)
    np.testing.assert_allclose(record.cost(), case["value"], 1e-13)


@settings(max_examples=60)
@given(
    st.lists(st.integers(1, 5), max_size=4),
    st.sampled_from([name for name, activation in ACTIVATIONS.items() if not activation.kinked]),
    st.sampled_from(reference.PAIRS),
    st.integers(0, 2**32 - 1),
)
def test_gradient_equals_central_differences_where_it_is_smooth(
    hidden: list[int], activation: str, pair: tuple[str, str], seed: int
) -> None:
    architecture = Architecture((2, *hidden, 3), activation, *pair, l1=0.01, l2=0.02)
    parameters, inputs, targets = reference.batch(architecture, samples=3, seed=seed)
    record = run(architecture, parameters, inputs, targets)
    indices = range(0, len(parameters), 3)
    measured = central_differences(architecture, parameters, inputs, targets, indices)
    np.testing.assert_allclose(record.gradient[indices], measured, 1e-6, 1e-8)


@pytest.mark.parametrize(
    "activation", [name for name, activation in ACTIVATIONS.items() if activation.kinked]
)
def test_gradient_equals_central_differences_away_from_the_kink(activation: str) -> None:
    architecture = Architecture((2, 6, 4, 2), activation, "softmax", "cross_entropy")
    parameters, inputs, targets = reference.batch(architecture, samples=5, seed=8)
    record = run(architecture, parameters, inputs, targets)
    assert min(np.abs(record.pre_activations[i]).min() for i in (2, 3)) > 1e-3
    measured = central_differences(architecture, parameters, inputs, targets)
    np.testing.assert_allclose(record.gradient, measured, 1e-6, 1e-9)


def test_a_difference_across_a_kink_is_the_mean_of_both_slopes() -> None:
    """C = ½ (max(w, 0) + 1)² has at w = 0 the slope 0 on the left and 1 on the right."""
    architecture = Architecture((1, 1, 1), "relu", "linear", "squared_error")
    parameters = np.array([0.0, 0.0, 1.0, 0.0])
    case = parameters, np.array([[1.0]]), np.array([[-1.0]])
    assert run(architecture, *case).gradient[0] == 0.0
    assert central_differences(architecture, *case, indices=[0])[0] == pytest.approx(0.5, abs=1e-5)
