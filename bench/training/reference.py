"""The textbook's way through the same updates, one line an equation: the yardstick for every engine."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bench.training.cases import Problem

Vector = NDArray[np.float64]


def trained(problem: Problem, updates: int) -> Vector:
    """θ after so many updates, laid out as docs/notation.md says."""
    case, theta = problem.case, problem.parameters.copy()
    mean, squares = np.zeros_like(theta), np.zeros_like(theta)
    for update in range(1, updates + 1):
        chosen = problem.batches[(update - 1) % len(problem.batches)]
        gradient = _gradient(problem, theta, problem.inputs[chosen], problem.labels[chosen])
        if case.optimizer == "gradient_descent":
            theta = theta - case.learning_rate * gradient  # (G1)
            continue
        mean = 0.9 * mean + 0.1 * gradient
        squares = 0.999 * squares + 0.001 * gradient**2
        scale = np.sqrt(squares / (1 - 0.999**update)) + 1e-8
        theta = theta - case.learning_rate * mean / (1 - 0.9**update) / scale
    return theta


def cost(problem: Problem, theta: Vector) -> float:
    """The cross-entropy over all points."""
    *_, z = _feedforward(_blocks(problem, theta), problem.inputs)[0]
    shifted = z - z.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    return float(np.mean(log_sum - shifted[np.arange(len(shifted)), problem.labels]))  # (C1)


def _blocks(problem: Problem, theta: Vector) -> list[Vector]:
    sizes, blocks, start = problem.case.experiment.sizes, [], 0
    for before, size in pairwise(sizes):
        end = start + (before + 1) * size
        blocks.append(theta[start:end].reshape(before + 1, size))
        start = end
    return blocks


def _feedforward(blocks: list[Vector], inputs: Vector) -> tuple[list[Vector], list[Vector]]:
    """The layers' z and a, one sample a row; the last z has no a beside it."""
    zs, activations = [], [inputs]
    for block in blocks:
        zs.append(activations[-1] @ block[:-1] + block[-1])  # (F1)
        activations.append(np.tanh(zs[-1]))
    return zs, activations[:-1]


def _gradient(problem: Problem, theta: Vector, inputs: Vector, labels: NDArray[np.intp]) -> Vector:
    blocks = _blocks(problem, theta)
    zs, activations = _feedforward(blocks, inputs)
    powers = np.exp(zs[-1] - zs[-1].max(axis=1, keepdims=True))
    delta = powers / powers.sum(axis=1, keepdims=True)
    delta[np.arange(len(labels)), labels] -= 1.0
    delta /= len(labels)  # (B1)
    parts: list[Vector] = []
    for block, a in zip(reversed(blocks), reversed(activations), strict=True):
        parts += [delta.sum(axis=0), (a.T @ delta).ravel()]  # (B3), (B4)
        delta = (delta @ block[:-1].T) * (1.0 - a**2)  # (B2)
    return np.concatenate(parts[::-1])
