"""Outputs where the sums before them left float64."""

import numpy as np
import pytest

from app.nn.outputs import OUTPUTS
from app.nn.plan import replay


@pytest.mark.parametrize(
    ("z", "expected"),
    [
        ([-np.inf, 1.0], [0.0, 1.0]),
        ([np.inf, 1.0], [1.0, 0.0]),
        ([-np.inf, 1.0, 1.0], [0.0, 0.5, 0.5]),
        ([np.inf, -np.inf, 0.0], [1.0, 0.0, 0.0]),
        ([np.nan, 1.0], [np.nan, np.nan]),
        ([np.nan, 1.0, 0.0], [np.nan, np.nan, np.nan]),
    ],
)
def test_a_sum_that_overflowed_takes_all_or_nothing_and_what_is_no_number_stays_none(
    z: list[float], expected: list[float]
) -> None:
    a = np.empty((len(z), 1))
    with np.errstate(all="ignore"):
        replay(OUTPUTS["softmax"].value(np.array(z)[:, np.newaxis], a))
    np.testing.assert_array_equal(a[:, 0], expected)
