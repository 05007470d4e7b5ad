"""Activation functions by their definitions, at the bend and far out."""

import math
from collections.abc import Callable

import numpy as np
import pytest
from autograd import elementwise_grad
from numpy.typing import NDArray

from app.nn.activations import ACTIVATIONS
from app.nn.plan import replay
from tests.nn import reference

DEFINITIONS: dict[str, Callable[[float], float]] = {
    "tanh": math.tanh,
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "relu": lambda z: max(z, 0.0),
    "leaky_relu": lambda z: z if z > 0 else 0.01 * z,
    "elu": lambda z: z if z > 0 else math.expm1(z),
    "gelu": lambda z: 0.5 * z * (1 + math.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))),
    "softplus": lambda z: math.log1p(math.exp(z)),
    "sine": math.sin,
    "linear": lambda z: z,
}
# σ'(0); at a bend it is the slope on the left.
AT_ZERO = {
    "tanh": 1.0, "sigmoid": 0.25, "relu": 0.0, "leaky_relu": 0.01, "elu": 1.0, "gelu": 0.5, "softplus": 0.5,
    "sine": 1.0, "linear": 1.0,
}  # fmt: skip
# σ and σ' towards −1000 and 1000.
FAR_OUT = {
    "tanh": (-1, 0, 1, 0), "sigmoid": (0, 0, 1, 0), "relu": (0, 0, 1000, 1),
    "leaky_relu": (-10, 0.01, 1000, 1), "elu": (-1, 0, 1000, 1), "gelu": (0, 0, 1000, 1),
    "softplus": (0, 0, 1000, 1), "linear": (-1000, 1, 1000, 1),
    "sine": (-math.sin(1000), math.cos(1000), math.sin(1000), math.cos(1000)),
}  # fmt: skip


SPREAD = np.linspace(-8.0, 8.0, 640)  # without 0, where some functions bend


@pytest.mark.parametrize("name", DEFINITIONS)
def test_values_follow_the_definition(name: str) -> None:
    expected = [DEFINITIONS[name](z) for z in SPREAD]
    np.testing.assert_allclose(ACTIVATIONS[name].function(SPREAD), expected, 1e-13, 1e-15)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_slopes_equal_central_differences(name: str) -> None:
    """What holds any activation; those by definitions hold these nine more closely."""
    activation, nudge = ACTIVATIONS[name], 1e-5
    expected = (activation.function(SPREAD + nudge) - activation.function(SPREAD - nudge)) / (2 * nudge)
    np.testing.assert_allclose(activation.derivative(SPREAD), expected, 1e-8, 1e-9)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_short_slope_differs_by_rounding_alone(name: str) -> None:
    activation = ACTIVATIONS[name]
    if activation.short_slope is not None:
        slopes = np.ones_like(SPREAD)
        replay(activation.short_slope(SPREAD, activation.function(SPREAD), slopes))
        np.testing.assert_allclose(slopes, activation.derivative(SPREAD), 0, 1e-15)


@pytest.mark.parametrize("name", reference.ACTIVATIONS)
def test_slopes_equal_automatic_differentiation(name: str) -> None:
    expected = elementwise_grad(reference.ACTIVATIONS[name])(SPREAD)
    np.testing.assert_allclose(ACTIVATIONS[name].derivative(SPREAD), expected, 1e-12, 1e-14)


@pytest.mark.parametrize("name", AT_ZERO)
def test_the_slope_at_zero(name: str) -> None:
    assert ACTIVATIONS[name].derivative(np.array([0.0, -0.0])).tolist() == [AT_ZERO[name]] * 2


@pytest.mark.parametrize("name", FAR_OUT)
def test_far_out_nothing_overflows(name: str) -> None:
    low, low_slope, high, high_slope = FAR_OUT[name]
    z = np.array([-1000.0, 1000.0])
    assert ACTIVATIONS[name].function(z) == pytest.approx([low, high], abs=1e-15)
    assert ACTIVATIONS[name].derivative(z) == pytest.approx([low_slope, high_slope], abs=1e-15)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_nan_goes_through(name: str) -> None:
    assert np.isnan(ACTIVATIONS[name].function(np.array([np.nan, 1.0]))).tolist() == [True, False]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_z_and_a_stay_as_they_are(name: str) -> None:
    z = np.linspace(-2, 2, 9)
    a = ACTIVATIONS[name].function(z)
    before = z.copy(), a.copy()
    ACTIVATIONS[name].derivative(z)
    assert (z == before[0]).all()
    assert (a == before[1]).all()


ABOVE, BELOW = np.geomspace(1e-9, 50, 60), -np.geomspace(1e-9, 50, 60)


def is_itself(name: str, z: NDArray[np.float64]) -> bool:
    """Whether σ(z) = z."""
    return bool((ACTIVATIONS[name].function(z) == z).all())


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_kinked_are_those_whose_slopes_on_both_sides_of_zero_differ(name: str) -> None:
    near = np.array([-1e-9, 1e-9])
    left, right = ACTIVATIONS[name].function(near) - ACTIVATIONS[name].function(np.zeros(2))
    assert ACTIVATIONS[name].kinked == (abs(right + left) / 1e-9 > 1e-3)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_what_becomes_of_a_sum_below_zero_is_said_where_sums_above_go_through(name: str) -> None:
    says = ACTIVATIONS[name].below is not None
    assert says == (is_itself(name, ABOVE) and not is_itself(name, BELOW))


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_silent_below_are_those_that_make_nothing_of_any_sum_below_zero(name: str) -> None:
    activation = ACTIVATIONS[name]
    silent = not activation.function(BELOW).any() and not activation.derivative(BELOW).any()
    assert activation.silent_below == silent
