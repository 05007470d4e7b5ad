"""Numbers as far out as float64 goes, against mpmath: what a pass records keeps its digits in every tail."""

import json
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from app.nn.activations import ACTIVATIONS
from app.nn.architecture import Architecture
from app.nn.passes import Pass
from tests.nn import reference
from tests.repository import ROOT

FOLDER = ROOT / "tests/fixtures/tails"
TRUE: dict[str, Any] = json.loads((FOLDER / "activations.json").read_text())
OUTPUTS: list[dict[str, Any]] = json.loads((FOLDER / "outputs.json").read_text())
HIDDEN: list[dict[str, Any]] = json.loads((FOLDER / "hidden.json").read_text())

DIGITS = 1e-14
LEAST = 1e-300
"""Below, numbers of float64 lose digits and end."""


def assert_digits(actual: Any, expected: Any, magnitude: Any = None) -> None:
    """Equal to 14 digits, of `magnitude` if it is given, wherever that is above `LEAST`."""
    wanted = np.asarray(expected, dtype=float)
    size = np.abs(wanted if magnitude is None else np.asarray(magnitude))
    np.testing.assert_array_less(np.abs(actual - wanted), np.maximum(DIGITS * size, LEAST))


def record_of(architecture: Architecture, z: NDArray[np.float64], y: NDArray[np.float64]) -> Pass:
    """Passes of a network without a hidden layer whose one input is 1, to get any z^n, as one batch each."""
    record = Pass(architecture, np.concatenate([z, np.zeros_like(z)]), 1)
    record.inputs[:], record.targets[:] = 1.0, y[:, np.newaxis]
    record.feedforward()
    record.backpropagate()
    return record


@pytest.mark.parametrize("name", [name for name in TRUE if name != "z"])
def test_an_activation_and_its_slope_keep_their_digits(name: str) -> None:
    z, true = np.array(TRUE["z"]), TRUE[name]
    assert_digits(ACTIVATIONS[name].function(z), true["value"])
    assert_digits(ACTIVATIONS[name].derivative(z), true["derivative"], true["magnitude"])


@pytest.mark.parametrize("name", [name for name in TRUE if name != "z"])
def test_beyond_float64_an_activation_is_no_nonsense(name: str) -> None:
    z = np.array([-1.7e308, -1e200, -1e5, 1e5, 1e200, 1.7e308])
    value, slope = ACTIVATIONS[name].function(z), ACTIVATIONS[name].derivative(z)
    assert np.isfinite(value).all()
    assert np.isfinite(slope).all()
    if name != "sine":
        assert (np.diff(value) >= 0).all()
        assert ((slope >= 0) & (slope <= 1)).all()


@pytest.mark.parametrize(("output", "cost"), reference.PAIRS)
def test_output_cost_and_delta_keep_their_digits(output: str, cost: str) -> None:
    cases = [case for case in OUTPUTS if case["output"] == output]
    assert len(cases) >= 34
    for case in cases:
        z, y = np.array(case["z"]), np.array(case["y"])
        record = record_of(Architecture((1, len(z)), "tanh", output, cost), z, y)
        assert_digits(record.activations[2][:, 0], case["a"])
        assert_digits(record.cost(), case["costs"][cost])
        assert_digits(record.deltas[2][:, 0], case["deltas"][cost], case["magnitudes"].get(cost))


@pytest.mark.parametrize(("output", "cost"), reference.PAIRS)
def test_a_batch_costs_what_its_samples_do_however_far_apart_they_are(output: str, cost: str) -> None:
    """One batch of all cases takes the same ways, or others that are as good."""
    neurons = 1 if output.startswith("one_") else 2
    cases = [case for case in OUTPUTS if case["output"] == output and len(case["z"]) == neurons]
    z, y = (np.array([case[name] for case in cases]).T for name in ("z", "y"))
    same = np.vstack([np.eye(neurons), np.zeros(neurons)]).ravel()
    record = Pass(Architecture((neurons, neurons), "tanh", output, cost), same, len(cases))
    record.inputs[:], record.targets[:] = z, y
    record.feedforward()
    record.backpropagate()
    assert_digits(record.sample_costs(), [case["costs"][cost] for case in cases])
    deltas = record.deltas[2] * len(cases)
    for case, column in zip(cases, deltas.T, strict=True):
        assert_digits(column, case["deltas"][cost], case["magnitudes"].get(cost))


@pytest.mark.parametrize(
    "case", HIDDEN, ids=lambda case: f"{case['activation']}-{case['output']}-{case['cost']}"
)
def test_the_delta_of_a_hidden_layer_is_right_to_the_sum_of_its_terms(case: dict[str, Any]) -> None:
    architecture = Architecture((2, 3, 2), case["activation"], case["output"], case["cost"])
    record = Pass(architecture, np.array(case["parameters"]), 1)
    record.inputs[:, 0], record.targets[:, 0] = case["inputs"], case["targets"]
    record.feedforward()
    record.backpropagate()
    assert_digits(record.deltas[3][:, 0], case["last"])
    assert_digits(record.deltas[2][:, 0], case["deltas"], case["magnitudes"])
