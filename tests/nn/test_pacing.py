"""What stands before an optimizer's calls: nothing where nothing was asked for, the rate, and clipping."""

import json
from math import inf, isnan, nan
from typing import Any

import numpy as np
import pytest

from app.nn.optimizer import OptimizerSettings
from app.nn.optimizers import OPTIMIZERS
from app.nn.pacing import Clipping, norm
from app.nn.plan import Array, replay
from app.nn.schedules import ScheduleSettings
from tests.repository import ROOT

TORCH = json.loads((ROOT / "tests/fixtures/torch/schedules.json").read_text())["clipped"]
FALLING = ScheduleSettings("steps", 2, 3, 0.5)
PLAIN = OptimizerSettings(0.1, 0.8, 0.95)


def moved(name: str, gradients: Array, settings: OptimizerSettings, step: int = 0) -> Array:
    """Where these gradients, a row each, lead from 1."""
    parameters = np.ones(gradients.shape[1])
    optimizer = OPTIMIZERS[name](parameters, settings)
    optimizer.stand_at(step)
    for gradient in gradients:
        optimizer.gradient[:] = gradient * optimizer.gradient_factor
        replay(optimizer.plan)
    return parameters


@pytest.mark.parametrize("case", TORCH, ids=lambda case: f"{case['norm']:.3g}")
def test_a_gradient_is_clipped_as_pytorch_does_it(case: dict[str, Any]) -> None:
    gradient = np.array(case["gradient"])
    clipping = Clipping(gradient)
    clipping.largest_norm = 0.8
    clipping.clip()
    assert clipping.norm == pytest.approx(case["norm"], rel=1e-14)
    np.testing.assert_allclose(gradient, case["clipped"], rtol=1e-14)


def test_a_norm_is_right_where_its_squares_overflow_or_underflow_and_is_none_where_an_entry_is() -> None:
    assert norm(np.array([3e200, -4e200])) == pytest.approx(5e200, rel=1e-15)
    assert norm(np.array([3e-177, -4e-177])) == pytest.approx(5e-177, rel=1e-15)
    assert norm(np.array([3e-157, -4e-157])) == pytest.approx(5e-157, rel=1e-15)
    assert norm(np.array([5e-324, 0.0])) == 5e-324
    assert norm(np.zeros(3)) == 0
    assert norm(np.array([1.0, inf])) == inf or isnan(norm(np.array([1.0, inf])))
    assert isnan(norm(np.array([1.0, nan])))


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_without_a_schedule_and_clipping_nothing_is_added(name: str) -> None:
    parameters = np.ones(3)
    optimizer = OPTIMIZERS[name](parameters, PLAIN)
    functions = [call[0] for call in optimizer.plan]
    assert not {optimizer.scheduled_rate.next, optimizer.clipping.clip} & set(functions)
    optimizer.configure(OptimizerSettings(0.1, 0.8, 0.95, FALLING, 2.0))
    added = [call[0] for call in optimizer.plan][:2]
    assert added == [optimizer.scheduled_rate.next, optimizer.clipping.clip]
    optimizer.configure(PLAIN)
    assert [call[0] for call in optimizer.plan] == functions


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_each_update_takes_the_rate_of_its_step(name: str) -> None:
    """As if the rate had been set by hand before each, from any step on."""
    gradients = np.random.default_rng(3).normal(size=(9, 4))
    for start in (0, 4):
        parameters = np.ones(4)
        by_hand = OPTIMIZERS[name](parameters, PLAIN)
        for number, gradient in enumerate(gradients, start):
            rate = 0.1 * [1 / 3, 2 / 3, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125][number]
            by_hand.configure(OptimizerSettings(rate, 0.8, 0.95))
            by_hand.gradient[:] = gradient * by_hand.gradient_factor
            replay(by_hand.plan)
        settings = OptimizerSettings(0.1, 0.8, 0.95, FALLING)
        np.testing.assert_allclose(moved(name, gradients, settings, start), parameters, rtol=1e-13)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_clipped_gradient_moves_as_one_that_was_shorter_from_the_start(name: str) -> None:
    gradients = np.random.default_rng(3).normal(size=(9, 4))
    lengths = np.linalg.norm(gradients, axis=1, keepdims=True)
    shorter = gradients * np.minimum(1, 1.5 / (lengths + 1e-6))
    assert (lengths < 1.5).any()
    assert (lengths > 1.5).any()
    clipped = moved(name, gradients, OptimizerSettings(0.1, 0.8, 0.95, largest_norm=1.5))
    np.testing.assert_allclose(clipped, moved(name, shorter, PLAIN), rtol=1e-13)
