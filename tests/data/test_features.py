"""Features by hand."""

import math

import numpy as np
import pytest

from app.data.features import FEATURES, Feature, feature_matrix


def test_every_feature_of_two_points_by_hand() -> None:
    matrix = feature_matrix(list(FEATURES), np.array([2.0, -1.5]), np.array([-3.0, 0.5]))
    expected = [
        [2.0, -1.5],
        [-3.0, 0.5],
        [4.0, 2.25],
        [9.0, 0.25],
        [-6.0, -0.75],
        [math.sin(2.0), math.sin(-1.5)],
        [math.sin(-3.0), math.sin(0.5)],
    ]
    np.testing.assert_allclose(matrix, expected, rtol=1e-15)


def test_rows_follow_the_names_and_are_contiguous() -> None:
    matrix = feature_matrix(["x2", "x1"], np.array([1.0]), np.array([2.0]))
    assert matrix.tolist() == [[2.0], [1.0]]
    assert matrix.flags.c_contiguous


def test_no_points_make_an_empty_batch() -> None:
    assert feature_matrix(["x1", "x2"], np.empty(0), np.empty(0)).shape == (2, 0)


# How a feature's name becomes its other names.
WRITTEN = {
    "title": {"x1": "x₁", "x2": "x₂", "^2": "²", "*": ""},
    "tex": {"x1": "x_1", "x2": "x_2", "*": " ", "sin": "\\sin"},
    "spoken": {"^2": " squared", "*": " times ", "sin": "sine of"},
}


@pytest.mark.parametrize("feature", FEATURES.values(), ids=lambda feature: feature.name)
@pytest.mark.parametrize("kind", WRITTEN)
def test_a_feature_is_written_in_each_way_as_its_name_says(feature: Feature, kind: str) -> None:
    expected = feature.name
    for part, written in WRITTEN[kind].items():
        expected = expected.replace(part, written)
    assert getattr(feature, kind) == expected
