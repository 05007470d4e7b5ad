"""The cross-entropy (C1) of each sample from z^n, so that it is finite wherever z is and keeps its digits."""

import numpy as np

from app.nn.plan import ZERO, Array

FAR = 64.0
"""Up to so large a gap between two z its rounding, which counts as often in a power, stays below 1e-14."""


def sigmoid_cross_entropy(z: Array, y: Array) -> Array:
    """−Σ_j (y_j ln a_j + (1 − y_j) ln(1 − a_j)), by −ln a = ln(1 + e^−z) and −ln(1 − a) = ln(1 + e^z)."""
    return np.asarray(np.add.reduce(np.logaddexp(ZERO, (1.0 - 2.0 * y) * z)))


def softmax_cross_entropy(z: Array, y: Array) -> Array:
    """−Σ_j y_j ln a_j = ln(1 + Σ_k e^(z_k − z_named)) over all k but the one that y names.

    Of two it is ln(1 + e^(z_other − z_named)): half as many calls.
    """
    if len(z) == 2:
        gap = (y[0] - y[1]) * (z[1] - z[0])
        return np.asarray(np.logaddexp(ZERO, gap)) if _near(gap) else _of_far_gaps(z, y)
    gaps = z - np.add.reduce(y * z)
    if not _near(gaps):
        return _of_far_gaps(z, y)
    powers = np.exp(gaps, out=gaps)
    powers *= 1.0 - y
    return np.asarray(np.log1p(np.add.reduce(powers)))


def _near(gaps: Array) -> bool:
    """Whether all gaps are at most `FAR`; not where one is NaN."""
    if not gaps.size:
        return True
    return bool(gaps.item(gaps.argmin()) >= -FAR and gaps.item(gaps.argmax()) <= FAR)


def _of_far_gaps(z: Array, y: Array) -> Array:
    """The same where a gap's own rounding would show, or its power overflow.

    The gaps are made from whole parts, which is exact, and from the rests, which is nearly so. The largest
    one, if it is positive, is taken off all of them: m + ln(e^−m + Σ_k e^(gap_k − m)). Where z itself has
    overflowed, the cost is infinite or 0, as that of the true z would be; of two such z nobody knows.
    """
    whole = np.rint(z)
    rest = np.where(np.isinf(whole), 0.0, z - whole)
    named = y.argmax(0), np.arange(z.shape[1])
    whole_gaps, rest_gaps = whole - whole[named], rest - rest[named]
    whole_gaps[named] = -np.inf  # of the others alone
    largest = np.fmax(np.maximum.reduce(whole_gaps + rest_gaps), ZERO)
    others = np.exp(whole_gaps - largest) * np.exp(rest_gaps)
    costs = largest + np.log1p(np.add.reduce(others) + np.expm1(-largest))
    return np.asarray(np.where(np.isposinf(largest), largest, costs))
