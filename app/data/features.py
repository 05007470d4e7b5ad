"""What the network sees of a point: functions of its coordinates, one input neuron each.

Two of them, x1 and x2, are its place on the plane. x3 to x7 are further columns of a table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.data.points import MOST_FURTHER, Points

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Feature:
    """A named function of a point's coordinates, and what is said of it.

    `title` is how it is printed, `tex` the same in TeX, `spoken` how it is read out; `words` say what it
    tells the network. `function` takes `coordinates` of them, x1 and x2 or more. In programs that people take
    out it is the expression `numpy` of the arrays x1, x2 ..., and the ONNX node `onnx` of the same names.
    """

    name: str
    title: str
    words: str
    tex: str
    spoken: str
    function: Callable[..., Vector]
    numpy: str = ""
    onnx: str = ""
    coordinates: int = 2

    def __post_init__(self) -> None:
        missing = " and no ".join(name for name in ("numpy", "onnx") if not getattr(self, name))
        if missing:
            file = f"{self.function.__module__.replace('.', '/')}.py"
            raise ValueError(
                f"The feature {self.name!r} says no {missing}, and programs that people take out need it: "
                f"write it in its entry in {file}."
            )


MOST_INPUTS = 7
_ORDINALS = {3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh"}


def _first(x1: Vector, _: Vector) -> Vector:
    return x1


def _second(_: Vector, x2: Vector) -> Vector:
    return x2


def _last(*coordinates: Vector) -> Vector:
    return coordinates[-1]


def _further(number: int) -> Feature:
    """Coordinate x3 or one beyond, as it is."""
    name, subscript = f"x{number}", chr(ord("₀") + number)
    words = f"the {_ORDINALS[number]} coordinate of a table"
    return Feature(
        name, f"x{subscript}", words, f"x_{number}", name, _last, name, f"Identity({name})", number
    )


FEATURES: dict[str, Feature] = {
    feature.name: feature
    for feature in (
        Feature("x1", "x₁", "left to right", "x_1", "x1", _first, "x1", "Identity(x1)"),
        Feature("x2", "x₂", "bottom to top", "x_2", "x2", _second, "x2", "Identity(x2)"),
        Feature(
            "x1^2", "x₁²", "distance from the vertical axis", "x_1^2", "x1 squared", lambda x1, _: x1 * x1,
            "x1 * x1", "Mul(x1, x1)",
        ),
        Feature(
            "x2^2", "x₂²", "distance from the horizontal axis", "x_2^2", "x2 squared", lambda _, x2: x2 * x2,
            "x2 * x2", "Mul(x2, x2)",
        ),
        Feature(
            "x1*x2", "x₁x₂", "opposite quadrants alike", "x_1 x_2", "x1 times x2", lambda x1, x2: x1 * x2,
            "x1 * x2", "Mul(x1, x2)",
        ),
        Feature(
            "sin x1", "sin x₁", "waves from left to right", r"\sin x_1", "sine of x1",
            lambda x1, _: np.sin(x1), "np.sin(x1)", "Sin(x1)",
        ),
        Feature(
            "sin x2", "sin x₂", "waves from bottom to top", r"\sin x_2", "sine of x2",
            lambda _, x2: np.sin(x2), "np.sin(x2)", "Sin(x2)",
        ),
        *map(_further, range(3, 3 + MOST_FURTHER)),
    )
}  # fmt: skip


def feature_matrix(
    names: Sequence[str], points: Points, chosen: NDArray[np.bool_] | None = None
) -> NDArray[np.float64]:
    """The inputs of a batch: (features, samples), C-ordered, one row for each name in the order given.

    `chosen` is a mask of the points that are its samples; else all are.
    """
    columns = points.coordinates(max(FEATURES[name].coordinates for name in names))
    if chosen is not None:
        columns = [column[chosen] for column in columns]
    matrix = np.empty((len(names), len(columns[0])))
    for row, name in zip(matrix, names, strict=True):
        feature = FEATURES[name]
        row[:] = feature.function(*columns[: feature.coordinates])
    return matrix


def coordinate_count(names: Sequence[str], points: Points) -> int:
    """How many coordinates there are: those of the points, and those that these inputs ask for."""
    return max(2 + points.width, *(FEATURES[name].coordinates for name in names))
