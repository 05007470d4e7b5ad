"""Where each parameter stands, by the formulas of docs/notation.md."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.nn.architecture import Architecture

SIZES = st.lists(st.integers(1, 6), min_size=2, max_size=6).map(tuple)


def network(sizes: tuple[int, ...]) -> Architecture:
    """Any network of these sizes."""
    return Architecture(sizes, "tanh", "linear", "squared_error")


def test_every_parameter_of_2_3_2_stands_where_the_notation_says() -> None:
    """Offsets by hand: layer 2 has (2 + 1) · 3 = 9 parameters, layer 3 has (3 + 1) · 2 = 8."""
    architecture = network((2, 3, 2))
    theta = np.arange(17.0)
    assert architecture.parameter_count == 17
    weights, biases = architecture.weights(theta), architecture.biases(theta)
    assert weights[2].tolist() == [[0, 3], [1, 4], [2, 5]]
    assert biases[2].tolist() == [6, 7, 8]
    assert weights[3].tolist() == [[9, 11, 13], [10, 12, 14]]
    assert biases[3].tolist() == [15, 16]
    assert architecture.blocks(theta)[3].tolist() == [[9, 10], [11, 12], [13, 14], [15, 16]]
    assert weights[:2] == biases[:2] == architecture.blocks(theta)[:2] == [None, None]


@given(SIZES)
def test_indices_and_views_name_the_same_parameters(sizes: tuple[int, ...]) -> None:
    architecture = network(sizes)
    theta = np.arange(float(architecture.parameter_count))
    named = []
    for i in range(2, len(sizes) + 1):
        for k in range(sizes[i - 1]):
            for j in range(sizes[i - 2]):
                assert architecture.weights(theta)[i][k, j] == architecture.weight_index(i, k, j)
                named.append(architecture.weight_index(i, k, j))
            assert architecture.biases(theta)[i][k] == architecture.weight_index(i, k, None)
            named.append(architecture.weight_index(i, k, None))
    assert sorted(named) == list(range(architecture.parameter_count))


@given(SIZES)
def test_the_mask_marks_weights(sizes: tuple[int, ...]) -> None:
    architecture = network(sizes)
    mask = architecture.weight_mask()
    assert mask.sum() == sum(before * size for before, size in pairwise(sizes))
    assert all((weights == 1).all() for weights in architecture.weights(mask)[2:])


@pytest.mark.parametrize(
    ("layer", "neuron", "source"),
    [(1, 0, 0), (4, 0, 0), (2, 3, 0), (2, -1, 0), (2, 0, 2), (3, 0, -1), (3, 2, None)],
)
def test_a_parameter_that_does_not_exist_has_no_index(layer: int, neuron: int, source: int | None) -> None:
    with pytest.raises(IndexError):
        network((2, 3, 2)).weight_index(layer, neuron, source)


@pytest.mark.parametrize(
    ("sizes", "activation", "output", "cost"),
    [
        ((2,), "tanh", "softmax", "cross_entropy"),
        ((2, 0, 2), "tanh", "softmax", "cross_entropy"),
        ((2, 1), "tanh", "softmax", "cross_entropy"),
        ((2, 2), "step", "softmax", "cross_entropy"),
        ((2, 2), "tanh", "relu", "squared_error"),
        ((2, 2), "tanh", "softmax", "hinge"),
        ((2, 2), "tanh", "tanh", "cross_entropy"),
        ((2, 2), "tanh", "linear", "cross_entropy"),
    ],
)
def test_what_has_no_meaning_is_refused(
    sizes: tuple[int, ...], activation: str, output: str, cost: str
) -> None:
    with pytest.raises(ValueError, match=r"layers|none of|no meaning"):
        Architecture(sizes, activation, output, cost)
