"""Edits of points succeed as a whole or are refused with the place of the fault."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.data.errors import (
    DuplicatePointError,
    InvalidValueError,
    LimitError,
    RefusedError,
    UnknownPointError,
)
from app.data.points import Points


def points(*rows: tuple[float, ...]) -> Points:
    """Points from rows of id, x1, x2, target and test."""
    columns = list(zip(*rows, strict=True)) or [()] * 5
    return Points(*(np.array(column) for column in columns))


THREE = points((7, 1.0, 2.0, 0, False), (3, -1.0, 0.5, 1, True), (5, 0.0, 0.0, 1, False))


def rows(value: Points) -> list[tuple[float, ...]]:
    return list(zip(*(array.tolist() for array in value.arrays()[:-1]), strict=True))


def deep(*more: tuple[float, ...], first: int = 20) -> Points:
    """Points with these further coordinates, at the middle of the plane."""
    count = len(more)
    zeros = np.zeros(count)
    return Points(np.arange(first, first + count), zeros, zeros, zeros, zeros > 0, np.array(more))


def test_further_coordinates_stay_with_their_points() -> None:
    both = THREE.add(deep((1.5, -2.0), (0.5, 3.0)), classes=2, limit=5)
    assert both.more.tolist() == [[0, 0], [0, 0], [0, 0], [1.5, -2.0], [0.5, 3.0]]
    assert both.remove([7, 20]).more.tolist() == [[0, 0], [0, 0], [0.5, 3.0]]
    assert both.move([21], [1.0], [1.0]).more.tolist() == both.more.tolist()
    assert both.set_targets([21], 1, classes=2).more.tolist() == both.more.tolist()
    assert [column.tolist() for column in both.chosen(np.array([3])).coordinates(5)] == [
        [0], [0], [1.5], [-2.0], [0],
    ]  # fmt: skip


def test_points_without_a_coordinate_equal_those_that_have_0_there() -> None:
    assert deep((0.0,), first=7).wide(3) == deep((), first=7)
    assert deep((0.5,)) != deep((0.0,))


def test_a_further_coordinate_out_of_range_or_too_many_are_refused_by_their_place() -> None:
    with pytest.raises(InvalidValueError) as caught:
        THREE.add(deep((1.0, 2.0), (1.0, 101.0)), classes=2, limit=9)
    assert caught.value.field == "points.1.more.1"
    with pytest.raises(InvalidValueError) as caught:
        THREE.add(deep((0.0,) * 6), classes=2, limit=9)
    assert caught.value.field == "points.0.more"


def test_arrays_of_different_lengths_are_no_points() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Points(THREE.id, THREE.x1, THREE.x2, THREE.target, THREE.test, np.zeros((2, 1)))


def test_add_appends() -> None:
    added = THREE.add(points((9, 2.5, -2.5, 1, False)), classes=2, limit=4)
    assert rows(added) == [*rows(THREE), (9, 2.5, -2.5, 1.0, False)]


def test_move_changes_coordinates_of_the_named_points_only() -> None:
    moved = THREE.move([5, 7], [1.5, -1.5], [0.25, -0.25])
    assert moved.x1.tolist() == [-1.5, -1.0, 1.5]
    assert moved.x2.tolist() == [-0.25, 0.5, 0.25]
    assert moved.id.tolist() == [7, 3, 5]


def test_move_changes_further_coordinates_where_it_names_some() -> None:
    """Those that it does not name stay; one that a point has beyond those named is 0."""
    flat = THREE.move([5], [0.0], [0.0], [None])
    assert flat.width == 0
    wide = THREE.move([5, 7], [1.5, -1.5], [0.25, -0.25], [[1.0, 2.0], None])
    assert [wide.id.tolist(), wide.more.tolist()] == [[7, 3, 5], [[0, 0], [0, 0], [1, 2]]]
    again = wide.move([7, 5], [0.0, 0.0], [0.0, 0.0], [[3.0], [4.0]])
    assert again.more.tolist() == [[3, 0], [0, 0], [4, 0]]
    assert again.move([7], [1.0], [1.0]).more.tolist() == again.more.tolist()


def test_remove_keeps_the_order_of_the_others() -> None:
    assert rows(THREE.remove([3])) == [rows(THREE)[0], rows(THREE)[2]]


def test_chosen_are_the_points_at_places_in_their_order_or_under_a_mask() -> None:
    assert rows(THREE.chosen(np.array([2, 0]))) == [rows(THREE)[2], rows(THREE)[0]]
    assert rows(THREE.chosen(THREE.test)) == [rows(THREE)[1]]


def test_set_targets() -> None:
    assert THREE.set_targets([7, 3], 1, classes=2).target.tolist() == [1.0, 1.0, 1.0]
    assert THREE.set_targets([7], -0.75, classes=None).target.tolist() == [-0.75, 1.0, 1.0]


def test_replace_takes_the_others_place_and_may_use_their_ids() -> None:
    other = points((7, 0.0, 1.0, 0, False))
    assert THREE.replace(other, classes=2, limit=1) == other


def test_fitted_gives_each_target_the_nearest_class() -> None:
    real = points((1, 0, 0, -3.5, False), (2, 0, 0, 0.6, False), (3, 0, 0, 9.0, False))
    assert real.fitted(3).target.tolist() == [0.0, 1.0, 2.0]
    assert real.fitted(None) is real


def test_the_arrays_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        THREE.x1[0] = 5.0


def test_arrays_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        Points(np.array([1, 2]), np.zeros(1), np.zeros(1), np.zeros(1), np.zeros(1, bool))


def add(*new: tuple[float, ...], classes: int | None = 2, limit: int = 9) -> Callable[[], Points]:
    return lambda: THREE.add(points(*new), classes, limit)


INFINITE = float("inf")
NEW = (1, 0, 0, 0, False)
REFUSALS = {
    "an id that is taken": (add(NEW, (3, 0, 0, 0, False)), DuplicatePointError, "points.1.id", 3),
    "an id twice in one request": (add(NEW, NEW), DuplicatePointError, "points.1.id", 1),
    "a negative id": (add((-1, 0, 0, 0, False)), InvalidValueError, "points.0.id", -1),
    "one point too many": (add(NEW, limit=3), LimitError, "points", 4),
    "a class that there is not": (add((1, 0, 0, 2, False)), InvalidValueError, "points.0.target", 2),
    "half a class": (add((1, 0, 0, 0.5, False)), InvalidValueError, "points.0.target", 0.5),
    "a real target out of range": (
        add((1, 0, 0, 10.5, False), classes=None), InvalidValueError, "points.0.target", 10.5,
    ),
    "a coordinate out of range": (add((1, 0, -100.5, 0, False)), InvalidValueError, "points.0.x2", -100.5),
    "an infinite coordinate": (
        lambda: THREE.move([7, 3], [0, INFINITE], [0, 0]), InvalidValueError, "points.1.x1", INFINITE,
    ),
    "a far move off the plane": (
        lambda: THREE.move([7, 3], [0, 0], [0, 0], [None, [0.0, 101.0]]),
        InvalidValueError, "points.1.more.1", 101,
    ),
    "a move along six more": (
        lambda: THREE.move([7], [0], [0], [[0.0] * 6]), InvalidValueError, "points.0.more", 6,
    ),
    "a move of no point": (lambda: THREE.move([7, 8], [0, 0], [0, 0]), UnknownPointError, "points.1.id", 8),
    "two moves of one": (lambda: THREE.move([7, 7], [0, 1], [0, 0]), DuplicatePointError, "points.1.id", 7),
    "removing no point": (lambda: THREE.remove([7, 4]), UnknownPointError, "ids.1", 4),
    "removing from no points": (lambda: Points().remove([4]), UnknownPointError, "ids.0", 4),
    "a new target out of range": (lambda: THREE.set_targets([7], 2, 2), InvalidValueError, "target", 2),
    "a new target of no point": (lambda: THREE.set_targets([1], 1, 2), UnknownPointError, "ids.0", 1),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSALS)
def test_refused_with_the_place_the_value_and_what_is_allowed(name: str) -> None:
    edit, kind, field, given_value = REFUSALS[name]
    with pytest.raises(kind) as caught:
        edit()
    refusal: RefusedError = caught.value
    assert (refusal.field, refusal.given) == (field, given_value)
    assert refusal.allowed
    assert refusal.message.endswith(".")


def test_not_a_number_is_no_coordinate_and_no_target() -> None:
    nan = float("nan")
    for row in ((1, nan, 0, 0, False), (1, 0, nan, 0, False), (1, 0, 0, nan, False)):
        for classes in (2, None):
            with pytest.raises(InvalidValueError):
                Points().add(points(row), classes, 9)


def test_two_thousand_points_may_stand_and_one_more_may_not() -> None:
    many = points(*((number, 0.0, 0.0, 0, False) for number in range(2000)))
    assert len(Points().add(many, 2, 2000)) == 2000
    with pytest.raises(LimitError):
        many.add(points((2000, 0, 0, 0, False)), 2, 2000)


@given(st.lists(st.integers(0, 30), unique=True), st.data())
def test_removing_what_was_added_restores_the_points(ids: list[int], data: st.DataObject) -> None:
    before = points(*((number, number / 10, -number / 10, number % 2, False) for number in ids))
    new = data.draw(st.lists(st.integers(31, 60), unique=True))
    added = before.add(points(*((number, 1.0, 1.0, 0, True) for number in new)), 2, 100)
    assert len(added) == len(ids) + len(new)
    assert added.remove(data.draw(st.permutations(new))) == before
