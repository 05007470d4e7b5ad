"""The data sets: shapes on the plane that show one difficulty each, in -3..3 at usual noise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Vector: TypeAlias = NDArray[np.float64]
Shape: TypeAlias = Callable[[NDArray[np.intp], Generator], tuple[Vector, Vector]]
Surface: TypeAlias = Callable[[Vector, Vector], Vector]

JITTER = 0.8
"""Standard deviation, in units of the plane, by which noise 1 moves a point off its shape."""


@dataclass(frozen=True)
class Dataset:
    """A named way to draw points, and the `task` and `classes` that it needs (None: any will do).

    `generate(count, noise, generator)` returns `x1`, `x2` and `target`, each of shape (count,); `noise` is 0
    to 1. Classes take turns, so that their counts differ by one at most. `suited` are settings of an
    experiment that can learn it, where the usual ones can't. `is_table`: these points and no others, whatever
    count, noise and share for testing are asked for.
    """

    name: str
    title: str
    task: Literal["classification", "regression"] | None
    classes: int | None
    generate: Callable[[int, float, Generator], tuple[Vector, Vector, Vector]]
    suited: Mapping[str, object] = field(default_factory=dict)
    is_table: bool = False


def _blank(*_: object) -> tuple[Vector, Vector, Vector]:
    return np.empty(0), np.empty(0), np.empty(0)


def _classified(
    name: str, title: str, classes: int, shape: Shape, suited: Mapping[str, object] | None = None
) -> Dataset:
    def generate(count: int, noise: float, generator: Generator) -> tuple[Vector, Vector, Vector]:
        label = np.arange(count) % classes
        x1, x2 = shape(label, generator)
        moved = noise * JITTER * generator.normal(size=(2, count))
        return x1 + moved[0], x2 + moved[1], label.astype(np.float64)

    return Dataset(name, title, "classification", classes, generate, suited or {})


def _real(name: str, title: str, surface: Surface) -> Dataset:
    def generate(count: int, noise: float, generator: Generator) -> tuple[Vector, Vector, Vector]:
        x1, x2 = generator.uniform(-3, 3, count), generator.uniform(-3, 3, count)
        return x1, x2, surface(x1, x2) + 0.3 * noise * generator.normal(size=count)

    return Dataset(name, title, "regression", None, generate)


def _truth_table(name: str, title: str, true_rows: tuple[int, int, int, int]) -> Dataset:
    """Which class (0, 1), (1, 1), (0, 0) and (1, 0) have: the points stand where logic has its inputs."""
    places = [(0.0, 1.0), (1.0, 1.0), (0.0, 0.0), (1.0, 0.0)]

    def generate(_count: int, _noise: float, _generator: Generator) -> tuple[Vector, Vector, Vector]:
        x1, x2 = np.array(places).T
        return x1, x2, np.array(true_rows, dtype=np.float64)

    return Dataset(name, title, "classification", 2, generate, is_table=True)


def _blobs(centres: list[tuple[float, float]]) -> Shape:
    places = np.array(centres)

    def shape(label: NDArray[np.intp], generator: Generator) -> tuple[Vector, Vector]:
        offset = 0.48 * generator.normal(size=(2, len(label)))
        return places[label, 0] + offset[0], places[label, 1] + offset[1]

    return shape


def _polar(radius: Vector, angle: Vector) -> tuple[Vector, Vector]:
    return radius * np.cos(angle), radius * np.sin(angle)


def _evenly(label: NDArray[np.intp], generator: Generator) -> Vector:
    """Numbers from 0 to 1 that cover the range evenly within each class, however few there are."""
    classes = label.max(initial=0) + 1
    rank = np.arange(len(label)) // classes
    return np.asarray((rank + generator.random(len(label))) / np.bincount(label)[label])


def _circle(label: NDArray[np.intp], generator: Generator) -> tuple[Vector, Vector]:
    turn = 2 * np.pi * _evenly(label, generator)
    inner, outer = np.array([0.0, 1.8])[label], np.array([1.2, 2.6])[label]
    # A uniform draw of the squared radius fills disc and ring evenly.
    radius = np.sqrt(generator.uniform(inner**2, outer**2))
    return _polar(radius, turn)


def _quadrants(quadrant: NDArray[np.intp], generator: Generator) -> tuple[Vector, Vector]:
    """Quadrant 0 is the upper right one; they count anticlockwise."""
    side = generator.uniform(0.2, 2.7, (2, len(quadrant)))
    return np.array([1, -1, -1, 1])[quadrant] * side[0], np.array([1, 1, -1, -1])[quadrant] * side[1]


def _xor(label: NDArray[np.intp], generator: Generator) -> tuple[Vector, Vector]:
    opposite = np.arange(len(label)) // 2 % 2
    return _quadrants(label + 2 * opposite, generator)


def _moons(label: NDArray[np.intp], generator: Generator) -> tuple[Vector, Vector]:
    sign = 1 - 2 * label
    x1, x2 = _polar(np.full(len(label), 1.8), np.pi * _evenly(label, generator))
    return sign * (x1 - 0.9), sign * (x2 - 0.45)


def _arms(classes: int, turns: float) -> Shape:
    def shape(label: NDArray[np.intp], generator: Generator) -> tuple[Vector, Vector]:
        # The power spreads the points along the arm, which is longer for each step outward.
        along = _evenly(label, generator) ** 0.7
        return _polar(0.2 + 2.5 * along, 2 * np.pi * (turns * along + label / classes))

    return shape


_FOR_A_SPIRAL = {
    "features": ("x1", "x2", "sin x1", "sin x2"),
    "hidden": (8, 8),
    "activation": "tanh",
    "optimizer": "adam",
    "learning_rate": 0.01,
    "batch_size": 10,
}
"""For arms that wind as far as in TensorFlow Playground: x1 and x2 alone take many times as many steps."""


def _plane(x1: Vector, x2: Vector) -> Vector:
    return (x1 + 2 * x2) / 9


def _bumps(x1: Vector, x2: Vector) -> Vector:
    hill = np.exp(-((x1 + 1.2) ** 2 + (x2 - 1.0) ** 2) / 1.6)
    hollow = np.exp(-((x1 - 1.3) ** 2 + (x2 + 1.1) ** 2) / 1.6)
    return np.asarray(0.95 * (hill - hollow))


def _around(count: int, radius: float) -> list[tuple[float, float]]:
    angles = np.pi / 2 + 2 * np.pi * np.arange(count) / count
    return [(radius * np.cos(angle), radius * np.sin(angle)) for angle in angles]


DATASETS: dict[str, Dataset] = {
    dataset.name: dataset
    for dataset in (
        Dataset("blank", "Blank", None, None, _blank),
        _classified("blobs2", "2 blobs", 2, _blobs([(-1.3, -1.1), (1.3, 1.1)])),
        _classified("circle", "Circle", 2, _circle),
        _classified("xor", "XOR", 2, _xor),
        _classified("moons", "Moons", 2, _moons),
        _classified("spiral", "Spiral", 2, _arms(2, 1.75), _FOR_A_SPIRAL),
        _classified("blobs3", "3 blobs", 3, _blobs(_around(3, 1.75))),
        _classified("arms3", "3 arms", 3, _arms(3, 0.4)),
        _classified("quadrants4", "4 quadrants", 4, _quadrants),
        _real("plane", "Plane", _plane),
        _real("bumps", "Bumps", _bumps),
        _truth_table("and_table", "AND table", (0, 1, 0, 0)),
        _truth_table("or_table", "OR table", (1, 1, 0, 1)),
        _truth_table("xor_table", "XOR table", (1, 0, 0, 1)),
    )
}
