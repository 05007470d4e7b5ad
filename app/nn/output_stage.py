"""The last layer's turn: from z^n to the output a^n, and from there against the targets to δ^n (B1)."""

from typing import Protocol

import numpy as np

from app.nn.architecture import Architecture
from app.nn.costs import COSTS
from app.nn.outputs import OUTPUTS
from app.nn.plan import Array, Plan


class OutputStage(Protocol):
    """The arrays of the last layer for one number of samples, and the calls between them.

    `rows` holds z^n above a spare row; `z`, `a` and `delta` are (#(n), samples), and `delta` carries the mean
    over the samples. `tail` is the end of a block: a row of ones, the targets, and a row to write on.
    """

    rows: Array
    z: Array
    a: Array
    delta: Array

    def scale(self, factor: float) -> None:
        """Multiply δ by this too, from now on."""

    def forward(self, tail: Array) -> Plan:
        """The calls that fill `a` from `z`."""

    def backward(self, tail: Array) -> Plan:
        """The calls that fill `delta`, after those of `forward`."""

    def both(self, tail: Array) -> Plan:
        """The calls that fill `a` and `delta`."""


def output_stage(architecture: Architecture, samples: int) -> OutputStage:
    """The stage for this output, cost and number of output neurons."""
    if (architecture.output, architecture.cost, architecture.sizes[-1]) == ("softmax", "cross_entropy", 2):
        return _TwoClasses(samples)
    return _AnyOutput(architecture, samples)


class _AnyOutput:
    """Any output with any cost: δ^n = ∂C/∂a^n ⊙ σ'(z^n), where ∂C/∂a^n is made from a^n − y."""

    def __init__(self, architecture: Architecture, samples: int) -> None:
        neurons = architecture.sizes[-1]
        output, cost = OUTPUTS[architecture.output], COSTS[architecture.cost]
        self.rows = np.zeros((neurons + 1, samples))
        self.z = self.rows[:-1]
        self.a, self.delta = np.zeros_like(self.z), np.zeros_like(self.z)
        self._value = output.value(self.rows, self.a)
        self._samples, self._share = samples, np.array(1.0 / samples)
        self._after_residual: Plan = [(np.multiply, self.delta, self._share, self.delta)]
        if output.name not in cost.natural:
            pulled = [*cost.slope(self.delta), *output.pull_back(self.z, self.a, self.delta)]
            self._after_residual = pulled + self._after_residual

    def scale(self, factor: float) -> None:
        self._share[()] = factor / self._samples

    def forward(self, _tail: Array) -> Plan:
        return self._value

    def backward(self, tail: Array) -> Plan:
        return [(np.subtract, self.a, tail[1:-1], self.delta), *self._after_residual]  # (B1)

    def both(self, tail: Array) -> Plan:
        return self._value + self.backward(tail)


class _TwoClasses:
    """Softmax of two neurons with cross-entropy, where t = tanh((z_1 − z_2) / 2) is all there is to know.

    a_1 = ½ + ½ t, a_2 = ½ − ½ t, δ = (a − y) / samples: all four are sums over the rows 1, y_1, y_2, t, which
    lie in the tail of the block, so that a single product makes them.
    """

    def __init__(self, samples: int) -> None:
        self._samples = samples
        self.rows = np.zeros((3, samples))
        self.z = self.rows[:-1]
        self._a_and_delta = np.zeros((4, samples))
        self.a, self.delta = self._a_and_delta[:2], self._a_and_delta[2:]
        self._coefficients = np.array([[0.5, 0.0, 0.0, 0.5], [0.5, 0.0, 0.0, -0.5], [0.0] * 4, [0.0] * 4])
        self.scale(1.0)

    def scale(self, factor: float) -> None:
        a, y = self._coefficients[:2], np.array([[0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]])
        self._coefficients[2:] = (a - y) * (factor / self._samples)

    def forward(self, tail: Array) -> Plan:
        half_difference, t = np.array([[0.5, -0.5]]), tail[-1:]
        return [(half_difference.dot, self.z, t), (np.tanh, t, t), *self.backward(tail)]

    def backward(self, tail: Array) -> Plan:
        return [(self._coefficients.dot, tail, self._a_and_delta)]  # (B1)

    def both(self, tail: Array) -> Plan:
        return self.forward(tail)
