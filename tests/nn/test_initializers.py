"""First weights: their spread by layer, biases of 0, drawn from the generator that is handed in."""

import math
from collections.abc import Callable

import numpy as np
import pytest

from app.nn.architecture import Architecture
from app.nn.initializers import INITIALIZERS

WIDE = Architecture((40, 60, 30), "tanh", "softmax", "cross_entropy")
# The variance that each rule asks for, by the numbers of sources and destinations.
VARIANCES: dict[str, Callable[[int, int], float]] = {
    "glorot": lambda sources, destinations: 2 / (sources + destinations),
    "he": lambda sources, _: 2 / sources,
    "lecun": lambda sources, _: 1 / sources,
    "uniform": lambda _, __: 0.5**2 / 3,
}


@pytest.mark.parametrize("name", VARIANCES)
def test_weights_have_the_variance_of_the_rule_within_its_bound(name: str) -> None:
    weights = WIDE.weights(INITIALIZERS[name].draw(WIDE, np.random.default_rng(1)))
    for layer, sources, destinations in ((2, 40, 60), (3, 60, 30)):
        variance = VARIANCES[name](sources, destinations)
        assert weights[layer].var() == pytest.approx(variance, rel=0.08)
        assert weights[layer].mean() == pytest.approx(0.0, abs=4 * math.sqrt(variance / weights[layer].size))
        assert np.abs(weights[layer]).max() <= math.sqrt(3 * variance)


@pytest.mark.parametrize("name", INITIALIZERS)
def test_biases_start_at_zero(name: str) -> None:
    parameters = INITIALIZERS[name].draw(WIDE, np.random.default_rng(1))
    assert all(not biases.any() for biases in WIDE.biases(parameters)[2:])


def test_zeros_are_zeros() -> None:
    assert not INITIALIZERS["zeros"].draw(WIDE, np.random.default_rng(1)).any()


def test_the_generator_decides() -> None:
    draw = INITIALIZERS["glorot"].draw
    first, again, other = (draw(WIDE, np.random.default_rng(seed)).tolist() for seed in (1, 1, 2))
    assert first == again
    assert first != other
