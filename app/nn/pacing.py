"""What stands before an optimizer's own calls where it was asked for: the rate of an update, and clipping.

Both are apart from the optimizer, because its plan calls them: an optimizer in its own plan would hold
itself, and its memory, beyond its end.
"""

from collections.abc import Callable
from math import inf, isnan, sqrt

import numpy as np

from app.nn.plan import Array
from app.nn.schedules import ScheduleSettings

EPSILON = 1e-6
"""PyTorch adds it to the norm, so that a gradient of 0 divides nothing by 0."""
SQUARES_ABOVE = 1e-140
"""The square of a length above is a float64 with all its digits."""


class ScheduledRate:
    """Tells the rate of each update, one after the other; `step` counts the updates before the next."""

    def __init__(self, tell: Callable[[float], object]) -> None:
        self.step = 0
        self.rate = 0.0
        self.learning_rate = 0.0
        self.schedule = ScheduleSettings()
        self._tell = tell

    def next(self) -> None:
        """Tell the rate of the next update."""
        self.rate = self.learning_rate * self.schedule.share_at(self.step)
        self.step += 1
        self._tell(self.rate)


class Clipping:
    """Shortens a gradient whose norm is above `largest_norm` to it, as PyTorch's clip_grad_norm_ does.

    The gradient comes multiplied by `factor`. `norm` and `share` are those of the last one: how long it was,
    and by what it was multiplied.
    """

    def __init__(self, gradient: Array) -> None:
        self.largest_norm = 0.0
        self.factor = 1.0
        self.norm, self.share = 0.0, 1.0
        self._gradient = gradient

    def clip(self) -> None:
        """Shorten the gradient where it is too long."""
        self.norm = norm(self._gradient) / self.factor
        self.share = min(1.0, self.largest_norm / (self.norm + EPSILON))
        if self.share != 1.0:
            np.multiply(self._gradient, self.share, self._gradient)


def norm(vector: Array) -> float:
    """‖v‖, also where squares overflow or underflow; infinite or NaN where an entry is."""
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        length = sqrt(vector.dot(vector))
    if SQUARES_ABOVE < length < inf or isnan(length) or not vector.any() or not np.isfinite(vector).all():
        return length
    largest = float(np.abs(vector).max())
    scaled = vector / largest
    return largest * sqrt(scaled.dot(scaled))
