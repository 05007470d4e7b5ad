"""The shape of a network, and where each parameter stands in the flat vector θ (docs/notation.md)."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import cast

import numpy as np

from app.nn.activations import ACTIVATIONS
from app.nn.costs import COSTS, fits
from app.nn.outputs import OUTPUTS
from app.nn.plan import Array


@dataclass(frozen=True)
class Architecture:
    """Layer sizes #(1) to #(n), the functions between them, the cost, and the strengths of its penalty.

    Any sizes go, also larger ones than the page offers. Raises ValueError for an unknown name, a size below
    1, or a cost that has no meaning for the output.
    """

    sizes: tuple[int, ...]
    activation: str
    output: str
    cost: str
    l1: float = 0.0
    l2: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "sizes", tuple(self.sizes))
        if len(self.sizes) < 2 or min(self.sizes) < 1:
            raise ValueError(f"sizes are {self.sizes}; at least two layers of at least one neuron are needed")
        for name, table in ((self.activation, ACTIVATIONS), (self.output, OUTPUTS), (self.cost, COSTS)):
            if name not in table:
                raise ValueError(f"{name!r} is none of {', '.join(table)}")
        if not fits(self.output, self.cost, self.sizes[-1]):
            raise ValueError(f"{self.cost} has no meaning for {self.output} of {self.sizes[-1]} neurons")

    @property
    def layers(self) -> int:
        """n, the number of layers, the input among them."""
        return len(self.sizes)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """By layer number, where a layer's block begins (0 in slots 0 and 1), and last the end of θ."""
        offsets = [0, 0, 0]
        for before, size in pairwise(self.sizes):
            offsets.append(offsets[-1] + (before + 1) * size)
        return tuple(offsets)

    @property
    def parameter_count(self) -> int:
        """The length of θ."""
        return self.offsets[-1]

    def blocks(self, vector: Array) -> list[Array]:
        """By layer number, the view (#(i-1) + 1, #(i)): row j leaves neuron j, the last row is b^i."""
        return by_layer(
            vector[self.offsets[i] : self.offsets[i + 1]].reshape(self.sizes[i - 2] + 1, self.sizes[i - 1])
            for i in range(2, self.layers + 1)
        )

    def weights(self, vector: Array) -> list[Array]:
        """By layer number, the view (#(i), #(i-1)) of a flat vector: row = destination, column = source."""
        return by_layer(block[:-1].T for block in self.blocks(vector)[2:])

    def biases(self, vector: Array) -> list[Array]:
        """By layer number, the view (#(i),) of a flat vector."""
        return by_layer(block[-1] for block in self.blocks(vector)[2:])

    def weight_index(self, layer: int, neuron: int, source: int | None) -> int:
        """The index in θ of the weight from `source`, a layer before, to `neuron` of `layer` (None: bias).

        `layer` counts from 1, neurons from 0. Raises IndexError where the network has no such parameter.
        """
        if not 2 <= layer <= self.layers:
            raise IndexError(f"layer {layer} has no parameters; layers 2 to {self.layers} have")
        before, size = self.sizes[layer - 2], self.sizes[layer - 1]
        if not 0 <= neuron < size:
            raise IndexError(f"layer {layer} has no neuron {neuron}; its neurons are 0 to {size - 1}")
        if source is not None and not 0 <= source < before:
            raise IndexError(f"layer {layer - 1} has no neuron {source}; its neurons are 0 to {before - 1}")
        return self.offsets[layer] + (before if source is None else source) * size + neuron

    def weight_mask(self) -> Array:
        """A vector like θ: 1 where a weight stands, 0 where a bias does (the penalty leaves biases alone)."""
        mask = np.ones(self.parameter_count)
        for bias in self.biases(mask)[2:]:
            bias[:] = 0.0
        return mask


def by_layer(arrays: Iterable[Array], first: int = 2) -> list[Array]:
    """A list by layer number: the arrays of layers `first`, `first` + 1, ..., with None before them."""
    return cast(list[Array], [*[None] * first, *arrays])
