"""The networks that the article computes with, made by the engine: its own, the worked one, a deep one."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.data.generate import generated
from app.data.points import Points
from app.data.randomness import generator
from app.nn.architecture import Architecture
from app.nn.optimizer import OptimizerSettings
from app.nn.optimizers import OPTIMIZERS
from app.nn.passes import Pass
from app.nn.plan import replay
from app.training.checkpoint import initial
from app.training.experiment import Experiment
from app.training.trainer import Trainer

Array = NDArray[np.float64]

ARTICLE = Experiment(hidden=(4, 3), learning_rate=0.3, batch_size=10, seed=1)
UPDATES = 264
WORKED = Experiment(hidden=(2,), learning_rate=0.5, batch_size=1, shuffle=False)
WORKED_PARAMETERS = (0.5, -1.0, -0.25, 0.5, 0.5, -1.0, 1.0, 0.5, -0.5, 1.0, 0.0, 0.25)
"""θ of the worked example: a block per layer, a row per source, the biases last (docs/notation.md)."""
WORKED_POINT = (1.0, 2.0, 1)
FOLLOWED = 2
"""Id of the point that the article follows at first: one that the network gets wrong."""
FREE_WEIGHTS = ((2, 0, 0), (2, 2, 1))
"""The two weights of the mountain: (layer, to, from)."""
LOW, HIGH, START = (-4.0, -6.0), (8.0, 6.0), (6.0, -5.0)
"""The corners of the map, and where descent starts: values of the two free weights."""
RATES = {
    "plain": (0.1, 3.0, 10.0, 20.0), "momentum": (0.03, 0.3, 0.5, 1.0), "adam": (0.03, 0.3, 1.0, 7.0),
}  # fmt: skip
"""Of each method: one that crawls, a good one, a large one, and one that is thrown off."""
STEPS, REST, RACE_REST = 60, 9, 24
"""Steps of a walk at most; those after which the opening and Figure 6 stand still; and Figure 11."""
_OPTIMIZERS = {"plain": "gradient_descent"}
"""Names that the article gives to optimizers, where they differ."""
DEEP_SIZES = (2, *[8] * 8, 2)


@dataclass(frozen=True)
class Trained:
    """The article's network after training, with the points it was trained on."""

    points: Points
    parameters: Array


def trained() -> Trained:
    """The network of Figures 1 to 7, trained as `ARTICLE` says."""
    points = generated("moons", 60, 0.3, 0.0, 1)
    trainer = Trainer(initial(ARTICLE, points))
    trainer.run(UPDATES)
    return Trained(points, trainer.parameters.copy())


def deep_draws() -> list[float]:
    """A number from -1 to 1 for each weight of the deep network, with four decimals."""
    count = sum(a * b for a, b in pairwise(DEEP_SIZES))
    return [float(draw) for draw in generator(1, "deep network").uniform(-1, 1, count).round(4)]


def deep_bars(points: Points) -> list[dict[str, float | str]]:
    """How the deep figure begins: bars in percent of eleven powers of ten, with their numbers."""
    blame = deep_deltas("sigmoid", 1.0, deep_draws(), points)
    return [{"share": round(100 * (math.log10(size) + 9) / 11, 2), "number": _words(size)} for size in blame]


def _words(value: float) -> str:
    """A number with three decimals, or with a power of ten where that would hide it."""
    if value >= 0.001:
        return f"{value:.3f}"
    mantissa, power = f"{value:.1e}".split("e-")
    return f"{mantissa}·10⁻{''.join('⁰¹²³⁴⁵⁶⁷⁸⁹'[int(digit)] for digit in str(int(power)))}"


def deep_deltas(activation: str, bound_factor: float, draws: Sequence[float], points: Points) -> list[float]:
    """The mean of |δ| of each layer from 2 on, over these points and the neurons of the layer.

    Weights are the draws times `bound_factor` times Glorot's bound; biases are 0.
    """
    architecture = Architecture(DEEP_SIZES, activation, "softmax", "cross_entropy")
    parameters = np.zeros(architecture.parameter_count)
    rest = np.array(draws)
    for block in architecture.blocks(parameters)[2:]:
        sources, neurons = block.shape[0] - 1, block.shape[1]
        bound = bound_factor * np.sqrt(6 / (sources + neurons))
        block[:-1] = bound * rest[: sources * neurons].reshape(sources, neurons)
        rest = rest[sources * neurons :]
    record = _pass_over(architecture, parameters, points)
    record.feedforward()
    record.backpropagate()
    # A batch's blame carries its mean; the figure shows the blame of single points.
    return [float(np.abs(delta).mean()) * record.samples for delta in record.deltas[2:]]


def costs_over(parameters: Array, points: Points, u: Array, v: Array) -> Array:
    """The article's cost with its free weights at each of `u` and `v`: (len(v), len(u))."""
    at, indices = _free(parameters, points)
    heights = np.empty((len(v), len(u)))
    for row, second in enumerate(v):
        for column, first in enumerate(u):
            at.parameters[indices] = first, second
            at.feedforward()
            heights[row, column] = at.cost()
    return heights


def descent(
    parameters: Array, points: Points, start: Sequence[float], rate: float, steps: int, method: str = "plain"
) -> list[tuple[float, float, float]]:
    """A way down in the two free weights: (first, second, cost) before each step, and after the last."""
    at, indices = _free(parameters, points)
    place = np.array(start, dtype=float)
    optimizer = OPTIMIZERS[_OPTIMIZERS.get(method, method)](place, OptimizerSettings(rate))
    path = []
    for _ in range(steps + 1):
        at.parameters[indices] = place
        at.feedforward()
        at.backpropagate()
        path.append((float(place[0]), float(place[1]), at.cost()))
        optimizer.gradient[:] = at.gradient[indices] * optimizer.gradient_factor
        replay(optimizer.plan)
    return path


def lowest(parameters: Array, points: Points) -> tuple[float, float, float]:
    """The lowest place on the map with its cost: from the best of many places, downhill until it is level."""
    (u0, v0), (u1, v1) = LOW, HIGH
    u, v = np.linspace(u0, u1, 61), np.linspace(v0, v1, 61)
    heights = costs_over(parameters, points, u, v)
    row, column = np.unravel_index(heights.argmin(), heights.shape)
    return descent(parameters, points, (u[column], v[row]), 2.0, 3000)[-1]


def _free(parameters: Array, points: Points) -> tuple[Pass, list[int]]:
    """A pass over all points with a copy of θ, and where the two free weights stand in it."""
    architecture = ARTICLE.architecture()
    record = _pass_over(architecture, parameters.copy(), points)
    return record, [architecture.weight_index(layer, to, source) for layer, to, source in FREE_WEIGHTS]


def _pass_over(architecture: Architecture, parameters: Array, points: Points) -> Pass:
    record = Pass(architecture, parameters, len(points.x1))
    record.inputs[:] = points.x1, points.x2
    record.targets[:] = np.eye(2)[points.target.astype(int)].T
    return record


def as_wire(experiment: Experiment) -> dict[str, Any]:
    """An experiment with the names and kinds of the protocol."""
    fields = asdict(experiment)
    return fields | {"features": list(experiment.features), "hidden": list(experiment.hidden)}


def page_data() -> dict[str, Any]:
    """Everything that the article's figures are given."""
    made = trained()
    points = [
        {"id": int(i), "x1": float(x1), "x2": float(x2), "target": int(target), "test": False}
        for i, x1, x2, target in zip(
            made.points.id, made.points.x1, made.points.x2, made.points.target, strict=True
        )
    ]
    x1, x2, target = WORKED_POINT
    return {
        "article": {
            "experiment": as_wire(ARTICLE), "updates": UPDATES, "points": points, "followed": FOLLOWED,
            "parameters": made.parameters.tolist(),
        },
        "worked": {
            "experiment": as_wire(WORKED),
            "points": [{"id": 0, "x1": x1, "x2": x2, "target": target, "test": False}],
            "followed": 0,
            "parameters": list(WORKED_PARAMETERS),
        },
        "mountain": {
            "weights": [list(weight) for weight in FREE_WEIGHTS],
            "low": list(LOW), "high": list(HIGH), "start": list(START),
            "steps": STEPS, "rest": {"plain": REST, "all": RACE_REST},
            "rates": {method: list(rates) for method, rates in RATES.items()},
            "lowest": [round(value, 6) for value in lowest(made.parameters, made.points)],
        },
        "deep": {"sizes": list(DEEP_SIZES), "draws": deep_draws(), "bars": deep_bars(made.points)},
    }  # fmt: skip
