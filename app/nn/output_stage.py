"""The last layer's turn: from z^n to the output a^n, and from there against the targets to δ^n (B1)."""

import numpy as np

from app.nn.architecture import Architecture
from app.nn.costs import COSTS
from app.nn.outputs import OUTPUTS
from app.nn.plan import Array, Plan


class OutputStage:
    """The arrays of the last layer for one number of samples, and the calls between them.

    `rows` holds z^n above a spare row; `z`, `a` and `delta` are (#(n), samples), and `delta` carries the mean
    over the samples: δ^n = ∂C/∂a^n ⊙ σ'(z^n), where ∂C/∂a^n is made from a^n − y. `tail` is the end of a
    block: a row of ones, the targets, and a row to write on.
    """

    def __init__(self, architecture: Architecture, samples: int) -> None:
        self._output, self._cost = OUTPUTS[architecture.output], COSTS[architecture.cost]
        self._samples = samples
        self.rows = np.zeros((architecture.sizes[-1] + 1, samples))
        self.z = self.rows[:-1]
        self.a, self.delta = np.zeros_like(self.z), np.zeros_like(self.z)
        self._is_natural = self._output.name in self._cost.natural
        self._share = np.array(1.0 / samples)

    def scale(self, factor: float) -> None:
        """Multiply δ by this too, from now on."""
        self._share[()] = factor / self._samples

    @property
    def reckons_from_z(self) -> bool:
        """Whether the samples' costs need z^n and the targets alone."""
        return self._cost.from_z

    def forward(self) -> Plan:
        """The calls that fill `a` from `z`."""
        return self._output.value(self.z, self.a)

    def backward(self, tail: Array) -> Plan:
        """The calls that fill `delta`, after those of `forward`."""
        return self._output.residual(self.z, self.a, tail[1:-1], self.delta) + self._from_residual()  # (B1)

    def short(self, tail: Array) -> Plan:
        """The calls that fill `delta` from `z` for sums: rounded as numbers near 1 are (decision 0011).

        They fill `a` where the costs need it, and then as `forward` does.
        """
        value = self._output.short_value(self.rows, self.a) if self._cost.from_z else self.forward()
        return [*value, (np.subtract, self.a, tail[1:-1], self.delta), *self._from_residual()]  # (B1)

    def _from_residual(self) -> Plan:
        plan: Plan = [(np.multiply, self.delta, self._share, self.delta)]
        if self._is_natural:
            return plan
        return [
            *self._cost.slope(self.delta), *self._output.pull_back(self.z, self.a, self.delta), *plan
        ]  # fmt: skip


class TwoClassStage(OutputStage):
    """Softmax of two neurons with cross-entropy: the short way knows t = tanh((z_1 − z_2) / 2) alone.

    a_1 = ½ + ½ t, a_2 = ½ − ½ t, δ = (a − y) / samples: both δ are sums over the rows 1, y_1, y_2, t, which
    lie in the tail of the block, so that a single product makes them.
    """

    def __init__(self, architecture: Architecture, samples: int) -> None:
        super().__init__(architecture, samples)
        self._coefficients = np.zeros((2, 4))
        self.scale(1.0)

    def scale(self, factor: float) -> None:
        """Multiply δ by this too, from now on."""
        super().scale(factor)
        self._coefficients[:] = [[0.5, -1.0, 0.0, 0.5], [0.5, 0.0, -1.0, -0.5]]
        self._coefficients *= factor / self._samples

    def short(self, tail: Array) -> Plan:
        """The calls that fill `delta` from `z` for sums; `a` stays as it is."""
        half_difference, t = np.array([[0.5, -0.5]]), tail[-1:]
        return [
            (half_difference.dot, self.z, t),
            (np.tanh, t, t),
            (self._coefficients.dot, tail, self.delta),  # (B1)
        ]


def output_stage(architecture: Architecture, samples: int) -> OutputStage:
    """The stage for this output, cost and number of output neurons."""
    if (architecture.output, architecture.cost, architecture.sizes[-1]) == ("softmax", "cross_entropy", 2):
        return TwoClassStage(architecture, samples)
    return OutputStage(architecture, samples)
