"""How the first weights are drawn; biases start at 0."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.nn.architecture import Architecture
from app.nn.plan import Array


@dataclass(frozen=True)
class Initializer:
    """A named rule, with its words for people.

    A layer's weights are uniform within ± `bound(sources, destinations)`.
    """

    name: str
    title: str
    words: str
    bound: Callable[[int, int], float]

    def draw(self, architecture: Architecture, generator: np.random.Generator) -> Array:
        """θ with weights drawn layer by layer and biases of 0."""
        parameters = np.zeros(architecture.parameter_count)
        for block in architecture.blocks(parameters)[2:]:
            sources, destinations = block.shape[0] - 1, block.shape[1]
            bound = self.bound(sources, destinations)
            block[:-1] = bound * generator.uniform(-1.0, 1.0, size=(sources, destinations))
        return parameters


INITIALIZERS: dict[str, Initializer] = {
    initializer.name: initializer
    for initializer in (
        # A uniform draw between −b and b has the variance b² / 3.
        Initializer(
            "glorot", "Glorot", "keeps signals even through tanh and sigmoid",
            lambda sources, destinations: float(np.sqrt(6 / (sources + destinations))),
        ),
        Initializer(
            "he", "He", "larger weights, made for ReLU", lambda sources, _: float(np.sqrt(6 / sources))
        ),
        Initializer(
            "lecun", "LeCun", "scaled by the number of inputs alone",
            lambda sources, _: float(np.sqrt(3 / sources)),
        ),
        Initializer("uniform", "uniform", "evenly spread, whatever the layer’s size", lambda _, __: 0.5),
        Initializer(
            "zeros", "zeros", "all alike: see why neurons must differ at first", lambda _, __: 0.0
        ),
    )
}  # fmt: skip
