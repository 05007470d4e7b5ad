"""The data sets' shapes without noise, each held by what geometry says of it."""

import numpy as np
import pytest
from numpy.typing import NDArray

from app.data.datasets import DATASETS
from app.data.randomness import generator

MANY = 6000

Vector = NDArray[np.float64]


def drawn(name: str, noise: float = 0.0, count: int = MANY) -> tuple[Vector, Vector, Vector]:
    return DATASETS[name].generate(count, noise, generator(3, "test"))


@pytest.mark.parametrize(
    ("name", "centres"),
    [
        ("blobs2", [(-1.3, -1.1), (1.3, 1.1)]),
        # The corners of a triangle 1.75 from the middle, the first one above it.
        ("blobs3", [(0.0, 1.75), (-1.75 * 3**0.5 / 2, -0.875), (1.75 * 3**0.5 / 2, -0.875)]),
    ],
)
def test_blobs_are_round_and_lie_around_their_centres(name: str, centres: list[tuple[float, float]]) -> None:
    x1, x2, target = drawn(name)
    for label, (centre1, centre2) in enumerate(centres):
        mine = target == label
        away1, away2 = x1[mine] - centre1, x2[mine] - centre2
        # A mean of n draws of standard deviation 0.48 strays by 0.48 / √n; five of these are never seen.
        stray = 5 * 0.48 / np.sqrt(mine.sum())
        assert abs(away1.mean()) < stray
        assert abs(away2.mean()) < stray
        assert away1.std() == pytest.approx(0.48, rel=0.05)
        assert away2.std() == pytest.approx(0.48, rel=0.05)
        assert abs(np.corrcoef(away1, away2)[0, 1]) < 0.1


def test_the_circle_is_a_disc_within_a_ring_both_filled_evenly() -> None:
    x1, x2, target = drawn("circle")
    for label, inner, outer in ((0, 0.0, 1.2), (1, 1.8, 2.6)):
        radius = np.hypot(x1, x2)[target == label]
        assert inner <= radius.min() < inner + 0.05
        assert outer - 0.02 < radius.max() <= outer
        # Half of an evenly filled ring's area lies within √((inner² + outer²) / 2).
        middle = np.sqrt((inner**2 + outer**2) / 2)
        assert (radius < middle).mean() == pytest.approx(0.5, abs=0.04)
        turn = np.arctan2(x2, x1)[target == label]
        assert np.histogram(turn, bins=8, range=(-np.pi, np.pi))[0] == pytest.approx(len(turn) / 8, rel=0.02)


@pytest.mark.parametrize("name", ["xor", "quadrants4"])
def test_squares_are_parted_by_a_gap_along_the_axes(name: str) -> None:
    x1, x2, _ = drawn(name)
    for side in (np.abs(x1), np.abs(x2)):
        assert 0.2 <= side.min() < 0.22
        assert 2.68 < side.max() <= 2.7
        assert side.mean() == pytest.approx(1.45, abs=0.05)
    squares = np.histogram2d(np.sign(x1), np.sign(x2), bins=2)[0]
    assert squares == pytest.approx(MANY / 4, abs=1)


def test_moons_are_half_circles_that_reach_into_each_other() -> None:
    x1, x2, target = drawn("moons")
    for label, sign in ((0, 1), (1, -1)):
        mine = target == label
        away1, away2 = x1[mine] + sign * 0.9, x2[mine] + sign * 0.45
        np.testing.assert_allclose(np.hypot(away1, away2), 1.8, rtol=1e-12)
        assert (sign * away2 >= 0).all()
        turn = np.arctan2(sign * away2, sign * away1)
        assert turn.min() < 0.01
        assert turn.max() > np.pi - 0.01
        assert np.histogram(turn, bins=6, range=(0, np.pi))[0] == pytest.approx(mine.sum() / 6, rel=0.01)


@pytest.mark.parametrize(("name", "classes", "turns"), [("spiral", 2, 1.75), ("arms3", 3, 0.4)])
def test_arms_wind_outward_evenly(name: str, classes: int, turns: float) -> None:
    x1, x2, target = drawn(name)
    for label in range(classes):
        mine = target == label
        along = (np.hypot(x1[mine], x2[mine]) - 0.2) / 2.5
        assert 0 <= along.min() < 0.01
        assert 0.99 < along.max() <= 1
        # Where the radius says that a point lies along its arm, the angle says so too.
        angle = 2 * np.pi * (turns * along + label / classes)
        np.testing.assert_allclose(x1[mine], (0.2 + 2.5 * along) * np.cos(angle), atol=1e-9)
        np.testing.assert_allclose(x2[mine], (0.2 + 2.5 * along) * np.sin(angle), atol=1e-9)
        # The share of points before a place is its 1 / 0.7th power.
        assert (along < 0.5).mean() == pytest.approx(0.5 ** (1 / 0.7), abs=0.01)


def test_the_plane_is_the_plane_that_rises_twice_as_fast_upward() -> None:
    x1, x2, target = drawn("plane")
    np.testing.assert_allclose(target, x1 / 9 + 2 * x2 / 9, rtol=1e-12, atol=1e-15)
    assert np.histogram2d(x1, x2, bins=2, range=[(-3, 3), (-3, 3)])[0] == pytest.approx(MANY / 4, rel=0.1)


def test_bumps_are_a_hill_and_a_hollow() -> None:
    x1, x2, target = drawn("bumps")
    top, bottom = np.argmax(target), np.argmin(target)
    assert (x1[top], x2[top]) == pytest.approx((-1.2, 1.0), abs=0.15)
    assert (x1[bottom], x2[bottom]) == pytest.approx((1.3, -1.1), abs=0.15)
    # A bell of height 0.95 each; the other one, 10.66 away squared, adds next to nothing there.
    assert target[top] == pytest.approx(0.95, abs=0.01)
    assert target[bottom] == pytest.approx(-0.95, abs=0.01)
    # The height falls to 1/e of the top's where the squared distance is 1.6.
    near = np.abs((x1 + 1.2) ** 2 + (x2 - 1.0) ** 2 - 1.6) < 0.05
    assert target[near].mean() == pytest.approx(0.95 / np.e, abs=0.02)
    near = np.abs((x1 - 1.3) ** 2 + (x2 + 1.1) ** 2 - 1.6) < 0.05
    assert target[near].mean() == pytest.approx(-0.95 / np.e, abs=0.02)


@pytest.mark.parametrize("name", ["plane", "bumps"])
def test_noise_of_a_surface_moves_its_heights_alone(name: str) -> None:
    still, moved = drawn(name), drawn(name, noise=1.0)
    np.testing.assert_array_equal(still[:2], moved[:2])
    assert (moved[2] - still[2]).std() == pytest.approx(0.3, rel=0.05)
    assert (drawn(name, noise=0.5)[2] - still[2]).std() == pytest.approx(0.15, rel=0.05)
