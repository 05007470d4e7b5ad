"""A textbook network in autograd's NumPy: what the engine's gradients are held against."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import autograd.numpy as anp
import numpy as np
from autograd import grad
from numpy.typing import NDArray

from app.nn.architecture import Architecture

Array = NDArray[np.float64]

GELU_SCALE = (2 / np.pi) ** 0.5

ACTIVATIONS: dict[str, Callable[[Any], Any]] = {
    "tanh": anp.tanh,
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "relu": lambda z: anp.where(z > 0, z, 0.0),
    "leaky_relu": lambda z: anp.where(z > 0, z, 0.01 * z),
    "elu": lambda z: anp.where(z > 0, z, anp.expm1(anp.where(z > 0, 0.0, z))),
    "gelu": lambda z: 0.5 * z * (1 + anp.tanh(GELU_SCALE * (z + 0.044715 * z * z * z))),
    "softplus": lambda z: anp.log(1 + anp.exp(z)),
    "sine": anp.sin,
    "linear": lambda z: z,
}
OUTPUTS: dict[str, Callable[[Any], Any]] = {
    "softmax": lambda z: anp.exp(z) / anp.sum(anp.exp(z), axis=0),
    "sigmoid": ACTIVATIONS["sigmoid"],
    "tanh": anp.tanh,
    "linear": lambda z: z,
    "one_sigmoid": ACTIVATIONS["sigmoid"],
    "one_tanh": anp.tanh,
}


def cross_entropy(output: str) -> Callable[[Any, Any], Any]:
    """(C1), in its two-sided form for sigmoids."""
    if output == "softmax":
        return lambda a, y: -anp.sum(y * anp.log(a), axis=0)
    return lambda a, y: -anp.sum(y * anp.log(a) + (1 - y) * anp.log(1 - a), axis=0)


COSTS: dict[str, Callable[[Any, Any], Any]] = {
    "squared_error": lambda a, y: 0.5 * anp.sum((a - y) ** 2, axis=0),
    "huber": lambda a, y: anp.sum(
        anp.where(anp.abs(a - y) <= 1, 0.5 * (a - y) ** 2, anp.abs(a - y) - 0.5), axis=0
    ),
}

PAIRS = [
    ("softmax", "cross_entropy"),
    ("sigmoid", "cross_entropy"),
    ("one_sigmoid", "cross_entropy"),
    *((output, cost) for output in OUTPUTS for cost in COSTS),
]
"""Every output with every cost that has a meaning for it."""


def cost(architecture: Architecture, parameters: Any, inputs: Array, targets: Array) -> Any:
    """The mean cost plus the penalty, with θ taken apart by the formula of docs/notation.md."""
    of_samples = COSTS.get(architecture.cost) or cross_entropy(architecture.output)
    sizes, offset, a, penalty = architecture.sizes, 0, inputs, 0.0
    for i, (before, size) in enumerate(pairwise(sizes), start=2):
        weights = parameters[offset : offset + before * size].reshape(before, size).T
        biases = parameters[offset + before * size : offset + (before + 1) * size]
        z = anp.dot(weights, a) + biases[:, None]
        a = (OUTPUTS[architecture.output] if i == len(sizes) else ACTIVATIONS[architecture.activation])(z)
        penalty += architecture.l1 * anp.sum(anp.abs(weights)) + architecture.l2 / 2 * anp.sum(weights**2)
        offset += (before + 1) * size
    return anp.mean(of_samples(a, targets)) + penalty


def gradient(architecture: Architecture, parameters: Array, inputs: Array, targets: Array) -> Array:
    """The gradient of `cost` by automatic differentiation."""
    slopes: Array = grad(lambda theta: cost(architecture, theta, inputs, targets))(parameters)
    return slopes


def batch(architecture: Architecture, samples: int, seed: int) -> tuple[Array, Array, Array]:
    """Random parameters, inputs (#(1), samples) and targets (#(n), samples; one-hot for probabilities)."""
    draw = np.random.default_rng(seed)
    neurons = architecture.sizes[-1]
    if architecture.output in ("tanh", "linear"):
        targets = draw.normal(0, 1.5, (neurons, samples))
    else:
        targets = np.eye(neurons)[draw.integers(0, neurons, samples)].T
    parameters = draw.normal(0, 0.7, architecture.parameter_count)
    return parameters, draw.normal(0, 1.2, (architecture.sizes[0], samples)), targets
