"""Features by hand."""

import math

import numpy as np
import pytest

from app.data.features import FEATURES, Feature, coordinate_count, feature_matrix
from app.data.points import Points


def points(*coordinates: list[float]) -> Points:
    """Points with these columns: x1, x2 and further ones."""
    x1, x2, *more = coordinates
    count = len(x1)
    return Points(
        np.arange(count), np.array(x1), np.array(x2), np.zeros(count), np.zeros(count, np.bool_),
        np.array(more).reshape(len(more), count).T,
    )  # fmt: skip


def test_every_feature_of_two_points_by_hand() -> None:
    further = [[0.25, 0.5], [-1.0, -2.0], [3.0, 4.0], [5.0, 6.0], [7.0, -8.0]]
    matrix = feature_matrix(list(FEATURES), points([2.0, -1.5], [-3.0, 0.5], *further))
    expected = [
        [2.0, -1.5],
        [-3.0, 0.5],
        [4.0, 2.25],
        [9.0, 0.25],
        [-6.0, -0.75],
        [math.sin(2.0), math.sin(-1.5)],
        [math.sin(-3.0), math.sin(0.5)],
        *further,
    ]
    np.testing.assert_allclose(matrix, expected, rtol=1e-15)


def test_rows_follow_the_names_and_are_contiguous() -> None:
    matrix = feature_matrix(["x2", "x1"], points([1.0], [2.0]))
    assert matrix.tolist() == [[2.0], [1.0]]
    assert matrix.flags.c_contiguous


def test_no_points_make_an_empty_batch() -> None:
    assert feature_matrix(["x1", "x2", "x5"], points([], [])).shape == (3, 0)


def test_a_coordinate_that_points_do_not_have_is_0() -> None:
    assert feature_matrix(["x4", "x3"], points([1.0], [2.0], [3.0])).tolist() == [[0.0], [3.0]]


@pytest.mark.parametrize(
    ("names", "further", "count"), [(["x1"], 0, 2), (["x1", "x5"], 1, 5), (["x3"], 4, 6), (["sin x2"], 1, 3)]
)
def test_there_are_as_many_coordinates_as_points_have_and_inputs_ask_for(
    names: list[str], further: int, count: int
) -> None:
    assert coordinate_count(names, points([1.0], [2.0], *[[0.0]] * further)) == count


# How a feature's name becomes its other names.
WRITTEN = {
    "title": {**{f"x{number}": f"x{'₁₂₃₄₅₆₇'[number - 1]}" for number in range(1, 8)}, "^2": "²", "*": ""},
    "tex": {**{f"x{number}": f"x_{number}" for number in range(1, 8)}, "*": " ", "sin": "\\sin"},
    "spoken": {"^2": " squared", "*": " times ", "sin": "sine of"},
}


@pytest.mark.parametrize("feature", FEATURES.values(), ids=lambda feature: feature.name)
@pytest.mark.parametrize("kind", WRITTEN)
def test_a_feature_is_written_in_each_way_as_its_name_says(feature: Feature, kind: str) -> None:
    expected = feature.name
    for part, written in WRITTEN[kind].items():
        expected = expected.replace(part, written)
    assert getattr(feature, kind) == expected
