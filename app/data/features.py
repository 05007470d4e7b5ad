"""What the network sees of a point: functions of its two coordinates, one input neuron each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Feature:
    """A named function of a point's coordinates; `title` is how it is printed."""

    name: str
    title: str
    function: Callable[[Vector, Vector], Vector]


def _first(x1: Vector, _: Vector) -> Vector:
    return x1


def _second(_: Vector, x2: Vector) -> Vector:
    return x2


FEATURES: dict[str, Feature] = {
    feature.name: feature
    for feature in (
        Feature("x1", "x₁", _first),
        Feature("x2", "x₂", _second),
        Feature("x1^2", "x₁²", lambda x1, _: x1 * x1),
        Feature("x2^2", "x₂²", lambda _, x2: x2 * x2),
        Feature("x1*x2", "x₁x₂", lambda x1, x2: x1 * x2),
        Feature("sin x1", "sin x₁", lambda x1, _: np.sin(x1)),
        Feature("sin x2", "sin x₂", lambda _, x2: np.sin(x2)),
    )
}


def feature_matrix(names: Sequence[str], x1: Vector, x2: Vector) -> NDArray[np.float64]:
    """The inputs of a batch: (features, samples), C-ordered, one row for each name in the order given."""
    matrix = np.empty((len(names), len(x1)))
    for row, name in zip(matrix, names, strict=True):
        row[:] = FEATURES[name].function(x1, x2)
    return matrix
