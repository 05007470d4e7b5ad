"""The gradient by central differences of the cost: slow, blunt, and independent of backpropagation."""

from collections.abc import Iterable

import numpy as np

from app.nn.architecture import Architecture
from app.nn.passes import Pass
from app.nn.plan import Array

RELATIVE_STEP = float(np.cbrt(np.finfo(float).eps))
"""Balances the difference's own error, which grows as step², against rounding, which grows as 1 / step."""


def central_differences(
    architecture: Architecture,
    parameters: Array,
    inputs: Array,
    targets: Array,
    indices: Iterable[int] | None = None,
) -> Array:
    """(C(θ + h e) − C(θ − h e)) / 2h for each of these indices of θ, all of them if None is given.

    `inputs` is (#(1), samples), `targets` (#(n), samples). Good to about 1e-9 of the cost's size where the
    cost is smooth; at a kink, as ReLU has at 0, it gives the mean of both slopes instead of one.
    """
    moved = parameters.copy()
    record = Pass(architecture, moved, inputs.shape[1])
    record.inputs[:], record.targets[:] = inputs, targets

    def cost(index: int, value: float) -> float:
        moved[index] = value
        record.feedforward()
        return record.cost()

    slopes = []
    for index in range(len(parameters)) if indices is None else indices:
        value = float(parameters[index])
        step = RELATIVE_STEP * max(1.0, abs(value))
        above, below = value + step, value - step
        slopes.append((cost(index, above) - cost(index, below)) / (above - below))
        moved[index] = value
    return np.array(slopes)
