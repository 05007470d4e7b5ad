"""The split is exact, stratified, and repeatable."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.split import split_mask


@given(
    st.lists(st.integers(0, 3), max_size=60).map(lambda labels: np.array(labels, dtype=float)),
    st.floats(0, 0.9),
    st.integers(0, 2**32 - 1),
)
def test_exact_count_and_each_class_within_one_of_its_part(
    labels: np.ndarray, share: float, seed: int
) -> None:
    mask = split_mask(labels, 4, share, seed)
    count = min(int(share * len(labels) + 0.5), max(len(labels) - 1, 0))
    assert mask.sum() == count
    for label in range(4):
        of_class = labels == label
        assert abs(mask[of_class].sum() - share * of_class.sum()) <= 1


@pytest.mark.parametrize(
    ("points", "share", "tests"), [(10, 0.2, 2), (10, 0.25, 3), (5, 0.5, 3), (1, 0.9, 0)]
)
def test_counts_by_hand(points: int, share: float, tests: int) -> None:
    assert split_mask(np.zeros(points), 2, share, 1).sum() == tests


def test_a_class_of_six_and_one_of_four_give_three_and_two_of_five() -> None:
    labels = np.array([0.0] * 6 + [1.0] * 4)
    mask = split_mask(labels, 2, 0.5, 3)
    assert [int(mask[labels == 0].sum()), int(mask[labels == 1].sum())] == [3, 2]


def test_the_seed_decides_which_points() -> None:
    labels = np.array([0.0, 1.0] * 50)
    assert split_mask(labels, 2, 0.3, 1).tolist() == split_mask(labels, 2, 0.3, 1).tolist()
    assert split_mask(labels, 2, 0.3, 1).tolist() != split_mask(labels, 2, 0.3, 2).tolist()


def test_real_targets_make_one_group() -> None:
    assert split_mask(np.linspace(-1, 1, 40), None, 0.25, 1).sum() == 10
