"""What section 9 says of optimizers, first weights, penalties and extra inputs holds of the engine."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from app.nn.architecture import Architecture
from app.nn.initializers import INITIALIZERS
from app.nn.optimizer import OptimizerSettings
from app.nn.optimizers import OPTIMIZERS
from app.nn.penalty import penalty, penalty_plan
from app.nn.plan import replay

Array = NDArray[np.float64]
Walk = Callable[[Array, list[Array]], Array]

RATE, MU, RHO, BETA1, BETA2 = 0.1, 0.9, 0.95, 0.9, 0.95
START = np.array([1.0, -2.0, 0.5])
GRADIENTS = [np.array([0.5, -3.0, 0.0]), np.array([-1.0, 0.25, 2.0]), np.array([4.0, 1.0, -0.1])]


def momentum(theta: Array, gradients: list[Array]) -> Array:
    v = np.zeros(3)
    for g in gradients:
        v = MU * v + g
        theta = theta - RATE * v
    return theta


def nesterov(theta: Array, gradients: list[Array]) -> Array:
    v = np.zeros(3)
    for g in gradients:
        v = MU * v + g
        theta = theta - RATE * (g + MU * v)
    return theta


def adagrad(theta: Array, gradients: list[Array]) -> Array:
    s = np.zeros(3)
    for g in gradients:
        s = s + g**2
        theta = theta - RATE * g / (np.sqrt(s) + 1e-10)
    return theta


def rmsprop(theta: Array, gradients: list[Array]) -> Array:
    s = np.zeros(3)
    for g in gradients:
        s = RHO * s + (1 - RHO) * g**2
        theta = theta - RATE * g / (np.sqrt(s) + 1e-8)
    return theta


def adam(theta: Array, gradients: list[Array]) -> Array:
    m, s = np.zeros(3), np.zeros(3)
    for t, g in enumerate(gradients, start=1):
        m, s = BETA1 * m + (1 - BETA1) * g, BETA2 * s + (1 - BETA2) * g**2
        m_hat, s_hat = m / (1 - BETA1**t), s / (1 - BETA2**t)
        theta = theta - RATE * m_hat / (np.sqrt(s_hat) + 1e-8)
    return theta


WALKS: dict[str, Walk] = {
    "momentum": momentum, "nesterov": nesterov, "adagrad": adagrad, "rmsprop": rmsprop, "adam": adam,
}  # fmt: skip


@pytest.mark.parametrize("name", WALKS)
def test_the_engine_steps_as_equations_9_1_to_9_6_say(name: str) -> None:
    theta = START.copy()
    optimizer = OPTIMIZERS[name](theta, OptimizerSettings(RATE, momentum=MU, decay=RHO))
    for g in GRADIENTS:
        optimizer.gradient[:] = g * optimizer.gradient_factor
        replay(optimizer.plan)
    np.testing.assert_allclose(theta, WALKS[name](START, GRADIENTS), rtol=1e-12)


def test_nesterovs_own_rule_is_9_2_of_the_place_that_he_looks_at() -> None:
    def slope(theta: Array) -> Array:
        return np.array([10.0, 1.0, 3.0]) * theta

    place, v, looked_at, w = START, np.zeros(3), START, np.zeros(3)
    for _ in range(6):
        # Nesterov: the gradient at the place where the velocity is about to carry us.
        v = MU * v + slope(place - RATE * MU * v)
        place = place - RATE * v
        g = slope(looked_at)
        w = MU * w + g
        looked_at = looked_at - RATE * (g + MU * w)
        np.testing.assert_allclose(looked_at, place - RATE * MU * v, rtol=1e-12, atol=1e-12)


def test_first_weights_have_the_bounds_and_variances_of_section_9() -> None:
    architecture = Architecture((300, 200, 2), "tanh", "softmax", "cross_entropy")
    bounds = {
        "glorot": np.sqrt(6 / 500), "he": np.sqrt(6 / 300), "lecun": np.sqrt(3 / 300),
        "uniform": 0.5, "zeros": 0.0,
    }  # fmt: skip
    assert set(bounds) == set(INITIALIZERS)
    variances = {"glorot": 2 / 500, "he": 2 / 300, "lecun": 1 / 300}
    for name, bound in bounds.items():
        theta = INITIALIZERS[name].draw(architecture, np.random.default_rng(1))
        weights = architecture.weights(theta)[2]
        assert bound * 0.999 <= np.abs(weights).max() <= bound
        assert (architecture.biases(theta)[2] == 0).all()
        if name in variances:
            assert weights.var() == pytest.approx(variances[name], rel=0.02)


def test_the_price_on_size_is_9_7_and_its_slope_at_0_is_the_chosen_one() -> None:
    architecture = Architecture((2, 2), "tanh", "linear", "squared_error", l1=0.5, l2=0.25)
    theta = np.array([3.0, -2.0, 0.0, 1.0, 7.0, -7.0])
    assert penalty(architecture, theta) == pytest.approx(0.5 * 6 + 0.5 * 0.25 * 14)
    slopes = np.zeros(6)
    replay(penalty_plan(architecture, theta, slopes, np.array(1.0)))
    np.testing.assert_allclose(slopes, [0.5 + 0.75, -0.5 - 0.5, 0, 0.5 + 0.25, 0, 0], rtol=1e-15)


def test_with_squares_as_inputs_a_circle_is_a_straight_line() -> None:
    x = np.random.default_rng(2).uniform(-2, 2, (2, 500))
    inside = (x**2).sum(axis=0) < 1
    # No hidden layer: one sum for each answer, equal where x1² + x2² = 1.
    sums = np.array([[-1.0, -1.0], [1.0, 1.0]]) @ x**2 + np.array([[1.0], [-1.0]])
    assert ((sums[0] > sums[1]) == inside).all()
