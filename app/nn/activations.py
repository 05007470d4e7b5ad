"""Activation functions σ with their derivatives σ', each a few NumPy calls on whole arrays.

All keep their digits as far out as float64 has numbers: what is nearly 0 is made from exponentials, never as
a difference of numbers that are nearly equal.

NaN goes through all of them, so that a network that diverged can't look alive. Where a function bends at 0,
σ'(0) is the slope on the left (0 for ReLU, as PyTorch has it). `np.maximum` would do for ReLU, but takes six
times as long as `np.fmax` in NumPy 2.4; `fmax` drops a NaN, which is why its other operand is z − z, a zero
that keeps it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.nn.gelu import gelu, gelu_slope
from app.nn.plan import HALF, ONE, ZERO, Array, Plan, replay

LEAK = np.array(0.01)

Slope = Callable[[Array, Array, Array], Plan]


@dataclass(frozen=True)
class Activation:
    """A named function with its derivative.

    `value(z, a)` plans a = σ(z). `slope(z, a, slopes)` plans slopes = σ'(z), where a = σ(z) holds already and
    may be the shorter way; `slopes` holds ones before. All arrays have one shape; z and a stay as they are.
    `short_slope` is for sums, where a slope's absolute error counts: σ' rounded as numbers near 1 are, for
    fewer or cheaper calls (decision 0011).
    """

    name: str
    value: Callable[[Array, Array], Plan]
    slope: Slope
    short_slope: Slope | None = None

    def function(self, z: Array) -> Array:
        """σ(z) as a new array."""
        a = np.empty_like(z)
        with np.errstate(all="ignore"):
            replay(self.value(z, a))
        return a

    def derivative(self, z: Array) -> Array:
        """σ'(z) as a new array."""
        slopes = np.ones_like(z)
        with np.errstate(all="ignore"):
            replay(self.slope(z, self.function(z), slopes))
        return slopes


def tanh_slope(z: Array, _a: Array, slopes: Array) -> Plan:
    """1 / cosh² z, which is 1 − a² with all its digits."""
    return [(np.cosh, z, slopes), (np.reciprocal, slopes, slopes), (np.square, slopes, slopes)]


def tanh_short_slope(_z: Array, a: Array, slopes: Array) -> Plan:
    """1 − a²: half as dear as 1 / cosh² z, and as far from it as rounding takes a number near 1."""
    return [(np.square, a, slopes), (np.subtract, ONE, slopes, slopes)]


def sigmoid(z: Array, a: Array) -> Plan:
    """1 / (1 + e^−z); where the power overflows, this is 0."""
    return [(np.negative, z, a), (np.exp, a, a), (np.add, a, ONE, a), (np.reciprocal, a, a)]


def sigmoid_slope(z: Array, _a: Array, slopes: Array) -> Plan:
    """½ / (1 + cosh z), which is a (1 − a) with all its digits."""
    return [(np.cosh, z, slopes), (np.add, slopes, ONE, slopes), (np.divide, HALF, slopes, slopes)]


def relu(z: Array, a: Array) -> Plan:
    """max(z, 0)."""
    return [(np.subtract, z, z, a), (np.fmax, z, a, a)]


def relu_slope(_z: Array, a: Array, slopes: Array) -> Plan:
    """1 where a > 0, else 0: the sign of a, which is never negative."""
    return [(np.sign, a, slopes)]


def leaky_relu(z: Array, a: Array) -> Plan:
    """max(z, 0.01 z)."""
    return [(np.multiply, z, LEAK, a), (np.fmax, z, a, a)]


def leaky_relu_slope(z: Array, _a: Array, slopes: Array) -> Plan:
    """1 where z > 0, else 0.01."""
    return [(np.sign, z, slopes), (np.fmax, slopes, LEAK, slopes)]


def elu(z: Array, a: Array) -> Plan:
    """z where z > 0, else e^z − 1: the larger of z and e^min(z, 0) − 1."""
    return [(np.subtract, z, z, a), (np.fmin, z, a, a), (np.expm1, a, a), (np.fmax, z, a, a)]


def elu_slope(z: Array, _a: Array, slopes: Array) -> Plan:
    """e^min(z, 0)."""
    return [(np.subtract, z, z, slopes), (np.fmin, z, slopes, slopes), (np.exp, slopes, slopes)]


def softplus(z: Array, a: Array) -> Plan:
    """ln(1 + e^z)."""
    return [(np.logaddexp, z, ZERO, a)]


def softplus_slope(z: Array, _a: Array, slopes: Array) -> Plan:
    """1 / (1 + e^−z)."""
    return sigmoid(z, slopes)


ACTIVATIONS: dict[str, Activation] = {
    activation.name: activation
    for activation in (
        Activation("tanh", lambda z, a: [(np.tanh, z, a)], tanh_slope, tanh_short_slope),
        Activation("sigmoid", sigmoid, sigmoid_slope),
        Activation("relu", relu, relu_slope),
        Activation("leaky_relu", leaky_relu, leaky_relu_slope),
        Activation("elu", elu, elu_slope),
        Activation("gelu", gelu, gelu_slope),
        Activation("softplus", softplus, softplus_slope),
        Activation("sine", lambda z, a: [(np.sin, z, a)], lambda z, _a, slopes: [(np.cos, z, slopes)]),
        Activation("linear", lambda z, a: [(np.positive, z, a)], lambda _z, _a, _slopes: []),
    )
}
