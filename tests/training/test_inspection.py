"""A parameter under the glass: its derivative against the trace, the batch, and central differences."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from app.nn.activations import ACTIVATIONS
from app.training.inspection import inspect
from app.training.trace import trace
from tests.training.examples import experiment_of, start_of


def assert_close(actual: Any, expected: Any) -> None:
    assert_allclose(actual, expected, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("parameter", [(2, 1, 0), (3, 0, 2), (4, 1, None)])
@pytest.mark.parametrize("penalty", [{"l1": 0.3}, {"l2": 0.2}, {"l1": 0.3, "l2": 0.2}], ids=str)
def test_an_inspection_adds_up(parameter: tuple[int, int, int | None], penalty: dict[str, float]) -> None:
    checkpoint = start_of(experiment_of(**penalty))
    found = inspect(checkpoint, parameter, 3)
    assert found.contributions is not None
    assert found.penalty_derivative is not None
    assert found.batch_derivative is not None
    assert found.trace.batch is not None
    indices = found.trace.batch.indices
    alone = [trace(checkpoint, int(i)).sample.gradient[found.index] for i in checkpoint.points.id[indices]]
    assert_close(found.contributions, alone)
    assert_close(found.contributions.mean() + found.penalty_derivative, found.batch_derivative)
    assert found.derivative == found.trace.sample.gradient[found.index]


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
def test_nudging_agrees_with_backpropagation(activation: str) -> None:
    checkpoint = start_of(experiment_of(activation=activation))
    for parameter in [(2, 0, 1), (3, 1, 0), (4, 0, None)]:
        check = inspect(checkpoint, parameter, 1).check
        assert not check.kink
        assert check.relative_error < 1e-6 or abs(check.numerical - check.analytic) < 1e-9


def test_a_kink_on_the_way_is_told() -> None:
    checkpoint = start_of(experiment_of(hidden=(1,), activation="relu"))
    theta = checkpoint.progress.parameters.copy()
    theta[:3] = 0.0  # the one hidden neuron's z is 0: just where ReLU bends
    at_kink = replace(checkpoint, progress=replace(checkpoint.progress, parameters=theta))
    assert inspect(at_kink, (2, 0, None), 1).check.kink
    assert not inspect(checkpoint, (2, 0, None), 1).check.kink


def test_near_saturation_a_derivative_is_not_0_though_nudging_finds_none() -> None:
    """A bias of 60 in front of tanh: nudging it changes no digit of the cost."""
    checkpoint = start_of(experiment_of(hidden=(1,)))
    theta = checkpoint.progress.parameters.copy()
    theta[2] = 60.0
    found = inspect(
        replace(checkpoint, progress=replace(checkpoint.progress, parameters=theta)), (2, 0, None), 1
    )
    z, delta = found.trace.sample.pre_activations[2][0], found.trace.sample.deltas[3]
    arrived = theta[3] * delta[0] + theta[4] * delta[1]
    assert found.check.numerical == 0.0
    assert found.derivative == pytest.approx(arrived / np.cosh(z) ** 2, rel=1e-12)
    assert 0 < abs(found.derivative) < 1e-45
    assert found.check.relative_error == 1.0


def test_two_derivatives_of_0_do_not_differ() -> None:
    """A silent ReLU: no derivative, and no change of the cost."""
    checkpoint = start_of(experiment_of(hidden=(1,), activation="relu"))
    theta = checkpoint.progress.parameters.copy()
    theta[2] = -50.0
    check = inspect(
        replace(checkpoint, progress=replace(checkpoint.progress, parameters=theta)), (2, 0, None), 1
    ).check
    assert (check.numerical, check.analytic, check.relative_error) == (0.0, 0.0, 0.0)
