"""What the last layer makes of its pre-activations: class probabilities, or one activation a neuron."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.nn.activations import ACTIVATIONS
from app.nn.plan import ZERO, Array, Plan

CrossEntropy = Callable[[Array, Array], Array]


@dataclass(frozen=True)
class Output:
    """A named output function of the last layer.

    `value(rows, a)` plans a^n from z^n, which is `rows` but for its last row, a spare one. `pull_back(z, a,
    delta)` plans delta ← (∂a^n/∂z^n)ᵀ delta in place. `cross_entropy(z, y)` is (C1) for each sample, shape
    (samples,), from z^n, so that it is finite wherever z is; None where the output is no probability.
    """

    name: str
    value: Callable[[Array, Array], Plan]
    pull_back: Callable[[Array, Array, Array], Plan]
    cross_entropy: CrossEntropy | None = None


def softmax(rows: Array, a: Array) -> Plan:
    """a_j = e^z_j / Σ_k e^z_k, with the largest z taken off all of them first, so that no power overflows."""
    if len(a) == 2:
        return _softmax_of_two(rows[:2], a)
    z, largest = rows[:-1], rows[-1]
    take_largest_off = np.column_stack([np.eye(len(z)), np.full(len(z), -1.0)])
    sums, ones = np.empty_like(a), np.ones((len(z), len(z)))
    return [
        (np.fmax, z[0], z[1], largest),
        *((np.fmax, largest, row, largest) for row in z[2:]),
        (take_largest_off.dot, rows, a),  # exact, and cheaper than a subtraction with broadcasting
        (np.exp, a, a),
        (ones.dot, a, sums),
        (np.divide, a, sums, a),
    ]


def _softmax_of_two(z: Array, a: Array) -> Plan:
    """a_1 = ½ + ½ tanh((z_1 − z_2) / 2) and a_2 = ½ − ½ tanh((z_1 − z_2) / 2)."""
    half_difference, halves = np.array([[0.5, -0.5]]), np.array([[0.5, 0.5], [-0.5, 0.5]])
    tanh_and_one = np.ones_like(a)
    return [
        (half_difference.dot, z, tanh_and_one[:1]),
        (np.tanh, tanh_and_one[0], tanh_and_one[0]),
        (halves.dot, tanh_and_one, a),
    ]


def _softmax_pull_back(_z: Array, a: Array, delta: Array) -> Plan:
    """δ_j ← a_j (δ_j − Σ_k a_k δ_k)."""
    shares, sums, ones = np.empty_like(a), np.empty_like(a), np.ones((len(a), len(a)))
    return [
        (np.multiply, a, delta, shares),
        (ones.dot, shares, sums),
        (np.subtract, delta, sums, delta),
        (np.multiply, delta, a, delta),
    ]


def _softmax_cross_entropy(z: Array, y: Array) -> Array:
    """−Σ_j y_j ln a_j, by ln a_j = z_j − ln Σ_k e^z_k.

    y names one class, as everywhere here. Of two it is ln(1 + e^(z_other − z_named)): half as many calls,
    and exact where a_named is nearly 1.
    """
    if len(z) == 2:
        return np.asarray(np.logaddexp(ZERO, (y[0] - y[1]) * (z[1] - z[0])))
    shifted = z - np.maximum.reduce(z)
    return np.asarray(np.add.reduce(y * (np.log(np.add.reduce(np.exp(shifted))) - shifted)))


def _sigmoid_cross_entropy(z: Array, y: Array) -> Array:
    """−Σ_j (y_j ln a_j + (1 − y_j) ln(1 − a_j)), by −ln a = ln(1 + e^−z) and −ln(1 − a) = ln(1 + e^z)."""
    return np.asarray(np.add.reduce(y * np.logaddexp(0.0, -z) + (1.0 - y) * np.logaddexp(0.0, z)))


def _each_neuron(name: str, cross_entropy: CrossEntropy | None = None) -> Output:
    """The output that applies one activation function to each neuron."""
    activation = ACTIVATIONS[name]

    def pull_back(z: Array, a: Array, delta: Array) -> Plan:
        slopes = np.ones_like(a)
        return [*activation.slope(z, a, slopes), (np.multiply, delta, slopes, delta)]

    return Output(name, lambda rows, a: activation.value(rows[:-1], a), pull_back, cross_entropy)


OUTPUTS: dict[str, Output] = {
    output.name: output
    for output in (
        Output("softmax", softmax, _softmax_pull_back, _softmax_cross_entropy),
        _each_neuron("sigmoid", _sigmoid_cross_entropy),
        _each_neuron("tanh"),
        _each_neuron("linear"),
    )
}
