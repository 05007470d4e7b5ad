"""What a sample costs, and how the cost changes with the output: (C1) to (C3)."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

import numpy as np

from app.nn.code import CostCode
from app.nn.outputs import OUTPUTS, Output
from app.nn.plan import ONE, Array, Plan


@dataclass(frozen=True)
class Cost:
    """A named cost of one sample, with its words for people.

    `equation` is its label in docs/notation.md. `hint` says how it is worked out by hand; None where the
    output says that (`Output.cross_entropy_hint`).

    `of_samples(output, z, a, y)` gives the cost of each sample, shape (samples,), from arrays (#(n),
    samples); `from_z` says that it does so without a. `slope(residual)` plans residual ← ∂C/∂a^n in place,
    given residual = a^n − y. `natural` names the outputs whose σ'(z^n) cancels in (B1), which leaves δ^n =
    a^n − y. `code` is how programs that people take out write it.
    """

    name: str
    title: str
    words: str
    equation: str
    hint: str | None
    of_samples: Callable[[Output, Array, Array, Array], Array]
    slope: Callable[[Array], Plan]
    natural: frozenset[str]
    code: CostCode
    from_z: bool = False


def _cross_entropy(output: Output, z: Array, _a: Array, y: Array) -> Array:
    if output.cross_entropy is None:
        raise ValueError(f"cross-entropy needs probabilities, which {output.name} doesn't give")
    return output.cross_entropy(z, y)  # (C1)


def _squared_error(output: Output, z: Array, a: Array, y: Array) -> Array:
    return np.asarray(0.5 * np.square(output.residuals(z, a, y)).sum(axis=0))  # (C2)


def _huber(output: Output, z: Array, a: Array, y: Array) -> Array:
    distance = np.abs(output.residuals(z, a, y))
    return np.asarray(np.where(distance <= 1, 0.5 * np.square(distance), distance - 0.5).sum(axis=0))  # (C3)


def _huber_slope(residual: Array) -> Plan:
    """The residual, held between −1 and 1."""
    return [(np.fmin, residual, ONE, residual), (np.fmax, residual, -ONE, residual)]


COSTS: dict[str, Cost] = {
    cost.name: cost
    for cost in (
        Cost(
            "cross_entropy", "cross-entropy", "punishes being sure and wrong without limit", "C1", None,
            _cross_entropy, lambda _residual: [], frozenset({"softmax", "sigmoid", "one_sigmoid"}),
            CostCode(None, None), True,
        ),
        Cost(
            "squared_error", "squared error", "half the square of the distance", "C2",
            "Add up the squares of a − y over all outputs, and halve the sum.",
            _squared_error, lambda _residual: [], frozenset({"linear"}),
            CostCode("0.5 * (r**2).sum(axis=0)", "0.5 * ((a - y) ** 2).sum(dim=1)"),
        ),
        Cost(
            "huber", "Huber", "squared near zero, straight beyond 1: calm about outliers", "C3",
            "For each output halve the square of a − y; where a − y lies beyond −1 or 1, take its size minus "
            "a half instead.",
            _huber, _huber_slope, frozenset(),
            CostCode(
                "np.where(abs(r) <= 1, 0.5 * r**2, abs(r) - 0.5).sum(axis=0)",
                'F.huber_loss(a, y, reduction="none").sum(dim=1)',
                slope="np.clip(r, -1, 1)",
            ),
        ),
    )
}  # fmt: skip


def mean(costs: Array) -> float:
    """The mean of samples' costs: infinite only where it is, not where their sum alone is."""
    total = float(np.add.reduce(costs))
    if isfinite(total):
        return total / len(costs)
    return float(np.add.reduce(costs / len(costs)))


def fits(output: str, cost: str, neurons: int) -> bool:
    """Whether a cost has a meaning for an output: cross-entropy needs probabilities, softmax two classes."""
    if output == "softmax" and neurons < 2:
        return False
    return cost != "cross_entropy" or OUTPUTS[output].cross_entropy is not None
