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

from app.nn.code import NO_CODE, ActivationCode, require
from app.nn.gelu import GELU_CODE, gelu, gelu_slope
from app.nn.plan import HALF, ONE, ZERO, Array, Plan, replay

LEAK = np.array(0.01)

Slope = Callable[[Array, Array, Array], Plan]


@dataclass(frozen=True)
class Activation:
    """A named function with its derivative, and all that is said of it.

    `title` is its name for people, `words` say what it does, `tex` is σ(z) in TeX with `#1` for z.

    `value(z, a)` plans a = σ(z). `slope(z, a, slopes)` plans slopes = σ'(z), where a = σ(z) holds already and
    may be the shorter way; `slopes` holds ones before. All arrays have one shape; z and a stay as they are.
    `short_slope` is for sums, where a slope's absolute error counts: σ' rounded as numbers near 1 are, for
    fewer or cheaper calls (decision 0011).

    `code` is how programs that people take out write it.

    `kinked`: σ' steps at z = 0. `below`: where σ(z) is z itself above 0, what becomes of a sum that is not.
    `silent_below`: that is 0, whatever the sum.
    """

    name: str
    title: str
    words: str
    tex: str
    value: Callable[[Array, Array], Plan]
    slope: Slope
    code: ActivationCode = NO_CODE
    short_slope: Slope | None = None
    kinked: bool = False
    below: str | None = None
    silent_below: bool = False

    def __post_init__(self) -> None:
        require(f"The activation {self.name!r}", self.code, ("numpy", "slope", "torch", "onnx"), self.value)

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
        Activation(
            "tanh", "tanh", "smooth, from −1 to 1", r"\tanh(#1)",
            lambda z, a: [(np.tanh, z, a)], tanh_slope,
            ActivationCode(
                "np.tanh(z)", "(1 / np.cosh(z)) ** 2", "torch.tanh(z)", "$a = Tanh($z)",
                short_slope="1 - a**2",
            ),
            tanh_short_slope,
        ),
        Activation(
            "sigmoid", "sigmoid", "smooth, from 0 to 1", r"\frac{1}{1+e^{-(#1)}}", sigmoid, sigmoid_slope,
            ActivationCode(
                "1 / (1 + np.exp(-z))", "0.5 / (1 + np.cosh(z))", "torch.sigmoid(z)", "$a = Sigmoid($z)"
            ),
        ),
        Activation(
            "relu", "ReLU", "zero, then straight up", r"\max(0, #1)", relu, relu_slope,
            ActivationCode("np.maximum(z, 0)", "np.where(z > 0, 1.0, 0.0)", "torch.relu(z)", "$a = Relu($z)"),
            kinked=True, silent_below=True,
            below="makes 0 of the sum, as it is not above 0: this neuron is silent for this point",
        ),
        Activation(
            "leaky_relu", "leaky ReLU", "as ReLU, with a little slope below zero",
            r"\max(0.01\cdot(#1),\ #1)", leaky_relu, leaky_relu_slope,
            ActivationCode(
                "np.maximum(z, 0.01 * z)", "np.where(z > 0, 1.0, 0.01)", "F.leaky_relu(z, 0.01)",
                # LeakyRelu has its slope in float32.
                "${a}_slope = Constant<value = double {0.01}>()\n${a}_below = Mul($z, ${a}_slope)\n"
                "$a = Max($z, ${a}_below)",
            ),
            kinked=True, below="keeps a hundredth of the sum, as it is not above 0",
        ),
        Activation(
            "elu", "ELU", "straight up, and a soft floor at −1", r"\mathrm{ELU}(#1)", elu, elu_slope,
            ActivationCode(
                "np.maximum(z, np.expm1(np.minimum(z, 0)))", "np.exp(np.minimum(z, 0))", "F.elu(z)",
                "$a = Elu($z)",
            ),
            below="bends the sum z, as it is not above 0, into the activation a",
        ),
        Activation(
            "gelu", "GELU", "as ReLU, with a soft dip before zero", r"\mathrm{GELU}(#1)", gelu, gelu_slope,
            GELU_CODE,
        ),
        Activation(
            "softplus", "softplus", "ReLU with its corner rounded off", r"\ln(1+e^{#1})",
            softplus, softplus_slope,
            ActivationCode(
                "np.logaddexp(z, 0)", "1 / (1 + np.exp(-z))",
                "F.softplus(z, threshold=1000)", "$a = Softplus($z)",
            ),
        ),
        Activation(
            "sine", "sine", "a wave: the same answer again and again", r"\sin(#1)",
            lambda z, a: [(np.sin, z, a)], lambda z, _a, slopes: [(np.cos, z, slopes)],
            ActivationCode("np.sin(z)", "np.cos(z)", "torch.sin(z)", "$a = Sin($z)"),
        ),
        Activation(
            "linear", "linear", "no bend at all", "#1",
            lambda z, a: [(np.positive, z, a)], lambda _z, _a, _slopes: [],
            ActivationCode("z", "1.0", "z", "$a = Identity($z)"),
        ),
    )
}  # fmt: skip
