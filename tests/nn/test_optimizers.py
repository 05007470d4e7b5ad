"""Optimizers: by their formulas with plain numbers, by PyTorch, and their state across a stop."""

import json
from collections.abc import Callable, Iterator
from math import sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.nn.architecture import Architecture
from app.nn.optimizer import Optimizer, OptimizerSettings
from app.nn.optimizers import OPTIMIZERS
from app.nn.passes import Pass
from app.nn.plan import Array, replay
from tests.repository import ROOT

TORCH = json.loads((ROOT / "tests/fixtures/torch/optimizers.json").read_text())
RATE, MU, RHO = 0.1, 0.8, 0.95
SETTINGS = OptimizerSettings(RATE, MU, RHO)


def gradient_descent(gradients: list[float]) -> Iterator[float]:
    for g in gradients:
        yield RATE * g


def momentum(gradients: list[float]) -> Iterator[float]:
    v = 0.0
    for g in gradients:
        v = MU * v + g
        yield RATE * v


def nesterov(gradients: list[float]) -> Iterator[float]:
    v = 0.0
    for g in gradients:
        v = MU * v + g
        yield RATE * (g + MU * v)


def adagrad(gradients: list[float]) -> Iterator[float]:
    s = 0.0
    for g in gradients:
        s += g * g
        yield RATE * g / (sqrt(s) + 1e-10)


def rmsprop(gradients: list[float]) -> Iterator[float]:
    s = 0.0
    for g in gradients:
        s = RHO * s + (1 - RHO) * g * g
        yield RATE * g / (sqrt(s) + 1e-8)


def adam(gradients: list[float]) -> Iterator[float]:
    m = s = 0.0
    for t, g in enumerate(gradients, start=1):
        m = MU * m + (1 - MU) * g
        s = RHO * s + (1 - RHO) * g * g
        yield RATE * (m / (1 - MU**t)) / (sqrt(s / (1 - RHO**t)) + 1e-8)


RULES: dict[str, Callable[[list[float]], Iterator[float]]] = {
    "gradient_descent": gradient_descent, "momentum": momentum, "nesterov": nesterov,
    "adagrad": adagrad, "rmsprop": rmsprop, "adam": adam,
}  # fmt: skip


def made(name: str, parameters: Array, settings: OptimizerSettings = SETTINGS) -> Optimizer:
    """An optimizer of these parameters."""
    return OPTIMIZERS[name](parameters, settings)


def update(optimizer: Optimizer, gradient: Array | float) -> None:
    """One update of the optimizer by this gradient."""
    optimizer.gradient[:] = gradient
    optimizer.gradient *= optimizer.gradient_factor
    replay(optimizer.plan)


@pytest.mark.parametrize("name", RULES)
@settings(max_examples=30)
@given(
    st.lists(
        st.floats(-100, 100).filter(lambda g: abs(g) > 1e-6),
        min_size=1, max_size=12,
    )
)  # fmt: skip
def test_updates_follow_the_formula(name: str, gradients: list[float]) -> None:
    theta = 1.0
    parameters = np.array([theta, theta])
    optimizer = made(name, parameters)
    for g, step in zip(gradients, RULES[name](gradients), strict=True):
        theta -= step
        update(optimizer, g)
        assert parameters.tolist() == pytest.approx([theta, theta], rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("run", TORCH["runs"], ids=lambda run: run["optimizer"])
def test_twenty_updates_equal_pytorch(run: dict[str, Any]) -> None:
    case, size = TORCH["case"], TORCH["batch_size"]
    architecture = Architecture(
        tuple(case["sizes"]), case["activation"], case["output"], case["cost"], case["l1"], case["l2"]
    )
    parameters, inputs, targets = (np.array(case[key]) for key in ("parameters", "inputs", "targets"))
    optimizer = made(run["optimizer"], parameters, OptimizerSettings(**run["settings"]))
    for number, expected in enumerate(run["steps"]):
        batch = slice(size * (number % 3), size * (number % 3 + 1))
        record = Pass(architecture, parameters, inputs[:, batch].shape[1], optimizer.gradient)
        record.scale(optimizer.gradient_factor)
        record.inputs[:], record.targets[:] = inputs[:, batch], targets[:, batch]
        record.feedforward()
        record.backpropagate()
        replay(optimizer.plan)
        np.testing.assert_allclose(parameters, expected, 1e-12, 1e-14)


def gradients_of(count: int, seed: int) -> Array:
    """Random gradients, a row for each update."""
    return np.random.default_rng(seed).normal(size=(count, 7))


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_restored_state_goes_on_bit_for_bit(name: str) -> None:
    gradients = gradients_of(30, seed=4)
    whole = np.ones(7)
    optimizer = made(name, whole)
    for row in gradients[:13]:
        update(optimizer, row)
    stopped, state = whole.copy(), optimizer.state
    for row in gradients[13:]:
        update(optimizer, row)
    resumed = made(name, stopped)
    resumed.restore(state)
    for row in gradients[13:]:
        update(resumed, row)
    assert stopped.tolist() == whole.tolist()


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_state_has_the_names_and_sizes_it_announces_and_is_a_copy(name: str) -> None:
    optimizer = made(name, np.ones(7))
    state = optimizer.state
    assert {key: vector.shape for key, vector in state.items()} == {
        key: (size,) for key, size in OPTIMIZERS[name].state_sizes(7).items()
    }
    assert all(not vector.any() for vector in state.values())
    update(optimizer, 1.0)
    assert all(not vector.any() for vector in state.values())
    assert all(vector.all() for vector in optimizer.state.values())


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_new_settings_count_from_the_next_update_and_keep_the_state(name: str) -> None:
    """At a rate of 0 nothing moves, but the state lives on, as if the rate had never changed."""
    gradients = gradients_of(3, seed=9)
    steady, changed = np.zeros(7), np.zeros(7)
    one = made(name, steady)
    other = made(name, changed)
    moved = []
    for number, row in enumerate(gradients):
        other.configure(OptimizerSettings(0.0 if number == 1 else RATE, MU, RHO))
        before = steady.copy(), changed.copy()
        update(one, row)
        update(other, row)
        moved.append((steady - before[0], changed - before[1]))
    np.testing.assert_allclose(moved[0][1], moved[0][0])
    assert not moved[1][1].any()
    np.testing.assert_allclose(moved[2][1], moved[2][0], 1e-12, 1e-15)
