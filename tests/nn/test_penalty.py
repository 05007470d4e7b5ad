"""The penalty by itself: over weights alone, and infinite only where it is larger than any float."""

import math

import numpy as np
import pytest

from app.nn.architecture import Architecture
from app.nn.penalty import penalty


def network(l1: float, l2: float) -> Architecture:
    """1-1: θ is a weight and a bias."""
    return Architecture((1, 1), "tanh", "linear", "squared_error", l1, l2)


@pytest.mark.parametrize(
    ("l1", "l2", "weight", "expected"),
    [
        (0.0, 0.0, -3.0, 0.0),
        (0.5, 0.0, -3.0, 1.5),
        (0.0, 0.5, -3.0, 2.25),
        (0.5, 0.5, -3.0, 3.75),
        # w² is no float from 1.3e154 on, and a strength of 0 takes none of it.
        (0.0, 0.0, 1e200, 0.0),
        (0.5, 0.0, 1e200, 5e199),
        (0.5, 0.0, -1.7e308, 8.5e307),
        # ½ · 2e-6 · w² is one, if w² is not.
        (0.0, 2e-6, 1e156, 1e306),
        (1.0, 2e-6, 1e156, 1e306),
        (0.0, 2.0, 1e156, math.inf),
    ],
)
def test_by_hand(l1: float, l2: float, weight: float, expected: float) -> None:
    with np.errstate(over="ignore"):
        assert penalty(network(l1, l2), np.array([weight, 7.0])) == pytest.approx(expected, rel=1e-15)


def test_a_bias_of_any_size_adds_nothing() -> None:
    assert penalty(network(1.0, 1.0), np.array([2.0, 1e300])) == 4.0
