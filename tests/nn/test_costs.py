"""Costs larger than floats are: infinite where they are, and only there."""

import math

import numpy as np
import pytest

from app.nn.architecture import Architecture
from app.nn.costs import mean
from app.nn.passes import Pass


def test_a_mean_is_finite_where_the_sum_alone_is_not() -> None:
    with np.errstate(over="ignore"):
        assert mean(np.full(4, 1.5e308)) == pytest.approx(1.5e308, rel=1e-15)
        assert mean(np.array([math.inf, 1.0])) == math.inf
        assert math.isnan(mean(np.array([math.nan, 1.0])))
    assert mean(np.array([1.0, 2.0, 6.0])) == 3.0


@pytest.mark.parametrize("neurons", [2, 3])
@pytest.mark.parametrize("size", [1e154, 1e200, 8e307])
def test_weights_of_any_size_without_a_penalty_cost_what_they_should(neurons: int, size: float) -> None:
    """z_1 = `size`, the others −`size`: the true class is so far behind, or ahead and costs nothing."""
    architecture = Architecture((1, neurons), "tanh", "softmax", "cross_entropy")
    record = Pass(architecture, np.array([size, *[-size] * (neurons - 1), *[0.0] * neurons]), 2)
    record.inputs[:] = 1.0
    record.targets[:2] = [[0.0, 1.0], [1.0, 0.0]]
    record.feedforward()
    assert record.sample_costs().tolist() == [2 * size, 0.0]
    assert record.cost() == size


def test_a_sum_that_overflowed_costs_infinitely_much_or_nothing() -> None:
    """z_1 = 1e310 is no float: it is infinite, and its class beats the others by as much."""
    record = Pass(Architecture((1, 2), "tanh", "softmax", "cross_entropy"), np.array([1e200, 0.0, 0, 0]), 2)
    record.inputs[:] = 1e110
    record.targets[:] = [[0.0, 1.0], [1.0, 0.0]]
    record.feedforward()
    with np.errstate(all="ignore"):
        assert record.sample_costs().tolist() == [math.inf, 0.0]
