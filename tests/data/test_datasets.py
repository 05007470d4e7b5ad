"""The data sets: balanced, inside the plane, and of the shape that their name says."""

import numpy as np
import pytest

from app.data.datasets import DATASETS, Dataset
from app.data.generate import generated
from app.data.randomness import generator

TABLES = [dataset for dataset in DATASETS.values() if dataset.is_table]
CLASSIFIED = [
    dataset for dataset in DATASETS.values() if dataset.task == "classification" and dataset not in TABLES
]
REAL = [dataset for dataset in DATASETS.values() if dataset.task == "regression"]
CLASSES = {
    "blobs2": 2, "circle": 2, "xor": 2, "moons": 2, "spiral": 2, "blobs3": 3, "arms3": 3, "quadrants4": 4,
}  # fmt: skip


def named(dataset: Dataset) -> str:
    return dataset.name


def test_the_names_of_the_protocol_in_its_order() -> None:
    assert list(DATASETS) == ["blank", *CLASSES, "plane", "bumps", "and_table", "or_table", "xor_table"]
    assert {dataset.name: dataset.classes for dataset in CLASSIFIED} == CLASSES


@pytest.mark.parametrize("dataset", [DATASETS["blank"], *CLASSIFIED, *REAL], ids=named)
@pytest.mark.parametrize("count", [1, 2, 3, 7, 250, 2000])
def test_any_count_gives_that_many_finite_points(dataset: Dataset, count: int) -> None:
    x1, x2, target = dataset.generate(count, 0.1, generator(1, "test"))
    assert {len(x1), len(x2), len(target)} == {0 if dataset.name == "blank" else count}
    assert np.isfinite([x1, x2, target]).all()


@pytest.mark.parametrize("dataset", CLASSIFIED, ids=named)
@pytest.mark.parametrize("count", [4, 50, 199])
def test_class_counts_differ_by_one_at_most(dataset: Dataset, count: int) -> None:
    _, _, target = dataset.generate(count, 0.1, generator(1, "test"))
    counts = [int((target == label).sum()) for label in range(CLASSES[dataset.name])]
    assert sum(counts) == count
    assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize("dataset", [*CLASSIFIED, *REAL], ids=named)
def test_at_usual_noise_the_shape_fills_the_plane_and_stays_on_it(dataset: Dataset) -> None:
    x1, x2, _ = dataset.generate(1000, 0.1, generator(1, "test"))
    for coordinate in (x1, x2):
        assert (np.abs(coordinate) <= 3.0).mean() > 0.98
        assert np.ptp(np.quantile(coordinate, [0.02, 0.98])) > 2.4


@pytest.mark.parametrize("dataset", CLASSIFIED, ids=named)
def test_noise_moves_points_in_proportion(dataset: Dataset) -> None:
    still, some, more = (
        np.array(dataset.generate(500, noise, generator(1, "test"))[:2]) for noise in (0.0, 0.25, 1.0)
    )
    np.testing.assert_allclose(more - still, 4 * (some - still), atol=1e-12)
    assert 0.7 < (more - still).std() < 0.9


@pytest.mark.parametrize("dataset", REAL, ids=named)
def test_real_targets_lie_around_minus_one_to_one_and_use_that_range(dataset: Dataset) -> None:
    _, _, target = dataset.generate(1000, 0.0, generator(1, "test"))
    assert np.abs(target).max() <= 1.0
    assert np.ptp(target) > 1.5


def test_the_circle_is_told_by_the_radius_alone() -> None:
    x1, x2, target = DATASETS["circle"].generate(500, 0.0, generator(1, "test"))
    radius = np.hypot(x1, x2)
    assert radius[target == 0].max() < radius[target == 1].min()


def test_xor_is_told_by_the_sign_of_the_product() -> None:
    x1, x2, target = DATASETS["xor"].generate(500, 0.0, generator(1, "test"))
    assert ((x1 * x2 > 0) == (target == 0)).all()


def test_quadrants_count_anticlockwise_from_the_upper_right() -> None:
    x1, x2, target = DATASETS["quadrants4"].generate(500, 0.0, generator(1, "test"))
    expected = np.select([(x1 > 0) & (x2 > 0), x1 < 0, x1 > 0], [0, np.where(x2 > 0, 1, 2), 3])
    assert (target == expected).all()


@pytest.mark.parametrize(("name", "turn"), [("spiral", np.pi), ("arms3", 2 * np.pi / 3)])
def test_the_arms_of_a_spiral_are_turned_copies_of_one_curve(name: str, turn: float) -> None:
    x1, x2, target = DATASETS[name].generate(1200, 0.0, generator(1, "test"))
    place = (x1 + 1j * x2) * np.exp(-1j * turn * target)
    radius = np.abs(place)
    order = np.argsort(radius)
    assert np.abs(np.diff(place[order])).max() < 0.1
    for arm in range(int(target.max()) + 1):
        assert np.ptp(radius[target == arm]) > 2.3


def test_generated_points_are_a_function_of_what_was_asked_for() -> None:
    asked = ("moons", 100, 0.2, 0.3)
    assert generated(*asked, seed=5) == generated(*asked, seed=5)
    assert generated(*asked, seed=5) != generated(*asked, seed=6)
    points = generated(*asked, seed=5)
    assert points.id.tolist() == list(range(100))
    assert points.test.sum() == 30


@pytest.mark.parametrize(
    ("name", "true_rows"),
    [
        ("and_table", {(1, 1)}),
        ("or_table", {(0, 1), (1, 0), (1, 1)}),
        ("xor_table", {(0, 1), (1, 0)}),
    ],
)
def test_a_truth_table_has_its_four_rows_whatever_is_asked_for(
    name: str, true_rows: set[tuple[int, int]]
) -> None:
    points = generated(name, 100, 0.5, 0.5, seed=3)
    rows = {
        (int(x1), int(x2)): int(target)
        for x1, x2, target in zip(points.x1, points.x2, points.target, strict=True)
    }
    assert rows == {(a, b): int((a, b) in true_rows) for a in (0, 1) for b in (0, 1)}
    assert not points.test.any()
    assert points == generated(name, 4, 0.0, 0.0, seed=1)


def test_blank_makes_no_points() -> None:
    assert len(generated("blank", 100, 0.1, 0.5, 1)) == 0
